"""The words of some windows and their anchors to the roles of each anchor: source, actor, place.

The anchors of a window stand in one array side by side: the first anchors of all windows in its
first slot, the second ones in its second. All ranges count the words of all windows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

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
#: Roles that nobody has go to their likeliest words where these speak so little against it.
EAGER = {"event": {"target": 0.5}}
PARTIES = ("actor", "target")
#: How far a word of a long role goes with the word that it hangs on (log odds).
STRENGTH = 2.0
#: A word speaks for or against a long role with at most this weight; a stretch needs the least.
MOST, LEAST = 4.0, 1.0
#: So many words before and behind an anchor are asked for its roles; for the others all are.
REACH = {"event": 90, "figure": 90}
#: The score of "outside" for the words that are not asked.
FAR = 12.0
Range = tuple[int, int]


@dataclass(frozen=True)
class Seats:
    """Where anchors, in text order, stand among the words of windows and in the slots.

    ``found`` are the anchors' own words, ``edges`` where each window begins and the last one ends.
    """

    found: Sequence[Range]
    edges: Ints

    @cached_property
    def window(self) -> Ints:
        """The window of each anchor."""
        return np.searchsorted(self.edges, [a for a, _ in self.found], side="right") - 1

    @cached_property
    def slot(self) -> Ints:
        """The slot of each anchor: how many of its window stand before it."""
        return np.arange(len(self.found)) - np.searchsorted(self.window, self.window)

    @cached_property
    def size(self) -> tuple[int, int]:
        """How many slots there are, and how many words."""
        return int(self.slot.max()) + 1, int(self.edges[-1])

    def own_words(self) -> Flags:
        """Which words (slots, words) are those of the anchors themselves."""
        out = np.zeros(self.size, dtype=bool)
        for (a, b), slot in zip(self.found, self.slot.tolist(), strict=True):
            out[slot, a:b] = True
        return out

    def anchor_at(self, words: Ints, slots: Ints) -> Ints:
        """The anchors that stand in slots of the words' windows."""
        window = np.searchsorted(self.edges, words, side="right") - 1
        return np.searchsorted(self.window, window) + slots


def roles_of(
    scores: Floats, seats: Seats, kind: str, names: list[str], heads: Ints
) -> list[tuple[Role, ...]]:
    """Return for each anchor the spans that belong to it, in text order.

    ``scores`` are those of ``scores_of``, ``names`` the roles of the kind, ``heads`` the trees of
    the windows.
    """
    out: list[list[Role]] = [[] for _ in seats.found]
    if LONG in names:
        _add_stretches(out, scores, seats, names, heads)
        short = [k for k, name in enumerate(names) if name not in (LONG, SOURCE)]
        names, scores = [names[k] for k in short], scores[:, short]
    if kind in WEAKLY:
        odds = np.clip(_odds(scores), -MOST, MOST).transpose(2, 0, 1)
        shut = seats.own_words().T[:, :, None]
        whole = coupled(odds, heads, shut, WEAKLY[kind]).transpose(1, 2, 0)
        is_in = whole > 0
        for role, least in EAGER.get(kind, {}).items():
            _add_likeliest(is_in, whole, seats, names, role, least)
    else:
        is_in = scores.max(2) > 0
    _add_short(out, is_in, scores, seats, names)
    return [tuple(sorted(own, key=lambda r: (r.start, r.end, r.name))) for own in out]


def _add_likeliest(
    is_in: Flags, whole: Floats, seats: Seats, names: list[str], role: str, least: float
) -> None:
    """Put the likeliest words in a role that an anchor has none of, if their odds are above less
    ``least`` and they are no other party to it.
    """
    row = names.index(role)
    others = [names.index(name) for name in PARTIES if name != role]
    near = whole[:, row] > -least
    for slot, window in zip(seats.slot.tolist(), seats.window.tolist(), strict=True):
        first, stop = seats.edges[window : window + 2].tolist()
        if is_in[slot, row, first:stop].any() or not near[slot, first:stop].any():
            continue
        best = first + int(whole[slot, row, first:stop].argmax())
        outside = np.flatnonzero(~near[slot, first:stop]) + first
        start = int(max(outside[outside < best], default=first - 1)) + 1
        end = int(min(outside[outside > best], default=stop))
        if not is_in[slot, others, start:end].any():
            is_in[slot, row, start:end] = True


def likeliest_source(roles: Iterable[Role]) -> Role | None:
    """Return the likeliest of the roles that are called "source", or None."""
    return max((r for r in roles if r.name == "source"), key=lambda r: r.score, default=None)


def mean(values: Floats) -> float:
    """Return the mean of one number or more, reckoned in single precision."""
    return float(values[0] if len(values) == 1 else np.add.reduce(values) / len(values))


def chances(scores: Floats, seats: Seats) -> list[tuple[int, Floats]]:
    """Return for each anchor the first word of its window, and how likely each word of the window
    (words, roles) has each role.
    """
    sure = np.asarray(1 / (1 + np.exp(-_odds(scores))), dtype=np.float32)
    edges = seats.edges
    windows = zip(seats.slot.tolist(), edges[seats.window], edges[seats.window + 1], strict=True)
    return [(int(a), sure[slot, :, a:b].T) for slot, a, b in windows]


def scores_of(model: Model, words: Floats, taken: Floats, seats: Seats, kind: str) -> Floats:
    """Scores (slots, roles, 2, words) that a word begins a role or goes on in it, less the score
    that it stands outside; of a layer over anchor, word and their distance.

    ``words`` are the word vectors of the windows (words, width), ``taken`` what the layer of this
    kind takes of them. Anchor by anchor in one buffer, which stays in the processor's cache.
    """
    h, base, edges = model.heads, f"roles.{kind}.", seats.edges
    longest = int(np.diff(edges).max())
    at = np.array([a for a, _ in seats.found])
    reach = REACH.get(kind, longest)
    first = np.maximum(edges[seats.window], at - reach)
    end = np.minimum(edges[seats.window + 1], at + reach + 1)
    low = int(first.min())
    anchor = words[at] @ h[base + "anchor"] + h[base + "bias"]
    word = taken[low : end.max()]
    apart = h[base + "distance"][_buckets(longest)]
    out, bias = h[base + "out.against"], h[base + "out.bias.against"]
    fixed = anchor @ out.T + bias
    slots, n = seats.size
    scores = np.full((slots, len(out), n), -FAR, dtype=np.float32)
    hidden = np.empty((longest, out.shape[1]), dtype=np.float32)
    places = np.stack([seats.slot, first, end, first - at + longest - 1], axis=1).tolist()
    for (slot, a, b, off), against, own in zip(places, -anchor, fixed[:, :, None], strict=True):
        part, target = hidden[: b - a], scores[slot, :, a:b]
        np.add(word[a - low : b - low], apart[off : off + b - a], out=part)
        np.maximum(part, against, out=part)  # relu(x + anchor) is max(x, -anchor) + anchor
        np.matmul(out, part.T, out=target)
        target += own
    return scores.reshape(slots, -1, 2, n)


@lru_cache(maxsize=8)
def _buckets(words: int) -> Ints:
    """The buckets of all distances between so many words, from the last word's to the first."""
    return _bucket(np.arange(1 - words, words))


def _bucket(distance: Ints) -> Ints:
    size = np.searchsorted(EDGES, np.abs(distance), side="right")
    return np.where(distance < 0, DISTANCES - size, DISTANCES + size)


def _odds(scores: Floats) -> Floats:
    """Log odds (slots, roles, words) that a word begins a role or goes on in it."""
    begin, inside = scores[:, :, 0], scores[:, :, 1]
    other = np.log(1 + np.exp(-np.abs(begin - inside)))
    return np.asarray(np.maximum(begin, inside) + other)


def _add_short(
    out: list[list[Role]], is_in: Flags, scores: Floats, seats: Seats, names: list[str]
) -> None:
    """Add to each anchor's roles the spans of words that are in a role (slots, roles, words)."""
    _, roles, words = is_in.shape
    at = np.flatnonzero(is_in)
    if not len(at):
        return
    row, word = np.divmod(at, words)
    slot, role = np.divmod(row, roles)
    own = scores[slot, role, :, word]
    is_edge = np.zeros(words, dtype=bool)
    is_edge[seats.edges[:-1]] = True
    fresh = is_edge[word] | (own[:, 1] <= own[:, 0])
    fresh[0] = True
    fresh[1:] |= at[1:] != at[:-1] + 1
    starts = np.flatnonzero(fresh)
    top = 1 / (1 + np.exp(-own.max(1)) + np.exp(-np.abs(own[:, 0] - own[:, 1])))
    sizes = np.diff(starts, append=len(at))
    score = np.add.reduceat(top, starts) / sizes.astype(np.float32)
    anchor = seats.anchor_at(word[starts], slot[starts])
    columns = (anchor, role[starts], word[starts], word[starts] + sizes, score)
    for n, k, a, b, p in zip(*(c.tolist() for c in columns), strict=True):
        out[n].append(Role(names[k], a, b, p))


def _add_stretches(
    out: list[list[Role]], scores: Floats, seats: Seats, names: list[str], heads: Ints
) -> None:
    """Add to each anchor's roles its one source and the parts of its content.

    Both are read in stretches, not word by word: a clause of thirty words is not broken because
    two of them look as if they stood outside. Nothing of a content lies in the cue or the source.
    """
    odds = _odds(scores[:, [names.index(SOURCE), names.index(LONG)]])
    inside = np.asarray(1 / (1 + np.exp(-odds)), dtype=np.float32)
    weight = np.clip(odds, -MOST, MOST)
    shut = seats.own_words()
    windows = np.stack([seats.edges[seats.window], seats.edges[seats.window + 1], seats.slot], 1)
    source = np.where(shut, -np.inf, weight[:, 0])
    for own, (a, b, slot) in zip(out, windows.tolist(), strict=True):
        best = _heaviest(source[slot], a, b)
        if best:
            own.append(Role(SOURCE, *best, mean(inside[slot, 0, slice(*best)])))
            shut[slot, slice(*best)] = True
    whole = np.clip(coupled(weight[:, 1].T, heads, shut.T, STRENGTH).T, -MOST, MOST)
    whole = np.where(shut, -np.inf, whole)
    for own, (a, b, slot) in zip(out, windows.tolist(), strict=True):
        todo = [(a, b)]
        while todo:
            a, b = todo.pop()
            best = _heaviest(whole[slot], a, b)
            if best:
                own.append(Role(LONG, *best, mean(inside[slot, 1, slice(*best)])))
                todo += [(a, best[0]), (best[1], b)]


def _heaviest(weight: Floats, start: int, end: int) -> Range | None:
    """The stretch of the greatest sum (Kadane), if that sum is above ``LEAST``."""
    speaking = np.flatnonzero(weight[start:end] > 0)
    if not len(speaking):
        return None
    start, end = start + int(speaking[0]), start + int(speaking[-1]) + 1
    best, total, begin, found = LEAST, 0.0, start, None
    for i, w in enumerate(weight[start:end].tolist(), start):
        if total <= 0:
            total, begin = 0.0, i
        total += w
        if total > best:
            best, found = total, (begin, i + 1)
    return found
