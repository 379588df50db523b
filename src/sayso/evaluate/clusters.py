"""Two groupings of the same mentions to the scores of coreference: MUC, B-cubed, CEAF-e, CoNLL.

As defined by Vilain et al. 1995, Bagga and Baldwin 1998, Luo 2005 and Pradhan et al. 2014; a
mention in no group is a group of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

Grouping = Sequence[frozenset[str]]


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1, in per cent."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def score_groups(found: Grouping, gold: Grouping) -> dict[str, Score]:
    """Return the scores by name; "CoNLL" is the mean of the three (its F1 is the mean F1)."""
    return {
        "MUC": Score(_muc(found, gold), _muc(gold, found)),
        "B-cubed": Score(_b_cubed(found, gold), _b_cubed(gold, found)),
        "CEAF-e": _ceaf(found, gold),
    }


def conll(scores: dict[str, Score]) -> float:
    """Return the mean of the three F1 scores."""
    return sum(score.f1 for score in scores.values()) / len(scores)


def _group_of(grouping: Grouping) -> dict[str, int]:
    return {mention: n for n, group in enumerate(grouping) for mention in group}


def _muc(one: Grouping, two: Grouping) -> float:
    """Share of the links of ``one`` that hold in ``two``."""
    where = _group_of(two)
    kept = total = 0
    for group in one:
        parts = {where.get(mention, mention) for mention in group}
        kept += len(group) - len(parts)
        total += len(group) - 1
    return 100 * kept / total if total else 0.0


def _b_cubed(one: Grouping, two: Grouping) -> float:
    where = _group_of(two)
    right = total = 0.0
    for group in one:
        shares: dict[int | str, int] = defaultdict(int)
        for mention in group:
            shares[where.get(mention, mention)] += 1
        right += sum(count * count / len(group) for count in shares.values())
        total += len(group)
    return 100 * right / total if total else 0.0


def _ceaf(found: Grouping, gold: Grouping) -> Score:
    where = _group_of(gold)
    shared: dict[int, dict[int, float]] = defaultdict(dict)
    for n, group in enumerate(found):
        for mention in group:
            if mention in where:
                m = where[mention]
                shared[n][m] = shared[n].get(m, 0.0) + 2 / (len(group) + len(gold[m]))
    best = _best_match(shared)
    return Score(100 * best / max(1, len(found)), 100 * best / max(1, len(gold)))


def _best_match(weights: dict[int, dict[int, float]]) -> float:
    """Return the weight of the heaviest matching of two sides (Kuhn and Munkres).

    Groups that share no mention are never matched, so that each connected part counts alone.
    """
    best, seen = 0.0, set[int]()
    columns: dict[int, list[int]] = defaultdict(list)
    for row, cells in weights.items():
        for column in cells:
            columns[column].append(row)
    for start in weights:
        if start in seen:
            continue
        rows, ahead = [], [start]
        seen.add(start)
        while ahead:
            row = ahead.pop()
            rows.append(row)
            for other in (o for column in weights[row] for o in columns[column]):
                if other not in seen:
                    seen.add(other)
                    ahead.append(other)
        best += _assign([weights[row] for row in rows])
    return best


def _assign(rows: list[dict[int, float]]) -> float:
    """Return the heaviest assignment of rows to columns, by shortest augmenting paths."""
    names = sorted({column for row in rows for column in row})
    size = max(len(rows), len(names))
    cost = [[0.0] * size for _ in range(size)]
    for n, row in enumerate(rows):
        for m, column in enumerate(names):
            cost[n][m] = -row.get(column, 0.0)
    u, v = [0.0] * (size + 1), [0.0] * (size + 1)
    match = [0] * (size + 1)
    for added in range(1, size + 1):
        _augment(added, cost, (u, v), match)
    return -sum(cost[match[column] - 1][column - 1] for column in range(1, size + 1))


def _augment(
    row: int, cost: list[list[float]], duals: tuple[list[float], list[float]], match: list[int]
) -> None:
    u, v = duals
    size = len(cost)
    least, used, before = [float("inf")] * (size + 1), [False] * (size + 1), [0] * (size + 1)
    match[0], column = row, 0
    while match[column]:
        used[column] = True
        at, delta, following = match[column], float("inf"), 0
        for c in range(1, size + 1):
            if used[c]:
                continue
            slack = cost[at - 1][c - 1] - u[at] - v[c]
            if slack < least[c]:
                least[c], before[c] = slack, column
            if least[c] < delta:
                delta, following = least[c], c
        for c in range(size + 1):
            if used[c]:
                u[match[c]] += delta
                v[c] -= delta
            else:
                least[c] -= delta
        column = following
    while column:
        match[column] = match[before[column]]
        column = before[column]
