"""The terms of a proposal, out of frozen parses."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from sayso.find.proposals.carried import opens
from sayso.find.proposals.details import parted
from sayso.find.proposals.proposals import find_proposals
from sayso.record.findings import Proposal, Statement
from sayso.record.span import Span

Frozen = Callable[..., Doc]


def duties(proposal: Proposal) -> list[tuple[str | None, str]]:
    return [(t.party and t.party.text, t.what.text) for t in proposal.terms]


def at(doc: Doc, words: str) -> Span:
    start = doc.text.index(words)
    return Span(start, start + len(words), words)


def test_clauses_in_a_list_name_who_must_act(found) -> None:  # type: ignore[no-untyped-def]
    (settlement,) = found("clauses-in-a-list")
    assert duties(settlement) == [
        ("the rebels", "bury their mines"),
        ("Norland", "frees 19 villagers"),
        ("both armies", "leave the port"),
    ]


def test_the_strongest_terms_are_none_of_a_deal(found) -> None:  # type: ignore[no-untyped-def]
    assert found("in-strongest-terms") == ()


@pytest.mark.parametrize(
    ("name", "maker", "act"),
    [
        ("pledge-if", "Norland", "lift the siege"),
        ("proposes-to", "The emir", "lift the siege"),
        ("upon-condition", "Norland", "open the port"),
    ],
)
def test_a_promise_that_hangs_on_a_condition_is_a_proposal(found, name, maker, act) -> None:  # type: ignore[no-untyped-def]
    (proposal,) = found(name)
    assert [p.text for p in proposal.by] == [maker]
    assert (maker, act) in duties(proposal)


@pytest.mark.parametrize("name", ["pledged-money", "pledge-until", "two-who-promise"])
def test_a_gift_or_a_plain_promise_is_no_proposal(found, name: str) -> None:  # type: ignore[no-untyped-def]
    assert found(name) == ()


def test_what_both_sides_promise_is_a_deal(found) -> None:  # type: ignore[no-untyped-def]
    (deal,) = found("both-who-promise")
    assert ([p.text for p in deal.by], deal.state) == (["Both sides"], "accepted")


def test_what_the_sides_undertake_behind_a_pact_are_its_terms(found) -> None:  # type: ignore[no-untyped-def]
    (pact,) = found("undertook-after")
    assert pact.name.text == "a pact"
    assert duties(pact) == [("Norland", "open the port"), ("Suvria", "free 40 sailors")]


def test_a_compact_told_beside_what_is_agreed_names_it(found) -> None:  # type: ignore[no-untyped-def]
    (compact,) = found("consent-appos")
    assert compact.name.text == "a compact"
    assert [p.text for p in compact.by] == ["Norland", "Suvria"]


@pytest.mark.parametrize(
    ("name", "acts"),
    [
        ("accord-creates", ["creates a council in Suvria", "opens the port to foreign ships"]),
        ("pact-that-spares", ["spares the mills the duty until May"]),
    ],
)
def test_what_a_deal_does_is_its_term(found, name: str, acts: list[str]) -> None:  # type: ignore[no-untyped-def]
    (deal,) = found(name)
    assert [t.what.text for t in deal.terms] == acts


def test_what_a_deal_gives_ends_what_it_allows(found) -> None:  # type: ignore[no-untyped-def]
    (deal,) = found("allows-and-gives")
    assert duties(deal) == [("Norland", "keep the port"), (None, "gives Suvria the mines")]


def test_a_plan_may_provide_for_its_terms_behind_a_clause_of_others(found) -> None:  # type: ignore[no-untyped-def]
    (plan,) = found("provides-behind")
    assert [t.what.text for t in plan.terms] == ["a daily pause", "an exchange of prisoners"]


def test_a_term_is_of_the_proposal_that_its_sentence_names(found) -> None:  # type: ignore[no-untyped-def]
    accord, plan = found("two-in-a-row")
    assert duties(accord) == [("Norland", "free 40 sailors"), ("Norland", "leave the island")]
    assert duties(plan) == [("Suvria", "open the port")]


def test_what_each_side_would_do_in_a_later_paragraph_is_a_term(found) -> None:  # type: ignore[no-untyped-def]
    (plan,) = found("each-side-behind")
    assert duties(plan) == [("Norland", "open the port"), ("Each side", "withdraw 20 tanks")]


@pytest.mark.parametrize(
    ("name", "acts"),
    [
        ("nobody-indicted",
         ["a vote must be held in May", "nobody indicted for theft may hold office"]),
        ("freed-and-treated", ["all prisoners are to be freed", "civilians treated humanely"]),
    ],
)  # fmt: skip
def test_each_act_has_a_subject_of_its_own(found, name: str, acts: list[str]) -> None:  # type: ignore[no-untyped-def]
    (accord,) = found(name)
    assert [t.what.text for t in accord.terms] == acts


def test_things_offered_for_another_are_terms_on_both_sides(found) -> None:  # type: ignore[no-untyped-def]
    (offer,) = found("offers-for")
    assert duties(offer) == [
        ("Norland", "a clerk"),
        ("Norland", "two judges"),
        ("Suvria", "the release of the suspect"),
    ]
    assert offer.terms[0].exchange == offer.terms[1].exchange


def test_a_thing_offered_for_nothing_is_no_proposal(found) -> None:  # type: ignore[no-untyped-def]
    assert found("offers-alone") == ()


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("modal-shared", [("Norland", "supply diesel"), ("the militia", "give back ten trucks"),
                          ("the rebels", "leave the port")]),
        ("keeps-beside", [("Suvria", "let tankers into the port"),
                          ("each side", "keeps its lines")]),
        ("object-before-and", [("the army", "pull out all but 200 guards"),
                               (None, "the police would be cut to 90 men")]),
        ("who-were-to", [("the 300 soldiers", "stay in the port"),
                         ("Norland and Suvria", "free ten men")]),
    ],
)  # fmt: skip
def test_an_act_ends_where_a_clause_with_another_subject_begins(found, name, told) -> None:  # type: ignore[no-untyped-def]
    (plan,) = found(name)
    assert duties(plan) == told


def test_every_infinitive_of_a_list_is_a_term_and_two_verbs_with_one_object_are_one(found) -> None:  # type: ignore[no-untyped-def]
    (accord,) = found("to-listed")
    assert duties(accord) == [
        ("Norland", "dilute or convert its stock"),
        ("Norland", "build no reactors"),
        ("Norland", "let inspectors visit its plants"),
    ]


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("raids-until", "they left the town"),
        ("or-face", "leave the port within a day"),
    ],
)
def test_what_an_ultimatum_asks_is_its_term_and_not_what_it_threatens(  # type: ignore[no-untyped-def]
    found, name: str, asked: str
) -> None:
    (ultimatum,) = found(name)
    assert duties(ultimatum) == [("the rebels", asked)]


def test_what_somebody_announces_behind_the_terms_is_none_of_them(frozen: Frozen) -> None:
    doc = frozen("negotiations", "patrol-confirmed")
    (bare,) = find_proposals(doc, (), ())[0]
    said = "a patrol would sail to the island next week"
    source, cue, content = (at(doc, words) for words in ("The minister", "confirmed", said))
    confirmed = Statement("s1", source, cue, (content,))
    (told,) = find_proposals(doc, (confirmed,), ())[0]
    assert [t.what.text for t in bare.terms] == ["leave the port", said]
    assert [t.what.text for t in told.terms] == ["leave the port"]


def test_what_a_report_in_the_past_tense_tells_in_the_present_is_laid_down(found) -> None:  # type: ignore[no-untyped-def]
    (accord,) = found("present-duties")
    assert duties(accord) == [
        ("Norland", "lifts its siege"),
        ("Norland", "lets food into Temba"),
        ("Suvria", "frees ten men"),
    ]


def test_what_a_report_in_the_present_tense_tells_may_be_news(found) -> None:  # type: ignore[no-untyped-def]
    (accord,) = found("present-news")
    assert duties(accord) == [("Norland", "lift its siege")]


def test_under_them_goes_on_with_the_terms_named_before(found) -> None:  # type: ignore[no-untyped-def]
    (terms,) = found("under-them")
    assert duties(terms) == [("Norland", "lift its siege")]


@pytest.mark.parametrize(
    ("name", "acts"),
    [
        ("in-turn", [("Norland", "free ten men"), ("Norland", "lift its siege")]),
        ("done-already", [("the army", "leave twelve posts")]),
        ("exchange-agreed", [("Norland", "free ten men")]),
    ],
)
def test_an_act_begins_at_its_verb_and_ends_before_what_has_been_done(found, name, acts) -> None:  # type: ignore[no-untyped-def]
    (deal,) = found(name)
    assert duties(deal) == acts


def test_who_watches_a_strip_of_land_does_not_do_the_act(found) -> None:  # type: ignore[no-untyped-def]
    (truce,) = found("watched-by")
    assert [party for party, _ in duties(truce)] != ["officers of Suvria"]


@pytest.mark.parametrize("name", ["paper-to-ground", "exchange-of-fire"])
def test_paper_without_an_article_and_an_exchange_of_fire_are_on_no_table(found, name) -> None:  # type: ignore[no-untyped-def]
    names = [p.name.text for p in found(name) if p.name is not None]
    assert "paper" not in names and "an exchange of fire" not in names


def test_who_is_made_to_act_is_the_party_of_the_term(found) -> None:  # type: ignore[no-untyped-def]
    (truce,) = found("would-have-them")
    assert duties(truce) == [("the rebels", "leave the port")]


def test_what_is_provided_that_it_happens_is_no_term_that_a_text_provides(found) -> None:  # type: ignore[no-untyped-def]
    assert all(not p.terms for p in found("provided-that"))


@pytest.mark.parametrize(
    ("sentence", "goes_on"),
    [("The army would in turn lift its siege.", True), ("The army would lift its siege.", False)],
)
def test_what_is_given_in_turn_goes_on_with_the_terms(sentence: str, goes_on: bool) -> None:
    assert opens(sentence) is goes_on


def test_what_is_promised_provided_that_something_is_done_is_a_proposal(found) -> None:  # type: ignore[no-untyped-def]
    (offer,) = found("promises-provided")
    (promised, *_) = offer.terms
    assert (promised.what.text, promised.condition and promised.condition.text) == (
        "a fifth of the sum", "provided the road is cleared",
    )  # fmt: skip


def test_what_is_said_of_a_truce_is_no_part_of_its_name(found) -> None:  # type: ignore[no-untyped-def]
    (truce,) = found("declared-dead")
    assert truce.name is not None
    assert truce.name.text == "its truce with the Temba Liberation Army"


def test_the_phase_that_opens_a_paragraph_holds_until_the_next(found) -> None:  # type: ignore[no-untyped-def]
    (plan,) = found("stages-of-a-plan")
    assert [t.phase for t in plan.terms] == [1, 1, 2]


def test_a_word_that_goes_with_what_follows_is_no_end_of_a_term(found) -> None:  # type: ignore[no-untyped-def]
    (plan,) = found("swap-and-later")
    assert "an exchange of prisoners" in [t.what.text for t in plan.terms]


def test_what_is_set_beside_a_term_is_neither_of_it_nor_its_condition() -> None:
    text = "free ten men in return for a truce, while the miners opposed it"
    what, on = parted(text, at_words(text))
    assert (what and what.text, on and on.text) == ("free ten men", "in return for a truce")
    what, on = parted("stay while it lasts", at_words("stay while it lasts"))
    assert (what and what.text, on and on.text) == ("stay", "while it lasts")


def test_the_word_that_opens_a_condition_is_none_alone() -> None:
    what, on = parted("free ten men once", at_words("free ten men once"))
    assert (what and what.text, on) == ("free ten men", None)


def test_a_time_before_a_condition_is_part_of_the_act() -> None:
    text = "put off the fines until December if Suvria lifts its ban"
    what, on = parted(text, at_words(text))
    assert (what and what.text, on and on.text) == (
        "put off the fines until December",
        "if Suvria lifts its ban",
    )
    text = "put off the fines until the ban ends"
    what, on = parted(text, at_words(text))
    assert (what and what.text, on) == (text, None)  # how long, not whether


def at_words(text: str) -> Span:
    return Span(0, len(text), text)
