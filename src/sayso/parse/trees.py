"""Arc scores to trees: the best head for each word, one root a sentence, no circle."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
NEVER = np.float32(-1e9)


def heads_of(of: Floats, to: Floats, root: Floats, sentences: list[range]) -> Ints:
    """Return each word's head, its own index for a root.

    An arc scores the product of the word's row of ``of`` (words, width) with the head's row of
    ``to``; ``root`` (words) scores roots. Words look for their head in their own sentence alone.
    """
    lengths = np.array([len(s) for s in sentences])
    starts = np.array([s.start for s in sentences])
    at, first = np.arange(len(of)), np.repeat(starts, lengths)
    scores = np.full((len(of), 1 + lengths.max()), NEVER, dtype=np.float32)
    scores[:, 0] = root
    for s in sentences:
        here = slice(s.start, s.stop)
        np.matmul(of[here], to[here].T, out=scores[here, 1 : 1 + len(s)])
    scores[at, 1 + at - first] = NEVER
    best = scores.argmax(1) - 1
    is_root = best < 0
    heads: Ints = np.where(is_root, at, first + best)
    top = heads
    for _ in range(scores.shape[1].bit_length()):
        top = top[top]
    is_tree = np.logical_and.reduceat(is_root[top], starts)
    is_tree &= np.add.reduceat(is_root, starts, dtype=np.int64) == 1
    for n in np.flatnonzero(~is_tree).tolist():
        s = sentences[n]
        local = tree(scores[s.start : s.stop, : 1 + len(s)])
        heads[s.start : s.stop] = s.start + np.where(local < 0, np.arange(len(s)), local)
    return heads


def tree(block: Floats) -> Ints:
    """Return heads within one sentence, -1 for its one root."""
    n = len(block)
    block = block.copy()
    block[np.arange(n), np.arange(1, n + 1)] = NEVER
    heads: Ints = block.argmax(1) - 1
    if (heads < 0).sum() == 1 and _is_tree(heads):
        return heads
    root = int(block[:, 0].argmax()) if (heads < 0).sum() != 1 else int((heads < 0).argmax())
    fixed = block[:, 1:].T.copy()
    return _maximum(fixed, root)


def _is_tree(heads: Ints) -> bool:
    at = np.where(heads < 0, np.arange(len(heads)), heads)
    for _ in range(max(1, len(heads).bit_length())):
        at = at[at]
    return bool((heads[at] < 0).all())


def _maximum(scores: Floats, root: int) -> Ints:
    """Chu and Liu's, Edmonds' algorithm: the best tree below ``root``; scores[head, word]."""
    n = len(scores)
    scores[:, root] = NEVER
    np.fill_diagonal(scores, NEVER)
    heads: Ints = scores.argmax(0)
    heads[root] = -1
    circle = _circle(heads)
    if circle is None:
        return heads
    is_outside = np.ones(n, dtype=bool)
    is_outside[circle] = False
    outside = np.flatnonzero(is_outside)
    small = np.full((len(outside) + 1, len(outside) + 1), NEVER, dtype=np.float32)
    small[:-1, :-1] = scores[outside[:, None], outside]
    into = scores[outside[:, None], circle] - scores[heads[circle], circle]
    out_of = scores[circle[:, None], outside]
    small[:-1, -1] = into.max(1)
    small[-1, :-1] = out_of.max(0)
    inner = _maximum(small, int(np.flatnonzero(outside == root)[0]))
    last = len(outside)
    result: Ints = heads.copy()
    for k, word in enumerate(outside):
        if inner[k] == last:
            result[word] = circle[out_of[:, k].argmax()]
        else:
            result[word] = outside[inner[k]] if inner[k] >= 0 else -1
    entry = int(inner[last])
    result[circle[into[entry].argmax()]] = outside[entry]
    return result


def _circle(heads: Ints) -> Ints | None:
    above: list[int] = heads.tolist()
    seen = [0] * len(above)
    for start in range(len(above)):
        at = start
        while at >= 0 and not seen[at]:
            seen[at] = start + 1
            at = above[at]
        if at >= 0 and seen[at] == start + 1:
            return np.array(_around(above, at))
    return None


def _around(above: list[int], first: int) -> list[int]:
    """The words of the circle that ``first`` stands in, each before its head."""
    out, at = [first], above[first]
    while at != first:
        out.append(at)
        at = above[at]
    return out
