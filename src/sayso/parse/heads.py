"""Scores of one window to marks: tags, spans of tags, anchors with roles, links.

All ranges count the words of the window. ``Marks`` is what a window says; the Doc is made
from the marks of all windows in parse/document.py.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from sayso.language.anchors import Anchor, Role
from sayso.parse.model import Floats, Model
from sayso.parse.roles import likeliest_source, mean, roles_of
from sayso.parse.sequences import agreed, likeliest
from sayso.parse.trees import Ints, heads_of

#: The tag head that finds each kind of anchor, and the attributes read at its first word.
KINDS: dict[str, tuple[str, tuple[str, ...]]] = {
    "event": ("trigger", ("status", "mode")),
    "statement": ("cue", ("act",)),
    "figure": ("quantity", ("scope", "figure_status")),
    "proposal": ("offer", ("state",)),
    "attribution": ("attribution", ()),
}
#: The kinds that a Doc carries by default; "attribution" is read for measuring on PolNeAR.
DEFAULT = ("event", "statement", "figure", "proposal")
ARC, REL = 256, 64
#: How much "no anchor" counts, by head: below 1 finds more; chosen for the best mean F1 on dev,
#: dev-docs and the two sets of our own that are kept for measuring (training/marks/README.md).
OUTSIDE_WEIGHT = {"trigger": 0.8, "cue": 2.0, "quantity": 0.8, "offer": 1.0}
Found = tuple[int, int, str, float]
#: A label of less probability than this is not worth keeping.
FAINT = 0.02
#: The heads that tell of a statement's source, read at its words.
SPEAKER = ("speaker", "withheld")


@dataclass
class Marks:
    """What the heads say of one window."""

    upos: list[str]
    feats: list[str]
    lemma: list[str]
    sentences: list[range]
    heads: Ints
    relations: list[str]
    anchors: dict[str, list[Anchor]]
    links: dict[str, dict[int, tuple[int, float]]] = field(default_factory=dict)


def softmax(scores: Floats) -> Floats:
    """Return probabilities over the last axis."""
    e = np.exp(scores - scores.max(-1, keepdims=True))
    return np.asarray(e / e.sum(-1, keepdims=True), dtype=np.float32)


def read_marks(
    model: Model,
    outputs: tuple[Floats, Floats, Floats],
    starts: list[bool],
    kinds: tuple[str, ...] = DEFAULT,
    *,
    ends: list[bool] | None = None,
) -> Marks:
    """Return the marks of a window of words.

    ``starts[i]`` says that a paragraph begins at word i, ``ends[i]`` that word i may end a
    sentence; any word may where it is not given.
    """
    words, tags, tree = outputs
    best = {h: tags[:, model.slices[h]].argmax(1) for h in ("upos", "feats", "lemma")}
    named = {h: [model.tags[h][k] for k in row] for h, row in best.items()}
    sentences = _sentences(tags[:, model.slices["sent"]], starts, ends)
    heads, relations = read_tree(model, tree, sentences)
    anchors = {kind: _anchors(model, words, tags, kind, heads) for kind in kinds}
    return Marks(
        named["upos"], named["feats"], named["lemma"], sentences, heads, relations, anchors,
        _links(model, words, named["upos"], anchors),
    )  # fmt: skip


def _sentences(scores: Floats, starts: list[bool], ends: list[bool] | None) -> list[range]:
    begins = scores[:, 1] > scores[:, 0]
    if ends is not None:
        begins[1:] &= np.array(ends[:-1], dtype=bool)
    begins |= np.array(starts)
    begins[0] = True
    at = [*np.flatnonzero(begins).tolist(), len(begins)]
    return [range(a, b) for a, b in pairwise(at)]


def read_tree(model: Model, tree: Floats, sentences: list[range]) -> tuple[Ints, list[str]]:
    h = model.heads
    of, to = tree[:, :ARC], tree[:, ARC : 2 * ARC]
    with_root = np.vstack([h["root.arc"], to])
    arcs = (of @ h["arc"][:-1] + h["arc"][-1]) @ with_root.T
    heads = heads_of(arcs, sentences)
    is_root = heads == np.arange(len(heads))
    scores = _relation_scores(model, tree[:, 2 * ARC :], np.where(is_root, -1, heads))
    root = model.relations.index("root")
    scores[~is_root, root] = -np.inf
    names = [model.relations[k] for k in scores.argmax(1).tolist()]
    return heads, ["root" if r else n for n, r in zip(names, is_root.tolist(), strict=True)]


def _relation_scores(model: Model, tree: Floats, heads: Ints) -> Floats:
    """Scores (words, relations) of each word below its head, -1 for the root.

    A head's product with the relations is taken once for all words below it.
    """
    h = model.heads
    below = np.argsort(heads, kind="stable")
    each, starts = np.unique(heads[below], return_index=True)
    of, to = tree[below, :REL], tree[each, REL:]
    to[each < 0] = h["root.rel"]
    mixed = (to @ h["rel.to"][:-1] + h["rel.to"][-1]).reshape(len(each), REL + 1, -1)
    ordered = np.empty((len(heads), mixed.shape[2]), dtype=np.float32)
    for one, (a, b) in zip(mixed, pairwise([*starts.tolist(), len(of)]), strict=True):
        np.matmul(of[a:b], one[:-1], out=ordered[a:b])
        ordered[a:b] += one[-1]
    scores = np.empty_like(ordered)
    scores[below] = ordered
    return scores


def spans(probabilities: Floats, labels: list[str]) -> list[tuple[int, int, str, float]]:
    """Return (start, end, label, mean probability) of the spans that the likeliest tags make."""
    best = likeliest(probabilities, tuple(labels))
    score = probabilities[np.arange(len(best)), best]
    return [(a, b, label, mean(score[a:b])) for a, b, label in _runs(best, labels)]


def _runs(best: Ints, labels: list[str]) -> list[tuple[int, int, str]]:
    """The spans that the likeliest tags make."""
    out: list[tuple[int, int, str]] = []
    at = np.flatnonzero(best != labels.index("O"))
    start, end, current = 0, 0, ""
    for i, k in zip(at.tolist(), best[at].tolist(), strict=True):
        label = labels[k]
        if not (current and label == "I-" + current and i == end):
            if current:
                out.append((start, end, current))
            start, current = i, label[2:]
        end = i + 1
    return [*out, (start, end, current)] if current else out


def entities_of(
    model: Model, windows: Sequence[Floats], forms: Sequence[str], head: str = "ner"
) -> list[tuple[int, int, str]]:
    """Return (start, end, label) of the entities that a head marks in a text.

    ``windows`` are the tag scores of its windows, ``forms`` its words as they are written.
    """
    labels = model.tags[head]
    if not labels:  # weights that were trained without the set
        return []
    scores = np.concatenate([tags[:, model.slices[head]] for tags in windows])
    probabilities = agreed(softmax(scores), forms)
    return _runs(likeliest(probabilities, tuple(labels)), labels)


def _anchors(model: Model, words: Floats, tags: Floats, kind: str, heads: Ints) -> list[Anchor]:
    head, attributes = KINDS[kind]
    scores = softmax(tags[:, model.slices[head]])
    scores[:, 0] *= OUTSIDE_WEIGHT.get(head, 1.0)
    found = spans(scores, model.tags[head])
    if not found:
        return []
    roles = roles_of(model, words, [(a, b) for a, b, *_ in found], kind, heads)
    firsts = tags[[a for a, *_ in found]]
    labels: list[dict[str, dict[str, float]]] = [{} for _ in found]
    for attribute in attributes:
        for own, told in zip(labels, _labels(model, firsts, attribute), strict=True):
            own[attribute] = told
    if kind == "statement":
        _add_speakers(model, tags, roles, labels)
    return [
        Anchor(kind, a, b, label, score, roles[n], labels[n])
        for n, (a, b, label, score) in enumerate(found)
    ]


def _add_speakers(
    model: Model,
    tags: Floats,
    roles: Sequence[tuple[Role, ...]],
    labels: Sequence[dict[str, dict[str, float]]],
) -> None:
    """What the words of the likeliest source say of it: its type, and whether it is withheld."""
    sources = [(n, s) for n, own in enumerate(roles) if (s := likeliest_source(own))]
    if not sources:
        return
    rows = np.stack([tags[s.start : s.end].mean(0) for _, s in sources])
    for head in SPEAKER:
        for (n, _), told in zip(sources, _labels(model, rows, head), strict=True):
            labels[n][head] = told


def _labels(model: Model, rows: Floats, head: str) -> list[dict[str, float]]:
    """The probabilities of a head's labels, a row a word; the faint ones are left out."""
    names, p = model.tags[head], softmax(rows[:, model.slices[head]])
    at, label = np.nonzero(p >= np.minimum(FAINT, p.max(1))[:, None])
    out: list[dict[str, float]] = [{} for _ in rows]
    for n, k, value in zip(at.tolist(), label.tolist(), p[at, label].tolist(), strict=True):
        out[n][names[k]] = value
    return out


def _links(
    model: Model, words: Floats, upos: list[str], anchors: dict[str, list[Anchor]]
) -> dict[str, dict[int, tuple[int, float]]]:
    later = {"coref": [i for i, u in enumerate(upos) if u == "PRON"],
             "part": [a.start for a in anchors.get("figure", ())]}  # fmt: skip
    earlier = {"part": later["part"]}
    return {k: _link(model, words, k, v, earlier.get(k)) for k, v in later.items() if v}


def _link(
    model: Model, words: Floats, kind: str, later: list[int], earlier: list[int] | None
) -> dict[int, tuple[int, float]]:
    h, base = model.heads, f"links.{kind}."
    some, before = words[later], words if earlier is None else words[earlier]
    a = np.maximum(some @ h[base + "later"] + h[base + "later.bias"], 0)
    b = np.maximum(before @ h[base + "earlier"] + h[base + "earlier.bias"], 0)
    scores = (a @ h[base + "u"][:-1] + h[base + "u"][-1]) @ b.T
    none = some @ h[base + "none"] + h[base + "none.bias"]
    out: dict[int, tuple[int, float]] = {}
    for n, word in enumerate(later):
        known = word if earlier is None else bisect_left(earlier, word)
        p = softmax(np.concatenate([none[n : n + 1], scores[n, :known]]))
        k = int(p.argmax())
        if k:
            out[word] = (k - 1 if earlier is None else earlier[k - 1], float(p[k]))
    return out
