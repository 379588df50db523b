"""Tests of sayso batch."""

from __future__ import annotations

import importlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sayso.batch.rows import COLUMNS
from sayso.cli.batch import batch, columns_of, part_of
from sayso.cli.main import main
from sayso.errors import UsageError
from sayso.read.formats import FORMATS

Run = Callable[..., Result]
MADE = """
from sayso.batch.one import unread

def hall(article):
    return unread(article)
"""


@pytest.fixture
def run_batch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command with an extraction that other processes can load."""
    (tmp_path / "plain_batch_hall.py").write_text(MADE)
    monkeypatch.syspath_prepend(str(tmp_path))
    hall = importlib.import_module("plain_batch_hall").hall
    return lambda *words: CliRunner().invoke(main, ["batch", *words], obj=hall)


@pytest.fixture
def reports(tmp_path: Path) -> str:
    path = tmp_path / "in.jsonl"
    texts = [f"The council of town {n} met on Monday." for n in range(9)]
    path.write_text("".join(json.dumps({"text": t}) + "\n" for t in texts))
    return str(path)


def test_a_run_writes_its_folder_and_says_what_it_did(
    tmp_path: Path, run_batch: Run, reports: str
) -> None:
    out = tmp_path / "out"
    result = run_batch(reports, "-o", str(out), "--jobs", "2", "--shard-size", "4")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "9 reports, 0 of them copies, 0 could not be read" in result.stderr
    assert "3 of 3 shards read" in result.stderr
    assert json.loads((out / "manifest.json").read_text())["complete"] is True
    again = run_batch(reports, "-o", str(out), "--shard-size", "4")
    assert again.exit_code == 0
    assert "shards read" not in again.stderr


def test_parts_of_a_run_say_what_is_still_to_be_done(
    tmp_path: Path, run_batch: Run, reports: str
) -> None:
    options = (reports, "-o", str(tmp_path / "out"), "--shard-size", "3")
    assert "2 of 3 shards are not done yet" in run_batch(*options, "--shard", "1/3").stderr
    assert "not done yet" not in run_batch(*options).stderr


def test_reports_that_cannot_be_read_are_counted_with_what_to_do(
    tmp_path: Path, run_batch: Run
) -> None:
    (tmp_path / "in.jsonl").write_text('{bad\n{"text": ""}\n')
    result = run_batch(str(tmp_path / "in.jsonl"), "-o", str(tmp_path / "out"))
    assert result.exit_code == 3
    assert "bad-line: 1 (write one JSON object a line" in result.stderr
    assert "empty: 1 (" in result.stderr


def test_misuse_is_told_and_writes_nothing(tmp_path: Path, run_batch: Run, reports: str) -> None:
    out = tmp_path / "out"
    for words, told in (
        (("--shard", "0/3"), "--shard 0/3"),
        (("--columns", "body=text"), "'body' in --columns"),
        (("--date", "yesterday"), "yesterday"),
    ):
        result = run_batch(reports, "-o", str(out), *words)
        assert result.exit_code == 2
        assert told in result.stderr
    assert not out.exists()


def test_columns_and_parts_are_read_or_refused() -> None:
    assert columns_of("text=body,id=key") == (("id", "key"), ("text", "body"))
    assert columns_of("") == ()
    assert part_of("2/3") == (2, 3)
    for wrong in ("text", "text=", "=body", "words=body"):
        with pytest.raises(UsageError):
            columns_of(wrong)
    for wrong in ("0/3", "4/3", "1", "a/b", "-1/3", "1/3/5"):
        with pytest.raises(UsageError):
            part_of(wrong)


def test_every_format_that_can_be_read_can_be_named() -> None:
    (option,) = [p for p in batch.params if p.name == "form"]
    assert list(option.type.choices) == ["auto", *(f.name for f in FORMATS)]  # type: ignore[attr-defined]


def test_every_option_format_and_table_stands_in_the_manual() -> None:
    manual = (Path(__file__).parents[2] / "docs" / "batch.md").read_text()
    options = [option for p in batch.params for option in p.opts if option.startswith("-")]
    wanted = {*options} - {"--output"}
    wanted |= {end for form in FORMATS for end in form.endings} | {f.name for f in FORMATS}
    wanted |= {*COLUMNS, "copy_of_shard", "copy_of_row", "copy_of"}
    assert [word for word in sorted(wanted) if word not in manual] == []
