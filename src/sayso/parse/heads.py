"""Scores of windows to marks: tags, spans of tags, anchors with roles, links.

Windows of one text are read together, their words one behind another: every step is taken for all
of them at once. All ranges count those words. ``Marks`` is what the windows say; the Doc is made
from it in parse/document.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from sayso.language.anchors import Anchor, Role
from sayso.parse.model import Floats, Model, Output
from sayso.parse.roles import Seats, chances, likeliest_source, roles_of, scores_of
from sayso.parse.sequences import agreed, likeliest
from sayso.parse.trees import Ints, heads_of

#: The tag head that finds each kind of anchor, and the attributes read at its first word.
KINDS: dict[str, tuple[str, tuple[str, ...]]] = {
    "event": ("trigger", ("status", "mode")),
    "statement": ("cue", ("act",)),
    "figure": ("quantity", ("scope", "figure_status")),
    "proposal": ("offer", ("state",)),
    "attribution": ("attribution", ()),
    "term": ("term", ()),
}
#: The kinds that a Doc carries by default; "attribution" is read for measuring on PolNeAR.
DEFAULT = ("event", "statement", "figure", "proposal", "term")
ARC, REL = 256, 64
#: How much "no anchor" counts, by head: below 1 finds more; chosen for the best mean F1 on dev,
#: dev-docs and the two sets of our own that are kept for measuring (training/marks/README.md).
OUTSIDE_WEIGHT = {"cue": 1.4, "quantity": 0.8, "offer": 0.5, "term": 0.25}
#: The heads that tell of words whether they tell a party's stance, or how a proposal fares.
TELLING = ("stand", "fate")
Found = tuple[int, int, str, float]
#: A label of less probability than this is not worth keeping.
FAINT = 0.02
#: The kind whose roles are kept with all their chances, for the second reading.
WEIGHED = "proposal"
#: The heads that tell of a statement's source, read at its words.
SPEAKER = ("speaker", "withheld")


@dataclass
class Marks:
    """What the heads say of some windows."""

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
    windows: Sequence[Output],
    starts: list[bool],
    kinds: tuple[str, ...] = DEFAULT,
    *,
    ends: list[bool] | None = None,
) -> Marks:
    """Return the marks of the words of some windows.

    ``starts[i]`` says that a paragraph begins at word i, ``ends[i]`` that word i may end a
    sentence; any word may where it is not given. Nothing goes on from one window to the next.
    """
    tags = [scores for _, scores, _ in windows]
    words, tree = (np.concatenate([w[k] for w in windows]) for k in (0, 2))
    at = np.cumsum([0, *map(len, tags)])
    named = {h: _likeliest_names(model, tags, h) for h in ("upos", "feats", "lemma")}
    sentences = _sentences(_column(model, tags, "sent"), at, starts, ends)
    heads, relations = read_tree(model, tree, sentences)
    anchors = {kind: _anchors(model, words, tags, kind, heads, at) for kind in kinds}
    return Marks(
        named["upos"], named["feats"], named["lemma"], sentences, heads, relations, anchors,
        _links(model, words, named["upos"], anchors, at),
    )  # fmt: skip


def _column(model: Model, tags: Sequence[Floats], head: str) -> Floats:
    """The scores of one head, of the words of all windows."""
    return np.concatenate([scores[:, model.slices[head]] for scores in tags])


def _likeliest_names(model: Model, tags: Sequence[Floats], head: str) -> list[str]:
    names, where = model.tags[head], model.slices[head]
    return [names[k] for scores in tags for k in scores[:, where].argmax(1).tolist()]


def _sentences(
    scores: Floats, edges: Ints, starts: list[bool], ends: list[bool] | None
) -> list[range]:
    begins = scores[:, 1] > scores[:, 0]
    if ends is not None:
        begins[1:] &= np.array(ends[:-1], dtype=bool)
    begins |= np.array(starts)
    begins[edges[:-1]] = True
    at = [*np.flatnonzero(begins).tolist(), len(begins)]
    return [range(a, b) for a, b in pairwise(at)]


def read_tree(model: Model, tree: Floats, sentences: list[range]) -> tuple[Ints, list[str]]:
    h = model.heads
    of = tree[:, :ARC] @ h["arc"][:-1] + h["arc"][-1]
    heads = heads_of(of, tree[:, ARC : 2 * ARC], of @ h["root.arc"], sentences)
    is_root = heads == np.arange(len(heads))
    scores = _relation_scores(model, tree[:, 2 * ARC :], np.where(is_root, -1, heads))
    root = model.relations.index("root")
    scores[~is_root, root] = -np.inf
    names = [model.relations[k] for k in scores.argmax(1).tolist()]
    return heads, ["root" if r else n for n, r in zip(names, is_root.tolist(), strict=True)]


def _relation_scores(model: Model, tree: Floats, heads: Ints) -> Floats:
    """Scores (words, relations) of each word below its head, -1 for the root.

    A head's product with the relations is taken once for all words below it; heads of as many
    words stand together, so that what follows is one product for all of them.
    """
    h = model.heads
    counts = np.bincount(heads + 1)
    each = np.flatnonzero(counts) - 1
    group, sizes = (np.cumsum(counts > 0) - 1)[heads + 1], counts[each + 1]
    by_size = np.argsort(sizes, kind="stable")
    to = np.ones((len(each), REL + 1), dtype=np.float32)
    to[:, :REL] = np.where(each[:, None] < 0, h["root.rel"], tree[each, REL:])[by_size]
    mixed = (to @ h["rel.to"]).reshape(len(each), REL + 1, -1)
    below = np.argsort(np.argsort(by_size)[group], kind="stable")
    of = np.ones((len(heads), REL + 1), dtype=np.float32)
    of[:, :REL] = tree[below, :REL]
    ordered = np.empty((len(heads), mixed.shape[2]), dtype=np.float32)
    head = word = 0
    for size, many in enumerate(np.bincount(sizes).tolist()):
        if many:
            end = word + size * many
            part = of[word:end].reshape(many, size, -1)
            np.matmul(
                part, mixed[head : head + many], out=ordered[word:end].reshape(many, size, -1)
            )
            head, word = head + many, end
    scores = np.empty_like(ordered)
    scores[below] = ordered
    return scores


def spans(
    probabilities: Floats, labels: list[str], starts: Sequence[int] = (0,)
) -> list[tuple[int, int, str, float]]:
    """Return (start, end, label, mean probability) of the spans that the likeliest tags make.

    None goes across one of the ``starts``.
    """
    best = likeliest(probabilities, tuple(labels), starts)
    found = _runs(best, labels)
    score = probabilities[np.arange(len(best)), best]
    scores = _means(score, [(a, b) for a, b, _ in found]).tolist()
    return [(*span, p) for span, p in zip(found, scores, strict=True)]


def _means(values: Floats, ranges: Sequence[tuple[int, int]]) -> Floats:
    """The mean over the rows of each range, in single precision."""
    if not ranges:
        return values[:0]
    edges = np.array(ranges).ravel()
    sums = np.add.reduceat(np.concatenate([values, values[:1]]), edges)[::2]
    return np.asarray((sums.T / np.diff(edges)[::2].astype(np.float32)).T)


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
    model: Model, tags: Sequence[Floats], forms: Sequence[str], head: str = "ner"
) -> list[tuple[int, int, str]]:
    """Return (start, end, label) of the entities that a head marks in a text.

    A tag "I-" begins one, too, where none of its kind stands before it: the set that the head was
    learned on is marked so, and 186 of the 4,118 entities of its held-out files begin so.

    ``tags`` are the tag scores of its windows, ``forms`` its words as they are written.
    """
    labels = model.tags[head]
    if not labels:  # weights that were trained without the set
        return []
    probabilities = agreed(softmax(_column(model, tags, head)), forms)
    return _runs(probabilities.argmax(1), labels)


def telling(model: Model, tags: Sequence[Floats]) -> dict[str, Floats]:
    """Return for each head of TELLING how likely words (words, labels) tell each label."""
    out = {}
    for head in TELLING:
        if head in model.slices:  # weights of before may be without
            sure = softmax(_column(model, tags, head))
            out[head] = sure[:, 1::2] + sure[:, 2::2]
    return out


def _anchors(
    model: Model, words: Floats, tags: Sequence[Floats], kind: str, heads: Ints, edges: Ints
) -> list[Anchor]:
    head, attributes = KINDS[kind]
    scores = softmax(_column(model, tags, head))
    scores[:, 0] *= OUTSIDE_WEIGHT.get(head, 1.0)
    found = spans(scores, model.tags[head], edges[:-1].tolist())
    if not found:
        return []
    if kind not in model.roles:
        return [Anchor(kind, *span) for span in found]
    taken = _column(model, tags, f"roles.{kind}")
    seats = Seats([(a, b) for a, b, *_ in found], edges)
    told = scores_of(model, words, taken, seats, kind)
    roles = roles_of(told, seats, kind, model.roles[kind], heads)
    firsts = [a for a, *_ in found]
    labels: list[dict[str, dict[str, float]]] = [{} for _ in found]
    for attribute in attributes:
        rows = _column(model, tags, attribute)[firsts]
        for own, sure in zip(labels, _labels(rows, model.tags[attribute]), strict=True):
            own[attribute] = sure
    if kind == "statement":
        _add_speakers(model, tags, roles, labels)
    likely = chances(told, seats) if kind == WEIGHED else [(0, None)] * len(found)
    return [Anchor(kind, *span, roles[n], labels[n], *likely[n]) for n, span in enumerate(found)]


def _add_speakers(
    model: Model,
    tags: Sequence[Floats],
    roles: Sequence[tuple[Role, ...]],
    labels: Sequence[dict[str, dict[str, float]]],
) -> None:
    """What the words of the likeliest source say of it: its type, and whether it is withheld."""
    sources = [
        (own, s) for own, some in zip(labels, roles, strict=True) if (s := likeliest_source(some))
    ]
    for head in SPEAKER:
        rows = _means(_column(model, tags, head), [(s.start, s.end) for _, s in sources])
        for (own, _), told in zip(sources, _labels(rows, model.tags[head]), strict=True):
            own[head] = told


def _labels(scores: Floats, names: Sequence[str]) -> list[dict[str, float]]:
    """The probabilities of labels, a row a word; the faint ones are left out."""
    p = softmax(scores)
    at, label = np.nonzero(p >= np.minimum(FAINT, p.max(1))[:, None])
    out: list[dict[str, float]] = [{} for _ in p]
    for n, k, value in zip(at.tolist(), label.tolist(), p[at, label].tolist(), strict=True):
        out[n][names[k]] = value
    return out


def _links(
    model: Model, words: Floats, upos: list[str], anchors: dict[str, list[Anchor]], edges: Ints
) -> dict[str, dict[int, tuple[int, float]]]:
    pronouns = np.array([i for i, u in enumerate(upos) if u == "PRON"], dtype=np.int64)
    figures = np.array([a.start for a in anchors.get("figure", ())], dtype=np.int64)
    asked = {"coref": (pronouns, np.arange(len(words))), "part": (figures, figures)}
    return {
        head: _link(model, words, head, later, earlier, edges)
        for head, (later, earlier) in asked.items()
        if len(later)
    }


def _link(
    model: Model, words: Floats, head: str, later: Ints, earlier: Ints, edges: Ints
) -> dict[int, tuple[int, float]]:
    """The likeliest of the earlier words of its window for each later word, if any is likely."""
    h, base = model.heads, f"links.{head}."
    some, before = words[later], words[earlier]
    a = np.maximum(some @ h[base + "later"] + h[base + "later.bias"], 0)
    b = np.maximum(before @ h[base + "earlier"] + h[base + "earlier.bias"], 0)
    scores = np.empty((len(later), 1 + len(earlier)), dtype=np.float32)
    scores[:, 0] = some @ h[base + "none"] + h[base + "none.bias"]
    np.matmul(a @ h[base + "u"][:-1] + h[base + "u"][-1], b.T, out=scores[:, 1:])
    first = edges[np.searchsorted(edges, later, side="right") - 1]
    scores[:, 1:][(earlier >= later[:, None]) | (earlier < first[:, None])] = -np.inf
    best = scores.argmax(1)
    p = softmax(scores)[np.arange(len(later)), best]
    chosen = np.flatnonzero(best)
    columns = (later[chosen], earlier[best[chosen] - 1], p[chosen])
    return {w: (e, q) for w, e, q in zip(*(c.tolist() for c in columns), strict=True)}
