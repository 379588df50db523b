"""The arithmetic of the second reading: what small nets make of places, and of groups of them.

Each place is read by one layer, the most and the mean over the places of a group go on with numbers
of the group to a second one. Nets stand side by side in a layer, and at the end is their mean.
``training/second.py`` and ``training/whole.py`` learn them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from sayso.find.proposals.evidence import Floats

Weights = Mapping[str, Floats]


class Net:
    """The arrays of one kind of nets, by the beginning of their names."""

    def __init__(self, weights: Weights, name: str) -> None:
        self._weights, self._name = weights, name

    def __getitem__(self, part: str) -> Floats:
        return self._weights[f"{self._name}.{part}"]

    def seen(self, vectors: Floats) -> Floats:
        """Return what the first layer makes of the vectors at places (places, 5 widths)."""
        return np.asarray(vectors @ self["axes"] @ self["words"] + self["words.bias"])

    def rows(self, seen: Floats, numbers: Floats) -> Floats:
        """Return ``seen`` with what the numbers of each place (places, ...) add to it."""
        return seen + numbers.reshape(len(seen), -1) @ self["own"] if len(seen) else seen

    def inner(self, rows: Floats, groups: Sequence[list[int]], numbers: Floats) -> Floats:
        """Return what is made of groups of places, with the numbers of each (groups, ...).

        The weights of this layer are (nets, inputs, outputs): no net sees what another makes.
        """
        rows, count, weight = np.maximum(rows, 0), len(groups), self["inner"]
        parts = np.zeros((count, 2, rows.shape[1]), dtype=np.float32)  # the most and the mean
        for both, group in zip(parts, groups, strict=True):
            if len(group) == 1:
                both[:] = rows[group[0]]
            elif group:
                part = rows[group]
                both[:] = part.max(0), part.mean(0)
        seen = parts.reshape(count, 2, len(weight), -1).transpose(2, 0, 1, 3)
        told = np.broadcast_to(numbers, (len(weight), *numbers.shape))
        given = np.concatenate([seen.reshape(len(weight), count, -1), told], axis=2)
        made = (given @ weight).transpose(1, 0, 2).reshape(count, -1)
        return np.asarray(np.maximum(made + self["inner.bias"], 0))

    def answers(self, inner: Floats) -> Floats:
        """Return the scores (groups, answers) of what ``inner`` made."""
        return np.asarray(inner @ self["out"] + self["out.bias"])


class Heard:
    """What a net makes of the parties to a proposal: each beside the most of what is made of all.

    ``rows`` are of all places, ``groups`` those of each party, ``numbers`` (parties, ...) of each.
    """

    def __init__(
        self, net: Net, rows: Floats, groups: Sequence[list[int]], numbers: Floats
    ) -> None:
        self._net, self._rows, self._groups, self._numbers = net, rows, groups, numbers
        inner = net.inner(rows, groups, numbers)
        self._near = inner.max(0)
        self.scores = net.answers(self._beside(inner))

    def alone(self, n: int) -> Floats:
        """Return the scores (places, answers) of each place of a party by itself."""
        places = self._groups[n]
        numbers = np.repeat(self._numbers[n : n + 1], len(places), axis=0)
        inner = self._net.inner(self._rows, [[p] for p in places], numbers)
        return self._net.answers(self._beside(inner))

    def _beside(self, inner: Floats) -> Floats:
        return np.hstack([inner, np.broadcast_to(self._near, inner.shape)])


def sure(scores: Floats) -> Floats:
    """Return how likely each answer is by itself."""
    return np.asarray(1 / (1 + np.exp(-np.clip(scores, -30, 30))))


def odds(scores: Floats) -> Floats:
    """Return how likely each of the answers is, of which one is right."""
    each = np.exp(scores - scores.max(-1, keepdims=True))
    return np.asarray(each / each.sum(-1, keepdims=True))
