"""Text to quantities: every number of a text with its bounds, its words and what it counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from sayso.language.numbers_bounds import first_words, read_bounds
from sayso.language.numbers_core import Number, over_dash, word_class
from sayso.language.numbers_kind import Kind, kind_of
from sayso.language.numbers_readable import unreadable_end
from sayso.language.numbers_tokens import Tokens, read_tokens

Bound = int | float | None
#: Kinds that a phrase alone may not be read as: "F-16", "22nd", "7.62".
_NO_PHRASE = frozenset({"label", "rank", "decimal", "aside"})
_RUN = frozenset({"unit", "teen", "ten", "hundred", "scale"})


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a text: characters ``start`` to ``end`` with its hedges, ``core`` without them.

    ``low`` and ``high`` are its bounds, either may be None. ``kind`` says what it counts: "count"
    of people or things; "one" for "a", "an", "another"; "none", "several"; else what it is instead.
    """

    start: int
    end: int
    core: int
    low: Bound
    high: Bound
    kind: Kind


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Return every quantity of a text in text order, none overlapping, in linear time."""
    return tuple(quantities_in(text))


def quantities_in(text: str) -> Iterator[Quantity]:
    """Yield the quantities of a text one by one, for who wants the first of a kind."""
    return _find(read_tokens(text))


def read_quantity(phrase: str) -> tuple[Bound, Bound] | None:
    """Return the bounds that a phrase such as "at least two dozen" sets, or None.

    The first quantity of the phrase is read, a count before an article ("a second two").
    """
    found = [q for q in find_quantities(phrase) if q.kind not in _NO_PHRASE]
    best = next((q for q in found if q.kind not in ("one", "several")), None)
    best = best or next(iter(found), None)
    return (best.low, best.high) if best else None


def _find(t: Tokens) -> Iterator[Quantity]:
    past, begin = 0, first_words()
    for at in [n for n, word in enumerate(t.low) if word in begin or word[0].isdecimal()]:
        if at < past:
            continue
        past = unreadable_end(t, at)
        if past > at or (found := read_bounds(t, at)) is None:
            continue
        number, core = found
        past = _run_end(t, number)
        if past == number.end:
            yield _quantity(t, number, core)


def _quantity(t: Tokens, n: Number, core: int) -> Quantity:
    kind = kind_of(t, n, core)
    return Quantity(
        t.start[n.start], t.end[n.end - 1], t.start[core], _plain(n.low), _plain(n.high), kind
    )


def _plain(value: Decimal | None) -> Bound:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _run_end(t: Tokens, n: Number) -> int:
    """Return the end of number words that run on: "nineteen eighty-four", "one two three"."""
    end = n.end
    while n.form == "words" and word_class(t, over_dash(t, end)) in _RUN:
        end = over_dash(t, end) + 1
    return end
