"""Tests of the words that findings are shown in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.export.wording import (
    area,
    bounds,
    context,
    days,
    is_unsure,
    named,
    one_line,
    party,
    say_so,
    scope,
    title,
)
from sayso.record.findings import Figure, Statement
from sayso.record.grounding import Actor, When, Where
from sayso.record.reading import Reading
from sayso.record.span import Span

TEXT = "The ministry, citing medics, said 12 had died.\nHe said no more."
MINISTRY, CITING, MEDICS = Span.of(TEXT, 0, 12), Span.of(TEXT, 14, 20), Span.of(TEXT, 21, 27)
SAID, CONTENT, TWELVE = Span.of(TEXT, 29, 33), Span.of(TEXT, 34, 45), Span.of(TEXT, 34, 36)
HE = Span.of(TEXT, 47, 49)


def test_a_report_without_a_title_is_called_by_its_first_line() -> None:
    assert title("\nA quiet day\nNothing else.", Reading("r")) == "A quiet day"
    assert title("A quiet day", Reading("r", title="Calm")) == "Calm"
    assert title("", Reading("r")) == "r"
    long = title("word, " * 60, Reading("r"))
    assert len(long) <= 102 and long.endswith("word …")


def test_a_low_confidence_is_unsure_and_none_at_all_is_not() -> None:
    told = [is_unsure(Figure("f1", TWELVE, 12, 12, confidence=c)) for c in (0, 0.59, 0.6, 1)]
    assert told == [False, True, False, False]


def test_who_passes_on_words_of_their_own_is_told_once() -> None:
    outer = Statement("s1", MINISTRY, SAID, (CONTENT,))
    inner = Statement("s2", MINISTRY, SAID, (CONTENT,), within="s1")
    other = Statement("s3", MEDICS, CITING, (CONTENT,), within="s2")
    figures = tuple(Figure(f"f{n}", TWELVE, 12, 12, statement=f"s{n}") for n in (2, 3))
    reading = Reading("r", statements=(outer, inner, other), figures=figures)
    assert say_so(reading, figures[0]) == ("the report", "The ministry")
    assert say_so(reading, figures[1]) == ("the report", "The ministry", "medics")


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (12, 12, "12"),
        (12, None, "12 or more"),
        (None, 1500, "up to 1,500"),
        (7, 11, "7 to 11"),
        (0, 0, "0"),
        (None, None, "not told"),
        (51.5, 51.5, "51.5"),
    ],
)
def test_bounds_are_said_without_loss(low: float | None, high: float | None, words: str) -> None:
    assert bounds(low, high) == words


def test_the_days_of_a_window_are_said() -> None:
    figure = Figure("f1", TWELVE, 12, 12, scope="total", since="1999-01-01", until="1999-02-01")
    assert scope(figure) == "running total since 1999-01-01 until 1999-02-01"


def test_what_a_place_a_time_and_a_name_stand_for_is_said_as_far_as_it_is_known() -> None:
    assert days(When("1999-09-20", "1999-09-20", "day", "exact")) == "1999-09-20"
    assert days(When(None, "1999-09-20", "day", "open")) == "up to 1999-09-20"
    assert days(When("1999-09-20", None, "day", "open")) == "1999-09-20 or later"
    assert days(When(why="no day of publication")) == days(None) == ""
    assert area(Where("Rafah", country="PSE", precision="city")) == "Rafah, PSE (city)"
    assert area(Where("Rafah", why="several")) == area(None) == ""
    assert party(Actor("a1", "Israel Defense Forces", "ISR", "MIL")) == (
        "Israel Defense Forces ISR MIL"
    )
    assert party(Actor("a2", "gunmen", sector="UAF")) == "gunmen UAF"


def test_the_path_of_a_word_runs_from_the_outlet_to_the_nearest_source() -> None:
    outer = Statement("s1", MINISTRY, SAID, (CONTENT,))
    inner = Statement("s2", MEDICS, CITING, (CONTENT,), within="s1")
    figure = Figure("f1", TWELVE, 12, 12, statement="s2")
    reading = Reading("r", publisher="The Lantern", statements=(outer, inner), figures=(figure,))
    assert say_so(reading, figure) == ("The Lantern", "The ministry", "medics")
    assert say_so(reading, Figure("f2", TWELVE, 12, 12)) == ("The Lantern",)
    assert say_so(Reading("r"), Figure("f2", TWELVE, 12, 12)) == ("the report",)


def test_a_pronoun_is_named_with_who_it_stands_for() -> None:
    assert named(Statement("s1", MINISTRY, SAID, (CONTENT,), source_written=HE)) == (
        "The ministry (written “He”)"
    )
    assert named(Statement("s1", None, SAID, (CONTENT,))) == "a source that is not named"


def test_the_words_around_a_span_stay_in_its_paragraph() -> None:
    assert context(TEXT, TWELVE) == ("The ministry, citing medics, said ", "12", " had died.")
    assert context(TEXT, TWELVE, around=12) == ("… said ", "12", " had died.")
    assert context(TEXT, TWELVE, around=7) == ("… said ", "12", " had …")
    assert context(TEXT, HE) == ("", "He", " said no more.")


@given(st.text(max_size=60), st.integers(0, 60), st.integers(1, 20), st.integers(1, 30))
def test_the_words_around_any_span_are_found(text: str, start: int, size: int, around: int) -> None:
    if start + size <= len(text):
        span = Span.of(text, start, start + size)
        before, words, after = context(text, span, around=around)
        assert "\n" not in before + words + after
        assert len(before) <= around + 2 and len(after) <= around + 2


@pytest.mark.parametrize("hostile", ["\x1b[2Jgone", "a\u202eb", "a\x07", "a\r\nb", "\x9b31m", "\0"])
def test_what_steers_a_screen_is_taken_out(hostile: str) -> None:
    shown = one_line(f"x {hostile} y")
    assert all(c.isprintable() for c in shown)
    assert shown.startswith("x ") and shown.endswith(" y")
