"""Marks, written as words, to readings."""

from __future__ import annotations

import pytest

from sayso.evaluate.marked import read_marked, span_of
from sayso.record.reading import Article

TEXT = "Gunmen shot two guards. Two guards died, the guards' union said."


def test_words_become_spans_wherever_a_span_is_asked_for() -> None:
    marks = {
        "events": [{"id": "e1", "trigger": "shot", "type": "ASSAULT", "actor": ["Gunmen"]}],
        "figures": [{"id": "f1", "quantity": "two", "low": 2, "high": 2, "of": "guards##2"}],
    }
    reading = read_marked(Article("a", TEXT), marks)
    (event,), (figure,) = reading.events, reading.figures
    assert event.actor[0].text == "Gunmen"
    assert figure.of is not None and figure.of.start == TEXT.index("guards", 20)
    assert all(s.is_verbatim(TEXT) for s in (event.trigger, figure.quantity, figure.of))


def test_a_span_may_be_written_by_its_ends() -> None:
    marks = {"events": [{"id": "e1", "trigger": [7, 11], "type": "ASSAULT", "actor": [[0, 6]]}]}
    (event,) = read_marked(Article("a", TEXT), marks).events
    assert (event.trigger.text, event.actor[0].text) == ("shot", "Gunmen")


@pytest.mark.parametrize("ends", [[7, 7], [7, 700], [-1, 4], [7], ["7", "11"]])
def test_ends_that_are_none_of_a_span_in_the_text_are_refused(ends: list[object]) -> None:
    marks = {"events": [{"id": "e1", "trigger": ends, "type": "ASSAULT", "actor": []}]}
    with pytest.raises(ValueError, match="no two ends"):
        read_marked(Article("a", TEXT), marks)


@pytest.mark.parametrize("words", ["soldiers", "guards##4"])
def test_words_that_do_not_stand_in_the_text_are_refused(words: str) -> None:
    with pytest.raises(ValueError, match="does not stand"):
        span_of(TEXT, words)
