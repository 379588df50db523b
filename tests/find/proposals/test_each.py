"""Each of several parties that one phrase names."""

from __future__ import annotations

import pytest

from parsed import parsed
from sayso.find.proposals.each import parts
from sayso.language.spans import span_of

TWO = """
Iran PROPN 6 nsubj Location
and CCONJ 5 cc
six NUM 5 nummod
world NOUN 5 compound
powers NOUN 1 conj _ Number=Plur
agreed VERB 0 root
"""
WITHIN = """
The DET 2 det
{head} NOUN 9 nsubj _ Number={number}
of ADP 5 case
nine NUM 5 nummod
parties NOUN 2 nmod _ Number=Plur
and CCONJ 8 cc
the DET 8 det
rebels NOUN 5 conj _ Number=Plur
signed VERB 0 root
"""
STATE = """
Trinidad PROPN 6 nsubj Location
and CCONJ 3 cc
Tobago PROPN 1 conj Location
and CCONJ 5 cc
Oslo PROPN 1 conj Location
agreed VERB 0 root
"""


def _parts(table: str, end: int) -> list[str]:
    doc = parsed(table)
    return [p.text for p in parts(doc, span_of(doc, 0, end))]


def test_those_who_are_joined_are_parties_one_by_one() -> None:
    assert _parts(TWO, 5) == ["Iran", "six world powers"]


@pytest.mark.parametrize(
    ("head", "number", "names"),
    [
        ("government", "Sing", ["The government of nine parties", "the rebels"]),
        ("leaders", "Plur", ["The leaders of nine parties and the rebels"]),
    ],
)
def test_what_the_tree_joins_within_a_phrase_may_be_another(
    head: str, number: str, names: list[str]
) -> None:
    assert _parts(WITHIN.format(head=head, number=number), 8) == names


def test_a_state_keeps_its_and() -> None:
    assert _parts(STATE, 5) == ["Trinidad and Tobago", "Oslo"]
    assert _parts(STATE, 3) == ["Trinidad and Tobago"]
