"""A resolved time expression to the value that TimeML (TIMEX3) writes for it."""

from __future__ import annotations

from datetime import date

from sayso.ground.times_days import Anchor
from sayso.ground.times_expression import (
    At,
    Corrected,
    Duration,
    Every,
    Expression,
    Fraction,
    Lasting,
    Nth,
    Overnight,
    Range,
    Season,
    Shift,
    Unit,
    Vague,
    WeekOf,
    Window,
    Years,
)
from sayso.ground.times_find import innermost
from sayso.ground.times_resolve import resolve

_LETTERS = {"second": "S", "minute": "M", "hour": "H", "day": "D", "night": "D", "week": "W",
            "fortnight": "W", "month": "M", "quarter": "Q", "year": "Y", "decade": "Y",
            "century": "Y", "weekend": "D", "half": "M", "millennium": "Y"}  # fmt: skip
_MULTIPLES = {"fortnight": 2, "decade": 10, "century": 100, "millennium": 1000, "weekend": 2}
_TIMES = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "dawn": "TMO",
          "dusk": "TEV", "noon": "T12:00", "midnight": "T24:00"}  # fmt: skip
_SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "winter": "WI"}
_CLOCK_UNITS = frozenset({"second", "minute", "hour"})


def timex_value(expression: Expression, anchor: Anchor) -> str | None:
    """Return the TIMEX3 value of an expression, or None where it is left unresolved.

    Hedges, parts and bounds are taken off first, as TimeML puts them into ``mod``.
    """
    core = innermost(expression)
    match core:
        case Vague():
            return f"{core.time.upper()}_REF"
        case Duration() | Lasting() | Window():
            return _length(core.count, core.unit)
        case Every():
            return f"XXXX-WXX-{core.weekday + 1}" if core.weekday is not None else _repeat(core)
        case Range():
            return timex_value(core.first, anchor)
        case Corrected():
            return timex_value(core.base, anchor)
        case At():
            return _time_of_day(core, anchor)
        case Overnight():
            day = resolve(core, anchor).earliest
            return f"{day}TNI" if day else None
        case _:
            return _days(core, anchor)


def _length(count: float | None, unit: str) -> str:
    lead = "PT" if unit in _CLOCK_UNITS else "P"
    if count is None:
        return f"{lead}X{_LETTERS[unit] if unit != 'decade' else 'E'}"
    if count != int(count) and unit in ("hour", "year"):
        inner, share = ("M", 60) if unit == "hour" else ("M", 12)
        return f"{lead}{int(count)}{_LETTERS[unit]}{round((count - int(count)) * share)}{inner}"
    return f"{lead}{count * _MULTIPLES.get(unit, 1):g}{_LETTERS[unit]}"


def _repeat(every: Every) -> str:
    if every.unit in _TIMES:
        return f"XXXX-XX-XX{_TIMES[every.unit]}"
    return _length(every.count, every.unit)


def _time_of_day(at: At, anchor: Anchor) -> str | None:
    day = timex_value(at.base if at.base is not None else Unit("day"), anchor)
    return f"{day}{_TIMES.get(at.time) or 'T' + at.time}" if day else None


def _days(core: Expression, anchor: Anchor) -> str | None:
    when = resolve(core, anchor)
    if when.earliest is None:
        return None
    first = date.fromisoformat(when.earliest)
    match core:
        case Season():
            return f"{first.year}-{_SEASONS[core.name]}"
        case Fraction():
            return f"{first.year}-{core.unit[0].upper()}{core.number}"
        case Years():
            return str(first.year)[: 2 if core.loose else 3]
        case Unit(unit=unit) | Shift(unit=unit, base=None) | Nth(unit=unit) | WeekOf(unit=unit):
            return _of_unit(first, unit) or _of_grain(first, when.grain)
    return _of_grain(first, when.grain)


def _of_unit(first: date, unit: str) -> str | None:
    year, week, _ = first.isocalendar()
    named = {
        "quarter": f"{first.year}-Q{(first.month + 2) // 3}",
        "half": f"{first.year}-H{1 if first.month < 7 else 2}",
        "weekend": f"{year}-W{week:02d}-WE",
    }
    return named.get(unit)


def _of_grain(first: date, grain: str | None) -> str:
    if grain == "week":
        year, week, _ = first.isocalendar()
        return f"{year}-W{week:02d}"
    if grain == "month":
        return f"{first.year:04d}-{first.month:02d}"
    return f"{first.year:04d}" if grain == "year" else first.isoformat()
