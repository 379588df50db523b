"""Rows of answers to a table on the terminal, JSON lines, CSV or Parquet."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields
from io import StringIO, TextIOWrapper
from pathlib import Path

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from sayso.errors import UsageError
from sayso.export.atomic import written
from sayso.export.cells import csv_head, csv_line
from sayso.export.wording import one_line

#: Columns of a table that goes to a file or a pipe.
WIDTH = 160
#: Columns between two columns of a table.
BETWEEN = 3


def write_answers(
    rows: Sequence[object], kind: type, shape: str, output: Path | None, columns: Sequence[str]
) -> None:
    """Write rows of a kind to standard output or a file.

    Raises UsageError where Parquet would go to a terminal, and InputError where the file cannot be
    written.
    """
    if shape == "parquet":
        _parquet(rows, kind, output)
        return
    parts = _WRITERS[shape](rows, kind, columns)
    if output is not None:
        with written(output) as stream:
            stream.writelines(parts)
        return
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    sys.stdout.writelines(parts)
    sys.stdout.flush()


def names_of(kind: type) -> list[str]:
    """Return the names of the columns of a kind of rows, as they are written."""
    return [field.name.rstrip("_") for field in fields(kind)]


def _values(row: object) -> list[object]:
    return [getattr(row, field.name) for field in fields(row)]  # type: ignore[arg-type]


def _jsonl(rows: Sequence[object], kind: type, columns: Sequence[str]) -> Iterator[str]:
    names = names_of(kind)
    for row in rows:
        yield json.dumps(dict(zip(names, _values(row), strict=True)), ensure_ascii=False) + "\n"


def _csv(rows: Sequence[object], kind: type, columns: Sequence[str]) -> Iterator[str]:
    yield csv_head(names_of(kind))
    for row in rows:
        yield csv_line(_values(row))


def _table(rows: Sequence[object], kind: type, columns: Sequence[str]) -> Iterator[str]:
    """A table where every word has room on one line, else a block of lines for each row."""
    screen = Console(file=sys.stdout)
    width = screen.width if screen.is_terminal else WIDTH
    names = [column.rstrip("_").replace("_", " ") for column in columns]
    cells = [[_shown(getattr(row, column)) for column in columns] for row in rows]
    longest = [_longest([name, *told]) for name, *told in zip(names, *cells, strict=True)]
    fits = sum(longest) + BETWEEN * (len(names) - 1) <= width
    page = Console(
        file=StringIO(),
        width=width,
        force_terminal=screen.is_terminal,
        no_color=screen.no_color,
        highlight=False,
        emoji=False,
    )
    if fits:
        page.print(_lined_up(names, cells, longest))
    else:
        for row in cells:
            page.print(_block(names, row))
    assert isinstance(page.file, StringIO)
    yield "\n".join(line.rstrip() for line in page.file.getvalue().splitlines()) + "\n"


def _longest(cells: Sequence[str]) -> int:
    """The width of the longest word of a column."""
    return max((cell_len(word) for cell in cells for word in cell.split()), default=0)


def _lined_up(names: Sequence[str], cells: Sequence[Sequence[str]], widths: Sequence[int]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for name, width in zip(names, widths, strict=True):
        table.add_column(name, overflow="fold", min_width=width)
    for row in cells:
        table.add_row(*(Text(cell) for cell in row))
    return table


def _block(names: Sequence[str], row: Sequence[str]) -> Table:
    """What is told of one row, a line a column, an empty line below."""
    block = Table.grid(padding=(0, 2, 0, 0))
    block.add_column(style="bold", no_wrap=True)
    block.add_column(overflow="fold")
    for name, cell in zip(names, row, strict=True):
        if cell:
            block.add_row(Text(name), Text(cell))
    block.add_row("", "")
    return block


def _shown(value: object) -> str:
    """A value in a table: lists joined, null empty, no character that moves the cursor."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return one_line("; ".join(str(part) for part in value))
    if isinstance(value, float):
        return f"{value:,.10g}"
    return f"{value:,}" if isinstance(value, int) else one_line(str(value))


def _parquet(rows: Sequence[object], kind: type, output: Path | None) -> None:
    import pyarrow as pa
    from pyarrow import parquet

    from sayso.export.parquet import schema_of

    schema = schema_of(kind)
    columns = [
        pa.array([_values(row)[n] for row in rows], field.type) for n, field in enumerate(schema)
    ]
    table = pa.Table.from_arrays(columns, names=names_of(kind))
    if output is not None:
        parquet.write_table(table, output)
    elif sys.stdout.isatty():
        raise UsageError("Parquet is not for a terminal", "Give a file with -o, or a pipe.")
    else:
        with pa.PythonFile(sys.stdout.buffer, mode="w") as stream:
            parquet.write_table(table, stream)


_WRITERS: dict[str, Callable[[Sequence[object], type, Sequence[str]], Iterator[str]]] = {
    "table": _table,
    "jsonl": _jsonl,
    "csv": _csv,
}
