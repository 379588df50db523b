"""sayso proposals: what is on the table across reports, how terms and stances changed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.told import readings_in, shape_of, shape_option, write_rows

if TYPE_CHECKING:
    from sayso.link.negotiations import Negotiation, Step

COLUMNS = (
    "proposal", "state", "offered", "answered", "agreed", "broken", "day", "report", "step",
    "party", "what", "before",
)  # fmt: skip
#: Columns that a terminal has no room for; the steps tell the days there.
HIDDEN = ("report", "state", "offered", "answered", "agreed", "broken")


@click.command(short_help="Show what is on the table: proposals, their terms, who stands where.")
@click.argument("source", type=click.Path(path_type=Path), default=".")
@shape_option
def proposals(source: Path, shape: str | None) -> None:
    """Show the proposals of SOURCE: each with its accounts, and the steps from one to the next.

    SOURCE is a project's folder, or a file of readings in JSON lines. A step is a new state, a
    term told for the first time or with another number, or a party's new stance. The days are
    those of the first reports that tell the proposal as offered, answered, agreed on and broken.
    """
    from sayso.record.written import to_json

    found = _negotiations(source)
    if shape_of(shape) == "jsonl":
        for negotiation in found:
            click.echo(json.dumps(to_json(negotiation), ensure_ascii=False))
    else:
        write_rows(
            shape_of(shape), COLUMNS, (row for n in found for row in _rows(n)), hidden=HIDDEN
        )


def _negotiations(source: Path) -> Sequence[Negotiation]:
    """The negotiations of a project as they were linked, or of a file, the oldest first."""
    if source.is_dir():
        from sayso.store.project import open_project

        with open_project(source, read_only=True) as project:
            return project.negotiations()[::-1]
    from sayso.link.negotiations import negotiations

    return negotiations(readings_in(source))


def _rows(negotiation: Negotiation) -> Iterator[tuple[object, ...]]:
    """One row a step; a proposal without any has one row of its own."""
    name = negotiation.name or "terms without a name"
    days = negotiation.days
    head = (name, negotiation.state, days.offered, days.answered, days.agreed, days.broken)
    for step in negotiation.steps or (None,):
        yield (*head, *_cells(negotiation, step))


def _cells(negotiation: Negotiation, step: Step | None) -> tuple[object, ...]:
    if step is None:
        first = negotiation.versions[0]
        return (first.published, first.id, "told", None, None, None)
    return (step.published, step.version, step.kind, step.of, step.what, step.before)
