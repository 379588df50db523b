"""Tests of cutting a text where its marks begin and end."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.export.marks import cut, marks_of
from sayso.record.findings import Event, Figure, Statement
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
