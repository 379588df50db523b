"""Tokens to one number: digits, number words, mixed ("1.5 million") and vague ("dozens")."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal

from sayso.language.numbers_readable import is_spaced_group, unreadable_end
from sayso.language.numbers_tokens import Tokens, read_digits
from sayso.language.word_lists import rows

Form = Literal["digits", "words", "vague", "several", "one", "both", "none"]
#: More than this is no count of anything that a report tells of.
LARGEST = Decimal(10) ** 15
_HALF = Decimal("0.5")
_QUARTER = Decimal("0.25")
#: Words between "a" and "number of" are at most this many ("a large but unknown number of").
_ADJECTIVES = 3
_CURRENCY = frozenset("$€£¥₹")
_LESSER = frozenset({"hundred", "dozen"})


@dataclass(frozen=True, slots=True)
class Number:
    """A number that tokens ``start`` to ``end`` write; ``scale`` is the unit that it counts in."""

    start: int
    end: int
    low: Decimal | None
    high: Decimal | None
    form: Form
    scale: Decimal = Decimal(1)


@cache
def number_words() -> dict[str, tuple[str, Decimal]]:
    """Return every number word's class and value, from ``data/number_words.tsv``."""
    return {word: (kind, Decimal(value)) for word, kind, value in rows("number_words")}


@cache
def openings() -> frozenset[str]:
    """Return every word that a number may begin with."""
    others = ("half", "quarter", "not", "few", "handful", "couple", "pair", "some")
    return frozenset({*number_words(), *others})


def word_class(t: Tokens, at: int) -> str:
    """Return the class of the number word at ``at``, or an empty string."""
    found = number_words().get(t.word(at))
    return found[0] if found else ""


def read_number(t: Tokens, at: int, *, joins: bool = True) -> Number | None:
    """Return the number that begins at token ``at``, the longest reading, or None.

    ``joins`` says whether "and" may join its words ("a hundred and five").
    """
    found: Number | None
    if t.is_digits(at):
        found = _plain(t, at, joins=joins)
    elif _is_article(t, at):
        return _single(t, at)
    elif t.word(at) in openings():
        found = (
            _part(t, at)
            or _vague(t, at)
            or _several(t, at)
            or _plain(t, at, joins=joins)
            or _single(t, at)
        )
    else:
        return None
    if found is None or any(v is not None and v > LARGEST for v in (found.low, found.high)):
        return None
    return found


def _is_article(t: Tokens, at: int) -> bool:
    """Tell "a" and "an" before a noun from those of "a dozen", "a few" and "a large number"."""
    if t.word(at) not in ("a", "an") or t.word(at + 1) in openings():
        return False
    return "number" not in t.low[at + 1 : at + 2 + _ADJECTIVES]


def _value(t: Tokens, at: int) -> Decimal:
    return number_words()[t.word(at)][1]


def _unit(t: Tokens, at: int) -> Decimal | None:
    """Return the unit that is counted in at ``at``: dozen, hundred, thousand(s), million(s) ..."""
    kind = word_class(t, at)
    if kind in ("hundred", "scale", "dozen"):
        return _value(t, at)
    return _value(t, at) / 2 if kind == "plural" and t.word(at) not in ("tens", "scores") else None


def over_dash(t: Tokens, at: int) -> int:
    """Return the token behind a hyphen that joins two words at ``at``, else ``at`` itself."""
    joined = t.is_joined(at) and (t.is_joined(at + 1) or t.is_broken(at + 1))
    return at + 1 if t.is_dash(at) and joined else at


def _plain(t: Tokens, at: int, *, joins: bool = True) -> Number | None:
    """Read digits or words with their units: "27,585", "1.5 million", "two hundred and five"."""
    group = _group(t, at, joins=joins)
    if group is None:
        return None
    value, end = group
    form: Form = "digits" if t.is_digits(at) else "words"
    if form == "digits" and (suffix := _suffix(t, end)) is not None:
        return Number(at, end + 1, value * suffix, value * suffix, form, suffix)
    total, scale = Decimal(0), Decimal(100 if t.word(end - 1) == "hundred" else 1)
    last: Decimal | None = None
    while True:
        unit = _unit(t, unit_at := over_dash(t, end))
        if unit is None or (last is not None and unit >= last):
            total += value
            break
        total, last, scale, end = total + value * unit, unit, unit, unit_at + 1
        if t.has(end, ("and", "a", "half")):
            total, end = total + unit * _HALF, end + 3
        following = _next_group(t, end, joins=joins)
        if following is None:
            break
        value, end = following
    while (unit := _unit(t, end)) is not None:
        total, scale, end = total * unit, scale * unit, end + 1
    return Number(at, end, total, total, form, scale)


def _group(t: Tokens, at: int, *, joins: bool = True) -> tuple[Decimal, int] | None:
    """Read what may stand before "thousand": digits, "a", or words below a thousand."""
    if t.is_digits(at):
        return _digits(t, at)
    if t.word(at) in ("a", "an"):
        counts = _unit(t, at + 1) is not None and word_class(t, at + 1) != "plural"
        start, found = (at + 1, (Decimal(1), at + 1)) if counts else (at, None)
    elif word_class(t, at) == "hundred":
        start, found = at, (Decimal(1), at)
    else:
        start, found = at, _small(t, at)
    if found is None:
        return None
    value, end = found
    if t.has(end, ("and", "a", "half")):
        return value + _HALF, end + 3
    hundred = over_dash(t, end) if end > start else end
    if word_class(t, hundred) != "hundred":
        return value, end
    rest = _rest(t, hundred + 1) if joins or t.word(hundred + 1) != "and" else None
    return (value * 100 + rest[0], rest[1]) if rest else (value * 100, hundred + 1)


def _digits(t: Tokens, at: int) -> tuple[Decimal, int] | None:
    """Read digits, with groups set apart by spaces ("10 000") and with "hundred" behind."""
    if unreadable_end(t, at) > at:
        return None
    written, end = t.low[at], at + 1
    while is_spaced_group(t, end):
        written, end = f"{written},{t.low[end]}", end + 1
    value = read_digits(written)
    if value is None:
        return None
    return (value * 100, end + 1) if word_class(t, end) == "hundred" else (value, end)


def _small(t: Tokens, at: int) -> tuple[Decimal, int] | None:
    """Read nought to ninety-nine in words."""
    kind = word_class(t, at)
    if kind in ("unit", "teen", "zero"):
        return _value(t, at), at + 1
    if kind != "ten":
        return None
    unit = over_dash(t, at + 1)
    if word_class(t, unit) == "unit":
        return _value(t, at) + _value(t, unit), unit + 1
    return _value(t, at), at + 1


def _rest(t: Tokens, at: int) -> tuple[Decimal, int] | None:
    """Read "and five", "forty-two" behind a unit; after "and" no hundreds ("and two hundred")."""
    joined = t.word(at) == "and"
    small = _small(t, at + 1 if joined else at)
    if small is None or small[0] == 0:
        return None
    return None if joined and word_class(t, over_dash(t, small[1])) in _LESSER else small


def _next_group(t: Tokens, at: int, *, joins: bool) -> tuple[Decimal, int] | None:
    """Read the group behind a unit: words below a thousand, or digits with a unit of their own."""
    if t.word(at) == "and":
        return _rest(t, at) if joins else None
    if t.is_digits(at):
        group = _group(t, at)
        return group if group and _unit(t, group[1]) is not None else None
    return _group(t, at) if word_class(t, at) in ("unit", "teen", "ten") else None


def _suffix(t: Tokens, at: int) -> Decimal | None:
    """Return what letters right behind digits multiply them by: "2bn", "10k", "$35m"."""
    if not (t.is_joined(at) and word_class(t, at) == "short"):
        return None
    if t.is_joined(at + 1) and (t.is_digits(at + 1) or t.word(at + 1) == "_"):
        return None
    return _value(t, at) if t.word(at) not in ("m", "b") or _is_million(t, at) else None


def _is_million(t: Tokens, at: int) -> bool:
    """Tell "35m refugees", "4.3M users" and "$35m" from a length in metres."""
    behind = t.word(at + 1)
    counted = behind in ("of", "people") or (behind.endswith("s") and not behind.endswith("ss"))
    sum_of_money = t.is_joined(at - 1) and (t.word(at - 2) in _CURRENCY or t.is_word(at - 2))
    return counted or sum_of_money or t.is_capital(at)


def _part(t: Tokens, at: int) -> Number | None:
    """Read a part of a unit: "half a million", "a quarter of a million", "half a dozen"."""
    start = at + 1 if t.word(at) == "a" else at
    if t.word(start) == "half":
        share, end = _HALF, over_dash(t, start + 1)
    elif t.word(start) == "quarter" or t.has(at, ("three", "quarters")):
        share = 3 * _QUARTER if t.word(at) == "three" else _QUARTER
        end = at + 2 if t.word(at) == "three" else start + 1
        end += t.word(end) == "of"
    else:
        return None
    if t.word(end) == "a":
        end = over_dash(t, end + 1)
    unit = _unit(t, end)
    if unit is None or word_class(t, end) == "plural":
        return None
    return Number(at, end + 1, share * unit, share * unit, "words", unit)


def _vague(t: Tokens, at: int) -> Number | None:
    """Read "dozens", "tens of thousands": at least two of the unit."""
    if word_class(t, at) != "plural":
        return None
    low, end = _value(t, at), at + 1
    while t.word(end) == "of" and word_class(t, end + 1) in ("plural", "scale"):
        low *= _value(t, end + 1) / (2 if word_class(t, end + 1) == "plural" else 1)
        end += 2
    return Number(at, end, low, None, "vague", low)


def _several(t: Tokens, at: int) -> Number | None:
    """Read "several", "a few hundred", "a couple of dozen", "a large number of"."""
    end, exact = _several_end(t, at)
    if end == at:
        return None
    unit, last = Decimal(1), end
    while (more := _unit(t, last)) is not None:
        unit, last = unit * more, last + 1
    form: Form = "several" if last == end and not exact else "vague"
    return Number(at, last, 2 * unit, 2 * unit if exact else None, form, unit)


def _several_end(t: Tokens, at: int) -> tuple[int, bool]:
    """Return the end of the words for "more than one" and whether they mean just two."""
    if word_class(t, at) == "several" or t.word(at) == "some":
        return at + 1, False
    start = at + 1 if t.word(at) in ("a", "an") else at
    if t.word(start) in ("few", "handful", "couple", "pair"):
        exact = t.word(start) in ("couple", "pair")
        takes_of = t.word(start) == "handful" or exact
        return start + 1 + (takes_of and t.word(start + 1) == "of"), exact
    if start > at:
        for end in range(start, start + _ADJECTIVES + 1):
            if t.word(end) == "number":
                return end + 1 + (t.word(end + 1) == "of"), False
            if not t.is_word(end):
                break
    return at, False


def _single(t: Tokens, at: int) -> Number | None:
    """Read "a soldier", "another", "both", "no one"."""
    if t.has(at, ("not", "a", "single")):
        return Number(at, at + 3, Decimal(0), Decimal(0), "none")
    kind = word_class(t, at)
    if kind not in ("one", "both", "none") or (
        t.word(at) == "no" and at + 1 < len(t) and not t.is_word(at + 1)
    ):
        return None
    end = at + 1 + (kind == "none" and t.word(at + 1) == "one")
    form: Form = "one" if kind == "one" else "both" if kind == "both" else "none"
    return Number(at, end, _value(t, at), _value(t, at), form)
