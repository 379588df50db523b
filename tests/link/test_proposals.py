"""One proposal through several hand-made reports."""

from __future__ import annotations

from dataclasses import replace

from tests.link.accounts import ANSWER, OFFER, OTHER, report

from sayso.evaluate.marked import read_marked
from sayso.link.proposals import likeness, link_proposals
from sayso.record.reading import Article


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
