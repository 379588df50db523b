"""Tokens to a whole time expression: leads, hedges, parts, times of day, ranges and bounds."""

from __future__ import annotations

from sayso.ground.times_count import read_counted, read_ordinal
from sayso.ground.times_expression import (
    At,
    Bound,
    Corrected,
    Date,
    Duration,
    Elsewhere,
    Expression,
    Hedged,
    Holiday,
    Lasting,
    Nth,
    Overnight,
    Part,
    Range,
    Shift,
    Unit,
    Vague,
    Weekday,
    WeekOf,
    Window,
)
from sayso.ground.times_read_date import Found, read_date
from sayso.ground.times_read_relative import read_relative
from sayso.ground.times_tokens import Tokens, numbered, words

_DASHES = frozenset({"-", "–", "—", "~"})
_TO = frozenset({*_DASHES, "to", "through", "thru", "until", "till"})
_BOUND_WORDS = {
    ("up", "to"): "until", ("prior", "to"): "before", ("as", "of"): "since",
    ("ahead", "of"): "before", ("ever", "since"): "since", ("starting",): "since",
    ("no", "later", "than"): "by", ("beginning",): "since", ("effective",): "since",
    ("ending",): "until", ("not", "until"): "since",
}  # fmt: skip
_HEDGES = (("more", "than"), ("less", "than"), ("at", "least"), ("at", "most"), ("up", "to"),
           ("just", "over"), ("just", "under"), ("as", "early", "as"), ("as", "late", "as"),
           ("as", "recently", "as"), ("close", "to"), ("well", "over"), ("some",),
           ("no", "more", "than"), ("only",), ("just",), ("as", "many", "as"))  # fmt: skip
#: Points of the day that "since" and "at" may stand before without an article.
_POINTS = frozenset({"dawn", "dusk", "noon", "midnight"})


def read_time(t: Tokens, i: int) -> Found | None:
    """Return the time expression that begins at token ``i``, its lead included, or None."""
    return _between(t, i) or _bound(t, i) or _lasting(t, i) or _led(t, i)


def read_core(t: Tokens, i: int) -> Found | None:
    """Return the expression that begins at token ``i`` without any lead, ranges included."""
    first = _single(t, i)
    if first is None:
        return None
    expression, j = first
    if t.low[j] not in _TO and t.low[j] != "and":
        return first
    last = _single(t, j + 1) if _may_open(expression, t, j) else None
    if last is None or not _may_close(last[0]):
        return first
    joined = t.low[j] != "and" or _are_neighbours(expression, last[0])
    return (Range(expression, last[0]), last[1]) if joined else first


def _are_neighbours(first: Expression, last: Expression) -> bool:
    """Tell whether "Monday and Tuesday" or "2023 and 2024" make one stretch of time."""
    match first, last:
        case Weekday(number=a, which=None), Weekday(number=b, which=None):
            return (b - a) % 7 == 1
        case Date(year=None, month=int(a), day=None), Date(month=int(b), day=None):
            return (b - a) % 12 == 1
        case Date(year=int(a), month=None), Date(year=int(b), month=None):
            return b - a == 1
    return False


def _may_open(expression: Expression, t: Tokens, j: int) -> bool:
    """Tell whether a range may start here; with a dash both ends must stand close to it."""
    if isinstance(expression, (Duration, Window, Lasting, Vague, Elsewhere)):
        return False
    return t.low[j] not in _DASHES or isinstance(expression, (Date, Weekday))


def _may_close(expression: Expression) -> bool:
    return not isinstance(expression, (Duration, Window, Lasting, Elsewhere, Bound))


def _between(t: Tokens, i: int) -> Found | None:
    if t.low[i] not in ("between", "from"):
        return None
    start = i + 2 if t.low[i + 1] == "now" and t.low[i + 2] == "on" else i + 1
    first = read_core(t, start)
    if first is None:
        return None
    expression, j = first
    if t.low[i] == "between":
        if t.low[j] == "and" and (last := _single(t, j + 1)) and _may_close(last[0]):
            return Range(expression, last[0]), last[1]
        return first if isinstance(expression, Range) else None
    if isinstance(expression, (Range, Duration)):
        return first
    return Bound("since", expression), j + 1 if t.low[j] in ("on", "onwards", "onward") else j


def _bound(t: Tokens, i: int) -> Found | None:
    """Read "since X", "until X", "by X", "before X", "after X"."""
    side, j = words("bound").get(t.low[i]), i + 1
    for lead, meaning in _BOUND_WORDS.items():
        if tuple(t.low[i : i + len(lead)]) == lead:
            side, j = meaning, i + len(lead)
    if side is None:
        return None
    while t.low[j] in ("on", "at", "in", "about", "around", "just") and j < i + 5:
        j += 1
    base = _point(t, j) or read_core(t, j)
    if base is None:
        return None
    if isinstance(base[0], (Duration, Lasting, Range)):
        return None
    return Bound(side, base[0]), base[1]


def _point(t: Tokens, i: int) -> Found | None:
    """Read a point of the day that stands alone: dawn, noon, nightfall; and the day behind it."""
    part = words("daypart").get(t.low[i])
    if part not in _POINTS:
        return None
    base = _day_behind(t, i + 1)
    return (At(part, base[0]), base[1]) if base else (At(part), i + 1)


def _lasting(t: Tokens, i: int) -> Found | None:
    """Read "for weeks", "in three days", "within two weeks", "over the past month"."""
    lead = t.low[i]
    if lead not in ("for", "in", "within", "inside", "throughout"):
        return None
    hedged = _hedge(t, i + 1)
    j = hedged or i + 1
    counted = read_counted(t, j)
    if counted is None or t.low[counted[2]] in ("ago", "before", "after", "earlier", "later"):
        return None
    count, unit, end = counted
    if lead == "for":
        return Lasting(count, unit), end
    if t.low[end : end + 2] == ["'", "time"] or t.low[end : end + 2] == ["'s", "time"]:
        end += 2
    if lead == "within" or lead == "inside":
        return Window(count, unit, 1), end
    if lead == "in" and count is not None and "-" not in t.low[j:end]:
        shift = Shift(count, unit, 1)
        return (Hedged(shift) if hedged else shift), end
    return None


def _led(t: Tokens, i: int) -> Found | None:
    """Read an expression behind one plain preposition, or behind none."""
    j = i
    while j < i + 2 and t.low[j] in words("lead"):
        j += 1
    if j == i and t.low[i] in ("as", "for"):
        j = i + 1 if t.low[i] == "for" else i
    if j > i:
        found = (_point(t, j) if t.low[j - 1] in ("at", "around") else None) or read_core(t, j)
        if found and t.low[j - 1] == "around":
            return Hedged(found[0]), found[1]
        return found or read_core(t, i)
    return read_core(t, i)


def _single(t: Tokens, i: int) -> Found | None:
    """Read one expression with its hedge and its part, but no range."""
    j = _hedge(t, i)
    if j:
        inner = _parted(t, j)
        return (Hedged(inner[0]), inner[1]) if inner else None
    return _parted(t, i)


def _hedge(t: Tokens, i: int) -> int | None:
    """Return the token behind a hedge at ``i``, or None where there is none."""
    for hedge in _HEDGES:
        if tuple(t.low[i : i + len(hedge)]) == hedge:
            j = i + len(hedge)
            return j + 1 if t.low[j] in ("on", "in") else j
    return i + 1 if t.low[i] in words("hedge") else None


def _parted(t: Tokens, i: int) -> Found | None:
    """Read "early March", "mid-2019", "the end of August", "the third week of April"."""
    j = i + 1 if t.low[i] == "the" else i
    if t.low[j] == "very":
        j += 1
    if t.low[j : j + 2] == ["so", "far"] and (base := _base(t, j + 2)):
        return Part("earlier", base[0]), base[1]
    position = words("part").get(t.low[j])
    if position:
        k = j + 1
        while k < j + 4 and t.low[k] in ("-", "of", "in", "on", "the", "part"):
            k += 1
        base = _base(t, k - 1 if t.low[k - 1] == "the" else k) or _base(t, k)
        if base:
            return Part(position, base[0]), base[1]
    return _nth(t, j) or _base(t, i)


def _nth(t: Tokens, i: int) -> Found | None:
    """Read "first half of 2023", "third week of April", "last day of May", "week of March 6"."""
    if t.low[i] in ("week", "weekend") and t.low[i + 1] == "of" and (base := _base(t, i + 2)):
        return WeekOf(base[0], t.low[i]), base[1]
    ordinal = read_ordinal(t, i)
    if ordinal is None:
        return None
    j = ordinal[1]
    unit = "half" if t.low[j] == "half" else words("unit").get(t.low[j])
    if t.low[j] in numbered("weekday"):
        unit = t.low[j]
    if unit is None or t.low[j + 1] not in ("of", "in"):
        return None
    base = _base(t, j + 2)
    return (Nth(ordinal[0], unit, base[0]), base[1]) if base else None


def _base(t: Tokens, i: int) -> Found | None:
    """Read a date, a relative time or a time of the day, with what may hang on it."""
    found = _clock(t, i) or _daypart_of(t, i) or _before_or_after(t, i) or _plain(t, i)
    return _with_time(t, *found) if found else None


def _plain(t: Tokens, i: int) -> Found | None:
    found = read_date(t, i)
    if found is None and t.low[i] == "the":
        found = _after_the(t, i + 1)
    return found or read_relative(t, i)


def _after_the(t: Tokens, i: int) -> Found | None:
    """Read what may follow "the": the 15th (of last month), the 1990s, the third quarter."""
    found = read_date(t, i)
    if found is None and t.low[i : i + 2] in (["month", "of"], ["year", "of"]):
        found = read_date(t, i + 2)
    if found:
        return found if not isinstance(found[0], Weekday) else None
    ordinal = read_ordinal(t, i)
    if ordinal and 1 <= ordinal[0] <= 31 and t.low[i][0].isdecimal():
        return _day_of_month(t, *ordinal)
    return None


def _day_of_month(t: Tokens, day: int, j: int) -> Found:
    which = numbered("which").get(t.low[j + 1]) if t.low[j] == "of" else None
    if which is not None and t.low[j + 2] == "month":
        return Date(day=day, month_shift=which), j + 3
    return Date(day=day), j


def _before_or_after(t: Tokens, i: int) -> Found | None:
    """Read "a week before March 10", "the day after tomorrow", "two days after Christmas"."""
    j = i + 1 if t.low[i] == "the" else i
    if t.low[j] == "day":
        count, unit, k = 1.0, "day", j + 1
    else:
        counted = read_counted(t, i)
        if counted is None or counted[0] is None:
            return None
        count, unit, k = counted[0], counted[1], counted[2]
    if t.low[k] not in ("before", "after", "from"):
        return None
    base = _plain(t, k + 1)
    if base is None or isinstance(base[0], (Duration, Vague, Elsewhere)):
        return None
    return Shift(count, unit, -1 if t.low[k] == "before" else 1, base[0]), base[1]


def _clock_time(t: Tokens, i: int) -> tuple[str, int] | None:
    """Return the time of a clock as "HH:MM" and the token behind: "9 p.m.", "21:30", "noon"."""
    low = t.low[i]
    if words("daypart").get(low) in ("noon", "midnight"):
        return words("daypart")[low], _zone(t, i + 1)
    hours, minutes = low, "00"
    if ":" in low and low != ":":
        hours, minutes = low.split(":")[:2]
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


def _clock(t: Tokens, i: int) -> Found | None:
    clock = _clock_time(t, i)
    if clock is None:
        return None
    base = _day_behind(t, clock[1])
    return (At(clock[0], base[0]), base[1]) if base else (At(clock[0]), clock[1])


def _day_behind(t: Tokens, j: int) -> Found | None:
    """Read the day that follows a time of the day: "on Tuesday", ", Oct. 7", "yesterday"."""
    k = j
    while k < j + 2 and t.low[k] in ("on", "of", ","):
        k += 1
    found = _plain(t, k)
    days = (Date, Weekday, Holiday, Unit, Shift)
    if found is None or not isinstance(found[0], days):
        return None
    expression = found[0]
    if isinstance(expression, Unit) and (expression.unit != "day" or expression.bare):
        return None
    if isinstance(expression, Date) and expression.day is None:
        return None
    return found


def _daypart_of(t: Tokens, i: int) -> Found | None:
    """Read "the morning of Oct. 7", "early morning on Tuesday", "the night of 3 May"."""
    j = i + 1 if t.low[i] == "the" else i
    part = words("daypart").get(t.low[j])
    if part is None or t.low[j + 1] not in ("of", "on", "hours"):
        return None
    base = _day_behind(t, j + 1)
    return (At(part, base[0]), base[1]) if base else None


def _with_time(t: Tokens, base: Expression, j: int) -> Found:
    """Take in what hangs on a day: a part of the day, a clock time, a week, a bracketed day."""
    if isinstance(base, Weekday) and base.which is None and base.week is None:
        week = _week_behind(t, j)
        if week:
            base, j = Weekday(base.number, week=week[0]), week[1]
    if not isinstance(base, (Date, Weekday, Unit, Shift, Holiday)):
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
