"""What may be seized or stolen, and the verbs that carry it off."""

from __future__ import annotations

import pytest
from tests.parsed import parsed

from sayso.language.booty import carries_off, is_booty
from sayso.language.word_lists import rows

TAKEN = """
They PRON 2 nsubj
{verb} VERB 0 root
{away} ADP 2 compound:prt
six NUM 5 nummod
{noun} NOUN 2 obj
of ADP 7 case
{mass} NOUN 5 nmod
"""


def test_the_list_of_things_is_sorted_and_tells_none_twice() -> None:
    words = [row[0] for row in rows("booty_nouns")]
    assert words == sorted(set(words))


@pytest.mark.parametrize(
    ("noun", "mass", "booty"),
    [("truck", "guests", True), ("heaps", "ammunition", True), ("heaps", "guests", False)],
)
def test_a_thing_is_booty_by_its_noun_or_by_what_it_holds(
    noun: str, mass: str, booty: bool
) -> None:
    doc = parsed(TAKEN.format(verb="drove", away="off", noun=noun, mass=mass))
    assert is_booty(doc[4]) == booty


@pytest.mark.parametrize(
    ("verb", "away", "carried"),
    [("drove", "off", True), ("carried", "away", True), ("carried", "out", False),
     ("set", "off", False)],
)  # fmt: skip
def test_a_verb_carries_off_with_its_particle(verb: str, away: str, carried: bool) -> None:
    doc = parsed(TAKEN.format(verb=verb, away=away, noun="truck", mass="guests"))
    assert carries_off(doc[1]) == carried
