"""Tests of sayso read."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from sayso.cli.read import read
from sayso.read.formats import FORMATS
from sayso.record.written import read_reading

Run = Callable[..., Result]
REPORT = "The army said 12 men had been killed in the north.\r\nThe ministry said that it was 9."
REPORTS = "".join(
    json.dumps({"id": f"a{n}", "text": f"The army said {n} had been killed there.", "date": day})
    + "\n"
    for n, day in enumerate(["1999-09-20", "1999-09-21", None])
)


@pytest.fixture
def story(tmp_path: Path) -> Path:
    (tmp_path / "story.txt").write_bytes(REPORT.encode())
    return tmp_path / "story.txt"


def test_in_a_pipe_the_record_comes_as_json_lines(run: Run, story: Path) -> None:
    result = run("read", str(story))
    (line,) = result.stdout.splitlines()
    reading = read_reading(line)
    assert [f.low for f in reading.figures] == [12, 9]
    spans = [f.quantity for f in reading.figures] + [
        c for s in reading.statements for c in s.content
    ]
    assert all(s.is_verbatim(REPORT) for s in spans)
    assert (result.exit_code, result.stderr) == (0, "")


def test_ids_and_days_of_json_lines_are_kept_in_order(run: Run) -> None:
    result = run("read", "--from", "jsonl", "--date", "2000-01-01", "-", input=REPORTS)
    found = [read_reading(line) for line in result.stdout.splitlines()]
    assert [(r.id, r.published) for r in found] == [
        ("a0", "1999-09-20"),
        ("a1", "1999-09-21"),
        ("a2", "2000-01-01"),
    ]


def test_one_bad_line_does_not_stop_the_others_and_is_listed(run: Run) -> None:
    first, *rest = REPORTS.splitlines(keepends=True)
    result = run("read", "--from", "jsonl", "-", input=first + "{bad\n" + "".join(rest))
    assert result.exit_code == 3
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == [
        "a0",
        "standard input:2",
        "a1",
        "a2",
    ]
    assert "1 of 4 reports could not be read" in result.stderr
    assert "bad-line: line 2 of standard input" in result.stderr


def test_a_page_to_read_shows_who_says_it_with_the_words(run: Run, story: Path) -> None:
    told = run("read", "--format", "table", str(story), "--date", "1999-09-20").stdout
    for words in (
        "Who says what",
        "What happened, and what did not",
        "How many, by whose count",
        "reported by the report › army (s1)",
        "“The army said 12 men had been killed in the north.”",
        "12, killed",
        "1999-09-20",
    ):
        assert words in told
    assert "\x1b" not in told


@pytest.mark.parametrize("shape", ["table", "jsonl", "html"])
def test_a_file_is_written_whole_and_says_nothing_else(
    run: Run, story: Path, tmp_path: Path, shape: str
) -> None:
    out = tmp_path / "out"
    result = run("read", str(story), "--format", shape, "-o", str(out))
    assert (result.exit_code, result.stdout) == (0, "")
    assert out.read_text() == run("read", str(story), "--format", shape).stdout


@pytest.mark.parametrize(
    ("name", "start"),
    [("o.jsonl", '{"id"'), ("o.html", "<!doctype html>"), ("o.txt", "The army said")],
)
def test_the_end_of_the_output_names_its_form(
    run: Run, story: Path, tmp_path: Path, name: str, start: str
) -> None:
    run("read", str(story), "-o", str(tmp_path / name))
    assert (tmp_path / name).read_text().startswith(start)


def test_the_old_file_stays_where_the_input_is_not_there(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text("old")
    result = run("read", str(tmp_path / "nowhere.txt"), "-o", str(out))
    assert result.exit_code == 2
    assert "E-INPUT" in result.stderr and "nowhere.txt" in result.stderr
    assert out.read_text() == "old"


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["-", "--jobs", "0"],
        ["-", "--from", "docx"],
        ["-", "--format", "xml"],
        ["-", "--date", "Tuesday"],
        ["-", "-o", "/no/such/folder/out.jsonl"],
    ],
)
def test_wrong_use_is_told(run: Run, words: list[str]) -> None:
    result = run("read", *words, input=REPORT)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "rror" in result.stderr


def test_every_format_that_can_be_read_can_be_named() -> None:
    (option,) = [p for p in read.params if p.name == "form"]
    assert list(option.type.choices) == ["auto", *(f.name for f in FORMATS)]  # type: ignore[attr-defined]


def test_a_hostile_report_cannot_steer_the_terminal(run: Run) -> None:
    text = "\x1b]0;owned\x07The \x1b[31marmy said 5 were \u202ekilled."
    line = json.dumps({"id": "\x1b[2J", "title": "\x1b[1m[red]x[/red]", "text": text})
    told = run("read", "--format", "table", "--from", "jsonl", "-", input=line).stdout
    assert "\x1b" not in told and "\x07" not in told and "\u202e" not in told
    assert "[red]x[/red]" in told
