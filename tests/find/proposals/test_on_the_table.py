"""What is on the table and what is not, out of frozen parses."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from parsed import report
from sayso.find.proposals.names import find_mentions
from sayso.find.proposals.proposals import find_proposals
from sayso.language.anchors import Anchor, Role

Frozen = Callable[..., Doc]
FILE = "negotiations"


def texts(spans: object) -> list[str]:
    return [span.text for span in spans]  # type: ignore[attr-defined]


GAINED = """
Norland PROPN 2 nsubj Location
gained VERB 0 root
a DET 5 det
better ADJ 5 amod
understanding NOUN 2 obj
of ADP 8 case
the DET 8 det
position NOUN 5 nmod
·. PUNCT 2 punct
"""


def test_an_understanding_of_something_is_nothing_on_the_table() -> None:
    assert not find_mentions(report(GAINED))
    assert find_mentions(report(GAINED.replace("of ADP", "with ADP")))


def test_an_understanding_that_opens_a_condition_is_no_proposal_of_its_own(found) -> None:  # type: ignore[no-untyped-def]
    (offer,) = found("understanding")
    assert [(t.what.text, t.party.text) for t in offer.terms] == [
        ("leave the port", "The rebels"), ("opens the dam", "Suvria"),
    ]  # fmt: skip
    assert offer.terms[0].condition.text == "on the understanding that Suvria opens the dam"


def test_what_a_truce_is_called_is_no_proposal_beside_it(found) -> None:  # type: ignore[no-untyped-def]
    (truce,) = found("called-so")
    assert truce.name.text == "the truce"
    assert [(s.party.text, s.stance) for s in truce.stances] == [("The rebels", "rejects")]
    assert len(truce.terms) == 2


def test_a_deal_of_one_side_that_binds_nobody_is_not_on_the_table(found) -> None:  # type: ignore[no-untyped-def]
    assert found("unsided") == ()


def test_the_proposal_is_the_one_of_the_main_clause_not_of_a_clause_beside_it(found) -> None:  # type: ignore[no-untyped-def]
    accords = next(p for p in found("seeking") if p.name.text == "the Oslo Accords")
    assert [(s.party.text, s.stance) for s in accords.stances] == [("Suvria", "rejects")]


def test_who_is_asked_to_join_one_deal_is_not_marked_as_the_maker_of_another(
    frozen: Frozen,
) -> None:
    words = [t.text for t in frozen(FILE, "seeking")]
    at, asked = words.index("agreement"), words.index("Norland")
    roles = (Role("by", asked, asked + 1, 0.9),)
    mark = Anchor("proposal", at - 1, at + 1, "NAME", 0.9, roles, {"state": {"offered": 1.0}})
    deals = find_proposals(frozen(FILE, "seeking", mark), (), ())[0]
    makers = {d.name.text: texts(d.by) for d in deals if d.name is not None}
    assert makers["an agreement with Talvia"] == ["Talvia", "President Anna Berg"]


def test_a_deal_that_something_is_pending_is_not_on_the_table(frozen: Frozen) -> None:
    at = [t.text for t in frozen(FILE, "pending-agreement")].index("agreement")
    mark = Anchor("proposal", at - 1, at + 1, "NAME", 0.9, (), {"state": {"offered": 1.0}})
    assert find_proposals(frozen(FILE, "pending-agreement", mark), (), ())[0] == ()


def test_a_name_without_terms_that_the_encoder_never_marks_is_none_beside_a_plain_one(
    frozen: Frozen,
) -> None:
    at = [t.text for t in frozen(FILE, "faint")].index("offer")
    mark = Anchor("proposal", at, at + 1, "NAME", 0.9, (), {"state": {"offered": 1.0}})
    assert texts(p.name for p in find_proposals(frozen(FILE, "faint", mark), (), ())[0]) == [
        "an offer"
    ]
    names = texts(p.name for p in find_proposals(frozen(FILE, "faint"), (), ())[0])
    assert names == ["A truce with Talvia", "an offer"]


def test_to_speak_to_meet_or_to_veto_is_nothing_to_bargain_over(found) -> None:  # type: ignore[no-untyped-def]
    assert [p for p in found("no-bargains") if p.name is None] == []


WHAT_WOULD_BE = """
Both DET 2 det
sides NOUN 3 nsubj
agreed VERB 0 root
to PART 5 mark
free VERB 3 xcomp
men NOUN 5 obj
in ADP 8 case
what PRON 5 obl
would AUX 12 aux
be AUX 12 cop
the DET 12 det
swap NOUN 5 obl
·. PUNCT 3 punct
"""


def test_what_an_act_is_said_to_be_is_no_proposal_beside_it() -> None:
    assert [m.head.text for m in find_mentions(report(WHAT_WOULD_BE))] == ["agreed"]


NAMED_FOR_TWO = """
led VERB 0 root
to ADP 4 case
a DET 4 det
truce NOUN 1 obl
and CCONJ 8 cc
to ADP 8 case
a DET 8 det
vote NOUN 4 nmod
·. PUNCT 1 punct
"""


def test_what_is_joined_by_its_own_preposition_is_no_part_of_a_name() -> None:
    assert [m.span.text for m in find_mentions(report(NAMED_FOR_TWO))] == ["a truce"]


PROPOSED_THAT = """
Norland PROPN 2 nsubj Location
proposed VERB 0 root
that SCONJ 5 mark
miners NOUN 5 nsubj
leave VERB 2 ccomp
·. PUNCT 2 punct
"""


@pytest.mark.parametrize("relation", ["ccomp", "xcomp"])
def test_what_is_proposed_in_a_clause_is_an_offer(relation: str) -> None:
    doc = report(PROPOSED_THAT.replace("ccomp", relation))
    assert [(m.head.text, m.kind) for m in find_mentions(doc)] == [("proposed", "offered")]
