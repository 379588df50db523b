"""One proposal through several hand-made reports."""

from __future__ import annotations

from dataclasses import replace

from tests.link.accounts import ANSWER, OFFER, OTHER, report

from sayso.evaluate.marked import read_marked
from sayso.link.accounts import account_of, lengths_of
from sayso.link.proposals import likeness, link_proposals
from sayso.record.grounding import Actor, Party
from sayso.record.reading import Article, Reading
from sayso.record.span import Span


def test_two_accounts_of_one_proposal_are_linked_with_the_reasons() -> None:
    (link,) = link_proposals([OFFER, ANSWER, OTHER])
    assert (link.kind, link.a, link.b) == ("same-proposal", "one/p1", "two/p1")
    assert any("both name" in reason for reason in link.reasons)


def test_the_order_of_the_reports_does_not_matter() -> None:
    assert list(link_proposals([OFFER, ANSWER])) == list(link_proposals([ANSWER, OFFER]))
    (one,), (two,) = OFFER.proposals, ANSWER.proposals
    assert likeness(one, two) == likeness(two, one)


def test_proposals_of_different_lengths_are_different() -> None:
    shorter = report(
        "four", "2024-03-02", "Talvia offered Mirania a 30-day truce.",
        name="a 30-day truce", by=["Talvia"], to=["Mirania"], state="offered",
    )  # fmt: skip
    score, reasons = likeness(OFFER.proposals[0], shorter.proposals[0])
    assert score == 0
    assert "60-day" in reasons[0] and "30-day" in reasons[0]


def test_a_length_may_change_between_the_offer_and_what_is_agreed_on_later() -> None:
    agreed = report(
        "four", "2024-03-08", "Talvia and Mirania agreed on a six-week truce.",
        name="a six-week truce", by=["Talvia", "Mirania"], state="accepted",
    )  # fmt: skip
    assert [(k.a, k.b) for k in link_proposals([OFFER, agreed])] == [("four/p1", "one/p1")]
    earlier = replace(agreed, published="2024-02-20")
    assert not list(link_proposals([OFFER, earlier]))


def test_what_is_agreed_on_is_the_offer_of_its_own_length_before_one_of_another() -> None:
    def offer(id: str, day: str, by: str, length: str, *terms: str) -> Reading:
        name = f"a {length} truce"
        text = f"{by} offered {name} to Mirania and Talvia: {', '.join(terms)}."
        return report(id, day, text, name=name, by=[by], to=["Mirania", "Talvia"], state="offered",
                      terms=[{"what": what} for what in (name, *terms)])  # fmt: skip

    plain = offer("one", "2024-03-01", "Norway", "six-month")
    rich = offer("two", "2024-03-04", "Chad", "four-month", "open the bridge", "share the harvest")
    agreed = report(
        "three", "2024-03-08", "Mirania and Talvia agreed on a four-month truce. Norway was glad.",
        name="a four-month truce", by=["Mirania", "Talvia"], state="accepted",
        terms=[{"what": "a four-month truce"}],
    )  # fmt: skip
    assert likeness(plain.proposals[0], agreed.proposals[0])[0] == 0  # not without their days
    assert [(k.a, k.b) for k in link_proposals([plain, agreed])] == [("one/p1", "three/p1")]
    assert [(k.a, k.b) for k in link_proposals([plain, rich, agreed])] == [("three/p1", "two/p1")]


def test_the_truce_alone_is_the_one_agreed_on_by_those_whom_its_report_names() -> None:
    def told(id: str, day: str, *names: str) -> Reading:
        text = f"{' and '.join(names)} spoke of the ceasefire that took effect."
        plain = report(id, day, text, name="the ceasefire", state="in-force")
        spans = [Span(text.index(n), text.index(n) + len(n), n) for n in names]
        return replace(plain, parties=tuple(Party(s.text, s) for s in spans))

    agreed = report(
        "one", "2024-03-01", "Chad and the Harvest Front agreed on a 10-day ceasefire.",
        name="a 10-day ceasefire", by=["Chad", "the Harvest Front"], state="accepted",
    )  # fmt: skip
    later = told("two", "2024-03-06", "Chad", "the Harvest Front")
    (link,) = link_proposals([agreed, later])
    assert (link.a, link.b) == ("one/p1", "two/p1")
    assert "one report names those who agreed on the other" in link.reasons
    assert not list(link_proposals([agreed, told("two", "2024-02-06", "Chad", "Harvest Front")]))
    assert not list(link_proposals([agreed, told("two", "2024-03-06", "Chad", "Norway")]))


def test_a_group_of_a_country_is_a_side_beside_the_country() -> None:
    (proposal,) = report(
        "one", "2024-03-01", "Colombia's National Liberation Army offered Colombia a truce.",
        name="a truce", by=["Colombia's National Liberation Army"], to=["Colombia##2"],
        state="offered",
    ).proposals  # fmt: skip
    account = account_of(proposal)
    assert "=COL" not in account.by and frozenset({"=COL"}) in account.sides
    assert len(account.sides) == 2


def test_a_length_is_the_same_in_weeks_and_in_days() -> None:
    assert lengths_of("a three-week pause") == lengths_of("the pause of 21 days") == {"21-day"}
    assert lengths_of("last week's three-stage plan") == {"three-stage"}


def test_a_second_offer_of_one_maker_to_the_same_party_within_days_is_the_first() -> None:
    def offer(id: str, day: str, name: str, term: str) -> Reading:
        text = f"The Lake Council put {name} to the Harvest Front: {term}."
        return report(id, day, text, name=name, by=["The Lake Council"], to=["the Harvest Front"],
                      state="offered", terms=[{"what": term}])  # fmt: skip

    first = offer("one", "2024-03-01", "a scheme", "open the Orla road")
    second = offer("two", "2024-03-04", "its plan", "share the harvest")
    assert len(list(link_proposals([first, second]))) == 1
    assert not list(link_proposals([first, replace(second, published="2024-03-21")]))


def test_accounts_that_lie_many_months_apart_are_of_two_proposals() -> None:
    later = report(
        "five", "2024-12-03", "Mirania accepted the truce. Talvia will free 30 captives.",
        name="the truce", by=["Talvia"], to=["Mirania"], state="accepted",
        terms=[{"what": "free 30 captives", "party": "Talvia"}],
    )  # fmt: skip
    assert not list(link_proposals([OFFER, later]))


def test_many_terms_that_are_like_one_count_once() -> None:
    same = report(
        "six", "2024-03-04", "Talvia will free 20 captives, free 30 captives and free 40 captives.",
        name=None, by=["Talvia"], state="offered",
        terms=[{"what": f"free {n} captives"} for n in (20, 30, 40)],
    )  # fmt: skip
    score, reasons = likeness(same.proposals[0], ANSWER.proposals[0])
    assert score <= 1 and "1 of 2 terms are the same" in reasons


def test_a_proposal_is_linked_to_one_of_the_other_report_at_most() -> None:
    text = "Talvia told Mirania of a 60-day truce: free 20 captives. A truce with Mirania followed."
    marks = {"proposals": [
        {"id": "p1", "name": "a 60-day truce", "by": ["Talvia"], "to": ["Mirania"],
         "terms": [{"what": "free 20 captives"}]},
        {"id": "p2", "name": "A truce", "by": ["Talvia"], "to": ["Mirania"]},
    ]}  # fmt: skip
    two = read_marked(Article("seven", text, published="2024-03-05"), marks)
    links = [(k.a, k.b) for k in link_proposals([OFFER, two])]
    assert links == [("one/p1", "seven/p1")]


def test_parties_in_common_alone_are_no_link_and_a_missing_day_is_no_hindrance() -> None:
    apart = report(
        "eight", "2024-03-02", "Talvia sold Mirania grain under an accord on ports.",
        name="an accord on ports", by=["Talvia"], to=["Mirania"], state="accepted",
    )  # fmt: skip
    assert not list(link_proposals([OFFER, apart]))
    undated = replace(ANSWER, published=None)
    assert len(list(link_proposals([OFFER, undated]))) == 1


def test_terms_with_other_numbers_and_the_same_maker_are_versions_of_one_proposal() -> None:
    first = report(
        "one", "2024-03-01",
        "Norway put a two-page paper to Talvia: silence the guns for 50 days, free 12 captives.",
        name="a two-page paper", by=["Norway"], to=["Talvia"], state="offered",
        terms=[{"what": "silence the guns for 50 days"}, {"what": "free 12 captives"}],
    )  # fmt: skip
    second = report(
        "two", "2024-03-05", "The revised Norwegian draft has 80 days of quiet and 15 captives.",
        name="The revised Norwegian draft", by=["Norwegian"], state="offered",
        terms=[{"what": "80 days of quiet"}, {"what": "15 captives"}],
    )  # fmt: skip
    (link,) = link_proposals([first, second])
    assert "2 of 2 terms are the same" in link.reasons


RIVALS = {
    "norway": ("Norway laid a plan before Talvia: free 12 captives, hold fire.", "Norway", 12),
    "turkey": ("Turkey laid a plan before Talvia: free 20 captives, hold fire.", "Turkey", 20),
}


def rival(id: str) -> Reading:
    text, maker, captives = RIVALS[id]
    return report(
        id, "2024-03-02", text, name="a plan", by=[maker], to=["Talvia"], state="offered",
        terms=[{"what": f"free {captives} captives"}, {"what": "hold fire"}],
    )  # fmt: skip


def test_offers_of_two_makers_are_rivals_and_never_one_not_through_others_either() -> None:
    assert not list(link_proposals([rival("norway"), rival("turkey")]))
    deal = report(
        "deal", "2024-03-09", "Talvia and the Front signed a deal to free 12 captives, hold fire.",
        name="a deal", by=["Talvia", "the Front"], state="accepted",
        terms=[{"what": "free 12 captives"}, {"what": "hold fire"}],
    )  # fmt: skip
    links = [(k.a, k.b) for k in link_proposals([rival("norway"), rival("turkey"), deal])]
    assert links == [("deal/p1", "norway/p1")]


def test_the_same_noun_of_bargaining_is_no_link_where_other_names_stand_beside_it() -> None:
    rivers = report(
        "one", "2024-03-01", "Talvia left the Orla Rivers Treaty.",
        name="the Orla Rivers Treaty", by=["Talvia"], state="broken",
    )  # fmt: skip
    islands = report(
        "two", "2024-03-04", "Talvia and Kessia praised the Bray treaty.",
        name="the Bray treaty", by=["Talvia", "Kessia"], state="accepted",
    )  # fmt: skip
    score, reasons = likeness(rivers.proposals[0], islands.proposals[0])
    assert score == 0 and "is not" in reasons[0]


def told_in(id: str, day: str, text: str, names: list[str], **proposal: object) -> Reading:
    parties = [{"id": f"a{n}", "span": name} for n, name in enumerate(names)]
    marks = {"proposals": [{"id": "p1", **proposal}], "parties": parties}
    return read_marked(Article(id, text, published=day, language="en"), marks)


def test_the_truce_is_the_one_known_where_the_reports_tell_one_story() -> None:
    names = ["Harvest Front", "Orla", "Red Crescent", "Bray Brigades"]
    first = told_in(
        "one", "2024-03-01",
        "The Harvest Front and Talvia hold a truce at Orla, the Red Crescent and the Bray Brigades "
        "say.", names, name="a truce", by=["The Harvest Front", "Talvia"], state="in-force",
    )  # fmt: skip
    later = told_in(
        "two", "2024-04-20",
        "Deputies voted to prolong the truce. The Harvest Front, the Red Crescent and the Bray "
        "Brigades met at Orla.", names, name="the truce", state="in-force",
    )  # fmt: skip
    (link,) = link_proposals([first, later])
    assert any("both reports tell of" in reason for reason in link.reasons)
    elsewhere = told_in("two", "2024-04-20", "Deputies voted to prolong the truce in Kessia.",
                        ["Kessia"], name="the truce", state="in-force")  # fmt: skip
    assert not list(link_proposals([first, elsewhere]))


def offer_of(id: str, name: str, by: list[str], through: list[str], **more: object) -> Reading:
    text = f"{', '.join(by) or 'Somebody'} put {name} to Talvia through {', '.join(through)}: " + (
        "hold fire, open the Orla road."
    )
    told: dict[str, object] = {
        "name": name, "by": by, "to": ["Talvia"], "through": through, "state": "offered",
        "terms": [{"what": "hold fire"}, {"what": "open the Orla road"}], **more,
    }  # fmt: skip
    return report(id, "2024-03-02", text, **told)


def test_offers_that_one_mediator_carries_for_two_makers_are_two() -> None:
    norway = offer_of("one", "a plan", ["Norway"], ["Ivo Lund"])
    chad = offer_of("two", "a plan", ["Chad"], ["Ivo Lund"])
    assert not list(link_proposals([norway, chad]))
    carrier = offer_of("three", "the plan", ["Ivo Lund"], ["Ivo Lund"])
    assert len(list(link_proposals([norway, carrier]))) == 1


def test_an_offer_refused_or_run_out_has_the_maker_that_made_it() -> None:
    plan = offer_of("one", "a plan", ["Norway"], ["Ivo Lund"])
    for state in ("rejected", "expired"):
        truce = offer_of("two", "a truce", ["Chad"], [], state=state)
        assert not list(link_proposals([plan, truce]))
        owned = offer_of("two", "Chad's counter-offer of a truce", [], [], state=state)
        assert not list(link_proposals([plan, owned]))


def test_our_offer_is_no_other_offer_of_the_maker_without_a_term_in_common() -> None:
    fire, road = [{"what": "hold fire"}], [{"what": "open the Orla road"}]
    first = offer_of("one", "a plan", ["Norway"], [], terms=fire)
    assert list(link_proposals([first, offer_of("two", "an offer", ["Norway"], [], terms=road)]))
    ours = offer_of("two", "Our offer", ["Norway"], [], terms=road)
    assert not list(link_proposals([first, ours]))


def test_an_ultimatum_is_no_other_offer_of_its_maker() -> None:
    fire, road = [{"what": "hold fire"}], [{"what": "open the Orla road"}]
    ultimatum = offer_of("one", "an ultimatum", ["Norway"], [], terms=fire)
    unnamed = report(
        "two", "2024-03-04", "Norway would open the Orla road if Talvia asked.",
        name=None, by=["Norway"], to=["Talvia"], state="offered", terms=road,
    )  # fmt: skip
    assert not list(link_proposals([ultimatum, unnamed]))
    offer = offer_of("one", "an offer", ["Norway"], [], terms=fire)
    assert len(list(link_proposals([offer, unnamed]))) == 1


def lull(id: str, day: str, name: str, **more: object) -> Reading:
    told: dict[str, object] = {"by": ["Norway"], "to": ["Talvia", "Kessia"], "state": "offered"}
    terms = [str(term["what"]) for term in more.get("terms", ())]  # type: ignore[attr-defined]
    told |= more
    text = f"Norway put {name} to {told['to']}: {'; '.join(terms)}."
    return report(id, day, text, name=name, **told)


def test_a_revised_offer_may_have_another_length_and_another_offer_may_not() -> None:
    first = lull("one", "2024-03-01", "a 60-day truce")
    revised = lull("two", "2024-03-05", "a revised plan for a 30-day truce")
    again = lull("three", "2024-03-07", "the 30-day truce")
    assert len(list(link_proposals([first, revised]))) == 1
    assert not list(link_proposals([first, again]))
    ids = {(k.a, k.b) for k in link_proposals([first, revised, again])}
    assert ids == {("one/p1", "two/p1"), ("three/p1", "two/p1")}
    cut = lull("two", "2024-03-05", "a 30-day truce",
               terms=[{"what": "cut the truce from 60 to 30 days"}])  # fmt: skip
    assert len(list(link_proposals([first, cut]))) == 1


def test_a_revised_draft_is_no_version_of_what_another_has_offered() -> None:
    first = lull("one", "2024-03-01", "a 60-day truce")
    other = report(
        "two", "2024-03-05", "Chad put its revised plan for a 30-day truce to Talvia.",
        name="its revised plan for a 30-day truce", by=["Chad"], to=["Talvia"], state="offered",
        terms=[{"what": "a 30-day truce"}],
    )  # fmt: skip
    assert not list(link_proposals([first, other]))


def of(reading: Reading, name: str, sector: str, country: str | None = None) -> Reading:
    """The reading with the makers of its proposal grounded."""
    (proposal,) = reading.proposals
    actor = Actor(name.lower(), name, country, sector, None, 0.9, "told so")
    return replace(reading, parties=tuple(Party(actor.id, s, actor) for s in proposal.by))


def test_what_the_army_offers_is_not_what_the_united_nations_offer() -> None:
    def truce(id: str, by: str, days: int) -> Reading:
        term = f"a {days}-day truce"
        text = f"{by} put a plan to the Harvest Front and the Lake Council: {term}."
        to = ["the Harvest Front", "the Lake Council"]
        return report(id, "2024-03-01", text, name="a plan", by=[by], to=to, state="offered",
                      terms=[{"what": term}])  # fmt: skip

    plain, drafted = truce("one", "The army", 10), truce("two", "The United Nations", 21)
    assert len(list(link_proposals([plain, drafted]))) == 1
    army, envoy = of(plain, "army", "MIL"), of(drafted, "United Nations", "UNO")
    assert not list(link_proposals([army, envoy]))
    same = of(truce("two", "The United Nations", 10), "United Nations", "UNO")
    assert len(list(link_proposals([army, same]))) == 1


def test_an_envoy_of_the_united_nations_does_not_speak_for_the_country_he_is_sent_to() -> None:
    term = [{"what": "open the Orla road"}]
    plan = report(
        "one", "2024-03-01", "Elin Berg put a plan to the Front: open the Orla road.",
        name="a plan", by=["Elin Berg"], to=["the Front"], state="offered", terms=term,
    )  # fmt: skip
    (proposal,) = plan.proposals
    assert account_of(proposal, of(plan, "Elin Berg", "UNO", "SDN")).by == {"elin", "berg"}
    assert "=SDN" in account_of(proposal, of(plan, "Elin Berg", "GOV", "SDN")).by


def deal(id: str, day: str, other: str, term: str, mediator: str) -> Reading:
    return report(
        id, day, f"Talvia and {other} signed a peace agreement with {mediator}: {term}.",
        name="a peace agreement", by=["Talvia", other], through=[mediator], state="accepted",
        terms=[{"what": term}],
    )  # fmt: skip


def test_two_deals_of_one_side_with_two_others_are_two_and_a_mediator_in_common_makes_one() -> None:
    lake = deal("one", "2024-03-01", "Kessia", "open the Orla road", "Norway")
    hill = deal("two", "2024-03-03", "Corvia", "open the Bray road", "Chad")
    assert not list(link_proposals([lake, hill]))
    same = deal("two", "2024-03-03", "Corvia", "open the Orla road", "Norway")
    assert len(list(link_proposals([lake, same]))) == 1


def test_a_draft_of_a_mediator_is_one_with_the_deal_of_those_it_is_put_to() -> None:
    term = [{"what": "open the Orla road"}]
    sides = ["Talvia", "Chad"]
    draft = lull("one", "2024-03-01", "a draft peace agreement", to=sides, terms=term)
    pact = report(
        "two", "2024-03-05", "Norway works on the peace agreement of Talvia with Chad.",
        name="the peace agreement", by=["Talvia"], to=["Chad"], state="under-negotiation",
    )  # fmt: skip
    assert len(list(link_proposals([draft, pact]))) == 1


def test_a_name_for_several_deals_is_of_none_of_them() -> None:
    one = deal("one", "2024-03-01", "Kessia", "open the Orla road", "Norway")
    both = report(
        "two", "2024-03-05", "Two agreements in a month: Talvia and Kessia open the Orla road.",
        name="Two agreements", by=["Talvia", "Kessia"], state="in-force",
        terms=[{"what": "open the Orla road"}],
    )  # fmt: skip
    assert not list(link_proposals([one, both]))


def test_a_capital_that_offers_is_its_country() -> None:
    term = [{"what": "open the Orla road"}]
    first = lull("one", "2024-03-01", "a plan", terms=term)
    second = report(
        "two", "2024-03-03", "Oslo sent Talvia its plan: open the Orla road.",
        name="its plan", by=["Oslo"], to=["Talvia"], state="offered", terms=term,
    )  # fmt: skip
    (link,) = link_proposals([first, second])
    assert any("NOR" in reason for reason in link.reasons)
