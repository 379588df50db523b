"""sayso polls: opinion polls with who asked whom, when and what, and the shares."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.asking import wanted
from sayso.cli.told import say_none, shape_of, told_by, wanted_in, write_rows

if TYPE_CHECKING:
    from sayso.record.reading import Reading
    from sayso.record.span import Span

COLUMNS = (
    "report", "published", "poll", "pollster", "population", "time", "question", "answer", "share",
)  # fmt: skip
#: Columns that a terminal has no room for.
HIDDEN = ("poll",)


@click.command(short_help="Show opinion polls and their shares.")
@told_by("since", "until", "outlet")
def polls(source: Path | None, folder: Path, shape: str | None, **told: object) -> None:
    """Show the opinion polls in the reports of SOURCE, an answer a row, in per cent.

    SOURCE is a project's folder, or a file of readings in JSON lines; without it the project.
    """

    readings = wanted_in(source or folder, wanted(told))
    rows = [row for reading in readings for row in _rows(reading)]
    if not rows:
        say_none("poll")
    if shape_of(shape) == "jsonl":
        for row in rows:
            click.echo(json.dumps(dict(zip(COLUMNS, row, strict=True)), ensure_ascii=False))
    else:
        write_rows(shape_of(shape), COLUMNS, iter(rows), hidden=HIDDEN)


def _rows(reading: Reading) -> Iterator[tuple[object, ...]]:
    for poll in reading.polls:
        asked = [_words(s) for s in (poll.pollster, poll.population, poll.time, poll.question)]
        for answer in poll.answers:
            yield (
                reading.id, reading.published, poll.id, *asked, answer.answer.text, answer.share
            )  # fmt: skip


def _words(span: Span | None) -> str | None:
    return span.text if span else None
