"""Shares of a whole to bounds: "half of the 59", "most", "all", "the other", "a third man"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from sayso.language.numbers import Bound, Quantity
from sayso.language.spans import lower_of, span_of

_ALL = frozenset({"all", "everyone", "everybody", "each"})
_ONE = frozenset({"other", "second", "third", "fourth", "fifth", "last"})
_MOST = frozenset({"most", "majority"})
_RELATIVE = _ALL | _ONE | _MOST | {"half", "any"}
#: The whole is told at most this many characters behind "half of the ...".
_WHOLE_NEAR = 24


def is_relative(doc: Doc, start: int, end: int) -> bool:
    """Tell whether tokens without a number of their own count by a whole: "most", "the other".

    The "all" of "all but two" does not: what it leaves out is told.
    """
    return "but" not in lower_of(doc)[start : end + 1] and not _RELATIVE.isdisjoint(
        lower_of(doc)[start:end]
    )


def relative_bounds(
    doc: Doc, start: int, end: int, quantities: Sequence[Quantity]
) -> tuple[Bound, Bound]:
    """Return the bounds that tokens without a number of their own set, or (None, None).

    The whole is the count that stands right behind, else the last count before them.
    """
    words = set(lower_of(doc)[start:end])
    if words & _ONE:
        return 1, 1
    if "any" in words:  # what is denied: "without any losses"
        return 0, 0
    whole = _whole(doc, start, end, quantities)
    if whole is None or whole.low is None or whole.low != whole.high:
        return None, None
    number = int(whole.low)
    if words & _ALL:
        return number, number
    if words & _MOST:
        return number // 2 + 1, number
    return (number // 2, (number + 1) // 2) if "half" in words else (None, None)


def _whole(doc: Doc, start: int, end: int, quantities: Sequence[Quantity]) -> Quantity | None:
    here = span_of(doc, start, end)
    counts = [q for q in quantities if q.kind == "count"]
    behind = next((q for q in counts if 0 <= q.start - here.end <= _WHOLE_NEAR), None)
    before = next((q for q in reversed(counts) if q.end <= here.start), None)
    return behind or before
