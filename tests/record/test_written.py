"""Laws of the written record: nothing is lost on the way to JSON and back."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from sayso.record.findings import Answer, Event, Figure, Poll, Proposal, Statement, Term
from sayso.record.grounding import Actor, Where
from sayso.record.reading import Reading
from sayso.record.schema import reading_schema
from sayso.record.span import Span
from sayso.record.vocabulary import EVENT_TYPES
from sayso.record.written import from_json, read_reading, to_json, write_reading

numbers = st.one_of(st.integers(), st.floats(allow_nan=False, allow_infinity=False))
short = st.text(max_size=5)
spans = st.builds(Span, st.integers(0, 99), st.integers(100, 999), short)


def few(thing: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(thing, max_size=2).map(tuple)


actors = st.builds(Actor, short, short, score=st.just(0.5))
wheres = st.builds(Where, short, lat=st.none() | st.floats(-90, 90), lon=st.none())
statements = st.builds(
    Statement, short, st.none() | spans, spans, few(spans), speaker=st.none() | actors,
    confidence=st.just(0.25),
)  # fmt: skip
events = st.builds(
    Event, short, spans, st.sampled_from(EVENT_TYPES), actor=few(spans), evidence=few(spans),
    actors=few(actors), where=st.none() | wheres, confidence=st.just(1.0),
)  # fmt: skip
figures = st.builds(
    Figure, short, spans, st.none() | numbers, st.none() | numbers, confidence=st.just(0.0)
)
terms = st.builds(Term, spans, st.none() | spans, st.none() | st.integers(1, 9))
proposals = st.builds(Proposal, short, spans, few(spans), terms=few(terms), confidence=st.just(0.0))
polls = st.builds(
    Poll,
    short,
    st.none(),
    answers=few(st.builds(Answer, spans, st.floats(0, 100))),
    confidence=st.just(0.0),
)
readings = st.builds(
    Reading, short, st.none() | short, statements=few(statements), events=few(events),
    figures=few(figures), proposals=few(proposals), polls=few(polls),
)  # fmt: skip


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(readings)
def test_a_reading_that_is_written_and_read_is_the_same(reading: Reading) -> None:
    assert read_reading(write_reading(reading)) == reading


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(readings)
def test_every_written_reading_fits_the_published_schema(reading: Reading) -> None:
    Draft202012Validator(reading_schema()).validate(to_json(reading))


@given(readings)
def test_a_reading_is_written_as_its_plain_values_are(reading: Reading) -> None:
    plain = json.dumps(to_json(reading), ensure_ascii=False, separators=(",", ":"))
    assert write_reading(reading) == plain


def test_a_reading_is_one_line_whatever_its_text_holds() -> None:
    reading = Reading(id="a\nb\u2028", title="\r\n\x85")
    assert "\n" not in write_reading(reading)


def test_unknown_keys_are_ignored() -> None:
    assert from_json(Span, {"start": 0, "end": 1, "text": "a", "later": True}) == Span(0, 1, "a")


@pytest.mark.parametrize(
    ("kind", "value", "place"),
    [
        (Span, {"start": "0", "end": 1, "text": "a"}, "Span.start"),
        (Span, [], "Span"),
        (Reading, {"id": "a", "statements": {}}, "Reading.statements"),
        (Reading, {"id": "a", "figures": [{"id": "f1"}]}, "Reading.figures[0]"),
        (Span, {"start": True, "end": 1, "text": "a"}, "Span.start"),
    ],
)
def test_a_value_that_does_not_fit_is_named_with_its_place(
    kind: type, value: object, place: str
) -> None:
    with pytest.raises(ValueError, match="^" + place.replace("[", r"\[").replace("]", r"\]")):
        from_json(kind, value)


def test_a_label_outside_of_the_closed_lists_is_refused() -> None:
    statement = to_json(Statement("s1", None, Span(0, 1, "a"), ()))
    assert isinstance(statement, dict)
    with pytest.raises(ValueError, match="act"):
        from_json(Statement, statement | {"act": "shouts"})


def test_bounds_stay_whole_numbers_where_they_were() -> None:
    figure = Figure("f1", Span(0, 1, "5"), 5, None)
    written = json.dumps(to_json(figure))
    assert '"low": 5,' in written
    assert from_json(Figure, json.loads(written)).low == 5
