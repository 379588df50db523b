"""Times of findings: a piece is widened to the whole expression, what tells no time is left out."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from parsed import parsed
from sayso.ground.time_spans import with_whole_times
from sayso.ground.times import find_mentions
from sayso.record.findings import Event, Figure
from sayso.record.reading import Reading
from sayso.record.span import Span


@pytest.fixture
def doc() -> Doc:
    return parsed("""
    Since SCONJ 4 mark
    the DET 3 det
    fighting NOUN 4 nsubj
    began VERB 11 advcl
    in ADP 6 case
    October PROPN 4 obl
    last ADJ 8 amod
    year NOUN 6 nmod
    40 NUM 9 nummod
    people NOUN 11 nsubj
    died VERB 0 root
    by ADP 13 case
    gunmen NOUN 11 obl
    """)


def span(doc: Doc, words: str) -> Span:
    start = doc.text.index(words)
    return Span.of(doc.text, start, start + len(words))


def times(doc: Doc, *told: str) -> list[str | None]:
    """The times of an event and of a figure, once they are whole."""
    trigger, spans = span(doc, "died"), [span(doc, words) for words in told]
    events = [Event("e1", trigger, "ASSAULT", status="happened", time=spans[0])]
    figures = [Figure("f1", span(doc, "40"), 40, 40, "killed", time=s) for s in spans[1:]]
    reading = Reading("a", None, events=tuple(events), figures=tuple(figures))
    whole = with_whole_times(doc, reading, list(find_mentions(doc.text)))
    told_now = [*(e.time for e in whole.events), *(f.time for f in whole.figures)]
    return [time.text if time else None for time in told_now]


def test_a_piece_of_a_time_becomes_the_whole_expression(doc: Doc) -> None:
    assert times(doc, "year") == ["October last year"]


def test_a_time_lies_in_the_longest_that_another_finding_is_told_with(doc: Doc) -> None:
    since = "Since the fighting began in October last year"
    assert times(doc, since, "year") == [since, since]


def test_a_word_that_tells_no_time_is_none(doc: Doc) -> None:
    assert times(doc, "by", "gunmen") == [None, "gunmen"]
