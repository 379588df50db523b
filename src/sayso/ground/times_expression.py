"""Time expressions as they are written: what the words say, before any calendar is asked.

``which`` is -1 for "last", 0 for "this", 1 for "next" and None where the text says none of them.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Date:
    """A year, month, day of the month, or any of them; ``shift`` counts years from this one."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    which: int | None = None
    shift: int | None = None
    month_shift: int | None = None


@dataclass(frozen=True, slots=True)
class Slashed:
    """A date in figures whose order may be unclear: the three numbers as they stand."""

    first: int
    second: int
    year: int


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week (Monday is 0); ``week`` counts weeks from this one when it is told.

    ``coming`` marks "this coming Friday", which unlike "next Friday" has one reading.
    """

    number: int
    which: int | None = None
    week: int | None = None
    coming: bool = False


@dataclass(frozen=True, slots=True)
class Unit:
    """A calendar unit counted from the present one: last week, this month, next year."""

    unit: str
    which: int = 0
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Fraction:
    """A quarter or half of a year: ``unit`` says which, ``number`` counts from 1."""

    unit: str
    number: int
    year: int | None = None
    shift: int | None = None
    fiscal: bool = False


@dataclass(frozen=True, slots=True)
class FiscalYear:
    """A fiscal year, whose first month differs from body to body."""

    year: int


@dataclass(frozen=True, slots=True)
class Years:
    """A run of years with a name: a decade or a century."""

    first: int
    last: int
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Season:
    """A season, in a year that is told or counted from this one (``shift``)."""

    name: str
    year: int | None = None
    which: int | None = None
    shift: int | None = None


@dataclass(frozen=True, slots=True)
class Holiday:
    """A holiday by the name that the list gives it, its year as for a season."""

    name: str
    year: int | None = None
    which: int | None = None
    shift: int | None = None


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units before (-1) or after (1) ``base``, or before or after the present.

    ``length`` marks "in three days", which told of the past is a length of time.
    """

    count: float | None
    unit: str
    direction: int
    base: Expression | None = None
    length: bool = False


@dataclass(frozen=True, slots=True)
class Window:
    """The last (-1) or next (1) so many units.

    ``length`` marks "within three days", which told of the past is a length of time.
    """

    count: float | None
    unit: str
    direction: int
    length: bool = False


@dataclass(frozen=True, slots=True)
class Lasting:
    """For so many units: a length that, told of the present, runs up to it."""

    count: float | None
    unit: str


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time with nothing that says when it began; count None: not told."""

    count: float | None
    unit: str


@dataclass(frozen=True, slots=True)
class Every:
    """A repeated time: each unit, or each such weekday."""

    unit: str
    count: float = 1
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A part of ``base``: early, mid, late, beginning, end, earlier (so far), later (from now)."""

    position: str
    base: Expression


@dataclass(frozen=True, slots=True)
class Nth:
    """The n-th unit inside ``base`` (-1: the last), or the first or last ``count`` of them."""

    number: int
    unit: str
    base: Expression
    count: int = 1


@dataclass(frozen=True, slots=True)
class WeekOf:
    """The week or weekend that holds ``base``."""

    base: Expression
    unit: str = "week"


@dataclass(frozen=True, slots=True)
class At:
    """A time of the day ("21:00", "night") on the day of ``base``, or on no day that is told."""

    time: str
    base: Expression | None = None


@dataclass(frozen=True, slots=True)
class Overnight:
    """The night next to the present day, or to (``into``) or from the day of ``base``."""

    base: Expression | None = None
    into: bool = False


@dataclass(frozen=True, slots=True)
class Corrected:
    """A relative day with the weekday written behind it in brackets."""

    base: Expression
    weekday: int


@dataclass(frozen=True, slots=True)
class Hedged:
    """``base`` with a word such as about or nearly."""

    base: Expression


@dataclass(frozen=True, slots=True)
class Range:
    """From ``first`` to ``last``, both counted in."""

    first: Expression
    last: Expression


@dataclass(frozen=True, slots=True)
class Bound:
    """One end only: since, until, by, before or after ``base``."""

    side: str
    base: Expression


@dataclass(frozen=True, slots=True)
class Vague:
    """A word for the present, past or future that names no day."""

    time: str


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A time counted from another day of the text: that day, the following week.

    It is ``count`` units before (-1) or after (1) it, 0 for "that day" and "the same day"; None
    where the words do not tell. ``same`` marks "the same day".
    """

    unit: str
    count: float | None = None
    direction: int = 0
    same: bool = False


Expression = (
    Date
    | Slashed
    | Weekday
    | Unit
    | Fraction
    | FiscalYear
    | Years
    | Season
    | Holiday
    | Shift
    | Window
    | Lasting
    | Duration
    | Every
    | Part
    | Nth
    | WeekOf
    | At
    | Overnight
    | Corrected
    | Hedged
    | Range
    | Bound
    | Vague
    | Elsewhere
)
