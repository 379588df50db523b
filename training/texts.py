"""Marked texts to windows: gold and our own marks, PolNeAR, re3d, and texts that tell no event."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from data import ANCHORS, KINDS_OF_GOLD, ROLES, Window
from sayso.evaluate.attribution import read_brat
from sayso.parse.pieces import WordPieces
from sayso.parse.tokens import paragraph_starts, tokenise
from sayso.parse.windows import cut


def locate(text: str, span: str | list[int] | None) -> tuple[int, int] | None:
    """Return (start, end) of a gold span: verbatim, "##2" for its second occurrence, or offsets."""
    if span is None:
        return None
    if isinstance(span, list):
        return span[0], span[1]
    found = re.fullmatch(r"(.*)##(\d+)", span, re.S)
    want, nth = (found[1], int(found[2])) if found else (span, 1)
    at = -1
    for _ in range(nth):
        at = text.find(want, at + 1)
        if at < 0:
            raise ValueError(f"not in the text: {span!r}")
    return at, at + len(want)


def text_windows(
    text: str, pieces: WordPieces
) -> Iterator[tuple[list[str], list[tuple[int, int]]]]:
    """Yield (words, character offsets) of the windows of a text, as the parse cuts them."""
    doc = tokenise(text)
    words = [t.text for t in doc]
    spans = [(t.idx, t.idx + len(t.text)) for t in doc]
    lengths = [len(pieces.of(w)[0]) for w in words]
    for r in cut(words, lengths, paragraph_starts(doc)):
        yield words[r.start : r.stop], spans[r.start : r.stop]


def covered(offsets: list[tuple[int, int]], span: tuple[int, int] | None) -> tuple[int, int] | None:
    """Return the first and last word that a character span touches, or None."""
    if span is None:
        return None
    hit = [n for n, (a, b) in enumerate(offsets) if a < span[1] and b > span[0]]
    return (hit[0], hit[-1]) if hit else None


def anchored(
    marks: list[tuple], offsets: list[tuple[int, int]], head: str, forms: list[str]
) -> tuple:
    """Return (tags, anchors) of the marks (span, label, attributes, roles) that lie in a window."""
    tags, anchors = ["O"] * len(forms), []
    for span, label, attributes, roles in marks:
        words = covered(offsets, span)
        if words is None or tags[words[0]] != "O":
            continue
        for k in range(words[0], words[1] + 1):
            if tags[k] == "O":
                tags[k] = ("B-" if k == words[0] else "I-") + label
        here = {
            role: [w for s in spans if (w := covered(offsets, s))] for role, spans in roles.items()
        }
        for role in PRONOUNS:
            here[role] = at_pronouns(forms, words[0], role, here[role]) if role in here else []
        anchors.append((words[0], attributes, here))
    return {head: tags}, anchors


#: Pronouns that may stand in a role. Gold marks the name that a pronoun stands for; the head is
#: to mark the pronoun, and the name is found behind it (language/pronouns.py).
PRONOUNS = {
    "source": frozenset(["he", "she", "it", "they", "we", "i", "who", "which"]),
    "actor": frozenset(
        ["he", "she", "it", "they", "we", "i", "his", "her", "its", "their", "our", "who", "which"]
    ),
    "target": frozenset(
        ["he", "she", "it", "they", "him", "her", "them", "us", "me", "his", "its", "their"]
    ),
}


def at_pronouns(forms: list[str], anchor: int, role: str, spans: list[tuple]) -> list[tuple]:
    """Return the spans, those of earlier sentences replaced by the pronoun at the anchor."""
    start = anchor
    while start > 0 and forms[start - 1] not in (".", "!", "?") and "\n" not in forms[start - 1]:
        start -= 1
    end = anchor
    while end < len(forms) and forms[end] not in (".", "!", "?") and "\n" not in forms[end]:
        end += 1
    far = [s for s in spans if s[1] < start]
    near = [s for s in spans if s[1] >= start]
    if not far:
        return spans
    fitting = [n for n in range(start, end) if forms[n].lower() in PRONOUNS[role]]
    fitting = [n for n in fitting if not any(a <= n <= b for a, b in near)]
    before = [n for n in fitting if n < anchor]
    after = [n for n in fitting if n > anchor]
    order = [*after, *reversed(before)] if role == "target" else [*reversed(before), *after[:1]]
    return sorted([*near, (order[0], order[0])]) if order else spans


def gold_marks(text: str, gold: dict) -> dict[str, list[tuple]]:
    """Return all marks of a gold record by kind: (span, label, attributes, roles).

    Where a record holds proposals alone, nothing is said of the other kinds.
    """
    at = lambda s: locate(text, s)  # noqa: E731
    some = lambda *spans: [s for x in spans if (s := at(x))]  # noqa: E731
    marks: dict[str, list[tuple]] = {k: [] for k in KINDS_OF_GOLD}
    if "statements" not in gold:
        gold = {"events": (), "statements": (), "figures": ()} | gold
        marks = {"proposal": [], "term": []}
    for e in gold["events"]:
        roles = {"actor": some(*e["actor"]), "target": some(*e["target"]),
                 "place": some(e["place"]), "time": some(e["time"])}  # fmt: skip
        mode = f"{e['type']}/{e['mode']}" if e["mode"] else "none"
        marks["event"].append(
            (at(e["trigger"]), e["type"], {"mode": mode, "status": e["status"]}, roles)
        )
    for s in gold["statements"]:
        roles = {"source": some(s["source"]), "content": some(*s["content"]), "to": some(s["to"])}
        kinds = {"act": s["act"], "speaker": s["source_type"],
                 "withheld": "yes" if s["anonymous"] else "no"}  # fmt: skip
        marks["statement"].append((at(s["cue"]), "CUE", kinds, roles))
    for f in gold["figures"]:
        roles = {
            "of": some(f["of"]),
            "by": some(f["by"]),
            "place": some(f["place"]),
            "time": some(f["time"]),
        }
        kinds = {"scope": f["scope"], "figure_status": f["status"]}
        marks["figure"].append((at(f["quantity"]), f["measure"], kinds, roles))
    for p in gold["proposals"]:
        if p["name"]:
            marks["proposal"].append(
                (at(p["name"]), "NAME", {"state": p["state"]}, proposal_roles(p, some))
            )
        for t in p["terms"]:  # also of what no noun names, and far from the name
            marks["term"].append((at(t["what"]), "TERM", {}, {}))
    return marks


def speakers(anchors: list[tuple], n: int) -> dict[str, list]:
    """Return the tags that are read over a source's words: its type, and whether it is withheld."""
    tags: dict[str, list] = {"speaker": [None] * n, "withheld": [None] * n}
    for _, kinds, roles in anchors:
        for head in tags:
            label = kinds.pop(head)
            for a, b in roles["source"]:
                tags[head][a : b + 1] = [label] * (b + 1 - a)
    return tags


def proposal_roles(p: dict, some) -> dict[str, list]:
    roles = {"by": some(*p["by"]), "to": some(*p["to"]), "through": some(*p["through"]),
             "term": some(*(t["what"] for t in p["terms"])),
             "condition": some(*(t["condition"] for t in p["terms"]))}  # fmt: skip
    for stance in ("accepts", "rejects", "conditional"):
        roles[stance] = some(*(s["party"] for s in p["stances"] if s["stance"] == stance))
    return roles


#: Nouns that stand for a proposal where "the", "its", "their" or "this" is before them.
TABLED = frozenset(
    {"accord", "agreement", "arrangement", "ceasefire", "compromise", "deal", "draft", "exchange",
     "framework", "halt", "offer", "package", "pact", "pause", "plan", "proposal", "resolution",
     "roadmap", "scheme", "text", "treaty", "truce", "ultimatum", "understanding"}
)  # fmt: skip
POINTING = frozenset({"the", "its", "their", "this", "that"})


def later_states(
    text: str, gold: dict, forms: list[str], offsets: list[tuple[int, int]]
) -> list[str | None]:
    """Return the state at words that take up a text's one proposal again: "*the* truce"."""
    told: list[str | None] = [None] * len(forms)
    if len(gold["proposals"]) != 1:
        return told
    (p,) = gold["proposals"]
    name = locate(text, p["name"])
    for n in range(len(forms) - 1):
        again = forms[n].lower() in POINTING and forms[n + 1].lower() in TABLED
        inside = name is not None and name[0] <= offsets[n][0] < name[1]
        if again and not inside:
            told[n] = p["state"]
    return told


def parts_of(text: str, gold: dict, offsets: list[tuple[int, int]]) -> dict[int, list[int]]:
    """Return, for each figure's first word, the first word of the figure that it is a part of."""
    first = {}
    for f in gold["figures"]:
        words = covered(offsets, locate(text, f["quantity"]))
        if words:
            first[f["id"]] = words[0]
    return {
        first[f["id"]]: [first[f["part_of"]]]
        if first.get(f["part_of"], 1e9) < first[f["id"]]
        else []
        for f in gold["figures"]
        if f["id"] in first
    }


#: Whole reports of our own that are kept for measuring: never trained on.
HELD_OUT = frozenset(f"wire-c-{n:03}" for n in range(40, 50))


def texts_of(path: Path) -> Iterator[tuple[str, str]]:
    """Yield (id, text) of a JSON-lines file, of a folder of text files, or of re3d's folder."""
    if path.is_dir():
        for file in sorted(path.glob("*.txt")):
            yield "polnear-" + file.stem, file.read_text(encoding="utf-8")
        for documents in sorted(path.glob("*/documents.json")):
            for d in map(json.loads, documents.read_text(encoding="utf-8").splitlines()):
                yield "re3d-" + d["_id"][:8], d["text"]
        return
    for item in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        yield item["id"], item["text"]


#: Kinds of words that tell how a proposal fares: a party's stance, its state.
TELLING = ("stand", "fate")


def telling_words(path: Path) -> dict[str, dict[str, list[tuple]]]:
    """Return for each text of a file the marks of the words that tell a stance or a state."""
    out = {}
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
        told = json.loads(line)
        out[told["id"]] = {kind: [((a, b), label, {}, {}) for a, b, label in told[kind]]
                           for kind in TELLING}  # fmt: skip
    return out


def gold(
    texts: Path,
    golds: Iterable[Path],
    pieces: WordPieces,
    telling: dict[str, dict[str, list[tuple]]] | None = None,
) -> Iterator[Window]:
    """Yield windows of gold texts: anchors with attributes and roles, figures' parts.

    What a later file of marks says of a text goes before what an earlier one says. In a text
    without proposals no word tells a stance or a state; of others ``telling`` says which do.
    """
    told = (json.loads(x) for g in golds for x in g.read_text(encoding="utf-8").splitlines())
    marked = {g["id"]: g for g in told}
    for id, text in texts_of(texts):
        record = marked.get(id)
        if record is None or id in HELD_OUT:
            continue
        marks = gold_marks(text, record)
        marks |= (telling or {}).get(id, {})
        if not record["proposals"]:
            marks |= {kind: [] for kind in TELLING}
        for words, offsets in text_windows(text, pieces):
            window: Window = {"words": words, "tags": {}, "anchors": {}, "id": id}
            for kind, found in marks.items():
                tags, anchors = anchored(found, offsets, ANCHORS[kind][0], words)
                window["tags"].update(tags)
                if kind in ROLES:
                    window["anchors"][kind] = anchors
            window["tags"]["state"] = later_states(text, record, words, offsets)
            if "statement" in marks:
                window["tags"].update(speakers(window["anchors"]["statement"], len(words)))
                window["links"] = {"part": parts_of(text, record, offsets)}
            yield window


def polnear(folder: Path, pieces: WordPieces) -> Iterator[Window]:
    """Yield windows of PolNeAR articles: attributions with source and content."""
    for path in sorted((folder / "text").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        notes = next((folder / "attributions").glob(path.stem + "*.ann"), None)
        if notes is None:
            continue
        marks = attributions(notes.read_text(encoding="utf-8"))
        for words, offsets in text_windows(text, pieces):
            tags, anchors = anchored(marks, offsets, "attribution", words)
            yield {
                "words": words,
                "tags": tags,
                "anchors": {"attribution": anchors},
                "id": path.stem,
            }


def attributions(brat: str) -> list[tuple]:
    """Return the attributions of a brat file as marks (cue span, label, attributes, roles)."""
    return [
        (a.cue[0], "CUE", {}, {"source": list(a.source), "content": list(a.content)})
        for a in read_brat(brat)
    ]


def re3d(folder: Path, pieces: WordPieces, *, without: set[str]) -> Iterator[Window]:
    """Yield windows of re3d documents: weapons, platforms, vehicles, quantities and times.

    ``without`` holds beginnings of document ids that are kept for testing.
    """
    keep = {"Weapon": "WEAPON", "MilitaryPlatform": "PLATFORM", "Vehicle": "PLATFORM",
            "Quantity": "QUANTITY", "Temporal": "DATE"}  # fmt: skip
    for path in sorted(folder.glob("*/documents.json")):
        marks: dict[str, list[tuple]] = {}
        for e in map(json.loads, path.with_name("entities.json").read_text("utf-8").splitlines()):
            if e["type"] in keep:
                mark = ((e["begin"], e["end"]), keep[e["type"]], {}, {})
                marks.setdefault(e["documentId"], []).append(mark)
        for d in map(json.loads, path.read_text("utf-8").splitlines()):
            if d["_id"][:8] in without:
                continue
            for words, offsets in text_windows(d["text"], pieces):
                tags, _ = anchored(marks.get(d["_id"], []), offsets, "arms", words)
                yield {"words": words, "tags": tags}


#: Sections of the portal whose items tell no event by the guide: sport, arts, science.
QUIET = frozenset({"Sports", "Arts and culture", "Science and technology"})
#: Words that a quiet item may hold because it tells an event all the same.
LOUD = re.compile(
    r"\b(kill|murder|shoot|bomb|protest|boycott|arrest|charg|convict|sentenc|ban|sanction|war\b|"
    r"militar|missile|president|minister|government|court|police|troops|attack)",
    re.IGNORECASE,
)


def quiet(
    sentences: Path, items: Path, pieces: WordPieces, chance: random.Random
) -> Iterator[Window]:
    """Yield windows that tell no event: made-up sentences, a few together, and quiet news items."""
    texts = []
    if sentences.exists():
        lines = sentences.read_text(encoding="utf-8").splitlines()[1:]
        chance.shuffle(lines)
        while lines:
            n = chance.randint(1, 3)
            texts.append(" ".join(lines[:n]))
            del lines[:n]
    if items.exists():
        told = map(json.loads, items.read_text(encoding="utf-8").splitlines())
        calm = (i for i in told if i["section"] in QUIET and i["date"] < "2026-04")
        texts += [i["text"] for i in calm if not LOUD.search(i["text"])]
    for text in texts:
        for words, _ in text_windows(text, pieces):
            outside = ["O"] * len(words)
            yield {"words": words, "tags": dict.fromkeys(("trigger", *TELLING), outside)}


def plain(data: Path, pieces: WordPieces, *, without: set[str]) -> Iterator[Window]:
    """Yield windows of texts that nothing marks, for a teacher to read: news items, ECB+, GAP."""
    items = data / "current-events/items.jsonl"
    told = map(json.loads, items.read_text("utf-8").splitlines() if items.exists() else ())
    texts = [i["text"] for i in told if i["date"] < "2026-04" and i["id"] not in without]
    for path in sorted((data / "coref").glob("gap-*.tsv")):
        if "test" not in path.name:
            rows = path.read_text(encoding="utf-8").splitlines()[1:]
            texts += [row.split("\t")[1] for row in rows]
    for path in sorted((data / "linking/ecbplus").glob("*_corpus.txt")):
        documents: dict[str, list[str]] = {}
        for row in path.read_text(encoding="utf-8").splitlines():
            if (columns := row.split("\t"))[3:]:
                documents.setdefault(columns[0], []).append(columns[3])
        texts += [" ".join(words) for words in documents.values()]
    for text in texts:
        for words, _ in text_windows(text, pieces):
            yield {"words": words, "tags": {}}
