"""Whole reports to the encoder's weights: who offers, who stands where, how it ends, end to end.

    python training/whole.py read --data FOLDER --reports FILE    # first, with the shipped weights
    python training/whole.py teach --reports FILE --runs RUNS --part K    # 0, 1, 2; wants a GPU
    python training/train.py --reports FILE --told RUNS/told-0.pkl ...    # adds the loss of below

The second reading sees what the encoder makes of a report's places, and an encoder that never
learned what it is read for tells little of how a proposal ends. So a net like the second reading
is learned on top of it, and through it the encoder. MPNet, which reads a report in long windows,
tells it what it makes of reports that it has not learned from: three nets, each without a third.
The nets on top are thrown away: ``second.py`` learns new ones from the encoder's vectors when it is
done.
"""

from __future__ import annotations

import argparse
import pickle
import random
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F
from torch.utils.data import DataLoader, IterableDataset

from batches import HIDDEN, padded
from model import MASK, MPNET, Encoder
from offers import (
    KEPT,
    NETS,
    PAPERS,
    PARTY,
    ROLES,
    STANDS,
    STATE,
    UNKNOWN,
    UNSEEN,
    Net,
    Offer,
    Seen,
)  # fmt: skip
from sayso.parse.pieces import SHAPES, WordPieces
from sayso.parse.windows import cut
from sayso.record.vocabulary import PROPOSAL_STATES

#: Pieces of a window that the teacher reads.
LONG = 505
#: So many reports a step.
REPORTS = 16
#: How many times as often those of the sets that the encoder was not trained on are drawn.
OFTEN = 3
#: What the loss of whole reports counts, beside that of windows; what the teacher counts in it.
COUNTS, TAUGHT = 0.5, 0.5
#: How fast the nets on top learn.
RATE = 1e-3
#: By (report, number of the proposal): roles and stances (parties, ...), and states.
Told = Mapping[tuple[str, int], tuple[np.ndarray, np.ndarray]]


class Encoded(NamedTuple):
    """A window: ids and shapes a piece, and the first piece of each word."""

    ids: np.ndarray
    shapes: np.ndarray
    first: np.ndarray


def windows(seen: Seen, pieces: WordPieces, most: int) -> list[Encoded]:
    """Return the windows of a report, each of so many pieces at most."""
    lengths = [len(pieces.of(w)[0]) for w in seen.words]
    some = [pieces.encode(seen.words[r.start : r.stop])
            for r in cut(seen.words, lengths, seen.breaks, most)]  # fmt: skip
    return [Encoded(*map(np.array, (e.ids, e.shapes, e.first))) for e in some]


class Reports(IterableDataset):
    """Endless batches of whole reports; ``told`` is what a teacher makes of them."""

    def __init__(
        self, reports: list[Seen], pieces: WordPieces, most: int, *, told: Told, seed: int,
        many: int = REPORTS,
    ) -> None:  # fmt: skip
        self.reports, self.pieces, self.most = reports, pieces, most
        self.told, self.seed, self.many = told, seed, many
        self.cut: dict[str, list[Encoded]] = {}

    def __iter__(self) -> Iterator[dict[str, Tensor]]:
        worker = torch.utils.data.get_worker_info()
        chance = random.Random(self.seed * 1000 + (worker.id if worker else 0))
        often = [r for r in self.reports if r.set in UNSEEN] * (OFTEN - 1)
        left: list[Seen] = []
        while True:
            if len(left) < self.many:
                left = self.reports + often
                chance.shuffle(left)
            some, left = left[: self.many], left[self.many :]
            yield self.batch(some, chance)

    def batch(self, reports: list[Seen], chance: random.Random | None = None) -> dict[str, Tensor]:
        """Return reports as one batch: the pieces of their windows, where each word begins among
        them, and what second.py reads, with numbers of words, places and owners that run through.
        """
        some, rows = [], Rows()
        for seen in reports:
            if seen.id not in self.cut:
                self.cut[seen.id] = windows(seen, self.pieces, self.most)
            some += self.cut[seen.id]
            rows.add(seen, self.told)
        ids = [hidden(w, chance) if chance else w.ids for w in some]
        wide = max(map(len, ids))
        at = np.concatenate([w.first + k * wide for k, w in enumerate(some)])
        return rows.tensors() | {
            "ids": padded(ids),
            "shapes": padded([w.shapes for w in some]),
            "mask": padded([np.ones(len(w.ids), bool) for w in some]),
            "at": torch.from_numpy(at),
        }


class Rows:
    """Arrays of a batch of reports in the making."""

    def __init__(self) -> None:
        self.arrays: dict[str, list[np.ndarray]] = {}
        self.words = self.places = self.owners = self.offers = 0

    def add(self, seen: Seen, told: Told) -> None:
        places = seen.places
        self.put(words=places.words + self.words, ranges=places.ranges + self.words)
        for n, offer in enumerate(seen.offers):
            roles, states = told.get((seen.id, n), (None, None))
            self.parties(offer, roles)
            self.state(offer, states, marked=seen.set != PAPERS)
            self.offers += 1
        self.words += len(seen.words)
        self.places += len(places.words)

    def parties(self, offer: Offer, roles: np.ndarray | None) -> None:
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

    def state(self, offer: Offer, states: np.ndarray | None, *, marked: bool) -> None:
        look = offer.look
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


class Judge(nn.Module):
    """The nets of the second reading on the vectors of an encoder of any width."""

    def __init__(self, width: int, batch: dict[str, Tensor]) -> None:
        super().__init__()
        answers = {"party": len(ROLES) + STANDS, "state": len(PROPOSAL_STATES)}
        self.axes = nn.ParameterDict(
            {k: nn.Parameter(torch.zeros(5 * width, KEPT)) for k in answers}
        )
        self.nets = nn.ModuleDict()
        for kind, wide in answers.items():
            own, told = batch[kind + "_numbers"].shape[1], batch[kind + "_told"].shape[1]
            self.register_buffer(kind + "_mean", torch.zeros(5 * width))
            self.register_buffer(kind + "_middle", torch.zeros(own))
            self.register_buffer(kind + "_size", torch.ones(own))
            self.nets[kind] = nn.ModuleList(
                Net(KEPT + own, told, wide, beside=kind == PARTY) for _ in range(NETS)
            )

    def begin(self, seen: list[tuple[dict[str, Tensor], Tensor]]) -> None:
        """Take the directions that differ most, and the sizes of numbers, from some batches."""
        for kind in self.nets:
            shown = torch.cat([looked(kind, b, x)[0] for b, x in seen]).double()
            numbers = torch.cat([b[kind + "_numbers"] for b, _ in seen])
            mean = shown.mean(0)
            spread = (shown - mean).T @ (shown - mean) / len(shown)
            values, axes = torch.linalg.eigh(spread)
            size = values.flip(0)[:KEPT].clamp(min=0).sqrt() + 0.05
            self.axes[kind].data.copy_(axes.flip(1)[:, :KEPT] / size)
            self.get_buffer(kind + "_mean").copy_(mean)
            self.get_buffer(kind + "_middle").copy_(numbers.mean(0))
            self.get_buffer(kind + "_size").copy_(numbers.std(0) + 0.05)

    def forward(self, b: dict[str, Tensor], words: Tensor) -> dict[str, list[Tensor]]:
        """Return by kind the scores of each net; ``words`` (all words, width) are vectors."""
        out: dict[str, list[Tensor]] = {}
        for kind, nets in self.nets.items():
            shown, at = looked(kind, b, words)
            even = ((shown - self.get_buffer(kind + "_mean")) @ self.axes[kind])[at]
            middle, size = self.get_buffer(kind + "_middle"), self.get_buffer(kind + "_size")
            rows = torch.cat([even, (b[kind + "_numbers"] - middle) / size], 1)
            tables = b["party_table"] if kind == PARTY else b["state_owner"]
            out[kind] = [net(rows, b[kind + "_owner"], b[kind + "_told"], tables) for net in nets]
        return out


def looked(kind: str, b: dict[str, Tensor], words: Tensor) -> tuple[Tensor, Tensor]:
    """Return the vectors that evidence points at (see evidence.py), and which of them are meant."""
    at, ranges = (
        (b["words"], b["ranges"]) if kind == PARTY else (b["state_words"], b["state_ranges"])
    )
    sums = torch.cat([words.new_zeros(1, words.shape[1]), words.cumsum(0)])
    length = (ranges[:, :, 1] - ranges[:, :, 0]).clamp(min=1)[:, :, None]
    means = (sums[ranges[:, :, 1]] - sums[ranges[:, :, 0]]) / length
    shown = torch.cat([words[at].flatten(1), means.flatten(1)], 1)
    meant = b["party_places"] if kind == PARTY else torch.arange(len(at), device=at.device)
    return shown, meant


def loss_of(scores: dict[str, list[Tensor]], b: dict[str, Tensor]) -> Tensor:
    """Return the loss against the marks and, where a teacher was heard, against what it says."""
    total, n = b["party_told"].new_zeros(()), len(ROLES)
    for party, state in zip(scores[PARTY], scores[STATE], strict=True):
        right, heard, sure = b["right"], b["heard"], b["state_heard"]
        marks = F.cross_entropy(state, b["state"], ignore_index=UNKNOWN, reduction="sum")
        loss = marks / (b["state"] != UNKNOWN).sum().clamp(min=1)
        if right.any():
            answer = b["answer"][right]
            roles = F.binary_cross_entropy_with_logits(party[right, :n], answer[:, :n].float())
            loss = loss + n * roles + F.cross_entropy(party[right, n:], answer[:, n])
        if heard.any():
            told = b["roles"][heard]
            roles = F.binary_cross_entropy_with_logits(party[heard, :n], told[:, :n])
            stands = -(told[:, n:] * party[heard, n:].log_softmax(-1)).sum(-1).mean()
            states = -(b["states"][sure] * state[sure].log_softmax(-1)).sum(-1).mean()
            loss = (1 - TAUGHT) * loss + TAUGHT * (n * roles + stands + states)
        total = total + loss / NETS
    return total


def endless(reports: Reports, workers: int) -> Iterator[dict[str, Tensor]]:
    """Return batches of reports, made by so many processes beside this one (0: by this one)."""
    return iter(DataLoader(reports, batch_size=None, num_workers=workers,
                           prefetch_factor=4 if workers else None))  # fmt: skip


def vectors_of(encoder: Encoder, b: dict[str, Tensor]) -> Tensor:
    """Return the vectors (words of all reports, width) of a batch."""
    with torch.autocast(encoder.piece.weight.device.type, torch.bfloat16):
        pieces = encoder(b["ids"], b["shapes"], b["mask"])
    return pieces.flatten(0, 1)[b["at"]].float()


def judge_on(width: int, encoder: Encoder, reports: Reports, move: Callable) -> Judge:  # type: ignore[type-arg]
    """Return nets that begin on what an encoder makes of some reports."""
    with torch.no_grad():
        some = [move(reports.batch(reports.reports[k : k + REPORTS]))
                for k in range(0, min(len(reports.reports), 15 * REPORTS), REPORTS)]  # fmt: skip
        judge = Judge(width, some[0]).to(some[0]["ids"].device)
        judge.begin([(b, vectors_of(encoder, b)) for b in some])
    return judge


class Lesson:
    """What ``train.py`` learns from whole reports, beside its windows."""

    def __init__(self, encoder: Encoder, reports: Reports, move: Callable) -> None:  # type: ignore[type-arg]
        self.encoder, self.move = encoder, move
        self.judge = judge_on(encoder.piece.weight.shape[1], encoder, reports, move)
        workers = 2 if encoder.piece.weight.device.type == "cuda" else 0
        self.batches = endless(reports, workers)

    def loss(self) -> Tensor:
        b = self.move(next(self.batches))
        return COUNTS * loss_of(self.judge(b, vectors_of(self.encoder, b)), b)


def read(args: argparse.Namespace) -> None:
    """Read the marked reports with the shipped weights, and keep what they make of them."""
    from sayso.parse.model import model
    from seen import SETS, seen_in

    seen = [s for name in SETS for s in seen_in(name, args.data, model())]
    args.reports.write_bytes(pickle.dumps(seen))
    print(f"{args.reports}: {len(seen)} reports")


def teach(args: argparse.Namespace) -> None:
    """Learn MPNet on all reports but a third, and write what it makes of that third."""
    from safetensors.torch import load_file

    from train import mpnet, start_folder

    device = "cuda" if torch.cuda.is_available() else "cpu"
    torch.manual_seed(args.part)
    seen: list[Seen] = pickle.loads(args.reports.read_bytes())
    away = sorted(seen, key=lambda s: (s.set, s.id))[args.part :: 3]
    vocabulary = (start_folder() / "vocab.txt").read_text(encoding="utf-8").rstrip("\n").split("\n")
    kept = [s for s in seen if s.id not in {a.id for a in away}]
    reports = Reports(kept, WordPieces(vocabulary), LONG, told={}, seed=args.part)
    encoder = Encoder(len(vocabulary), SHAPES, MPNET)
    encoder.start_from(load_file(mpnet(args.runs) / "model.safetensors"))
    encoder.piece.weight.requires_grad_(False)
    encoder.to(device).train()
    move = lambda b: {k: v.to(device) for k, v in b.items()}  # noqa: E731
    judge = judge_on(MPNET.width, encoder, reports, move)
    body = [p for p in encoder.parameters() if p.requires_grad]
    optimiser = torch.optim.AdamW(
        [{"params": body, "weight_decay": 0.01},
         {"params": judge.parameters(), "weight_decay": 0.02}]
    )  # fmt: skip
    batches, begun_at, done = endless(reports, 4 if device == "cuda" else 0), time.time(), 0.0
    while done < 1:
        for group, rate in zip(optimiser.param_groups, (args.rate, RATE), strict=True):
            group["lr"] = rate * min(1.0, done / 0.08 + 0.01) * (1 - done)
        b = move(next(batches))
        loss = loss_of(judge(b, vectors_of(encoder, b)), b)
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(body, 1.0)
        optimiser.step()
        done = (time.time() - begun_at) / 60 / args.minutes
    encoder.eval()
    judge.eval()
    told: dict[tuple[str, int], tuple[np.ndarray, np.ndarray]] = {}
    for report in away:
        b = move(reports.batch([report]))
        with torch.no_grad():
            scores = judge(b, vectors_of(encoder, b))
        party, state = (torch.stack(scores[kind]).mean(0) for kind in (PARTY, STATE))
        roles = torch.cat([party[:, : len(ROLES)].sigmoid(), party[:, len(ROLES) :].softmax(-1)], 1)
        for n in range(len(report.offers)):
            own = (b["party_table"] == n).cpu()
            told[report.id, n] = roles.cpu()[own].numpy(), state.softmax(-1).cpu()[n].numpy()
    (args.runs / f"told-{args.part}.pkl").write_bytes(pickle.dumps(told))
    print(f"part {args.part}: loss {float(loss):.3f}, {len(told)} proposals told")


def main() -> None:
    ask = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ask.add_argument("what", choices=("read", "teach"))
    ask.add_argument("--data", type=Path, help="folder with gold/train")
    ask.add_argument("--reports", type=Path, required=True, help="the file of what was read")
    ask.add_argument("--runs", type=Path)
    ask.add_argument("--part", type=int, choices=range(3), help="the third that is left out")
    ask.add_argument("--minutes", type=float, default=1.5)
    ask.add_argument("--rate", type=float, default=5e-5)
    args = ask.parse_args()
    {"read": read, "teach": teach}[args.what](args)


if __name__ == "__main__":
    main()
