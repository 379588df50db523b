"""Windows of all sets, each with the layers that its own set does not mark, as teachers read them.

A layer that is learned on one set alone goes wrong on the words of all others: the encoder tells
the sets apart, and nothing holds the layer there ("the" was a determiner in 75 of 100 places of
news texts, in 99 of the treebanks). So every window gets every layer: the marks of its set, and
for the rest what a teacher says, the exported weights of a run on the set of that layer alone.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterable
from pathlib import Path

from data import ANCHORS, KINDS_OF_GOLD, ROLES, Window, bio
from sayso.parse.document import ENTITIES
from sayso.parse.heads import entities_of, read_marks
from sayso.parse.model import Model, model, on_one_thread

LAYERS = ("trees", "names", "record")


def taught(windows: Iterable[Window], layer: str, folder: Path) -> None:
    """Add a layer to each window whose set does not mark it; answers are kept in the folder."""
    store = folder / f"{layer}.pickle"
    kept: dict[str, dict] = pickle.loads(store.read_bytes()) if store.exists() else {}
    using, before = model(folder), len(kept)
    for w in windows:
        told = {"trees": "tree" in w, "names": "ner" in w["tags"], "record": "trigger" in w["tags"]}
        if told[layer]:
            continue
        key = "\t".join(w["words"])
        if key not in kept:
            kinds = KINDS_OF_GOLD if layer == "record" else ()
            kept[key] = _layer(w["words"], using, layer, kinds)
        silver = kept[key]
        w["tags"] = w["tags"] | silver["tags"]
        w["anchors"] = w.get("anchors", {}) | silver.get("anchors", {})
        if "tree" in silver:
            w["tree"] = silver["tree"]
        w.setdefault("silver", set()).add(layer)
    if len(kept) > before:
        store.write_bytes(pickle.dumps(kept))
    print(f"{layer}: {len(kept)} windows read by {folder.name}", flush=True)


def _layer(words: list[str], using: Model, layer: str, kinds: tuple[str, ...]) -> dict:
    n = len(words)
    with on_one_thread():
        outputs = using.run(using.pieces.encode(words))
        marks = read_marks(using, [outputs], [i == 0 for i in range(n)], kinds)
    if layer == "names":
        tags = ["O"] * n
        for a, b, label in (
            e for head in ENTITIES for e in entities_of(using, [outputs[1]], words, head)
        ):
            tags[a:b] = ["B-" + label] + ["I-" + label] * (b - a - 1)
        return {"tags": {"ner": tags}}
    if layer == "trees":
        sent = ["I"] * n
        for s in marks.sentences:
            sent[s.start] = "B"
        tags = {"upos": marks.upos, "feats": marks.feats, "lemma": marks.lemma, "sent": sent}
        heads = [-1 if h == i else h for i, h in enumerate(marks.heads.tolist())]
        return {"tags": tags, "tree": (heads, marks.relations)}
    out: dict = {"tags": {}, "anchors": {}}
    for kind in KINDS_OF_GOLD:
        head, tags = ANCHORS[kind][0], ["O"] * n
        rows = []
        for a in marks.anchors[kind]:
            tags[a.start : a.end] = ["B-" + a.label] + ["I-" + a.label] * (a.end - a.start - 1)
            roles: dict[str, list[tuple[int, int]]] = {}
            for r in a.roles:
                roles.setdefault(r.name, []).append((r.start, r.end - 1))
            rows.append((a.start, {}, roles))
        assert set(tags) <= set(bio(ANCHORS[kind][1]))
        out["tags"][head] = tags
        if kind in ROLES:
            out["anchors"][kind] = rows
    return out
