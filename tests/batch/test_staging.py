"""Tests of cutting the input into portions and shards."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from sayso.batch import plan
from sayso.batch.folder import DONE, PLAN
from sayso.batch.staging import PORTION, Source, keys, portions, sizes, stage, staged
from sayso.read.files import read_files

Lines = Callable[..., str]


@given(st.lists(st.integers(0, 2 * PORTION), max_size=40))
def test_portions_hold_every_file_once_and_are_not_too_large(lengths: list[int]) -> None:
    files = [(str(n), length) for n, length in enumerate(lengths)]
    found = portions(files)
    assert [file for part in found for file in files[part]] == files
    for part in found:
        many = lengths[part]
        assert many and (len(many) == 1 or sum(many) <= PORTION or sum(map(bool, many)) == 1)


def folder(tmp_path: Path) -> Path:
    for name in (PLAN, DONE):
        (tmp_path / name).mkdir()
    return tmp_path


def test_what_is_staged_is_what_the_readers_give(tmp_path: Path, lines: Lines) -> None:
    path = Path(
        lines("The mayor spoke of it.", "", "Le maire a dit que les hommes sont morts. " * 3)
    )
    path.write_text(path.read_text() + '{bad\n{"text": "half \\ud800 of it"}\n')
    source = Source(((str(path), path.stat().st_size),), shard_size=2)
    out = folder(tmp_path)
    assert stage(out, source, "00000") == "00000"
    assert sizes(out, "00000") == [2, 2, 1]
    found = [a for n in range(3) for a in staged(out, f"00000-{n:04}")]
    assert found == [*read_files([path])]
    assert [key is None for key, _ in keys(out, "00000")] == [False, True, True, True, False]


def test_a_copy_points_to_the_first_of_its_text(tmp_path: Path, lines: Lines) -> None:
    one, two = "The mayor spoke of it.", "The mayor said nothing."
    path = lines(one, two, one, "", "", two)
    out = folder(tmp_path)
    stage(out, Source(((path, 1),), shard_size=4), "00000")
    plan.plan(out, ["00000"])
    assert plan.shards(out) == {"00000-0000": 4, "00000-0001": 2}
    assert plan.copies(out, "00000-0000") == {2: ("00000-0000", 0, "0")}
    assert plan.copies(out, "00000-0001") == {1: ("00000-0000", 1, "1")}
    assert [p.name for p in (out / PLAN).iterdir() if "sqlite" in p.name] == []
