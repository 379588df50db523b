"""Accounts of proposals to the names of their parties: who "the group" is there."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from sayso.export.wording import names_in
from sayso.ground.folding import fold
from sayso.ground.parties import who
from sayso.ground.party_table import party_table
from sayso.link.negotiations import Negotiation
from sayso.link.steps import Step
from sayso.record.reading import Reading
from sayso.record.span import Span
from sayso.record.written import from_json
from sayso.store.project import Project

#: The parts that a proposal has parties in.
ROLES = ("by", "to", "through")
#: So many names are kept with the state that they stand for.
REMEMBERED = 4_096


def party_of(talk: Negotiation, step: Step) -> Span | None:
    """Return the words of the party of a step, in the account that it comes from."""
    proposal = next((v.proposal for v in talk.versions if v.id == step.version), None)
    if proposal is None or step.of is None:
        return None
    terms = (t.party for t in proposal.terms if t.party and t.what.text == step.what)
    stances = (s.party for s in proposal.stances if s.stance == step.what)
    found = stances if step.kind == "stance" else terms
    return next((span for span in found if span.text == step.of), None)


def sides_of(talk: Negotiation, names: Mapping[str, Callable[[Span], str]]) -> dict[str, list[str]]:
    """Return who offers ("by"), to whom ("to"), through whom, those told most often first.

    Whom one account tells in another role than most do has the role that most tell. A state is one
    by whatever name ("Washington").
    """
    told: dict[str, Counter[str]] = {role: Counter() for role in ROLES}
    shown: dict[str, str] = {}
    for version in talk.versions:
        name = names.get(version.id)
        for role in ROLES:
            spans: Sequence[Span] = getattr(version.proposal, role)
            parties = [_state(name(s) if name else s.text) for s in spans]
            shown = {fold(party): party for party in parties} | shown
            told[role].update({fold(party) for party in parties})
    return {
        role: [shown[who] for who, times in count.most_common()
               if times == max(other[who] for other in told.values())]
        for role, count in told.items()
    }  # fmt: skip


@lru_cache(maxsize=REMEMBERED)
def _state(name: str) -> str:
    """Return the plain name of a state for any name or seat of it, other names as they are."""
    actor = who(name)
    state = None if actor is None else party_table().states.get(actor.country or "")
    return state.name if state is not None and actor is not None and actor.id == state.id else name


def names_of(project: Project, versions: Sequence[str]) -> dict[str, Callable[[Span], str]]:
    """Return for each account what tells the names of its parties by their words."""
    reports = {id: id.rpartition("/")[0] for id in versions}
    rows = project.connection.execute(
        """SELECT r.id, json_extract(g.json, '$.parties') FROM reports r
           JOIN readings g ON g.report = r.key AND g.current
           WHERE r.id IN (SELECT value FROM json_each(?))""",
        (json.dumps(sorted(set(reports.values()))),),
    )
    known = {
        id: names_in(from_json(Reading, {"id": id, "parties": json.loads(parties or "[]")}).parties)
        for id, parties in rows
    }
    return {id: known[report] for id, report in reports.items() if report in known}
