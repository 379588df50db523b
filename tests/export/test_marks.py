"""Tests of cutting a text where its marks begin and end."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.export.marks import HEADS, cut, marks_of
from sayso.record.findings import Answer, Event, Figure, Poll, Proposal, Stance, Statement, Term
from sayso.record.reading import Reading
from sayso.record.span import Span

TEXT = "The army said the agency reported that 12 men were killed."


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span.of(TEXT, start, start + len(words))


READING = Reading(
    "r",
    statements=(
        Statement("s1", at("The army"), at("said"), (at(TEXT[14:57]),)),
        Statement("s2", at("the agency"), at("reported"), (at("12 men were killed"),), within="s1"),
    ),
    events=(Event("e1", at("killed"), "ASSAULT", target=(at("12 men"),), statement="s2"),),
    figures=(Figure("f1", at("12"), 12, 12, of=at("men"), statement="s2"),),
)


def test_the_stretches_are_the_whole_text() -> None:
    assert "".join(s.text for s in cut(TEXT, READING)) == TEXT


def test_a_word_bears_the_marks_of_all_that_it_belongs_to_the_narrowest_first() -> None:
    (twelve,) = [s for s in cut(TEXT, READING) if s.text == "12"]
    assert [(m.finding, m.role) for m in twelve.marks] == [
        ("f1", "quantity"),
        ("e1", "target"),
        ("s2", "content"),
        ("s1", "content"),
    ]
    assert {m.finding for m in twelve.begins} == {"f1", "e1", "s2"}


def test_a_statement_within_a_statement_is_one_deeper() -> None:
    depths = {m.finding: m.depth for m in marks_of(READING) if m.role == "content"}
    assert depths == {"s1": 1, "s2": 2}


def test_a_span_of_another_text_marks_nothing() -> None:
    other = TEXT.replace("12", "13")
    assert not any(m.finding == "f1" and m.role == "quantity"
                   for s in cut(other, READING) for m in s.marks)  # fmt: skip
    assert "".join(s.text for s in cut(other, READING)) == other


def heads(reading: Reading) -> list[tuple[str, str, str]]:
    return [(m.finding, m.role, m.span.text) for m in marks_of(reading) if m.role in HEADS]


def test_a_proposal_is_headed_by_its_name_and_marks_its_terms_and_parties() -> None:
    proposal = Proposal(
        "p1", at("The army"), by=(at("the agency"),),
        terms=(Term(at("12 men"), party=at("men"), condition=at("reported that")),),
        stances=(Stance(at("army"), "rejects"),),
    )  # fmt: skip
    reading = Reading("r", proposals=(proposal,))
    assert heads(reading) == [("p1", "name", "The army")]
    told = {(m.role, m.span.text) for m in marks_of(reading)}
    assert {("side", "the agency"), ("term", "12 men"), ("side", "men"), ("stance", "army"),
            ("term", "reported that")} <= told  # fmt: skip


def test_what_no_words_name_is_headed_by_a_part_of_it() -> None:
    nameless = Proposal("p1", None, terms=(Term(at("12 men")),))
    poll = Poll("q1", None, answers=(Answer(at("12"), 12.0), Answer(at("men"), 88.0)))
    reading = Reading("r", proposals=(nameless,), polls=(poll,))
    assert heads(reading) == [("p1", "name", "12 men"), ("q1", "pollster", "12")]
    bare = Reading("r", proposals=(Proposal("p1", None),), polls=(Poll("q1", None),))
    assert [s.marks for s in cut(TEXT, bare)] == [()]


def test_the_answers_of_a_poll_are_marked() -> None:
    poll = Poll("q1", at("the agency"), population=at("men"), answers=(Answer(at("12"), 12.0),))
    told = {(m.role, m.span.text) for m in marks_of(Reading("r", polls=(poll,)))}
    assert told == {("pollster", "the agency"), ("asked", "men"), ("answer", "12")}


@given(
    st.text(min_size=1, max_size=40), st.lists(st.tuples(st.integers(0, 39), st.integers(1, 40)))
)
def test_any_spans_of_any_text_leave_it_whole(text: str, ranges: list[tuple[int, int]]) -> None:
    spans = [Span.of(text, a, min(b, len(text))) for a, b in ranges if a < min(b, len(text))]
    events = tuple(Event(f"e{n}", s, "ASSAULT") for n, s in enumerate(spans))
    stretches = list(cut(text, Reading("r", events=events)))
    assert "".join(s.text for s in stretches) == text
    for event in events:
        marked = [s.text for s in stretches if any(m.finding == event.id for m in s.marks)]
        assert "".join(marked) == event.trigger.text
        begun = [s for s in stretches if any(m.finding == event.id for m in s.begins)]
        assert len(begun) == 1
