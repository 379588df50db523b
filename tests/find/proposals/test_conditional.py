"""Acts offered for another's act, out of frozen parses."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from parsed import report
from sayso.find.proposals.conditional import conditional_offers
from sayso.find.proposals.proposals import find_proposals
from sayso.record.findings import Event, Proposal
from sayso.record.span import Span
from sayso.record.vocabulary import EventType, Status

Frozen = Callable[..., Doc]


def event(doc: Doc, trigger: str, type_: EventType, status: Status) -> Event:
    start = doc.text.index(trigger)
    span = Span(start, start + len(trigger), trigger)
    return Event(trigger, span, type_, status=status)


def offers(doc: Doc, *, act: Status = "planned", asked: Status = "demanded") -> list[Proposal]:
    lift = "lifted" if "lifted" in doc.text else "lifts"
    events = [event(doc, "free", "RETREAT", act), event(doc, lift, "RETREAT", asked)]
    return [p for p in find_proposals(doc, (), events)[0] if p.terms]


def duties(proposal: Proposal) -> list[tuple[str | None, str]]:
    return [(t.party and t.party.text, t.what.text) for t in proposal.terms]


def test_acts_that_a_demanded_act_is_the_condition_of_are_an_offer(frozen: Frozen) -> None:
    (offer,) = offers(frozen("negotiations", "would-if-asked"))
    assert offer.name is None
    assert [p.text for p in offer.by] == ["Norland"]
    assert [p.text for p in offer.to] == ["Suvria"]
    assert duties(offer) == [
        ("Norland", "free the pilot"),
        ("Norland", "reopen the pass"),
        ("Suvria", "lifted its siege"),
        ("Suvria", "let food into Temba"),
    ]
    asked = "if Suvria lifted its siege and let food into Temba"
    told = [t.condition and t.condition.text for t in offer.terms]
    assert told == [asked, asked, None, None]


def test_who_is_ready_to_act_offers_it(frozen: Frozen) -> None:
    (offer,) = offers(frozen("negotiations", "ready-if-asked"))
    assert duties(offer) == [("Norland", "free the pilot"), ("Suvria", "lifts its siege")]


@pytest.mark.parametrize(
    ("act", "asked"), [("threatened", "demanded"), ("planned", "possible"), ("negated", "demanded")]
)
def test_a_threat_or_a_forecast_is_no_offer(frozen: Frozen, act: Status, asked: Status) -> None:
    assert offers(frozen("negotiations", "would-if-asked"), act=act, asked=asked) == []


def test_behind_the_name_of_a_truce_such_an_act_is_no_offer_of_its_own(frozen: Frozen) -> None:
    assert offers(frozen("negotiations", "would-if-in-answer")) == []


def test_what_is_provided_is_asked_for_by_the_words_alone() -> None:
    doc = report("""
    Norland PROPN 3 nsubj Location
    would AUX 3 aux
    reopen VERB 0 root
    the DET 5 det
    pass NOUN 3 obj
    provided VERB 3 advcl
    that SCONJ 10 mark
    tolls NOUN 10 nsubj:pass
    are AUX 10 aux:pass
    shared VERB 6 ccomp
    ·. PUNCT 3 punct
    """)
    (offer,) = conditional_offers(doc, (), ())
    assert offer.head.text == "reopen"
