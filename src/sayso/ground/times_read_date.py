"""Tokens to dates as the calendar writes them: days, months, years, decades, quarters, holidays."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from sayso.ground.times_count import read_ordinal
from sayso.ground.times_expression import (
    Date,
    Expression,
    FiscalYear,
    Fraction,
    Holiday,
    Range,
    Season,
    Slashed,
    Weekday,
    Years,
)
from sayso.ground.times_tokens import Tokens, numbered, phrases, read_listed, words

Found = tuple[Expression, int]
#: What may join the two ends of a range.
DASHES = frozenset({"-", "–", "—", "~"})
TO = frozenset({*DASHES, "to", "through", "thru", "until", "till"})
_DECADES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60,
    "seventies": 70, "eighties": 80, "nineties": 90,
}  # fmt: skip
#: Words that may stand right behind a day of the month: "on Monday the 3rd *at* noon".
_BEHIND_DAY = frozenset({
    "after", "and", "at", "before", "for", "from", "in", "or", "that", "through", "to", "until",
    "was", "when", "will", "with",
})  # fmt: skip
_QUARTERS = {"q1": 1, "q2": 2, "q3": 3, "q4": 4, "1q": 1, "2q": 2, "3q": 3, "4q": 4}


def read_date(t: Tokens, i: int) -> Found | None:
    """Return the date that begins at token ``i`` and the token behind it."""
    low = t.low[i]
    if not low:
        return None
    if low[0].isdecimal():
        if len(low) == 8 and low.isdecimal():
            return Date(int(low[:4]), int(low[4:6]), int(low[6:])), i + 1
        return _numeric(t, i) or _day_first(t, i) or _fraction(t, i) or _decade(t, i) or _year(t, i)
    if low in numbered("month"):
        return _month_first(t, i)
    if low in numbered("weekday"):
        return _weekday_first(t, i)
    if low not in date_starts():
        return None
    return (
        read_holiday(t, i)
        or _season(t, i)
        or _fraction(t, i)
        or _named_years(t, i)
        or _day_first(t, i)
        or _year(t, i)
    )


@cache
def date_starts() -> frozenset[str]:
    """Return the words, besides months and weekdays, that a date may begin with."""
    starts = {*_QUARTERS, *_DECADES, *phrases("holiday"), "q", "h", "fiscal", "year", "'"}
    for kind in ("season", "ordinal", "number"):
        starts |= set(words(kind))
    return frozenset(starts)


def read_year(t: Tokens, i: int, *, bare: bool = False) -> tuple[int, int] | None:
    """Return a year of four figures and the token behind; without ``bare`` commas may lead it."""
    j = i if bare else _past(t, i, (",", "of", "in"))
    low = t.low[j]
    if len(low) == 4 and low.isdecimal() and not _is_amount(t, j) and not _is_count(t, j + 1):
        return int(low), j + 1
    if spoken := _spoken_year(t, j):
        return spoken
    if j == i and low == "'" and len(t.low[j + 1]) == 2 and t.low[j + 1].isdecimal():
        return _short_year(int(t.low[j + 1])), j + 2
    return None


def read_shifted_year(t: Tokens, i: int) -> tuple[int, int] | None:
    """Return years from the present one and the token behind: "of last year", "this year"."""
    j = _past(t, i, ("of", "in", ",", "the"))
    which = numbered("which").get(t.low[j])
    if which is not None and t.low[j + 1] == "year":
        return which, j + 2
    return None


def read_holiday(t: Tokens, i: int) -> Found | None:
    """Return the holiday whose name begins at token ``i``, with its year where one follows."""
    named = read_listed(t, i, "holiday")
    if named is None:
        return None
    name, j = named
    if year := read_year(t, j):
        return Holiday(name, year[0]), year[1]
    shifted = read_shifted_year(t, j)
    return (Holiday(name, shift=shifted[0]), shifted[1]) if shifted else (Holiday(name), j)


def _past(t: Tokens, i: int, allowed: tuple[str, ...]) -> int:
    """Step over the tokens that may stand between, at most two."""
    j = i
    while j < i + 2 and t.low[j] in allowed:
        j += 1
    return j


def _is_amount(t: Tokens, j: int) -> bool:
    return t.low[j - 1] in ("$", "€", "£") if j else False


def _spoken_year(t: Tokens, j: int) -> tuple[int, int] | None:
    """Read a year in words: "nineteen ninety-six", "two thousand and five"."""
    numbers, low = numbered("number"), t.low[j]
    if low == "two" and t.low[j + 1] == "thousand":
        k = j + 3 if t.low[j + 2] == "and" else j + 2
        ones = numbers.get(t.low[k], 0)
        year = (2000 + ones, k + 1) if 0 < ones < 100 else (2000, j + 2)
        return None if t.low[year[1]] in words("unit") else year
    century, tens = numbers.get(low, 0), numbers.get(t.low[j + 1], 0)
    if not 17 <= century <= 20 or not 10 <= tens < 100:
        return None
    k = j + 3 if t.low[j + 2] == "-" else j + 2
    ones = numbers.get(t.low[k], 0) if tens >= 20 else 0
    if 0 < ones < 10:
        return century * 100 + tens + ones, k + 1
    return century * 100 + tens, j + 2


def _is_count(t: Tokens, j: int) -> bool:
    return t.low[j] in words("unit") and t.low[j].endswith("s")


def _short_year(two: int) -> int:
    return 1900 + two if two >= 40 else 2000 + two


def _numeric(t: Tokens, i: int) -> Found | None:
    low = t.low[i]
    mark = next((m for m in "-/." if m in low), "")
    parts = low.split(mark) if mark else []
    if len(parts) != 3 or not all(p.isdecimal() for p in parts):
        return _year_month(t, i)
    a, b, c = (int(p) for p in parts)
    if len(parts[0]) == 4 and len(parts[2]) <= 2:
        return Date(a, b, c), i + 1
    if len(parts[0]) > 2 or len(parts[2]) not in ((4,) if mark == "." else (2, 4)):
        return None
    return Slashed(a, b, _short_year(c) if len(parts[2]) == 2 else c), i + 1


def _year_month(t: Tokens, i: int) -> Found | None:
    low, mark, month = t.low[i], t.low[i + 1], t.low[i + 2]
    joined = t.is_joined(i + 1) and t.is_joined(i + 2)
    if len(low) == 4 and low.isdecimal() and mark == "-" and joined and len(month) == 2:
        if month.isdecimal() and 1 <= int(month) <= 12:
            return Date(int(low), int(month)), i + 3
        if month.isdecimal() and int(month) > int(low[2:]):
            return Range(Date(int(low)), Date(int(low) // 100 * 100 + int(month))), i + 3
    return None


def _day_number(t: Tokens, i: int) -> tuple[int, int] | None:
    low = t.low[i]
    if low.isdecimal() and len(low) <= 2:
        return int(low), i + 1
    ordinal = read_ordinal(t, i)
    return ordinal if ordinal and ordinal[0] > 0 else None


def _month(t: Tokens, i: int) -> tuple[int, int] | None:
    month = numbered("month").get(t.low[i])
    if month is None:
        return None
    return month, i + 2 if t.low[i + 1] == "." and is_short(t.low[i]) else i + 1


def is_short(month: str) -> bool:
    """Tell whether a month's name is an abbreviation, whose full stop belongs to it."""
    return len(month) <= 4 and month not in ("may", "june", "july")


def _with_year(t: Tokens, date: Date, j: int) -> tuple[Date, int]:
    year = read_year(t, j)
    if year:
        return replace(date, year=year[0]), year[1]
    shifted = read_shifted_year(t, j)
    return (replace(date, shift=shifted[0]), shifted[1]) if shifted else (date, j)


def _month_first(t: Tokens, i: int) -> Found | None:
    month, j = _month(t, i) or (0, i)
    k = j + 1 if t.low[j] in ("the", "/", "-") else j
    day = _day_number(t, k)
    if day and not _is_counting(t, day[1]):
        return _days_after_month(t, month, day, i)
    return _with_year(t, Date(month=month), j)


def _is_counting(t: Tokens, j: int) -> bool:
    """Tell whether the number before ``j`` counts something else: May 5 percent, 3 p.m."""
    return t.low[j] in ("%", "percent", "million", "billion", "a.m.", "p.m.", ":")


def _last_day(t: Tokens, first: int, j: int, i: int) -> tuple[int, int] | None:
    """Return the second day of "3 to 5", "3-5", "between 3 and 5" or "7 and 8"."""
    last = _day_number(t, j + 1)
    if last is None or last[0] <= first:
        return None
    paired = t.low[j] in ("and", "or") and (last[0] == first + 1 or t.low[i - 1] == "between")
    return last if paired or t.low[j] in TO else None


def _days_after_month(t: Tokens, month: int, day: tuple[int, int], i: int) -> Found:
    number, j = day
    last = _last_day(t, number, j, i)
    if last and t.low[last[1]] not in numbered("month"):
        until, k = _with_year(t, Date(month=month, day=last[0]), last[1])
        return Range(replace(until, day=number), until), k
    return _with_year(t, Date(month=month, day=number), j)


def _day_first(t: Tokens, i: int) -> Found | None:
    first = _day_number(t, i)
    if first is None:
        return None
    day, j = first
    if last := _last_day(t, day, j, i):
        month = _month(t, _past(t, last[1], ("of",)))
        if month:
            until, k = _with_year(t, Date(month=month[0], day=last[0]), month[1])
            return Range(replace(until, day=day), until), k
    month = _month(t, _past(t, j, ("of", "-", "/", "day")))
    if month is None:
        return None
    k = month[1] + 1 if t.low[month[1]] == "-" else month[1]
    return _with_year(t, Date(month=month[0], day=day), k)


def _weekday_first(t: Tokens, i: int) -> Found | None:
    number = numbered("weekday")[t.low[i]]
    j = i + 2 if t.low[i + 1] == "." and len(t.low[i]) <= 5 else i + 1
    k = _past(t, j, (",", "(", "the"))
    date = _month_first(t, k) if t.low[k] in numbered("month") else _day_first(t, k)
    if date is None and (t.low[j] == "the" or _is_numbered(t, k)):
        day = _day_number(t, k)
        date = (Date(day=day[0]), day[1]) if day and not _tells_of_noun(t, day[1]) else None
    if date and isinstance(date[0], Date):
        end = date[1] + 1 if t.low[j] == "(" and t.low[date[1]] == ")" else date[1]
        return replace(date[0], weekday=number), end
    return Weekday(number), j


def _is_numbered(t: Tokens, k: int) -> bool:
    """Tell whether a token is an ordinal in figures: "3rd", not "first"."""
    return t.low[k][:1].isdecimal() and t.low[k][-2:] in ("st", "nd", "rd", "th")


def _tells_of_noun(t: Tokens, j: int) -> bool:
    """Tell whether an ordinal goes on with its noun: "Monday, the 10th *day* of talks"."""
    word = t.low[j]
    return word[:1].isalpha() and word not in _BEHIND_DAY


def _season(t: Tokens, i: int) -> Found | None:
    name = words("season").get(t.low[i])
    if name is None:
        return None
    year = read_year(t, i + 1)
    if year:
        return Season(name, year[0]), year[1]
    shifted = read_shifted_year(t, i + 1)
    return (Season(name, shift=shifted[0]), shifted[1]) if shifted else (Season(name), i + 1)


def _fraction(t: Tokens, i: int) -> Found | None:
    if t.low[i] in _QUARTERS:
        return _fraction_year(t, Fraction("quarter", _QUARTERS[t.low[i]]), i + 1)
    if t.low[i] in ("q", "h") and t.low[i + 1] in ("1", "2", "3", "4") and t.is_joined(i + 1):
        unit = "quarter" if t.low[i] == "q" else "half"
        return _fraction_year(t, Fraction(unit, int(t.low[i + 1])), i + 2)
    fiscal = int(t.low[i] == "fiscal")
    ordinal = read_ordinal(t, i + fiscal)
    if ordinal is None or not 1 <= ordinal[0] <= 4:
        return None
    j = _past(t, ordinal[1], ("-", "fiscal"))
    if t.low[j] not in ("quarter", "half"):
        return None
    told = bool(fiscal) or t.low[j - 1] == "fiscal"
    return _fraction_year(t, Fraction(t.low[j], ordinal[0], fiscal=told), j + 1)


def _fraction_year(t: Tokens, fraction: Fraction, j: int) -> Found | None:
    k = _past(t, j, ("of", "fiscal"))
    fiscal = fraction.fiscal or "fiscal" in t.low[j:k]
    fraction = replace(fraction, fiscal=fiscal)
    year = read_year(t, k)
    if year:
        return replace(fraction, year=year[0]), year[1]
    shifted = read_shifted_year(t, j)
    if shifted:
        return replace(fraction, shift=shifted[0]), shifted[1]
    if t.low[j : j + 3] == ["of", "the", "year"]:
        return replace(fraction, shift=0), j + 3
    return None if fraction.unit == "half" and t.low[j] in ("of", "an") else (fraction, j)


def _decade(t: Tokens, i: int) -> Found | None:
    low = t.low[i]
    if low == "'":
        return None
    if low.endswith("s") and low[:-1].isdecimal() and len(low) in (3, 5) and low[-2] == "0":
        first = int(low[:-1]) if len(low) == 5 else 1900 + int(low[:-1])
        if len(low) == 3 and int(low[:-1]) < 20:
            return None
        loose = len(low) == 5 and first % 100 == 0 and first < 2000
        return Years(first, first + (99 if loose else 9), loose), i + 1
    return _century(t, i)


def _named_years(t: Tokens, i: int) -> Found | None:
    if t.low[i] in _DECADES:
        first = 1900 + _DECADES[t.low[i]]
        return Years(first, first + 9), i + 1
    if t.low[i] == "'":
        return _decade(t, i + 1)
    if t.low[i] == "fiscal":
        year = read_year(t, _past(t, i + 1, ("year",)), bare=True)
        return (FiscalYear(year[0]), year[1]) if year else None
    if t.low[i] == "year" and t.low[i + 1].isdecimal() and len(t.low[i + 1]) <= 4:
        return Date(int(t.low[i + 1])), i + 2
    return _century(t, i)


def _century(t: Tokens, i: int) -> Found | None:
    ordinal = read_ordinal(t, i)
    if ordinal is None or not 1 <= ordinal[0] <= 30:
        return None
    j = _past(t, ordinal[1], ("-",))
    if t.low[j] != "century":
        return None
    last = ordinal[0] * 100
    return Years(last - 99, last, True), j + 1


def _year(t: Tokens, i: int) -> Found | None:
    year = read_year(t, i, bare=True)
    if year is None:
        return None
    return Date(year[0]), year[1]
