"""Intervals of days to bars on one line of time, in per cent of its width."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sayso.web.draw.axes import Tick, day_of, day_ticks

#: First day, last day and day of the report.
Interval = tuple[str | None, str | None, str | None]

WIDTH = 100.0
#: The narrowest bar, so that a day among years can be seen.
NARROWEST = 0.5
#: The longest stretch that the line grows for, in days: a longer one ("this year") is cut where
#: the line ends.
LONGEST = 93
#: So many days before the first report and after the last the line ends, if most lies within.
FAR = 93


@dataclass(frozen=True, slots=True)
class Bar:
    """From ``x`` over ``width``; ``told`` is where the day of the report lies, if it is known."""

    x: float
    width: float
    told: float | None


@dataclass(frozen=True, slots=True)
class Line:
    """A line of time with its ticks, and a bar for each interval; None for one without days."""

    ticks: tuple[Tick, ...]
    bars: tuple[Bar | None, ...]


def ends_of(intervals: Sequence[Interval]) -> tuple[date, date] | None:
    """Return the first and the last day of a line for intervals; None where no day is.

    It holds them all, but where most lie near the days of the reports, only those.
    """
    known = [tuple(day_of(d) for d in triple) for triple in intervals]
    held = [days for triple in known if (days := _near(*triple))]
    told = [triple[2] for triple in known if triple[2] is not None]
    if told:
        first, last = min(told).toordinal() - FAR, max(told).toordinal() + FAR
        near = [days for days in held if all(first <= d.toordinal() <= last for d in days)]
        held = near if 2 * len(near) >= len(held) else held
    days = [d for own in held for d in own] or [d for t in known for d in t if d is not None]
    return (min(days), max(days)) if days else None


def draw_bars(intervals: Sequence[Interval], ends: tuple[date, date] | None = None) -> Line:
    """Return bars for intervals on a line between two days, by default that of ``ends_of``.

    What lies on no day of the line has none.
    """
    known = [tuple(day_of(d) for d in triple) for triple in intervals]
    ends = ends or ends_of(intervals)
    if ends is None:
        return Line((), tuple(None for _ in known))
    first, last = ends
    length = (last - first).days + 1

    def x(day: date) -> float:
        return round(WIDTH * (day - first).days / length, 2)

    def bar(begin: date | None, end: date | None, told: date | None) -> Bar | None:
        begin, end = begin or end, end or begin
        if begin is None or end is None:
            return None
        if end < first or begin > last:
            return None
        begin, end = (min(max(day, first), last) for day in (begin, end))
        width = max(NARROWEST, WIDTH * ((end - begin).days + 1) / length)
        at = min(x(begin), WIDTH - width)
        return Bar(round(at, 2), round(width, 2), None if told is None else x(told))

    ticks = tuple(Tick(x(day), label) for day, label in day_ticks(first, last, 6))
    return Line(ticks, tuple(bar(*triple) for triple in known))


def _near(begin: date | None, end: date | None, told: date | None) -> list[date]:
    """The days that the line must hold: of a stretch that is too long, that of the report."""
    long = begin is not None and end is not None and (end - begin).days >= LONGEST
    return [day for day in ((told,) if long else (begin, end, told)) if day is not None]
