"""sayso journeys: the stops of envoys and delegations, in order, past and announced."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.asking import wanted
from sayso.cli.told import is_with, say_none, shape_of, told_by, wanted_in, write_rows

if TYPE_CHECKING:
    from sayso.link.journeys import Journey

COLUMNS = (
    "traveller", "day", "until", "time", "place", "country", "state", "met", "hosts", "events",
)  # fmt: skip
#: Columns that a terminal has no room for.
HIDDEN = ("until", "time", "events")


@click.command(short_help="Show the journeys of envoys: where, when, whom they met.")
@told_by("since", "until", "party", "outlet")
def journeys(source: Path | None, folder: Path, shape: str | None, **told: object) -> None:
    """Show the journeys that the reports of SOURCE tell of, stop by stop.

    SOURCE is a project's folder, or a file of readings in JSON lines; without it the project. Days
    and outlet are those of the reports; the party travels, was met or is the host.
    """
    from sayso.link.journeys import journeys as found_in
    from sayso.record.written import to_json

    asked = wanted(told)
    travelled = found_in(wanted_in(source or folder, asked))
    found = [j for j in travelled if is_with(asked.party, _parties(j))]
    if not found:
        say_none("journey")
    if shape_of(shape) == "jsonl":
        for journey in found:
            click.echo(json.dumps(to_json(journey), ensure_ascii=False))
    else:
        write_rows(
            shape_of(shape), COLUMNS, (row for j in found for row in _rows(j)), hidden=HIDDEN
        )


def _parties(journey: Journey) -> Iterator[str]:
    yield journey.name
    for stop in journey.stops:
        yield from (*stop.met, *stop.hosts)


def _rows(journey: Journey) -> Iterator[tuple[object, ...]]:
    for stop in journey.stops:
        country = stop.where.country if stop.where else None
        yield (
            journey.name, stop.day, stop.until, stop.time, stop.place, country, stop.state,
            "; ".join(stop.met), "; ".join(stop.hosts), "; ".join(stop.events),
        )  # fmt: skip
