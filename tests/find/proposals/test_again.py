"""Verbs that tell anew of what is on the table, on small parses."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

from parsed import report
from sayso.find.proposals.deadlines import set_deadlines
from sayso.find.proposals.joined import join
from sayso.find.proposals.names import Mention, find_mentions, is_mutual
from sayso.find.proposals.proposals import find_proposals
from sayso.language.anchors import Anchor
from sayso.language.spans import span_of

AGREED = """
Norland PROPN 2 nsubj Location
agreed VERB 0 root
to PART 4 mark
open VERB 2 xcomp
roads NOUN 4 obj
·. PUNCT 2 punct
"""
ALSO = """
They PRON 3 nsubj
also ADV 3 advmod
agreed VERB 0 root
to PART 5 mark
free VERB 3 xcomp
men NOUN 5 obj
·. PUNCT 3 punct
"""
ON_A_TRUCE = """
Norland PROPN 2 nsubj Location
agreed VERB 0 root
on ADP 5 case
a DET 5 det
truce NOUN 2 obl
·. PUNCT 2 punct
"""
GIVEN = """
Oslo PROPN 2 nsubj Location
gave VERB 0 root
Norland PROPN 2 iobj Location
a DET 5 det
week NOUN 2 obj
to PART 7 mark
approve VERB 2 xcomp
a DET 9 det
plan NOUN 7 obj
·. PUNCT 2 punct
"""
MEANT = """
A DET 2 det
paper NOUN 9 nsubj
meant VERB 2 acl
to PART 5 mark
serve VERB 3 xcomp
for ADP 8 case
a DET 8 det
treaty NOUN 5 obl
came VERB 0 root
·. PUNCT 9 punct
"""
FEBRUARY = """
The DET 3 det
May PROPN 3 compound Date
pact NOUN 4 nsubj
held VERB 0 root
·. PUNCT 4 punct
"""


def named(doc: Doc, at: int, kind: str, *, headline: bool = False) -> Mention:
    span = span_of(doc, at, at + 1)
    return Mention(doc[at], kind, span, definite=False, marks=frozenset(), headline=headline)


def sizes(doc: Doc, *mentions: Mention) -> list[int]:
    return [len(d.mentions) for d in join(doc, mentions)]


def test_what_they_also_agree_to_is_of_the_same_deal() -> None:
    doc = report(AGREED, ALSO)
    assert sizes(doc, named(doc, 1, "agreed"), named(doc, 8, "agreed")) == [2]


def test_what_somebody_else_agrees_to_is_another_deal() -> None:
    doc = report(AGREED, ALSO.replace("They PRON", "Suvria PROPN"))
    assert sizes(doc, named(doc, 1, "agreed"), named(doc, 8, "agreed")) == [1, 1]


def test_the_opening_line_tells_the_headline_anew() -> None:
    doc = report(AGREED, ON_A_TRUCE)
    head, truce = named(doc, 1, "agreed", headline=True), named(doc, 10, "truce")
    assert sizes(doc, head, named(doc, 7, "agreed")) == [2]
    assert sizes(doc, head, truce) == [2]
    assert sizes(doc, named(doc, 1, "agreed"), truce) == [1, 1]


def test_time_given_to_approve_a_plan_is_of_the_plan() -> None:
    doc = report(GIVEN)
    plan = named(doc, 8, "plan")
    assert sizes(doc, *set_deadlines(doc, [plan]), plan) == [2]
    other = report(GIVEN.replace("approve", "burn"))
    plan = named(other, 8, "plan")
    assert sizes(other, *set_deadlines(other, [plan]), plan) == [1, 1]


def test_what_a_paper_is_meant_for_is_no_other_thing() -> None:
    doc = report(MEANT)
    assert sizes(doc, named(doc, 1, "weak"), named(doc, 7, "deal")) == [2]
    saved = report(MEANT.replace("5 obl", "5 obj").replace("serve", "save"))
    assert sizes(saved, named(saved, 1, "weak"), named(saved, 7, "deal")) == [1, 1]


def test_the_month_of_a_pact_told_just_before_is_no_other_pact() -> None:
    doc = report(AGREED, FEBRUARY)
    pact = Mention(doc[8], "deal", span_of(doc, 6, 9), definite=True, marks=frozenset({"may"}))
    assert sizes(doc, named(doc, 1, "deal"), pact) == [2]
    other = report(AGREED, FEBRUARY.replace("Date", "Location"))
    pact = Mention(other[8], "deal", span_of(other, 6, 9), definite=True, marks=frozenset({"may"}))
    assert sizes(other, named(other, 1, "deal"), pact) == [1, 1]


def test_a_name_behind_a_comma_is_the_thing_before_it() -> None:
    doc = report("""
    Norland PROPN 2 nsubj Location
    quit VERB 0 root
    its PRON 4 nmod:poss
    truce NOUN 2 obj
    ·, PUNCT 7 punct
    a DET 7 det
    pact NOUN 4 appos
    ·. PUNCT 2 punct
    """)
    assert sizes(doc, named(doc, 3, "truce"), named(doc, 6, "deal")) == [2]


LAST = """
The DET 4 det
last ADJ 4 amod
such ADJ 4 amod
truce NOUN 5 nsubj
collapsed VERB 0 root
·. PUNCT 5 punct
"""


def test_the_last_such_truce_is_an_earlier_one_whose_end_is_told() -> None:
    doc = report(ON_A_TRUCE, LAST)
    both = find_mentions(doc)
    last = [m for m in both if m.head.i > 6]
    assert [(m.definite, m.marks) for m in last] == [(False, frozenset({"previous"}))]
    assert [p.state for p in find_proposals(doc, (), ())[0]][-1] == "broken"


def test_one_of_their_leaders_is_not_both_of_them() -> None:
    doc = report("""
    One NUM 4 nsubj
    of ADP 3 case
    leaders NOUN 1 nmod
    agreed VERB 0 root
    to PART 6 mark
    leave VERB 4 xcomp
    ·. PUNCT 4 punct
    """)
    assert not is_mutual(doc[3])


def test_a_deadline_is_of_the_plan_and_demands_are_of_the_deadline() -> None:
    doc = report(ON_A_TRUCE.replace("truce", "plan"), LAST.replace("truce", "deadline"))
    late = Mention(doc[9], "ultimatum", span_of(doc, 6, 10), definite=True, marks=frozenset())
    assert sizes(doc, named(doc, 4, "plan"), late) == [2]
    doc = report(LAST.replace("truce", "ultimatum"), LAST.replace("truce", "demands"))
    asked = Mention(doc[9], "weak", span_of(doc, 6, 10), definite=True, marks=frozenset())
    assert sizes(doc, named(doc, 3, "ultimatum"), asked) == [2]


def test_the_earlier_pact_and_ones_own_draft_are_others() -> None:
    doc = report(ON_A_TRUCE, LAST.replace("last", "own"))
    own = Mention(doc[9], "truce", span_of(doc, 6, 10), definite=True, marks=frozenset())
    assert sizes(doc, named(doc, 4, "truce"), own) == [1, 1]
    doc = report(ON_A_TRUCE, LAST)
    marks = frozenset({"earlier"})
    early = Mention(doc[9], "truce", span_of(doc, 6, 10), definite=True, marks=marks)
    assert sizes(doc, named(doc, 4, "truce"), early) == [1, 1]


def test_an_idea_that_is_marked_and_narrowed_is_on_the_table_by_itself() -> None:
    doc = report(ON_A_TRUCE, LAST.replace("truce", "idea"))
    anchor = Anchor("proposal", 6, 10, "PROPOSAL", 0.9)
    span, marks = span_of(doc, 6, 10), frozenset({"separate"})
    idea = Mention(doc[9], "refer", span, definite=False, marks=marks, anchor=anchor)
    assert sizes(doc, named(doc, 4, "truce"), idea) == [1, 1]
    assert sizes(doc, named(doc, 4, "truce"), replace(idea, anchor=None)) == [1]
