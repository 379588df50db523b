"""Days of the calendar: ends of months, steps of units, Easter, the Hebrew new year."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

#: Days of the fixed-length units.
DAYS = {"day": 1, "night": 1, "week": 7, "fortnight": 14}
#: Months of the units that are counted in months.
MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
#: Hours of the units shorter than a day.
HOURS = {"second": 1 / 3600, "minute": 1 / 60, "hour": 1.0}
#: Day number (1 = 1 January of year 1) of the day before the Hebrew calendar's first day.
_HEBREW_EPOCH = -1373427


def month_end(year: int, month: int) -> date:
    """Return the last day of a month; ValueError where there is no such month or year."""
    return date(year, month, monthrange(year, month)[1])


def add_months(day: date, months: int) -> date:
    """Return the day so many months on, moved back to the month's end where it is shorter."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    last = month_end(year, month + 1)
    return last if day.day > last.day else last.replace(day=day.day)


def step(day: date, count: float, unit: str) -> date:
    """Return ``day`` moved by ``count`` units; hours less than a day stay on the day.

    Raises ValueError or OverflowError where the calendar does not reach so far.
    """
    if unit in HOURS:
        return day + timedelta(days=int(count * HOURS[unit] / 24))
    if unit in DAYS:
        return day + timedelta(days=round(count * DAYS[unit]))
    if unit == "weekend":
        return day + timedelta(days=round(count * 7))
    if unit == "millennium":
        return add_months(day, round(count * 12000))
    return add_months(day, round(count * MONTHS[unit]))


def unit_around(day: date, unit: str) -> tuple[date, date]:
    """Return the first and last day of the calendar unit that holds ``day``.

    Weeks run from Monday to Sunday; decades from a year ending in 0; centuries from one ending
    in 01.
    """
    if unit in ("week", "fortnight"):
        first = day - timedelta(days=day.weekday())
        return first, first + timedelta(days=DAYS[unit] - 1)
    if unit == "weekend":
        saturday = day + timedelta(days=5 - day.weekday())
        return saturday, saturday + timedelta(days=1)
    if unit in ("month", "quarter", "half"):
        length = MONTHS[unit]
        month = (day.month - 1) // length * length + 1
        return date(day.year, month, 1), month_end(day.year, month + length - 1)
    if unit in ("year", "decade", "century"):
        first_year, last_year = _years_around(day.year, unit)
        return date(first_year, 1, 1), date(last_year, 12, 31)
    return day, day


def _years_around(year: int, unit: str) -> tuple[int, int]:
    if unit == "year":
        return year, year
    if unit == "decade":
        return max(1, year // 10 * 10), year // 10 * 10 + 9
    first = (year - 1) // 100 * 100 + 1
    return first, first + 99


def weekday_near(day: date, number: int, direction: int) -> date:
    """Return the nearest weekday at or before (-1), or at or after (1), ``day``."""
    distance = (day.weekday() - number) % 7 if direction < 0 else (number - day.weekday()) % 7
    return day + timedelta(days=direction * distance)


def easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (the anonymous Gregorian computus)."""
    golden = year % 19
    century, rest = divmod(year, 100)
    skipped, leap = divmod(century, 4)
    moved = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - skipped - moved + 15) % 30
    sunday = (32 + 2 * leap + 2 * (rest // 4) - moon - rest % 4) % 7
    correction = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * correction + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Return Easter Sunday of the Julian calendar (Meeus), as a Gregorian date."""
    moon = (19 * (year % 19) + 15) % 30
    sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + sunday + 114, 31)
    lag = year // 100 - year // 400 - 2
    return date(year, month, day + 1) + timedelta(days=lag)


def hebrew_new_year(year: int) -> date:
    """Return the first day of the Hebrew year that begins in a Gregorian year.

    Reckoned with the molad and the postponements, as in Reingold and Dershowitz.
    """
    hebrew = year + 3761
    before, at, after = (_hebrew_days(hebrew + n) for n in (-1, 0, 1))
    delay = 2 if after - at == 356 else int(at - before == 382)
    return date.fromordinal(_HEBREW_EPOCH + at + delay)


def _hebrew_days(year: int) -> int:
    months = (235 * year - 234) // 19
    day = 29 * months + (12084 + 13753 * months) // 25920
    return day + 1 if 3 * (day + 1) % 7 < 3 else day
