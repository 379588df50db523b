"""Happenings: accounts of one event are joined, of two events are not."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sayso.link.groups import Groups
from sayso.link.happening import Happening, act_stem, happenings_of, stems
from sayso.link.happenings import Rarity, compare, link_happenings
from sayso.link.incidents import incidents_of
from sayso.record.grounding import Where
from sayso.record.link import Link
from sayso.record.reading import Article, Reading

Pairs = list[tuple[Article, Reading]]


def all_of(pairs: Pairs) -> list[Happening]:
    return [h for article, reading in pairs for h in happenings_of(reading, article.text)]


def test_three_accounts_of_one_blast_are_one_incident(blast: Pairs) -> None:
    happenings = all_of(blast)
    links = link_happenings(happenings)
    (incident,) = incidents_of(happenings, links)
    assert set(incident.events) == {"one/e1", "two/e1", "three/e1"}
    assert all(link.reasons and 0 <= link.score <= 1 for link in links)


def test_a_person_may_take_apart_and_put_together(blast: Pairs) -> None:
    happenings = all_of(blast)
    links = link_happenings(happenings)
    apart = frozenset({"one/e1", "three/e1"})
    for incident in incidents_of(happenings, links, rejected=[apart]):
        assert not apart <= set(incident.events)
    joined = frozenset({"one/e1", "four/e1"})
    found = incidents_of(happenings, links, accepted=[joined])
    assert any(joined <= set(incident.events) for incident in found)


def test_the_order_of_reports_does_not_change_the_links(blast: Pairs) -> None:
    one, two = link_happenings(all_of(blast)), link_happenings(all_of(blast[::-1]))
    assert {(link.a, link.b, link.score) for link in one} == {
        (link.a, link.b, link.score) for link in two
    }


STEMS = st.frozensets(st.sampled_from(["tarvo", "brask", "polic", "gunme", "mayor"]), max_size=3)
HAPPENINGS = st.builds(
    Happening,
    id=st.just("r/e"), reading=st.just("r"),
    type=st.sampled_from(["ASSAULT", "CONSULT", None]), mode=st.sampled_from(["aerial", None]),
    act=st.sampled_from(["strik", "talk"]), actors=STEMS, targets=STEMS, place=STEMS,
    first=st.integers(100, 103), last=st.integers(103, 106), dated=st.booleans(),
    status=st.sampled_from(["happened", "planned"]), names=STEMS, words=STEMS,
    figures=st.sampled_from([(), (("killed", 3, 3),), (("killed", 9, None),)]),
)  # fmt: skip


@given(HAPPENINGS, HAPPENINGS)
def test_a_compared_with_b_is_b_compared_with_a(a: Happening, b: Happening) -> None:
    b = replace(b, id="q/e", reading="q")
    rarity = Rarity([a, b])
    assert abs(compare(a, b, rarity)[0] - compare(b, a, rarity)[0]) < 1e-9


def test_an_event_is_the_same_as_one_of_another_report_at_most(blast: Pairs) -> None:
    (_, reading) = blast[1]
    twice = replace(reading, events=(reading.events[0], replace(reading.events[0], id="e2")))
    happenings = all_of([blast[0], (blast[1][0], twice)])
    assert len(link_happenings(happenings)) == 1


def test_places_far_apart_are_never_one_incident() -> None:
    here, there = (Where("A", lat=lat, lon=0.0, precision="city") for lat in (10.0, 12.0))
    same = {"reading": "", "type": "ASSAULT", "mode": None, "act": "strik"}
    happenings = [
        Happening("a/e1", where=here, **same), Happening("b/e1", where=there, **same),  # type: ignore[arg-type]
    ]  # fmt: skip
    link = Link("same-happening", "a/e1", "b/e1", 0.99)
    assert incidents_of(happenings, [link]) == []


def test_days_far_apart_are_never_one_incident_even_through_a_third() -> None:
    happenings = [
        Happening(f"{n}/e1", str(n), "ASSAULT", None, "strik", first=day, last=day)
        for n, day in enumerate((100, 102, 104))
    ]
    links = [
        Link("same-happening", "0/e1", "1/e1", 0.9),
        Link("same-happening", "1/e1", "2/e1", 0.8),
    ]
    (incident,) = incidents_of(happenings, links)
    assert incident.events == ("0/e1", "1/e1")


def plan(id: str, told: int, status: str = "planned") -> Happening:
    """What a report of a day tells of a march of a party within a year."""
    return Happening(
        f"{id}/e", id, "PROTEST", "march", "march", stems(["Dren Olva"]),
        first=100, last=465, status=status, names=stems(["Dren Olva", "Tarvo"]), told=told,
    )  # fmt: skip


def test_plans_in_reports_of_other_weeks_are_never_one_happening() -> None:
    assert link_happenings([plan("a", 100), plan("b", 103)], threshold=0.0)
    assert not link_happenings([plan("a", 100), plan("b", 109)], threshold=0.0)


def test_two_stretches_of_a_year_are_no_same_day() -> None:
    one, two = plan("a", 100), plan("b", 103)
    short = replace(one, first=100, last=102), replace(two, first=100, last=102)
    told = [compare(a, b, Rarity([a, b]))[1] for a, b in ((one, two), short)]
    assert ["the same day or days" in reasons for reasons in told] == [False, True]


def test_stems_name_people_and_places_only() -> None:
    assert stems(["the Israeli army", "two people in Gaza"]) == {"israe", "gaza"}
    assert act_stem("airstrikes") == act_stem("airstrike")
    assert act_stem("carried out") == act_stem("carry") or act_stem("carried out") == "carri"


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=12))
def test_groups_are_a_partition(pairs: list[tuple[int, int]]) -> None:
    groups = Groups(range(10))
    for a, b in pairs:
        groups.join(a, b)
    assert sorted(n for group in groups.all() for n in group) == list(range(10))
    assert all(groups.find(a) == groups.find(b) for a, b in pairs)
