"""The reckoning of days agrees with the printed calendars."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.ground.times import when
from sayso.ground.times_calendar import add_months, easter, hebrew_new_year, unit_around


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
    ],
)
def test_holidays_fall_on_the_days_that_their_rules_give(name, first, last):
    found = when(name, published=None)
    assert (found.earliest, found.latest) == (first, last)


@given(st.integers(1600, 4000))
def test_easter_is_a_sunday_of_spring(year):
    assert easter(year).weekday() == 6
    assert date(year, 3, 22) <= easter(year) <= date(year, 4, 25)


@given(st.integers(1000, 3000))
def test_a_hebrew_year_never_begins_on_a_sunday_wednesday_or_friday(year):
    assert hebrew_new_year(year).weekday() not in (6, 2, 4)


@given(st.dates(date(100, 1, 1), date(9000, 1, 1)), st.integers(-800, 800))
def test_months_are_added_without_leaving_the_month(day, months):
    moved = add_months(day, months)
    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == months
    assert moved.day <= day.day


@given(
    st.dates(date(200, 1, 1), date(9000, 1, 1)),
    st.sampled_from(["week", "month", "quarter", "half", "year", "decade", "century"]),
)
def test_a_unit_holds_the_day_it_is_drawn_around(day, unit):
    first, last = unit_around(day, unit)
    assert first <= day <= last
