"""sayso proposals: what is on the table across reports, how terms and stances changed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.asking import wanted
from sayso.cli.told import is_with, say_none, shape_of, told_by, wanted_in, write_rows

if TYPE_CHECKING:
    from sayso.link.negotiations import Negotiation
    from sayso.link.steps import Stand, Step
    from sayso.record.findings import Proposal
    from sayso.record.span import Span
    from sayso.store.filters import Filter

    #: What tells the name of a party by its words, by account ("reading/proposal").
    Names = Mapping[str, Callable[[Span], str]]

COLUMNS = (
    "proposal", "state", "offered", "answered", "agreed", "broken", "day", "report", "step",
    "party", "what", "before", "negotiation", "stands",
)  # fmt: skip
#: Columns that a terminal has no room for; the steps tell the days there.
HIDDEN = ("report", "state", "offered", "answered", "agreed", "broken", "negotiation", "stands")


@click.command(short_help="Show what is on the table: proposals, their terms, who stands where.")
@told_by("since", "until", "party", "outlet")
def proposals(source: Path | None, folder: Path, shape: str | None, **told: object) -> None:
    """Show the proposals of SOURCE: each with its accounts, and the steps from one to the next.

    SOURCE is a project's folder, or a file of readings in JSON lines; without it the project. A
    proposal of a project that fits the options comes whole, with its accounts that do not fit.
    The first line of each tells where the parties stood last. A step is a new state, a term told
    for the first time, changed, or told by another outlet with another number ("differs"), or a
    party's new stance. The days are those of the first reports that tell the proposal as offered,
    answered, agreed on and broken.
    """
    from sayso.record.written import to_json

    found, names = _negotiations(source or folder, wanted(told))
    if not found:
        say_none("proposal")
    if shape_of(shape) == "jsonl":
        for negotiation in found:
            click.echo(json.dumps(to_json(negotiation), ensure_ascii=False))
    else:
        rows = (row for n in found for row in _rows(n, names, lead=shape_of(shape) == "table"))
        write_rows(shape_of(shape), COLUMNS, rows, hidden=HIDDEN)


def _negotiations(source: Path, asked: Filter) -> tuple[Sequence[Negotiation], Names]:
    """The negotiations of a project as they were linked, or of a file, the oldest first.

    With them come what tells the names of the parties of each account.
    """
    if source.is_dir():
        from sayso.store.project import open_project
        from sayso.web.parties import names_of

        with open_project(source, read_only=True) as project:
            found = project.negotiations(asked)[::-1]
            return found, names_of(project, [v.id for n in found for v in n.versions])
    from sayso.export.wording import names_in
    from sayso.link.negotiations import negotiations

    readings = list(wanted_in(source, asked))
    known = {f"{r.id}/{p.id}": names_in(r.parties) for r in readings for p in r.proposals}
    joined = negotiations(readings)
    return [
        talk for talk in joined
        if any(is_with(asked.party, _parties(v.proposal, known[v.id])) for v in talk.versions)
    ], known  # fmt: skip


def _parties(proposal: Proposal, name: Callable[[Span], str]) -> Iterator[str]:
    told = (*proposal.by, *proposal.to, *proposal.through, *(s.party for s in proposal.stances))
    for span in told:
        yield from (span.text, name(span))


def _rows(talk: Negotiation, names: Names, *, lead: bool) -> Iterator[tuple[object, ...]]:
    """One row a step; a proposal without any has one row of its own.

    With ``lead`` a first row tells its state and where each party stood last.
    """
    name, days = talk.name or "terms without a name", talk.days
    head = (name, talk.state, days.offered, days.answered, days.agreed, days.broken)
    stands = "; ".join(_stand(stand) for stand in talk.stands)
    tail = (talk.id, stands)
    if lead and stands:
        yield (*head, talk.state_day, None, "now", None, f"{talk.state}: {stands}", None, *tail)
    for step in talk.steps or (None,):
        yield (*head, *_cells(talk, step, names), *tail)


def _stand(stand: Stand) -> str:
    condition = f", {stand.condition}" if stand.condition is not None else ""
    return f"{stand.party} {stand.stance}{condition} ({stand.published or 'day not told'})"


def _cells(negotiation: Negotiation, step: Step | None, names: Names) -> tuple[object, ...]:
    from sayso.web.parties import party_of

    if step is None:
        first = negotiation.versions[0]
        return (first.published, first.id, "told", None, None, None)
    who, name = party_of(negotiation, step), names.get(step.version)
    party = name(who) if who is not None and name is not None else step.of
    return (step.published, step.version, step.kind, party, step.what, step.before)
