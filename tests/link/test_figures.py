"""Figures over reports: series, ranges, and why two accounts differ."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from sayso.link.all import link_all
from sayso.link.figures import Count, counts_of, ranges_of, relate, series_of
from sayso.record.grounding import When
from sayso.record.reading import Article, Reading

Make = Callable[..., tuple[Article, Reading]]


def count(id: str, low: float | None, high: float | None, **told: object) -> Count:
    known: dict[str, object] = {
        "measure": "killed", "scope": "event", "claimant": "police", "place": frozenset({"tarvo"}),
        "where": None, "country": "ZZZ", "precision": None, "kind": None,
        "as_of": "2024-02-04", "since": None, "words": f"{low}",
    }  # fmt: skip
    known |= told
    return Count(id=id, low=low, high=high, **known)  # type: ignore[arg-type]


ONE = count("one/f1", 12, 12)


@pytest.mark.parametrize(
    ("other", "kind", "difference"),
    [
        (count("two/f1", 15, 15, as_of="2024-02-05"), "updates", "later"),
        (count("two/f1", 11, 11, as_of="2024-02-05"), "updates", "later"),
        (count("two/f1", 15, 15, claimant="doctors"), "contradicts", "other claimant"),
        (count("two/f1", 15, 15), "contradicts", "contradiction"),
        (count("two/f1", 300, None, scope="total"), "part-of", "other scope"),
        (count("two/f1", 4, 4, kind="child"), "part-of", "other class of victim"),
        (count("one/f2", 4, 4, part_of="one/f1"), "part-of", "other class of victim"),
        (count("two/f1", 40, 40, place=frozenset(), claimant="doctors"), "contradicts",
         "other claimant"),
    ],
)  # fmt: skip
def test_two_counts_differ_for_a_reason(other: Count, kind: str, difference: str) -> None:
    link = relate(ONE, other)
    assert link is not None
    assert (link.kind, link.difference) == (kind, difference)
    assert relate(other, ONE) == link or {link.a, link.b} == {ONE.id, other.id}


@pytest.mark.parametrize(
    "other",
    [
        count("two/f1", 12, 12, claimant="doctors"),
        count("two/f1", 10, None, claimant="doctors"),
        count("two/f1", 9, 9, counted=frozenset({"cow"}), claimant="doctors"),
        count("two/f1", 9, 9, place=frozenset({"brask"}), claimant="doctors"),
    ],
)
def test_counts_that_agree_or_count_something_else_are_not_linked(other: Count) -> None:
    one = count("one/f1", 12, 12, counted=frozenset({"sheep"}))
    assert relate(one, other) is None


def test_a_rounded_number_is_no_contradiction() -> None:
    exact = count("one/f1", 1_196, 1_196)
    rounded = count("two/f1", 1_200, 1_200, words="about 1,200", claimant="doctors")
    assert relate(exact, rounded) is None


def test_later_links_lead_from_the_later_to_the_earlier() -> None:
    link = relate(ONE, count("zero/f1", 15, 15, as_of="2024-02-05"))
    assert link is not None and (link.a, link.b) == ("zero/f1", "one/f1")


def test_a_series_is_one_claimants_by_day_and_nothing_is_averaged(
    blast: list[tuple[Article, Reading]],
) -> None:
    counts = [c for _, reading in blast for c in counts_of(reading)]
    series = {s.claimant: [c.low for c in s.counts] for s in series_of(counts)}
    assert series == {"police": [12, 15], "Doctors": [20]}
    told = {(r.claimant, r.low, r.high) for r in ranges_of(counts)}
    assert told == {("police", 12, 15), ("Doctors", 20, None)}


def test_the_toll_of_an_incident_is_linked_and_disputed(
    blast: list[tuple[Article, Reading]],
) -> None:
    linked = link_all(blast)
    told = {(link.kind, link.a, link.b, link.difference) for link in linked.links}
    assert ("updates", "two/f1", "one/f1", "later") in told
    assert ("contradicts", "one/f1", "three/f1", "other claimant") in told
    assert ("disputes", "one/f1", "three/f1", "other claimant") in told


def test_a_source_written_in_two_ways_contradicts_nobody() -> None:
    first = replace(ONE, claimant="North Orla's health office", as_of="2024-02-04")
    later = count("two/f1", 15, 15, claimant="health office in North Orla province")
    link = relate(first, replace(later, as_of="2024-02-04"))
    assert link is not None and link.difference == "contradiction"
    assert [len(s.counts) for s in series_of([first, later])] == [2]


def test_the_dead_of_an_attack_are_counted_as_of_the_report(make: Make) -> None:
    _, reading = make(
        "a", "Officials lowered the toll of the blast of Friday to 10 dead.", "2024-03-03",
        figures=[{"id": "f1", "quantity": "10", "low": 10, "high": 10, "measure": "killed"}],
    )  # fmt: skip
    friday = When("2024-03-01", "2024-03-01", "day", "exact")
    (figure,) = reading.figures
    dated = replace(reading, figures=(replace(figure, when=friday),))
    assert [count.as_of for count in counts_of(dated)] == ["2024-03-03"]
    total = replace(reading, figures=(replace(figure, when=friday, scope="total"),))
    assert [count.as_of for count in counts_of(total)] == ["2024-03-01"]
