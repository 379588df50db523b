"""Windows as arrays of label numbers, and batches of them, padded: what ``losses.py`` reads.

A batch is a dict of tensors; b windows, n pieces, w words, h tag heads, a anchors, r roles:
  ids, shapes (b, n)      as written; with ``hidden.`` before them as they are shown in training
  mask (b, n), words (b, w)   what is there, and not padding
  first (b, w)            each word's first piece
  tags (b, w, h)          label numbers, NONE where a set does not mark the layer
  tree.rows (t,), tree.heads, tree.rels, tree.sentence (t, w)    of the windows with a tree
  KIND.at (a, 2)          window and word of each anchor; KIND.roles (a, w, r), KIND.ATTRIBUTE (a,)
  HEAD.at (k, 2), HEAD.right (k, 1 + w)     words with antecedents, and which these are
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
import torch
from torch import Tensor
from torch.utils.data import DataLoader, IterableDataset

from data import ROLES, Window
from sayso.parse.pieces import UPPER, WordPieces

NONE = -100
#: What is read at an anchor's first word, by kind of anchor.
ATTRIBUTES = {
    "event": ("mode", "status"),
    "statement": ("act",),
    "figure": ("scope", "figure_status"),
    "proposal": ("state",),
    "attribution": (),
}
#: Every other window in training has this share of its words hidden, so that what stands around a
#: word counts too: the marked texts are few, and were known by heart without it.
HIDDEN = 0.1


@dataclass(slots=True)
class Coded:
    """A window in numbers; ``tags`` by head, an anchor's roles as rows (anchor, role, a, b)."""

    ids: np.ndarray
    shapes: np.ndarray
    first: np.ndarray
    tags: dict[str, np.ndarray]
    tree: np.ndarray | None = None
    anchors: dict[str, tuple[np.ndarray, dict[str, np.ndarray], np.ndarray]] = field(
        default_factory=dict
    )
    links: dict[str, list[tuple[int, list[int]]]] = field(default_factory=dict)


def coded(w: Window, pieces: WordPieces, index: dict[str, dict[str, int]]) -> Coded:
    """Return a window with its labels as numbers of ``index``, which gives them by head."""
    few = np.int16
    e = pieces.encode(w["words"])
    number = lambda head, labels: np.array([index[head].get(t, NONE) for t in labels], few)  # noqa: E731
    tags = {head: number(head, told) for head, told in w["tags"].items()}
    out = Coded(np.array(e.ids, few), np.array(e.shapes, np.int8), np.array(e.first, few), tags)
    if "tree" in w:
        heads, rels = w["tree"]
        out.tree = np.stack([np.array(heads, few), number("rel", rels), sentences(heads)])
    for kind, anchors in w.get("anchors", {}).items():
        if not anchors:
            continue
        rows = [
            (i, k, a, b)
            for i, (_, _, roles) in enumerate(anchors)
            for k, role in enumerate(ROLES[kind])
            for a, b in roles.get(role, ())
        ]
        kinds = {h: number(h, [a[1].get(h) for a in anchors]) for h in ATTRIBUTES[kind]}
        at = np.array([a[0] for a in anchors], few)
        out.anchors[kind] = at, kinds, np.array(rows, few).reshape(-1, 4)
    out.links = {head: list(links.items()) for head, links in w.get("links", {}).items()}
    return out


def sentences(heads: list[int]) -> np.ndarray:
    """Return for each word a number that the words of its tree share."""
    group = list(range(len(heads)))

    def find(i: int) -> int:
        while group[i] != i:
            i = group[i]
        return i

    for i, h in enumerate(heads):
        if h >= 0:
            group[find(i)] = find(h)
    return np.array([find(i) for i in range(len(heads))], np.int16)


def shown(w: Coded, mask: int, chance: random.Random) -> tuple[np.ndarray, np.ndarray]:
    """Return pieces and shapes as training shows them.

    Now and then all in capitals or in none, and with the piece that stands for any word in the
    place of some.
    """
    ids, shapes, roll = w.ids, w.shapes, chance.random()
    if roll < 0.09:
        shapes = np.where(shapes < 4, UPPER if roll < 0.06 else 0, shapes)
    if chance.random() < 0.5:
        ids = ids.copy()
        ends = [*w.first[1:], len(ids) - 1]
        for start, end in zip(w.first, ends, strict=True):
            if chance.random() < HIDDEN:
                ids[start:end] = mask
    return ids, shapes


def padded(rows: list[np.ndarray], fill: int = 0) -> Tensor:
    out = np.full((len(rows), max(len(r) for r in rows), *rows[0].shape[1:]), fill, rows[0].dtype)
    for k, r in enumerate(rows):
        out[k, : len(r)] = r
    return torch.from_numpy(out)


def collate(
    batch: list[Coded], order: list[str], mask: int, chance: random.Random
) -> dict[str, Tensor]:
    """Return the tensors of a batch; ``order`` is that of the tag heads."""
    seen = [shown(w, mask, chance) for w in batch]
    out = {"ids": padded([w.ids for w in batch]), "shapes": padded([w.shapes for w in batch]),
           "hidden.ids": padded([s[0] for s in seen]),
           "hidden.shapes": padded([s[1] for s in seen]),
           "mask": padded([np.ones(len(w.ids), bool) for w in batch]),
           "words": padded([np.ones(len(w.first), bool) for w in batch]),
           "first": padded([w.first for w in batch])}  # fmt: skip
    wide = out["first"].shape[1]
    told = [h for h in order if any(h in w.tags for w in batch)]
    tags = np.full((len(batch), wide, len(told)), NONE, np.int16)
    for i, w in enumerate(batch):
        for k, head in enumerate(told):
            if head in w.tags:
                tags[i, : len(w.first), k] = w.tags[head]
    out |= {"tag." + head: torch.from_numpy(tags[..., k]) for k, head in enumerate(told)}
    trees = [(i, w.tree) for i, w in enumerate(batch) if w.tree is not None]
    if trees:
        out["tree.rows"] = torch.tensor([i for i, _ in trees])
        all_ = padded([np.pad(t, ((0, 0), (0, wide - t.shape[1])), constant_values=NONE)
                       for _, t in trees])  # fmt: skip
        out |= {f"tree.{k}": all_[:, n] for n, k in enumerate(("heads", "rels", "sentence"))}
    for kind in ROLES:
        have = [(i, w.anchors[kind]) for i, w in enumerate(batch) if kind in w.anchors]
        if not have:
            continue
        at = [(i, int(x)) for i, (words, _, _) in have for x in words]
        roles = np.full((len(at), wide, len(ROLES[kind])), NONE, np.int8)
        base = 0
        for i, (words, _, rows) in have:
            roles[base : base + len(words), : len(batch[i].first)] = 0
            for n, k, a, b in rows:
                roles[base + n, a, k] = 1
                roles[base + n, a + 1 : b + 1, k] = 2
            base += len(words)
        out |= {kind + ".at": torch.tensor(at), kind + ".roles": torch.from_numpy(roles)}
        for head in ATTRIBUTES[kind]:
            numbers = np.concatenate([told[head] for _, (_, told, _) in have])
            out[f"{kind}.{head}"] = torch.from_numpy(numbers)
    for head in ("coref", "part"):
        links = [(i, *x) for i, w in enumerate(batch) for x in w.links.get(head, ())]
        if links:
            right = torch.zeros(len(links), 1 + wide, dtype=torch.bool)
            for n, (_, _, earlier) in enumerate(links):
                right[n, [j + 1 for j in earlier] or [0]] = True
            out |= {head + ".at": torch.tensor([x[:2] for x in links]), head + ".right": right}
    return out


class Batches(IterableDataset):
    """Endless batches of about so many pieces, each of one set, drawn by the sets' weights."""

    def __init__(self, sets: dict[str, list[Coded]], weights: dict[str, float], order: list[str],
                 *, mask: int, size: int, seed: int) -> None:  # fmt: skip
        self.sets, self.weights, self.order = sets, weights, order
        self.mask, self.size, self.seed = mask, size, seed

    def __iter__(self) -> Iterator[tuple[str, dict[str, Tensor]]]:
        worker = torch.utils.data.get_worker_info()
        chance = random.Random(self.seed * 1000 + (worker.id if worker else 0))
        names = [k for k in self.sets if self.weights.get(k, 0) > 0]
        left: dict[str, list[list[Coded]]] = {k: [] for k in names}
        while True:
            name = chance.choices(names, [self.weights[k] for k in names])[0]
            if not left[name]:
                left[name] = self.shuffled(self.sets[name], chance)
            yield name, collate(left[name].pop(), self.order, self.mask, chance)

    def shuffled(self, windows: list[Coded], chance: random.Random) -> list[list[Coded]]:
        ranked = sorted(windows, key=lambda w: len(w.ids) + chance.random() * 12)
        out: list[list[Coded]] = [[]]
        for w in ranked:
            if out[-1] and len(w.ids) * (len(out[-1]) + 1) > self.size:
                out.append([])
            out[-1].append(w)
        chance.shuffle(out)
        return out


def endless(batches: Batches, workers: int) -> Iterator[tuple[str, dict[str, Tensor]]]:
    """Return the batches, made by so many processes beside this one (0: by this one)."""
    ahead = 4 if workers else None
    return iter(
        DataLoader(
            batches,
            batch_size=None,
            num_workers=workers,
            prefetch_factor=ahead,
            pin_memory=workers > 0,
        )
    )
