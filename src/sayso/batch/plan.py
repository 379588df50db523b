"""Staged reports to the plan of a run: its shards, and which reports are copies of others."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import cast

from sayso.batch.folder import PLAN, read_json, unwritten, write_json
from sayso.batch.staging import keys, sizes
from sayso.record.written import Json

#: The file that says that all is planned.
FILE = "plan.json"
#: Where a copy's original stands: its shard, its row there (from 0), and its id.
Original = tuple[str, int, str]


def shards(out: Path) -> dict[str, int] | None:
    """Return the names of all shards and how many reports each holds; None: not yet planned."""
    if not (out / PLAN / FILE).exists():
        return None
    return cast(dict[str, int], read_json(out / PLAN / FILE)["shards"])


def plan(out: Path, portions: Sequence[str]) -> None:
    """Write the plan: every report whose text stands earlier in the run is a copy of that one."""
    found: dict[str, Json] = {}
    index = out / PLAN / ".seen.sqlite"
    index.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(index, isolation_level=None)) as seen:
            seen.execute("PRAGMA synchronous = OFF")
            seen.execute("PRAGMA journal_mode = OFF")
            seen.execute(
                "CREATE TABLE seen (key BLOB PRIMARY KEY, shard TEXT, row INT, id TEXT)"
                " WITHOUT ROWID"
            )
            for portion in portions:
                seen.execute("BEGIN")
                for shard, count, copies in _copies(out, portion, seen):
                    found[shard] = count
                    if copies:
                        write_json(_path(out, shard), copies)
                seen.execute("COMMIT")
    except sqlite3.OperationalError as fault:
        raise unwritten(index, OSError(0, str(fault))) from fault
    finally:
        index.unlink(missing_ok=True)
    write_json(out / PLAN / FILE, {"shards": found})


def copies(out: Path, shard: str) -> dict[int, Original]:
    """Return the rows of a shard that are copies, and where their originals stand."""
    path = _path(out, shard)
    if not path.exists():
        return {}
    return {int(row): cast(Original, tuple(o)) for row, o in read_json(path).items()}  # type: ignore[arg-type]


def _copies(
    out: Path, portion: str, seen: sqlite3.Connection
) -> Iterator[tuple[str, int, dict[str, Json]]]:
    reports = keys(out, portion)
    for n, size in enumerate(sizes(out, portion)):
        shard = f"{portion}-{n:04}"
        copies: dict[str, Json] = {}
        for row in range(size):
            key, id = next(reports)
            if key is None:
                continue
            added = seen.execute(
                "INSERT OR IGNORE INTO seen VALUES (?, ?, ?, ?)", (key, shard, row, id)
            )
            if not added.rowcount:
                original = seen.execute("SELECT shard, row, id FROM seen WHERE key = ?", (key,))
                copies[str(row)] = list(original.fetchone())
        yield shard, size, copies


def _path(out: Path, shard: str) -> Path:
    return out / PLAN / f"{shard}.copies.json"
