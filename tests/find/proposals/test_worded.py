"""Terms in their own words, with their own party."""

from __future__ import annotations

import pytest

from parsed import parsed
from sayso.find.proposals.names import find_mentions
from sayso.find.proposals.worded import worded
from sayso.language.spans import span_of
from sayso.record.findings import Term

PLAN = """
The DET 2 det
plan NOUN 4 nsubj
would AUX 4 aux
allow VERB 0 root
guards NOUN 4 obj
to PART 7 mark
return VERB 4 xcomp
and CCONJ 9 cc
free VERB 4 conj
the DET 11 det
funds NOUN 9 obj
"""


def test_the_name_of_the_proposal_is_no_part_of_its_term() -> None:
    doc = parsed(PLAN)
    names = find_mentions(doc)
    assert worded(doc, names, Term(span_of(doc, 0, 7), None)).what.text == "allow guards to return"
    assert worded(doc, (), Term(span_of(doc, 0, 7), None)).what.text.startswith("The plan")


@pytest.mark.parametrize(("head", "party"), [("4", None), ("7", "guards")])
def test_who_is_only_let_act_need_not_do_what_stands_beside(head: str, party: str | None) -> None:
    doc = parsed(PLAN.replace("free VERB 4", f"free VERB {head}"))
    found = worded(doc, (), Term(span_of(doc, 8, 11), span_of(doc, 4, 5)))
    assert (found.party and found.party.text) == party


def test_the_sign_behind_a_number_is_part_of_the_term() -> None:
    doc = parsed("cap VERB 0 root\nit PRON 1 obj\nat ADP 4 case\n4 NUM 1 obl\n·% NOUN 4 nmod")
    assert worded(doc, (), Term(span_of(doc, 0, 4), None)).what.text == "cap it at 4%"
