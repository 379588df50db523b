"""Marked reports as batches of proposals: what the second reading's own encoder learns from.

A case is a report and the number of a proposal in it: the report's words, those of the proposal's
names and terms pointed at, and what there is to see at the places of its parties and its state.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor
from torch.utils.data import DataLoader, IterableDataset

from batches import HIDDEN, padded
from model import MASK
from offers import PAPERS, ROLES, STANDS, UNKNOWN, UNSEEN, Seen
from sayso.parse.pieces import SHAPES, WordPieces
from sayso.parse.windows import cut
from sayso.record.vocabulary import PROPOSAL_STATES

#: Pieces of a window; the program reads again in windows as long (parse/again.py).
LONG = 505
#: So many proposals a step, and so many steps whose proposals are put in order of length.
OFFERS, SORTED = 24, 12
#: How many times as often those of the sets that the encoder was not trained on are drawn.
OFTEN = 3
#: By (report, number of the proposal): roles and stances (parties, ...), and states.
Told = Mapping[tuple[str, int], tuple[np.ndarray, np.ndarray]]


class Encoded(NamedTuple):
    """A window: its words, ids and shapes a piece, and the first piece of each word."""

    words: range
    ids: np.ndarray
    shapes: np.ndarray
    first: np.ndarray


def windows(seen: Seen, pieces: WordPieces, most: int = LONG) -> list[Encoded]:
    """Return the windows of a report, each of so many pieces at most."""
    lengths = [len(pieces.of(w)[0]) for w in seen.words]
    out = []
    for r in cut(seen.words, lengths, seen.breaks, most):
        e = pieces.encode(seen.words[r.start : r.stop])
        out.append(Encoded(r, *map(np.array, (e.ids, e.shapes, e.first))))
    return out


def shown(window: Encoded, marks: np.ndarray) -> np.ndarray:
    """Return what stands beside each piece of a window: its shape, and what its word is part of."""
    ends = np.append(window.first[1:], len(window.ids) - 1)
    out = window.shapes.copy()
    own = np.repeat(marks[window.words.start : window.words.stop], ends - window.first)
    out[window.first[0] : len(window.ids) - 1] += SHAPES * own
    return out


class Reports(IterableDataset):
    """Endless batches of proposals; ``told`` is what a teacher makes of them."""

    def __init__(
        self, reports: list[Seen], pieces: WordPieces, *, told: Told, seed: int, many: int = OFFERS
    ) -> None:
        self.pieces, self.told, self.seed, self.many = pieces, told, seed, many
        self.cases = [(r, n) for r in reports for n, offer in enumerate(r.offers)
                      if offer.right or (r.id, n) in told]  # fmt: skip
        self.cut: dict[str, list[Encoded]] = {}

    def __iter__(self) -> Iterator[dict[str, Tensor]]:
        worker = torch.utils.data.get_worker_info()
        chance = random.Random(self.seed * 1000 + (worker.id if worker else 0))
        often = [c for c in self.cases if c[0].set in UNSEEN] * (OFTEN - 1)
        left: list[tuple[Seen, int]] = []
        size = self.many * SORTED
        while True:
            if len(left) < size:
                left = self.cases + often
                chance.shuffle(left)
            some, left = sorted(left[:size], key=lambda c: len(c[0].words)), left[size:]
            steps = [some[k : k + self.many] for k in range(0, len(some), self.many)]
            chance.shuffle(steps)
            yield from (self.batch(step, chance) for step in steps)

    def batch(
        self, cases: list[tuple[Seen, int]], chance: random.Random | None = None
    ) -> dict[str, Tensor]:
        """Return proposals as one batch: the pieces of their windows, where each word begins among
        them, and what is read at them, with numbers of words, places and owners that run through.
        """
        some, beside, rows = [], [], Rows()
        for seen, n in cases:
            if seen.id not in self.cut:
                self.cut[seen.id] = windows(seen, self.pieces)
            own = self.cut[seen.id]
            some += own
            beside += [shown(w, seen.offers[n].marks) for w in own]
            rows.add(seen, n, self.told)
        ids = [hidden(w, chance) if chance else w.ids for w in some]
        wide = max(map(len, ids))
        at = np.concatenate([w.first + k * wide for k, w in enumerate(some)])
        return rows.tensors() | {
            "ids": padded(ids),
            "shapes": padded(beside),
            "mask": padded([np.ones(len(w.ids), bool) for w in some]),
            "at": torch.from_numpy(at),
        }


class Rows:
    """Arrays of a batch of proposals in the making."""

    def __init__(self) -> None:
        self.arrays: dict[str, list[np.ndarray]] = {}
        self.words = self.places = self.owners = self.offers = 0

    def add(self, seen: Seen, n: int, told: Told) -> None:
        places = seen.places
        self.put(words=places.words + self.words, ranges=places.ranges + self.words)
        roles, states = told.get((seen.id, n), (None, None))
        self.parties(seen, n, roles)
        self.state(seen, n, states)
        self.offers += 1
        self.words += len(seen.words)
        self.places += len(places.words)

    def parties(self, seen: Seen, n: int, roles: np.ndarray | None) -> None:
        offer = seen.offers[n]
        sides, many = offer.sides, len(offer.sides)
        at = np.array([p for s in sides for p in s.places], dtype=np.int64)
        nothing = np.zeros((many, len(ROLES) + STANDS), dtype=np.float32)
        self.put(
            party_places=at + self.places,
            party_numbers=offer.numbers[at],
            party_owner=np.repeat(np.arange(many), [len(s.places) for s in sides]) + self.owners,
            party_told=np.array([s.told for s in sides]),
            party_table=np.full(many, self.offers),
            right=np.full(many, offer.right),
            answer=np.array([s.answer for s in sides]),
            heard=np.full(many, roles is not None),
            roles=nothing if roles is None else roles,
        )
        self.owners += many

    def state(self, seen: Seen, n: int, states: np.ndarray | None) -> None:
        offer = seen.offers[n]
        look = offer.look
        marked = offer.right and seen.set != PAPERS
        nothing = np.zeros(len(PROPOSAL_STATES), dtype=np.float32)
        self.put(
            state_words=look.words + self.words,
            state_ranges=look.ranges + self.words,
            state_numbers=look.numbers,
            state_owner=np.full(len(look.words), self.offers),
            state_told=offer.told[None],
            state=np.array([offer.state if marked else UNKNOWN]),
            state_heard=np.array([states is not None]),
            states=(nothing if states is None else states)[None],
        )

    def put(self, **arrays: np.ndarray) -> None:
        for name, values in arrays.items():
            if len(values):
                self.arrays.setdefault(name, []).append(values)

    def tensors(self) -> dict[str, Tensor]:
        whole = {k: torch.from_numpy(np.concatenate(v)) for k, v in self.arrays.items()}
        return {k: v.float() if v.is_floating_point() else v for k, v in whole.items()}


def hidden(window: Encoded, chance: random.Random) -> np.ndarray:
    """Return the pieces of a window, in every other one with some words hidden."""
    ids, first = window.ids, window.first
    if chance.random() < 0.5:
        return ids
    ids = ids.copy()
    for start, end in zip(first, [*first[1:], len(ids) - 1], strict=True):
        if chance.random() < HIDDEN:
            ids[start:end] = MASK
    return ids


def endless(reports: Reports, workers: int) -> Iterator[dict[str, Tensor]]:
    """Return batches of proposals, made by so many processes beside this one (0: by this one)."""
    return iter(DataLoader(reports, batch_size=None, num_workers=workers,
                           prefetch_factor=4 if workers else None))  # fmt: skip
