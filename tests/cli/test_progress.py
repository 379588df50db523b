"""Tests of telling how far the reading is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sayso.batch.one import Pair
from sayso.cli import progress
from sayso.cli.progress import Course
from sayso.record.reading import Article, Problem, Reading


def pairs(count: int) -> Iterator[Pair]:
    return ((Article(str(n), "t"), Reading(str(n))) for n in range(count))


def test_where_there_is_no_terminal_a_line_comes_now_and_then(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(progress, "PAUSE", 0.0)
    list(Course(total=3).follow(pairs(3)))
    told = capsys.readouterr()
    assert [line.split()[:3] for line in told.err.splitlines()] == [
        [str(n), "reports", "read"] for n in (1, 2, 3)
    ]
    assert told.out == ""


@pytest.mark.parametrize("course", [Course(total=1), Course(total=3, is_told=False)])
def test_one_report_and_a_page_on_the_terminal_need_no_telling(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], course: Course
) -> None:
    monkeypatch.setattr(progress, "PAUSE", 0.0)
    list(course.follow(pairs(3)))
    assert capsys.readouterr().err == ""


def test_failures_are_kept_and_told_with_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    course = Course()
    failed = Reading("x", problems=(Problem("empty", "x.txt holds no words"),))
    noted = Reading("y", problems=(Problem("bad-date", "no date"),))
    list(course.follow([(Article("x", ""), failed), (Article("y", "t"), noted)]))
    course.tell_failures()
    assert capsys.readouterr().err.splitlines() == [
        "1 of 2 reports could not be read:",
        "  empty: x.txt holds no words",
        "empty: check that the file holds the report's text",
    ]
