"""Word-by-word log odds of a role, and the tree, to odds that lean to whole branches.

A clause is a branch of the tree, so a word and the word that it hangs on mostly stand in it
together. Each arc carries that as a coupling, and max-product belief propagation, which is exact
on trees (Pearl 1988), brings to every word what the likeliest reading of all others says.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from sayso.parse.trees import Floats, Ints

Flags = npt.NDArray[np.bool_]


def coupled(odds: Floats, heads: Ints, shut: Flags, strength: float) -> Floats:
    """Return log odds (rows, words) with what the other words of the tree say brought in.

    ``strength`` is the log odds that the two words of an arc stand on one side. No arc couples to
    or from the words that ``shut`` (rows, words) marks.
    """
    bound = np.where(shut | shut[:, heads], 0, np.float32(strength)).T
    total = np.array(odds.T, dtype=np.float32)
    up = np.zeros_like(total)
    levels = _by_depth(heads.tobytes())
    for words, above, starts in reversed(levels):
        message = np.clip(total[words], -bound[words], bound[words])
        up[words] = message
        total[above] += np.add.reduceat(message, starts, axis=0)
    for words, _, _ in levels:
        total[words] += np.clip(total[heads[words]] - up[words], -bound[words], bound[words])
    return total.T


@lru_cache(maxsize=1)  # a window's tree is asked for again for its next kind of anchor
def _by_depth(tree: bytes) -> list[tuple[Ints, Ints, Ints]]:
    """The words that hang on roots, then those that hang on them, and so on.

    ``tree`` is the array of heads. Words of one head stand together: each level gives the words,
    their heads, each once, and where the words of each begin.
    """
    heads = np.frombuffer(tree, dtype=np.int64)
    depth, at = np.zeros(len(heads), dtype=np.int64), np.arange(len(heads))
    while (below := heads[at] != at).any():
        depth += below
        at = heads[at]
    order = np.lexsort((heads, depth))
    ends = np.cumsum(np.bincount(depth))
    out = []
    for a, b in pairwise(ends.tolist()):
        words = order[a:b]
        above, starts = np.unique(heads[words], return_index=True)
        out.append((words, above, starts))
    return out
