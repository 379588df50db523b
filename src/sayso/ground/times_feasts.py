"""Holidays to the days of a year that their rules give (``data/holidays.tsv``)."""

from __future__ import annotations

from datetime import date, timedelta

from sayso.ground.times_calendar import easter, hebrew_new_year, orthodox_easter, weekday_near

#: Day number (1 = 1 January of year 1) of the day before the Islamic calendar's first day.
_HIJRI_EPOCH = 227014
#: The mean length of its year, and the Gregorian year in which its first one began.
_HIJRI_YEAR, _HIJRI_BEGAN = 354.367, 622
#: Kinds of rules whose days the sighting of the moon or the equinox may move.
LOOSE = frozenset({"islamic", "near"})
#: So many days either way.
MOVED = 1
_LONG_HESHVAN = frozenset({355, 385})


def holiday_days(rule: str, year: int) -> tuple[tuple[date, date], ...]:
    """Return the first and last day of a holiday in a year by its rule, of feasts that move
    through the year none, one or two.

    Raises ValueError, with the reason, for the rule "none".
    """
    kind, _, rest = rule.partition(" ")
    if kind == "none":
        raise ValueError(rest)
    if kind in ("fixed", "near"):
        month, day = (int(n) for n in rest.split("-"))
        return ((date(year, month, day),) * 2,)
    numbers = [int(n) for n in rest.split()]
    if kind == "islamic":
        return tuple(_islamic(year, *numbers))
    if kind in ("hebrew", "kislev"):
        new_year = hebrew_new_year(year)
        length = (hebrew_new_year(year + 1) - new_year).days if kind == "kislev" else 0
        first = new_year + timedelta(days=numbers[0] + (length in _LONG_HESHVAN))
        return ((first, first + timedelta(days=numbers[1] - 1)),)
    if kind in ("easter", "orthodox"):
        sunday = easter(year) if kind == "easter" else orthodox_easter(year)
        first = sunday + timedelta(days=numbers[0])
        return ((first, first + timedelta(days=numbers[1] - 1 if numbers[1:] else 0)),)
    return ((_nth_weekday(year, *numbers),) * 2,)


def _islamic(year: int, month: int, day: int, length: int) -> list[tuple[date, date]]:
    """The days of a feast that begin in a Gregorian year, by the tabular Islamic calendar."""
    near = int((year - _HIJRI_BEGAN) * 365.2425 / _HIJRI_YEAR)
    firsts = (hijri_day(n, month, day) for n in range(max(1, near - 1), near + 3))
    return [(f, f + timedelta(days=length - 1)) for f in firsts if f.year == year]


def hijri_day(year: int, month: int, day: int) -> date:
    """Return a day of the tabular Islamic calendar (the civil one, with the leap years of
    Reingold and Dershowitz): a day off at most, as the moon is sighted."""
    days = (year - 1) * 354 + (3 + 11 * year) // 30
    return date.fromordinal(_HIJRI_EPOCH + days + 29 * (month - 1) + month // 2 + day)


def _nth_weekday(year: int, month: int, weekday: int, which: int, after: int = 0) -> date:
    first = weekday_near(date(year, month, 1), weekday, 1)
    return first + timedelta(days=7 * (which - 1) + after)
