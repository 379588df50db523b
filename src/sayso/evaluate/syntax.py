"""Treebank files to the parse's scores: UPOS, UAS, LAS, lemma and sentence starts, gold tokens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sayso.errors import InputError
from sayso.parse.heads import read_marks, read_tree
from sayso.parse.lemmas import lemma
from sayso.parse.model import Model
from sayso.parse.windows import WINDOW

Row = tuple[str, str, str, int, str]


@dataclass
class SyntaxScores:
    """Right words by layer, of ``words`` in all."""

    words: int = 0
    right: dict[str, int] = field(default_factory=dict)

    def add(self, layer: str, right: int) -> None:
        """Count words that are right in a layer."""
        self.right[layer] = self.right.get(layer, 0) + right

    def lines(self) -> list[str]:
        """Return a line a layer: name and per cent right."""
        return [
            f"{k:28}{100 * v / max(1, self.words):7.2f}   {v}/{self.words}"
            for k, v in self.right.items()
        ]


def score_trees(paths: Iterable[Path], model: Model) -> SyntaxScores:
    """Score the parse of CoNLL-U files with their own tokens and sentences, windows packed."""
    scores = SyntaxScores()
    for path in paths:
        for run in _runs(sentences(path), model):
            _score_run(run, model, scores)
    return scores


def held_out_trees(gum: Path) -> list[Path]:
    """Return GUM's test documents in the folder ``gum`` (dep/*.conllu, splits.md)."""
    splits = gum / "splits.md"
    if not splits.exists():
        raise InputError(f"no splits.md in {gum}", "give the folder of GUM")
    test = splits.read_text(encoding="utf-8").partition("## test\n")[2].partition("\n## ")[0]
    names = [line.strip("* \n") for line in test.splitlines() if line.strip().startswith("*")]
    return [p for n in names if (p := gum / "dep" / f"{n}.conllu").exists()]


def sentences(path: Path) -> Iterator[list[Row]]:
    """Yield the sentences of a CoNLL-U file: (form, lemma, upos, head, relation) a word."""
    if not path.exists():
        raise InputError(f"no treebank at {path}", "give the folder that holds it")
    rows: list[Row] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        if not line.strip():
            if rows:
                yield rows
            rows = []
        elif line[0] != "#" and line.split("\t", 1)[0].isdigit():
            c = line.split("\t")
            rows.append((c[1], c[2], c[3], int(c[6]), c[7]))


def _runs(all_: Iterable[list[Row]], model: Model) -> Iterator[list[list[Row]]]:
    run: list[list[Row]] = []
    size = 0
    for rows in all_:
        cost = sum(len(model.pieces.of(r[0])[0]) for r in rows)
        if run and size + cost > WINDOW:
            yield run
            run, size = [], 0
        run.append(rows)
        size += cost
    if run:
        yield run


def _score_run(run: list[list[Row]], model: Model, scores: SyntaxScores) -> None:
    rows = [r for s in run for r in s]
    ranges, at = [], 0
    for s in run:
        ranges.append(range(at, at + len(s)))
        at += len(s)
    forms = [r[0] for r in rows]
    outputs = model.run(model.pieces.encode(forms))
    marks = read_marks(model, [outputs], [False] * len(rows), ())
    heads, relations = read_tree(model, outputs[2], ranges)
    scores.words += len(rows)
    gold = [r.start + row[3] - 1 if row[3] else n for r, s in zip(ranges, run, strict=True)
            for n, row in enumerate(s, r.start)]  # fmt: skip
    attached = [h == g for h, g in zip(heads.tolist(), gold, strict=True)]
    scores.add("UPOS", sum(u == r[2] for u, r in zip(marks.upos, rows, strict=True)))
    scores.add("UAS", sum(attached))
    scores.add(
        "LAS", sum(a and rel == r[4] for a, rel, r in zip(attached, relations, rows, strict=True))
    )
    made = [lemma(r[0], s, u) for r, s, u in zip(rows, marks.lemma, marks.upos, strict=True)]
    scores.add("lemma", sum(m == r[1] for m, r in zip(made, rows, strict=True)))
    found = {s.start for s in marks.sentences}
    starts = {r.start for r in ranges}
    scores.add(
        "sentence start or not", sum((n in found) == (n in starts) for n in range(len(rows)))
    )
