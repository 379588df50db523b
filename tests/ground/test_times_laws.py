"""Laws of the times: order of the ends, no text raises, work in step with the length."""

import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.ground.times import find_mentions, when
from sayso.ground.times_read import may_open, read_single
from sayso.ground.times_tokens import numbered, phrases, read_tokens, words

DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31)).map(date.isoformat)
TENSES = st.sampled_from([None, "past", "present", "future"])
LISTED = sorted(
    {w for kind in ("month", "weekday", "unit", "daypart", "which", "part", "lead", "season")
     for w in words(kind)} | set(numbered("ordinal")) | set(numbered("number"))
)  # fmt: skip
JOINTS = [
    "the", "a", "of", "to", "and", "from", "between", "since", "until", "by", "before", "after",
    "ago", "in", "for", ",", "-", "2023", "31", "0", "9999", "1990s", "29", "p.m.", "9:30", "(",
]  # fmt: skip
PHRASES = st.lists(st.sampled_from(LISTED + JOINTS), min_size=1, max_size=7).map(" ".join)


@given(PHRASES, DAYS, TENSES)
def test_the_earliest_day_is_never_after_the_latest(phrase, published, tense):
    found = when(phrase, published=published, tense=tense, hemisphere="north")
    if found.earliest and found.latest:
        assert found.earliest <= found.latest
    if found.kind == "unresolved":
        assert (found.earliest, found.latest, found.grain) == (None, None, None)
    else:
        assert found.grain is not None
        assert (found.kind == "open") == (found.earliest is None or found.latest is None)
    assert found.why


OPENING = sorted({
    word
    for kind in ("hedge", "holiday", "vague")
    for listed in phrases(kind).values()
    for tokens, _ in listed
    for word in tokens[:2]
})  # fmt: skip


@given(st.lists(st.sampled_from(LISTED + JOINTS + OPENING), min_size=1, max_size=5).map(" ".join))
def test_nothing_is_passed_over_unread_that_is_an_expression(phrase):
    t = read_tokens(phrase)
    assert may_open(t, 0) or read_single(t, 0) is None


@given(st.text(max_size=300), st.none() | st.text(max_size=12))
def test_no_text_raises(text, published):
    when(text, published=published)
    for mention in find_mentions(text):
        assert mention.span.is_verbatim(text)


@given(st.lists(st.sampled_from(LISTED + JOINTS), max_size=60).map(" ".join))
def test_every_phrase_that_is_found_is_read_without_raising(text):
    for mention in find_mentions(text):
        assert mention.phrase.is_verbatim(text)
        when(mention.phrase.text, published="2024-06-12")


@given(DAYS)
def test_a_day_written_in_full_is_that_day(day):
    assert when(day, published=None).earliest == day


@pytest.mark.parametrize(
    "unit",
    ["1", "1 ", "1/", "9-", "12:", "\n", " ", "may ", "the last ", "three days before ", "a.m."],
)
def test_work_grows_with_the_length_alone(unit):
    def calls(times):
        """How many functions are called, which no other work on the machine changes."""
        made = 0

        def count(_frame, event, _arg):
            nonlocal made
            made += event in ("call", "c_call")

        sys.setprofile(count)
        try:
            list(find_mentions(unit * times))
        finally:
            sys.setprofile(None)
        return made

    calls(100)  # words are asked about once
    assert calls(4000) < 8 * 1.5 * max(calls(500), 100)
