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
#: No tag of a word is less likely than this.
LEAST = 1e-9
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
    is_open = probabilities[:, outside] < CERTAIN
    is_open &= ~_are_outside(probabilities, outside, first[inside], inside)
    at = np.flatnonzero(is_open)
    for a, b in _stretches(at, starts):
        words = at[a:b]
        if np.searchsorted(wrong, words[0]) < np.searchsorted(wrong, words[-1] + 1):
            logs = np.log(np.maximum(probabilities[words], LEAST))
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


def _are_outside(
    probabilities: Floats, outside: int, begin: Ints, inside: Ints
) -> npt.NDArray[np.bool_]:
    """Which words are outside in the likeliest sequence, so that it falls into parts at them.

    All that another tag at a word can bring is that the next word may be "I-" instead of "B-".
    """
    likely = np.maximum(probabilities, LEAST)
    brought = np.ones(len(likely), dtype=np.float32)
    brought[:-1] = np.maximum((likely[1:, inside] / likely[1:, begin]).max(1), 1)
    other = np.delete(likely, outside, axis=1).max(1)
    return np.asarray(likely[:, outside] > other * brought)


def _stretches(at: Ints, starts: Sequence[int]) -> list[tuple[int, int]]:
    """The ranges of ``at`` that hold words in a row, none across a start."""
    cuts = np.flatnonzero((np.diff(at) > 1) | np.isin(at[1:], starts)) + 1
    return list(pairwise([0, *cuts.tolist(), len(at)]))


def _stretch(logs: Floats, first: Ints, inside: Ints) -> list[int]:
    own, going_on = first[inside], logs[:, inside]
    scores = [logs[0].copy()]
    scores[0][inside] = -np.inf
    for row, on in zip(logs[1:], going_on[1:], strict=True):
        last = scores[-1]
        score = last.max() + row
        score[inside] = np.maximum(last[own], last[inside]) + on
        scores.append(score)
    begins = dict(zip(inside.tolist(), own.tolist(), strict=True))
    tags = [int(scores[-1].argmax())]
    for last in reversed(scores[:-1]):
        tag = tags[-1]
        if tag not in begins:
            tag = int(last.argmax())
        elif last[begins[tag]] >= last[tag]:
            tag = begins[tag]
        tags.append(tag)
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
