"""Tests of reading JSON lines."""

from __future__ import annotations

import json
from collections.abc import Callable
from io import BufferedReader, BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.read import jsonl
from sayso.read.files import read_bytes
from sayso.read.formats import named
from sayso.record.reading import Article

Read = Callable[[str, bytes], list[Article]]


def line(**fields: object) -> bytes:
    return json.dumps(fields).encode() + b"\n"


def test_what_a_line_tells_of_its_report_is_kept(articles: Read) -> None:
    told = {
        "id": "x-1",
        "text": "a\r\nb",
        "title": "T",
        "url": "https://example.org/",
        "publisher": "P",
        "published": "1999-09-20",
        "language": "en-GB",
    }
    (article,) = articles("jsonl", line(**told))
    assert {name: getattr(article, name) for name in told} == told


@pytest.mark.parametrize(
    ("told", "outlet"),
    [
        ({"source": "Harbour Post"}, "Harbour Post"),
        ({"publisher": "Harbour Post", "source": "a feed"}, "Harbour Post"),
        ({"source": "https://example.org/7"}, None),
        ({"source": {"name": "Harbour Post"}}, None),
    ],
)
def test_the_outlet_may_be_called_the_source(
    told: dict[str, object], outlet: str | None, articles: Read
) -> None:
    (article,) = articles("jsonl", line(text="t", **told))
    assert article.publisher == outlet


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ({"date": "1999-09-20"}, "1999-09-20"),
        ({"published": "1999-09-20T23:30:00-05:00"}, "1999-09-20"),
        ({"published": "1999-09-20", "date": "2001-01-01"}, "1999-09-20"),
        ({"published": None, "date": None}, None),
        ({"published": ""}, None),
    ],
)
def test_the_day_comes_from_published_or_date(
    articles: Read, written: dict[str, object], kept: str | None
) -> None:
    (article,) = articles("jsonl", line(text="t", **written))
    assert (article.published, article.problems) == (kept, ())


@pytest.mark.parametrize("day", ["20 September", "1999-13-01", 19990920123, ["1999"], {"a": 1}])
def test_a_day_that_is_none_is_told_and_left_open(articles: Read, day: object) -> None:
    (article,) = articles("jsonl", line(text="t", date=day))
    assert article.published is None
    assert [p.code for p in article.problems] == ["bad-date"]


@pytest.mark.parametrize(
    "bad",
    [
        b"{bad",
        b"[1, 2]",
        b"17",
        b'{"id": "a"}',
        b'{"text": 5}',
        b'{"text": null}',
        b"[" * 100_000,
        b'{"text": "t", "n": ' + b"9" * 5_000 + b"}",
        b'"text"',
    ],
)
def test_a_bad_line_is_told_by_its_number_and_the_rest_goes_on(articles: Read, bad: bytes) -> None:
    first, failed, last = articles("jsonl", line(text="one") + bad + b"\n\n" + line(text="two"))
    assert (first.text, last.text) == ("one", "two")
    assert failed.id == "in:2"
    assert failed.problems[0].code == "bad-line"
    assert "line 2 of in" in failed.problems[0].reason


def test_numbers_as_ids_become_texts_and_other_values_are_passed_over(articles: Read) -> None:
    (article,) = articles("jsonl", line(id=7, text="t", title=["x"], url=True, publisher={}))
    assert (article.id, article.title, article.url, article.publisher) == ("7", None, None, None)


def test_halves_of_characters_are_written_as_replacement_and_told() -> None:
    (article,) = read_bytes(b'{"text": "a \\ud83d b", "title": "\\udc00"}\n')
    assert (article.text, article.title) == ("a \ufffd b", "\ufffd")
    assert [p.code for p in article.problems] == ["odd-characters"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_lines_in_other_encodings_are_read(articles: Read, encoding: str) -> None:
    raw = '{"text": "the café said “no” to the men of the town"}\n{"text": "two"}\n'.encode(
        encoding
    )
    assert [a.text for a in articles("jsonl", raw)] == [
        "the café said “no” to the men of the town",
        "two",
    ]


def test_a_line_that_is_too_long_is_passed_over(
    articles: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jsonl, "LONGEST_LINE", 50)
    raw = line(text="a") + line(text="b" * 200) + line(text="c")
    assert [(a.text, [p.code for p in a.problems]) for a in articles("jsonl", raw)] == [
        ("a", []),
        ("", ["too-long"]),
        ("c", []),
    ]


@given(st.lists(st.text(st.characters(exclude_categories=("Cs",))), max_size=8))
def test_any_texts_come_back_in_order(texts: list[str]) -> None:
    raw = b"".join(line(text=t) for t in texts)
    found = named("jsonl").reader(BufferedReader(BytesIO(raw)), "in")
    assert [a.text for a in found] == texts


@given(st.binary(max_size=300))
def test_any_bytes_after_a_brace_are_read_without_an_error(raw: bytes) -> None:
    for article in read_bytes(b'{"text": "' + raw):
        assert isinstance(article.text, str)
