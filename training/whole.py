"""Whole reports to the second reading: who offers, who stands where, how it ends, end to end.

    python training/whole.py read --data FOLDER --reports FILE        # with the shipped weights
    python training/whole.py teach --reports FILE --runs RUNS --part K     # 0, 1, 2; wants a GPU
    python training/whole.py learn --reports FILE --runs RUNS --start FILE --told RUNS/told-*.pkl
    python training/whole.py learn ... --on RUNS/second.pt --name more      # with further reports

An encoder of its own reads a report once for each proposal, the proposal's names and terms pointed
at (find/proposals/pointed.py), and nets on top tell parties, stances and the state from its vectors
at the places that the rules know. It begins as the shipped encoder; to_second.py writes what was
learned. It may go on later with more marked reports, on a processor too: ``--many 8 --sum 2``.

MPNet, which begins from weights of its own, learns the same first and tells what it makes of
reports that it has not learned from: three nets, each without a third, and all of them of articles
that nothing marks.
"""

from __future__ import annotations

import argparse
import pickle
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from cases import OFFERS, Reports, endless
from judge import Judge, judge_on, loss_of, moved, scores, tell, vectors_of
from model import MPNET, SMALL, Encoder
from offers import UNMARKED, Seen
from sayso.parse.pieces import SHAPES, WordPieces

VOCABULARY = Path(__file__).parents[1] / "src/sayso/parse/weights/vocabulary.txt"
#: Parts of a report that a word may be (find/proposals/pointed.py).
MARKS = 4
#: How fast the nets on top learn, and how many times as fast as the encoder the marks do.
RATE, MARKED = 1e-3, 5


def fit(encoder: Encoder, judge: Judge, reports: Reports, args: argparse.Namespace,
        save: Callable[[dict[str, Tensor], dict[str, Tensor]], None]) -> None:  # fmt: skip
    """Learn by the clock; ``save`` takes the running averages of both, now and then."""
    device = encoder.piece.weight.device
    marks = [encoder.shape.weight]
    body = [p for p in encoder.parameters() if p.requires_grad and p is not marks[0]]
    groups = [
        {"params": body, "weight_decay": 0.01}, {"params": marks, "weight_decay": 0.0},
        {"params": judge.parameters(), "weight_decay": 0.02},
    ]  # fmt: skip
    optimiser = torch.optim.AdamW(groups)
    rates = (args.rate, MARKED * args.rate, RATE)
    average = [{k: v.detach().clone() for k, v in m.state_dict().items()} for m in (encoder, judge)]
    batches, losses = endless(reports, args.workers), list[Tensor]()
    since = kept = time.time()
    done, step = 0.0, 0
    while done < 1:
        for group, rate in zip(optimiser.param_groups, rates, strict=True):
            group["lr"] = rate * min(1.0, done / 0.08 + 0.01) * (1 - done)
        optimiser.zero_grad()
        for _ in range(args.sum):
            b = {k: v.to(device, non_blocking=True) for k, v in next(batches).items()}
            loss = loss_of(judge(b, vectors_of(encoder, b)), b) / args.sum
            loss.backward()
            losses.append(args.sum * loss.detach())
        nn.utils.clip_grad_norm_(body, 1.0)
        optimiser.step()
        step += 1
        with torch.no_grad():
            for own, module in zip(average, (encoder, judge), strict=True):
                now = module.state_dict()
                keys = [k for k, v in now.items() if v.is_floating_point()]
                share = 1 - min(args.decay, step / (step + 20))
                torch._foreach_lerp_([own[k] for k in keys], [now[k] for k in keys], share)
        if step % 100 == 0:
            told = float(sum(losses[-100 * args.sum :])) / 100 / args.sum
            print(f"{args.what} {args.part} {args.name} step {step} {time.time() - since:.0f} s "
                  f"loss {told:.3f}", flush=True)  # fmt: skip
        done = (time.time() - since) / 60 / args.minutes
        if time.time() - kept > 60:
            save(*average)
            kept = time.time()
    save(*average)


def read(args: argparse.Namespace) -> None:
    """Read the reports with the shipped weights, and keep what they make of them."""
    from sayso.parse.model import model
    from seen import SETS, UNMARKED, seen_in

    none = np.zeros((0, 0), np.float16)  # each who learns from them makes vectors of his own
    seen = [replace(s, vectors=none) for name in (*SETS, UNMARKED)
            for s in seen_in(name, args.data, model())]  # fmt: skip
    args.reports.write_bytes(pickle.dumps(seen))
    print(f"{args.reports}: {len(seen)} reports")


def vocabulary_of() -> list[str]:
    return VOCABULARY.read_text(encoding="utf-8").rstrip("\n").split("\n")


def teach(args: argparse.Namespace) -> None:
    """Learn MPNet on all reports but a third; write what it makes of that third, and of those that
    nothing marks.
    """
    from safetensors.torch import load_file

    from train import mpnet

    torch.manual_seed(args.part)
    seen: list[Seen] = pickle.loads(args.reports.read_bytes())
    marked = sorted((s for s in seen if s.set != UNMARKED), key=lambda s: (s.set, s.id))
    away = marked[args.part :: 3]
    kept = [s for n, s in enumerate(marked) if n % 3 != args.part]
    vocabulary = vocabulary_of()
    reports = Reports(kept, WordPieces(vocabulary), told={}, seed=args.part, many=args.many)
    encoder = begun(Encoder(len(vocabulary), SHAPES * MARKS, MPNET),
                    load_file(mpnet(args.runs) / "model.safetensors"))  # fmt: skip
    encoder.to(args.device).train()
    judge = judge_on(MPNET.width, encoder, reports, lambda b: moved(b, args.device))
    fit(encoder, judge, reports, args, lambda *_: None)
    told = tell(encoder, judge, reports, [*away, *(s for s in seen if s.set == UNMARKED)])
    (args.runs / f"told-{args.part}.pkl").write_bytes(pickle.dumps(told))
    for name in sorted({s.set for s in away}):
        print(name, scores(told, [s for s in away if s.set == name]), flush=True)
    print(f"part {args.part} all", scores(told, away), len(told), flush=True)


def begun(encoder: Encoder, weights: dict[str, Tensor] | None = None) -> Encoder:
    """Return an encoder with the table of pieces fixed, and a beginning for what marks words."""
    if weights is not None:
        encoder.start_from(weights)
    encoder.piece.weight.requires_grad_(False)
    rows = encoder.shape.weight.data
    rows[SHAPES:] += 0.03 * torch.randn(MARKS - 1, 1, rows.shape[1]).expand(
        -1, SHAPES, -1).flatten(0, 1)  # fmt: skip
    return encoder


def learn(args: argparse.Namespace) -> None:
    """Learn what ships, from the marks and from what is told."""
    torch.manual_seed(0)
    seen: list[Seen] = pickle.loads(args.reports.read_bytes())
    told: dict[tuple[str, int], list] = {}
    for file in args.told:
        for key, value in pickle.loads(file.read_bytes()).items():
            told.setdefault(key, []).append(value)
    means = {k: tuple(np.mean(part, axis=0) for part in zip(*v, strict=True))
             for k, v in told.items()}  # fmt: skip
    vocabulary = vocabulary_of()
    reports = Reports(seen, WordPieces(vocabulary), told=means, seed=args.seed, many=args.many)
    encoder = Encoder(len(vocabulary), SHAPES * MARKS, SMALL, drop=args.drop)
    weights = torch.load(args.start, weights_only=False)["average"]
    own = {k.removeprefix("encoder."): v for k, v in weights.items() if k.startswith("encoder.")}
    own["shape.weight"] = own["shape.weight"].repeat(MARKS, 1)
    encoder.load_state_dict(own)
    encoder = begun(encoder).to(args.device).train()
    judge = judge_on(SMALL.width, encoder, reports, lambda b: moved(b, args.device))
    if args.on:
        saved = torch.load(args.on, weights_only=False)
        for module, part in ((encoder, saved["encoder"]), (judge, saved["judge"])):
            module.load_state_dict(
                {**module.state_dict(), **{k: v.float() for k, v in part.items()}}
            )
    torch.manual_seed(args.seed)

    def save(*average: dict[str, Tensor]) -> None:
        parts = zip(("encoder", "judge"), average, strict=True)
        state = {n: {k: v.half().cpu() for k, v in a.items() if k != "piece.weight"}
                 for n, a in parts}  # fmt: skip
        torch.save(state, args.runs / f"{args.name}.part")
        (args.runs / f"{args.name}.part").replace(args.runs / f"{args.name}.pt")

    fit(encoder, judge, reports, args, save)


def main() -> None:
    ask = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ask.add_argument("what", choices=("read", "teach", "learn"))
    ask.add_argument("--data", type=Path, help="folder with gold/train")
    ask.add_argument("--reports", type=Path, required=True, help="the file of what was read")
    ask.add_argument("--runs", type=Path)
    ask.add_argument("--name", default="second")
    ask.add_argument("--start", type=Path, help="weights to begin from (from_onnx.py)")
    ask.add_argument("--on", type=Path, help="what was learned before, to go on from")
    ask.add_argument("--sum", type=int, default=1, help="so many batches a step")
    ask.add_argument("--told", nargs="*", default=[], type=Path)
    ask.add_argument("--part", type=int, choices=range(3), help="the third that is left out")
    ask.add_argument("--minutes", type=float, default=1.5)
    ask.add_argument("--rate", type=float, default=5e-5)
    ask.add_argument("--many", type=int, default=OFFERS, help="so many proposals a step")
    ask.add_argument("--drop", type=float, default=0.1)
    ask.add_argument("--decay", type=float, default=0.998)
    ask.add_argument("--seed", type=int, default=0)
    args = ask.parse_args()
    args.device = "cuda" if torch.cuda.is_available() else "cpu"
    args.workers = 4 if args.device == "cuda" else 0
    {"read": read, "teach": teach, "learn": learn}[args.what](args)


if __name__ == "__main__":
    main()
