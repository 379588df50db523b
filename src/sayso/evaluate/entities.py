"""Word-and-tag files to entity scores: exact spans with their label, by label and over all."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from sayso.errors import InputError
from sayso.evaluate.tally import Tally
from sayso.parse.heads import entities_of
from sayso.parse.model import Model
from sayso.parse.windows import cut

Entity = tuple[int, int, str]


def score_entities(paths: Iterable[Path], model: Model) -> dict[str, Tally]:
    """Return a tally for each label, and for "entities" in all; a file is read as one text."""
    tallies: dict[str, Tally] = {"entities": Tally()}
    for path in paths:
        words, starts, gold = _text(path)
        found = _found(words, starts, model)
        for label in sorted({e[2] for e in gold | found}):
            g, f = ({e for e in some if e[2] == label} for some in (gold, found))
            tallies.setdefault(label, Tally()).add(len(g & f), len(f), len(g))
        tallies["entities"].add(len(gold & found), len(found), len(gold))
    return tallies


def held_out(folder: Path) -> list[Path]:
    """Return every tenth file of the newswire set: those that training leaves out."""
    files = sorted(folder.glob("*.tsv"))
    if not files:
        raise InputError(f"no *.tsv in {folder}", "give the folder of the newswire entity set")
    return files[::10]


def _text(path: Path) -> tuple[list[str], list[bool], set[Entity]]:
    """The words of a file, at which of them a sentence begins, and its entities."""
    words: list[str] = []
    tags: list[str] = []
    starts: list[bool] = []
    is_start = True
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        c = line.split("\t")
        if len(c) >= 2 and c[0].strip():
            words.append(c[0].strip())
            tags.append(c[-1].strip())
            starts.append(is_start)
            is_start = False
        else:
            is_start = True
    return words, starts, _entities(tags)


def _entities(tags: list[str]) -> set[Entity]:
    out: set[Entity] = set()
    start, label = 0, ""
    for n, tag in enumerate([*tags, "O"]):
        if label and tag != "I-" + label:
            out.add((start, n, label))
            label = ""
        if tag != "O" and not label:
            start, label = n, tag[2:]
    return out


def _found(words: list[str], starts: list[bool], model: Model) -> set[Entity]:
    lengths = [len(model.pieces.of(w)[0]) for w in words]
    windows = [words[r.start : r.stop] for r in cut(words, lengths, starts)]
    tags = [model.run(model.pieces.encode(window))[1] for window in windows]
    return set(entities_of(model, tags, words))
