"""The words of a window and its anchors to the roles of each anchor: its source, actor, place.

All ranges count the words of the window.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np

from sayso.language.anchors import Role
from sayso.parse.branches import Flags, coupled
from sayso.parse.model import Floats, Model
from sayso.parse.trees import Ints

#: The buckets of training/model.py.
EDGES = np.array([1, 2, 3, 5, 8, 16, 32, 64, 128])
DISTANCES = 10
#: The role that runs over whole clauses: it is read in stretches, not word by word.
LONG = "content"
SOURCE = "source"
#: How far a word of another role goes with the word that it hangs on, where it does at all.
WEAKLY = {"event": 0.5}
#: How far a word of a long role goes with the word that it hangs on (log odds).
STRENGTH = 2.0
#: A word speaks for or against a long role with at most this weight; a stretch needs the least.
MOST, LEAST = 4.0, 1.0
#: So many words before and behind an anchor are asked for its roles; for the others all are.
REACH = {"event": 90, "figure": 90}
#: The score of "outside" for the words that are not asked.
FAR = 12.0
Range = tuple[int, int]


def roles_of(
    model: Model, words: Floats, found: Sequence[Range], kind: str, heads: Ints
) -> list[tuple[Role, ...]]:
    """Return for each anchor (its first and last word) the spans that belong to it, in text order.

    ``words`` are the word vectors of the window (words, width), ``heads`` its trees.
    """
    names = model.roles[kind]
    outside, begin, inside = _probabilities(_scores(model, words, [a for a, _ in found], kind))
    is_in = np.maximum(begin, inside) > outside
    if kind in WEAKLY:
        rows = _odds(begin + inside).reshape(-1, len(words))
        shut = np.repeat(_at_anchors(found, len(words)), len(names), axis=0)
        is_in = (coupled(rows, heads, shut, WEAKLY[kind]) > 0).reshape(is_in.shape)
    out = _short_roles(is_in, begin, inside, names)
    if LONG in names:
        _add_stretches(out, found, begin + inside, names, heads)
    return [tuple(sorted(own, key=lambda r: (r.start, r.end, r.name))) for own in out]


def likeliest_source(roles: Iterable[Role]) -> Role | None:
    """Return the likeliest of the roles that are called "source", or None."""
    return max((r for r in roles if r.name == "source"), key=lambda r: r.score, default=None)


def mean(values: Floats) -> float:
    """Return the mean of one number or more, reckoned in single precision."""
    return float(values[0] if len(values) == 1 else np.add.reduce(values) / len(values))


def _scores(model: Model, words: Floats, at: list[int], kind: str) -> Floats:
    """Scores (anchors, words, roles * 3) of a layer over anchor, word and their distance.

    Anchor by anchor in one buffer, which stays in the processor's cache.
    """
    h, base, n = model.heads, f"roles.{kind}.", len(words)
    anchor = words[at] @ h[base + "anchor"] + h[base + "bias"]
    word = words @ h[base + "word"]
    apart = h[base + "distance"][_bucket(np.arange(1 - n, n))]
    out = h[base + "out"]
    scores = np.zeros((len(at), n, out.shape[1]), dtype=np.float32)
    scores[:, :, ::3] = FAR
    hidden = np.empty_like(word)
    reach = REACH.get(kind, n)
    for own, a, target in zip(anchor, at, scores, strict=True):
        first, end = max(0, a - reach), min(n, a + reach + 1)
        part = hidden[: end - first]
        np.add(word[first:end], apart[n - 1 - a + first : n - 1 - a + end], out=part)
        np.maximum(part, -own, out=part)  # relu(x + own) is max(x, -own) + own
        np.matmul(part, out, out=target[first:end])
        target[first:end] += own @ out + h[base + "out.bias"]
    return scores


def _bucket(distance: Ints) -> Ints:
    size = np.searchsorted(EDGES, np.abs(distance), side="right")
    return np.where(distance < 0, DISTANCES - size, DISTANCES + size)


def _probabilities(scores: Floats) -> tuple[Floats, Floats, Floats]:
    """That a word stands outside of a role, begins it, goes on in it; each (anchors, roles, words).

    The same as a softmax over the last three, without the cost of many short sums.
    """
    anchors, words, _ = scores.shape
    o, b, i = np.ascontiguousarray(scores.reshape(anchors, words, -1, 3).transpose(3, 0, 2, 1))
    most = np.maximum(np.maximum(o, b), i)
    for part in (o, b, i):
        np.subtract(part, most, out=part)
        np.exp(part, out=part)
    total = o + b + i
    return o / total, b / total, i / total


def _odds(inside: Floats) -> Floats:
    """Log odds of probabilities, none so sure that no other word could speak against it."""
    inside = np.clip(inside, 1e-4, 1 - 1e-4)
    return np.asarray(np.clip(np.log(inside / (1 - inside)), -MOST, MOST), dtype=np.float32)


def _at_anchors(found: Sequence[Range], words: int) -> Flags:
    """Which words (anchors, words) are those of each anchor itself."""
    at = np.arange(words)
    return np.array([(at >= a) & (at < b) for a, b in found])


def _short_roles(is_in: Flags, begin: Floats, inside: Floats, names: list[str]) -> list[list[Role]]:
    """The spans of the words that are in a role, all but those that are read in stretches."""
    top = np.maximum(begin, inside)
    at = np.flatnonzero(is_in)
    words = is_in.shape[2]
    fresh = np.diff(at, prepend=-2) != 1
    fresh |= (at % words == 0) | ~(inside > begin).reshape(-1)[at]
    starts = np.flatnonzero(fresh).tolist()
    top = top.reshape(-1)[at]
    out: list[list[Role]] = [[] for _ in is_in]
    for a, b in pairwise([*starts, len(at)]):
        row, start = divmod(int(at[a]), words)
        n, k = divmod(row, len(names))
        if not (LONG in names and names[k] in (LONG, SOURCE)):
            out[n].append(Role(names[k], start, start + b - a, mean(top[a:b])))
    return out


def _add_stretches(
    out: list[list[Role]], found: Sequence[Range], inside: Floats, names: list[str], heads: Ints
) -> None:
    """Add to each anchor's roles its one source and the parts of its content.

    Both are read in stretches, not word by word: a clause of thirty words is not broken because
    two of them look as if they stood outside. Nothing of a content lies in the cue or the source.
    """
    odds, shut = _odds(inside), _at_anchors(found, inside.shape[2])
    source, content = names.index(SOURCE), names.index(LONG)
    for n, own in enumerate(out):
        best = _heaviest(np.where(shut[n], -np.inf, odds[n, source]))
        if best:
            own.append(Role(SOURCE, *best, mean(inside[n, source, slice(*best)])))
            shut[n, slice(*best)] = True
    whole = coupled(odds[:, content], heads, shut, STRENGTH)
    whole = np.where(shut, -np.inf, np.clip(whole, -MOST, MOST))
    for n, own in enumerate(out):
        own += _long(whole[n], inside[n, content])


def _long(weight: Floats, inside: Floats) -> list[Role]:
    """The stretches whose words speak for a long role in sum, the heaviest first."""
    out, todo = [], [(0, len(weight))]
    while todo:
        a, b = todo.pop()
        best = _heaviest(weight[a:b])
        if best is None:
            continue
        start, end = a + best[0], a + best[1]
        out.append(Role(LONG, start, end, mean(inside[start:end])))
        todo += [(a, start), (end, b)]
    return out


def _heaviest(weight: Floats) -> Range | None:
    """The stretch of the greatest sum (Kadane), if that sum is above ``LEAST``."""
    if weight.sum(where=weight > 0) <= LEAST:
        return None
    best, total, begin, found = LEAST, 0.0, 0, None
    for i, w in enumerate(weight.tolist()):
        if total <= 0:
            total, begin = 0.0, i
        total += w
        if total > best:
            best, found = total, (begin, i + 1)
    return found
