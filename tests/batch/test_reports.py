"""Tests of reading one report or many."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.batch.one import read_one, unread
from sayso.batch.reports import extract, read, read_all, stream
from sayso.errors import InputError, ModelError, UsageError
from sayso.record.reading import Article, Reading, text_id

FRENCH = "Le ministre a dit que deux hommes sont morts dans la capitale, selon la police. " * 2


def lines(count: int) -> Iterator[Article]:
    return (Article(f"a{n}", f"report {n}") for n in range(count))


def breaks(article: Article) -> Reading:
    if article.id == "a3":
        raise KeyError("what no one thought of")
    return replace(unread(article), title="read")


def test_a_fault_of_the_program_costs_one_report_and_is_told() -> None:
    found = [reading for _, reading in read_all(lines(6), hall=breaks)]
    assert [r.id for r in found] == ["a0", "a1", "a2", "a3", "a4", "a5"]
    assert [r.title for r in found] == ["read"] * 3 + [None] + ["read"] * 2
    assert found[3].problems[0].code == "crashed"
    assert "what no one thought of" in found[3].problems[0].reason


def test_missing_weights_stop_everything() -> None:
    def hall(article: Article) -> Reading:
        raise ModelError("the weights are gone")

    with pytest.raises(ModelError):
        read_one(Article("a", "text"), hall=hall)


def test_many_reports_are_read_one_at_a_time() -> None:
    asked: list[str] = []

    def endless() -> Iterator[Article]:
        for article in lines(1_000_000):
            asked.append(article.id)
            yield article

    pairs = read_all(endless(), hall=unread)
    assert [next(pairs)[1].id for _ in range(3)] == ["a0", "a1", "a2"]
    assert len(asked) == 3


def test_no_job_at_all_is_refused() -> None:
    with pytest.raises(UsageError, match="0 jobs"):
        read_all(lines(1), jobs=0)


def test_a_report_that_cannot_be_read_is_a_reading_with_a_problem(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text(FRENCH)
    for reading in (read(story), read(str(story)), read(FRENCH.encode()), extract(FRENCH)):
        assert (reading.id, reading.language) == (text_id(FRENCH), "fr")
        assert [p.code for p in reading.problems] == ["not-english"]
        assert not reading.statements


def test_an_article_keeps_its_head(tmp_path: Path) -> None:
    reading = read(Article("x", "", title="T", url="u", publisher="P", published="1999-09-20"))
    assert (reading.id, reading.title, reading.url) == ("x", "T", "u")
    assert (reading.publisher, reading.published) == ("P", "1999-09-20")
    assert [p.code for p in reading.problems] == ["empty"]


def test_a_file_of_many_reports_is_for_stream(tmp_path: Path) -> None:
    many = tmp_path / "many.jsonl"
    many.write_text("".join(json.dumps({"id": str(n), "text": ""}) + "\n" for n in range(3)))
    with pytest.raises(UsageError, match="more than one"):
        read(many)
    assert [r.id for r in stream(many)] == ["0", "1", "2"]
    assert [r.id for r in stream([many, str(many)])] == ["0", "1", "2"] * 2


def test_a_file_of_no_report_is_told(tmp_path: Path) -> None:
    (tmp_path / "none.jsonl").write_text("\n")
    with pytest.raises(InputError, match="holds no report"):
        read(tmp_path / "none.jsonl")


def test_a_path_that_is_not_there_is_told_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nowhere"):
        stream([tmp_path / "nowhere"])


def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(UsageError, match="yesterday"):
        extract("text", published="yesterday")
