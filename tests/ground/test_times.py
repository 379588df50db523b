"""Time phrases come out as the days they cover, counted from Wednesday, 12 June 2024."""

import pytest

from sayso.errors import UsageError
from sayso.ground.times import find_mentions, when

WEDNESDAY = "2024-06-12"


@pytest.mark.parametrize(
    ("phrase", "first", "last"),
    [
        ("on Monday", "2024-06-10", "2024-06-10"),
        ("Wednesday", "2024-06-12", "2024-06-12"),
        ("said Thursday", "2024-06-06", "2024-06-06"),
        ("last Wednesday", "2024-06-05", "2024-06-05"),
        ("next Monday", "2024-06-17", "2024-06-17"),
        ("this coming Friday", "2024-06-14", "2024-06-14"),
        ("Monday of last week", "2024-06-03", "2024-06-03"),
        ("on Sunday night", "2024-06-09", "2024-06-09"),
        ("early Tuesday", "2024-06-11", "2024-06-11"),
        ("Monday and Tuesday", "2024-06-10", "2024-06-11"),
        ("Sunday (June 9)", "2024-06-09", "2024-06-09"),
    ],
)
def test_a_weekday_is_the_last_one_unless_the_words_say_otherwise(phrase, first, last):
    found = when(phrase, published=WEDNESDAY)
    assert (found.earliest, found.latest, found.kind) == (first, last, "exact")


@pytest.mark.parametrize(
    ("phrase", "past", "future"),
    [
        ("on Friday", "2024-06-07", "2024-06-14"),
        ("on Wednesday", "2024-06-12", "2024-06-12"),
        ("on 3 March", "2024-03-03", "2025-03-03"),
        ("in May", "2024-05-01", "2025-05-01"),
        ("on the 20th", "2024-05-20", "2024-06-20"),
        ("at Christmas", "2023-12-25", "2024-12-25"),
        ("in the third quarter", "2023-07-01", "2024-07-01"),
        ("over the weekend", "2024-06-08", "2024-06-15"),
    ],
)
def test_the_tense_tells_whether_a_time_lies_behind_or_ahead(phrase, past, future):
    assert when(phrase, published=WEDNESDAY).earliest == past
    assert when(phrase, published=WEDNESDAY, tense="past").earliest == past
    assert when(phrase, published=WEDNESDAY, tense="future").earliest == future


@pytest.mark.parametrize(
    ("phrase", "first", "last", "grain", "kind"),
    [
        ("yesterday", "2024-06-11", "2024-06-11", "day", "exact"),
        ("the day before yesterday", "2024-06-10", "2024-06-10", "day", "exact"),
        ("last night", "2024-06-11", "2024-06-11", "day", "exact"),
        ("overnight", "2024-06-11", "2024-06-12", "day", "approximate"),
        ("overnight into Tuesday", "2024-06-10", "2024-06-11", "day", "approximate"),
        ("four days ago", "2024-06-08", "2024-06-08", "day", "exact"),
        ("three weeks ago", "2024-05-20", "2024-05-26", "week", "exact"),
        ("some three weeks ago", "2024-05-20", "2024-05-26", "week", "approximate"),
        ("two months ago", "2024-04-01", "2024-04-30", "month", "exact"),
        ("half a year ago", "2023-12-01", "2023-12-31", "month", "exact"),
        ("a decade ago", "2014-01-01", "2014-12-31", "year", "approximate"),
        ("in ten days", "2024-06-22", "2024-06-22", "day", "exact"),
        ("last month", "2024-05-01", "2024-05-31", "month", "exact"),
        ("next year", "2025-01-01", "2025-12-31", "year", "exact"),
        ("the week after next", "2024-06-24", "2024-06-30", "week", "exact"),
        ("the past 24 hours", "2024-06-11", "2024-06-12", "hour", "approximate"),
        ("in the last five days", "2024-06-07", "2024-06-12", "day", "approximate"),
        ("over the past week", "2024-06-05", "2024-06-12", "week", "approximate"),
        ("for two weeks", "2024-05-29", "2024-06-12", "week", "approximate"),
        ("earlier this month", "2024-06-01", "2024-06-12", "month", "approximate"),
        ("later this month", "2024-06-12", "2024-06-30", "month", "approximate"),
        ("so far this year", "2024-01-01", "2024-06-12", "year", "approximate"),
        ("later today", "2024-06-12", "2024-06-12", "day", "exact"),
        ("two days before 1 March 2024", "2024-02-28", "2024-02-28", "day", "exact"),
    ],
)
def test_times_are_counted_from_the_day_of_publication(phrase, first, last, grain, kind):
    found = when(phrase, published=WEDNESDAY)
    assert (found.earliest, found.latest, found.grain, found.kind) == (first, last, grain, kind)


@pytest.mark.parametrize(
    ("phrase", "first", "last"),
    [
        ("Nov. 9", "2023-11-09", "2023-11-09"),
        ("9 November 2021", "2021-11-09", "2021-11-09"),
        ("November 9th, 2021", "2021-11-09", "2021-11-09"),
        ("2021-11-09", "2021-11-09", "2021-11-09"),
        ("20211109", "2021-11-09", "2021-11-09"),
        ("19/11/2021", "2021-11-19", "2021-11-19"),
        ("Nov. 9 last year", "2023-11-09", "2023-11-09"),
        ("in February 2020", "2020-02-01", "2020-02-29"),
        ("early 2020", "2020-01-01", "2020-04-30"),
        ("mid-April", "2024-04-11", "2024-04-20"),
        ("the end of May", "2024-05-27", "2024-05-31"),
        ("the third week of March", "2024-03-15", "2024-03-21"),
        ("the first Monday of March", "2024-03-04", "2024-03-04"),
        ("the first four months of 2022", "2022-01-01", "2022-04-30"),
        ("the 1970s", "1970-01-01", "1979-12-31"),
        ("nineteen seventy-three", "1973-01-01", "1973-12-31"),
        ("the 18th century", "1701-01-01", "1800-12-31"),
        ("Q3 2022", "2022-07-01", "2022-09-30"),
        ("the second half of 2022", "2022-07-01", "2022-12-31"),
        ("the week of Jan. 17", "2024-01-15", "2024-01-21"),
        ("the year 476", "0476-01-01", "0476-12-31"),
        ("Christmas last year", "2023-12-25", "2023-12-25"),
        ("next January 20", "2025-01-20", "2025-01-20"),
    ],
)
def test_dates_as_the_calendar_writes_them_are_read(phrase, first, last):
    found = when(phrase, published=WEDNESDAY)
    assert (found.earliest, found.latest) == (first, last)


@pytest.mark.parametrize(
    ("phrase", "first", "last"),
    [
        ("between March and May", "2024-03-01", "2024-05-31"),
        ("between November and February", "2023-11-01", "2024-02-29"),
        ("from 3 to 5 May", "2024-05-03", "2024-05-05"),
        ("May 3-5, 2019", "2019-05-03", "2019-05-05"),
        ("28 Feb. to 2 March 2020", "2020-02-28", "2020-03-02"),
        ("Dec-Jan 2020", "2019-12-01", "2020-01-31"),
        ("from Saturday to Monday", "2024-06-08", "2024-06-10"),
        ("2016-2018", "2016-01-01", "2018-12-31"),
        ("from 7 a.m. to 9 p.m. on Sunday", "2024-06-09", "2024-06-09"),
    ],
)
def test_a_range_runs_from_its_first_day_to_its_last(phrase, first, last):
    found = when(phrase, published=WEDNESDAY)
    assert (found.earliest, found.latest, found.kind) == (first, last, "exact")


@pytest.mark.parametrize(
    ("phrase", "first", "last"),
    [
        ("since dawn", "2024-06-12", None),
        ("since March 2023", "2023-03-01", None),
        ("after 7 June", "2024-06-08", None),
        ("until Saturday", None, "2024-06-15"),
        ("by the end of August", None, "2024-08-31"),
        ("before 1 June 2024", None, "2024-05-31"),
        ("for weeks", None, "2024-06-12"),
        ("in the coming months", "2024-06-12", None),
        ("several days ago", None, "2024-06-10"),
    ],
)
def test_a_time_with_one_end_is_open_at_the_other(phrase, first, last):
    found = when(phrase, published=WEDNESDAY)
    assert (found.earliest, found.latest, found.kind) == (first, last, "open")


@pytest.mark.parametrize("phrase", ["9 p.m. on Sunday", "Sunday at 21:00", "Sunday, 2100 GMT"])
def test_a_clock_time_keeps_its_day_at_the_grain_of_hours(phrase):
    found = when(phrase.replace(", ", " at "), published=WEDNESDAY)
    assert (found.earliest, found.latest, found.grain) == ("2024-06-09", "2024-06-09", "hour")


def test_a_clock_time_without_a_day_may_lie_on_the_day_before():
    found = when("at 9 p.m.", published=WEDNESDAY)
    assert (found.earliest, found.latest) == ("2024-06-11", WEDNESDAY)
    assert found.kind == "approximate"


def test_next_friday_said_on_a_wednesday_keeps_both_its_readings():
    found = when("next Friday", published=WEDNESDAY)
    assert (found.earliest, found.latest) == ("2024-06-14", "2024-06-21")
    assert found.kind == "approximate"


def test_the_weekday_beside_a_date_settles_its_year():
    assert when("Monday, July 1", published=WEDNESDAY).earliest == "2024-07-01"
    assert when("Saturday, July 1", published=WEDNESDAY).earliest == "2023-07-01"


def test_an_ordinal_behind_a_weekday_that_has_a_noun_is_no_day_of_the_month():
    for phrase in ("Monday, the first vote", "Monday, the 10th day of rain", "Monday the 2nd vote"):
        found = [m.span.text for m in find_mentions(f"They met on {phrase}.")]
        assert "Monday" in found
    assert when("Monday the 3rd", published="2025-02-10").earliest == "2025-02-03"


def test_a_weekday_that_does_not_fit_its_date_makes_it_approximate():
    found = when("Monday, 2 July 2024", published=WEDNESDAY)
    assert (found.earliest, found.kind) == ("2024-07-02", "approximate")
    assert "no Monday" in found.why


def test_the_day_of_the_dateline_is_counted_from_before_that_of_publication():
    found = when("yesterday", published=WEDNESDAY, dateline="2024-06-10")
    assert found.earliest == "2024-06-09"


def test_a_season_needs_the_hemisphere():
    north = when("summer of 2006", published=None, hemisphere="north")
    south = when("summer of 2006", published=None, hemisphere="south")
    assert (north.earliest, north.latest) == ("2006-06-01", "2006-08-31")
    assert (south.earliest, south.latest) == ("2006-12-01", "2007-02-28")
    assert when("summer of 2006", published=None).kind == "unresolved"


def test_dates_in_full_need_no_day_of_publication():
    assert when("9 November 2021", published=None).earliest == "2021-11-09"
    assert when("the 1970s", published="not a day").earliest == "1970-01-01"


def test_a_tense_that_does_not_exist_is_misuse():
    with pytest.raises(UsageError, match="tense"):
        when("on Monday", published=WEDNESDAY, tense="pluperfect")
