"""Accounts of proposals to the names of their parties: who "the group" is there."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from sayso.export.wording import names_in
from sayso.link.negotiations import Negotiation
from sayso.link.steps import Step
from sayso.record.reading import Reading
from sayso.record.span import Span
from sayso.record.written import from_json
from sayso.store.project import Project


def party_of(talk: Negotiation, step: Step) -> Span | None:
    """Return the words of the party of a step, in the account that it comes from."""
    proposal = next((v.proposal for v in talk.versions if v.id == step.version), None)
    if proposal is None or step.of is None:
        return None
    terms = (t.party for t in proposal.terms if t.party and t.what.text == step.what)
    stances = (s.party for s in proposal.stances if s.stance == step.what)
    found = stances if step.kind == "stance" else terms
    return next((span for span in found if span.text == step.of), None)


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
