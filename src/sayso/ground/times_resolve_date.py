"""Dates, quarters, seasons and holidays to the days they cover, the year supplied where untold."""

from __future__ import annotations

import string
from collections.abc import Callable, Iterable
from datetime import date, timedelta

from sayso.ground.times_calendar import (
    add_months,
    month_end,
    unit_around,
    weekday_near,
)
from sayso.ground.times_days import Anchor, Days, Refused, day_before, one_day
from sayso.ground.times_expression import (
    Date,
    FiscalYear,
    Fraction,
    Holiday,
    Season,
    Slashed,
    Weekday,
    Years,
)
from sayso.ground.times_feasts import LOOSE, MOVED, holiday_days
from sayso.ground.times_tokens import holidays

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
           "October", "November", "December")  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
#: Years searched for a date without a year: 29 February comes back within eight.
_REACH = 8
#: First month of each season in the north; in the south it is six months on.
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
Stretch = tuple[date, date]


def resolve_date(date_: Date, anchor: Anchor) -> Days:
    """Return the days of a date; Refused for one that the calendar does not have."""
    if date_.year is not None and not 1 <= date_.year <= 9999:
        raise Refused(f"there is no year {date_.year}")
    if date_.day is not None:
        return _day(date_, anchor)
    if date_.month is not None:
        return _month(date_, date_.month, anchor)
    if date_.year is None:
        raise Refused("it names no date")
    return Days(date(date_.year, 1, 1), date(date_.year, 12, 31), "year", why="a calendar year")


def _year(dated: Date | Fraction | Season | Holiday, anchor: Anchor) -> int | None:
    return dated.year if dated.shift is None else anchor.today.year + dated.shift


def _day(date_: Date, anchor: Anchor) -> Days:
    day, month = date_.day or 0, date_.month
    if month is None:
        return _day_of_month(date_, day, anchor)
    year = _year(date_, anchor)
    if year is not None:
        found = _checked(year, month, day)
        return _with_weekday(one_day(found, "the date as written"), date_.weekday)
    if date_.which:
        anchor = anchor.moved(anchor.today, "past" if date_.which < 0 else "future")
    near = [d for y in _years(anchor) if (d := _made(y, month, day))]
    if not near:
        raise Refused(f"there is no {day} {_name(month)}")
    return _with_weekday(_nearest_day(near, date_.weekday, anchor), date_.weekday)


def _day_of_month(date_: Date, day: int, anchor: Anchor) -> Days:
    today = anchor.today
    if date_.month_shift is not None:
        month = add_months(today.replace(day=1), date_.month_shift)
        return one_day(_checked(month.year, month.month, day), "that day of the month named")
    first = today.replace(day=1)
    months = [add_months(first, n) for n in range(-_REACH, _REACH + 1)]
    near = [d for m in months if (d := _made(m.year, m.month, day))]
    if not near:
        raise Refused(f"no month has a day {day}")
    return _nearest_day(near, date_.weekday, anchor)


def _nearest_day(days: list[date], weekday: int | None, anchor: Anchor) -> Days:
    fitting = [d for d in days if d.weekday() == weekday and abs((d - anchor.today).days) <= 366]
    if fitting:
        nearest = min(fitting, key=lambda d: abs(d - anchor.today))
        return one_day(nearest, "the nearest one that falls on that day of the week")
    first, _ = _nearest(((d, d) for d in days), anchor)
    return one_day(first, _direction(anchor))


def _with_weekday(days: Days, weekday: int | None) -> Days:
    first, _ = days.closed
    if weekday is None or first.weekday() == weekday:
        return days
    return days.loosely(f"that day is no {_WEEKDAYS[weekday]}, as the text has it")


def _month(date_: Date, month: int, anchor: Anchor) -> Days:
    if not 1 <= month <= 12:
        raise Refused(f"there is no month {month}")
    year = _year(date_, anchor)
    if year is not None:
        return Days(_checked(year, month, 1), month_end(year, month), "month", why="as written")
    months = [(date(y, month, 1), month_end(y, month)) for y in _years(anchor)]
    first, last = _chosen(months, date_.which, anchor)
    return Days(first, last, "month", why=_direction(anchor, date_.which))


def resolve_slashed(slashed: Slashed, anchor: Anchor) -> Days:
    """Return the day of a date in figures, where the order of day and month can be told."""
    orders = [(slashed.first, slashed.second), (slashed.second, slashed.first)]
    days = {d for month, day in orders if (d := _made(slashed.year, month, day))}
    if not days:
        raise Refused("there is no such date in either order of day and month")
    if len(days) > 1 and anchor.day in days:
        return one_day(anchor.today, "of the two orders, the one that is the day of publication")
    if len(days) > 1:
        raise Refused("day and month may stand in either order")
    return one_day(days.pop(), "only one order of day and month gives a date")


def resolve_weekday(weekday: Weekday, anchor: Anchor) -> Days:
    """Return the day of a weekday: the last one back, or the first ahead for what is to come."""
    today, number, name = anchor.today, weekday.number, _WEEKDAYS[weekday.number]
    if weekday.week is not None:
        monday = day_before(today, today.weekday()) + timedelta(days=7 * weekday.week)
        return one_day(monday + timedelta(days=number), f"the {name} of the week named")
    if weekday.which == -1:
        return one_day(
            weekday_near(day_before(today), number, -1), f"the last {name} before {today}"
        )
    if weekday.coming:
        found = weekday_near(today + timedelta(days=1), number, 1)
        return one_day(found, f"the first {name} after {today}")
    if weekday.which == 1:
        return _next_weekday(today, number, name)
    if weekday.which == 0 and anchor.tense is None:
        monday = day_before(today, today.weekday())
        return one_day(monday + timedelta(days=number), f"the {name} of the week of {today}")
    direction = 1 if anchor.is_ahead else -1
    why = (
        f"the first {name} from {today} on" if anchor.is_ahead else f"the last {name} up to {today}"
    )
    return one_day(weekday_near(today, number, direction), why)


def _next_weekday(today: date, number: int, name: str) -> Days:
    first = weekday_near(today + timedelta(days=1), number, 1)
    if first.weekday() <= today.weekday():
        return one_day(first, f"the {name} of the week after {today}")
    why = f"the coming {name} or the one a week later: usage differs"
    return Days(first, first + timedelta(days=7), "day", "approximate", why)


def resolve_fraction(fraction: Fraction, anchor: Anchor) -> Days:
    """Return the days of a calendar quarter or half; Refused for a fiscal one."""
    if fraction.fiscal:
        raise Refused("a fiscal year begins in different months for different bodies")
    length = 3 if fraction.unit == "quarter" else 6
    if not 1 <= fraction.number <= 12 // length:
        raise Refused(f"a year has no {fraction.unit} number {fraction.number}")
    month = (fraction.number - 1) * length + 1
    year = _year(fraction, anchor)
    if year is not None:
        first = _checked(year, month, 1)
        return Days(first, _stretch_end(first, length), "month", why="by the calendar year")
    starts = [date(y, month, 1) for y in _years(anchor)]
    first, last = _nearest(((s, _stretch_end(s, length)) for s in starts), anchor)
    return Days(first, last, "month", why="by the calendar year; " + _direction(anchor))


def resolve_fiscal_year(fiscal: FiscalYear) -> Days:
    """Return all days that a fiscal year of that number may hold, wherever it begins."""
    first, last = _checked(fiscal.year - 1, 7, 1), _checked(fiscal.year + 1, 3, 31)
    return Days(first, last, "year", "approximate", "fiscal years begin in different months")


def resolve_years(years: Years) -> Days:
    """Return the days of a decade or century."""
    first, last = _checked(years.first, 1, 1), _checked(years.last, 12, 31)
    days = Days(first, last, "year", why="counted in whole years")
    return days.loosely("usage of its ends differs") if years.loose else days


def resolve_season(season: Season, anchor: Anchor) -> Days:
    """Return the three months of a season; Refused where the hemisphere is not known."""
    if anchor.hemisphere is None:
        raise Refused("which months a season covers depends on the hemisphere")
    month = _SEASONS[season.name]
    if anchor.hemisphere == "south":
        month = (month + 5) % 12 + 1

    def months(year: int) -> Stretch:
        first = _checked(year, month, 1)
        return first, _stretch_end(first, 3)

    why = f"the months of {season.name} in the {anchor.hemisphere}"
    if (year := _year(season, anchor)) is not None:
        return Days(*months(year), "month", "approximate", why)
    stretch = _chosen((months(y) for y in _years(anchor)), season.which, anchor)
    return Days(*stretch, "month", "approximate", why)


def resolve_holiday(holiday: Holiday, anchor: Anchor) -> Days:
    """Return the days of a holiday; Refused where the list has no rule for it."""
    rule = holidays()[holiday.name]
    kind, _, reason = rule.partition(" ")
    if kind == "none":
        raise Refused(reason)
    why = f"the day of {string.capwords(holiday.name)} by its rule"
    if (year := _year(holiday, anchor)) is not None:
        _checked(year, 1, 1)
        fallen = holiday_days(rule, year)
        if len(fallen) != 1:
            raise Refused(f"it does not fall just once in {year}")
        return _moved(kind, Days(*fallen[0], "day", why=why))
    stretches = (s for y in _years(anchor) for s in holiday_days(rule, y))
    return _moved(kind, Days(*_chosen(stretches, holiday.which, anchor), "day", why=why))


def _moved(kind: str, days: Days) -> Days:
    """Return the days with one more at each end, where the moon or the equinox may move them."""
    if kind not in LOOSE:
        return days
    first, last = days.closed
    more = timedelta(days=MOVED)
    why = f"{days.why}, or a day before or after, as the moon is sighted"
    why = why if kind == "islamic" else f"{days.why}, or a day before or after"
    return Days(first - more, last + more, days.grain, "approximate", why)


def _chosen(stretches: Iterable[Stretch], which: int | None, anchor: Anchor) -> Stretch:
    """Return the stretch that "last", "this" or "next" (or none of them) names."""
    known, today = list(stretches), anchor.today
    tests: dict[int, Callable[[Stretch], bool]] = {
        -1: lambda s: s[1] < today,
        0: lambda s: s[0].year == today.year,
        1: lambda s: s[0] > today,
    }
    if which is None:
        return _nearest(known, anchor)
    fitting = [s for s in known if tests[which](s)]
    if not fitting:
        raise Refused("the calendar does not reach so far")
    return fitting[-1] if which < 0 else fitting[0]


def _nearest(stretches: Iterable[Stretch], anchor: Anchor) -> Stretch:
    """Return the last stretch begun by the day, or the first not over for what is to come."""
    known, today = list(stretches), anchor.today
    fitting = [s for s in known if (s[1] >= today if anchor.is_ahead else s[0] <= today)]
    if not fitting:
        raise Refused("the calendar does not reach so far")
    return fitting[0] if anchor.is_ahead else fitting[-1]


def _direction(anchor: Anchor, which: int | None = None) -> str:
    if which is not None:
        words = ("the last one before", "the one in the year of", "the next one after")
        return f"{words[which + 1]} {anchor.today}"
    return f"{'the first one from' if anchor.is_ahead else 'the last one up to'} {anchor.today}"


def _years(anchor: Anchor) -> range:
    year = anchor.today.year
    return range(max(1, year - _REACH), min(9998, year + _REACH) + 1)


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _checked(year: int, month: int, day: int) -> date:
    made = _made(year, month, day)
    if made is not None:
        return made
    if not 1 <= year <= 9999:
        raise Refused(f"there is no year {year}")
    raise Refused(f"there is no {day} {_name(month)} {year}")


def _name(month: int) -> str:
    return _MONTHS[month - 1] if 1 <= month <= 12 else f"month {month}"


def _stretch_end(first: date, months: int) -> date:
    last = add_months(first, months - 1)
    return unit_around(last, "month")[1]
