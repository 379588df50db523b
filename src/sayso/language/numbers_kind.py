"""What a number in a text counts, by the words beside it: people or things, or money, age, date."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Literal, get_args

from sayso.language.numbers_core import Number, word_class
from sayso.language.numbers_tokens import Tokens, read_digits
from sayso.language.word_lists import rows, words_of

Kind = Literal[
    "count", "one", "none", "several", "money", "percent", "duration", "measure", "age", "date",
    "time", "label", "title", "rank", "score", "fraction", "compound", "aside", "decimal",
]  # fmt: skip
_ORDINALS = frozenset({"st", "nd", "rd", "th"})
_OLDEST = 110
_YEARS = range(1000, 2101)
_LIST = "number_context"


@cache
def context(side: str) -> dict[tuple[str, ...], Kind]:
    """Return the words of ``data/number_context.tsv`` that stand on one side, with their kind."""
    known: dict[str, Kind] = {kind: kind for kind in get_args(Kind)}
    return {tuple(w.split()): known[kind] for w, at, kind in rows(_LIST) if at == side}


def kind_of(t: Tokens, n: Number, core: int) -> Kind:
    """Return what a number counts; ``core`` is the token at which its digits or words begin."""
    if n.form in ("several", "one", "none"):
        return n.form
    if n.form in ("vague", "both"):
        return _right(t, n.end)
    return next((kind for kind in _told(t, n, core) if kind != "count"), "count")


def _told(t: Tokens, n: Number, core: int) -> Iterator[Kind]:
    """Yield what the words beside a number say one after another, the surest first."""
    yield _glued_left(t, core)
    yield _glued_right(t, n.end)
    yield _left(t, core)
    yield "label" if core == n.start and _is_name(t, core) else "count"
    yield _date(t, n, core)
    yield _right(t, n.end)
    yield "fraction" if _is_fraction(t, n) else "count"
    yield "aside" if _is_aside(t, n, core) else "count"
    yield "age" if _is_apposed_age(t, n, core) else "count"
    yield "count" if _is_whole(t, n, core) else "decimal"


def _glued_left(t: Tokens, at: int) -> Kind:
    """Refuse "F-16", "AK47", "No.5", "-5"."""
    if not t.is_joined(at):
        return "count"
    before = t.word(at - 1)
    if before == "#" or (t.is_word(at - 1) and t.is_digits(at)):
        return "money" if context("before").get((before,)) == "money" else "label"
    if t.is_dash(at - 1):
        return "label" if t.is_joined(at - 1) else "measure" if t.is_digits(at) else "count"
    if before == "." and t.is_joined(at - 1) and t.is_word(at - 2):
        return "date" if t.word(at - 2) in words_of(_LIST, "month") else "label"
    return "count"


def _glued_right(t: Tokens, at: int) -> Kind:
    """Refuse "22nd", "155mm", "1990s", "five-member", "14-year-old"; allow "300-strong"."""
    if not t.is_joined(at):
        return "count"
    if t.is_word(at) and t.is_digits(at - 1):
        if t.word(at) in _ORDINALS:
            return "rank"
        if t.word(at) == "s":
            return "date"
        return context("after").get((t.word(at),), "measure")
    if t.is_dash(at) and t.is_joined(at + 1) and (t.is_word(at + 1) or t.is_digits(at + 1)):
        if t.word(at + 1) in ("strong", "odd", "plus"):
            return "count"
        if t.is_dash(at + 2) and t.word(at + 3).startswith("old"):
            return "age"
        kind = _right(t, at + 1)
        return kind if kind != "count" else "compound"
    return "count"


def _left(t: Tokens, at: int) -> Kind:
    """Read the words before: "$20", "aged 34", "Flight 370", "No. 5"."""
    words = context("before")
    dot = t.word(at - 1) == "." and t.is_joined(at - 1)
    end = at - 1 if dot else at
    if dot and t.word(end - 1) in ("no", "nos"):
        return "label"
    for size in (2, 1):
        phrase = tuple(t.low[end - size : end]) if end >= size else ()
        kind = words.get(phrase)
        if kind is None or (t.is_word(end - 1) and t.is_broken(end)):
            continue
        if kind == "title":
            return "label" if t.is_capital(end - size) else "count"
        return kind
    return "count"


def _is_name(t: Tokens, at: int) -> bool:
    """Tell whether bare digits end a name ("Stoxx 600"): no counted noun stands behind them."""
    behind = t.word(at + 1)
    counted = behind.endswith("s") or behind in words_of(_LIST, "after-year")
    named = t.is_word(at - 1) and t.is_capital(at - 1) and not t.is_broken(at)
    return named and t.low[at].isdecimal() and not (counted and not t.is_capital(at + 1))


def _right(t: Tokens, at: int) -> Kind:
    """Read the words behind: "20 dollars", "five more days", "34 years old", "12 votes"."""
    words = context("after")
    if t.has(at, ("a", ".", "m")) or t.has(at, ("p", ".", "m")):
        return "time"
    for start in (at, at + 1) if t.word(at) in words_of(_LIST, "more") else (at,):
        for size in (3, 2, 1):
            kind = words.get(tuple(t.low[start : start + size]))
            if kind is not None and not t.is_broken(start):
                return kind
    return "count"


def _date(t: Tokens, n: Number, core: int) -> Kind:
    """Read a day beside a month, and a year: "Oct. 7", "7 October", "in 2014"."""
    if _is_years(t, n, core):
        return "date"
    if n.scale != 1 or n.low != n.high or n.low is None:
        return "count"
    before = core - 2 if t.word(core - 1) == "." else core - 1
    taken = t.is_digits(before - 1) and t.low[before - 1].isdecimal() and len(t.low[before - 1]) < 3
    if _is_month(t, n.end) and n.low < 32:
        return "date"
    if _is_month(t, before) and n.low < 32 and not taken and n.end == core + 1:
        return "date"
    written = t.word(core)
    if (
        n.end != core + 1
        or len(written) != 4
        or not written.isdecimal()
        or int(written) not in _YEARS
    ):
        return "count"
    counted = t.word(n.end) in words_of(_LIST, "after-year") or (
        t.word(n.end).endswith("s") and not t.is_capital(n.end)
    )
    return "count" if counted and t.word(core - 1) not in words_of(_LIST, "before-year") else "date"


def _is_years(t: Tokens, n: Number, core: int) -> bool:
    """Tell whether a range runs from year to year: "2000-2002"."""
    ends = [w for w in t.low[core : n.end] if w.isdecimal()]
    return (
        len(ends) == 2 and all(len(w) == 4 and int(w) in _YEARS for w in ends) and n.end - core <= 4
    )


def _is_month(t: Tokens, at: int) -> bool:
    return t.word(at) in words_of(_LIST, "month") and t.is_capital(at)


def _is_fraction(t: Tokens, n: Number) -> bool:
    """Tell "one of the", "one in five", "two thirds" from a count."""
    if t.word(n.end) in words_of(_LIST, "part"):
        return True
    one = n.low == n.high == 1
    if one and t.word(n.end) == "of" and t.word(n.end + 1) in words_of(_LIST, "whole"):
        return True
    joint = n.end + 1 + (t.word(n.end) == "out")
    return (
        t.word(joint - 1) in ("in", "of")
        and one
        and word_class(t, joint) != ""
        and t.is_word(joint)
    )


def _is_aside(t: Tokens, n: Number, core: int) -> bool:
    """Tell whether the number stands alone in brackets, as a footnote mark or an age does."""
    return t.word(core - 1) in ("(", "[") and t.word(n.end) in (")", "]")


def _is_apposed_age(t: Tokens, n: Number, core: int) -> bool:
    """Tell whether the number is an age set off by commas: "Amal Haddad, 34", "Amal H., 34"."""
    name = core - 2
    if t.word(name) == "." and t.is_joined(name) and len(t.word(name - 1)) == 1:
        name -= 1
    named = t.word(core - 1) == "," and t.is_capital(name)
    closed = t.word(n.end) in (",", ")", ".", ";") and t.is_digits(core)
    return named and closed and n.low is not None and n.low <= _OLDEST


def _is_whole(t: Tokens, n: Number, core: int) -> bool:
    """Tell whether the bounds may count whole things; "1.000" alone may be one or a thousand."""
    written = t.word(core)
    if n.scale == 1 and "." in written and written.count(".") == 1 and read_digits(written):
        return False
    return all(v is None or v == v.to_integral_value() for v in (n.low, n.high))
