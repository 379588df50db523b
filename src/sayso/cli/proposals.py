"""sayso proposals: what is on the table across reports, how terms and stances changed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.asking import wanted
from sayso.cli.told import (
    is_with,
    say_none,
    screen_width,
    shape_of,
    told_by,
    wanted_in,
    write_rows,
)

if TYPE_CHECKING:
    from sayso.cli.talks import Names
    from sayso.link.negotiations import Negotiation
    from sayso.link.steps import Step
    from sayso.record.findings import Proposal
    from sayso.record.span import Span
    from sayso.store.filters import Filter

COLUMNS = (
    "proposal", "state", "offered", "answered", "agreed", "broken", "day", "report", "step",
    "party", "what", "before", "negotiation", "stands", "condition",
)  # fmt: skip


@click.command(short_help="Show what is on the table: proposals, their terms, who stands where.")
@told_by("since", "until", "party", "outlet")
@click.option("--steps", is_flag=True, help="In the table, also the steps between accounts.")
def proposals(
    source: Path | None, folder: Path, shape: str | None, *, steps: bool, **told: object
) -> None:
    """Show the proposals of SOURCE: who offers what to whom, the terms, and who stands where.

    SOURCE is a project's folder, or a file of readings in JSON lines; without it the project. A
    proposal of a project that fits the options comes whole, with its accounts that do not fit;
    with --until as it stood on that day. The table has the state, the number of accounts, the
    first and the last day and the id of each, the terms as they were told last, and where the
    parties stood last. CSV and JSON lines hold the steps: a new state, a term told for the first
    time, changed, or told by another outlet with another number ("differs"), or a party's new
    stance. The days are those of the first reports that tell the proposal as offered, answered,
    agreed on and broken.
    """
    from sayso.cli.talks import lines_of
    from sayso.record.written import to_json

    found, names = _negotiations(source or folder, wanted(told))
    if not found:
        say_none("proposal")
    if shape_of(shape) == "jsonl":
        for negotiation in found:
            click.echo(json.dumps(to_json(negotiation), ensure_ascii=False))
    elif shape_of(shape) == "csv":
        write_rows("csv", COLUMNS, (row for n in found for row in _rows(n, names)))
    else:
        for number, talk in enumerate(found):
            for line in ["", *lines_of(talk, names, screen_width(), steps=steps)][number == 0 :]:
                click.echo(line)


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


def _rows(talk: Negotiation, names: Names) -> Iterator[tuple[object, ...]]:
    """One row a step; a proposal without any has one row of its own."""
    from sayso.cli.talks import UNNAMED, stand_in_words

    name, days = talk.name or UNNAMED, talk.days
    head = (name, talk.state, days.offered, days.answered, days.agreed, days.broken)
    stands = "; ".join(stand_in_words(stand) for stand in talk.stands)
    for step in talk.steps or (None,):
        condition = step.condition if step is not None else None
        yield (*head, *_cells(talk, step, names), talk.id, stands, condition)


def _cells(talk: Negotiation, step: Step | None, names: Names) -> tuple[object, ...]:
    from sayso.cli.talks import party_name

    if step is None:
        first = talk.versions[0]
        return (first.published, first.id, "told", None, None, None)
    party = party_name(talk, step, names)
    return (step.published, step.version, step.kind, party, step.what, step.before)
