"""NewsQuant sentences to the F1 of the values that are found in them, beside quantulum3's.

A value counts as NewsQuant's own scorer counts it: numbers agree within 1e-5 of their size, a range
agrees where both its ends do, and in a sentence every agreeing pair counts until there are as many
as gold values. "one to one" pairs each value at most once. Units are not compared. As in that
scorer, quantulum3 is measured against the middle of a range, because it gives no ends.
"""

from __future__ import annotations

import importlib
import json
import math
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.errors import InputError, SaysoError
from sayso.evaluate.tally import Tally
from sayso.language.numbers import find_quantities

Value = float | tuple[float, float]
#: What NewsQuant marks: numbers of anything, but no dates, names, ranks or shares of a whole.
KINDS = frozenset({"count", "money", "percent", "duration", "measure", "age", "score", "decimal"})
_NEAR, _NEAR_ZERO = 1e-5, 1e-8


@dataclass(frozen=True)
class Sentence:
    """A sentence and its gold values; a range is a pair."""

    text: str
    values: tuple[Value, ...]


def read_newsquant(folder: Path) -> list[Sentence]:
    """Return the sentences of NewsQuant.json in ``folder`` or its ``formatted_test_set``."""
    for path in (folder / "NewsQuant.json", folder / "formatted_test_set" / "NewsQuant.json"):
        if path.exists():
            rows = json.loads(path.read_text(encoding="utf-8"))
            return [
                Sentence(row["text"], tuple(_gold_value(q["value"]) for q in row["quantities"]))
                for row in rows
            ]
    raise InputError(f"no NewsQuant.json in {folder}", "give the folder that holds it")


def _gold_value(written: str) -> Value:
    low, dash, high = written.partition("-")
    return (float(low), float(high)) if low and dash and "E" not in written else float(written)


def find_values(text: str) -> list[Value]:
    """Return the values that sayso finds: the bound of a half-open count, the ends of a range."""
    values: list[Value] = []
    for q in find_quantities(text):
        if q.kind in KINDS:
            ends = [float(bound) for bound in (q.low, q.high) if bound is not None]
            values.append(ends[0] if ends[0] == ends[-1] else (ends[0], ends[-1]))
    return values


def quantulum() -> Callable[[str], list[Value]] | None:
    """Return quantulum3's reading of a text, or None where the library is not installed."""
    try:
        parser = importlib.import_module("quantulum3.parser")
    except ImportError:
        return None
    return lambda text: [float(q.value) for q in parser.parse(text)]


def count_hits(gold: Sequence[Value], found: Sequence[Value], *, once: bool) -> int:
    """Return how many gold values are found; ``once`` pairs each found value once at most."""
    left, hits = list(found), 0
    for value in gold:
        agreeing = [v for v in left if agree(value, v)]
        hits += min(len(agreeing), 1) if once else len(agreeing)
        if once and agreeing:
            left.remove(agreeing[0])
    return min(hits, len(gold))


def agree(a: Value, b: Value) -> bool:
    """Tell whether two values are the same: two numbers, or two ranges with the same ends."""
    if isinstance(a, tuple) or isinstance(b, tuple):
        both = isinstance(a, tuple) and isinstance(b, tuple)
        return both and all(agree(x, y) for x, y in zip(a, b, strict=True))  # type: ignore[arg-type]
    return math.isclose(a, b, rel_tol=_NEAR, abs_tol=_NEAR_ZERO)


def score_values(
    sentences: Sequence[Sentence], find: Callable[[str], list[Value]], *, middle: bool = False
) -> tuple[Tally, Tally]:
    """Return the tallies as NewsQuant's scorer counts, and one to one."""
    theirs, once = Tally(), Tally()
    for sentence in sentences:
        gold = [_middle(v) if middle else v for v in sentence.values]
        found = find(sentence.text)
        theirs.add(count_hits(gold, found, once=False), len(found), len(gold))
        once.add(count_hits(gold, found, once=True), len(found), len(gold))
    return theirs, once


def _middle(value: Value) -> Value:
    return sum(value) / 2 if isinstance(value, tuple) else value


def main() -> None:
    """Print the table for the folder that is given."""
    try:
        sentences = read_newsquant(Path(sys.argv[1] if len(sys.argv) > 1 else ""))
    except SaysoError as error:
        raise SystemExit(f"{error.code}: {error}") from error
    finders: list[tuple[str, Callable[[str], list[Value]], bool]] = [("sayso", find_values, False)]
    other = quantulum()
    if other is None:
        print("quantulum3 is not installed: sayso alone is measured")
    else:
        finders.append(("quantulum3", other, True))
    print(f"{'':28}{'P':>7}{'R':>7}{'F1':>7}   hit/found/gold")
    for name, find, middle in finders:
        theirs, once = score_values(sentences, find, middle=middle)
        print(theirs.row(f"{name}, value"))
        print(once.row(f"{name}, value, one to one"))


if __name__ == "__main__":
    main()
