"""A project or a file of readings to the readings in it, and rows to a table, CSV or JSON lines."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import click

from sayso.errors import InputError
from sayso.record.reading import Reading

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


def readings_in(source: Path) -> Iterator[Reading]:
    """Yield the readings of a project's folder, or of a file as ``sayso read`` writes it.

    Raises InputError where there is neither, or a line is no reading.
    """
    if source.is_dir():
        from sayso.store.project import open_project

        with open_project(source, read_only=True) as project:
            yield from project.readings()
        return
    from sayso.record.written import read_reading

    try:
        lines = source.read_text("utf-8").splitlines()
    except OSError as fault:
        advice = "give a project's folder, or a file that sayso read has written"
        raise InputError(f"cannot read {source}", advice) from fault
    for number, line in enumerate(lines, 1):
        try:
            yield read_reading(line)
        except ValueError as fault:
            advice = "give JSON lines as sayso read --format jsonl writes them"
            raise InputError(f"line {number} of {source} is no reading", advice) from fault


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
    page = Console(markup=False, highlight=False, emoji=False)
    Console(
        width=page.width if page.is_terminal else WIDTH,
        markup=False, highlight=False, emoji=False,
    ).print(table)  # fmt: skip
