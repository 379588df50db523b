"""The losses of a batch: against the marks of its set, and against what a teacher says.

A set marks some layers alone, and a layer that is learned on one set goes wrong on the words of
all others: the encoder tells the sets apart, and nothing holds the layer there ("the" was a
determiner in 75 of 100 places of news texts, in 99 of the treebanks). So a teacher tells the layers
that a set does not mark, and how sure it is (Hinton et al. 2015; Clark et al. 2019 for many layers
at once). It must itself have been taught so: one that was not is sure of what is wrong.
"""

from __future__ import annotations

from collections.abc import Collection

import torch
from torch import Tensor
from torch.nn import functional as F

from batches import ATTRIBUTES, NONE
from data import ANCHORS, ROLES
from model import LINK_HEADS, Reader

#: Loss weights of the layers, against a loss that is a mean over words.
LAYER = {"tree": 1.0, "tags": 0.5, "names": 2.0, "anchors": 3.0, "attributes": 1.0, "roles": 3.0,
         "links": 0.2}  # fmt: skip
#: What a teacher counts for, against the marks.
TAUGHT = 0.5
#: Words that a teacher takes for anchors with this probability are asked for their roles.
ANCHOR = 0.3
#: So many of a kind at most: a teacher of few steps takes half of all words for anchors.
MOST = 2000
#: The layers that a teacher may tell: trees with all that is told of single words, names, and the
#: record with attributions and what else the marked texts hold.
LAYERS = ("trees", "names", "record")
WORDS = frozenset({"upos", "feats", "lemma", "sent"})
SPANS = frozenset(head for head, _ in ANCHORS.values())
#: Heads that are read at anchors, or over a source's words: they say nothing of other words.
ELSEWHERE = frozenset(h for heads in ATTRIBUTES.values() for h in heads) | {"speaker", "withheld"}
FAR = -1e4


def layer_of(head: str) -> str:
    """Return the layer that a tag head belongs to."""
    return "trees" if head in WORDS else "names" if head == "ner" else "record"


def weight(head: str) -> float:
    """Return what the loss of a tag head counts."""
    if head == "ner":
        return LAYER["names"]
    return LAYER["anchors"] if head in SPANS else LAYER["tags"]


def against_marks(net: Reader, x: Tensor, b: dict[str, Tensor]) -> Tensor:
    """Return the loss a word against the marks; ``x`` are the word vectors (b, w, width)."""
    total = x.new_zeros((), dtype=torch.float32)
    for head in net.tags:
        if "tag." + head in b:
            total = total + weight(head) * _right(net.tags[head](x), b["tag." + head])
    if "tree.rows" in b:
        rows, heads = x[b["tree.rows"]], b["tree.heads"].long()
        arcs = net.arcs(rows).masked_fill(outside(b["tree.sentence"]), FAR)
        rels = net.relations(rows, heads.clamp(min=-1))
        at = torch.where(heads == NONE, NONE, heads + 1)
        total = total + LAYER["tree"] * (_right(arcs, at) + _right(rels, b["tree.rels"]))
    for kind in ROLES:
        if kind + ".at" not in b:
            continue
        row, word = b[kind + ".at"].unbind(1)
        scores = net.roles[kind](x, row, word)
        part = _right(scores, b[kind + ".roles"]) / len(ROLES[kind])
        total = total + LAYER["roles"] * part
        for head in ATTRIBUTES[kind]:
            part = _right(net.tags[head](x[row, word]), b[f"{kind}.{head}"])
            total = total + LAYER["attributes"] * part
    for head in LINK_HEADS:
        if head + ".at" in b:
            total = total + LAYER["links"] * _links(net, head, x, b)
    return total / b["words"].sum()


def _right(scores: Tensor, labels: Tensor) -> Tensor:
    return F.cross_entropy(
        scores.flatten(0, -2).float(), labels.flatten().long(), ignore_index=NONE, reduction="sum"
    )


def _links(net: Reader, head: str, x: Tensor, b: dict[str, Tensor]) -> Tensor:
    row, word = b[head + ".at"].unbind(1)
    scores = net.links[head](x)[row, word].float()
    later = torch.arange(scores.shape[1], device=x.device)[None] > word[:, None]
    scores = scores.masked_fill(later, FAR)
    right = scores.masked_fill(~b[head + ".right"], FAR)
    return (scores.logsumexp(1) - right.logsumexp(1)).sum()


def outside(sentence: Tensor) -> Tensor:
    """Return which heads (t, w, 1 + w) lie in another sentence, or are the word itself."""
    out = sentence[:, :, None] != sentence[:, None, :]
    out = out | torch.eye(out.shape[1], dtype=torch.bool, device=out.device)
    return F.pad(out, (1, 0))


def against_teacher(
    net: Reader, x: Tensor, teacher: Reader, y: Tensor, b: dict[str, Tensor],
    layers: Collection[str] = LAYERS,
) -> Tensor:  # fmt: skip
    """Return the loss a word against what a teacher says of layers where nothing marks them.

    ``y`` are the teacher's word vectors.
    """
    there = b["words"]
    total = x.new_zeros((), dtype=torch.float32)
    open_ = {h: "tag." + h not in b and layer_of(h) in layers for h in net.tags}
    tags = {head: teacher.tags[head](y).float() for head in teacher.tags}
    for head, told in tags.items():
        if open_[head] and head not in ELSEWHERE:
            total = total + weight(head) * _alike(net.tags[head](x), told, there)
    if "tree.rows" not in b and "trees" in layers:
        total = total + LAYER["tree"] * _trees(net, x, teacher, y, tags["sent"], there)
    for kind in ROLES:
        head, _ = ANCHORS[kind]
        if not open_[head]:
            continue
        begins = [n for n, label in enumerate(net.labels[head]) if label.startswith("B-")]
        sure = tags[head].softmax(-1)[..., begins].sum(-1)
        row, word = (at[:MOST] for at in ((sure > ANCHOR) & there).nonzero(as_tuple=True))
        if not len(row):
            continue
        told = teacher.roles[kind](y, row, word)
        part = _alike(net.roles[kind](x, row, word), told, there[row][..., None])
        total = total + LAYER["roles"] * part / len(ROLES[kind])
        for at in ATTRIBUTES[kind]:
            part = _alike(net.tags[at](x[row, word]), tags[at][row, word], None)
            total = total + LAYER["attributes"] * part
    return total / there.sum()


def _alike(scores: Tensor, told: Tensor, there: Tensor | None) -> Tensor:
    loss = -(told.float().softmax(-1) * scores.float().log_softmax(-1)).sum(-1)
    return (loss if there is None else loss * there).sum()


def _trees(
    net: Reader, x: Tensor, teacher: Reader, y: Tensor, sent: Tensor, there: Tensor
) -> Tensor:
    begins = sent.argmax(-1) == net.labels["sent"].index("B")
    far = outside(begins.cumsum(1)) | F.pad(~there, (1, 0))[:, None]
    told = teacher.arcs(y).float().masked_fill(far, FAR)
    part = _alike(net.arcs(x).float().masked_fill(far, FAR), told, there)
    heads = told.argmax(-1) - 1
    return part + _alike(net.relations(x, heads), teacher.relations(y, heads), there)
