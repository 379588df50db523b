"""Shares that are told in words, and the polls that they answer."""

from __future__ import annotations

import pytest
from tests.parsed import parsed

from sayso.find.polls.fractions import fractions_in
from sayso.find.polls.polls import find_polls

HALF = """
A DET 2 det
survey NOUN 5 nsubj
by ADP 4 case
Focus PROPN 2 nmod Organization
found VERB 0 root
that SCONJ 9 mark
half NOUN 9 nsubj
would AUX 9 aux
accept VERB 5 ccomp
talks NOUN 9 obj
and CCONJ 18 cc
one NUM 18 nsubj
in ADP 14 case
ten NUM 12 nmod
Sylvans PROPN 12 nmod NORP
would AUX 18 aux
not PART 18 advmod
vote VERB 9 conj
·. PUNCT 5 punct
"""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("two thirds of Israelis", ["two thirds", 66.7]),
        ("two-thirds said", ["two-thirds", 66.7]),
        ("a quarter prefer", ["a quarter", 25.0]),
        ("Six in ten voters", ["Six in ten", 60.0]),
        ("three out of five backed", ["three out of five", 60.0]),
        ("one in every 20 residents", ["one in every 20", 5.0]),
        ("just over half oppose", ["half", 50.0]),
    ],
)
def test_a_share_in_words_is_one_in_per_cent(text: str, told: list[object]) -> None:
    assert [[text[a:b], share] for a, b, share in fractions_in(text)] == [told]


@pytest.mark.parametrize(
    "text",
    [
        "half a million people",
        "one and a half metres",
        "the second half-year",
        "for the third time",
        "three in two",
        "once in ten years",
        "two in five months",
    ],
)
def test_other_numbers_are_no_shares(text: str) -> None:
    assert list(fractions_in(text)) == []


def test_shares_in_words_answer_a_poll() -> None:
    (poll,), _ = find_polls(parsed(HALF))
    assert [(a.answer.text, a.share) for a in poll.answers] == [
        ("would accept talks", 50.0), ("would not vote", 10.0),
    ]  # fmt: skip
    assert poll.pollster is not None and poll.pollster.text == "Focus"


def test_parts_of_things_are_no_answers() -> None:
    things = HALF.replace("Sylvans PROPN 12 nmod NORP", "roads NOUN 12 nmod")
    assert find_polls(parsed(things.replace("half NOUN 9 nsubj", "half NOUN 9 obj"))) == ((), ())


def test_a_share_in_brackets_is_the_one_in_words_to_the_point() -> None:
    exact = HALF.replace(
        "would AUX 9 aux", "·( PUNCT 9 punct\n·49% NUM 7 appos\n·) PUNCT 9 punct", 1
    )
    rows = exact.strip().splitlines()
    shifted = [
        " ".join([c[0], c[1], str(int(c[2]) + 2 if int(c[2]) > 8 else int(c[2])), *c[3:]])
        for c in (row.split() for row in rows)
    ]
    (poll,), _ = find_polls(parsed("\n".join(shifted)))
    assert [a.share for a in poll.answers] == [49.0, 10.0]
