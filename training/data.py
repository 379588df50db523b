"""Sets on disk to windows with labels: one generator a set, all windows of the same form.

A window is a dict: "words", and the layers that its set marks.
  tags     {head: [label or None a word]}            token labels; None: not marked, no loss
  tree     (heads, relations)                        head index in the window, -1 for the root
  anchors  {kind: [(word, {attribute: label}, {role: [(first, last)]})]}   words inclusive
  links    {head: {word: [earlier words] or []}}     antecedents; [] means none
Every folder is given as an argument; the sets' licences stand in docs/model-card.md.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from sayso.parse.pieces import WordPieces
from sayso.parse.windows import WINDOW
from sayso.record.vocabulary import EVENT_TYPES, MEASURES, PROPOSAL_STATES, STANCES

Window = dict
FEATURES = [
    "Tense",
    "Mood",
    "Voice",
    "VerbForm",
    "Number",
    "Person",
    "Polarity",
    "Gender",
    "Poss",
    "PronType",
    "Degree",
    "NumType",
    "Case",
]
ROLES = {
    "event": ("actor", "target", "place", "time"),
    "statement": ("source", "content", "to"),
    "figure": ("of", "by", "place", "time"),
    "proposal": ("by", "to", "through", "term", "condition", "accepts", "rejects", "conditional"),
    "attribution": ("source", "content"),
}
#: The tag head that finds the anchors of a kind, and the labels that it may give them.
ANCHORS = {
    "event": ("trigger", EVENT_TYPES),
    "statement": ("cue", ("CUE",)),
    "figure": ("quantity", MEASURES),
    "proposal": ("offer", ("NAME",)),
    "attribution": ("attribution", ("CUE",)),
    "term": ("term", ("TERM",)),
    "stand": ("stand", STANCES),
    "fate": ("fate", PROPOSAL_STATES),
}

KINDS_OF_GOLD = ("event", "statement", "figure", "proposal", "term")


def bio(labels: Iterable[str]) -> list[str]:
    """Return the tags of a span head: O, then B- and I- of every label."""
    return ["O", *(p + label for label in labels for p in ("B-", "I-"))]


def lemma_script(form: str, lemma: str, upos: str) -> str:
    """Return how a lemma is made from the form: letters to strip, then letters to add."""
    base = form if upos == "PROPN" else form.lower()
    same = 0
    while same < min(len(base), len(lemma)) and base[same] == lemma[same]:
        same += 1
    return f"{len(base) - same}:{lemma[same:]}"


# ---------------------------------------------------------------- Universal Dependencies


def read_conllu(path: Path) -> Iterator[tuple[str, list[dict]]]:
    """Yield (document id, sentences) of a CoNLL-U file; a sentence is a list of word rows."""
    document, sentences, rows = "", [], []
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("# newdoc"):
            if sentences:
                yield document, sentences
            document, sentences = line.rpartition("=")[2].strip(), []
        elif not line.strip():
            if rows:
                sentences.append(rows)
            rows = []
        elif line[0] != "#" and line.split("\t", 1)[0].isdigit():
            c = line.split("\t")
            rows.append(
                {"n": len(rows), "form": c[1], "lemma": c[2], "upos": c[3], "feats": c[5],
                 "head": int(c[6]), "deprel": c[7], "misc": c[9]}
            )  # fmt: skip
    if sentences:
        yield document, sentences


def feature_bundle(feats: str) -> str:
    """Return the features that we use, joined, out of a CoNLL-U column."""
    kept = dict(f.split("=", 1) for f in feats.split("|") if "=" in f)
    return "|".join(f"{k}={kept[k]}" for k in FEATURES if k in kept)


def ud_window(sentences: list[list[dict]]) -> Window:
    words, upos, feats, lemma, sent, heads, rels = [], [], [], [], [], [], []
    for rows in sentences:
        base = len(words)
        for n, r in enumerate(rows):
            words.append(r["form"])
            upos.append(r["upos"])
            feats.append(feature_bundle(r["feats"]))
            lemma.append(lemma_script(r["form"], r["lemma"], r["upos"]))
            sent.append("B" if n == 0 else "I")
            heads.append(base + r["head"] - 1 if r["head"] else -1)
            rels.append(r["deprel"])
    tags = {"upos": upos, "feats": feats, "lemma": lemma, "sent": sent}
    return {"words": words, "tags": tags, "tree": (heads, rels)}


def packed(
    sentences: list[list[dict]], pieces: WordPieces, chance: random.Random
) -> Iterator[list]:
    """Yield runs of neighbouring sentences of random length that fit a window."""
    run, size, room = [], 0, chance.randint(20, WINDOW)
    for rows in sentences:
        cost = sum(len(pieces.of(r["form"])[0]) for r in rows)
        if run and size + cost > room:
            yield run
            run, size, room = [], 0, chance.randint(20, WINDOW)
        if cost <= WINDOW:
            run.append(rows)
            size += cost
    if run:
        yield run


def ud(paths: Iterable[Path], pieces: WordPieces, chance: random.Random) -> Iterator[Window]:
    """Yield windows of UD files: all token layers, trees, and coreference where it is marked."""
    for path in paths:
        for _, sentences in read_conllu(path):
            for run in packed(sentences, pieces, chance):
                window = ud_window(run)
                if any("Entity=" in r["misc"] for rows in run for r in rows):
                    window["links"] = {"coref": coreference([r for rows in run for r in rows])}
                yield window


def coreference(rows: list[dict]) -> dict[int, list[int]]:
    """Return antecedents of pronouns and definite noun phrases from GUM's Entity column.

    A mention is stood for by its last noun or pronoun outside of any inner mention.
    """
    open_, mentions = [], []
    for n, r in enumerate(rows):
        found = re.search(r"Entity=([^|]+)", r["misc"])
        for part in re.findall(r"\([^()]+\)?|[^()]*\)", found[1]) if found else ():
            name = re.match(r"\(?(\d+)", part)
            if part[0] == "(" and name:
                open_.append((name[1], n))
                if part.endswith(")"):
                    mentions.append((*open_.pop(), n))
            elif name:
                at = next(
                    (i for i in range(len(open_) - 1, -1, -1) if open_[i][0] == name[1]), None
                )
                if at is not None:
                    mentions.append((*open_.pop(at), n))
            elif open_:
                mentions.append((*open_.pop(), n))
    heads = [(e, _mention_head(rows, a, b), a) for e, a, b in mentions]
    heads.sort(key=lambda m: m[1])
    out: dict[int, list[int]] = {}
    for e, h, a in heads:
        definite = rows[a]["form"].lower() in ("the", "this", "that", "these", "those")
        if rows[h]["upos"] == "PRON" or definite:
            out[h] = sorted({g for f, g, _ in heads if f == e and g < h})
    return out


def _mention_head(rows: list[dict], a: int, b: int) -> int:
    """Return the first word of a mention whose own head lies outside of it."""
    for n in range(a, b + 1):
        head = n - rows[n]["n"] + rows[n]["head"] - 1
        if rows[n]["head"] == 0 or not a <= head <= b:
            return n
    return a


# ---------------------------------------------------------------- entities


def newswire(paths: Iterable[Path], pieces: WordPieces) -> Iterator[Window]:
    """Yield windows of word-tab-tag files (BIO), sentences parted by blank lines."""
    for path in paths:
        words, tags, run = [], [], ([], [])
        for line in [*path.read_text(encoding="utf-8", errors="replace").splitlines(), ""]:
            c = line.split("\t") if "\t" in line else line.split()
            if len(c) >= 2 and c[0].strip():
                words.append(c[0].strip())
                tags.append(c[-1].strip())
                continue
            if words and sum(len(pieces.of(w)[0]) for w in run[0] + words) > WINDOW and run[0]:
                yield {"words": run[0], "tags": {"ner": run[1]}}
                run = ([], [])
            if words and sum(len(pieces.of(w)[0]) for w in words) <= WINDOW:
                run[0].extend(words)
                run[1].extend(tags)
            words, tags = [], []
        if run[0]:
            yield {"words": run[0], "tags": {"ner": run[1]}}
