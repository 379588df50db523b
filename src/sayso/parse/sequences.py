"""Tag probabilities to the likeliest tags in which every I- goes on from its own B-."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

import numpy as np

from sayso.parse.model import Floats
from sayso.parse.trees import Ints

#: A word that is outside with this probability or more is outside, whatever stands beside it.
CERTAIN = 0.995
#: What a name's other places in the window count for, against the place itself.
ELSEWHERE = 0.5


def likeliest(probabilities: Floats, labels: tuple[str, ...]) -> Ints:
    """Return the tags (words) of the likeliest allowed sequence (Viterbi).

    ``probabilities`` (words, labels) need not sum to one. A tag "I-X" may only stand behind
    "B-X" or "I-X".
    """
    outside, first, goes_on = _places(labels)
    best = np.full(len(probabilities), outside, dtype=np.int64)
    at = np.flatnonzero(probabilities[:, outside] < CERTAIN)
    if not len(at):
        return best
    logs = np.log(np.maximum(probabilities[at], 1e-9))
    for a, b in _stretches(at):
        best[at[a:b]] = _stretch(logs[a:b], first, goes_on)
    return best


@lru_cache(maxsize=16)
def _places(labels: tuple[str, ...]) -> tuple[int, Ints, Ints]:
    """Where "O" stands, where each label's own "B-" does, and which labels are an "I-"."""
    where = {label: n for n, label in enumerate(labels)}
    first = [where.get("B-" + label[2:], n) for n, label in enumerate(labels)]
    inside = [n for n, label in enumerate(labels) if label.startswith("I-")]
    return where["O"], np.array(first), np.array(inside)


def _stretches(at: Ints) -> list[tuple[int, int]]:
    """The ranges of ``at`` that hold words in a row."""
    cuts = np.flatnonzero(np.diff(at) > 1) + 1
    return list(pairwise([0, *cuts.tolist(), len(at)]))


def _stretch(logs: Floats, first: Ints, inside: Ints) -> list[int]:
    score = logs[0].copy()
    score[inside] = -np.inf
    before = []
    for row in logs[1:]:
        come_from = np.full(len(row), score.argmax())
        own, same = first[inside], inside
        come_from[inside] = np.where(score[own] >= score[same], own, same)
        before.append(come_from)
        score = score[come_from] + row
    tags = [int(score.argmax())]
    for come_from in reversed(before):
        tags.append(int(come_from[tags[-1]]))
    return tags[::-1]


def agreed(probabilities: Floats, words: Sequence[str]) -> Floats:
    """Return the probabilities of words, those of a name drawn to its mean over the window.

    A name is a word with a capital letter: "Mongla" is the same kind of thing wherever it stands.
    """
    groups: dict[str, list[int]] = {}
    for i, word in enumerate(words):
        if word[:1].isupper() and len(word) > 1:
            groups.setdefault(word, []).append(i)
    out = probabilities.copy()
    for places in groups.values():
        if len(places) > 1:
            own = probabilities[places]
            out[places] = (1 - ELSEWHERE) * own + ELSEWHERE * own.mean(0)
    return out
