"""Tokens to the numbers and units in a time expression: "two weeks", "5 1/2 hours", "a few"."""

from __future__ import annotations

from sayso.ground.times_tokens import Tokens, numbered, words

FILLERS = frozenset({"full", "more", "whole", "straight", "consecutive", "successive", "long"})
_ARTICLES = frozenset({"a", "an"})
_MONTHS = 12


def read_count(t: Tokens, i: int) -> tuple[float | None, int] | None:
    """Return the count that begins at token ``i`` and the token behind it; None: uncounted."""
    low = t.low[i]
    if low in words("uncounted"):
        return None, i + 1
    if low in _ARTICLES:
        return _after_article(t, i)
    if low == "half":
        return 0.5, i + 2 if t.low[i + 1] in _ARTICLES else i + 1
    if low and "0" <= low[0] <= "9":
        return _figures(t, i)
    return _in_words(t, i)


def _after_article(t: Tokens, i: int) -> tuple[float | None, int]:
    following = t.low[i + 1]
    if following in ("few", "handful", "number") or following in words("uncounted"):
        return None, i + 3 if t.low[i + 2] == "of" else i + 2
    if following in ("couple", "pair"):
        return 2, i + 3 if t.low[i + 2] == "of" else i + 2
    if following in ("dozen", "hundred", "thousand"):
        return numbered("number")[following], i + 2
    if following == "half":
        return 0.5, i + 2
    return 1, i + 1


def _figures(t: Tokens, i: int) -> tuple[float, int] | None:
    digits = t.low[i].replace(",", "")
    if len(digits) > 9 or not digits.replace(".", "", 1).isdecimal():
        return None
    count = float(digits) if "." in digits else int(digits)
    if t.low[i + 1 : i + 4] == ["1", "/", "2"]:
        return count + 0.5, i + 4
    if t.low[i + 1] == "½":
        return count + 0.5, i + 2
    return count, i + 1


def _in_words(t: Tokens, i: int) -> tuple[float, int] | None:
    numbers = numbered("number")
    if t.low[i] not in numbers:
        return None
    count, j = numbers[t.low[i]], i + 1
    if 20 <= count < 100:
        k = j + 1 if t.low[j] == "-" else j
        if 0 < numbers.get(t.low[k], 0) < 10:
            count, j = count + numbers[t.low[k]], k + 1
    if t.low[j] in ("hundred", "thousand", "dozen"):
        count, j = count * numbers[t.low[j]], j + 1
    if t.low[j : j + 3] == ["and", "a", "half"]:
        return count + 0.5, j + 3
    return count, j


def read_unit(t: Tokens, i: int) -> tuple[str, int] | None:
    """Return the unit at token ``i``, which a hyphen or a word such as "more" may lead."""
    j = i + 1 if t.low[i] == "-" else i
    while j < i + 2 and t.low[j] in FILLERS:
        j += 1
    unit = words("unit").get(t.low[j])
    if unit is None:
        return None
    return unit, j + 3 if t.low[j + 1 : j + 3] == ["-", "long"] else j + 1


def read_counted(t: Tokens, i: int) -> tuple[float | None, str, int] | None:
    """Return (count, unit, token behind) of "three days", "two-week", "decades", "a year"."""
    counted = read_count(t, i)
    if counted is None:
        unit = read_unit(t, i) if t.low[i] != "-" else None
        if unit is None:
            return None
        is_long = t.low[unit[1] - 1] == "long"
        if t.low[i].endswith(("s", "ia")):
            return None, *unit
        return (1, *unit) if is_long else None
    unit = read_unit(t, counted[1])
    if unit is None:
        return None
    count, name, j = counted[0], unit[0], unit[1]
    if t.low[j : j + 3] == ["and", "a", "half"] and count is not None:
        count, j = count + 0.5, j + 3
    if name == "year" and count is not None and count % 1 == 0.5:
        return count * _MONTHS, "month", j  # "half a year ago": to the month, not to the year
    return count, name, j


def read_ordinal(t: Tokens, i: int) -> tuple[int, int] | None:
    """Return the ordinal at token ``i`` and the token behind: "third", "3rd", "twenty-first"."""
    low = t.low[i]
    if low in numbered("ordinal"):
        return numbered("ordinal")[low], i + 1
    if low[-2:] in ("st", "nd", "rd", "th") and low[:-2].isdecimal() and len(low) <= 4:
        return int(low[:-2]), i + 1
    tens = numbered("number").get(low, 0)
    if (
        tens in (20, 30)
        and t.low[i + 1] == "-"
        and 0 < numbered("ordinal").get(t.low[i + 2], 0) < 10
    ):
        return tens + numbered("ordinal")[t.low[i + 2]], i + 3
    return None
