"""sayso journeys: the stops of envoys and delegations, in order, past and announced."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.asking import wanted
from sayso.cli.told import is_with, say_none, shape_of, told_by, wanted_in, write_rows

if TYPE_CHECKING:
    from sayso.link.journeys import Journey

#: Columns of the export that a terminal has no room for.
HIDDEN = (
    "traveller_id", "number", "where_name", "where_id", "where_admin1", "where_lat", "where_lon",
    "where_precision", "last_day", "time", "told_in",
)  # fmt: skip


@click.command(short_help="Show the journeys of envoys: where, when, whom they met.")
@told_by("since", "until", "party", "outlet")
def journeys(source: Path | None, folder: Path, shape: str | None, **told: object) -> None:
    """Show the journeys that the reports of SOURCE tell of, stop by stop.

    SOURCE is a project's folder, or a file of readings in JSON lines; without it the project. Days
    and outlet are those of the reports; the party travels, was met or is the host.
    """
    from sayso.export.bargains import journey_rows
    from sayso.export.sheets import COLUMNS, lists_in
    from sayso.link.journeys import journeys as found_in

    asked = wanted(told)
    travelled = found_in(wanted_in(source or folder, asked))
    found = [j for j in travelled if is_with(asked.party, _parties(j))]
    if not found:
        say_none("journey")
    rows = journey_rows(found)
    if shape_of(shape) == "jsonl":
        for row in rows:
            click.echo(json.dumps(lists_in(row), ensure_ascii=False))
    else:
        columns = COLUMNS["journeys"]
        shown = rows if shape_of(shape) == "csv" else map(_worded, map(lists_in, rows))
        values = ([row[column] for column in columns] for row in shown)
        write_rows(shape_of(shape), columns, values, hidden=HIDDEN)


def _parties(journey: Journey) -> Iterator[str]:
    yield journey.name
    for stop in journey.stops:
        yield from (*stop.met, *stop.hosts)


def _worded(row: Mapping[str, object]) -> dict[str, object]:
    """The row with its lists in words."""
    return {n: "; ".join(map(str, v)) if isinstance(v, list) else v for n, v in row.items()}
