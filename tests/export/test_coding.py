"""The coded formats: which events have a row, on which days, and with which dead."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.evaluate.marked import read_marked
from sayso.export.acled import acled_rows
from sayso.export.ged import ged_rows
from sayso.export.plover import write_plover
from sayso.record.reading import Article, Reading

TEXT = (
    "Shells hit Brask later, killing 9. More than 900 have been killed. Gunmen of Velmar took "
    "Brask. Guards took two boats near Brask. Two pilots took off. Envoys left Tarvo. Troops left "
    "Tarvo. Corvia promised help. Corvia and Ostrava signed. Fighting went on."
)
ARMED = {"id": "a", "name": "Velmar", "sector": "REB"}
STATE = {"id": "b", "name": "Corvia", "country": "FRA", "sector": "GOV"}
OTHER = {"id": "c", "name": "Ostrava", "country": "CZE", "sector": "GOV"}
HIT = {"id": "e1", "trigger": "hit", "type": "ASSAULT", "mode": "heavy-weapons"}
NINE = {"id": "f1", "quantity": "9", "low": 9, "high": 9, "measure": "killed", "event": "e1"}
MANY = {"id": "f2", "quantity": "More than 900", "low": 900, "high": None, "measure": "killed",
        "event": "e1", "scope": "total"}  # fmt: skip


def when(earliest: str | None, latest: str | None, kind: str = "exact") -> dict[str, object]:
    return {"when": {"earliest": earliest, "latest": latest, "kind": kind}}


def told(event: dict[str, Any], *figures: dict[str, Any], day: str | None = "2024-05-31") -> Any:
    article = Article("x", TEXT, published=day)
    return [(TEXT, read_marked(article, {"events": [event], "figures": list(figures)}))]


def acled(pairs: list[tuple[str, Reading]]) -> list[tuple[object, ...]]:
    names = ("event_date", "time_precision", "sub_event_type", "fatalities")
    return [tuple(row[name] for name in names) for row in acled_rows(pairs)]


def ged(pairs: list[tuple[str, Reading]]) -> list[tuple[object, ...]]:
    names = ("date_start", "date_end", "date_prec", "best")
    return [tuple(row[name] for name in names) for row in ged_rows(pairs)]


SHELLS = "Shelling/artillery/missile attack"


@pytest.mark.parametrize(
    ("days", "in_acled", "in_ged"),
    [
        (("2024-05-30", "2024-05-30"), ("2024-05-30", 1), ("2024-05-30", "2024-05-30", 1)),
        (("2024-05-27", "2024-05-30"), ("2024-05-27", 2), ("2024-05-27", "2024-05-30", 2)),
        (("2024-05-01", "2024-05-31"), ("2024-05-01", 3), ("2024-05-01", "2024-05-31", 4)),
        (("2024-01-01", "2024-05-31"), None, ("2024-01-01", "2024-05-31", 5)),
        (("2022-01-01", "2024-05-31"), None, None),
        (("2024-04-20", None), None, ("2024-04-20", "2024-05-31", 5)),
    ],
)
def test_a_stretch_has_the_precision_of_the_format_or_no_row(
    days: tuple[str, str | None], in_acled: tuple[object, ...] | None,
    in_ged: tuple[object, ...] | None,
) -> None:  # fmt: skip
    pairs = told(HIT | when(*days, "exact" if days[1] else "open"), NINE)
    assert acled(pairs) == ([(*in_acled, SHELLS, 9)] if in_acled else [])
    assert ged(pairs) == ([(*in_ged, 9)] if in_ged else [])


def test_an_event_of_no_told_time_lies_in_the_month_before_its_report() -> None:
    pairs = told(HIT, NINE)
    assert acled(pairs) == [("2024-05-31", 3, SHELLS, 9)]
    assert ged(pairs) == [("2024-05-01", "2024-05-31", 4, 9)]
    (line,) = write_plover(pairs)
    assert '"date": "2024-05-31"' in line and "of the report" in line


def test_the_month_before_a_report_begins_with_the_calendar_at_the_earliest() -> None:
    assert ged(told(HIT, NINE, day="0001-01-05")) == [("0001-01-01", "0001-01-05", 2, 9)]


@pytest.mark.parametrize("time", [{"time": "later"}, {"time": "later"} | when(None, None)])
def test_a_time_that_no_day_is_found_for_has_no_row(time: dict[str, Any]) -> None:
    pairs = told(HIT | time, NINE)
    assert not acled(pairs) and not ged(pairs) and not list(write_plover(pairs))


def test_an_undated_event_of_an_undated_report_has_no_row() -> None:
    pairs = told(HIT, NINE, day=None)
    assert not acled(pairs) and not ged(pairs) and not list(write_plover(pairs))


@pytest.mark.parametrize("status", ["planned", "demanded", "threatened", "possible", "negated"])
def test_what_is_not_real_has_no_row(status: str) -> None:
    pairs = told(HIT | {"status": status}, NINE)
    assert not acled(pairs) and not ged(pairs)


def test_running_totals_are_no_dead_of_a_dated_attack() -> None:
    pairs = told(HIT | when("2024-05-30", "2024-05-30"), MANY)
    assert acled(pairs) == [("2024-05-30", 1, SHELLS, 0)] and not ged(pairs)


def test_a_count_as_large_as_a_running_total_of_its_event_is_one() -> None:
    more = NINE | {"id": "f3", "low": 1000, "high": 1000}
    pairs = told(HIT | when("2024-05-30", "2024-05-30"), NINE, MANY, more)
    assert acled(pairs) == [("2024-05-30", 1, SHELLS, 9)]


def test_a_running_total_of_no_told_day_is_no_event() -> None:
    assert not acled(told(HIT, MANY))


@pytest.mark.parametrize(
    ("event", "sub"),
    [
        ({"trigger": "took", "type": "COERCE", "mode": "seize", "actor": ["Gunmen"],
          "actors": [ARMED], "target": ["Brask##2"], "place": "Brask##2"},
         "Non-violent transfer of territory"),
        ({"trigger": "took##2", "type": "COERCE", "mode": "seize", "actor": ["Guards"],
          "actors": [ARMED], "target": ["two boats"], "place": "Brask##3"},
         "Looting/property destruction"),
        ({"trigger": "took off", "type": "COERCE", "mode": "seize", "actor": ["Two pilots"]},
         "Other"),
        ({"trigger": "left##2", "type": "RETREAT", "mode": "withdraw", "actor": ["Troops"],
          "actors": [ARMED], "place": "Tarvo##2"}, "Non-violent transfer of territory"),
        ({"trigger": "left", "type": "RETREAT", "mode": "withdraw", "actor": ["Envoys"],
          "actors": [STATE | {"name": "envoys"}], "place": "Tarvo"}, None),
        ({"trigger": "promised", "type": "AGREE", "actor": ["Corvia"], "actors": [STATE]}, None),
        ({"trigger": "signed", "type": "AGREE", "actor": ["Corvia##2", "Ostrava"],
          "actors": [STATE, OTHER]}, "Agreement"),
        ({"trigger": "Fighting", "type": "ASSAULT"}, "Armed clash"),
    ],
)  # fmt: skip
def test_the_type_in_acled_follows_the_parties_and_what_is_taken(
    event: dict[str, Any], sub: str | None
) -> None:
    assert [row[2] for row in acled(told({"id": "e1", **event}))] == ([sub] if sub else [])


CROWD = (
    "Marchers met in Brask. Police fired gas at the marchers. Warplanes bombed a fish market in "
    "Tarvo, killing nine buyers and two guards. The raid killed 15, the mayor said. Gunmen shot a "
    "clerk. Scouts took four soldiers prisoner."
)
DAY = when("2024-05-30", "2024-05-30")
RAID = {"id": "e2", "trigger": "bombed", "type": "ASSAULT", "mode": "aerial",
        "actor": ["Warplanes"], "actors": [{"id": "a", "name": "Warplanes", "sector": "MIL"}],
        "target": ["a fish market"], "targets": [{"id": "a", "name": "fish market"}],
        "place": "Tarvo", **DAY}  # fmt: skip
AGAIN = {"id": "e3", "trigger": "raid", "type": "ASSAULT", "mode": "aerial", "statement": "s1"}
DEAD = [
    {"id": "f1", "quantity": "nine", "low": 9, "high": 9, "of": "buyers", "event": "e2"},
    {"id": "f2", "quantity": "two", "low": 2, "high": 2, "of": "guards", "event": "e2"},
    {"id": "f3", "quantity": "15", "low": 15, "high": 15, "event": "e3", "statement": "s1"},
]


def crowd(*events: dict[str, Any], id: str = "x") -> tuple[str, Reading]:
    marks: dict[str, Any] = {
        "events": list(events), "figures": [f | {"measure": "killed"} for f in DEAD],
        "statements": [{"id": "s1", "source": "the mayor", "cue": "said",
                        "content": ["The raid killed 15"]}],
    }  # fmt: skip
    return CROWD, read_marked(Article(id, CROWD, published="2024-05-31"), marks)


def test_one_happening_has_one_row_with_the_number_of_one_claimant() -> None:
    (row,) = acled_rows([crowd(RAID, AGAIN)])
    assert (row["event_id_cnty"], row["fatalities"]) == ("x/e2", 15)
    assert "told again=x/e3" in str(row["tags"])
    two = [crowd(RAID, AGAIN), crowd(RAID, AGAIN, id="y")]
    assert len(list(acled_rows(two))) == 2
    (joined,) = ged_rows(two, [("x/e2", "x/e3", "y/e2", "y/e3")])
    assert (joined["low"], joined["best"], joined["number_of_sources"]) == (11, 15, 2)


def test_weapons_and_things_are_no_actors() -> None:
    (row,) = acled_rows([crowd(RAID)])
    assert (row["actor1"], row["inter1"], row["actor2"]) == ("", "", "")
    (row,) = ged_rows([crowd(RAID)])
    assert (row["side_a"], row["type_of_violence"]) == ("", "")


def test_a_crowd_stands_before_those_who_break_it_up() -> None:
    gas = {"id": "e1", "trigger": "fired", "type": "ASSAULT", "mode": "crowd-control",
           "actor": ["Police"], "actors": [{"id": "a", "name": "Police", "sector": "COP"}],
           "target": ["the marchers"],
           "targets": [{"id": "b", "name": "marchers", "sector": "CVL"}],
           **DAY}  # fmt: skip
    (row,) = acled_rows([crowd(gas)])
    assert (row["actor1"], row["inter1"]) == ("marchers", "Protesters")
    assert (row["actor2"], row["inter2"]) == ("Police", "State forces")
    assert "role=actor1:target,actor2:doer" in str(row["tags"])


def test_gunmen_are_unidentified_and_prisoners_of_a_fight_no_abduction() -> None:
    shot = {"id": "e4", "trigger": "shot", "type": "ASSAULT", "mode": "firearms",
            "actor": ["Gunmen"], "actors": [{"id": "a", "name": "Gunmen", "sector": "UAF"}],
            "target": ["a clerk"], "targets": [{"id": "a", "name": "clerk", "sector": "CVL"}],
            "place": "Brask", **DAY}  # fmt: skip
    took = {"id": "e5", "trigger": "took", "type": "ASSAULT", "mode": "abduct",
            "target": ["four soldiers"],
            "targets": [{"id": "b", "name": "soldiers", "sector": "MIL"}],
            **DAY}  # fmt: skip
    one, two = acled_rows([crowd(shot, took)])
    assert (one["actor1"], one["inter1"]) == ("Unidentified Armed Group", "Political militia")
    assert two["sub_event_type"] == "Armed clash"
