"""Tokens to a day with its time of the day: 9 p.m. on Tuesday, the night of 3 May."""

from __future__ import annotations

from sayso.ground.times_count import read_ordinal
from sayso.ground.times_expression import (
    At,
    Corrected,
    Date,
    Expression,
    Holiday,
    Overnight,
    Range,
    Shift,
    Slashed,
    Unit,
    Weekday,
)
from sayso.ground.times_read_date import Found, read_date
from sayso.ground.times_read_relative import read_relative
from sayso.ground.times_tokens import Tokens, numbered, words


def read_plain(t: Tokens, i: int) -> Found | None:
    """Return the date or relative time at token ``i``, without a time of the day."""
    found = read_date(t, i)
    if found is None and t.low[i] == "the":
        found = _after_the(t, i + 1)
    return found or read_relative(t, i)


def _after_the(t: Tokens, i: int) -> Found | None:
    """Read what may follow "the": the 15th (of last month), the 1990s, the third quarter."""
    if t.low[i : i + 2] in (["month", "of"], ["year", "of"]):
        return read_date(t, i + 2)
    found = read_date(t, i)
    if found and not _is_attribute(t, i, found[0]):
        return found
    ordinal = read_ordinal(t, i)
    if ordinal and 1 <= ordinal[0] <= 31 and t.low[i][0].isdecimal():
        return _day_of_month(t, *ordinal)
    return None


def _is_attribute(t: Tokens, i: int, expression: Expression) -> bool:
    """Tell whether "the" belongs to a noun behind: the May 3 attack, the Eid truce."""
    if isinstance(expression, Date):
        return read_ordinal(t, i) is None and t.low[i] != "year"
    return isinstance(expression, (Range, Weekday, Holiday, Slashed))


def _day_of_month(t: Tokens, day: int, j: int) -> Found:
    which = numbered("which").get(t.low[j + 1]) if t.low[j] == "of" else None
    if which is not None and t.low[j + 2] == "month":
        return Date(day=day, month_shift=which), j + 3
    return Date(day=day), j


def _clock_time(t: Tokens, i: int) -> tuple[str, int] | None:
    """Return the time of a clock as "HH:MM" and the token behind: "9 p.m.", "21:30", "noon"."""
    low = t.low[i]
    if words("daypart").get(low) in ("noon", "midnight"):
        return words("daypart")[low], _zone(t, i + 1)
    if not low[:1].isdecimal():
        return None
    hours, minutes = low, "00"
    if ":" in low and low != ":":
        hours, _, minutes = low.partition(":")
    if len(low) == 4 and low.isdecimal() and t.low[i + 1] in words("timezone"):
        return f"{low[:2]}:{low[2:]}", i + 2
    j = i + 1
    half = low[-2:] if low[-2:] in ("am", "pm") else ""
    hours = hours.removesuffix(half)
    if t.low[j] in ("am", "pm") or t.low[j].replace(" ", "") in ("a.m", "a.m.", "p.m", "p.m."):
        half, j = t.low[j].replace(".", "").replace(" ", ""), j + 1
    elif t.low[j] in ("o", "oclock") and t.low[j + 1] == "'":
        half, j = half or "any", j + 3
    if not (hours.isdecimal() and len(hours) <= 2) or not (half or ":" in low):
        return None
    return _clock_text(int(hours), minutes, half), _zone(t, j)


def _clock_text(hour: int, minutes: str, half: str) -> str:
    if half == "pm" and hour < 12:
        hour += 12
    if half == "am" and hour == 12:
        hour = 0
    return f"{hour:02d}:{minutes}"


def _zone(t: Tokens, j: int) -> int:
    """Step over a time zone or "local time" in or out of brackets."""
    if t.low[j : j + 2] == ["local", "time"]:
        return j + 2
    if t.low[j] in words("timezone"):
        return j + 1
    if t.low[j] == "(" and t.low[j + 2] == ")":
        clock = ":" in t.low[j + 1] or t.low[j + 1] in words("timezone")
        return j + 3 if clock else j
    if t.low[j] == "(" and t.low[j + 3] == ")" and t.low[j + 2] in words("timezone"):
        return j + 4
    return j


def read_clock(t: Tokens, i: int) -> Found | None:
    """Return the clock time at token ``i`` with its day: "9 p.m. on Tuesday", "noon"."""
    clock = _clock_time(t, i)
    if clock is None:
        return None
    base = read_day_behind(t, clock[1])
    return (At(clock[0], base[0]), base[1]) if base else (At(clock[0]), clock[1])


def read_day_behind(t: Tokens, j: int) -> Found | None:
    """Read the day that follows a time of the day: "on Tuesday", ", Oct. 7", "yesterday"."""
    k = j
    while k < j + 2 and t.low[k] in ("on", "of", ","):
        k += 1
    found = read_plain(t, k)
    days = (Date, Weekday, Holiday, Unit, Shift, Range)
    if found is None or not isinstance(found[0], days):
        return None
    expression = found[0]
    if isinstance(expression, Unit) and (expression.unit != "day" or expression.bare):
        return None
    if isinstance(expression, Date) and expression.day is None:
        return None
    return found


def read_daypart_of(t: Tokens, i: int) -> Found | None:
    """Read "the morning of Oct. 7", "the early hours of Tuesday", "the night of 3 May"."""
    j = i + 1 if t.low[i] == "the" else i
    part = words("daypart").get(t.low[j])
    if t.low[j] in ("early", "small", "wee") and t.low[j + 1] == "hours":
        part, j = "morning", j + 1
        j = j + 3 if t.low[j + 1 : j + 4] == ["of", "the", "morning"] else j
        return _on_day(t, part, j + 1)
    if part is None or t.low[j + 1] not in ("of", "on"):
        return None
    found = _on_day(t, part, j + 1)
    return found if found[1] > j + 1 else None


def _on_day(t: Tokens, part: str, j: int) -> Found:
    base = read_day_behind(t, j)
    return (At(part, base[0]), base[1]) if base else (At(part), j)


def with_time(t: Tokens, base: Expression, j: int) -> Found:
    """Take in what hangs on a day: a part of the day, a clock time, a week, a bracketed day."""
    if isinstance(base, Weekday) and base.which is None and base.week is None:
        week = _week_behind(t, j)
        if week:
            base, j = Weekday(base.number, week=week[0]), week[1]
    if not isinstance(base, (Date, Slashed, Weekday, Unit, Shift, Holiday)):
        return base, j
    if t.low[j] == "(" and t.low[j + 2] == ")" and t.low[j + 1] in numbered("weekday"):
        base, j = Corrected(base, numbered("weekday")[t.low[j + 1]]), j + 3
    if isinstance(base, Unit) and base.unit != "day":
        return base, j
    return _with_daypart(t, base, j)


def _with_daypart(t: Tokens, base: Expression, j: int) -> Found:
    k = j + 1 if t.low[j] in ("early", "late", "in") else j
    k = k + 1 if t.low[k] == "the" and k > j else k
    if t.low[k] == "overnight":
        return Overnight(base), k + 1
    if t.low[k] in words("daypart"):
        return At(words("daypart")[t.low[k]], base), k + 1
    k = j + 1 if t.low[j] in (",", "at", "t") else j
    k = k + 1 if t.low[k] in ("at", "around", "about") else k
    clock = _clock_time(t, k)
    return (At(clock[0], base), clock[1]) if clock else (base, j)


def _week_behind(t: Tokens, j: int) -> tuple[int, int] | None:
    k = j + 1 if t.low[j] == "of" else j
    which = numbered("which").get(t.low[k])
    return (which, k + 2) if which is not None and t.low[k + 1] == "week" else None
