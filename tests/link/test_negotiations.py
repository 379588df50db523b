"""One proposal through several hand-made reports: its versions, days and steps."""

from __future__ import annotations

from dataclasses import replace

from tests.link.accounts import ANSWER, OFFER, OTHER, report

from sayso.evaluate.marked import read_marked
from sayso.link.negotiations import Days, link_terms, negotiations
from sayso.link.proposals import link_proposals
from sayso.record.reading import Article, Reading


def test_a_negotiation_tells_when_it_was_offered_answered_and_changed() -> None:
    first, second = negotiations([OFFER, ANSWER, OTHER])
    assert [v.id for v in first.versions] == ["one/p1", "two/p1"]
    assert first.state == "accepted"
    steps = [(s.published, s.kind, s.what, s.before) for s in first.steps]
    assert ("2024-03-01", "state", "offered", None) in steps
    assert ("2024-03-03", "state", "accepted", "offered") in steps
    assert ("2024-03-03", "changed", "free 30 captives", "free 20 captives") in steps
    assert ("2024-03-03", "term", "open the bridge", None) in steps
    assert ("2024-03-03", "stance", "accepts", "undecided") in steps
    assert [v.id for v in second.versions] == ["three/p1"]


def test_the_order_of_the_reports_does_not_matter() -> None:
    assert negotiations([OFFER, ANSWER, OTHER]) == negotiations([OTHER, ANSWER, OFFER])


def test_an_account_without_a_day_stands_last_and_tells_no_change() -> None:
    undated = replace(ANSWER, published=None)
    first, _ = negotiations([undated, OFFER, OTHER])
    assert [v.id for v in first.versions] == ["one/p1", "two/p1"]
    assert (first.id, first.state, first.last_day) == ("one/p1", "offered", "2024-03-01")
    assert [(s.party, s.stance) for s in first.stands] == [("Mirania", "undecided")]
    told = [(s.kind, s.what) for s in first.steps if s.version == "two/p1"]
    assert told == [("term", "open the bridge")]
    alone, _ = negotiations([undated, replace(OFFER, published=None), OTHER])
    assert alone.last_day is None and alone.stands and alone.steps


def test_the_days_are_those_of_the_first_reports_that_tell_of_it() -> None:
    broken = report(
        "four", "2024-03-09", "The truce between Talvia and Mirania has broken down.",
        name="The truce", by=["Talvia"], to=["Mirania"], state="broken",
    )  # fmt: skip
    first, _ = negotiations([OFFER, broken, ANSWER, OTHER])
    assert first.days == Days("2024-03-01", "2024-03-03", "2024-03-03", "2024-03-09")
    assert first.state == "broken" and len(first.versions) == 3
    alone, _ = negotiations([OFFER, OTHER])
    assert alone.days == Days("2024-03-01")


def test_names_of_different_length_are_not_joined_through_a_third_account() -> None:
    shorter = report(
        "five", "2024-03-02", "Talvia offered Mirania a 30-day truce to free 20 captives.",
        name="a 30-day truce", by=["Talvia"], to=["Mirania"], state="offered",
        terms=[{"what": "free 20 captives"}],
    )  # fmt: skip
    groups = [{v.id for v in n.versions} for n in negotiations([OFFER, ANSWER, shorter])]
    assert not any({"one/p1", "five/p1"} <= group for group in groups)
    assert sum(len(group) for group in groups) == 3


def test_a_version_says_on_whose_word_it_rests() -> None:
    text = "The envoy said Talvia offered Mirania a truce."
    told = read_marked(Article("six", text, publisher="Wire"), {
        "statements": [{"id": "s1", "source": "The envoy", "cue": "said",
                        "content": ["Talvia offered Mirania a truce"]}],
        "proposals": [{"id": "p1", "name": "a truce", "statement": "s1"}],
    })  # fmt: skip
    (negotiation,) = negotiations([told])
    (version,) = negotiation.versions
    assert (version.publisher, version.claimant) == ("Wire", "The envoy")


def test_a_term_that_is_told_without_its_number_in_between_is_still_a_change() -> None:
    vague = report(
        "two-b", "2024-03-02", "Talvia would free captives under the 60-day truce with Mirania.",
        name="the 60-day truce", by=["Talvia"], to=["Mirania"],
        terms=[{"what": "free captives", "party": "Talvia"}],
    )  # fmt: skip
    first, *_ = negotiations([OFFER, vague, ANSWER])
    assert len(first.versions) == 3
    changes = [(s.what, s.before) for s in first.steps if s.kind == "changed"]
    assert changes == [("free 30 captives", "free 20 captives")]


def test_the_title_is_the_plainest_full_name_and_the_id_that_of_the_first_account() -> None:
    def account(id: str, day: str, name: str, state: str) -> Reading:
        text = f"Talvia and Mirania spoke of {name}: free 20 captives."
        return report(id, day, text, name=name, by=["Talvia"], to=["Mirania"], state=state,
                      terms=[{"what": "free 20 captives"}])  # fmt: skip

    (one,) = negotiations([
        account("a", "2024-03-01", "their two-page truce paper", "offered"),
        account("b", "2024-03-05", "a truce in Brask that was long in coming", "accepted"),
        account("c", "2024-03-06", "the Brask truce", "in-force"),
        account("d", "2024-03-09", "the Brask truce", "in-force"),
    ])  # fmt: skip
    assert (one.name, one.id) == ("the Brask truce", "a/p1")
    assert (one.state, one.state_day) == ("in-force", "2024-03-09")


def test_amounts_that_two_outlets_tell_of_one_version_are_a_dispute() -> None:
    other = report(
        "one-b", "2024-03-02", "Talvia offered Mirania a truce and would free 14 captives.",
        name="a truce", by=["Talvia"], to=["Mirania"], state="offered",
        terms=[{"what": "free 14 captives", "party": "Talvia"}],
    )  # fmt: skip
    told = [replace(OFFER, publisher="Wire"), replace(other, publisher="Courier")]
    (link,) = link_terms(told, link_proposals(told))
    assert (link.kind, link.a, link.b) == ("disputes", "one/p1", "one-b/p1")
    assert link.reasons == ("“free 20 captives” is not “free 14 captives”",)
    assert not list(link_terms([OFFER, ANSWER], link_proposals([OFFER, ANSWER])))


def test_the_days_are_in_order_and_an_offer_told_after_its_answer_has_none() -> None:
    answered = report(
        "one", "2024-03-01", "Mirania refused the two-step plan of Talvia to free 20 captives.",
        name="the two-step plan", by=["Talvia"], to=["Mirania"], state="under-negotiation",
        terms=[{"what": "free 20 captives"}], stances=[{"party": "Mirania", "stance": "rejects"}],
    )  # fmt: skip
    offered = report(
        "two", "2024-03-05", "Talvia has put a two-step plan to Mirania: free 20 captives.",
        name="a two-step plan", by=["Talvia"], to=["Mirania"], state="offered",
        terms=[{"what": "free 20 captives"}],
    )  # fmt: skip
    (one,) = negotiations([answered, offered])
    assert one.days == Days(None, "2024-03-01")
    assert (one.state, one.state_day) == ("under-negotiation", "2024-03-01")


def test_an_offer_told_as_new_is_put_that_day_though_they_bargain_over_it() -> None:
    told = report(
        "one", "2024-03-01", "Talvia put a two-step plan to Mirania.",
        name="a two-step plan", by=["Talvia"], to=["Mirania"], state="under-negotiation",
        terms=[{"what": "a two-step plan"}],
    )  # fmt: skip
    (one,) = negotiations([told])
    assert one.days == Days("2024-03-01")


def test_a_term_that_was_changed_is_gone_in_all_words_that_told_it() -> None:
    def draft(id: str, day: str, term: str) -> Reading:
        return report(
            id, day, f"Talvia put a draft to Mirania: {term}.", name="a draft", by=["Talvia"],
            to=["Mirania"], state="offered", terms=[{"what": term}],
        )  # fmt: skip

    told = [draft("one", "2024-03-01", "free 20 captives"),
            draft("two", "2024-03-04", "the release of 20 captives"),
            draft("three", "2024-03-08", "let 30 captives go")]  # fmt: skip
    (one,) = negotiations(told)
    assert [term.what for term in one.terms] == ["let 30 captives go"]
