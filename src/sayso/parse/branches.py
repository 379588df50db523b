"""Word-by-word log odds of a role, and the tree, to odds that lean to whole branches.

A clause is a branch of the tree, so a word and the word that it hangs on mostly stand in it
together. Each arc carries that as a coupling, and belief propagation, which is exact on trees
(Pearl 1988), brings to every word what all others say.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from sayso.parse.trees import Floats, Ints

Flags = npt.NDArray[np.bool_]


def coupled(odds: Floats, heads: Ints, shut: Flags, strength: float) -> Floats:
    """Return log odds (rows, words) with what the other words of the tree say brought in.

    ``strength`` is the log odds that the two words of an arc stand on one side. No arc couples to
    or from the words that ``shut`` (rows, words) marks.
    """
    pull = np.float32(np.tanh(strength / 2))
    free = ~(shut | shut[:, heads]).T
    total = np.array(odds.T, dtype=np.float32)
    up = np.zeros_like(total)
    order = _by_depth(heads)
    for words in reversed(order):
        up[words] = _message(total[words], pull) * free[words]
        np.add.at(total, heads[words], up[words])
    for words in order:
        total[words] += _message(total[heads[words]] - up[words], pull) * free[words]
    return total.T


def _by_depth(heads: Ints) -> list[Ints]:
    """The words that hang on a root, then those that hang on them, and so on."""
    depth, at = np.zeros(len(heads), dtype=np.int64), np.arange(len(heads))
    while (below := heads[at] != at).any():
        depth += below
        at = heads[at]
    return [np.flatnonzero(depth == d) for d in range(1, int(depth.max(initial=0)) + 1)]


def _message(odds: Floats, pull: np.float32) -> Floats:
    return np.asarray(2 * np.arctanh(pull * np.tanh(odds / 2)), dtype=np.float32)
