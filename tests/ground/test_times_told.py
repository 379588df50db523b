"""Times counted from another day of the text, and "the week" of a report on one."""

from __future__ import annotations

import pytest

from sayso.ground.times import anchor_of, find_mentions, resolve
from sayso.ground.times_told import from_told, week_told
from sayso.record.grounding import When
from sayso.record.span import Span

DAY = "2024-05-16"


def told(text: str, words: str, tense: str | None = "past") -> When | None:
    """The answer for the words of a text of sentences that a bar parts, one or two."""
    before, bar, _ = text.rpartition("|")
    sentences = [(0, len(before)), (len(before) + len(bar), len(text))]
    found: dict[Span, When | None] = {}
    for mention in find_mentions(text):
        if mention.phrase.text == words:
            return from_told(mention, found, sentences if bar else sentences[1:], tense, DAY)
        found[mention.span] = resolve(mention.expression, anchor_of(DAY, tense="past"))
    raise AssertionError(f"{words!r} was not found")


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("The mayor on Tuesday denied that he fled a day earlier.", "a day earlier", "2024-05-13"),
        ("On Monday he fell ill, and two days later he died.", "two days later", "2024-05-15"),
        ("They met on Monday.|The night before, a bridge burned.", "The night before",
         "2024-05-12"),
        ("It rained on Monday.|No boat sailed on that day.", "on that day", "2024-05-13"),
        ("He was shot on Monday and died the same day.", "the same day", "2024-05-13"),
        ("Roe signed on Monday.|She had landed that morning.", "that morning", "2024-05-13"),
        ("Roe signed on Monday.|The next morning she left.", "The next morning", "2024-05-14"),
        ("They met on Monday.|The previous evening a bridge burned.", "The previous evening",
         "2024-05-12"),
    ],
)  # fmt: skip
def test_a_day_counted_from_the_only_one_told_before_it(text: str, words: str, day: str) -> None:
    found = told(text, words)
    assert found is not None and (found.earliest, found.latest) == (day, day)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("On Tuesday, as on Monday, he denied that he fled a day earlier.", "a day earlier"),
        ("They met in May.|He denied that he fled a day earlier.", "a day earlier"),
        ("They met on Monday.|He denied that he fled a day earlier.", "a day earlier"),
        ("On Monday he came a day before the vote.", "a day before"),
        ("The camp was shut on Thursday, and men fled a day later.", "a day later"),
    ],
)
def test_no_day_is_told_by_two_days_by_none_or_by_an_event(text: str, words: str) -> None:
    assert told(text, words) is None


def test_the_same_day_of_what_is_yet_to_come_is_no_day_told_before() -> None:
    text = "The plan of Monday says that both would leave on the same day."
    assert told(text, "on the same day", "future") is None


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Report on 6-12 May 2024. It rained throughout the week.", ("2024-05-06", "2024-05-12")),
        ("Report on 6-8 May 2024. It rained throughout the week.", None),
        ("It rained throughout the week.", None),
    ],
)
def test_the_week_of_a_report_is_the_one_in_its_head(
    text: str, days: tuple[str, str] | None
) -> None:
    mentions = list(find_mentions(text))
    found = {m.span: resolve(m.expression, anchor_of(DAY)) for m in mentions[:-1]}
    week = week_told(mentions[-1].expression, mentions[:-1], found)
    assert (week and (week.earliest, week.latest)) == days


@pytest.mark.parametrize(
    ("text", "words", "days"),
    [
        ("They signed on 3 January.|Two months earlier they had met.", "Two months earlier",
         ("2023-11-01", "2023-11-30")),
        ("The war began in 2014.|Eight years later Roe left.", "Eight years later",
         ("2022-01-01", "2022-12-31")),
        ("The war began in March 2022.|A year later it was over.", "A year later",
         ("2023-03-01", "2023-03-31")),
        ("The war began in 2014 and ended two years later.", "two years later",
         ("2016-01-01", "2016-12-31")),
    ],
)  # fmt: skip
def test_a_month_or_year_counted_from_the_only_time_told_before_it(
    text: str, words: str, days: tuple[str, str]
) -> None:
    found = told(text, words)
    assert found is not None and (found.earliest, found.latest) == days
    assert found.kind == "approximate"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The war began in 2014.|Two months later Roe left.", "Two months later"),
        ("The war began in 2014.|Roe left eight years later.", "eight years later"),
        ("They met in 2014 and in 2015.|Two years later Roe left.", "Two years later"),
        ("They met early in May and on Monday.|Two months later Roe left.", "Two months later"),
    ],
)
def test_no_month_is_told_by_a_year_or_by_two_times(text: str, words: str) -> None:
    assert told(text, words) is None
