"""One encoder and its heads: token labels, trees, anchors with roles, and links.

Encoder: six layers of BERT (MiniLM, 384 wide) and one more, a word standing for its first piece;
the table of segment types is used for the word's shape, so that case is seen. The large one is the
same with twelve layers of MPNet, 768 wide, which adds a weight for how far two pieces are apart
to what attention looks at. Heads, all on the word vectors of a batch (windows, words, width):
  tags       one linear layer a head (upos, feats, lemma, sent, ner, arms, trigger, cue ...)
  attributes one linear layer each, read at an anchor's first word (status, act, mode ...), or
             over a source's words (speaker, withheld)
  tree       biaffine arcs and relations (Dozat and Manning 2017)
  roles      for an anchor and a word: relu(A anchor + B word + distance) to O, B, I for each role
  links      for a word and an earlier one: biaffine, with "none" as one more choice
"""

from __future__ import annotations

import math
import random
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from data import ANCHORS, ROLES, bio


class Size(NamedTuple):
    """The measures of an encoder: ``apart`` counts buckets of distance, 0 for none."""

    width: int
    layers: int
    heads: int
    inner: int
    apart: int = 0
    eps: float = 1e-12
    rounded: bool = True


SMALL = Size(384, 7, 12, 1536)
MPNET = Size(768, 12, 12, 3072, apart=32, eps=1e-5, rounded=False)
WIDTH, LAYERS, HEADS = SMALL.width, SMALL.layers, SMALL.heads
ARC, REL, ROLE, LINK = 256, 64, 160, 96
#: Distances between anchor and word fall into buckets up to this one on either side.
DISTANCES = 10
#: The size that the columns of what goes into an int8 product are brought down to.
LARGE = 4.0
#: The share of products that are taken without rounding in training, to save time.
WHOLE = 0.5
#: What a layer that begins by passing on leaves of its products.
SHUT = 0.02
LINK_HEADS = ("coref", "part")
#: Rows of BERT's vocabulary: [CLS], [SEP] and [MASK].
START, END, MASK = 101, 102, 103


def bucket(distance: Tensor) -> Tensor:
    """Return the bucket of a signed distance in words: 0, 1, 2, 3-4, 5-7, 8-15, ... by sign."""
    edges = torch.tensor([1, 2, 3, 5, 8, 16, 32, 64, 128], device=distance.device)
    size = torch.bucketize(distance.abs(), edges, right=True)
    return torch.where(distance < 0, DISTANCES - size, DISTANCES + size)


class Rounded(nn.Module):
    """What goes into a product, in training rounded as the shipped int8 files round it.

    One scale holds for a window, and a few columns reach ten times what the rest do: they are
    first divided by a factor that the weights take over (SmoothQuant, Xiao et al. 2023).
    """

    def __init__(self, width: int) -> None:
        super().__init__()
        self.register_buffer("large", torch.zeros(width))

    def even(self) -> Tensor:
        """Return what each column is divided by."""
        return (self.large / LARGE).clamp(min=1.0)

    def forward(self, x: Tensor) -> Tensor:
        if not self.training or random.random() < WHOLE:
            return x
        with torch.no_grad():
            low, high = x.flatten(0, 1).aminmax(dim=0)
            self.large.copy_(torch.maximum(self.large * 0.999, torch.maximum(-low, high)))
            even = self.even()
            error = x.float() / even
            low, high = error.flatten(1).aminmax(dim=1)
            step = ((high.clamp(min=0) - low.clamp(max=0)) / 255)[:, None, None]
            error.div_(step).round_().mul_(step).mul_(even).sub_(x)
        return x + error


class Layer(nn.Module):
    """One layer of BERT: self-attention, then the inner layer, each with its residual and norm."""

    def __init__(self, size: Size, drop: float) -> None:
        super().__init__()
        wide, inner = size.width, size.inner
        self.heads = size.heads
        self.qkv = nn.Linear(wide, 3 * wide)
        self.out = nn.Linear(wide, wide)
        self.norm1 = nn.LayerNorm(wide, eps=size.eps)
        self.up = nn.Linear(wide, inner)
        self.down = nn.Linear(inner, wide)
        self.norm2 = nn.LayerNorm(wide, eps=size.eps)
        into = [Rounded(w) if size.rounded else nn.Identity() for w in (wide, wide, inner)]
        self.into_qkv, self.into_up, self.into_down = into
        self.drop = nn.Dropout(drop)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        b, n, _ = x.shape
        qkv = self.qkv(self.into_qkv(x)).chunk(3, -1)
        q, k, v = (t.view(b, n, self.heads, -1).transpose(1, 2) for t in qkv)
        a = F.scaled_dot_product_attention(q, k, v, mask).transpose(1, 2).reshape(b, n, -1)
        x = self.norm1(x + self.drop(self.out(a)))
        inner = F.gelu(self.up(self.into_up(x)))
        return self.norm2(x + self.drop(self.down(self.into_down(inner))))

    def pass_on(self, before: Layer) -> None:
        """Begin as the layer before, all but shut off: what comes in goes out, up to its size."""
        self.load_state_dict(before.state_dict())
        for part in (self.out, self.down):
            part.weight.data.mul_(SHUT)
            part.bias.data.zero_()
        gain, bias = before.norm2.weight.data, before.norm2.bias.data
        self.norm1.weight.data.fill_(1.0)
        self.norm1.bias.data.zero_()
        self.norm2.weight.data.fill_(float((gain.square().mean() + bias.var()).sqrt()))
        self.norm2.bias.data.fill_(float(bias.mean()))


class Encoder(nn.Module):
    """Piece ids and shapes (windows, pieces) to vectors (windows, pieces, width)."""

    def __init__(self, vocabulary: int, shapes: int, size: Size = SMALL, drop: float = 0.1) -> None:
        super().__init__()
        self.piece = nn.Embedding(vocabulary, size.width)
        self.place = nn.Embedding(512, size.width)
        self.shape = nn.Embedding(shapes, size.width)
        self.norm = nn.LayerNorm(size.width, eps=size.eps)
        self.drop = nn.Dropout(drop)
        self.layers = nn.ModuleList(Layer(size, drop) for _ in range(size.layers))
        self.apart = nn.Embedding(size.apart, size.heads) if size.apart else None

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor) -> Tensor:
        place = torch.arange(ids.shape[1], device=ids.device)
        x = self.drop(self.norm(self.piece(ids) + self.place(place) + self.shape(shapes)))
        wide = mask[:, None, None, :]
        if self.apart is not None:
            near = self.apart(far_apart(place, self.apart.num_embeddings)).permute(2, 0, 1)[None]
            wide = near.masked_fill(~wide, -1e4).to(self.qkv_type(x))
        for layer in self.layers:
            x = layer(x, wide)
        return x

    @staticmethod
    def qkv_type(x: Tensor) -> torch.dtype:
        kind = x.device.type
        return torch.get_autocast_dtype(kind) if torch.is_autocast_enabled(kind) else x.dtype

    def start_from(self, weights: dict[str, Tensor]) -> None:
        """Take over the weights of a BERT or MPNet file (safetensors names)."""
        if self.apart is not None:
            self.apart.weight.data.copy_(weights["encoder.relative_attention_bias.weight"])
            weights = weights | as_bert(weights, len(self.piece.weight))
        put = lambda p, name: p.data.copy_(weights[name])  # noqa: E731
        put(self.piece.weight, "embeddings.word_embeddings.weight")
        put(self.place.weight, "embeddings.position_embeddings.weight")
        if "embeddings.token_type_embeddings.weight" in weights:
            self.shape.weight.data[:] = weights["embeddings.token_type_embeddings.weight"][0]
        else:
            self.shape.weight.data.zero_()
        put(self.norm.weight, "embeddings.LayerNorm.weight")
        put(self.norm.bias, "embeddings.LayerNorm.bias")
        for n, layer in enumerate(self.layers):
            base = f"encoder.layer.{n}."
            if base + "output.dense.bias" not in weights:
                layer.pass_on(self.layers[n - 1])
                continue
            for kind in ("weight", "bias"):
                parts = [
                    weights[f"{base}attention.self.{q}.{kind}"] for q in ("query", "key", "value")
                ]
                getattr(layer.qkv, kind).data.copy_(torch.cat(parts))
                put(getattr(layer.out, kind), f"{base}attention.output.dense.{kind}")
                put(getattr(layer.norm1, kind), f"{base}attention.output.LayerNorm.{kind}")
                put(getattr(layer.up, kind), f"{base}intermediate.dense.{kind}")
                put(getattr(layer.down, kind), f"{base}output.dense.{kind}")
                put(getattr(layer.norm2, kind), f"{base}output.LayerNorm.{kind}")


def far_apart(place: Tensor, buckets: int) -> Tensor:
    """Return MPNet's bucket of the distance of any two pieces: half on either side, log beyond."""
    far = place[:, None] - place[None, :]
    half, close = buckets // 2, buckets // 4
    size = far.abs()
    beyond = close + (size.clamp(min=1) / close).log() / math.log(128 / close) * (half - close)
    side = torch.where(size < close, size, beyond.long().clamp(max=half - 1))
    return side + half * (far < 0)


def as_bert(weights: dict[str, Tensor], vocabulary: int) -> dict[str, Tensor]:
    """Return MPNet's weights by BERT's names, its rows of pieces in the order of BERT's."""
    table, out = weights["embeddings.word_embeddings.weight"], {}
    rows = torch.arange(4, 4 + vocabulary)  # four signs of its own stand before BERT's pieces
    rows[START], rows[END], rows[MASK] = 0, 2, len(table) - 1
    out["embeddings.word_embeddings.weight"] = table[rows]
    out["embeddings.position_embeddings.weight"] = weights["embeddings.position_embeddings.weight"][
        2:
    ]
    names = {
        "attention.attn.q.": "attention.self.query.",
        "attention.attn.k.": "attention.self.key.",
        "attention.attn.v.": "attention.self.value.",
        "attention.attn.o.": "attention.output.dense.",
        "attention.LayerNorm.": "attention.output.LayerNorm.",
    }
    for name, value in weights.items():
        for old, new in names.items():
            if old in name and "output.LayerNorm" not in name:
                out[name.replace(old, new)] = value
    return out


class Roles(nn.Module):
    """Scores (anchors, words, roles, 3) of O, B, I for every role of a kind of anchor."""

    def __init__(self, roles: int, width: int) -> None:
        super().__init__()
        self.anchor = nn.Linear(width, ROLE)
        self.word = nn.Linear(width, ROLE)
        self.distance = nn.Embedding(2 * DISTANCES + 1, ROLE)
        self.out = nn.Linear(ROLE, roles * 3)
        self.drop = nn.Dropout(0.15)

    def forward(self, x: Tensor, row: Tensor, word: Tensor) -> Tensor:
        """Score the words of a window for each anchor, which is ``word`` of window ``row``."""
        far = torch.arange(x.shape[1], device=x.device)[None, :] - word[:, None]
        h = self.anchor(x[row, word])[:, None] + self.word(x)[row] + self.distance(bucket(far))
        return self.out(self.drop(F.relu(h))).unflatten(-1, (-1, 3))


class Links(nn.Module):
    """Scores (windows, words, 1 + words): "none", then every word as the antecedent of a word."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.later = nn.Linear(width, LINK)
        self.earlier = nn.Linear(width, LINK)
        self.u = nn.Parameter(torch.randn(LINK + 1, LINK) * 0.02)
        self.none = nn.Linear(width, 1)

    def forward(self, x: Tensor) -> Tensor:
        a = with_one(F.relu(self.later(x)))
        return torch.cat([self.none(x), a @ self.u @ F.relu(self.earlier(x)).mT], -1)


def with_one(x: Tensor) -> Tensor:
    return torch.cat([x, x.new_ones(*x.shape[:-1], 1)], -1)


class Reader(nn.Module):
    """The whole model. ``labels`` gives each tag and attribute head its list of labels."""

    def __init__(
        self, vocabulary: int, shapes: int, labels: dict[str, list[str]], size: Size = SMALL
    ) -> None:
        super().__init__()
        self.labels, width = labels, size.width
        self.encoder = Encoder(vocabulary, shapes, size)
        self.tags = nn.ModuleDict(
            {h: nn.Linear(width, len(v)) for h, v in labels.items() if h != "rel"}
        )
        self.arc_of = nn.Linear(width, ARC)
        self.arc_to = nn.Linear(width, ARC)
        self.arc = nn.Parameter(nn.init.xavier_uniform_(torch.empty(ARC + 1, ARC)))
        self.rel_of = nn.Linear(width, REL)
        self.rel_to = nn.Linear(width, REL)
        self.rel = nn.Parameter(torch.randn(len(labels["rel"]), REL + 1, REL + 1) * 0.01)
        self.root = nn.Parameter(torch.zeros(width))
        self.roles = nn.ModuleDict({k: Roles(len(v), width) for k, v in ROLES.items()})
        self.links = nn.ModuleDict({k: Links(width) for k in LINK_HEADS})
        self.drop = nn.Dropout(0.2)

    def words(self, ids: Tensor, shapes: Tensor, mask: Tensor, first: Tensor) -> Tensor:
        """Return word vectors (windows, words, width); ``first`` pads with 0."""
        x = self.encoder(ids, shapes, mask)
        return self.drop(x.gather(1, first[..., None].expand(-1, -1, x.shape[-1])))

    def arcs(self, x: Tensor) -> Tensor:
        """Return scores (windows, words, 1 + words) of heads, the root first."""
        drop = self.drop
        of, to = drop(F.gelu(self.arc_of(x))), drop(F.gelu(self.arc_to(self.with_root(x))))
        return with_one(of) @ self.arc @ to.mT

    def relations(self, x: Tensor, heads: Tensor) -> Tensor:
        """Return scores (windows, words, relations) of words to ``heads`` (-1 the root)."""
        drop = self.drop
        a = with_one(drop(F.gelu(self.rel_of(x))))
        b = with_one(drop(F.gelu(self.rel_to(self.with_root(x)))))
        b = b.gather(1, (heads + 1)[..., None].expand(-1, -1, b.shape[-1]))
        part = torch.einsum("wnd,kde->wnke", a, self.rel)
        return (part @ b[..., None])[..., 0]

    def with_root(self, x: Tensor) -> Tensor:
        return torch.cat([self.root.to(x.dtype).expand(len(x), 1, -1), x], 1)


def label_lists(windows: dict[str, list[dict]]) -> dict[str, list[str]]:
    """Return the labels of every head: fixed for anchors, found in the sets for the others."""
    from collections import Counter

    from sayso.record.vocabulary import ACTS, MODES, PROPOSAL_STATES, SCOPES, SOURCE_TYPES, STATUSES

    seen: dict[str, Counter] = {h: Counter() for h in ("upos", "feats", "lemma", "ner", "arms")}
    rels: Counter = Counter()
    for some in windows.values():
        for w in some:
            for head, counter in seen.items():
                counter.update(t for t in w["tags"].get(head) or () if t is not None)
            rels.update(w["tree"][1] if "tree" in w else ())
    least = {"feats": 5, "lemma": 3, "ner": 20, "arms": 3}
    out = {h: sorted(t for t, n in c.items() if n >= least.get(h, 1)) for h, c in seen.items()}
    out["rel"] = sorted(rels)
    out["sent"] = ["I", "B"]
    out |= {head: bio(labels) for head, labels in ANCHORS.values()}
    out |= {
        "status": list(STATUSES), "figure_status": list(STATUSES), "scope": list(SCOPES),
        "act": list(ACTS), "speaker": list(SOURCE_TYPES), "withheld": ["no", "yes"],
        "state": list(PROPOSAL_STATES),
        "mode": ["none", *(f"{t}/{m}" for t, ms in MODES.items() for m in ms)],
    }  # fmt: skip
    return out
