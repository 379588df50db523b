"""A span of numbers or of days to round ticks along it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Tick:
    """A line across the drawing at ``at``, with its label."""

    at: float
    label: str


def number_steps(top: float, wanted: int = 5) -> list[float]:
    """Return round numbers from 0 to at least ``top``: steps of 1, 2 or 5 times a power of ten."""
    rough = max(top, 1) / wanted
    power = 10 ** math.floor(math.log10(rough)) if rough > 0 else 1
    step = next(m * power for m in (1, 2, 5, 10) if m * power >= rough)
    step = max(step, 1)
    return [step * n for n in range(math.ceil(max(top, 1) / step) + 1)]


def day_ticks(first: date, last: date, wanted: int = 8) -> list[tuple[date, str]]:
    """Return days with labels between two days: days, firsts of months, or of years."""
    length = (last - first).days + 1
    if length <= 14 * wanted:
        step = max(1, math.ceil(length / wanted))
        days = range(first.toordinal(), last.toordinal() + 1, step)
        return [(date.fromordinal(n), date.fromordinal(n).isoformat()) for n in days]
    months = list(_months(first, last))
    if len(months) <= 3 * wanted:
        step = max(1, math.ceil(len(months) / wanted))
        return [(day, day.isoformat()[:7]) for day in months[::step]]
    years = [day for day in months if day.month == 1]
    step = max(1, math.ceil(len(years) / wanted))
    return [(day, str(day.year)) for day in years[::step]]


def _months(first: date, last: date) -> Iterator[date]:
    year, month = first.year, first.month
    while (day := date(year, month, 1)) <= last:
        if day >= first:
            yield day
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
        if year > date.max.year:
            return


def day_of(written: str | None) -> date | None:
    """Return the day that an ISO date or time writes, or None."""
    try:
        return date.fromisoformat((written or "")[:10])
    except ValueError:
        return None
