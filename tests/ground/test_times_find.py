"""Time expressions are found in running text, with and without the preposition before them."""

from itertools import pairwise

import pytest

from sayso.ground.times import find_mentions, find_times
from sayso.ground.times_tense import tense_near

REPORT = """Shells hit the port overnight, the mayor said on Monday. In May 2021 the bridge fell.
Since dawn, 1,200 people have fled. Rain may march in. He was seen in the early hours of Sunday,
and again at 9 p.m. (1900 GMT) on Nov. 3. Between March and May 2023, 2000 people left; in 2019
troops came. The following day it rained. Talks are held every Friday; each lasts three hours."""


def words(spans):
    return [span.text for span in spans]


def test_the_core_leaves_the_preposition_out_and_the_phrase_takes_it_in():
    assert words(find_times(REPORT)) == [
        "overnight",
        "Monday",
        "May 2021",
        "dawn",
        "the early hours of Sunday",
        "9 p.m. (1900 GMT) on Nov. 3",
        "March and May 2023",
        "2019",
        "The following day",
    ]
    assert words(find_times(REPORT, preposition=True)) == [
        "overnight",
        "on Monday",
        "In May 2021",
        "Since dawn",
        "in the early hours of Sunday",
        "at 9 p.m. (1900 GMT) on Nov. 3",
        "Between March and May 2023",
        "in 2019",
        "The following day",
    ]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Ten died in overnight raids.", "overnight"),
        ("Ten died in Monday's raid.", "Monday"),
        ("Ten died after the May 3 raid.", "May 3"),
        ("Ten died before the 2024 vote.", "2024"),
        ("Ten died on Monday.", "on Monday"),
        ("Ten died in early May.", "in early May"),
    ],
)
def test_a_preposition_that_belongs_to_a_noun_stays_out(text, phrase):
    assert words(find_times(text, preposition=True)) == [phrase]


def test_durations_and_repeated_times_are_found_when_asked_for():
    assert words(find_times("It rains daily for years on end.", kinds=frozenset({"set"}))) == [
        "daily"
    ]
    kinds = [m.kind for m in find_mentions("A 60-day truce began on Friday, which is now over.")]
    assert kinds == ["duration", "date", "vague"]


@pytest.mark.parametrize(
    "text",
    [
        "They may march on the capital.",
        "A sat-nav and a sun hat.",
        "About 2000 people fled.",
        "May the talks succeed.",
        "It grew from 3 to 5 percent.",
        "The second half was better.",
        "The 54-year-old teacher ran.",
        "He is in his 60s.",
        "The day was long.",
        "Version 3.4.12 costs $2019.",
        "And then he left.",
    ],
)
def test_words_that_only_look_like_times_are_left_alone(text):
    assert find_times(text) == []


def test_mentions_are_verbatim_in_order_and_apart():
    mentions = list(find_mentions(REPORT * 3))
    for mention in mentions:
        assert mention.span.is_verbatim(REPORT * 3)
        assert mention.phrase.covers(mention.span)
    for before, after in pairwise(mentions):
        assert before.phrase.end <= after.phrase.start


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("The envoys met on Friday.", "past"),
        ("The envoys will meet on Friday.", "future"),
        ("A vote will be held on Friday.", "future"),
        ("The vote is scheduled for Friday.", "future"),
        ("He said it was over. On Friday, shells landed.", "past"),
        ("No word on Friday", None),
    ],
)
def test_the_nearest_verb_tells_the_tense(text, tense):
    [span] = find_times(text)
    assert tense_near(text, span) == tense
