"""Rows of one type to a JSON document or a CSV table that no spreadsheet takes for formulas."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from typing import cast

from sayso.record.written import Json
from sayso.web.visit import Page

#: Signs that make a spreadsheet read a cell as a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_json(page: Page, asked: dict[str, str]) -> str:
    """Return the page as JSON: its title, what was asked, what it tells of all, and its rows."""
    told = {"title": page.title, "asked": asked, "about": page.about, "rows": list(page.rows)}
    return json.dumps(plain(told), ensure_ascii=False, indent=1)


def write_csv(rows: Sequence[object]) -> str:
    """Return the rows as CSV in UTF-8 with a mark at its head, which spreadsheets look for."""
    stream = io.StringIO()
    writer = csv.writer(stream)
    if rows:
        names = [f.name.rstrip("_") for f in fields(cast("type", type(rows[0])))]
        writer.writerow(names)
        writer.writerows([cell(value) for value in _values(row)] for row in rows)
    return "\ufeff" + stream.getvalue()


def cell(value: object) -> str | int | float:
    """Return what stands in a cell: numbers as they are, bars within lists, words made safe."""
    if value is None:
        return ""
    if isinstance(value, (int, float)):
        return value
    if isinstance(value, (tuple, list)):
        value = " | ".join(str(cell(part)) for part in value)
    words = str(value) if isinstance(value, str) else json.dumps(plain(value), ensure_ascii=False)
    return "'" + words if words.startswith(_FORMULA) else words


def plain(value: object) -> Json:
    """Return a value as plain JSON values; dataclasses as objects."""
    if value is None or isinstance(value, (str, int, float, bool)):
        return value
    if isinstance(value, dict):
        return {str(key).rstrip("_"): plain(part) for key, part in value.items()}
    if isinstance(value, (tuple, list)):
        return [plain(part) for part in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name.rstrip("_"): plain(getattr(value, f.name)) for f in fields(value)}
    raise TypeError(f"{type(value).__name__} cannot be written as JSON")


def _values(row: object) -> list[object]:
    assert is_dataclass(row) and not isinstance(row, type)
    return [getattr(row, f.name) for f in fields(row)]
