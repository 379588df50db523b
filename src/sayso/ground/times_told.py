"""Times counted from another day of the text to that day, where the words before tell just one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from sayso.ground.times_calendar import step, unit_around
from sayso.ground.times_days import GRAINS, Days, Refused
from sayso.ground.times_expression import Elsewhere, Expression, Range, Shift, Unit
from sayso.ground.times_find import Mention
from sayso.ground.times_resolve_relative import shifted_from
from sayso.record.grounding import When
from sayso.record.span import Span

#: What a day, and a part of it, is counted in; a week before a day is some week of its own.
_COUNTED = {"day": "day", "night": "day", "morning": "day", "afternoon": "day", "evening": "day",
            "week": "week", "month": "month", "year": "year"}  # fmt: skip
#: What a month or year is counted from: days, months and years that are told.
_FROM = {"month": ("hour", "day", "month"), "year": ("hour", "day", "month", "year")}
#: Days that a report on a week may cover, and how far into its text its period is told.
_WEEK, _HEAD = range(6, 10), 200


def from_told(
    mention: Mention,
    found: Mapping[Span, When | None],
    sentences: Sequence[tuple[int, int]],
    tense: str | None,
    today: str | None,
) -> When | None:
    """Return the days of "a day earlier" or "that morning", None where they cannot be told.

    ``found`` holds the answers for the times before the mention, ``sentences`` the range of
    characters of the sentence before, if any, and of its own. The day is the only one told before
    it in its sentence; of what begins a sentence, and of "that day", else the only one in the
    sentence before. Told of the past, it does not lie behind ``today``, the report's own.
    """
    told = mention.expression
    if not isinstance(told, Elsewhere) or told.count is None or told.unit not in _COUNTED:
        return None
    if told.same and tense == "future":
        return None  # "would begin on the same morning": the same for both
    start, _ = sentences[-1]
    if told.unit in _FROM:
        return _month_or_year(told, mention, found, sentences, tense, today)
    days = _days(found, start, mention.phrase.start)
    leads = mention.phrase.start - start <= 1 or told.direction == 0
    if not days and leads and not told.same and len(sentences) > 1:
        days = _days(found, *sentences[0])
    if len(days) != 1:
        return None
    answer = _shifted(told, days.pop())
    ahead = answer is not None and today is not None and (answer.earliest or "") > today
    return None if ahead and tense == "past" else answer


def _days(found: Mapping[Span, When | None], start: int, end: int) -> set[str]:
    """The days, each told exactly, of the times that stand in a range of characters."""
    inside = [w for s, w in found.items() if start <= s.start and s.end <= end and w is not None]
    days = {w.earliest for w in inside if w.kind == "exact" and w.grain in ("day", "hour")}
    return {day for day in days if day is not None}


def _month_or_year(
    told: Elsewhere,
    mention: Mention,
    found: Mapping[Span, When | None],
    sentences: Sequence[tuple[int, int]],
    tense: str | None,
    today: str | None,
) -> When | None:
    """The month or year that is counted from the only time before it in its sentence or, where it
    begins one, in the sentence before: "They signed on 3 May. *Two months later* ..."."""
    if told.direction == 0 or told.same or told.count is None or told.count != int(told.count):
        return None
    start, _ = sentences[-1]
    before = _times(found, start, mention.phrase.start)
    if not before and mention.phrase.start - start <= 1 and len(sentences) > 1:
        before = _times(found, *sentences[0])
    if len(before) != 1:
        return None
    base, grain = before.pop()
    if grain not in _FROM[told.unit]:
        return None
    answer = _calendar(told, base, grain)
    late = answer is not None and today is not None and (answer.earliest or "") > today
    return None if late and tense == "past" else answer


def _times(found: Mapping[Span, When | None], start: int, end: int) -> set[tuple[str, str]]:
    """The first days and grains of the times in a range of characters, each told exactly; of an
    inexact one, a grain that nothing is counted from."""
    inside = [w for s, w in found.items() if start <= s.start and s.end <= end and w is not None]
    return {
        (w.earliest, w.grain if w.kind == "exact" and w.grain else "") for w in inside if w.earliest
    }


def _calendar(told: Elsewhere, base: str, grain: str) -> When | None:
    """The month or year of the calendar so many of them from a day, month or year; of years from a
    month, that month."""
    unit = "month" if told.unit == "month" or grain != "year" else "year"
    try:
        day = step(date.fromisoformat(base), told.direction * (told.count or 0), told.unit)
        first, last = unit_around(day, unit)
    except (OverflowError, ValueError):
        return None
    why = f"counted from {base[: 4 if grain == 'year' else 10]}, told before it"
    return Days(first, last, GRAINS[unit], "approximate", why).when()


def _shifted(told: Elsewhere, day: str) -> When | None:
    base = date.fromisoformat(day)
    days = Days(base, base, "day", why=f"the day told before it, {day}")
    if told.direction == 0:
        return days.when()
    shift = Shift(told.count, _COUNTED[told.unit], told.direction)
    try:
        found = shifted_from(shift, days)
        return (found.loosely() if told.unit == "week" else found).when()
    except (OverflowError, Refused, ValueError):
        return None


def week_told(
    expression: Expression, mentions: Sequence[Mention], found: Mapping[Span, When | None]
) -> When | None:
    """Return the days of "the week" in a report whose head names the week that it is on."""
    if not isinstance(expression, Unit) or not expression.bare or expression.unit != "week":
        return None
    for mention in mentions:
        if mention.span.start > _HEAD:
            break
        period = found.get(mention.span)
        if isinstance(mention.expression, Range) and period is not None:
            return _as_week(period)
    return None


def _as_week(period: When) -> When | None:
    if period.kind != "exact" or period.earliest is None or period.latest is None:
        return None
    first, last = date.fromisoformat(period.earliest), date.fromisoformat(period.latest)
    if (last - first).days + 1 not in _WEEK:
        return None
    return Days(first, last, "week", "approximate", "the week that the report is on").when()
