"""Named questions to a store, each with answers of its own type, newest report first."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Hashable
from dataclasses import dataclass, fields
from functools import cache
from typing import TypeVar, cast, get_type_hints

from sayso.store.filters import Filter, conditions, search_words
from sayso.store.flatten import Value

A = TypeVar("A")


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report: where it comes from and how much was found in it."""

    report: str
    published: str | None
    publisher: str | None
    title: str | None
    url: str | None
    language: str | None
    family: str | None
    statements: int
    events: int
    figures: int
    proposals: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A report in which the words asked for stand; ``snippet`` marks them with [ and ]."""

    report: str
    published: str | None
    publisher: str | None
    title: str | None
    snippet: str


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A statement; ``chain`` names those it was passed on by, innermost first."""

    report: str
    published: str | None
    publisher: str | None
    id: str
    claimant: str | None
    act: str
    content: str
    source: str | None
    source_type: str
    anonymous: bool
    manner: str
    cue: str
    addressee: str | None
    within: str | None
    chain: tuple[str, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event; ``claimant`` is null where the report itself says it."""

    report: str
    published: str | None
    publisher: str | None
    id: str
    type: str
    mode: str | None
    trigger_text: str
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    place: str | None
    where_name: str | None
    where_admin1: str | None
    where_country: str | None
    where_lat: float | None
    where_lon: float | None
    where_precision: str | None
    first_day: str | None
    last_day: str | None
    when_kind: str | None
    status: str
    claimant: str | None
    chain: tuple[str, ...]
    incident: str | None
    confidence: float


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure, with whose count it is and the day it stands for."""

    report: str
    published: str | None
    publisher: str | None
    id: str
    as_of: str | None
    claimant: str | None
    measure: str
    low: int | float | None
    high: int | float | None
    quantity: str
    counted: str | None
    class_: str | None
    by_whom: str | None
    place: str | None
    where_name: str | None
    where_admin1: str | None
    where_country: str | None
    scope: str
    since: str | None
    until: str | None
    status: str
    unverified: str | None
    part_of: str | None
    event: str | None
    incident: str | None
    chain: tuple[str, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """A proposal; ``terms`` and ``stances`` are in JSON as in the record."""

    report: str
    published: str | None
    publisher: str | None
    id: str
    name: str | None
    offered_by: tuple[str, ...]
    offered_to: tuple[str, ...]
    through: tuple[str, ...]
    state: str
    terms: str
    stances: str
    claimant: str | None
    confidence: float


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place that reports name, and in how many of them."""

    name: str
    admin1: str | None
    country: str | None
    lat: float | None
    lon: float | None
    precision: str | None
    reports: int
    mentions: int


_INCIDENT = "(SELECT i.id FROM incidents i WHERE i.report = r.key AND i.event = {})"
#: What a field of an answer is in SQL, where it is no column of the question's own table.
_FIELDS = {
    "report": "r.id", "published": "r.published", "publisher": "r.publisher", "class_": "t.class",
}  # fmt: skip


def ask_reports(connection: sqlite3.Connection, asked: Filter) -> list[ReportRow]:
    """Return the reports asked for."""
    counts = {
        table: f"(SELECT count(*) FROM {table} c WHERE c.report = r.key)"
        for table in ("statements", "events", "figures", "proposals")
    }
    own = {name: f"r.{name}" for name in ("title", "url", "language", "family", "sha256")}
    return _ask(connection, asked, "reports", ReportRow, counts | own)


def ask_statements(connection: sqlite3.Connection, asked: Filter) -> list[StatementRow]:
    """Return the statements asked for."""
    return _ask(connection, asked, "statements", StatementRow, {})


def ask_events(connection: sqlite3.Connection, asked: Filter) -> list[EventRow]:
    """Return the events asked for."""
    return _ask(connection, asked, "events", EventRow, {"incident": _INCIDENT.format("t.id")})


def ask_figures(connection: sqlite3.Connection, asked: Filter) -> list[FigureRow]:
    """Return the figures asked for, the latest day first."""
    return _ask(
        connection, asked, "figures", FigureRow,
        {"incident": _INCIDENT.format("coalesce(t.event, t.id)")},
        order="t.as_of DESC, t.report DESC, t.start_char",
    )  # fmt: skip


def ask_proposals(connection: sqlite3.Connection, asked: Filter) -> list[ProposalRow]:
    """Return the proposals asked for."""
    return _ask(connection, asked, "proposals", ProposalRow, {})


def ask_places(connection: sqlite3.Connection, asked: Filter) -> list[PlaceRow]:
    """Return the places named in the reports asked for, the most named first."""
    clause, values = conditions(asked, "places")
    rows = connection.execute(
        f"""SELECT coalesce(t.where_name, t.text), t.where_admin1, t.where_country,
            t.where_lat, t.where_lon, t.where_precision,
            count(DISTINCT t.report) AS reports, count(*) AS mentions
            FROM places t JOIN reports r ON r.key = t.report WHERE {clause}
            GROUP BY coalesce(t.where_id, t.where_name, t.text), t.where_country
            ORDER BY reports DESC, mentions DESC, 1 LIMIT ? OFFSET ?""",
        [*values, _limit(asked), asked.offset],
    )
    return [PlaceRow(*row) for row in rows]


def ask_search(connection: sqlite3.Connection, words: str, asked: Filter) -> list[Hit]:
    """Return the reports in which the words stand (see filters.search_words), newest first."""
    clause, values = conditions(asked, "search")
    # The order of keys is the order of publication, so that FTS5 stops after the first page.
    rows = connection.execute(
        f"""SELECT r.id, r.published, r.publisher, r.title,
            snippet(reports_fts, -1, '[', ']', '…', 24)
            FROM reports_fts JOIN reports r ON r.key = reports_fts.rowid
            WHERE reports_fts MATCH ? AND {clause}
            ORDER BY reports_fts.rowid DESC LIMIT ? OFFSET ?""",
        [search_words(words), *values, _limit(asked), asked.offset],
    )
    return [Hit(*row) for row in rows]


def count_hits(connection: sqlite3.Connection, words: str, at_most: int = 10_000) -> int:
    """Return in how many reports the words stand, counted up to one more than ``at_most``."""
    row = connection.execute(
        "SELECT count(*) FROM (SELECT 1 FROM reports_fts WHERE reports_fts MATCH ? LIMIT ?)",
        (search_words(words), at_most + 1),
    ).fetchone()
    return int(row[0])


def _ask(
    connection: sqlite3.Connection,
    asked: Filter,
    table: str,
    kind: type[A],
    special: dict[str, str],
    *,
    order: str | None = None,
) -> list[A]:
    clause, values = conditions(asked, table)
    names = _names(kind)
    columns = ", ".join(special.get(n) or _FIELDS.get(n) or f"t.{n}" for n in names)
    reports = table == "reports"
    source = "reports r" if reports else f"{table} t JOIN reports r ON r.key = t.report"
    order = order or ("r.key DESC" if reports else "t.report DESC, t.start_char, t.id")
    found = f"{source} WHERE {clause} ORDER BY {order} LIMIT ? OFFSET ?"
    if not reports and asked.limit is not None:
        # The keys are sorted alone, so that the wide rows are read for one page only.
        keys = f"SELECT t.report AS found_report, t.id AS found_id FROM {found}"
        found = f"({keys}) JOIN {table} t ON t.report = found_report AND t.id = found_id"
        found += f" JOIN reports r ON r.key = t.report ORDER BY {order}"
    rows = connection.execute(
        f"SELECT {columns} FROM {found}", [*values, _limit(asked), asked.offset]
    )
    listed = [n for n, name in enumerate(names) if _is_list(kind, name)]
    return [_answer(kind, row, listed) for row in rows]


def _answer(kind: type[A], row: tuple[Value, ...], listed: list[int]) -> A:
    values: list[object] = list(row)
    for at in listed:
        values[at] = tuple(str(part) for part in json.loads(str(row[at])) if part is not None)
    if kind is StatementRow:
        at = _names(kind).index("anonymous")
        values[at] = bool(values[at])
    return kind(*values)


def _names(kind: type) -> list[str]:
    return [field.name for field in fields(kind)]


def _is_list(kind: type, name: str) -> bool:
    return name in _lists(cast(Hashable, kind))


@cache
def _lists(kind: Hashable) -> frozenset[str]:
    """The fields of an answer that hold several words, looked up once."""
    hints = get_type_hints(kind)
    return frozenset(name for name in hints if hints[name] == tuple[str, ...])


def _limit(asked: Filter) -> int:
    return -1 if asked.limit is None else asked.limit
