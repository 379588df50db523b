"""Marked proposals to the nets on the shipped vectors: ``python training/second.py --data FOLDER``.

The first of the two readings of find/proposals/judged.py is learned on what the shipped encoder and
rules make of marked reports, so it is trained after that. It writes its arrays to second.npz beside
the weights, where ``to_second.py`` puts those of the other. Reports may be those that ``whole.py``
kept: their numbers are of weights that had not learned their marks, and the vectors are those of
``--weights``. How right it is, is told with ``--without`` on a third of ``bargains``, by weights
that were themselves trained without that third (``train.py --without``).

Shapes: a place of a report gives 5 vectors and some numbers; all places of a party, or of a
proposal's state, are read by one layer, the most and the mean over them go on with what the rules
told to a second layer, and from there to roles (by, to, through), a stance, or a state.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import pickle
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count, groupby
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from cases import windows
from offers import (
    INNER,
    KEPT,
    NETS,
    PAPERS,
    PARTY,
    ROLES,
    STATE,
    TOLD_ON,
    UNMARKED,
    UNSEEN,
    Net,
    Offer,
    Seen,
)
from sayso.find.proposals.evidence import vectors
from sayso.parse.model import AGAIN, FOLDER, SECOND, Model, model
from sayso.parse.windows import WINDOW
from sayso.record.vocabulary import PROPOSAL_STATES, STANCES
from seen import SETS, marked, seen_in, third

#: How many times as often proposals of texts that the encoder has not learned are drawn.
FRESH = 3
#: The vector of a proposal's name is brought down to so many numbers.
NAMED = 64
#: So many proposals a step, with all who may be parties to them.
TABLES = 24
#: Numbers of the proposals of all sets.
NUMBERS = count()


@dataclass
class Case:
    """A party or a state: what is seen at its places, what rules told, the right answer.

    ``table`` numbers the proposals; the parties to one are read together. ``name`` is the vector of
    its name, where that is looked at.
    """

    report: str
    table: int
    places: np.ndarray
    seen: np.ndarray
    told: np.ndarray
    answer: list[int]
    found: bool
    name: np.ndarray | None = None


def vectors_by(using: Model, seen: Seen) -> Seen:
    """Return a report with the vectors of another encoder than the one that it was read with."""
    some = [using.run(window) for window in windows(seen, using.pieces, WINDOW)]
    words = np.concatenate([words for words, *_ in some])
    return replace(seen, vectors=words.astype(np.float16))


def cases_of(seen: Seen) -> Iterator[tuple[str, Case]]:
    """Yield (kind, Case) of the proposals found in a report."""
    words = seen.vectors.astype(np.float32)
    shown = vectors(seen.places, words)
    for offer in seen.offers:
        table = next(NUMBERS)
        name = name_of(offer, words)
        for side in offer.sides:
            own = offer.numbers[side.places]
            case = Case(
                seen.id, table, shown[side.places], own, side.told, side.answer, offer.right, name
            )
            yield PARTY, case
        if seen.set == PAPERS:
            continue
        at_names, answer = vectors(offer.look, words), [offer.state] if offer.right else []
        numbers = offer.look.numbers
        yield STATE, Case(seen.id, table, at_names, numbers, offer.told, answer, offer.right)


def name_of(offer: Offer, words: np.ndarray) -> np.ndarray:
    """Return the vector of the head of a proposal's first name, zeros where it has none."""
    look = offer.look  # its first row is of the first name
    return words[look.words[0, 0]] if len(look.words) else np.zeros(words.shape[1], np.float32)


def main_axes(shown: np.ndarray, kept: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the mean of vectors and the directions that differ most, each of one size."""
    mean = shown.mean(0)
    spread = (shown - mean).T @ (shown - mean) / len(shown)
    values, axes = np.linalg.eigh(spread)
    size = np.sqrt(values[::-1][:kept].clip(min=0)) + 0.05
    return mean, (axes[:, ::-1][:, :kept] / size).astype(np.float32)


@dataclass
class Scale:
    """Vectors and numbers to even inputs."""

    mean: np.ndarray
    axes: np.ndarray
    middle: np.ndarray
    size: np.ndarray
    named: tuple[np.ndarray, np.ndarray] | None = None

    @classmethod
    def of(cls, cases: list[Case]) -> Scale:
        """Return what makes the inputs of some cases even."""
        shown = np.concatenate([c.places for c in cases])[:: max(1, len(cases) // 8000)]
        names = {c.table: c.name for c in cases if c.name is not None}
        seen = np.concatenate([c.seen.reshape(len(c.places), -1) for c in cases if len(c.places)])
        named = main_axes(np.array([*names.values()]), NAMED) if names else None
        return cls(*main_axes(shown, KEPT), seen.mean(0), seen.std(0) + 0.05, named)

    def rows(self, case: Case) -> np.ndarray:
        if not len(case.places):
            return np.zeros((0, KEPT + len(self.middle)), dtype=np.float32)
        seen = (case.seen - self.middle) / self.size
        return np.concatenate([(case.places - self.mean) @ self.axes, seen], 1).astype(np.float32)

    def told(self, case: Case) -> np.ndarray:
        if self.named is None:
            return case.told
        mean, axes = self.named
        return np.concatenate([case.told, (case.name - mean) @ axes]).astype(np.float32)


def loss_of(kind: str, scores: Tensor, cases: list[Case]) -> Tensor:
    answers = torch.tensor([c.answer for c in cases])
    if kind == STATE:
        return F.cross_entropy(scores, answers[:, 0])
    n = len(ROLES)
    roles = F.binary_cross_entropy_with_logits(scores[:, :n], answers[:, :n].float())
    return n * roles + F.cross_entropy(scores[:, n:], answers[:, n])


def fit(kind: str, cases: list[Case], fresh: set[str], scale: Scale, steps: int, seed: int) -> Net:
    """Learn from the cases of proposals that were found and are marked.

    Those of the reports in ``fresh`` are drawn FRESH times as often.
    """
    torch.manual_seed(seed)
    chance = random.Random(seed)
    cases = [c for c in cases if c.found]
    tables: dict[int, list[int]] = {}
    for k, c in enumerate(cases):
        tables.setdefault(c.table, []).append(k)
    together = list(tables.values())
    together += [own for own in together if cases[own[0]].report in fresh] * (FRESH - 1)
    rows = [torch.tensor(scale.rows(c)) for c in cases]
    told = torch.tensor(np.array([scale.told(c) for c in cases]))
    size = TABLES if kind == PARTY else 48
    net = Net(rows[0].shape[1], told.shape[1], 1 + len(ROLES) + len(STANCES) if kind == PARTY
              else len(PROPOSAL_STATES), beside=kind == PARTY)  # fmt: skip
    optimiser = torch.optim.AdamW(net.parameters(), lr=1e-3, weight_decay=0.02)
    for step in range(steps):
        optimiser.param_groups[0]["lr"] = 1.5e-3 * min(1, step / (0.1 * steps)) * (1 - step / steps)
        at = [k for own in chance.sample(together, min(size, len(together))) for k in own]
        some = [cases[k] for k in at]
        loss = loss_of(kind, _answers(net, [rows[k] for k in at], told[at], some), some)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    return net.eval()


def _answers(net: Net, rows: list[Tensor], told: Tensor, cases: list[Case]) -> Tensor:
    owner = torch.repeat_interleave(torch.arange(len(rows)), torch.tensor([len(r) for r in rows]))
    return net(torch.cat(rows), owner, told, torch.tensor([c.table for c in cases]))


def answers(net: Net, cases: list[Case], scale: Scale) -> np.ndarray:
    out = []
    with torch.no_grad():
        for _, own in groupby(cases, lambda c: c.table):
            some = list(own)
            told = torch.tensor(np.array([scale.told(c) for c in some]))
            rows = [torch.tensor(scale.rows(c)) for c in some]
            out.append(_answers(net, rows, told, some).numpy())
    return np.concatenate(out)


def arrays(kind: str, nets: list[Net], scale: Scale) -> dict[str, np.ndarray]:
    """Return the arrays that judged.py reads, what makes inputs even taken into the first layer.

    The nets stand side by side in every layer, and at the end is their mean.
    """
    n = len(nets)
    place, inner, out = ([_layer(getattr(net, name)) for net in nets]
                         for name in ("places", "inner", "out"))  # fmt: skip
    first = np.concatenate([weight for weight, _ in place], 1)
    words = first[:KEPT]
    own = first[KEPT:] / scale.size[:, None]
    bias = np.concatenate([bias for _, bias in place])
    bias = bias - scale.mean @ scale.axes @ words - scale.middle @ own
    layers = np.stack([weight for weight, _ in inner])
    inner_bias = np.stack([bias for _, bias in inner])
    if scale.named is not None:
        mean, named = scale.named
        inner_bias = inner_bias - mean @ named @ layers[:, -NAMED:]
    last = np.stack([weight for weight, _ in out])  # of all nets what is made of a party, then near
    last = last.reshape(n, -1, INNER, last.shape[-1]).transpose(1, 0, 2, 3) / n
    made = {
        "axes": scale.axes, "words": words, "words.bias": bias, "own": own,
        "inner": layers, "inner.bias": inner_bias.reshape(-1),
        "out": last.reshape(-1, last.shape[-1]),
        "out.bias": np.mean([bias for _, bias in out], 0),
    }  # fmt: skip
    if scale.named is not None:
        made["name"] = scale.named[1]
    return {f"{kind}.{name}": values for name, values in made.items()}


def _layer(layer: nn.Linear) -> tuple[np.ndarray, np.ndarray]:
    return layer.weight.detach().numpy().T, layer.bias.detach().numpy()


def tell(scores: np.ndarray, cases: list[Case], golds: list[int]) -> None:
    """Print for each role, and for stances, the probability that is best to ask for, and its F1.

    ``golds`` says how many of each are marked, also where the proposal was not found.
    """
    n = len(ROLES)
    odds = np.exp(scores[:, n:] - scores[:, n:].max(1, keepdims=True))
    stands = (odds / odds.sum(1, keepdims=True))[:, 1:]
    columns = [(1 / (1 + np.exp(-scores[:, k])), [c.answer[k] == 1 for c in cases])
               for k in range(n)]  # fmt: skip
    taken = zip(cases, stands.argmax(1), strict=True)
    columns.append((stands.max(1), [c.answer[n] == 1 + k for c, k in taken]))
    for name, (sure, right), gold in zip((*ROLES, "stance"), columns, golds, strict=True):
        tries = [(bar, int((sure > bar).sum()), int((np.array(right) & (sure > bar)).sum()))
                 for bar in np.arange(0.15, 0.7, 0.025)]  # fmt: skip
        bar, found, hit = max(tries, key=lambda t: 2 * t[2] / (t[1] + gold))
        print(f"{name} from {bar:.3f}: F1 {200 * hit / (found + gold):.1f}  {hit}/{found}/{gold}")


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    ask.add_argument("--weights", type=Path, default=FOLDER)
    ask.add_argument("--data", type=Path, required=True, help="folder with gold/train")
    ask.add_argument("--reports", type=Path, help="reports as whole.py read them; else read anew")
    ask.add_argument("--steps", type=int, default=3500)
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument(
        "--without", type=int, choices=range(3),
        help="leave out a third of bargains, and tell on it; nothing is written",
    )  # fmt: skip
    ask.add_argument(
        "--only", choices=(PARTY, STATE), help="learn these nets alone, and keep the others"
    )
    args = ask.parse_args()
    using, cases = model(args.weights), {PARTY: [], STATE: []}
    left = third(args.data, args.without)
    if args.reports:
        kept = (s for s in pickle.loads(args.reports.read_bytes()) if s.set != UNMARKED)
        reports = (vectors_by(using, s) for s in kept)
    else:
        reports = (s for name in SETS for s in seen_in(name, args.data, using))
    fresh = set()
    for seen in reports:
        fresh |= {seen.id} if seen.set in UNSEEN else set()
        for kind, case in cases_of(seen):
            cases[kind].append(case)
    print({k: len(v) for k, v in cases.items()}, flush=True)
    known = dict(np.load(args.weights / SECOND)) if (args.weights / SECOND).exists() else {}
    out = {k: v for k, v in known.items() if args.only or k.startswith("again.")}
    for kind, some in cases.items():
        if args.only not in (None, kind):
            continue
        learned = [c for c in some if c.report not in left]
        scale = Scale.of(learned)
        nets = [fit(kind, learned, fresh, scale, args.steps, args.seed + n) for n in range(NETS)]
        out |= arrays(kind, nets, scale)
        away = [c for c in some if c.report in left]
        if not away:
            continue
        scores = np.mean([answers(net, away, scale) for net in nets], axis=0)
        if kind == STATE:
            pairs = [(c.answer[0], int(s.argmax()))
                     for c, s in zip(away, scores, strict=True) if c.found]  # fmt: skip
            print(f"state right: {100 * np.mean([a == b for a, b in pairs]):.1f} of {len(pairs)}")
        else:
            marks = [p for i, _, g in marked(TOLD_ON, args.data) if i in left for p in g.proposals]
            golds = [sum(len(getattr(p, role)) for p in marks) for role in ROLES]
            tell(scores, away, [*golds, sum(len(p.stances) for p in marks)])
    if left:
        return
    keep(args.weights, out)


def keep(folder: Path, out: dict[str, np.ndarray]) -> None:
    """Write the arrays of the second reading in half precision, and the hashes of its files."""
    np.savez_compressed(folder / SECOND, **{k: v.astype(np.float16) for k, v in out.items()})
    sums = folder / "checksums.json"
    told = json.loads(sums.read_text(encoding="utf-8"))
    for name in (SECOND, AGAIN):
        if (folder / name).exists():
            told[name] = hashlib.sha256((folder / name).read_bytes()).hexdigest()
            print(f"{name}: {(folder / name).stat().st_size} bytes")
    sums.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
