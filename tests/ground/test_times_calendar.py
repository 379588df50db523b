"""The reckoning of days agrees with the printed calendars."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sayso.ground.times_calendar import add_months, easter, hebrew_new_year, unit_around


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
