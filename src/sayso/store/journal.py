"""A store to its runs, its decisions, and the counts of what is in it."""

from __future__ import annotations

import os
import socket
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import metadata

from sayso.store.verifying import decision_hash


@dataclass(frozen=True, slots=True)
class Run:
    """One run: what it did (add, retry, reread), with which engine, and how it ended.

    ``finished`` is null while it goes on, and for ever where it was cut off.
    """

    id: int
    kind: str
    engine: str
    started: str
    finished: str | None
    added: int
    known: int
    failed: int
    pid: int
    host: str


@dataclass(frozen=True, slots=True)
class Status:
    """What is in a project: counts, first and last day, outlets and languages with counts.

    ``undated`` is how many reports have no day of publication.
    """

    name: str
    counts: dict[str, int]
    first_day: str | None
    last_day: str | None
    outlets: dict[str, int]
    languages: dict[str, int]
    runs: tuple[Run, ...]
    undated: int = 0


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided: about which finding or link, which field, from what to what, why."""

    made: str
    who: str
    about: str
    field: str
    old: str | None
    new: str | None
    why: str


def begin_run(connection: sqlite3.Connection, kind: str, engine: str, started: str) -> int:
    """Write that a run begins, and return its number."""
    cursor = connection.execute(
        """INSERT INTO runs (kind, engine, version, started, pid, host)
           VALUES (?, ?, ?, ?, ?, ?)""",
        (kind, engine, version(), started, os.getpid(), socket.gethostname()),
    )
    return int(cursor.lastrowid or 0)


def count_run(connection: sqlite3.Connection, run: int, counts: Mapping[str, int]) -> None:
    """Write how many reports a run has added, known already, and failed."""
    connection.execute(
        "UPDATE runs SET added = ?, known = ?, failed = ? WHERE id = ?",
        (counts["added"], counts["known"], counts["failed"], run),
    )


def end_run(connection: sqlite3.Connection, run: int, finished: str) -> None:
    """Write that a run has come to its end."""
    connection.execute("UPDATE runs SET finished = ? WHERE id = ?", (finished, run))


def runs(connection: sqlite3.Connection) -> tuple[Run, ...]:
    """Return the runs, oldest first."""
    rows = connection.execute(
        """SELECT id, kind, engine, started, finished, added, known, failed, pid, host
           FROM runs ORDER BY id"""
    )
    return tuple(Run(*row) for row in rows)


def status(connection: sqlite3.Connection, name: str) -> Status:
    """Return what is in the store of a project of that name."""
    tables = (
        "reports", "statements", "events", "figures", "proposals", "polls", "links", "decisions",
        "errors",
    )  # fmt: skip
    counts = {table: _one(connection, f"SELECT count(*) FROM {table}") for table in tables}
    counts["incidents"] = _one(connection, "SELECT count(DISTINCT id) FROM incidents")
    first, last = connection.execute(
        "SELECT min(published), max(published) FROM reports"
    ).fetchone()
    return Status(
        name, counts, first, last,
        _tally(connection, "publisher"), _tally(connection, "language"), runs(connection),
        _one(connection, "SELECT count(*) FROM reports WHERE published IS NULL"),
    )  # fmt: skip


def odd_days(connection: sqlite3.Connection, run: int, today: str) -> tuple[list[str], list[str]]:
    """Return the reports that a run read which have no day, and those of a day after ``today``."""
    rows = connection.execute(
        """SELECT r.id, r.published FROM readings g JOIN reports r ON r.key = g.report
           WHERE g.run = ?1 AND (r.published IS NULL OR substr(r.published, 1, 10) > ?2)
           ORDER BY r.key""",
        (run, today[:10]),
    ).fetchall()
    return [id for id, day in rows if day is None], [id for id, day in rows if day is not None]


def write_decision(connection: sqlite3.Connection, decision: Decision) -> None:
    """Write a decision, sealed with the hash of the one before it."""
    parts = [
        decision.made, decision.who, decision.about, decision.field,
        decision.old, decision.new, decision.why,
    ]  # fmt: skip
    row = connection.execute("SELECT sha256 FROM decisions ORDER BY id DESC LIMIT 1").fetchone()
    connection.execute(
        """INSERT INTO decisions (made, who, about, field, old, new, why, sha256)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
        (*parts, decision_hash("" if row is None else row[0], parts)),
    )


def decisions(connection: sqlite3.Connection, about: str | None = None) -> list[Decision]:
    """Return the decisions, oldest first: all, or those about one finding or link."""
    rows = connection.execute(
        """SELECT made, who, about, field, old, new, why FROM decisions
           WHERE ?1 IS NULL OR about = ?1 ORDER BY id""",
        (about,),
    )
    return [Decision(*row) for row in rows]


def version() -> str:
    """Return the installed version of sayso, "0" where it is run from its sources."""
    try:
        return metadata.version("sayso")
    except metadata.PackageNotFoundError:
        return "0"


def _one(connection: sqlite3.Connection, sql: str) -> int:
    return int(connection.execute(sql).fetchone()[0])


def _tally(connection: sqlite3.Connection, column: str) -> dict[str, int]:
    rows = connection.execute(
        f"""SELECT coalesce({column}, ''), count(*) FROM reports
            GROUP BY 1 ORDER BY 2 DESC, 1"""
    )
    return dict(rows.fetchall())
