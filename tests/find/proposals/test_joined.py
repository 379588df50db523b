"""Which words of a report stand for one thing on the table, on frozen parses."""

from __future__ import annotations

from spacy.tokens import Doc

from parsed import parsed, report
from sayso.find.proposals.apart import apart
from sayso.find.proposals.drafts import Draft
from sayso.find.proposals.joined import join
from sayso.find.proposals.names import Mention, find_mentions
from sayso.find.proposals.proposals import find_proposals
from sayso.language.spans import span_of
from sayso.record.findings import Term


def test_an_answer_that_is_yet_to_come_is_no_proposal(found) -> None:  # type: ignore[no-untyped-def]
    names = [p.name.text for p in found("answer-to-come")]
    assert names == ["a peace plan"]


def test_an_amended_draft_that_gives_quiet_is_the_draft_and_may_be_called_a_truce(found) -> None:  # type: ignore[no-untyped-def]
    (draft,) = found("draft-called-truce")
    stances = {(s.party.text, s.stance) for s in draft.stances}
    assert stances == {("Talvia", "accepts"), ("The rebels", "rejects")}


def test_a_stance_to_what_is_only_a_term_of_a_pact_goes_to_the_pact(found) -> None:  # type: ignore[no-untyped-def]
    (pact,) = found("ceasefire-within-pact")
    assert pact.name.text == "a pact"
    assert ("Corvia", "accepts") in {(s.party.text, s.stance) for s in pact.stances}


def test_a_later_name_may_add_how_many_points_a_plan_has(found) -> None:  # type: ignore[no-untyped-def]
    (plan,) = found("draft-named-by-its-points")
    assert (plan.name.text, plan.state) == ("a plan", "rejected")
    assert "free 20 prisoners" in [t.what.text for t in plan.terms]


def test_what_both_sides_undertake_behind_a_deal_is_no_deal_of_its_own(found) -> None:  # type: ignore[no-untyped-def]
    assert [p.name.text for p in found("both-sides-undertake")] == ["an arrangement"]


def test_an_offer_of_a_truce_is_one_thing_by_two_names(found) -> None:  # type: ignore[no-untyped-def]
    (offer,) = found("offer-of-a-truce")
    assert offer.name.text == "Suvria's counter-offer of a 30-day truce"
    assert [t.what.text for t in offer.terms] == ["30-day truce"]


def test_what_is_only_so_on_paper_is_not_called_a_paper(found) -> None:  # type: ignore[no-untyped-def]
    (truce,) = found("truce-on-paper")
    assert truce.name.text == "a 40-day truce"
    assert {"leave the port", "free ten men"} <= {t.what.text for t in truce.terms}


def test_what_is_proposed_behind_a_deal_is_no_term_of_the_deal(found) -> None:  # type: ignore[no-untyped-def]
    deal, proposed = found("proposed-behind-a-deal")
    assert (deal.name.text, deal.terms) == ("the deal with Suvria", ())
    assert [t.what.text for t in proposed.terms] == ["stop shooting for 72 hours"]
    assert [(s.party.text, s.stance) for s in proposed.stances] == [("Norland", "accepts")]


def test_what_a_speaker_calls_our_offer_is_on_the_table_already(found) -> None:  # type: ignore[no-untyped-def]
    (offer,) = found("our-offer")
    assert "a truce of 30 days" in {t.what.text for t in offer.terms}


def test_two_names_that_share_most_of_their_terms_are_one_proposal(found) -> None:  # type: ignore[no-untyped-def]
    (told,) = found("two-names-one-text")
    assert len(told.terms) == 3


LEADS_TO = """
The DET 2 det
pause NOUN 4 nsubj
would AUX 4 aux
lead VERB 0 root
to ADP 7 case
a DET 7 det
ceasefire NOUN 4 obl
·. PUNCT 4 punct
"""


def test_what_a_proposal_leads_to_is_part_of_it() -> None:
    doc = report(LEADS_TO)
    pause, ceasefire = named(doc, 1, "weak"), named(doc, 6, "truce")
    assert [len(d.mentions) for d in join(doc, (pause, ceasefire))] == [2]
    other = report(LEADS_TO.replace("lead", "move"))
    apart = named(other, 1, "weak"), named(other, 6, "truce")
    assert [len(d.mentions) for d in join(other, apart)] == [1, 1]


def named(doc: Doc, at: int, kind: str) -> Mention:
    return Mention(doc[at], kind, span_of(doc, at - 1, at + 1), definite=False, marks=frozenset())


OFFERED_BESIDE = """
Rebels NOUN 2 nsubj
rejected VERB 0 root
a DET 4 det
plan NOUN 2 obj
but CCONJ 6 cc
offered VERB 2 conj
a DET 8 det
truce NOUN 6 obj
·. PUNCT 2 punct
"""


def test_what_somebody_offers_beside_a_plan_is_no_term_of_the_plan() -> None:
    doc = report(OFFERED_BESIDE)
    plan, truce = named(doc, 3, "plan"), named(doc, 7, "truce")
    term = Term(span_of(doc, 6, 8))
    drafts = [Draft([plan], terms=[term]), Draft([truce], terms=[term])]
    assert [len(d.terms) for d in apart(drafts)] == [0, 1]


PROPOSAL = """
Norland PROPN 2 nsubj Location Number=Sing
rejected VERB 0 root _ Number=Sing|Tense=Past|VerbForm=Fin
a DET 4 det
proposal NOUN 2 obj _ Number=Sing
by ADP 6 case
Suvria PROPN 4 nmod Person Number=Sing
for ADP 9 case
a DET 9 det
truce NOUN 4 nmod _ Number=Sing
·. PUNCT 2 punct
"""
BROKERED = """
Norland PROPN 4 nsubj Location Number=Sing
and CCONJ 3 cc
Suvria PROPN 1 conj Location Number=Sing
agreed VERB 0 root _ Number=Sing|Tense=Past|VerbForm=Fin
to PART 6 mark
free VERB 4 xcomp _ VerbForm=Inf
40 NUM 8 nummod
men NOUN 6 obj _ Number=Plur
in ADP 11 case
a DET 11 det
deal NOUN 6 obl _ Number=Sing
brokered VERB 11 acl _ Tense=Past|VerbForm=Part
by ADP 14 case
Torland PROPN 12 obl:agent Location Number=Sing
·. PUNCT 4 punct
"""


def test_a_proposal_for_a_truce_is_one_thing_by_two_names() -> None:
    ((offer,), _) = find_proposals(parsed(PROPOSAL), (), ())
    assert offer.name is not None and offer.name.text == "a proposal by Suvria for a truce"
    assert [s.text for s in offer.by] == ["Suvria"]


def test_what_is_agreed_in_a_deal_is_the_deal() -> None:
    ((deal,), _) = find_proposals(parsed(BROKERED), (), ())
    assert deal.name is not None and deal.name.text.startswith("a deal")
    assert [s.text for s in deal.by] == ["Norland", "Suvria"]


TRUCE = """
Norland PROPN 4 nsubj Location Number=Sing
and CCONJ 3 cc
Suvria PROPN 1 conj Location Number=Sing
announced VERB 0 root _ Number=Sing|Tense=Past|VerbForm=Fin
a DET 6 det
truce NOUN 4 obj _ Number=Sing
·. PUNCT 4 punct
"""
MEDIATES = """
The DET 2 det
envoy NOUN 3 nsubj _ Number=Sing
welcomed VERB 0 root _ Number=Sing|Tense=Past|VerbForm=Fin
the DET 5 det
offer NOUN 3 obj _ Number=Sing
by ADP 7 case
Torland PROPN 5 nmod Location Number=Sing
to PART 9 mark
mediate VERB 5 acl _ VerbForm=Inf
·. PUNCT 3 punct
"""


def test_an_offer_to_mediate_is_not_the_truce_of_others() -> None:
    drafts = join(doc := report(TRUCE, MEDIATES), find_mentions(doc))
    assert [[m.head.text for m in d.mentions] for d in drafts] == [["truce"], ["offer"]]
