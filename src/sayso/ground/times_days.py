"""The days that an expression covers while it is being resolved, and what they are counted from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from sayso.record.grounding import When
from sayso.record.vocabulary import Grain, TimeKind

Tense = Literal["past", "present", "future"]
Hemisphere = Literal["north", "south"]
TENSES: tuple[str, ...] = ("past", "present", "future")
HEMISPHERES: tuple[str, ...] = ("north", "south")
#: The grain of the record for each unit.
GRAINS: dict[str, Grain] = {
    "second": "hour", "minute": "hour", "hour": "hour", "day": "day", "night": "day",
    "week": "week", "fortnight": "week", "weekend": "week", "month": "month", "quarter": "month",
    "half": "month", "year": "year", "decade": "year", "century": "year", "millennium": "year",
}  # fmt: skip


class Refused(Exception):
    """An expression that names no days; its message is the reason. It never leaves the room."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a time is counted from: a day (None, with the reason), a tense and a hemisphere."""

    day: date | None
    missing: str = "the day of publication is not known"
    tense: Tense | None = None
    hemisphere: Hemisphere | None = None

    @property
    def today(self) -> date:
        """The day that the report is counted from; Refused where there is none."""
        if self.day is None:
            raise Refused(self.missing)
        return self.day

    @property
    def is_ahead(self) -> bool:
        """True where the words tell of what is to come."""
        return self.tense == "future"

    def moved(self, day: date, tense: Tense) -> Anchor:
        """Return the anchor at another day, looking back or ahead."""
        return replace(self, day=day, tense=tense)


@dataclass(frozen=True, slots=True)
class Days:
    """First and last day, both inclusive, None where open; with grain, kind and reason."""

    first: date | None
    last: date | None
    grain: Grain
    kind: TimeKind = "exact"
    why: str = ""

    @property
    def closed(self) -> tuple[date, date]:
        """Both ends; Refused where one is open."""
        if self.first is None or self.last is None:
            raise Refused("it is counted from a time whose end is not told")
        return self.first, self.last

    def loosely(self, why: str = "") -> Days:
        """Return the same days as approximate ones, with a further reason."""
        reason = "; ".join(part for part in (self.why, why) if part)
        return replace(self, kind="approximate" if self.kind == "exact" else self.kind, why=reason)

    def when(self) -> When:
        """Return the days as the record writes them."""
        first = self.first.isoformat() if self.first else None
        last = self.last.isoformat() if self.last else None
        return When(first, last, self.grain, self.kind, self.why)


def one_day(day: date, why: str = "") -> Days:
    """Return a single day, exact."""
    return Days(day, day, "day", "exact", why)


def day_before(day: date, days: int = 1) -> date:
    """Return the day so many days earlier; OverflowError before the first day of year 1."""
    return day - timedelta(days=days)
