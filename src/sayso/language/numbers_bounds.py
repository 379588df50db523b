"""Numbers with their hedges and ranges to bounds: "at least 20", "between 20 and 30", "20-30"."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from sayso.language.numbers_core import Number, openings, read_number
from sayso.language.numbers_tokens import Tokens
from sayso.language.word_lists import rows, words_of

#: Words that may stand between a hedge and its number: "at least another 20".
_BETWEEN = frozenset({"another", "an", "additional", "further", "other"})
#: How many tokens back a verb of change may stand from "from 7 to 11".
_CHANGE_BEFORE = 14
_FROM_BEFORE = 3
#: So many hedges may stand before one number ("perhaps as many as some 20").
_HEDGES = 4
_STOPS = frozenset(".;!?")
#: The forms that a hedge may stand with; "some a", "about no" are none.
_HEDGED = frozenset({"digits", "words", "vague"})
_MARKS = {">": "least", "≥": "least", "<": "most", "≤": "most", "~": "about", "≈": "about"}
#: "hand over 30 men" is no more than thirty: the word goes with the verb.
_HANDING = frozenset({"hand", "hands", "handed", "handing", "turn", "turns", "turned", "turning"})
_EXACT = frozenset({"digits", "words"})
_PERCENT = frozenset({"%", "percent", "pct", "pc"})
_CURRENCY = frozenset("$€£¥₹")
#: What a number is passed by, where the verb may mean something else: "the *toll* passed 90".
_TOLLS = frozenset(
    {"count", "deaths", "figure", "figures", "number", "numbers", "tally", "toll", "tolls",
     "total", "totals"}
)  # fmt: skip
#: They stand at most so many tokens before the verb, a denial so many.
_TOLL_BEFORE = 14
_DENIAL_BEFORE = 3
_DENIALS = frozenset({"not", "n't", "n’t", "never", "cannot"})


@cache
def hedges(side: str) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Return the hedges of a side by their first word: (words, bound), the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, where, bound in rows("number_hedges"):
        if where == side:
            words = tuple(phrase.split())
            found.setdefault(words[0], []).append((words, bound))
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return found


@cache
def first_words() -> frozenset[str]:
    """Return every word that a quantity may begin with."""
    return frozenset({*hedges("before"), *_bare_words(), *_MARKS})


@cache
def _bare_words() -> frozenset[str]:
    """Return every word that a quantity without a hedge may begin with."""
    return openings() | {"between"}


def read_bounds(t: Tokens, at: int) -> tuple[Number, int] | None:
    """Return the number that begins at ``at`` with its hedges, bounds set by them, or None; and
    where the number itself begins, behind the hedges."""
    start, bound = _hedges_before(t, at)
    if start == at and t.word(at) not in _bare_words() and not t.is_digits(at):
        return None
    found = _range(t, start)
    if start > at and (found is None or found.form not in _HEDGED):
        found, bound = _range(t, at), ""
    if found is None:
        return None
    if found.form not in _HEDGED:
        return found, at
    after, end = _hedge_after(t, found.end)
    if bound not in ("least", "most"):
        bound = _passing(t, at) or bound
    low, high = _bounded(found, after or bound)
    return Number(at, end, low, high, found.form, found.scale), start


def _hedges_before(t: Tokens, at: int) -> tuple[int, str]:
    """Return where the hedges at ``at`` end, and the bound that they set."""
    start, bound = at, ""
    for _ in range(_HEDGES):
        found = _hedge(t, start, "before")
        if found is None:
            break
        start += len(found[0])
        bound = found[1] if found[1] in ("least", "most") or not bound else bound
        start += next((n for n in (1, 2) if _skips(t, start, n)), 0)
    return start, bound


def _skips(t: Tokens, at: int, words: int) -> bool:
    """Tell whether so many words stand idle between a hedge and its number."""
    if not all(t.word(at + n) in _BETWEEN for n in range(words)):
        return False
    number = read_number(t, at + words)
    return number is not None and number.form in _HEDGED


def _hedge(t: Tokens, at: int, side: str) -> tuple[tuple[str, ...], str] | None:
    word = t.word(at)
    if side == "before" and word in _MARKS and t.is_joined(at + 1):
        return (word,), _MARKS[word]
    known = hedges(side).get(word)
    if known is None or (word == "over" and at and t.word(at - 1) in _HANDING):
        return None
    for hedge in known:
        if t.has(at, hedge[0]):
            return hedge
    return None


def _passing(t: Tokens, at: int) -> str:
    """Return the bound that a verb right before sets: "exceeds 90", "the toll passed 90"."""
    verb = at - 2 if at > 1 and t.word(at - 1) == "the" else at - 1
    if verb < 0:
        return ""
    first = verb
    while first > max(verb - _TOLL_BEFORE, 0) and t.word(first - 1) not in _STOPS:
        first -= 1
    before = t.low[first:verb]
    of_toll = not _TOLLS.isdisjoint(before)
    if _hedge(t, verb, "verb") is None and not (of_toll and _hedge(t, verb, "toll-verb")):
        return ""
    return "least" if _DENIALS.isdisjoint(before[-_DENIAL_BEFORE:]) else "most"


def _hedge_after(t: Tokens, at: int) -> tuple[str, int]:
    if t.word(at) == "+" and t.is_joined(at):
        return "least", at + 1
    found = _hedge(t, at, "after")
    if found is None or (_hedge(t, at, "before") and read_number(t, at + len(found[0]))):
        return "", at  # "since Jan. 1 *at least 20*": the hedge is that of the next number
    return found[1], at + len(found[0])


def _bounded(number: Number, bound: str) -> tuple[Decimal | None, Decimal | None]:
    if bound == "least":
        return number.low, None
    if bound == "most" and number.high is not None:
        return None, number.high
    return number.low, number.high


def _range(t: Tokens, at: int) -> Number | None:
    """Read one number or a range: "between 20 and 30", "7 to 11", "three or four"."""
    if t.word(at) != "between":
        first = read_number(t, at)
        return _two_ends(t, first, ("-", "to", "or")) or first
    return _two_ends(t, read_number(t, at + 1), ("and",)) or _two_ends(
        t, read_number(t, at + 1, joins=False), ("and",)
    )


def _two_ends(t: Tokens, first: Number | None, joints: tuple[str, ...]) -> Number | None:
    """Read two numbers, the first of which is given, with one of ``joints`` between them."""
    if first is None or first.form not in _EXACT:
        return None
    joint, start = _joint(t, first.end)
    second = read_number(t, start) if joint in joints else None
    if (
        second is None
        or second.form not in _EXACT
        or (joint == "to" and _is_change(t, first.start))
    ):
        return None
    ends = _ends(first, second)
    if ends is None or (_is_percent(t, first.end) and not _is_percent(t, second.end)):
        return None
    return Number(first.start, second.end, ends[0], ends[1], first.form, second.scale)


def _joint(t: Tokens, at: int) -> tuple[str, int]:
    """Return the word that joins the ends of a range, if one stands at ``at``, and its end."""
    if _is_percent(t, at):
        at += 1 if t.word(at) in _PERCENT else 2
    word = t.word(at)
    spaced = not t.is_joined(at) and not t.is_joined(at + 1)
    tight = t.is_joined(at) and t.is_joined(at + 1)
    if t.is_dash(at) and (tight or (spaced and t.word(at) in "–—")) and not t.is_broken(at + 1):
        word = "-"
    elif word not in ("to", "or", "and"):
        return "", at
    return word, at + 1 + (t.word(at + 1) in _CURRENCY)


def _is_percent(t: Tokens, at: int) -> bool:
    return t.word(at) in _PERCENT or t.has(at, ("per", "cent"))


def _ends(first: Number, second: Number) -> tuple[Decimal, Decimal] | None:
    """Return the ends of a range, the first in the unit of the second where it has none."""
    assert first.low is not None and second.low is not None
    low, high = first.low, second.low
    if first.scale == 1 and second.scale > 1 and low < high / second.scale:
        low *= second.scale
    return (low, high) if low < high else None


def _is_change(t: Tokens, at: int) -> bool:
    """Tell whether "from 7 to 11" stands behind a verb of change, in the same sentence."""
    if "from" not in (t.word(at - n) for n in range(1, _FROM_BEFORE + 1)):
        return False
    for back in range(at - 1, max(at - _CHANGE_BEFORE, -1), -1):
        if t.word(back) in _STOPS:
            return False
        if t.word(back) in words_of("number_context", "change"):
            return True
    return False
