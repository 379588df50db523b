"""Tokens: nothing of a text is lost, and many texts take no more memory than some."""

import pytest

from sayso.parse import tokens
from sayso.parse.tokens import blank, paragraph_starts, tokenise


def test_a_language_begins_anew_behind_so_many_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tokens, "MOST_WORDS", len(blank().vocab.strings) + 50)
    first = blank()
    tokenise("The army left.")
    assert blank() is first
    old = tokenise(" ".join(f"word{n}" for n in range(100)))
    assert blank() is not first
    assert len(blank().vocab.strings) < len(first.vocab.strings)
    assert old[99].text == "word99"
    assert tokenise("word99 left.")[0].text == "word99"


def test_a_paragraph_begins_behind_a_line_break() -> None:
    doc = tokenise("One.\n\nTwo three.\nFour.")
    assert [t.text for t, s in zip(doc, paragraph_starts(doc), strict=True) if s] == [
        "One",
        "Two",
        "Four",
    ]
