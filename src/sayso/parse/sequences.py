"""Tag probabilities to the likeliest tags in which every I- goes on from its own B-."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from sayso.parse.model import Floats
from sayso.parse.trees import Ints

#: A word that is outside with this probability or more is outside, whatever stands beside it.
CERTAIN = 0.995
#: What a name's other places in the text count for, against the place itself.
ELSEWHERE = 0.5


def likeliest(probabilities: Floats, labels: tuple[str, ...], starts: Sequence[int] = (0,)) -> Ints:
    """Return the tags (words) of the likeliest allowed sequence (Viterbi).

    ``probabilities`` (words, labels) need not sum to one. A tag "I-X" may only stand behind
    "B-X" or "I-X", and at none of the words where, by ``starts``, something new begins. Where the
    likeliest tags of the words by themselves are allowed, they are it.
    """
    outside, first, inside, may_follow = _places(labels)
    best: Ints = probabilities.argmax(1)
    before = np.concatenate([[outside], best[:-1]])
    before[list(starts)] = outside
    wrong = np.flatnonzero(~may_follow[before, best])
    if not len(wrong):
        return best
    at = np.flatnonzero(probabilities[:, outside] < CERTAIN)
    for a, b in _stretches(at, starts):
        words = at[a:b]
        if np.searchsorted(wrong, words[0]) < np.searchsorted(wrong, words[-1] + 1):
            logs = np.log(np.maximum(probabilities[words], 1e-9))
            best[words] = _stretch(logs, first, inside)
    return best


@lru_cache(maxsize=16)
def _places(labels: tuple[str, ...]) -> tuple[int, Ints, Ints, npt.NDArray[np.bool_]]:
    """Where "O" stands, each label's "B-", every "I-", and which label may follow which."""
    where = {label: n for n, label in enumerate(labels)}
    first = np.array([where.get("B-" + label[2:], n) for n, label in enumerate(labels)])
    inside = np.array([n for n, label in enumerate(labels) if label.startswith("I-")], dtype=int)
    may_follow = np.ones((len(labels), len(labels)), dtype=bool)
    may_follow[:, inside] = False
    may_follow[inside, inside] = may_follow[first[inside], inside] = True
    return where["O"], first, inside, may_follow


def _stretches(at: Ints, starts: Sequence[int]) -> list[tuple[int, int]]:
    """The ranges of ``at`` that hold words in a row, none across a start."""
    cuts = np.flatnonzero((np.diff(at) > 1) | np.isin(at[1:], starts)) + 1
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
    """Return the probabilities of words, those of a name drawn to its mean over the text.

    A name is a word with a capital letter: "Mongla" is the same kind of thing wherever it stands.
    """
    seen: dict[str, int] = {}
    at = [i for i, word in enumerate(words) if word[:1].isupper() and len(word) > 1]
    group = np.array([seen.setdefault(words[i], len(seen)) for i in at], dtype=np.int64)
    if len(seen) == len(at):
        return probabilities
    times = np.bincount(group)
    total = np.zeros((len(seen), probabilities.shape[1]), dtype=probabilities.dtype)
    np.add.at(total, group, probabilities[at])
    out = probabilities.copy()
    out[at] = (1 - ELSEWHERE) * out[at] + ELSEWHERE * (total / times[:, None])[group]
    return out
