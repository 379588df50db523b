"""The nets of the second reading on the vectors of an encoder, and what they are learned by."""

from __future__ import annotations

import random
from collections.abc import Callable

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from cases import OFFERS, Reports
from model import Encoder
from offers import KEPT, NETS, PAPERS, PARTY, ROLES, STANDS, STATE, UNKNOWN, Net, Seen
from sayso.record.vocabulary import PROPOSAL_STATES

#: What the teacher counts beside the marks.
TAUGHT = 0.5


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


def vectors_of(encoder: Encoder, b: dict[str, Tensor]) -> Tensor:
    """Return the vectors (words of all reports, width) of a batch."""
    with torch.autocast(encoder.piece.weight.device.type, torch.bfloat16):
        pieces = encoder(b["ids"], b["shapes"], b["mask"])
    return pieces.flatten(0, 1)[b["at"]].float()


def judge_on(width: int, encoder: Encoder, reports: Reports, move: Callable) -> Judge:  # type: ignore[type-arg]
    """Return nets that begin on what an encoder makes of some reports."""
    cases = random.Random(0).sample(reports.cases, min(len(reports.cases), 15 * OFFERS))
    with torch.no_grad():
        some = [move(reports.batch(cases[k : k + OFFERS])) for k in range(0, len(cases), OFFERS)]
        judge = Judge(width, some[0]).to(some[0]["ids"].device)
        judge.begin([(b, vectors_of(encoder, b)) for b in some])
    return judge


def tell(encoder: Encoder, judge: Judge, reports: Reports, seen: list[Seen]) -> dict:
    """Return what nets make of reports."""
    device = str(encoder.piece.weight.device)
    encoder.eval()
    judge.eval()
    told: dict[tuple[str, int], tuple[np.ndarray, np.ndarray]] = {}
    cases = sorted(((s, n) for s in seen for n in range(len(s.offers))),
                   key=lambda c: len(c[0].words))  # fmt: skip
    for k in range(0, len(cases), 16):
        some = cases[k : k + 16]
        b = moved(reports.batch(some), device)
        with torch.no_grad():
            out = judge(b, vectors_of(encoder, b))
        party, state = (torch.stack(out[kind]).mean(0).float() for kind in (PARTY, STATE))
        roles = torch.cat([party[:, : len(ROLES)].sigmoid(), party[:, len(ROLES) :].softmax(-1)], 1)
        roles, states, tables = roles.cpu(), state.softmax(-1).cpu(), b["party_table"].cpu()
        for j, (report, n) in enumerate(some):
            told[report.id, n] = roles[tables == j].numpy(), states[j].numpy()
    return told


def scores(told: dict, seen: list[Seen]) -> str:
    """Return at the best bar the F1 of each role and of stances, and how many states are right."""
    rows = [(told[s.id, n][0], o) for s in seen for n, o in enumerate(s.offers) if o.right]
    sure = np.concatenate([r for r, _ in rows])
    answer = np.array([side.answer for _, o in rows for side in o.sides])
    out = []
    for k, role in enumerate(ROLES):
        out.append(f"{role} {best(sure[:, k], answer[:, k] == 1, (answer[:, k] == 1).sum()):.1f}")
    n = len(ROLES)
    kind = sure[:, n + 1 :].argmax(1)
    right = answer[:, n] == 1 + kind
    out.append(f"stance {best(sure[:, n + 1 :].max(1), right, (answer[:, n] > 0).sum()):.1f}")
    known = [(told[s.id, n][1].argmax(), o.state) for s in seen if s.set != PAPERS
             for n, o in enumerate(s.offers) if o.right and o.state != UNKNOWN]  # fmt: skip
    if known:
        out.append(f"state {100 * np.mean([a == b for a, b in known]):.1f} of {len(known)}")
    return " ".join(out)


def best(sure: np.ndarray, right: np.ndarray, gold: int) -> float:
    bars = np.arange(0.15, 0.7, 0.025)
    return max(200 * (right & (sure > b)).sum() / max(1, (sure > b).sum() + gold) for b in bars)


def moved(b: dict[str, Tensor], device: str) -> dict[str, Tensor]:
    return {k: v.to(device) for k, v in b.items()}
