"""What is seen of the proposals of a report, and the net that tells parties, stances and states.

Everything is by the numbers of words and places, so that the vectors may be those of any encoder,
and nothing here needs the rules: a machine without them can learn from what ``seen.py`` kept.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn

from data import ROLES as MARKED
from sayso.record.vocabulary import STANCES

ROLES = MARKED["proposal"][:3]
#: A party is told to have no stance, or one of them.
STANDS = 1 + len(STANCES)
#: A state that nothing marks.
UNKNOWN = -1
#: The set that can be told on: a third of it may be left out of training, and then read.
TOLD_ON = "bargains"
#: Sets that the encoder has not learned: it marks the texts that it knows better than any other.
UNSEEN = frozenset({TOLD_ON, "agencies", "wires", "tables"})
#: Official papers tell states in another way than reports do: here parties alone are learned.
PAPERS = "dispatches"
#: Articles that nothing marks: a teacher tells of them.
UNMARKED = "unmarked"
#: Vectors are brought down to so many numbers, those that differ most, before they are learned.
KEPT = 192
INNER = 192
DROP = 0.4
#: So many nets are learned of each kind, and their answers are averaged.
NETS = 3
STATE, PARTY = "state", "party"


@dataclass(frozen=True)
class Look:
    """Where there is something to see: words (n, 3), ranges (n, 2, 2), numbers (n, ...)."""

    words: np.ndarray
    ranges: np.ndarray
    numbers: np.ndarray


@dataclass(frozen=True)
class Side:
    """Who may be a party: its places, what rules told of it, and its roles and stance."""

    places: list[int]
    told: np.ndarray
    answer: list[int]


@dataclass(frozen=True)
class Offer:
    """A proposal as it was found: ``right`` says whether one that is marked was found with it.

    ``numbers`` (places of the report, ...) say how each place stands to it; ``look`` is what there
    is to see of its state, ``told`` what the rules say of that; ``marks`` (words) which words are
    part of its names or terms (find/proposals/pointed.py).
    """

    right: bool
    state: int
    sides: list[Side]
    numbers: np.ndarray
    look: Look
    told: np.ndarray
    marks: np.ndarray


@dataclass(frozen=True)
class Seen:
    """A report: the set it is of, its words and where paragraphs begin, its places, and offers.

    ``vectors`` (words, width) are those of the encoder that it was read with.
    """

    id: str
    set: str
    words: list[str]
    breaks: list[bool]
    places: Look
    offers: list[Offer]
    vectors: np.ndarray


class Net(nn.Module):
    """Places (sum of all, inputs), their owners, and numbers (owners, ...) to answers.

    With ``beside``, an owner is read beside the most of all that are parties to the same proposal;
    ``tables`` says which that is.
    """

    def __init__(self, inputs: int, numbers: int, answers: int, *, beside: bool) -> None:
        super().__init__()
        self.places = nn.Linear(inputs, INNER)
        self.inner = nn.Linear(2 * INNER + numbers, INNER)
        self.out = nn.Linear(INNER * (1 + beside), answers)
        self.drop = nn.Dropout(DROP)
        self.beside = beside

    def forward(self, rows: Tensor, owner: Tensor, told: Tensor, tables: Tensor) -> Tensor:
        hidden = torch.relu(self.places(self.drop(rows)))
        at = owner[:, None].expand_as(hidden)
        zero = hidden.new_zeros(len(told), INNER)
        most = zero.scatter_reduce(0, at, hidden, "amax")
        mean = zero.scatter_reduce(0, at, hidden, "mean", include_self=False)
        inner = torch.relu(self.inner(self.drop(torch.cat([most, mean, told], 1))))
        if self.beside:
            numbers = tables.unique(return_inverse=True)[1]
            near = inner.new_zeros(len(told), INNER)
            near = near.scatter_reduce(0, numbers[:, None].expand_as(inner), inner, "amax")
            inner = torch.cat([inner, near[numbers]], 1)
        return self.out(self.drop(inner))
