"""Tests of whole runs: the same bytes always, nothing twice, copies, and who may write where."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from pyarrow import dataset

from sayso.batch.one import Hall
from sayso.batch.run import find_source, run_batch
from sayso.batch.shard import Task
from sayso.errors import InputError, UsageError
from sayso.record.written import Json, read_reading

Lines = Callable[..., str]
Report = Callable[[int], str]
Tree = Callable[[Path], dict[str, str]]


def rows(out: Path, table: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = dataset.dataset(out / table).to_table().to_pylist()
    return sorted(found, key=lambda row: (str(row["shard"]), int(str(row["row"]))))


def run(
    out: Path,
    hall: Hall,
    *inputs: str,
    jobs: int = 1,
    part: tuple[int, int] = (1, 1),
    shard_size: int = 5,
) -> dict[str, Json]:
    source = find_source(inputs, shard_size=shard_size)
    return run_batch(source, Task(out, hall), jobs=jobs, part=part)


def test_one_two_and_four_processes_write_the_same_bytes(
    tmp_path: Path, halls: ModuleType, lines: Lines, report: Report, tree: Tree
) -> None:
    path = lines(*(report(n % 31) for n in range(40)))
    trees = []
    for jobs in (1, 2, 4):
        run(tmp_path / f"out{jobs}", halls.made, path, jobs=jobs)
        trees.append(tree(tmp_path / f"out{jobs}"))
    assert trees[0] == trees[1] == trees[2]
    assert len(trees[0]) > 8 * 5


def test_every_report_has_its_row_and_every_finding_its_words(
    tmp_path: Path, halls: ModuleType, lines: Lines, report: Report
) -> None:
    texts = [report(n) for n in range(12)]
    manifest = run(tmp_path / "out", halls.made, lines(*texts))
    found = rows(tmp_path / "out", "readings")
    assert [(r["id"], r["text"]) for r in found] == [(str(n), t) for n, t in enumerate(texts)]
    assert [f.low for r in found for f in read_reading(str(r["reading"])).figures] == [*range(12)]
    for table, column in (("figures", "quantity"), ("events", "trigger_text"), ("places", "text")):
        flat = rows(tmp_path / "out", table)
        assert len(flat) == 12
        by_key = {(r["shard"], r["row"]): str(r["text"]) for r in found}
        for row in flat:
            text = by_key[row["shard"], row["row"]]
            assert text[row["start_char"] : row["end_char"]] == row[column]  # type: ignore[misc]
    assert manifest["counts"] == {
        "readings": 12, "statements": 12, "events": 12, "figures": 12, "places": 12,
        "copies": 0, "failed": 0,
    }  # fmt: skip
    assert manifest["complete"] is True


def test_the_hashes_of_the_manifest_are_those_of_the_files(
    tmp_path: Path, halls: ModuleType, lines: Lines, report: Report, tree: Tree
) -> None:
    manifest = run(tmp_path / "out", halls.made, lines(*map(report, range(7))))
    parquet = {k: v for k, v in tree(tmp_path / "out").items() if k.endswith(".parquet")}
    assert manifest["files"] == parquet
    assert json.loads((tmp_path / "out" / "manifest.json").read_text()) == manifest


def test_a_report_is_read_once_and_its_copies_point_to_it(
    tmp_path: Path, halls: ModuleType, lines: Lines, report: Report
) -> None:
    first = lines(report(0), report(1), report(0), report(2), name="a.jsonl")
    second = lines(report(3), report(1), name="b.jsonl")
    manifest = run(tmp_path / "out", halls.counted, first, second, shard_size=3)
    assert (tmp_path / "read").read_text().split() == ["0", "1", "3", "0"]
    found = rows(tmp_path / "out", "readings")
    assert [(r["copy_of_shard"], r["copy_of_row"], r["copy_of"]) for r in found] == [
        (None, None, None),
        (None, None, None),
        ("00000-0000", 0, "0"),
        (None, None, None),
        (None, None, None),
        ("00000-0000", 1, "1"),
    ]
    assert manifest["counts"]["copies"] == 2  # type: ignore[call-overload, index]
    assert len(rows(tmp_path / "out", "events")) == 4


def test_what_is_done_is_not_done_again(
    tmp_path: Path, halls: ModuleType, lines: Lines, report: Report, tree: Tree
) -> None:
    path = lines(*map(report, range(20)))
    run(tmp_path / "out", halls.counted, path)
    (tmp_path / "out" / "done" / "00000-0001.json").unlink()
    (tmp_path / "out" / "events" / "00000-0002.parquet").unlink()
    before = tree(tmp_path / "out")
    run(tmp_path / "out", halls.counted, path)
    read = (tmp_path / "read").read_text().split()[20:]
    assert read == [str(n) for n in range(5, 15)]
    assert before.items() <= tree(tmp_path / "out").items()


SCRIPT = """
import sys, made_hall
from pathlib import Path
from sayso.batch.run import find_source, run_batch
from sayso.batch.shard import Task
run_batch(find_source([sys.argv[1]], shard_size=5), Task(Path(sys.argv[2]), made_hall.slow), jobs=2)
"""


def test_a_killed_run_goes_on_and_ends_with_the_same_bytes(
    tmp_path: Path, halls: ModuleType, lines: Lines, report: Report, tree: Tree
) -> None:
    path, out, marks = lines(*map(report, range(60))), tmp_path / "out", tmp_path / "read"
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    for wanted in (14, 33):
        child = subprocess.Popen([sys.executable, "-c", SCRIPT, path, str(out)], env=environment)
        until = time.monotonic() + 60
        while time.monotonic() < until and child.poll() is None:
            if marks.exists() and marks.read_text().count("\n") >= wanted:
                break
            time.sleep(0.005)
        child.kill()
        child.wait()
    done = {p.stem for p in (out / "done").glob("0*.json")}
    assert 0 < len(done) < 12
    before = marks.read_text().split()
    run(out, halls.slow, path, jobs=2)
    run(tmp_path / "undisturbed", halls.slow, path)
    assert tree(out) == tree(tmp_path / "undisturbed")
    read_again = marks.read_text().split()[len(before) : -60]
    kept = {str(5 * int(shard[-4:]) + n) for shard in done for n in range(5)}
    assert set(read_again) == {str(n) for n in range(60)} - kept


def test_the_parts_of_a_run_together_are_the_run(
    tmp_path: Path, halls: ModuleType, lines: Lines, report: Report, tree: Tree
) -> None:
    path = lines(*map(report, range(33)))
    manifests = [run(tmp_path / "parts", halls.counted, path, part=(n, 3)) for n in (2, 3, 1)]
    assert [m["complete"] for m in manifests] == [False, False, True]
    assert [m["shards_missing"] for m in manifests] == [5, 3, 0]
    assert sorted((tmp_path / "read").read_text().split(), key=int) == [str(n) for n in range(33)]
    run(tmp_path / "whole", halls.counted, path)
    assert tree(tmp_path / "parts") == tree(tmp_path / "whole")


def test_a_folder_of_something_else_is_left_as_it_is(
    tmp_path: Path, halls: ModuleType, lines: Lines, report: Report, tree: Tree
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "thesis.txt").write_text("chapter one")
    before = tree(out)
    with pytest.raises(UsageError, match=r"thesis\.txt.*nothing was written"):
        run(out, halls.made, lines(report(1)))
    assert tree(out) == before


def test_the_folder_of_another_run_is_left_as_it_is_and_what_differs_is_told(
    tmp_path: Path, halls: ModuleType, lines: Lines, report: Report, tree: Tree
) -> None:
    out, path = tmp_path / "out", lines(report(1), report(2))
    run(out, halls.made, path)
    before = tree(out)
    with pytest.raises(UsageError, match="shard_size was 5, is 6"):
        run(out, halls.made, path, shard_size=6)
    with pytest.raises(UsageError, match=r"model: was made_hall\.made, is made_hall\.counted"):
        run(out, halls.counted, path)
    with pytest.raises(UsageError, match=r"inputs: number 1 of 1 .*in\.jsonl"):
        run(out, halls.made, lines(report(1), report(2), report(3)))
    assert tree(out) == before


def test_where_nothing_can_be_written_the_reason_is_told(
    tmp_path: Path, halls: ModuleType, lines: Lines, report: Report
) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(InputError, match="cannot be written"):
        run(tmp_path / "file" / "out", halls.made, lines(report(1)))


FULL = """
import resource, sys, made_hall
from pathlib import Path
from sayso.batch.run import find_source, run_batch
from sayso.batch.shard import Task
from sayso.errors import SaysoError
source, out = find_source([sys.argv[1]], shard_size=4), Path(sys.argv[2])
run_batch(source, Task(out, made_hall.counted), part=(1, 3))
resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000))
try:
    run_batch(source, Task(out, made_hall.counted))
except SaysoError as fault:
    print(fault)
"""


def test_a_disk_that_is_full_is_told_and_what_was_done_is_kept(
    tmp_path: Path, halls: ModuleType, lines: Lines, report: Report, tree: Tree
) -> None:
    path, out = lines(*(report(n) * 40 for n in range(12))), tmp_path / "out"
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, "-c", FULL, path, str(out)]
    told = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert "cannot be written" in told.stdout
    assert "give the same command again" in told.stdout
    assert [p.name for p in (out / "done").iterdir()] == ["00000-0000.json"]
    assert not list(out.rglob("*.part"))
    (tmp_path / "read").unlink()
    run(out, halls.counted, path, shard_size=4)
    assert (tmp_path / "read").read_text().split() == [str(n) for n in range(4, 12)]
    run(tmp_path / "whole", halls.counted, path, shard_size=4)
    assert tree(out) == tree(tmp_path / "whole")


def test_inputs_are_files_folders_and_patterns(tmp_path: Path) -> None:
    for name in ("b/2.txt", "a/1.txt", "a/photo.png", "c.jsonl"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("words")
    words = [str(tmp_path / "c.jsonl"), str(tmp_path / "a"), str(tmp_path / "?" / "2.*")]
    assert [Path(path).name for path, _ in find_source(words).files] == [
        "c.jsonl",
        "1.txt",
        "2.txt",
    ]
    assert find_source(words).files[0][1] == 5
    with pytest.raises(InputError, match="nowhere"):
        find_source([str(tmp_path / "nowhere*")])
    with pytest.raises(UsageError, match="pipe"):
        find_source(["-"])
