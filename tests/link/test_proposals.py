"""One proposal through several hand-made reports."""

from __future__ import annotations

from sayso.evaluate.marked import read_marked
from sayso.link.proposals import likeness, link_proposals, negotiations
from sayso.record.reading import Article, Reading


def report(id: str, published: str, text: str, **proposal: object) -> Reading:
    article = Article(id, text, published=published, language="en")
    return read_marked(article, {"proposals": [{"id": "p1", **proposal}]})


OFFER = report(
    "one", "2024-03-01",
    "Talvia offered Mirania a 60-day truce. Talvia would free 20 captives. Mirania studied it.",
    name="a 60-day truce", by=["Talvia"], to=["Mirania"], state="offered",
    terms=[{"what": "free 20 captives", "party": "Talvia##2", "amount": "20 captives"}],
    stances=[{"party": "Mirania##2", "stance": "undecided"}],
)  # fmt: skip
ANSWER = report(
    "two", "2024-03-03",
    "Mirania accepted the truce. Talvia will free 30 captives and open the bridge.",
    name="the truce", by=["Talvia"], to=["Mirania"], state="accepted",
    terms=[{"what": "free 30 captives", "party": "Talvia", "amount": "30 captives"},
           {"what": "open the bridge", "party": "Talvia"}],
    stances=[{"party": "Mirania", "stance": "accepts"}],
)  # fmt: skip
OTHER = report(
    "three", "2024-03-03", "Kessia and Orland signed a trade pact.",
    name="a trade pact", by=["Kessia", "Orland"], state="accepted",
)  # fmt: skip


def test_two_accounts_of_one_proposal_are_linked_with_the_reasons() -> None:
    (link,) = link_proposals([OFFER, ANSWER, OTHER])
    assert (link.kind, link.a, link.b) == ("same-proposal", "one/p1", "two/p1")
    assert any("both name" in reason for reason in link.reasons)


def test_the_order_of_the_reports_does_not_matter() -> None:
    assert list(link_proposals([OFFER, ANSWER])) == list(link_proposals([ANSWER, OFFER]))
    assert negotiations([OFFER, ANSWER, OTHER]) == negotiations([OTHER, ANSWER, OFFER])


def test_a_negotiation_tells_when_it_was_offered_answered_and_changed() -> None:
    first, second = negotiations([OFFER, ANSWER, OTHER])
    assert [v.id for v in first.versions] == ["one/p1", "two/p1"]
    assert first.state == "accepted"
    steps = [(s.published, s.kind, s.what, s.before) for s in first.steps]
    assert ("2024-03-01", "state", "offered", "unknown") in steps
    assert ("2024-03-03", "state", "accepted", "offered") in steps
    assert ("2024-03-03", "changed", "free 30 captives", "free 20 captives") in steps
    assert ("2024-03-03", "term", "open the bridge", None) in steps
    assert ("2024-03-03", "stance", "accepts", "undecided") in steps
    assert [v.id for v in second.versions] == ["three/p1"]


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
