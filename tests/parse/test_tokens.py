"""Tokens: nothing of a text is lost, and many texts take no more memory than some."""

import time

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


@pytest.mark.parametrize("text", ['"' * 5000, "He said " + "“" * 900 + " and left.", "(" * 400])
def test_an_endless_run_of_marks_is_read_in_parts_and_nothing_of_it_is_lost(text: str) -> None:
    assert tokenise(text).text == text


def test_what_stands_around_an_endless_run_of_marks_is_read_as_ever() -> None:
    words = [t.text for t in tokenise("The army left. " + "?" * 1000 + " It is back.")]
    assert words[:4] == ["The", "army", "left", "."]
    assert words[-4:] == ["It", "is", "back", "."]


def test_an_endless_run_of_marks_takes_linear_time() -> None:
    def seconds(n: int) -> float:
        begun = time.process_time()
        tokenise('"' * n)
        return time.process_time() - begun

    seconds(1000)
    assert min(seconds(40_000) for _ in range(3)) < 60 * max(seconds(4000), 1e-3)


@pytest.mark.parametrize(
    "text", ["a U.N. - led force", "a U.S. - Norland pact", "a UN - led force"]
)
def test_a_hyphen_behind_an_abbreviation_parts_two_words(text: str) -> None:
    joined = text.replace(" - ", "-")
    assert [t.text for t in tokenise(joined)] == text.split()


@pytest.mark.parametrize("name", ["Jae-in", "Min-soon"])
def test_a_given_name_whose_half_is_a_word_stays_whole(name: str) -> None:
    words = [t.text for t in tokenise(f"President Moon {name} met the U.N.-led force")]
    assert name in words
    assert "led" in words
    assert "sit" in [t.text for t in tokenise("a sit-in")]
