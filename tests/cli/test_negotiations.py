"""The commands proposals, journeys and polls over a file of readings."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from sayso.cli.main import main
from sayso.evaluate.marked import read_marked
from sayso.record.reading import Article
from sayso.record.written import write_reading

TEXT = "=Talvia offered Mirania a truce. A poll by Lake found 40 percent in favour."


@pytest.fixture
def readings(tmp_path: Path) -> Path:
    marks = {
        "proposals": [{"id": "p1", "name": "a truce", "by": ["=Talvia"], "state": "offered"}],
        "polls": [
            {"id": "q1", "pollster": "Lake", "answers": [{"answer": "in favour", "share": 40}]}
        ],
    }
    reading = read_marked(Article("a", TEXT, published="2024-03-01"), marks)
    path = tmp_path / "readings.jsonl"
    path.write_text(write_reading(reading) + "\n", encoding="utf-8")
    return path


def run(*words: str) -> str:
    result = CliRunner().invoke(main, list(words))
    assert result.exit_code == 0, result.output
    return result.output


def test_proposals_come_with_their_steps(readings: Path) -> None:
    (line,) = run("proposals", str(readings)).splitlines()
    told = json.loads(line)
    assert told["versions"][0]["id"] == "a/p1"
    assert told["steps"][0]["what"] == "offered"
    assert "offered" in run("proposals", str(readings), "--format", "table")


def test_a_share_is_a_row_of_csv(readings: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("polls", str(readings), "--format", "csv"))))
    assert [(r["pollster"], r["answer"], r["share"]) for r in rows] == [("Lake", "in favour", "40")]
    (line,) = run("polls", str(readings)).splitlines()
    assert json.loads(line)["share"] == 40


def test_without_a_journey_only_the_head_is_written(readings: Path) -> None:
    assert run("journeys", str(readings)) == ""
    assert run("journeys", str(readings), "--format", "csv").startswith("traveller,")


@pytest.mark.parametrize("command", ["proposals", "journeys", "polls"])
def test_a_file_that_holds_no_reading_is_wrong_use(command: str, tmp_path: Path) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text('{"id": 3}\n', encoding="utf-8")
    for path in (bad, tmp_path / "none.jsonl"):
        result = CliRunner().invoke(main, [command, str(path)])
        assert result.exit_code == 2
        assert str(path) in result.output
