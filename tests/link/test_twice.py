"""Reports that tell one proposal twice, and reports that tell two."""

from __future__ import annotations

from sayso.evaluate.marked import read_marked
from sayso.link.negotiations import negotiations
from sayso.link.proposals import link_proposals
from sayso.record.reading import Article, Reading


def two(text: str, first: dict[str, object], second: dict[str, object], **more: str) -> Reading:
    proposals = [{"id": "p1", **first}, {"id": "p2", **second}]
    day = more.get("day", "2024-03-02")
    article = Article(more.get("id", "one"), text, published=day, language="en")
    return read_marked(article, {"proposals": proposals})


def reasons(reading: Reading) -> list[tuple[str, ...]]:
    return [link.reasons for link in link_proposals([reading])]


def test_an_offer_of_a_truce_is_one_with_the_truce() -> None:
    text = "Norway made an offer of a truce on the Orla to Talvia."
    told = two(
        text,
        {"name": "an offer of a truce on the Orla", "by": ["Norway"]},
        {"name": "a truce on the Orla", "to": ["Talvia"]},
    )
    assert reasons(told) == [("one name holds the other",)]


def test_a_term_in_the_same_words_joins_but_not_offers_of_two_makers() -> None:
    text = "Norway has a draft, Chad has a plan. Talvia is to open the Orla road."
    term = [{"what": "open the Orla road"}]
    same = two(text, {"name": "a draft", "terms": term}, {"name": None, "terms": term})
    assert reasons(same) == [("both have a term in the same words",)]
    rivals = two(
        text,
        {"name": "a draft", "by": ["Norway"], "terms": term},
        {"name": "a plan", "by": ["Chad"], "terms": term},
    )
    assert not reasons(rivals)


def test_a_bare_name_points_back_at_an_offer_of_the_same_maker() -> None:
    text = "Norway sent Talvia a draft on ports. The proposal opens three piers. The second waits."
    first = {"name": "a draft on ports", "by": ["Norway"], "to": ["Talvia"]}
    back = two(text, first, {"name": "The proposal", "by": ["Norway"], "to": ["Talvia"]})
    assert reasons(back) == [("the one points back at the other",)]
    other = two(text, first, {"name": "The second", "by": ["Norway"], "to": ["Talvia"]})
    assert not reasons(other)


def test_both_tellings_stand_in_one_history_and_tell_a_term_once() -> None:
    text = "Norway made an offer of a truce to Talvia: free 12 captives, let 12 captives go."
    told = two(
        text,
        {"name": "an offer of a truce", "by": ["Norway"], "to": ["Talvia"], "state": "offered",
         "terms": [{"what": "free 12 captives"}]},
        {"name": "a truce", "to": ["Talvia"], "terms": [{"what": "let 12 captives go"}]},
    )  # fmt: skip
    (one,) = negotiations([told])
    assert [v.id for v in one.versions] == ["one/p1", "one/p2"]
    assert [s.what for s in one.steps if s.kind != "state"] == ["free 12 captives"]


def test_what_a_report_tells_beside_a_proposal_draws_no_later_report_to_itself() -> None:
    first = two(
        "Norway put a truce to Talvia: free 12 captives. Talvia's voters want a truce.",
        {"name": "a truce", "by": ["Norway"], "to": ["Talvia"], "state": "under-negotiation",
         "terms": [{"what": "free 12 captives"}]},
        {"name": "a truce##2", "by": ["Talvia"], "to": ["Norway"], "state": "under-negotiation"},
    )  # fmt: skip
    later = read_marked(
        Article("two", "Norway and Talvia broke the truce.", published="2024-03-04", language="en"),
        {"proposals": [
            {"id": "p1", "name": "the truce", "by": ["Norway", "Talvia"], "state": "broken"}
        ]},
    )  # fmt: skip
    middle = read_marked(
        Article("mid", "Norway and Talvia signed a truce: free 12 captives.",
                published="2024-03-03", language="en"),
        {"proposals": [
            {"id": "p1", "name": "a truce", "by": ["Norway", "Talvia"], "state": "accepted",
             "terms": [{"what": "free 12 captives"}]}
        ]},
    )  # fmt: skip
    joined = [n for n in negotiations([first, middle, later]) if len(n.versions) > 1]
    assert [[v.id for v in n.versions] for n in joined] == [["one/p1", "mid/p1", "two/p1"]]
