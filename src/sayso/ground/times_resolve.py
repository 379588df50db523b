"""A time expression and the day it is counted from to the days it covers, or the reason why not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from sayso.ground.times_calendar import add_months, month_end, unit_around, weekday_near
from sayso.ground.times_days import GRAINS, Anchor, Days, Refused, day_before
from sayso.ground.times_expression import (
    At,
    Bound,
    Corrected,
    Date,
    Duration,
    Elsewhere,
    Every,
    Expression,
    FiscalYear,
    Fraction,
    Hedged,
    Holiday,
    Lasting,
    Nth,
    Overnight,
    Part,
    Range,
    Season,
    Shift,
    Slashed,
    Unit,
    Vague,
    Weekday,
    WeekOf,
    Window,
    Years,
)
from sayso.ground.times_feasts import MOVED
from sayso.ground.times_resolve_date import (
    resolve_date,
    resolve_fiscal_year,
    resolve_fraction,
    resolve_holiday,
    resolve_season,
    resolve_slashed,
    resolve_weekday,
    resolve_years,
)
from sayso.ground.times_resolve_relative import (
    resolve_lasting,
    resolve_shift,
    resolve_unit,
    resolve_vague,
    resolve_window,
    shifted_from,
)
from sayso.ground.times_tokens import numbered
from sayso.record.grounding import When
from sayso.record.vocabulary import Grain, TimeKind

_BEYOND = "the calendar of years 1 to 9999 does not reach so far"
#: The share of a year, month or week that "early", "mid" and so on name, as first and last sixth.
_SIXTHS = {"early": (0, 2), "mid": (2, 4), "late": (4, 6), "begin": (0, 1), "end": (5, 6)}


def resolve(expression: Expression, anchor: Anchor) -> When:
    """Return the days that an expression covers; unresolved, with the reason, where none."""
    try:
        return resolve_days(expression, anchor).when()
    except Refused as refused:
        return When(why=str(refused))
    except (OverflowError, ValueError):
        return When(why=_BEYOND)


def resolve_days(expression: Expression, anchor: Anchor) -> Days:
    """Return the days of an expression; Refused, OverflowError or ValueError where none."""
    match expression:
        case Date():
            return resolve_date(expression, anchor)
        case Weekday():
            return resolve_weekday(expression, anchor)
        case Unit():
            return resolve_unit(expression, anchor)
        case Shift():
            if expression.base is None:
                return resolve_shift(expression, anchor)
            return shifted_from(expression, resolve_days(expression.base, anchor))
        case Window():
            return resolve_window(expression, anchor)
        case Lasting():
            return resolve_lasting(expression, anchor)
        case Slashed():
            return resolve_slashed(expression, anchor)
        case Fraction():
            return resolve_fraction(expression, anchor)
        case FiscalYear():
            return resolve_fiscal_year(expression)
        case Years():
            return resolve_years(expression)
        case Season():
            return resolve_season(expression, anchor)
        case Holiday():
            return resolve_holiday(expression, anchor)
        case Vague():
            return resolve_vague(expression, anchor)
        case _:
            return _built(expression, anchor)


def _built(expression: Expression, anchor: Anchor) -> Days:
    """Resolve an expression that is built on another, or that names no days at all."""
    match expression:
        case Part():
            return _part(expression.position, resolve_days(expression.base, anchor), anchor)
        case Nth():
            base = resolve_days(expression.base, anchor)
            return _nth_of_feast(expression, base) or _nth(expression, base)
        case WeekOf():
            first, _ = resolve_days(expression.base, anchor).closed
            unit = expression.unit
            return Days(*unit_around(first, unit), "week", why=f"the {unit} that holds that day")
        case At():
            return _at(expression, anchor)
        case Overnight():
            return _overnight(expression, anchor)
        case Corrected():
            return _corrected(expression, anchor)
        case Hedged():
            return resolve_days(expression.base, anchor).loosely("the text says about")
        case Range():
            return _range(expression, anchor)
        case Bound():
            return _bound(expression, anchor)
        case Elsewhere():
            raise Refused("it is counted from another day told in the text")
        case Duration():
            raise Refused("a length of time, and nothing says when it began")
        case Every():
            raise Refused("a time that comes again and again")
        case _:
            raise Refused("it names no days")


def _part(position: str, base: Days, anchor: Anchor) -> Days:
    first, last = base.closed
    if first == last or base.grain == "hour":
        return base
    if position in ("earlier", "later"):
        if anchor.day and first <= anchor.day <= last:
            first, last = (first, anchor.day) if position == "earlier" else (anchor.day, last)
        return Days(first, last, base.grain, "approximate", f"{position}, by the day of the report")
    part = _sixths(first, last, *_SIXTHS[position])
    return Days(*part, base.grain, "approximate", f"{base.why}; that part of it, roughly")


def _sixths(first: date, last: date, start: int, end: int) -> tuple[date, date]:
    """Return the days from sixth ``start`` to ``end`` of a stretch, in months for whole years."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if months % 12 == 0 and first.day == 1:
        after = add_months(first, months * end // 6 - 1)
        return add_months(first, months * start // 6), month_end(after.year, after.month)
    days = (last - first).days + 1
    begin = first + timedelta(days=round(days * start / 6))
    return begin, first + timedelta(days=max(round(days * end / 6), 1) - 1)


def _nth(nth: Nth, base: Days) -> Days:
    first, last = base.closed
    found = _nth_days(nth, first, last)
    if not first <= found[0] <= found[1] <= last:
        raise Refused(f"there is no such {nth.unit} in it")
    weekly = nth.unit in ("week", "fortnight")
    grain: Grain = "day" if nth.unit in numbered("weekday") else GRAINS[nth.unit]
    kind: TimeKind = "approximate" if weekly or base.kind != "exact" else "exact"
    return Days(
        found[0], found[1], grain, kind, f"counted within {first.isoformat()} to {last.isoformat()}"
    )


def _nth_of_feast(nth: Nth, base: Days) -> Days | None:
    """A day of a feast that may begin a day earlier or later: "the first day of Ramadan"."""
    if not isinstance(nth.base, Holiday) or base.kind != "approximate" or nth.unit != "day":
        return None
    first, last = base.closed
    more = timedelta(days=MOVED)
    found = _nth(nth, Days(first + more, last - more, base.grain, base.kind, base.why))
    begin, end = found.closed
    return Days(begin - more, end + more, found.grain, "approximate", base.why)


def _nth_days(nth: Nth, first: date, last: date) -> tuple[date, date]:
    back = nth.number < 0
    if nth.unit in numbered("weekday"):
        number = numbered("weekday")[nth.unit]
        day = weekday_near(last, number, -1) if back else weekday_near(first, number, 1)
        day += timedelta(days=0 if back else 7 * (nth.number - 1))
        return day, day
    if nth.unit == "half":
        return _sixths(first, last, 3, 6) if back or nth.number == 2 else _sixths(first, last, 0, 3)
    if nth.unit in ("day", "week", "fortnight"):
        length = {"day": 1, "week": 7, "fortnight": 14}[nth.unit] * nth.count
        start = day_before(last, length - 1) if back else None
        start = start or first + timedelta(days=length * (nth.number - 1))
        return start, min(start + timedelta(days=length - 1), last)
    if nth.unit not in ("month", "quarter", "year", "decade", "weekend"):
        raise Refused(f"a {nth.unit} is not counted within it")
    return _nth_unit(nth, first, last)


def _nth_unit(nth: Nth, first: date, last: date) -> tuple[date, date]:
    if nth.unit == "weekend":
        near = weekday_near(last, 5, -1) if nth.number < 0 else weekday_near(first, 5, 1)
        return unit_around(near + timedelta(days=7 * max(nth.number - 1, 0)), "weekend")
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120}[nth.unit]
    more = months * (nth.count - 1)
    if nth.number < 0:
        return unit_around(add_months(last, -more), nth.unit)[0], last
    start = unit_around(add_months(first, months * (nth.number - 1)), nth.unit)[0]
    return start, unit_around(add_months(start, more), nth.unit)[1]


def _at(at: At, anchor: Anchor) -> Days:
    is_clock = ":" in at.time
    if is_clock and not _is_clock(at.time):
        raise Refused(f"a day has no {at.time} o'clock")
    if at.base is None:
        today = anchor.today
        other = today + timedelta(days=1) if anchor.is_ahead else day_before(today)
        first, last = sorted((today, other))
        return Days(first, last, "hour", "approximate", "the day is not told; near the report's")
    base = resolve_days(at.base, anchor)
    if is_clock or at.time in ("noon", "midnight"):
        return Days(base.first, base.last, "hour", base.kind, base.why)
    return base


def _is_clock(time: str) -> bool:
    hours, *rest = (int(part) for part in time.split(":"))
    return max(rest) <= 59 and (hours < 24 or (hours == 24 and not any(rest)))


def _overnight(night: Overnight, anchor: Anchor) -> Days:
    if night.base is not None:
        first, last = resolve_days(night.base, anchor).closed
        last += timedelta(days=0 if night.into else 1)
        return Days(day_before(first), last, "day", "approximate", "the night next to that day")
    first, last = anchor.today, anchor.today
    if anchor.is_ahead:
        last += timedelta(days=1)
    else:
        first = day_before(first)
    return Days(first, last, "day", "approximate", "the night next to the day of the report")


def _corrected(corrected: Corrected, anchor: Anchor) -> Days:
    base = resolve_days(corrected.base, anchor)
    first, _ = base.closed
    if first.weekday() == corrected.weekday:
        return base
    day = weekday_near(first, corrected.weekday, -1)
    why = "the weekday in brackets does not fit the day it stands by, and is taken"
    return Days(day, day, "day", "approximate", why)


def _range(range_: Range, anchor: Anchor) -> Days:
    first = _range_start(range_, anchor)
    start, _ = first.closed
    last_anchor = anchor.moved(start, "future") if _is_floating(range_.last) else anchor
    last = resolve_days(range_.last, last_anchor)
    end = last.closed[1]
    if end < start:
        raise Refused("it ends before it begins")
    is_exact = first.kind == last.kind == "exact"
    kind: TimeKind = "exact" if is_exact else "approximate"
    return Days(start, end, last.grain, kind, "from the first day named to the last")


def _range_start(range_: Range, anchor: Anchor) -> Days:
    """Resolve the first end; where only the last end tells a year, that year or the one before."""
    if isinstance(range_.first, At) and range_.first.base is None:
        return resolve_days(range_.last, anchor)
    if _is_floating(range_.first) and not _is_floating(range_.last):
        end = resolve_days(range_.last, anchor).closed[1]
        return resolve_days(range_.first, anchor.moved(end, "past"))
    return resolve_days(range_.first, anchor)


def _is_floating(expression: Expression) -> bool:
    """Tell whether a date leaves its year, or a weekday its week, to be supplied."""
    if isinstance(expression, Part):
        return _is_floating(expression.base)
    if isinstance(expression, Date):
        given = (expression.year, expression.shift, expression.which, expression.month_shift)
        return all(part is None for part in given)
    return isinstance(expression, Weekday) and expression.which is None and expression.week is None


def _bound(bound: Bound, anchor: Anchor) -> Days:
    if anchor.tense is None and bound.side in ("by", "until"):
        anchor = replace(anchor, tense="future")
    base, grain = _bound_base(bound, anchor)
    first, last = base.first, base.last
    whole = grain != "hour"
    if bound.side in ("since", "after"):
        start = last if bound.side == "after" else first
        if start and bound.side == "after" and whole:
            start += timedelta(days=1)
        return Days(start, None, grain, "open", f"only its beginning is told: {base.why}")
    end = first if bound.side == "before" else last
    if end and bound.side == "before" and whole:
        end = day_before(end)
    return Days(None, end, grain, "open", f"only its end is told: {base.why}")


def _bound_base(bound: Bound, anchor: Anchor) -> tuple[Days, Grain]:
    if isinstance(bound.base, At) and bound.base.base is None:
        base = resolve_days(At(bound.base.time, Unit("day")), anchor)
        return base, "hour"
    base = resolve_days(bound.base, anchor)
    return base, "hour" if isinstance(bound.base, At) else base.grain
