"""Tests of reading a plain text file."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.read.text import MOST_BYTES
from sayso.record.reading import Article

Read = Callable[[str, bytes], list[Article]]


@pytest.mark.parametrize(
    "text",
    [
        "Two lines\r\nwith carriage returns\r\n",
        "old Mac\rline ends",
        "  leading and trailing space \n\n",
        "the toll 👩‍👩‍👧 rose to 5\u0301 in Nablus نابلس and 京都",
    ],
)
def test_the_text_is_kept_to_the_character(articles: Read, text: str) -> None:
    assert [a.text for a in articles("text", text.encode())] == [text]


def test_the_same_text_has_the_same_id(articles: Read) -> None:
    first, second = articles("text", b"the same") + articles("text", b"the same")
    assert first.id == second.id
    assert articles("text", b"another")[0].id != first.id


def test_a_file_that_is_too_long_is_not_read_into_memory(articles: Read) -> None:
    (article,) = articles("text", b"a" * (MOST_BYTES + 1))
    assert (article.text, article.problems[0].code) == ("", "too-long")


def test_a_file_without_text_is_called_by_its_name(articles: Read) -> None:
    assert articles("text", b"%PDF-1.7")[0].id == "in"
