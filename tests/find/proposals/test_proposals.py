"""Proposals out of frozen parses: one test a construction."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from sayso.find.proposals.clauses import party
from sayso.find.proposals.proposals import find_proposals
from sayso.language.anchors import LINKS, Anchor, Role
from sayso.record.findings import Statement
from sayso.record.span import Span

Frozen = Callable[..., Doc]
FILE = "negotiations"


def texts(spans: object) -> list[str]:
    return [span.text for span in spans]  # type: ignore[attr-defined]


def test_terms_of_several_sentences_belong_to_one_proposal(found) -> None:  # type: ignore[no-untyped-def]
    (accord,) = found("accord-with-phases")
    assert accord.id == "p1"
    assert accord.name.text == "a ceasefire agreement"
    assert [(t.what.text, t.party.text) for t in accord.terms] == [
        ("withdraw its troops from the port", "Norland"),
        ("free 200 prisoners within 30 days", "Norland"),
        ("hand over their weapons", "the rebels"),
    ]


def test_a_term_has_its_phase_amount_deadline_and_condition(found) -> None:  # type: ignore[no-untyped-def]
    (accord,) = found("accord-with-phases")
    first, second, third = accord.terms
    assert (first.phase, third.phase) == (None, 2)
    assert (second.amount.text, second.deadline.text) == ("200 prisoners", "within 30 days")
    assert third.condition.text == "if the monitors have arrived"


def test_who_signs_has_made_the_deal_and_accepts_it(found) -> None:  # type: ignore[no-untyped-def]
    (accord,) = found("accord-with-phases")
    assert texts(accord.by) == ["Norland", "Suvria"]
    assert accord.state == "accepted"
    assert {(s.party.text, s.stance) for s in accord.stances} == {
        ("Norland", "accepts"), ("Suvria", "accepts"),
    }  # fmt: skip


def test_what_is_given_for_a_term_is_its_exchange(found) -> None:  # type: ignore[no-untyped-def]
    (truce,) = found("exchange")
    length, term, given = truce.terms
    assert (length.what.text, length.amount.text) == ("60-day truce", "60-day")
    assert term.what.text == "lift its siege of Karo"
    assert term.party.text == "the army"
    assert term.exchange.text == "the release of 40 hostages"
    assert term.condition.text == "in exchange for the release of 40 hostages"
    assert (given.what.text, given.amount.text) == ("the release of 40 hostages", "40 hostages")


def test_an_offer_has_those_who_make_it_and_those_it_is_made_to(found) -> None:  # type: ignore[no-untyped-def]
    (truce,) = found("exchange")
    assert (texts(truce.by), texts(truce.to)) == (["The envoy"], ["the rebels"])
    assert truce.state == "rejected"


def test_a_party_may_accept_on_a_condition(found) -> None:  # type: ignore[no-untyped-def]
    (truce,) = found("exchange")
    rejects, conditional = truce.stances
    assert (rejects.party.text, rejects.stance) == ("The rebels", "rejects")
    assert (conditional.party.text, conditional.stance) == ("The government", "conditional")
    assert conditional.condition.text == "on condition that all captives were freed first"


def test_a_verb_stands_for_the_deal_until_a_noun_names_it(found) -> None:  # type: ignore[no-untyped-def]
    (deal,) = found("agreed-without-a-noun")
    assert deal.name.text == "The deal"
    assert texts(t.what for t in deal.terms) == [
        "open two roads", "exchange the bodies of the dead",
    ]  # fmt: skip
    assert texts(deal.through) == ["Oman"]


def test_conditions_for_talks_are_terms(found) -> None:  # type: ignore[no-untyped-def]
    (conditions,) = found("list")
    assert texts(conditions.by) == ["The opposition"]
    assert conditions.terms[0].what.text == "the release of its leader"
    assert conditions.state == "offered"


def test_nouns_that_a_plan_calls_for_are_terms_without_a_party(found) -> None:  # type: ignore[no-untyped-def]
    (plan,) = found("plan-provides")
    assert texts(t.what for t in plan.terms) == [
        "an end to the raids", "a pull-back to the old line", "talks on the border",
    ]  # fmt: skip
    assert all(t.party is None for t in plan.terms)


def test_who_has_not_said_whether_it_will_accept_is_undecided(found) -> None:  # type: ignore[no-untyped-def]
    (plan,) = found("plan-provides")
    assert [(s.party.text, s.stance) for s in plan.stances] == [("Mirania", "undecided")]


def test_a_deal_named_only_by_it_keeps_its_terms(found) -> None:  # type: ignore[no-untyped-def]
    (proposal,) = found("under-it")
    assert proposal.name.text == "a new proposal"
    assert [(t.what.text, t.party.text) for t in proposal.terms] == [
        ("leave the valley", "Talvian troops"), ("keep the dam", "Talvian troops"),
    ]  # fmt: skip


def test_a_truce_of_the_past_takes_no_part_in_the_pact_of_today(found) -> None:  # type: ignore[no-untyped-def]
    pact, truce = found("background")
    assert (pact.name.text, pact.state) == ("a pact", "accepted")
    assert (truce.name.text, truce.state, truce.by) == ("a truce", "broken", ())


def test_no_deal_and_no_plan_of_ones_own_is_on_the_table(found) -> None:  # type: ignore[no-untyped-def]
    assert found("nothing") == ()


def test_the_terms_of_one_deal_do_not_go_to_another(found) -> None:  # type: ignore[no-untyped-def]
    trade, *others = found("two-deals")
    assert texts(t.what for t in trade.terms) == ["cut tariffs on grain"]
    assert not any(other.terms for other in others)


def test_a_term_that_is_only_denied_is_no_term(frozen: Frozen) -> None:
    doc = frozen(FILE, "two-deals")
    start = doc.text.index("The trade deal will")
    said = Span.of(doc.text, start, len(doc.text) - 1)
    denial = Statement("s1", None, Span.of(doc.text, 0, 6), (said,), act="denies")
    (trade, *_), problems = find_proposals(doc, (denial,), ())
    assert trade.name is not None and trade.name.text == "a trade deal"
    assert trade.terms == ()
    assert [(p.code, p.span.text) for p in problems if p.span] == [
        ("denied-term", "cut tariffs on grain")
    ]
    assert "denies" in problems[0].reason


def test_what_the_encoder_marks_is_added_to_what_the_rules_find(frozen: Frozen) -> None:
    plain = frozen(FILE, "background")
    at = next(t.i for t in plain if t.text == "pact")
    fishing = next(t.i for t in plain if t.text == "fishing")
    mark = Anchor(
        "proposal", at - 1, at + 1, "NAME", 0.9,
        (Role("by", 0, 3, 0.8), Role("term", at + 1, fishing + 1, 0.3)),
        {"state": {"in-force": 1.0}},
    )  # fmt: skip
    pact = find_proposals(frozen(FILE, "background", mark), (), ())[0][0]
    assert pact.confidence == 0.9
    assert texts(pact.by) == ["The two armies"]
    assert pact.state == "in-force"
    assert pact.terms == ()  # a span that the encoder is not sure of is left out


@pytest.mark.parametrize("name", ["accord-with-phases", "exchange", "plan-provides", "under-it"])
def test_every_span_is_verbatim_and_the_same_text_gives_the_same_record(
    frozen: Frozen, name: str
) -> None:
    doc = frozen(FILE, name)
    once, again = find_proposals(doc, (), ()), find_proposals(frozen(FILE, name), (), ())
    assert once == again
    for p in once[0]:
        spans = [p.name, *p.by, *p.to, *p.through, *(s.party for s in p.stances)]
        spans += [s for t in p.terms for s in (t.what, t.party, t.condition, t.exchange)]
        assert all(s.is_verbatim(doc.text) for s in spans if s is not None)


def test_answers_that_do_not_name_the_proposal_belong_to_the_last_one(found) -> None:  # type: ignore[no-untyped-def]
    (truce,) = found("answers")
    assert (texts(truce.by), texts(truce.to)) == (["Norland"], ["the rebels"])
    assert [(s.party.text, s.stance) for s in truce.stances] == [
        ("Mirania", "accepts"), ("the junta", "rejects"),
        ("Suvria", "rejects"), ("The rebels", "undecided"),
    ]  # fmt: skip
    assert truce.state == "offered"  # those who turn it down were not asked


def test_an_offer_may_be_told_in_a_clause(found) -> None:  # type: ignore[no-untyped-def]
    (offer,) = found("offered-that")
    assert offer.name.text == "the proposal"
    assert [(t.what.text, t.party and t.party.text) for t in offer.terms] == [
        ("pull back from the lake", "both armies"), ("a joint patrol be set up", None),
    ]  # fmt: skip
    assert offer.state == "rejected"


def test_a_role_that_no_words_name_is_marked_in_the_rule(found) -> None:  # type: ignore[no-untyped-def]
    (offer,) = found("offered-that")
    assert (texts(offer.to), offer.rule) == (["The rebels"], "bargain:offer+implied-to")
    (pact,) = found("given")  # one side's duty does not tell who made the deal
    assert (pact.by, pact.rule) == ((), "bargain:deal")


def test_a_condition_inside_a_condition_belongs_to_the_act_it_stands_with(found) -> None:  # type: ignore[no-untyped-def]
    (offer,) = found("nested")
    assert [(t.what.text, t.party.text, t.condition.text) for t in offer.terms] == [
        ("free 40 sailors", "Norland", "if Suvria opens the port, unless the strikes go on"),
        ("opens the port", "Suvria", "unless the strikes go on"),
    ]


def test_a_condition_inside_a_condition_that_stays_whole_is_a_problem(frozen: Frozen) -> None:
    doc = frozen(FILE, "nested")
    for token in doc:
        if token.text == "Suvria":
            token.dep_ = "obl"  # without a doer, the clause is no act of anybody
    (offer, *_), problems = find_proposals(doc, (), ())
    assert [t.what.text for t in offer.terms] == ["free 40 sailors"]
    assert [p.code for p in problems] == ["nested-condition"]


def test_what_is_given_in_exchange_is_a_term_of_its_own(found) -> None:  # type: ignore[no-untyped-def]
    (pact,) = found("given")
    assert texts(t.what for t in pact.terms) == ["reopen the mine", "two patrol boats"]


def test_a_truce_that_has_yet_to_expire_is_in_force(found) -> None:  # type: ignore[no-untyped-def]
    states = {p.name.text: p.state for p in found("ahead")}
    assert states == {
        "The 60-day truce": "in-force", "The fishing pact": "expired", "An older accord": "broken",
    }  # fmt: skip


def test_a_length_in_the_name_is_a_term(found) -> None:  # type: ignore[no-untyped-def]
    truce = found("ahead")[0]
    assert [(t.what.text, t.amount.text) for t in truce.terms] == [("60-day truce", "60-day")]


def test_a_dateline_is_no_party_and_who_stands_behind_it_is(found) -> None:  # type: ignore[no-untyped-def]
    (treaty,) = found("dateline")
    assert (texts(treaty.by), texts(treaty.through)) == (["Norland", "Suvria"], ["mediators"])
    assert treaty.state == "in-force"


def test_a_paragraph_of_duties_behind_a_deal_holds_its_terms(found) -> None:  # type: ignore[no-untyped-def]
    (treaty,) = found("told-after")
    told = texts(t.what for t in treaty.terms)
    assert len(told) == 3
    assert told[0].endswith("leave the valley within 30 days")
    assert told[1].endswith("open the dam")
    assert told[2] == "Prisoners are to be sent home"


def test_a_call_on_several_parties_binds_each_to_its_own_duty(found) -> None:  # type: ignore[no-untyped-def]
    (plan,) = found("called-on")
    bound = {t.what.text: t.party and t.party.text for t in plan.terms}
    assert bound["lift the curfew"] == "Norland"
    assert bound["stop fighting"] == "the rebels"
    assert {"a truce", "joint patrols", "the return of stolen cattle"} <= set(bound)


def test_the_answer_of_one_side_is_not_the_terms_of_the_other(found) -> None:  # type: ignore[no-untyped-def]
    terms, *_ = found("two-papers")
    assert texts(terms.by) == ["Norland"]
    assert terms.terms == ()
    assert {(s.party.text, s.stance) for s in terms.stances} == {("The council", "rejects")}


def test_set_phrases_of_answering_are_stances_to_the_proposal_named_last(found) -> None:  # type: ignore[no-untyped-def]
    (truce,) = found("replies")
    assert [(s.party.text, s.stance) for s in truce.stances] == [
        ("The rebels", "undecided"), ("Mirania", "rejects"), ("the council", "accepts"),
    ]  # fmt: skip


def test_of_two_things_that_a_party_says_of_a_plan_the_last_is_its_stance(found) -> None:  # type: ignore[no-untyped-def]
    (plan,) = found("fair-but")
    assert [(s.party.text, s.stance) for s in plan.stances] == [
        ("The council", "undecided"), ("The rebels", "rejects"),
    ]  # fmt: skip


def test_a_doer_within_the_terms_has_not_made_the_offer(found) -> None:  # type: ignore[no-untyped-def]
    assert texts(found("fair-but")[0].by) == ["Norland"]


def test_a_pact_that_has_yet_to_take_effect_is_accepted(found) -> None:  # type: ignore[no-untyped-def]
    (pact,) = found("pending")
    assert pact.state == "accepted"


def test_who_carries_a_draft_is_a_go_between_and_both_ends_of_the_road_are_asked(found) -> None:  # type: ignore[no-untyped-def]
    (draft,) = found("carried-draft")
    assert (texts(draft.by), sorted(texts(draft.to))) == ([], ["Norland", "Suvria"])
    assert texts(draft.through) == ["A bishop", "Mirania"]  # a guarantor is one, too


def test_a_plan_laid_before_two_parties_is_offered_to_both(found) -> None:  # type: ignore[no-untyped-def]
    (plan,) = found("laid-before")
    assert plan.name.text == "a truce plan"
    assert (texts(plan.by), texts(plan.to)) == (["Oman"], ["Norland", "the rebels"])


def test_a_truce_that_one_side_announces_is_an_offer_to_the_other(found) -> None:  # type: ignore[no-untyped-def]
    (truce,) = found("one-sided")
    assert (texts(truce.by), texts(truce.to)) == (["Norland"], ["the rebels"])
    assert truce.state == "offered"


def test_a_pronoun_for_the_pact_is_no_party_to_it(frozen: Frozen) -> None:
    doc = frozen(FILE, "it-is-the-pact")
    pact = next(t for t in doc if t.text == "pact")
    pronoun = next(t for t in doc if t.text == "It")
    doc.user_data[LINKS] = {"coref": {pronoun.i: (pact.i, 0.9)}}
    assert party(doc, pronoun) is None


def test_a_phase_at_the_end_of_a_term_is_its_phase_and_none_of_its_words(found) -> None:  # type: ignore[no-untyped-def]
    (truce,) = found("phase-at-end")
    assert [(t.what.text, t.party.text, t.phase) for t in truce.terms] == [
        ("leave the port", "Norland", 1), ("free 40 sailors", "Suvria", 2),
    ]  # fmt: skip


def test_what_came_before_an_agreement_is_no_part_of_its_terms(found) -> None:  # type: ignore[no-untyped-def]
    (deal,) = found("past-after")
    assert texts(t.what for t in deal.terms) == ["end the war"]


def test_what_somebody_warns_of_behind_an_offer_is_none_of_its_terms(found) -> None:  # type: ignore[no-untyped-def]
    (offer,) = found("own-words")
    assert texts(t.what for t in offer.terms) == ["leave the port", "send monitors"]


def test_a_marked_object_is_widened_to_the_act_that_it_is_part_of(frozen: Frozen) -> None:
    words = [t.text for t in frozen(FILE, "act-in-parts")]
    pact, radar, near = (words.index(w) for w in ("pact", "radar", "near"))
    mark = Anchor(
        "proposal", pact - 1, pact + 1, "NAME", 0.9,
        (Role("term", radar, radar + 1, 0.8), Role("term", near, near + 3, 0.8)),
        {"state": {"accepted": 1.0}},
    )  # fmt: skip
    (made,), _ = find_proposals(frozen(FILE, "act-in-parts", mark), (), ())
    assert [(t.what.text, t.party and t.party.text) for t in made.terms] == [
        ("dismantles its old radar near the port", "Norland"),
    ]  # fmt: skip


def test_two_things_given_in_exchange_are_two_terms_of_the_other_side(found) -> None:  # type: ignore[no-untyped-def]
    (offer,) = found("two-given")
    assert [(t.what.text, t.party.text) for t in offer.terms] == [
        ("clear the road", "The rebels"), ("an amnesty", "the junta"),
        ("two seats in the cabinet", "the junta"),
    ]  # fmt: skip


def test_a_pact_whose_signature_is_put_off_is_still_under_negotiation(found) -> None:  # type: ignore[no-untyped-def]
    (pact,) = found("put-off")
    assert (texts(pact.by), pact.state) == (["Norland", "Suvria"], "under-negotiation")


def test_who_is_unable_to_agree_on_a_truce_has_not_accepted_it(found) -> None:  # type: ignore[no-untyped-def]
    (truce,) = found("not-agreed")
    assert (truce.stances, truce.state) == ((), "under-negotiation")


def test_who_approves_with_reservations_accepts_on_a_condition(found) -> None:  # type: ignore[no-untyped-def]
    (plan,) = found("reservations")
    assert [(s.party.text, s.stance) for s in plan.stances] == [("The council", "conditional")]


def test_we_without_a_speaker_take_no_stance(found) -> None:  # type: ignore[no-untyped-def]
    (offer,) = found("we-weigh")
    assert offer.stances == ()
