"""The words of an act to a term, and what is a condition of it."""

from __future__ import annotations

import pytest

from parsed import parsed
from sayso.find.proposals.details import CONDITION, doer_in, term
from sayso.find.proposals.proposals import find_proposals


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("on condition that Orla leaves", "on condition that"),
        ("on condition of anonymity", None),
        ("if Orla leaves", "if"),
    ],
)
def test_that_no_name_be_told_is_a_condition_of_no_deal(words: str, told: str | None) -> None:
    found = CONDITION.search(f"refused it, she said {words}")
    assert (found and found[0]) == told


@pytest.mark.parametrize("word", ["meant", "due", "supposed"])
def test_that_it_is_meant_to_be_is_no_part_of_a_term(word: str) -> None:
    doc = parsed(f"""
    {word} VERB 0 root
    to PART 3 mark
    let VERB 1 xcomp
    lorries NOUN 3 obj
    pass VERB 3 xcomp
    """)
    found = term(doc, 0, 5, by=None)
    assert found is not None
    assert found.what.text == "let lorries pass"


RELEASED = """
Rebels NOUN 5 nsubj:pass
would AUX 5 aux
be AUX 5 aux:pass
swiftly ADV 5 advmod
{participle} VERB 0 root _ VerbForm=Part
by ADP 7 case
Norland PROPN 5 {relation} Location
"""


@pytest.mark.parametrize(
    ("participle", "relation", "who"),
    [("released", "obl:agent", "Norland"), ("obliged", "obl", "Rebels")],
)
def test_who_suffers_an_act_does_not_do_it(participle: str, relation: str, who: str) -> None:
    doc = parsed(RELEASED.format(participle=participle, relation=relation))
    found = doer_in(doc, 0, len(doc))
    assert (found and found.text) == who
    assert (doer_in(doc, 0, 5) is None) == (participle == "released")


PART = """
Norland PROPN 3 nsubj Location Number=Sing
will AUX 3 aux _ VerbForm=Fin
make VERB 0 root _ VerbForm=Inf
drones NOUN 3 obj _ Number=Plur
there ADV 3 advmod
as ADP 7 case
part NOUN 3 obl _ Number=Sing
of ADP 11 case
a DET 11 det
defence NOUN 11 compound _ Number=Sing
agreement NOUN 7 nmod _ Number=Sing
with ADP 13 case
Suvria PROPN 11 nmod Location Number=Sing
·. PUNCT 3 punct
"""


def test_what_is_done_as_part_of_a_deal_ends_before_that() -> None:
    ((deal,), _) = find_proposals(parsed(PART), (), ())
    assert [t.what.text for t in deal.terms] == ["make drones there"]
