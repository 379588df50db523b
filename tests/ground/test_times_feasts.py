"""Holidays fall on the days of the printed calendars, feasts by the moon a day off at most."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.ground.times import when
from sayso.ground.times_feasts import hijri_day, holiday_days


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("Easter 2024", "2024-03-31", "2024-03-31"),
        ("Good Friday 2023", "2023-04-07", "2023-04-07"),
        ("Orthodox Easter 2021", "2021-05-02", "2021-05-02"),
        ("Yom Kippur 1973", "1973-10-06", "1973-10-06"),
        ("Rosh Hashanah 2024", "2024-10-03", "2024-10-04"),
        ("Passover 2024", "2024-04-23", "2024-04-29"),
        ("Thanksgiving 2023", "2023-11-23", "2023-11-23"),
        ("Election Day 2022", "2022-11-08", "2022-11-08"),
        ("New Year's Eve 1999", "1999-12-31", "1999-12-31"),
        ("Purim 2024", "2024-03-24", "2024-03-24"),
        ("Hanukkah 2023", "2023-12-08", "2023-12-15"),
        ("Hanukkah 2024", "2024-12-26", "2025-01-02"),
        ("Holy Week 2024", "2024-03-24", "2024-03-30"),
    ],
)
def test_holidays_fall_on_the_days_that_their_rules_give(name: str, first: str, last: str) -> None:
    found = when(name, published=None)
    assert (found.earliest, found.latest) == (first, last)


@pytest.mark.parametrize(
    ("year", "month", "day", "kept"),
    [
        (1440, 9, 1, "2019-05-06"),
        (1444, 10, 1, "2023-04-21"),
        (1445, 9, 1, "2024-03-11"),
        (1445, 12, 10, "2024-06-16"),
        (1446, 10, 1, "2025-03-30"),
    ],
)
def test_a_feast_was_kept_within_a_day_of_the_reckoned_one(
    year: int, month: int, day: int, kept: str
) -> None:
    assert abs((hijri_day(year, month, day) - date.fromisoformat(kept)).days) <= 1


def test_a_feast_by_the_moon_has_a_day_more_at_each_end() -> None:
    found = when("Ramadan", published="2024-03-20")
    assert (found.earliest, found.latest, found.kind) == ("2024-03-10", "2024-04-09", "approximate")
    first = when("the first day of Ramadan", published="2024-03-20")
    assert (first.earliest, first.latest) == ("2024-03-10", "2024-03-12")


def test_a_feast_that_moves_through_the_year_may_fall_twice_in_one() -> None:
    assert [first.isoformat() for first, _ in holiday_days("islamic 3 12 1", 2015)] == [
        "2015-01-03",
        "2015-12-24",
    ]
