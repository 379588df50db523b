"""One happening told twice is one event with two mentions, where the report makes that clear."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from importlib.resources import files

import pytest
from spacy.tokens import Doc

from parsed import parsed
from sayso.find.events.events import find_events
from sayso.find.events.same import told_once
from sayso.language.anchors import Anchor
from sayso.language.word_lists import rows
from sayso.record.findings import Event
from sayso.record.span import Span
from sayso.record.vocabulary import EVENT_TYPES

#: "Shells hit a market in Orla on Monday. The attack came at noon. The attack on Monday was long."
TABLE = """
Shells NOUN 2 nsubj
hit VERB 0 root
a DET 4 det
market NOUN 2 obj
in ADP 6 case
Orla PROPN 2 obl
on ADP 8 case
Monday PROPN 2 obl
·. PUNCT 2 punct
The DET 11 det
attack NOUN 12 nsubj
came VERB 0 root
at ADP 14 case
noon NOUN 12 obl
·. PUNCT 12 punct
The DET 17 det
strike NOUN 20 nsubj
on ADP 19 case
Monday PROPN 17 nmod
ended VERB 0 root
·. PUNCT 20 punct
"""
Change = Callable[[Doc, Event], Event]


@pytest.fixture
def doc() -> Doc:
    """Give the frozen parse of three sentences."""
    return parsed(TABLE)


def span(doc: Doc, words: str) -> Span:
    """Return the first span of words of the text."""
    at = doc.text.index(words)
    return Span.of(doc.text, at, at + len(words))


def hit(doc: Doc) -> Event:
    """Return the event of the first sentence."""
    return Event(
        "", span(doc, "hit"), "ASSAULT", target=(span(doc, "a market"),),
        place=span(doc, "Orla"), time=span(doc, "on Monday"),
    )  # fmt: skip


def strike(doc: Doc) -> Event:
    """Return the event of the last sentence."""
    return Event("", span(doc, "strike"), "ASSAULT", time=span(doc, "on Monday"))


def test_a_definite_noun_without_anything_of_its_own_is_a_mention(doc: Doc) -> None:
    (event,) = told_once(doc, [hit(doc)])
    assert event.mentions == (span(doc, "attack"),)


def test_a_second_trigger_that_adds_nothing_is_a_mention(doc: Doc) -> None:
    (event,) = told_once(doc, [hit(doc), strike(doc)])
    assert event.mentions == (span(doc, "attack"), span(doc, "strike"))
    assert event.time == span(doc, "on Monday")


ADDING: Mapping[str, Change] = {
    "type": lambda doc, e: replace(e, type="PROTEST"),
    "status": lambda doc, e: replace(e, status="negated"),
    "mode": lambda doc, e: replace(e, mode="aerial"),
    "participant": lambda doc, e: replace(e, actor=(span(doc, "noon"),)),
    "place": lambda doc, e: replace(e, place=span(doc, "noon")),
    "time": lambda doc, e: replace(e, time=span(doc, "noon")),
    "statement": lambda doc, e: replace(e, statement="s1"),
}


@pytest.mark.parametrize("new", ADDING)
def test_a_second_trigger_that_adds_something_stays_an_event(doc: Doc, new: str) -> None:
    second = ADDING[new](doc, strike(doc))
    assert [e.trigger.text for e in told_once(doc, [hit(doc), second])] == ["hit", "strike"]


def test_a_noun_that_may_mean_either_of_two_events_is_no_mention(doc: Doc) -> None:
    other = replace(hit(doc), trigger=span(doc, "market"), target=(span(doc, "Shells"),))
    assert all(not e.mentions for e in told_once(doc, [hit(doc), other]))


def test_a_noun_before_the_event_is_no_mention(doc: Doc) -> None:
    (event,) = told_once(doc, [replace(strike(doc), time=None)])
    assert event.mentions == ()


def test_the_finder_counts_what_is_left() -> None:
    def anchor(start: int, end: int) -> Anchor:
        labels = {"status": {"happened": 1.0}, "mode": {"none": 1.0}}
        return Anchor("event", start, end, "ASSAULT", 0.9, (), labels)

    doc = parsed(TABLE, {"event": [anchor(1, 2), anchor(16, 17)]})
    (event,) = find_events(doc, ())
    assert (event.id, event.trigger.text) == ("e1", "hit")
    assert [m.text for m in event.mentions] == ["attack", "strike"]


def test_the_list_of_nouns_is_sorted_without_doubles_and_names_types() -> None:
    listed = rows("stand_in_nouns")
    assert list(listed) == sorted(set(listed))
    assert {kind for _, kind in listed} <= set(EVENT_TYPES)
    text = files("sayso.language").joinpath("data", "stand_in_nouns.tsv").read_text("utf-8")
    assert text.startswith("# ")
