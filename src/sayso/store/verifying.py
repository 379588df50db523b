"""A store to the list of what in it is not as it was written."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.errors import ProjectError
from sayso.record.reading import Reading, text_hash
from sayso.record.written import read_reading
from sayso.store.adding import json_hash, spans_of
from sayso.store.flatten import Row, flatten
from sayso.store.vault import Vault


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is not as it was written: where, and what is wrong."""

    where: str
    what: str


def verify(connection: sqlite3.Connection, vault: Vault) -> Iterator[Fault]:
    """Yield every fault: pages, search index, texts, originals, spans, rows, decisions."""
    try:
        yield from _file(connection)
        yield from _reports(connection, vault)
        yield from _readings(connection)
        yield from _decisions(connection)
    except sqlite3.DatabaseError as failure:
        yield Fault("store.sqlite", f"cannot be read to its end: {failure}")


def _file(connection: sqlite3.Connection) -> Iterator[Fault]:
    for (line,) in connection.execute("PRAGMA integrity_check"):
        if line != "ok":
            yield Fault("store.sqlite", str(line))
    for table, *_ in connection.execute("PRAGMA foreign_key_check"):
        yield Fault("store.sqlite", f"a row of {table} points to nothing")


def _reports(connection: sqlite3.Connection, vault: Vault) -> Iterator[Fault]:
    seen: set[str] = set()
    rows = connection.execute("SELECT id, text, sha256, raw_sha256 FROM reports ORDER BY key")
    for id, text, sha256, raw in rows:
        if text_hash(text) != sha256:
            yield Fault(f"report {id}", "its text does not have the hash that was written")
        if raw not in seen:
            seen.add(raw)
            try:
                vault.read(raw)
            except ProjectError as failure:
                yield Fault(f"report {id}", failure.what)


def _readings(connection: sqlite3.Connection) -> Iterator[Fault]:
    rows = connection.execute(
        """SELECT r.key, r.id, r.text, g.run, g.current, g.json, g.sha256
           FROM readings g JOIN reports r ON r.key = g.report ORDER BY g.id"""
    )
    for key, id, text, run, current, written, sha256 in rows:
        where = f"report {id}, run {run}"
        if json_hash(written) != sha256:
            yield Fault(where, "the reading does not have the hash that was written")
        try:
            reading = read_reading(written)
        except ValueError as failure:
            yield Fault(where, f"the reading cannot be read: {failure}")
            continue
        for span in spans_of(reading):
            if not span.is_verbatim(text):
                yield Fault(where, f"characters {span.start}:{span.end} are not {span.text!r}")
        if current:
            yield from _columns(connection, key, reading, where)
    lost = connection.execute(
        """SELECT id FROM reports WHERE key NOT IN
           (SELECT report FROM readings WHERE current)"""
    )
    for (id,) in lost:
        yield Fault(f"report {id}", "has no reading")


def _columns(
    connection: sqlite3.Connection, key: int, reading: Reading, where: str
) -> Iterator[Fault]:
    """Compare the flattened rows of a report with its reading, and its own columns too."""
    for table, rows in flatten(reading).items():
        if _stored(connection, table, key, rows) != _wanted(rows):
            yield Fault(where, f"the rows of {table} are not those of the reading")
    columns = "id, title, url, publisher, published, sha256"
    row = connection.execute(f"SELECT {columns} FROM reports WHERE key = ?", (key,)).fetchone()
    told = (
        reading.id, reading.title, reading.url, reading.publisher, reading.published,
        reading.sha256,
    )  # fmt: skip
    if tuple(row) != told:
        yield Fault(where, "the columns of the report are not those of the reading")
    (indexed,) = connection.execute(
        "SELECT count(*) FROM reports_fts_docsize WHERE id = ?", (key,)
    ).fetchone()
    if not indexed:
        yield Fault(where, "the report is missing in the search index")


def _stored(connection: sqlite3.Connection, table: str, key: int, rows: list[Row]) -> set[object]:
    if not rows:
        (count,) = connection.execute(
            f"SELECT count(*) FROM {table} WHERE report = ?", (key,)
        ).fetchone()
        return set(range(count))
    found = connection.execute(f"SELECT {', '.join(rows[0])} FROM {table} WHERE report = ?", (key,))
    return {tuple(row) for row in found}


def _wanted(rows: list[Row]) -> set[object]:
    return {tuple(row.values()) for row in rows}


def _decisions(connection: sqlite3.Connection) -> Iterator[Fault]:
    before = ""
    rows = connection.execute(
        "SELECT id, made, who, about, field, old, new, why, sha256 FROM decisions ORDER BY id"
    )
    for id, *parts, sha256 in rows:
        if decision_hash(before, parts) != sha256:
            yield Fault(f"decision {id}", "was changed, or one before it was taken out")
        before = sha256


def decision_hash(before: str, parts: list[str | None]) -> str:
    """Return the SHA-256 of a decision and of the one before it: none can go unseen."""
    return hashlib.sha256(json.dumps([before, *parts]).encode()).hexdigest()
