"""Tokens to a whole time expression: leads, hedges, parts, times of day, ranges and bounds."""

from __future__ import annotations

from functools import cache

from sayso.ground.times_count import FILLERS, read_count, read_counted, read_ordinal
from sayso.ground.times_expression import (
    At,
    Bound,
    Date,
    Duration,
    Elsewhere,
    Expression,
    Hedged,
    Lasting,
    Nth,
    Part,
    Range,
    Shift,
    Unit,
    Vague,
    Weekday,
    WeekOf,
    Window,
)
from sayso.ground.times_read_date import DASHES, TO, Found, date_starts
from sayso.ground.times_read_day import (
    read_clock,
    read_day_behind,
    read_daypart_of,
    read_plain,
    with_time,
)
from sayso.ground.times_read_relative import ELSEWHERE, RUNNING
from sayso.ground.times_tokens import Tokens, numbered, phrases, read_listed, words

_WEEK_LEADS = frozenset({"of", "beginning", "commencing", "starting"})
#: Points of the day that "since" and "at" may stand before without an article.
_POINTS = frozenset({"dawn", "dusk", "noon", "midnight"})
ARTICLES = frozenset({"the", "a", "an"})
#: Words that an expression without a lead may begin with, beside those of the lists.
_OPENERS = frozenset({
    "a", "an", "day", "each", "early", "every", "half", "night", "overnight", "small", "so", "then",
    "tonight", "very", "wee", "-", "few", "handful", "couple", "pair", "middle", "midst", "height",
})  # fmt: skip


def read_time(t: Tokens, i: int) -> Found | None:
    """Return the time expression that begins at token ``i``, its lead included, or None."""
    return _between(t, i) or _bound(t, i) or _lasting(t, i) or _led(t, i)


def read_core(t: Tokens, i: int) -> Found | None:
    """Return the expression that begins at token ``i`` without any lead, ranges included."""
    first = _single(t, i)
    if first is None:
        return None
    expression, j = first
    if t.low[j] not in TO and t.low[j] != "and":
        return first
    last = _single(t, j + 1) if _may_open(expression, t, j) else None
    if last is None or not _may_close(last[0]):
        return first
    joined = t.low[j] != "and" or _are_neighbours(expression, last[0])
    if t.low[j] in DASHES and _is_year(expression) != _is_year(last[0]):
        return first
    return (Range(expression, last[0]), last[1]) if joined else first


def _is_year(expression: Expression) -> bool:
    return isinstance(expression, Date) and expression.month is None and expression.day is None


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
    return t.low[j] not in DASHES or isinstance(expression, (Date, Weekday))


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
    lead = read_listed(t, i, "bound")
    if lead is None:
        return None
    side, j = lead
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
    base = read_day_behind(t, i + 1)
    return (At(part, base[0]), base[1]) if base else (At(part), i + 1)


def _lasting(t: Tokens, i: int) -> Found | None:
    """Read "for weeks", "in three days", "within two weeks"."""
    lead = t.low[i]
    if lead not in ("for", "in", "within", "inside"):
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
    if lead != "in":
        is_counted = t.low[end] != "of"  # "within a week of the vote" hangs on the vote
        return Window(count, unit, 1, True) if is_counted else Duration(count, unit), end
    if count is not None and "-" not in t.low[j:end]:
        shift = Shift(count, unit, 1, length=True)
        if hedged and t.low[i + 1] not in ("about", "around", "some"):
            return Duration(count, unit), end
        return (Hedged(shift) if hedged else shift), end
    return None


def _led(t: Tokens, i: int) -> Found | None:
    """Read an expression behind one plain preposition, or behind none."""
    j = i
    while j < i + 2 and t.low[j] in words("lead"):
        j += 1
    if t.low[i] == "for":
        j = i + 1
    if j > i:
        found = (_point(t, j) if t.low[j - 1] in ("at", "around") else None) or read_core(t, j)
        if found and t.low[j - 1] == "around":
            return Hedged(found[0]), found[1]
        if found or t.low[i] not in phrases("hedge"):
            return found
    return read_core(t, i)


def _single(t: Tokens, i: int) -> Found | None:
    return read_single(t, i) if may_open(t, i) else None


def read_single(t: Tokens, i: int) -> Found | None:
    """Return the one expression at token ``i`` with its hedge and its part, but no range."""
    j = _hedge(t, i)
    if j:
        inner = _parted(t, j)
        return (Hedged(inner[0]), inner[1]) if inner else None
    return _parted(t, i)


def may_open(t: Tokens, i: int) -> bool:
    """Tell by its first word, an article left aside, whether an expression may begin at ``i``.

    False only where none does: most words behind a preposition or an article go no further.
    """
    low = t.low[i + 1] if t.low[i] in ARTICLES else t.low[i]
    if low in openings() or "0" <= low[:1] <= "9":
        return True
    return read_listed(t, i, "hedge") is not None or read_listed(t, i, "vague") is not None


@cache
def openings() -> frozenset[str]:
    """Return the words, an article left aside, that an expression without a lead begins with."""
    found = {*_OPENERS, *RUNNING, *ELSEWHERE, *FILLERS, *date_starts()}
    for name in (
        "day", "daypart", "every", "month", "number", "ordinal", "part", "season", "uncounted",
        "unit", "weekday", "which",
    ):  # fmt: skip
        found |= set(words(name))
    for listed in phrases("holiday").values():
        found |= {w[1] if w[0] in ARTICLES else w[0] for w, _ in listed}
    return frozenset(found)


def _hedge(t: Tokens, i: int) -> int | None:
    """Return the token behind a hedge at ``i``, or None where there is none."""
    hedge = read_listed(t, i, "hedge")
    if hedge is None:
        return None
    j = hedge[1]
    return j + 1 if t.low[j] in ("on", "in", "during") else j


def _parted(t: Tokens, i: int) -> Found | None:
    """Read "early March", "mid-2019", "the end of August", "the third week of April"."""
    j = i + 1 if t.low[i] == "the" else i
    if t.low[j] == "very":
        j += 1
    if t.low[j : j + 2] == ["so", "far"] and (base := _base(t, j + 2)):
        return Part("earlier", base[0]), base[1]
    position = words("part").get(t.low[j])
    is_noun = position in ("begin", "end") or t.low[j] in ("middle", "midst", "height")
    if position and t.low[j + 1] != "hours" and not (is_noun and t.low[j + 1] != "of"):
        k = j + 1
        while k < j + 4 and t.low[k] in ("-", "of", "in", "on", "the", "part"):
            k += 1
        base = _base(t, k - 1 if t.low[k - 1] == "the" else k) or _base(t, k) or _bare(t, k)
        if base and not isinstance(base[0], Duration):
            return Part(position, base[0]), base[1]
    return _unit_end(t, j) or _nth(t, j) or _base(t, i)


def _bare(t: Tokens, i: int) -> Found | None:
    """Read what a part may lead without an article: "end of year", "late afternoon Tuesday"."""
    low = t.low[i]
    if low in words("daypart"):
        part, day = words("daypart")[low], read_day_behind(t, i + 1)
        return (At(part, day[0]), day[1]) if day else (At(part), i + 1)
    if low in ("month", "year", "week") and t.low[i - 1] == "of":
        return Unit(low, bare=True), i + 1
    return None


def _unit_end(t: Tokens, i: int) -> Found | None:
    """Read "year-end", "year's end", "the month's end"."""
    j = i + 1 if t.low[i + 1] in ("-", "'s") else i
    if t.low[i] in ("year", "month", "week") and t.low[j + 1] == "end":
        return Part("end", Unit(t.low[i], bare=True)), j + 2
    return None


def _nth(t: Tokens, i: int) -> Found | None:
    """Read "first half of 2023", "third week of April", "last day of May", "week of March 6"."""
    if t.low[i] in ("week", "weekend") and t.low[i + 1] in _WEEK_LEADS:
        week = _base(t, i + 3 if t.low[i + 2] == "on" else i + 2)
        return (WeekOf(week[0], t.low[i]), week[1]) if week else None
    ordinal = read_ordinal(t, i)
    if ordinal is None:
        return None
    j, count = ordinal[1], 1
    if ordinal[0] in (1, -1) and (counted := read_count(t, j)) and counted[0] is not None:
        count, j = int(counted[0]), counted[1]
    unit = "half" if t.low[j] == "half" else words("unit").get(t.low[j])
    if t.low[j] in numbered("weekday"):
        unit = t.low[j]
    if unit is None or t.low[j + 1] not in ("of", "in"):
        return None
    base = _base(t, j + 2)
    return (Nth(ordinal[0], unit, base[0], count), base[1]) if base else None


def _base(t: Tokens, i: int) -> Found | None:
    """Read a date, a relative time or a time of the day, with what may hang on it."""
    found = read_clock(t, i) or read_daypart_of(t, i) or _before_or_after(t, i) or read_plain(t, i)
    return with_time(t, *found) if found else None


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
    base = read_plain(t, k + 1)
    if base is None or isinstance(base[0], (Duration, Vague, Elsewhere)):
        return None
    return Shift(count, unit, -1 if t.low[k] == "before" else 1, base[0]), base[1]
