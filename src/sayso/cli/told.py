"""A project or a file of readings to the readings in it, and rows to a table, CSV or JSON lines."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.asking import FILTERS, on_project
from sayso.errors import InputError
from sayso.record.reading import Reading

if TYPE_CHECKING:
    from sayso.store.filters import Filter

SHAPES = ("table", "jsonl", "csv")
WIDTH = 100


def shape_option(function: Callable[..., None]) -> Callable[..., None]:
    """Add the option --format to a command."""
    return click.option(
        "--format",
        "shape",
        type=click.Choice(SHAPES),
        help="By default table on a terminal and jsonl in a pipe.",
    )(function)


def told_by(*names: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Add what these commands ask: SOURCE or a project, these filters, and a format."""

    def add(command: Callable[..., None]) -> Callable[..., None]:
        command = shape_option(command)
        for name in reversed(names):
            metavar, line = FILTERS[name]
            command = click.option(f"--{name}", name, metavar=metavar, help=line)(command)
        command = on_project(command)
        return click.argument("source", type=click.Path(path_type=Path), required=False)(command)

    return add


def wanted_in(source: Path, asked: Filter) -> Iterator[Reading]:
    """Yield the readings of a project or a file that are of the days and the outlet asked for.

    Raises UsageError where a day is none, and InputError as ``readings_in`` does.
    """
    from sayso.store.filters import day_of

    since, until = day_of("since", asked.since), day_of("until", asked.until)
    readings: Iterable[Reading] = readings_in(source)
    if asked.outlet is not None:
        readings = _of_outlet(asked.outlet, list(readings))
    for reading in readings:
        day = (reading.published or "")[:10]
        early = since is not None and day < since
        late = until is not None and not (day and day <= until)
        if not (early or late):
            yield reading


def _of_outlet(name: str, readings: Sequence[Reading]) -> Sequence[Reading]:
    """The readings of the outlet of that name, else of those in whose name these words stand."""
    from sayso.ground.folding import fold

    own = [reading for reading in readings if fold(reading.publisher or "") == fold(name)]
    return own or [reading for reading in readings if is_with(name, [reading.publisher or ""])]


def is_with(party: str | None, names: Iterable[str]) -> bool:
    """Tell whether whole words of one of the names are the party that is asked for, if any is."""
    from sayso.ground.folding import fold

    return party is None or any(f" {fold(party)} " in f" {fold(name)} " for name in names)


def say_none(kind: str) -> None:
    """Say that there is nothing to show, so that an empty answer is not taken for a fault."""
    from sayso.cli.main import say

    say(f"no {kind} in what was asked")


def readings_in(source: Path) -> Iterator[Reading]:
    """Yield the readings of a project's folder, or of a file as ``sayso read`` writes it.

    Raises InputError where there is neither, or a line is no reading.
    """
    if source.is_dir():
        from sayso.store.project import open_project

        with open_project(source, read_only=True) as project:
            yield from project.readings()
        return
    try:
        lines = source.read_text("utf-8").splitlines()
    except (OSError, UnicodeError) as fault:
        advice = "give a project's folder, or a file that sayso read has written"
        raise InputError(f"cannot read {source}", advice) from fault
    for number, line in enumerate(lines, 1):
        yield _reading(line, f"line {number} of {source}", source)


def _reading(line: str, where: str, source: Path) -> Reading:
    from sayso.record.written import from_json

    advice = (
        f"make readings of reports first: sayso read {source} -o readings.jsonl, or put them into "
        f"a project: sayso add {source}"
    )
    try:
        written = json.loads(line)
    except (ValueError, RecursionError) as fault:
        raise InputError(f"{where} is no reading", advice) from fault
    if isinstance(written, dict) and "statements" not in written and "text" in written:
        raise InputError(f"{where} is a report, and no reading", advice)
    try:
        if "statements" not in written:
            raise ValueError("it has no statements")
        return from_json(Reading, written)
    except (TypeError, ValueError) as fault:
        raise InputError(f"{where} is no reading", advice) from fault


def shape_of(asked: str | None) -> str:
    """Return the shape that is asked for, else table on a terminal and jsonl in a pipe."""
    return asked or ("table" if sys.stdout.isatty() else "jsonl")


def write_rows(
    shape: str,
    columns: Sequence[str],
    rows: Iterator[Sequence[object]],
    *,
    hidden: Sequence[str] = (),
) -> None:
    """Write rows as CSV that no spreadsheet takes for formulas, or a table without ``hidden``."""
    if shape == "csv":
        from sayso.export.cells import csv_head, csv_line

        click.echo(csv_head(columns), nl=False)
        for row in rows:
            click.echo(csv_line(row), nl=False)
        return
    from rich.console import Console
    from rich.table import Table

    from sayso.export.wording import one_line

    shown = [n for n, column in enumerate(columns) if column not in hidden]
    table = Table(*(columns[n] for n in shown), box=None, pad_edge=False)
    for row in rows:
        cells = (row[n] for n in shown)
        table.add_row(*("" if cell is None else one_line(str(cell)) for cell in cells))
    Console(width=screen_width(), markup=False, highlight=False, emoji=False).print(table)


def screen_width() -> int:
    """Return how many columns a table has: those of the terminal, or of a pipe."""
    from rich.console import Console

    page = Console()
    return page.width if page.is_terminal else WIDTH
