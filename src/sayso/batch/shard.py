"""One shard of a batch: its staged reports to Parquet files, past those that cannot be read."""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from sayso.batch import tables
from sayso.batch.child import Child, Died
from sayso.batch.folder import DONE, read_json, unwritten, write_json
from sayso.batch.one import Hall, unread
from sayso.batch.plan import copies
from sayso.batch.rows import COLUMNS, Rows, make_ready, read_rows, row_of_copy, rows_of
from sayso.batch.staging import staged
from sayso.errors import ModelError
from sayso.read.problems import FAILURES, is_failed
from sayso.record.reading import Article
from sayso.record.written import Json
from sayso.store.flatten import Row

#: Times that a report may end its process before it is set aside. The second time it is read first
#: in a fresh process, so that what came before it cannot be the cause.
TRIES = 2
#: Seconds for a process to load the model.
START = 300.0
#: Codes of reports that were set aside because they ended their process or failed in it.
SET_ASIDE = ("crashed", "out-of-memory", "out-of-time")


@dataclass(frozen=True)
class Task:
    """How the shards of a run are read: ``seconds`` and ``memory`` (bytes) are for each report.

    ``hall`` takes the place of the extraction; it must be a function of a module.
    """

    out: Path
    hall: Hall | None = None
    seconds: float = 60.0
    memory: int = 1_000_000_000


def read_shard(task: Task, shard: str, child: Child) -> str:
    """Write the tables of a shard, and then that it is done, unless it is; return its name.

    ``done/00003-0001.json`` holds the counts, failures and hashes. Raises InputError where the
    folder cannot be written to, and ModelError where the weights are missing.
    """
    if is_done(task.out, shard):
        return shard
    try:
        told = _write(task, shard, child)
    except OSError as fault:
        raise unwritten(task.out / "*" / f"{shard}.parquet", fault) from fault
    write_json(task.out / DONE / f"{shard}.json", told)
    return shard


def is_done(out: Path, shard: str) -> bool:
    """Tell whether a shard is done and its files are there."""
    if not (out / DONE / f"{shard}.json").exists():
        return False
    return all(tables.path(out, table, shard).exists() for table in COLUMNS)


def done(out: Path, shard: str) -> dict[str, Json] | None:
    """Return what was told of a shard when it was done: counts, failures, files; else None."""
    return read_json(out / DONE / f"{shard}.json") if is_done(out, shard) else None


def _write(task: Task, shard: str, child: Child) -> dict[str, Json]:
    originals = copies(task.out, shard)
    failures: list[Json] = []
    with tables.written(task.out, shard) as found:
        for row, article in enumerate(staged(task.out, shard)):
            if row in originals:
                rows = row_of_copy(article, originals[row])
            else:
                rows = _read(task, article, child)
                failures += _failure(row, rows["readings"][0])
            found.add(row, rows)
    counts: dict[str, Json] = {"copies": len(originals), "failed": len(failures)}
    hashes: dict[str, Json] = {**tables.hashes(task.out, shard)}
    return {"counts": {**found.counts, **counts}, "failures": failures, "files": hashes}


def _read(task: Task, article: Article, child: Child) -> Rows:
    if is_failed(article.problems):
        return rows_of(article, unread(article))
    for _ in range(TRIES):
        if not child.is_running:
            _start(task, child)
        try:
            return child.call(read_rows, article, task.hall, task.memory, seconds=task.seconds)
        except Died as fault:
            problem = fault.problem
    return rows_of(article, unread(article, problem))


def _start(task: Task, child: Child) -> None:
    try:
        child.call(make_ready, task.hall, task.memory, seconds=START)
    except Died as fault:
        advice = "run sayso doctor, and see that the memory of this machine suffices"
        raise ModelError(f"the model could not be loaded: {fault}", advice) from fault


def _failure(row: int, reading: Row) -> list[Json]:
    """The first problem that kept a report from being read."""
    problems = json.loads(str(reading["problems"]))
    codes = ((p["code"], p["reason"]) for p in problems if p["code"] in FAILURES)
    return [
        {"row": row, "id": reading["id"], "code": code, "reason": reason}
        for code, reason in islice(codes, 1)
    ]
