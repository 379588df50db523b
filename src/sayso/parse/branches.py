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
    """Return log odds (words, ...) with what the other words of the tree say brought in.

    ``strength`` is the log odds that the two words of an arc stand on one side. No arc couples to
    or from the words that ``shut`` (as odds, or one for several) marks.
    """
    order, levels = _by_depth(heads.tobytes())
    most = np.where(shut | shut[heads], 0, np.float32(strength))[order]
    least, total = -most, odds[order]
    up = np.zeros_like(total)
    for level, above, starts, _ in reversed(levels):
        np.minimum(np.maximum(total[level], least[level]), most[level], out=up[level])
        total[above] += np.add.reduceat(up[level], starts, axis=0)
    for level, _, _, head in levels:
        down = total[head] - up[level]
        total[level] += np.minimum(np.maximum(down, least[level]), most[level])
    out = np.empty_like(total)
    out[order] = total
    return out


@lru_cache(maxsize=1)  # a tree is asked for again for its next kind of anchor
def _by_depth(tree: bytes) -> tuple[Ints, list[tuple[slice, Ints, Ints, Ints]]]:
    """The words in order of their depth, those of one head together, and a slice of that order for
    the words that hang on roots, for those that hang on them, and so on.

    ``tree`` is the array of heads. With each slice go the heads of its words, each once, where the
    words of each begin, and the head of each word: all as places in that order.
    """
    heads = np.frombuffer(tree, dtype=np.int64)
    depth, at = np.zeros(len(heads), dtype=np.int64), np.arange(len(heads))
    while (below := heads[at] != at).any():
        depth += below
        at = heads[at]
    order = np.lexsort((heads, depth))
    place = np.empty_like(order)
    place[order] = np.arange(len(order))
    head = place[heads[order]]
    levels = []
    for a, b in pairwise(np.cumsum(np.bincount(depth)).tolist()):
        own = head[a:b]
        starts = np.flatnonzero(np.diff(own, prepend=-1))
        levels.append((slice(a, b), own[starts], starts, own))
    return order, levels
