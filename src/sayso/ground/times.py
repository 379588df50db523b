"""A time phrase to the days it covers, a text to its time expressions, a report to its dateline."""

from __future__ import annotations

import re
from datetime import date
from typing import cast

from sayso.errors import UsageError
from sayso.ground.dateline import Dateline, read_dateline
from sayso.ground.times_days import HEMISPHERES, TENSES, Anchor, Hemisphere, Tense
from sayso.ground.times_expression import Expression
from sayso.ground.times_find import Mention, find_mentions, find_times
from sayso.ground.times_read import read_time
from sayso.ground.times_resolve import resolve
from sayso.ground.times_tokens import Tokens, read_tokens
from sayso.record.grounding import When

__all__ = [
    "Dateline",
    "Mention",
    "anchor_of",
    "find_mentions",
    "find_times",
    "read_dateline",
    "read_phrase",
    "resolve",
    "when",
]

_ISO_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?![0-9])")
#: A phrase longer than this is no time expression, whatever stands in it.
_LONGEST_PHRASE = 200
_TRAILING = frozenset({".", ",", ";", ":", "'s", "'", '"', ")"})


def when(
    phrase: str,
    *,
    published: str | None,
    tense: str | None = None,
    dateline: str | None = None,
    hemisphere: str | None = None,
    today: str | None = None,
) -> When:
    """Return the days that a time phrase covers: ISO dates, both inclusive, or why not.

    ``published`` is the ISO day of publication, ``dateline`` that of the dateline, which is counted
    from where both are known. ``tense`` ("past", "present", "future") tells whether "on Tuesday"
    looks back or ahead (back, where it is not told); ``hemisphere`` ("north", "south") is needed
    for seasons. Where ``today`` is given, a publication day after it is refused with the reason.
    No text raises an error; a tense or hemisphere that does not exist raises UsageError.
    """
    expression = read_phrase(phrase)
    if expression is None:
        return When(why="these words are no time expression that is read here")
    anchor = anchor_of(
        published, tense=tense, dateline=dateline, hemisphere=hemisphere, today=today
    )
    return resolve(expression, anchor)


def read_phrase(phrase: str) -> Expression | None:
    """Return what a phrase says when all of it is one time expression, else None."""
    if len(phrase) > _LONGEST_PHRASE:
        return None
    t = read_tokens(phrase)
    start = 1 if t.low[0] in ("said", "says", "(", '"') else 0
    found = read_time(t, start)
    return found[0] if found and _is_at_end(t, found[1]) else None


def anchor_of(
    published: str | None,
    *,
    tense: str | None = None,
    dateline: str | None = None,
    hemisphere: str | None = None,
    today: str | None = None,
) -> Anchor:
    """Return what the times of a report are counted from; see ``when`` for the arguments."""
    facing = cast(Tense | None, _one_of("tense", tense, TENSES))
    half = cast(Hemisphere | None, _one_of("hemisphere", hemisphere, HEMISPHERES))
    day, why = _day(published)
    limit, _ = _day(today)
    if day and limit and day > limit:
        day, why = None, f"the day of publication, {day}, lies in the future"
    elif written := _day(dateline)[0]:
        day = written
    return Anchor(day, why, facing, half)


def _is_at_end(t: Tokens, at: int) -> bool:
    return all(low in _TRAILING for low in t.low[at : len(t)])


def _day(written: str | None) -> tuple[date | None, str]:
    """Return the day of an ISO date or date and time, or None with the reason."""
    if not written:
        return None, "the day of publication is not known"
    found = _ISO_DAY.match(written)
    try:
        if found:
            return date(int(found[1]), int(found[2]), int(found[3])), ""
    except ValueError:
        pass
    return None, f"the day of publication, {written!r:.40}, is no ISO date"


def _one_of(name: str, value: str | None, allowed: tuple[str, ...]) -> str | None:
    if value is None or value in allowed:
        return value
    raise UsageError(f"{name} {value!r:.40} is not known", f"Use one of: {', '.join(allowed)}.")
