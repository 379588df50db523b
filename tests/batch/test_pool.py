"""Tests of reading side by side in several processes."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.batch.one import Hall, unread
from sayso.batch.reports import read_all
from sayso.record.reading import Article
from sayso.record.written import write_reading

DEADLY = """
import os, time
from sayso.batch.one import unread

def hall(article):
    if article.text == "deadly":
        os._exit(9)
    if article.text == "slow":
        time.sleep(0.2)
    if article.text == "faulty":
        raise LookupError("no such thing")
    return unread(article)
"""


@pytest.fixture
def hall(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Hall:
    """An extraction in a file of its own, so that other processes can load it."""
    (tmp_path / "deadly_hall.py").write_text(DEADLY)
    monkeypatch.syspath_prepend(str(tmp_path))
    found: Hall = importlib.import_module("deadly_hall").hall
    return found


def articles(*texts: str) -> list[Article]:
    return [Article(f"a{n}", text) for n, text in enumerate(texts)]


def test_two_processes_write_the_same_lines_in_the_same_order_as_one(hall: Hall) -> None:
    given = articles(*(["slow", "quick", "faulty"] * 8))
    alone, together = (
        [write_reading(reading) for _, reading in read_all(given, jobs=jobs, hall=hall)]
        for jobs in (1, 2)
    )
    assert together == alone


def test_a_report_that_kills_its_process_is_lost_alone(hall: Hall) -> None:
    given = articles("a", "deadly", "b", "c", "d", "deadly", "e")
    found = [reading for _, reading in read_all(given, jobs=2, hall=hall)]
    assert [r.id for r in found] == [a.id for a in given]
    assert [[p.code for p in r.problems] for r in found] == [
        ["crashed"] if a.text == "deadly" else [] for a in given
    ]


def test_only_a_few_reports_are_taken_ahead() -> None:
    taken = 0

    def endless() -> Iterator[Article]:
        nonlocal taken
        while True:
            taken += 1
            yield Article(str(taken), "text")

    pairs = read_all(endless(), jobs=2, hall=unread)
    assert [next(pairs)[1].id for _ in range(5)] == ["1", "2", "3", "4", "5"]
    assert taken < 20
    pairs.close()  # type: ignore[attr-defined]
