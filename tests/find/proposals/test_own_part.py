"""What the parties to a proposal have as their own."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from parsed import parsed
from sayso.find.proposals.drafts import Draft
from sayso.find.proposals.own_part import own_part
from sayso.language.spans import span_of
from sayso.record.findings import Stance

#: "Norland President Roe agreed but would leave only if Orland paid, she said."
REPORT = """
Norland PROPN 2 compound Location
President PROPN 3 compound
Roe PROPN 4 nsubj Person
agreed VERB 0 root
but CCONJ 7 cc
would AUX 7 aux
leave VERB 4 conj
only ADV 9 advmod
if SCONJ 11 mark
Orland PROPN 11 nsubj Location
paid VERB 7 advcl
. PUNCT 4 punct
"""
WANTS = """
Norland PROPN 2 nsubj Location
wants VERB 0 root
the DET 4 det
clause NOUN 5 nsubj
rewritten VERB 2 ccomp
. PUNCT 2 punct
"""


def stances(doc: Doc, kind: str, *, by: bool = False, to: bool = False) -> list[Stance]:
    stand = Stance(span_of(doc, 0, 1), kind, None, None)  # type: ignore[arg-type]
    draft = Draft([], stances=[stand])
    draft.by = [span_of(doc, 0, 1)] if by else []
    draft.to = [span_of(doc, len(doc) - 3, len(doc) - 2)] if to else []
    own_part(doc, draft)
    return draft.stances


@pytest.mark.parametrize(
    ("table", "told"), [(REPORT, "only if Orland paid"), (WANTS, "the clause rewritten")]
)
def test_a_condition_behind_another_verb_is_told(table: str, told: str) -> None:
    (stance,) = stances(parsed(table), "conditional")
    assert stance.condition is not None and stance.condition.text == told
    (plain,) = stances(parsed(WANTS), "accepts")
    assert plain.condition is None


def test_a_people_before_a_name_is_the_one_who_is_named() -> None:
    doc = parsed(REPORT)
    draft = Draft([], to=[span_of(doc, 0, 1)], stances=[])
    draft.stances.append(Stance(span_of(doc, 0, 3), "accepts", None, None))
    own_part(doc, draft)
    assert [n.text for n in draft.to] == ["Norland President Roe"]
    draft = Draft([], to=[span_of(doc, 0, 1), span_of(doc, 9, 10)])
    own_part(doc, draft)
    assert [n.text for n in draft.to] == ["Norland", "Orland"]


@pytest.mark.parametrize(("kind", "told"), [("undecided", 0), ("conditional", 0), ("accepts", 1)])
def test_nobody_has_yet_to_answer_his_own_offer(kind: str, told: int) -> None:
    assert len(stances(parsed(WANTS), kind, by=True, to=True)) == told
    assert len(stances(parsed(WANTS), kind, by=True)) == 1


NO = """
Norland PROPN 2 nsubj Location
refused VERB 0 root
·, PUNCT 4 punct
saying VERB 2 advcl
it PRON 7 nsubj
would AUX 7 aux
sign VERB 4 ccomp
only ADV 9 advmod
if SCONJ 11 mark
Orland PROPN 11 nsubj Location
paid VERB 7 advcl
. PUNCT 2 punct
"""


@pytest.mark.parametrize(("table", "kind"), [(REPORT, "accepts"), (NO, "rejects")])
def test_an_answer_that_hangs_on_something_behind_it_is_on_a_condition(
    table: str, kind: str
) -> None:
    (stance,) = stances(parsed(table), kind)
    assert stance.stance == "conditional"
    assert stance.condition is not None and stance.condition.text == "only if Orland paid"
    (stance,) = stances(parsed(table.replace("only ADV", "gladly ADV").replace("if", "as")), kind)
    assert stance.stance == kind


SPOKESMEN = """
a DET 3 det
Norland PROPN 3 compound Location
spokesman NOUN 4 nsubj
said VERB 0 root
its PRON 6 nmod:poss
spokesman NOUN 7 nsubj
said VERB 0 root
the DET 10 det
group NOUN 12 nmod:poss
·'s PART 10 case
spokesman NOUN 13 nsubj
said VERB 0 root
a DET 14 det
spokesman NOUN 0 root
for ADP 17 case
the DET 17 det
rebels NOUN 14 nmod
"""


@pytest.mark.parametrize(
    ("at", "told"),
    [((0, 3), "Norland"), ((4, 6), "its spokesman"), ((7, 11), "the group"),
     ((12, 17), "the rebels")],
)  # fmt: skip
def test_of_a_spokesman_it_is_the_body(at: tuple[int, int], told: str) -> None:
    doc = parsed(SPOKESMEN)
    draft = Draft([], to=[span_of(doc, *at)])
    draft.stances = [Stance(span_of(doc, *at), "rejects", None, None)]
    own_part(doc, draft)
    assert [n.text for n in (*draft.to, draft.stances[0].party)] == [told, told]


ALLY = """
the DET 2 det
Front PROPN 9 nsubj Organization
·, PUNCT 5 punct
an DET 5 det
ally NOUN 2 appos
of ADP 7 case
Norland PROPN 5 nmod Location
·, PUNCT 5 punct
backed VERB 0 root
it PRON 9 obj
but CCONJ 12 cc
wanted VERB 9 conj
more ADJ 14 amod
guards NOUN 12 obj
. PUNCT 9 punct
"""


def test_a_yes_with_a_wish_behind_it_is_on_that_condition() -> None:
    doc = parsed(ALLY)
    draft = Draft([], stances=[Stance(span_of(doc, 0, 7), "accepts", None, None)])
    own_part(doc, draft)
    (stance,) = draft.stances
    assert (stance.party.text, stance.stance) == ("the Front", "conditional")
    assert stance.condition is not None and stance.condition.text == "more guards"


def test_what_is_on_the_table_is_no_party_to_it() -> None:
    doc = parsed("the DET 2 det\ndraft NOUN 0 root\nNorland PROPN 0 root Location")
    draft = Draft([], by=[span_of(doc, 0, 2), span_of(doc, 2, 3)])
    own_part(doc, draft)
    assert [s.text for s in draft.by] == ["Norland"]
