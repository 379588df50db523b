"""Tests of reading HTML pages; the main text is taken out in a process of its own."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from html import escape
from io import BufferedReader, BytesIO

import pytest

from sayso.read.html import Worker, read_html
from sayso.record.reading import Article

Read = Callable[[str, bytes], list[Article]]
SENTENCES = (
    "The ministry said on Tuesday that two soldiers had been killed near the crossing — no more.",
    "A witness, the owner of a café on the square, told reporters that he had counted five shells.",
    "The army denied that it had fired on the town and said its guns had been silent since dawn.",
    "Talks were to go on in the capital on Thursday, diplomats said, but neither side had agreed.",
)


def page(
    *, charset: str = "utf-8", extra: str = "", sentences: tuple[str, ...] = SENTENCES
) -> bytes:
    paragraphs = "".join(f"<p>{escape(s)}</p>" for s in sentences)
    return f"""<!doctype html><html lang="en"><head><meta charset="{charset}">
<title>Two killed at crossing</title>
<meta property="og:site_name" content="The Lantern">
<meta property="article:published_time" content="1999-03-04T10:00:00Z"></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World news</a></li></ul></nav>
<article><h1>Two killed at crossing</h1>{paragraphs}{extra}</article>
<footer><p>All rights kept. Subscribe to our letter.</p></footer></body></html>""".encode(charset)


@pytest.fixture
def worker() -> Iterator[Worker]:
    made = Worker(seconds=8)
    yield made
    made.close()


def test_the_main_text_title_day_and_publisher_are_taken_out(articles: Read) -> None:
    (article,) = articles("html", page())
    assert all(s in article.text for s in SENTENCES)
    assert "World news" not in article.text
    assert "Subscribe" not in article.text
    assert article.title == "Two killed at crossing"
    assert (article.published, article.publisher) == ("1999-03-04", "The Lantern")
    assert article.problems == ()


def test_the_charset_that_a_page_declares_is_used(articles: Read) -> None:
    sentences = (*SENTENCES, "Slobodan Milošević and Franjo Tuđman met on Friday, the agency said.")
    sentences = tuple(s.replace("—", "-") for s in sentences)
    (article,) = articles("html", page(charset="iso-8859-2", sentences=sentences))
    assert "Milošević and Franjo Tuđman" in article.text


def test_the_charset_that_came_with_a_page_counts_before_its_own() -> None:
    sentences = tuple(s.replace("—", "-").replace("café", "caf\u0165") for s in SENTENCES)
    raw = page(sentences=sentences).decode().encode("iso-8859-2")
    (article,) = read_html(BufferedReader(BytesIO(raw)), "in", charset="iso-8859-2")
    assert "caf\u0165" in article.text


def test_scripts_and_comments_are_no_part_of_the_text(articles: Read) -> None:
    extra = "<script>alert('no')</script><!-- a secret remark --><style>p{color:red}</style>"
    (article,) = articles("html", page(extra=extra))
    assert not any(word in article.text for word in ("alert", "secret", "color"))


@pytest.mark.parametrize(
    "raw",
    [b"<html></html>", b"<html><body><p></p>", b"<!doctype html><html><body>" + b"<div>" * 50_000],
)
def test_a_page_without_an_article_gives_an_empty_text(articles: Read, raw: bytes) -> None:
    (article,) = articles("html", raw)
    assert (article.id, article.text) == ("in", "")


def test_a_page_that_takes_too_long_is_given_up_and_the_next_is_read(worker: Worker) -> None:
    heavy = "<html><body>" + "<p>a b <i>c</i> the words of it</p>" * 150_000
    worker.seconds = 0.5
    began = time.monotonic()
    found, problems = worker.main_text(heavy, "heavy")
    assert time.monotonic() - began < 6
    assert (found, [p.code for p in problems]) == ({}, ["html-timeout"])
    worker.seconds = 8
    found, problems = worker.main_text(page().decode(), "light")
    assert (found["title"], problems) == ("Two killed at crossing", ())


def test_a_child_that_dies_costs_its_page_only(worker: Worker) -> None:
    worker.main_text(page().decode(), "first")
    assert worker._child is not None
    worker._child.kill()
    _, problems = worker.main_text(page().decode(), "second")
    assert [p.code for p in problems] == ["html-unreadable"]
    assert worker.main_text(page().decode(), "third")[1] == ()


def test_the_child_may_not_take_more_than_its_memory() -> None:
    import subprocess
    import sys

    hungry = "from sayso.read.html_page import _limit_memory; _limit_memory(); bytearray(10**9)"
    ended = subprocess.run([sys.executable, "-c", hungry], capture_output=True, timeout=30)
    assert b"MemoryError" in ended.stderr
