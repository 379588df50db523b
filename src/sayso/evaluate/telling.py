"""Places marked to tell a stance or a state, to how many of them the encoder's heads find.

``python -m sayso.evaluate.telling TEXTS MARKS [--weights FOLDER]``. MARKS is a file in the form of
``training/marks/telling.jsonl``. A place is found where one of its words is at least SURE likely
to tell what is marked there; what a head tells is right where it lies on a place that is marked
by it, whatever it tells.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import numpy as np
from spacy.tokens import Doc

from sayso.errors import InputError, SaysoError
from sayso.evaluate.gold import read_texts
from sayso.evaluate.tally import Tally
from sayso.language.anchors import TELLING
from sayso.parse.document import parse
from sayso.parse.model import FOLDER, Model, model
from sayso.record.vocabulary import PROPOSAL_STATES, STANCES

LABELS = {"stand": STANCES, "fate": PROPOSAL_STATES}
SURE = 0.4
Mark = tuple[int, int, str]


def read_telling(path: Path) -> dict[str, dict[str, list[Mark]]]:
    """Return the marks (start, end, label) of each text by head."""
    try:
        rows = [json.loads(x) for x in path.read_text(encoding="utf-8").splitlines() if x.strip()]
        return {r["id"]: {h: [(a, b, label) for a, b, label in r[h]] for h in LABELS} for r in rows}
    except (OSError, ValueError, KeyError) as fault:
        advice = "give a file like training/marks/telling.jsonl"
        raise InputError(f"no marks of telling words in {path}", advice) from fault


def score_telling(
    texts: dict[str, str], marks: dict[str, dict[str, list[Mark]]], using: Model
) -> dict[str, tuple[Tally, Tally]]:
    """Return for each head how many marked places are found, and how much of what is found lies
    on one: hit, found and gold of the first count places, of the second stretches."""
    out = {head: (Tally(), Tally()) for head in LABELS}
    for id, told in marks.items():
        doc = parse(texts[id], using)
        for head, labels in LABELS.items():
            places, found = out[head]
            sure = doc.user_data[TELLING].get(head, np.zeros((len(doc), len(labels)))) >= SURE
            words = [(_words(doc, a, b), label) for a, b, label in told[head]]
            hits = sum(bool(sure[at, labels.index(label)].any()) for at, label in words)
            places.add(hits, hits, len(words))
            marked = {i for at, _ in words for i in at}
            runs = _runs(sure.any(1).tolist())
            right = sum(not marked.isdisjoint(run) for run in runs)
            found.add(right, len(runs), right)
    return out


def _words(doc: Doc, start: int, end: int) -> list[int]:
    return [t.i for t in doc if t.idx < end and t.idx + len(t) > start]


def _runs(told: list[bool]) -> list[range]:
    """The stretches of words that tell something."""
    edges = [i for i, (a, b) in enumerate(zip([False, *told], [*told, False], strict=True))
             if a != b]  # fmt: skip
    return [range(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True)]


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    ask.add_argument("texts", type=Path)
    ask.add_argument("marks", type=Path)
    ask.add_argument("--weights", type=Path, default=FOLDER)
    args = ask.parse_args()
    try:
        texts = {i: item["text"] for i, item in read_texts(args.texts).items()}
        marks = {i: m for i, m in read_telling(args.marks).items() if i in texts}
        for head, (places, found) in score_telling(texts, marks, model(args.weights)).items():
            print(f"{head}: {places.hit} of {places.gold} places found, "
                  f"{found.hit} of {found.found} stretches on one")  # fmt: skip
    except SaysoError as fault:
        sys.exit(str(fault))


if __name__ == "__main__":
    main()
