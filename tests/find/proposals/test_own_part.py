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
    (plain,) = stances(parsed(table), "accepts")
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
