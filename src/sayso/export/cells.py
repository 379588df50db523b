"""Values to cells of a sheet: plain, and never a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

Cell = str | int | float | bool | None

#: What a spreadsheet takes for the beginning of a formula, in the wide forms too.
_FORMULA = re.compile(
    r"^[\t\r]|^[\s\x00-\x20\u00a0\ufeff\u200b-\u200f]*[=+\-@\uff1d\uff0b\uff0d\uff20|%]"
)
#: Characters that XML, and with it XLSX, cannot hold.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")
#: The longest text that a cell of XLSX holds.
LONGEST = 32_767


def plain_cell(value: object) -> Cell:
    """Return a value as a cell: lists joined by "; ", null and numbers as they are."""
    if value is None or isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, (list, tuple)):
        return "; ".join(str(part) for part in value)
    return str(value)


def safe_cell(value: object) -> Cell:
    """Return a value as a cell of CSV; words that could be a formula begin with an apostrophe."""
    cell = plain_cell(value)
    if not isinstance(cell, str):
        return cell
    cell = _ILLEGAL.sub("\ufffd", cell)
    if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell):
        return "'" + cell
    return cell


def sheet_cell(value: object) -> Cell:
    """Return a value as a cell of XLSX: without what XML cannot hold, cut to what fits."""
    cell = plain_cell(value)
    if not isinstance(cell, str):
        return cell
    cell = _ILLEGAL.sub("\ufffd", cell)
    return cell if len(cell) <= LONGEST else cell[: LONGEST - 1] + "…"


def csv_line(values: Iterable[object]) -> str:
    """Return one line of CSV (RFC 4180, but with a bare line feed at its end)."""
    line = io.StringIO()
    # With this ending the writer puts a lone carriage return between quotes, too.
    csv.writer(line, lineterminator="\r\n").writerow([safe_cell(value) for value in values])
    return line.getvalue()[:-2] + "\n"


def csv_head(columns: Sequence[str]) -> str:
    """Return the head line: the names of the columns."""
    return csv_line(columns)
