"""Anchors: what the encoder's heads marked in a Doc, kept with it for the finders to ask.

An anchor is a word or two that stands for a finding (an event's trigger, a statement's cue, a
figure's quantity, a proposal's name), with labels of its own and the spans that belong to it.
Word ranges are half-open and count the tokens of the Doc.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from operator import attrgetter

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc

KEY = "sayso.anchors"
LINKS = "sayso.links"
#: For "stand" and "fate": how likely each word (words, labels) tells a stance, or a state.
TELLING = "sayso.telling"


@dataclass(frozen=True, slots=True)
class Role:
    """A span that belongs to an anchor: its role, token range, and mean probability."""

    name: str
    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True)
class Anchor:
    """A marked stretch of tokens: kind (event, statement, figure, proposal, attribution), label.

    ``labels`` holds, for every attribute of the kind, the probability of each label;
    ``roles`` the spans in text order. ``chances`` (words, roles), of proposals alone, says how
    likely each word from ``first`` on has each role.
    """

    kind: str
    start: int
    end: int
    label: str
    score: float
    roles: tuple[Role, ...] = ()
    labels: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    first: int = 0
    chances: npt.NDArray[np.float32] | None = field(default=None, compare=False, repr=False)

    def best(self, attribute: str) -> tuple[str, float]:
        """Return the likeliest label of an attribute and its probability."""
        labels = self.labels[attribute]
        best = max(labels, key=labels.__getitem__)
        return best, labels[best]

    def spans(self, role: str) -> list[Role]:
        """Return the spans of one role, in text order."""
        return [r for r in self.roles if r.name == role]

    def top(self, role: str) -> Role | None:
        """Return the likeliest span of one role, or None."""
        return max(self.spans(role), key=_score, default=None)


_score = attrgetter("score")


def anchors(doc: Doc, kind: str) -> list[Anchor]:
    """Return the anchors of a kind in text order; none where the Doc was parsed without heads."""
    marked: dict[str, list[Anchor]] = doc.user_data.get(KEY, {})
    return marked.get(kind, [])


def antecedents(doc: Doc, head: str) -> dict[int, tuple[int, float]]:
    """Return for a link head ("coref", "part") each linked token's antecedent and probability."""
    links: dict[str, dict[int, tuple[int, float]]] = doc.user_data.get(LINKS, {})
    return links.get(head, {})
