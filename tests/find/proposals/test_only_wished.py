"""What is only wished, threatened or told not to be, out of frozen parses."""

from __future__ import annotations

import pytest

from parsed import parsed
from sayso.find.proposals.proposals import find_proposals

CALLED = """
Norland PROPN 2 nsubj Location Number=Sing
called VERB 0 root _ Number=Sing|Tense=Past|VerbForm=Fin
on ADP 4 case
Suvria PROPN 2 obl Location Number=Sing
to PART 6 mark
suspend VERB 2 advcl _ VerbForm=Inf
a DET 9 det
grain NOUN 9 compound _ Number=Sing
pact NOUN 6 obj _ Number=Sing
with ADP 11 case
Torland PROPN 9 nmod Location Number=Sing
·. PUNCT 2 punct
"""
THREATENED = """
Norland PROPN 2 nsubj Location Number=Sing
threatened VERB 0 root _ Number=Sing|Tense=Past|VerbForm=Fin
to PART 4 mark
suspend VERB 2 xcomp _ VerbForm=Inf
the DET 7 det
grain NOUN 7 compound _ Number=Sing
pact NOUN 4 obj _ Number=Sing
·. PUNCT 2 punct
"""
SUSPENDED = """
Norland PROPN 2 nsubj Location Number=Sing
suspended VERB 0 root _ Number=Sing|Tense=Past|VerbForm=Fin
the DET 5 det
grain NOUN 5 compound _ Number=Sing
pact NOUN 2 obj _ Number=Sing
·. PUNCT 2 punct
"""
CONSIDERS = """
Norland PROPN 3 nsubj Location Number=Sing
is AUX 3 aux _ Number=Sing|Tense=Pres|VerbForm=Fin
considering VERB 0 root _ Tense=Pres|VerbForm=Part
leaving VERB 3 xcomp _ VerbForm=Ger
the DET 7 det
grain NOUN 7 compound _ Number=Sing
pact NOUN 4 obj _ Number=Sing
·. PUNCT 3 punct
"""
ARMISTICE = """
The DET 2 det
war NOUN 3 nsubj _ Number=Sing
ended VERB 0 root _ Number=Sing|Tense=Past|VerbForm=Fin
in ADP 6 case
an DET 6 det
armistice NOUN 3 obl _ Number=Sing
·, PUNCT 11 punct
not PART 11 advmod
a DET 11 det
peace NOUN 11 compound _ Number=Sing
treaty NOUN 6 conj _ Number=Sing
·. PUNCT 3 punct
"""


@pytest.mark.parametrize(
    ("table", "state"),
    [
        (CALLED, "in-force"),
        (THREATENED, "in-force"),
        (CONSIDERS, "in-force"),
        (SUSPENDED, "broken"),
    ],
)
def test_a_deal_that_somebody_would_end_still_stands(table: str, state: str) -> None:
    ((deal,), _) = find_proposals(parsed(table), (), ())
    assert deal.state == state


def test_who_is_called_on_is_a_side_of_the_deal_and_not_who_calls() -> None:
    ((deal,), _) = find_proposals(parsed(CALLED), (), ())
    assert sorted(s.text for s in deal.by) == ["Suvria", "Torland"]


def test_what_something_is_told_not_to_be_is_not_on_the_table() -> None:
    assert find_proposals(parsed(ARMISTICE), (), ()) == ((), ())
