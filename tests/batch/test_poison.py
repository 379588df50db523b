"""Tests of reports that harm the process which reads them, and of inputs that are broken."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pyarrow as pa
import pytest
from pyarrow import dataset, parquet

from sayso.batch.run import find_source, run_batch
from sayso.batch.shard import Task
from sayso.errors import ModelError
from sayso.record.reading import Article, Reading

Lines = Callable[..., str]
Report = Callable[[int], str]
HARM = {"3": "deadly", "8": "endless", "9": "hungry", "14": "faulty"}
CODES = {"3": "crashed", "8": "out-of-time", "9": "out-of-memory", "14": "crashed"}


def test_reports_that_do_harm_are_set_aside_with_the_reason_and_all_others_are_read(
    tmp_path: Path, halls: ModuleType, lines: Lines, report: Report
) -> None:
    path = lines(*(f"{report(n)} {HARM.get(str(n), '')}" for n in range(20)))
    task = Task(tmp_path / "out", halls.harmed, seconds=3)
    manifest = run_batch(find_source([path], shard_size=10), task, jobs=2)
    found = dataset.dataset(tmp_path / "out" / "readings").to_table().to_pylist()
    assert {
        r["id"]: json.loads(r["problems"])[0]["code"] for r in found if not r["is_read"]
    } == CODES
    assert {r["id"] for r in found if r["reading"]} == {str(n) for n in range(20)} - CODES.keys()
    aside = manifest["set_aside"]
    assert {a["id"]: a["code"] for a in aside} == CODES  # type: ignore[call-overload, union-attr, index]
    reasons = {a["id"]: a["reason"] for a in aside}  # type: ignore[call-overload, union-attr, index]
    assert "SIGSEGV" in reasons["3"]
    assert "3 seconds" in reasons["8"]
    assert "no such thing" in reasons["14"]
    assert manifest["failures"] == {"crashed": 2, "out-of-memory": 1, "out-of-time": 1}
    assert manifest["complete"] is True


def test_a_report_is_not_blamed_for_what_was_before_it(
    tmp_path: Path, halls: ModuleType, lines: Lines, report: Report
) -> None:
    path = lines(report(1), "second " + report(2), report(3))
    manifest = run_batch(find_source([path]), Task(tmp_path / "out", halls.after_another))
    assert manifest["failures"] == {}


def no_model(article: Article) -> Reading:
    raise ModelError("the weights are gone")


def test_missing_weights_stop_the_run(
    tmp_path: Path, halls: ModuleType, lines: Lines, report: Report
) -> None:
    with pytest.raises(ModelError, match="the weights are gone"):
        run_batch(find_source([lines(report(1))]), Task(tmp_path / "out", halls.without_model))
    assert not [*(tmp_path / "out" / "done").iterdir()]


def test_broken_inputs_are_told_and_everything_else_is_read(
    tmp_path: Path, halls: ModuleType, lines: Lines, report: Report
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    raw = Path(lines(*map(report, range(300)))).read_bytes()
    (folder / "a.jsonl.gz").write_bytes(gzip.compress(raw)[:-30])
    (folder / "b.jsonl.gz").write_bytes(gzip.compress(b" " * 3_000_000))
    parquet.write_table(pa.table({"body": [report(400)]}), folder / "c.parquet")
    (folder / "d.warc").write_bytes(b"WARC/1.0\r\nContent-Le")
    (folder / "e.txt").write_text(report(500))
    (folder / "f.jsonl").write_text("{bad\n" + json.dumps({"id": "f", "text": report(600)}))
    manifest = run_batch(find_source([str(folder)]), Task(tmp_path / "out", halls.made))
    assert manifest["failures"] == {
        "bad-line": 1, "bomb": 1, "no-column": 1, "truncated": 2,
    }  # fmt: skip
    texts = dataset.dataset(tmp_path / "out" / "readings").to_table()["text"].to_pylist()
    assert {report(0), report(200), report(500), report(600)} <= set(texts)
    assert manifest["complete"] is True
