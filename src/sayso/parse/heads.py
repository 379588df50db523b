"""Scores of one window to marks: tags, spans of tags, anchors with roles, links.

All ranges count the words of the window. ``Marks`` is what a window says; the Doc is made
from the marks of all windows in parse/document.py.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from sayso.language.anchors import Anchor, Role
from sayso.parse.model import Floats, Model
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
#: The buckets of training/model.py.
EDGES = np.array([1, 2, 3, 5, 8, 16, 32, 64, 128])
DISTANCES = 10
ARC, REL = 256, 64
#: How much "no anchor" counts, by head: below 1 finds more; chosen for the best F1 on dev.
OUTSIDE_WEIGHT = {"trigger": 0.5, "cue": 1.5, "quantity": 0.5, "offer": 1.0}
#: The role that runs over whole clauses: it is read in stretches, not word by word.
LONG = "content"
#: A word speaks for or against a long role with at most this weight; a stretch needs the least.
MOST, LEAST = 4.0, 1.0
Found = tuple[int, int, str, float]
#: A label of less probability than this is not worth keeping.
FAINT = 0.02


@dataclass
class Marks:
    """What the heads say of one window."""

    upos: list[str]
    feats: list[str]
    lemma: list[str]
    sentences: list[range]
    heads: Ints
    relations: list[str]
    entities: list[tuple[int, int, str]]
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
    """Return the marks of a window.

    ``starts[i]`` says that a paragraph begins at word i, ``ends[i]`` that word i may end a
    sentence; any word may where it is not given.
    """
    words, tags, tree = outputs
    best = {h: tags[:, model.slices[h]].argmax(1) for h in ("upos", "feats", "lemma")}
    named = {h: [model.tags[h][k] for k in row] for h, row in best.items()}
    sentences = _sentences(tags[:, model.slices["sent"]], starts, ends)
    heads, relations = read_tree(model, tree, sentences)
    entities = [e for h in ("ner", "arms") for e in _entities(model, tags, h)]
    anchors = {kind: _anchors(model, words, tags, kind) for kind in kinds}
    return Marks(
        named["upos"], named["feats"], named["lemma"], sentences, heads, relations, entities,
        anchors, _links(model, words, named["upos"], anchors),
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
    rel_of, rel_to = tree[:, 2 * ARC : 2 * ARC + REL], tree[:, 2 * ARC + REL :]
    with_root = np.vstack([h["root.arc"], to])
    arcs = (of @ h["arc"][:-1] + h["arc"][-1]) @ with_root.T
    heads = heads_of(arcs, sentences)
    is_root = heads == np.arange(len(heads))
    b = rel_to[heads]
    b[is_root] = h["root.rel"]
    a = np.hstack([rel_of, np.ones((len(rel_of), 1), np.float32)])
    b = np.hstack([b, np.ones((len(b), 1), np.float32)])
    rel = h["rel"]
    mixed = (a @ rel.transpose(1, 0, 2).reshape(REL + 1, -1)).reshape(len(a), len(rel), REL + 1)
    scores = np.matmul(mixed, b[:, :, None])[:, :, 0]
    root = model.relations.index("root")
    scores[~is_root, root] = -np.inf
    names = [model.relations[k] for k in scores.argmax(1)]
    return heads, ["root" if r else n for n, r in zip(names, is_root, strict=True)]


def spans(probabilities: Floats, labels: list[str]) -> list[tuple[int, int, str, float]]:
    """Return (start, end, label, mean probability) of the spans that B- and I- tags make."""
    best = probabilities.argmax(1)
    out: list[tuple[int, int, str, float]] = []
    start, end, current = 0, 0, ""
    for i in [*np.flatnonzero(best).tolist(), len(best)]:
        label = labels[best[i]] if i < len(best) else "O"
        goes_on = current and label == "I-" + current and i == end
        if current and not goes_on:
            mean = float(probabilities[np.arange(start, end), best[start:end]].mean())
            out.append((start, end, current, mean))
            current = ""
        if label != "O" and not goes_on:
            start, current = i, label[2:]
        end = i + 1
    return out


def _entities(model: Model, tags: Floats, head: str) -> list[tuple[int, int, str]]:
    found = spans(softmax(tags[:, model.slices[head]]), model.tags[head])
    return [(a, b, label) for a, b, label, _ in found]


def _anchors(model: Model, words: Floats, tags: Floats, kind: str) -> list[Anchor]:
    head, attributes = KINDS[kind]
    scores = softmax(tags[:, model.slices[head]])
    scores[:, 0] *= OUTSIDE_WEIGHT.get(head, 1.0)
    found = spans(scores, model.tags[head])
    if not found:
        return []
    roles = _roles(model, words, found, kind)
    firsts = tags[[a for a, *_ in found]]
    labels = [
        dict(zip(attributes, row, strict=True))
        for row in zip(*(_labels(model, firsts, k) for k in attributes), strict=True)
    ] or [{} for _ in found]
    out = []
    for n, (a, b, label, score) in enumerate(found):
        if kind == "statement":
            labels[n] |= _speaker(model, tags, roles[n])
        out.append(Anchor(kind, a, b, label, score, roles[n], labels[n]))
    return out


def _speaker(model: Model, tags: Floats, roles: tuple[Role, ...]) -> dict[str, dict[str, float]]:
    """What the words of the likeliest source say of it: its type, and whether it is withheld."""
    source = max((r for r in roles if r.name == "source"), key=lambda r: r.score, default=None)
    if source is None:
        return {}
    row = tags[source.start : source.end].mean(0)[None]
    return {head: _labels(model, row, head)[0] for head in ("speaker", "withheld")}


def _labels(model: Model, rows: Floats, head: str) -> list[dict[str, float]]:
    """The probabilities of a head's labels, a row a word; the faint ones are left out."""
    names, p = model.tags[head], softmax(rows[:, model.slices[head]])
    least = np.minimum(FAINT, p.max(1))
    return [
        {names[k]: float(row[k]) for k in np.flatnonzero(row >= low).tolist()}
        for row, low in zip(p, least, strict=True)
    ]


def _roles(model: Model, words: Floats, found: list[Found], kind: str) -> list[tuple[Role, ...]]:
    h, base = model.heads, f"roles.{kind}."
    at = np.array([a for a, *_ in found])
    anchor = words[at] @ h[base + "anchor"] + h[base + "bias"]
    word = words @ h[base + "word"]
    distance = np.arange(len(words))[None, :] - at[:, None]
    size = np.searchsorted(EDGES, np.abs(distance), side="right")
    far = np.where(distance < 0, DISTANCES - size, DISTANCES + size)
    hidden = np.maximum(anchor[:, None] + word[None] + h[base + "distance"][far], 0)
    scores = hidden @ h[base + "out"] + h[base + "out.bias"]
    names = model.roles[kind]
    p = softmax(scores.reshape(len(at), len(words), len(names), 3))
    marked = p.argmax(3).any(1)
    out = []
    for n, (start, end, *_) in enumerate(found):
        roles = [
            Role(names[k], a, b, score)
            for k in np.flatnonzero(marked[n]).tolist()
            if names[k] != LONG
            for a, b, _, score in spans(p[n, :, k], ["O", "B-x", "I-x"])
        ]
        if LONG in names:
            source = max(
                (r for r in roles if r.name == "source"), key=lambda r: r.score, default=None
            )
            closed = [(start, end)] + ([(source.start, source.end)] if source else [])
            roles += _long(p[n, :, names.index(LONG)], closed)
        out.append(tuple(sorted(roles, key=lambda r: (r.start, r.end, r.name))))
    return out


def _long(p: Floats, closed: list[tuple[int, int]]) -> list[Role]:
    """The stretches whose words speak for a long role in sum, between the ranges closed to it.

    A clause of thirty words is not broken because two of them look as if they stood outside.
    """
    inside = np.clip(p[:, 1:].sum(1), 1e-4, 1 - 1e-4)
    weight = np.clip(np.log(inside / (1 - inside)), -MOST, MOST)
    for a, b in closed:
        weight[a:b] = -np.inf
    out, todo = [], [(0, len(weight))]
    while todo:
        a, b = todo.pop()
        best = _heaviest(weight[a:b])
        if best is None:
            continue
        start, end = a + best[0], a + best[1]
        out.append(Role(LONG, start, end, float(inside[start:end].mean())))
        todo += [(a, start), (end, b)]
    return out


def _heaviest(weight: Floats) -> tuple[int, int] | None:
    """The stretch of the greatest sum (Kadane), if that sum is above ``LEAST``."""
    best, total, begin, found = LEAST, 0.0, 0, None
    for i, w in enumerate(weight.tolist()):
        if total <= 0:
            total, begin = 0.0, i
        total += w
        if total > best:
            best, found = total, (begin, i + 1)
    return found


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
    some = words[later]
    a = np.maximum(some @ h[base + "later"] + h[base + "later.bias"], 0)
    b = np.maximum(words @ h[base + "earlier"] + h[base + "earlier.bias"], 0)
    scores = (a @ h[base + "u"][:-1] + h[base + "u"][-1]) @ b.T
    none = some @ h[base + "none"] + h[base + "none.bias"]
    out: dict[int, tuple[int, float]] = {}
    for n, word in enumerate(later):
        candidates = [j for j in (range(word) if earlier is None else earlier) if j < word]
        p = softmax(np.concatenate([none[n : n + 1], scores[n, candidates]]))
        k = int(p.argmax())
        if k:
            out[word] = (candidates[k - 1], float(p[k]))
    return out
