"""Tokens to times counted from the present: last week, two days ago, the past month, tonight."""

from __future__ import annotations

from dataclasses import replace

from sayso.ground.times_count import read_counted, read_unit
from sayso.ground.times_expression import (
    At,
    Date,
    Duration,
    Elsewhere,
    Every,
    Expression,
    Holiday,
    Overnight,
    Season,
    Shift,
    Unit,
    Vague,
    Weekday,
    Window,
)
from sayso.ground.times_read_date import Found, is_short, read_date, read_holiday
from sayso.ground.times_tokens import Tokens, numbered, read_listed, words

#: Words that count from another day of the text.
ELSEWHERE = frozenset({"that", "following", "same", "previous", "preceding", "next", "very"})
_BESIDE = frozenset({
    "earlier", "later", "prior", "afterwards", "afterward", "beforehand", "before", "after",
})  # fmt: skip
_EARLIER = frozenset({"before", "beforehand", "earlier", "prior"})
RUNNING = {"past": -1, "last": -1, "previous": -1, "preceding": -1, "next": 1, "coming": 1,
            "upcoming": 1, "following": 1, "recent": -1}  # fmt: skip


def read_relative(t: Tokens, i: int) -> Found | None:
    """Return the relative time that begins at token ``i`` and the token behind it."""
    low = t.low[i]
    if low in numbered("day"):
        return _shifted_day(numbered("day")[low]), i + 1
    if low == "tonight":
        return At("night", Unit("day")), i + 1
    if low == "overnight":
        return _overnight(t, i + 1)
    return (
        _vague(t, i)
        or _window(t, i)
        or _which(t, i)
        or _every(t, i)
        or _beyond(t, i)
        or _elsewhere(t, i)
        or _counted(t, i)
        or _the_unit(t, i)
    )


def _overnight(t: Tokens, i: int) -> Found:
    """Read "overnight", "overnight Monday", "overnight into Sunday"."""
    j = i
    while j < i + 2 and t.low[j] in ("on", "in", "into", "to"):
        j += 1
    day = read_date(t, j) or _which(t, j)
    if day is None or not isinstance(day[0], (Date, Weekday)):
        return Overnight(), i
    return Overnight(day[0], into=t.low[j - 1] in ("into", "to")), day[1]


def _shifted_day(days: int) -> Expression:
    return Unit("day") if days == 0 else Shift(1, "day", days)


def _the(t: Tokens, i: int) -> int:
    return i + 1 if t.low[i] == "the" else i


def _vague(t: Tokens, i: int) -> Found | None:
    found = read_listed(t, i, "vague")
    return (Vague(found[0]), found[1]) if found and not _governs(t, found[1]) else None


def _governs(t: Tokens, j: int) -> bool:
    """Tell whether a unit, count or day follows, so that "past" or "current" only leads it."""
    low = t.low[j]
    leads = low in words("unit") or low in words("number") or low in words("uncounted")
    return leads or low[:1].isdecimal() or low in numbered("weekday") or low in numbered("month")


def _window(t: Tokens, i: int) -> Found | None:
    """Read "the past 24 hours", "last three days", "the past week", "recent weeks"."""
    j = _the(t, i)
    direction = RUNNING.get(t.low[j])
    if direction is None:
        return None
    k = j + 1
    counted = read_counted(t, k)
    if counted and (counted[0] != 1 or t.low[k] in ("one", "1")):
        return Window(counted[0], counted[1], direction), counted[2]
    unit = read_unit(t, k)
    article = j > i and t.low[j] in ("last", "past") and t.low[i - 1] in (
        "in", "over", "during", "for", "within",
    )  # fmt: skip
    if unit and unit[0] != "weekend" and (t.low[j] == "past" or article):
        return Window(1, unit[0], direction), unit[1]
    return None


def _which(t: Tokens, i: int) -> Found | None:
    """Read "last week", "this Friday", "next May", "last night", "last summer", "last Easter"."""
    j = _the(t, i)
    which = numbered("which").get(t.low[j])
    if which is None:
        return None
    if t.low[j] == "this" and t.low[j + 1] in ("past", "coming"):
        return _which_thing(t, j + 2, -1 if t.low[j + 1] == "past" else 1)
    told = t.low[j + 1] in ("day", "week") or t.low[j + 1] in words("daypart")
    if j > i and t.low[j] in ("next", "previous", "preceding") and told:
        return None if t.low[j + 1] == "day" else _elsewhere(t, i)
    return _which_thing(t, j + 1, which)


def _which_thing(t: Tokens, k: int, which: int) -> Found | None:
    low = t.low[k]
    if low in numbered("weekday"):
        coming = which == 1 and t.low[k - 1] != "next"
        return Weekday(numbered("weekday")[low], which, coming=coming), k + 1
    if low in numbered("month"):
        month = numbered("month")[low]
        end = k + 2 if t.low[k + 1] == "." and is_short(low) else k + 1
        day = t.low[end] if t.low[end].isdecimal() and len(t.low[end]) <= 2 else ""
        return Date(None, month, int(day) if day else None, which=which), end + bool(day)
    if low in words("season"):
        return Season(words("season")[low], which=which), k + 1
    if low in words("daypart"):
        return At(words("daypart")[low], _shifted_day(which)), k + 1
    if low in words("unit") and (not low.endswith("s") or low == "century"):
        return _which_unit(t, k, which)
    named = read_holiday(t, k)
    if named and isinstance(named[0], Holiday):
        return replace(named[0], which=which), named[1]
    return None


def _which_unit(t: Tokens, k: int, which: int) -> Found | None:
    unit, j = words("unit")[t.low[k]], k + 1
    if unit in ("second", "minute", "hour", "night") or (unit == "day" and which):
        return None
    if unit == "week":
        inner = j + 1 if t.low[j] in ("on", "'s") else j
        if t.low[inner] in numbered("weekday"):
            return Weekday(numbered("weekday")[t.low[inner]], week=which), inner + 1
    return Unit(unit, which), j


def _every(t: Tokens, i: int) -> Found | None:
    if t.low[i] in words("every"):
        return Every(words("every")[t.low[i]]), i + 1
    if t.low[i] not in ("every", "each"):
        return None
    if t.low[i + 1] in numbered("weekday"):
        return Every("week", weekday=numbered("weekday")[t.low[i + 1]]), i + 2
    if t.low[i + 1] in words("daypart"):
        return Every(words("daypart")[t.low[i + 1]]), i + 2
    if t.low[i + 1] == "other" and (unit := read_unit(t, i + 2)):
        return Every(unit[0], 2), unit[1]
    if unit := read_unit(t, i + 1):
        return Every(unit[0]), unit[1]
    counted = read_counted(t, i + 1)
    return (Every(counted[1], counted[0] or 1), counted[2]) if counted else None


def _beyond(t: Tokens, i: int) -> Found | None:
    """Read "the week after next", "the year before last"."""
    j = _the(t, i)
    unit = words("unit").get(t.low[j])
    if unit and t.low[j + 1 : j + 3] == ["after", "next"]:
        return Unit(unit, 2), j + 3
    if unit and t.low[j + 1 : j + 3] == ["before", "last"]:
        return Unit(unit, -2), j + 3
    return None


def _elsewhere(t: Tokens, i: int) -> Found | None:
    """Read "that day", "the following week", "the next morning", "the same month", "then"."""
    if t.low[i] == "then":
        return Elsewhere("day"), i + 1
    j = _the(t, i)
    k = j
    while k < j + 2 and t.low[k] in ELSEWHERE:
        k += 1
    if k == j or (j == i and t.low[j] not in ("that", "same")):
        return None
    unit = words("unit").get(t.low[k]) or words("daypart").get(t.low[k])
    if t.low[k] in numbered("weekday") and t.low[k - 1] in ("following", "same", "that"):
        unit = "day"
    if unit is None or t.low[k].endswith("s"):
        return None
    lead = t.low[k - 1]
    direction = -1 if lead in ("previous", "preceding") else int(lead in ("following", "next"))
    return Elsewhere(unit, abs(direction), direction, same=lead == "same"), k + 1


def _the_unit(t: Tokens, i: int) -> Found | None:
    """Read "the week", "the weekend", "the morning"."""
    j = _the(t, i)
    low = t.low[j]
    if low in words("daypart") and j == i + 1:
        return At(words("daypart")[low]), j + 1
    unit = words("unit").get(low)
    if unit and j == i + 1 and not low.endswith("s") and unit not in ("minute", "hour", "second"):
        return Unit(unit, bare=True), j + 1
    return None


def _counted(t: Tokens, i: int) -> Found | None:
    """Read a count of units with what hangs on it: ago, from now, earlier, before, after."""
    counted = read_counted(t, _the(t, i))
    if counted is None:
        return _day_beside(t, _the(t, i))
    count, unit, j = counted
    if t.low[j : j + 2] == ["or", "so"]:
        j += 2
    if t.low[j] in ("ago", "back"):
        return Shift(count, unit, -1), j + 1
    if t.low[j] == "from" and t.low[j + 1] == "now":
        return Shift(count, unit, 1), j + 2
    if t.low[j] == "hence":
        return Shift(count, unit, 1), j + 1
    if t.low[j] in _BESIDE:
        return _beside(t, j, unit, count), j + 1
    return Duration(count, unit), j


def _beside(t: Tokens, j: int, unit: str, count: float | None) -> Elsewhere:
    """Read "earlier" and "later", and "before" and "after" where nothing hangs on them."""
    adverb = t.low[j] in ("earlier", "later") or not t.low[j + 1][:1].isalnum()
    if not adverb:
        return Elsewhere(unit)
    return Elsewhere(unit, count, -1 if t.low[j] in _EARLIER else 1)


def _day_beside(t: Tokens, i: int) -> Found | None:
    """Read "the day before" and "the day after", whose day stands elsewhere."""
    if t.low[i] in ("day", "night", "week") and t.low[i + 1] in _BESIDE:
        unit = "week" if t.low[i] == "week" else "day"
        return _beside(t, i + 1, unit, 1), i + 2
    return None
