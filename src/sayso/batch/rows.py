"""A report to the rows of the tables of a batch, within a limit of memory."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from sayso.batch.child_main import OUT_OF_MEMORY
from sayso.batch.one import Hall, read_one, unread
from sayso.read.problems import is_failed
from sayso.record.reading import Article, Problem, Reading
from sayso.record.written import to_json, write_reading
from sayso.store.flatten import Row, Value, flatten

#: What the model is tried on before the limit of memory is set: everything is loaded by then.
TRIAL = "Two soldiers were killed near Rafah on Tuesday, the army said."
_STATM = Path("/proc/self/statm")
Kind = type[str] | type[int] | type[float] | type[bool]
Columns = dict[str, Kind]
#: The rows of a report by table.
Rows = dict[str, list[Row]]

#: A report stands in a row of a shard, both counted from 0; its id need not be its alone.
_KEY: Columns = {"shard": str, "row": int}
_HEAD: Columns = {**_KEY, "report": str, "id": str, "start_char": int, "end_char": int}
_WHERE: Columns = {
    "where_name": str, "where_id": int, "where_admin1": str, "where_country": str,
    "where_lat": float, "where_lon": float, "where_precision": str,
}  # fmt: skip
_WHEN: Columns = {
    "time": str, "when_earliest": str, "when_latest": str, "when_grain": str, "when_kind": str,
    "first_day": str, "last_day": str,
}  # fmt: skip
_CLAIM: Columns = {
    "statement": str, "claimant": str, "claimant_type": str, "chain": str, "rule": str,
    "confidence": float,
}  # fmt: skip
#: The tables and their columns. Those of findings are columns of ``store.flatten``.
COLUMNS: dict[str, Columns] = {
    "readings": {
        **_KEY, "id": str, "title": str, "url": str, "publisher": str, "published": str,
        "language": str, "sha256": str, "is_read": bool, "copy_of": str, "copy_of_shard": str,
        "copy_of_row": int, "problems": str, "reading": str, "text": str,
    },
    "statements": {
        **_HEAD, "source": str, "source_type": str, "anonymous": int, "cue": str, "content": str,
        "manner": str, "act": str, "addressee": str, "within": str, "speaker": str,
        "speaker_id": str, "speaker_country": str, "speaker_sector": str, "claimant": str,
        "chain": str, "rule": str, "confidence": float,
    },
    "events": {
        **_HEAD, "trigger_text": str, "type": str, "mode": str, "actors": str, "targets": str,
        "place": str, **_WHERE, **_WHEN, "status": str, **_CLAIM,
    },
    "figures": {
        **_HEAD, "quantity": str, "low": float, "high": float, "measure": str, "counted": str,
        "class": str, "part_of": str, "by_whom": str, "place": str, **_WHERE, **_WHEN,
        "scope": str, "since": str, "until": str, "as_of": str, "status": str, "unverified": str,
        "event": str, **_CLAIM,
    },
    "places": {**_HEAD, "text": str, **_WHERE},
}  # fmt: skip


def read_rows(article: Article, hall: Hall | None, memory: int) -> Rows:
    """Return the rows of a report, read by ``hall`` (None: the extraction) in this process.

    A fault of the program gives the row of a report that was not read, with "crashed".
    ``memory`` is what ``make_ready`` takes.
    """
    make_ready(hall, memory)
    found: list[Rows] = []
    chosen = hall or _extraction()

    def read_and_flatten(article: Article) -> Reading:
        try:
            reading = chosen(article)
            found.append(rows_of(article, reading))
        except MemoryError:
            os._exit(OUT_OF_MEMORY)  # nothing in this process can be trusted any more
        return reading

    reading = read_one(article, hall=read_and_flatten)
    return found[0] if found else rows_of(article, reading)


def rows_of(article: Article, reading: Reading) -> Rows:
    """Return the rows of a reading, without "shard" and "row"."""
    flat = flatten(reading, [table for table in COLUMNS if table != "readings"])
    rows: Rows = {
        table: [_fitted({**row, "report": reading.id}, COLUMNS[table]) for row in found]
        for table, found in flat.items()
    }
    is_read = not is_failed(reading.problems)
    rows["readings"] = [
        {
            **_of_article(article),
            "language": reading.language or article.language,
            "sha256": reading.sha256,
            "is_read": is_read,
            "problems": _problems(reading.problems),
            "reading": write_reading(reading) if is_read else None,
            "text": article.text,
        }
    ]
    return rows


def row_of_copy(article: Article, original: tuple[str, int, str]) -> Rows:
    """Return the one row of a report whose text another one has; its own findings are there."""
    shard, row, id = original
    is_copy: Row = {"copy_of": id, "copy_of_shard": shard, "copy_of_row": row}
    told: Row = {"sha256": unread(article).sha256, "language": article.language}
    return {
        "readings": [
            {**_of_article(article), **told, **is_copy, "problems": _problems(article.problems)}
        ]
    }


@cache
def make_ready(hall: Hall | None, memory: int) -> None:
    """Load what the extraction needs, then limit this process to ``memory`` more bytes.

    Without a limit where the system has none. Raises ModelError where the weights are missing.
    """
    if hall is None:
        _extraction()(Article("trial", TRIAL, published="2024-02-06", language="en"))
    if not _STATM.exists():
        return
    import resource

    used = int(_STATM.read_text().split()[0]) * resource.getpagesize()
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (used + memory, hard))


def _extraction() -> Hall:
    from sayso.extract import extract

    return extract


def _of_article(article: Article) -> Row:
    names = ("id", "title", "url", "publisher", "published")
    return {name: getattr(article, name) for name in names}


def _problems(problems: Sequence[Problem]) -> str:
    return json.dumps(to_json(tuple(problems)), ensure_ascii=False)


def _fitted(row: Row, columns: Columns) -> Row:
    return {name: _as(columns[name], row[name]) for name in columns if name not in _KEY}


def _as(kind: Kind, value: Value) -> Value:
    return None if value is None else kind(value)
