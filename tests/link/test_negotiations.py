"""One proposal through several hand-made reports: its versions, days and steps."""

from __future__ import annotations

from tests.link.accounts import ANSWER, OFFER, OTHER, report

from sayso.evaluate.marked import read_marked
from sayso.link.negotiations import Days, negotiations
from sayso.record.reading import Article


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


def test_the_order_of_the_reports_does_not_matter() -> None:
    assert negotiations([OFFER, ANSWER, OTHER]) == negotiations([OTHER, ANSWER, OFFER])


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
