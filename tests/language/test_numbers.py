"""Quantities in plain text: bounds, spans, what they count, and what is refused."""

from __future__ import annotations

import time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sayso.language.numbers import find_quantities, read_quantity

SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"))


def in_words(number: int, joint: str = " and ") -> str:
    """Write a whole number in English words."""
    for scale, name in SCALES:
        if number >= scale:
            rest = number % scale
            glue = joint if rest < 100 else " "
            head = f"{in_words(number // scale, joint)} {name}"
            return head + (glue + in_words(rest, joint) if rest else "")
    if number >= 100:
        head = f"{SMALL[number // 100]} hundred"
        return head + (joint + in_words(number % 100, joint) if number % 100 else "")
    if number >= 20:
        unit = f"-{SMALL[number % 10]}" if number % 10 else ""
        return TENS[number // 10 - 2] + unit
    return SMALL[number]


WRITERS = (in_words, lambda n: in_words(n, " "), "{:,}".format, str)
COUNTS = st.integers(0, 10**12)


@pytest.mark.parametrize(
    ("phrase", "low", "high"),
    [
        ("at least 27,585", 27585, None),
        ("more than a million", 1_000_000, None),
        ("100 or more", 100, None),
        ("no fewer than three", 3, None),
        ("up to forty", None, 40),
        ("as many as 50", None, 50),
        ("nearly 600", None, 600),
        ("fewer than a dozen", None, 12),
        ("some 40", 40, 40),
        ("around a thousand", 1000, 1000),
        ("1.5 million", 1_500_000, 1_500_000),
        ("half a million", 500_000, 500_000),
        ("two and a half million", 2_500_000, 2_500_000),
        ("two dozen", 24, 24),
        ("half a dozen", 6, 6),
        ("dozens", 24, None),
        ("scores", 40, None),
        ("tens of thousands", 20_000, None),
        ("hundreds of thousands", 200_000, None),
        ("several hundred", 200, None),
        ("an unknown number of", 2, None),
        ("a couple of", 2, 2),
        ("both", 2, 2),
        ("no", 0, 0),
        ("not a single", 0, 0),
        ("another", 1, 1),
        ("a further 12", 12, 12),
        ("at least another 20", 20, None),
        ("all 14", 14, 14),
        ("between 20 and 30", 20, 30),
        ("between one hundred and two hundred", 100, 200),
        ("7 to 11", 7, 11),
        ("three or four", 3, 4),
        ("20–30", 20, 30),
        ("four to five thousand", 4000, 5000),
        ("up to 20 or 30", None, 30),
        ("1,00,000", 100_000, 100_000),
        ("5 lakh", 500_000, 500_000),
        ("10 000", 10_000, 10_000),
        ("1.000.000", 1_000_000, 1_000_000),
        ("٢٧", 27, 27),
        ("27³", 27, 27),
        ("twenty-\nfive", 25, 25),
    ],
)  # fmt: skip
def test_a_phrase_sets_its_bounds(phrase: str, low: int | None, high: int | None) -> None:
    assert read_quantity(phrase) == (low, high)


@pytest.mark.parametrize(
    "phrase",
    ["12,34", "1.000", "20-30-40", "27,\n585", "27 585", "007", "nineteen eighty-four", "F-16",
     "AK47", "7.62", "22nd", "9/11", "7:30", ".500", "2٧", "one two three", "9" * 40],
)  # fmt: skip
def test_what_writes_no_count_for_certain_gives_none(phrase: str) -> None:
    assert read_quantity(phrase) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A 34-year-old man was hurt.", "age"),
        ("Amal Haddad, 34, was hurt.", "age"),
        ("Amal H., 34, was hurt.", "age"),
        ("The dead are Amal Haddad, 34; and two men.", "age"),
        ("The march on Oct. 7 was calm.", "date"),
        ("The war began in 2014 there.", "date"),
        ("They paid $20 for it.", "money"),
        ("They paid 20 million euros for it.", "money"),
        ("It lies 20 kilometres away.", "measure"),
        ("It lasted five more days.", "duration"),
        ("It passed with 12 votes.", "score"),
        ("About 40% agreed.", "percent"),
        ("Flight 370 was lost.", "label"),
        ("Resolution No. 5 was read.", "label"),
        ("It began at 11 a.m. there.", "time"),
        ("One of the men spoke.", "fraction"),
        ("A five-member panel sat.", "compound"),
        ("As told before [3] it fell.", "aside"),
        ("A 155mm shell fell.", "measure"),
    ],
)
def test_a_number_that_counts_no_people_or_things_says_what_it_is(text: str, kind: str) -> None:
    numbers = [q for q in find_quantities(text) if any(c.isdigit() for c in text[q.core : q.end])]
    found = numbers or find_quantities(text)
    assert kind in {q.kind for q in found}
    assert not [q for q in numbers if q.kind == "count"]


def test_a_hedge_before_a_number_is_not_that_of_the_date_before_it() -> None:
    text = "Since Jan. 1 at least 2,110 men had died."
    spans = [(text[q.start : q.end], q.kind) for q in find_quantities(text)]
    assert spans == [("1", "date"), ("at least 2,110", "count")]


def test_every_quantity_of_a_sentence_is_found_with_its_hedge() -> None:
    text = "Raids killed at least 14 people and injured 35 others, including two dozen guards."
    spans = [text[q.start : q.end] for q in find_quantities(text) if q.kind == "count"]
    assert spans == ["at least 14", "35", "two dozen"]


def test_a_rise_from_one_number_to_another_is_no_range() -> None:
    found = find_quantities("The toll rose from 7 to 11 overnight.")
    assert [(q.low, q.high) for q in found] == [(7, 7), (11, 11)]


def test_the_over_of_handing_over_is_no_bound() -> None:
    found = find_quantities("The rebels handed over 30 men, and over 40 more stay behind.")
    assert [(q.low, q.high) for q in found] == [(30, 30), (40, None)]


def test_a_vote_and_a_score_are_no_ranges() -> None:
    assert not find_quantities("They won 3-2 and the bill passed 52-48.")


@given(COUNTS, st.sampled_from(WRITERS))
def test_any_count_that_is_written_is_read_back(number: int, write) -> None:
    assume(write is not str or not 1000 <= number <= 2100)
    assert read_quantity(write(number)) == (number, number)


@given(COUNTS, st.sampled_from(WRITERS), st.sampled_from(["{}", "at least {}", "up to {}"]))
def test_any_bounds_that_are_written_are_read_back(number: int, write, frame: str) -> None:
    assume(write is not str or not 1000 <= number <= 2100)
    low, high = {"{}": (number, number), "at least {}": (number, None)}.get(frame, (None, number))
    assert read_quantity(frame.format(write(number))) == (low, high)


@given(
    st.lists(COUNTS, min_size=2, max_size=2, unique=True),
    st.sampled_from(WRITERS[:1] + WRITERS[2:]),
)
def test_any_range_that_is_written_is_read_back(ends: list[int], write) -> None:
    low, high = sorted(ends)
    # "between one and five hundred" means hundreds at either end, whatever the writer meant, and
    # "two hundred and one thousand" is one number.
    assume(write is not in_words or (low >= 1000 and low % 100) or high < 100)
    assume(write is not str or not any(1000 <= n <= 2100 for n in ends))
    assert read_quantity(f"between {write(low)} and {write(high)}") == (low, high)


WORDS = (
    "at least",
    "up to",
    "20",
    "30",
    "1,000",
    "12,34",
    "and",
    "or",
    "three",
    "hundred",
    "dozen",
    "-",
    "–",
    ".",
    "%",
    "$",
    "a",
    "of",
    "no",
)


@given(st.one_of(st.text(max_size=80), st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)))
def test_no_text_makes_low_exceed_high_or_spans_overlap(text: str) -> None:
    end = 0
    for q in find_quantities(text):
        assert end <= q.start <= q.core < q.end <= len(text)
        assert q.low is not None or q.high is not None
        assert q.low is None or q.high is None or q.low <= q.high
        end = q.end


@pytest.mark.parametrize(
    "piece",
    [
        "1-",
        "one ",
        "2,",
        "at least ",
        "1 000 ",
        "a hundred and ",
        "[",
        "111 ",
        "one hundred thousand ",
    ],
)
def test_reading_time_grows_with_length_alone(piece: str) -> None:
    text = piece * (40_000 // len(piece))
    began = time.process_time()
    find_quantities(text)
    assert time.process_time() - began < 5
