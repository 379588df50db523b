"""PolNeAR articles to the scores of who-said-what, by the encoder's attribution head.

Exact: a source, cue or content counts where its characters are those of gold. Relaxed: source,
cue and content of one attribution each share a character with those of one gold attribution.
Core: attributions whose cue holds a plain speech verb ("said", "told", "denied", "according to").
The other classes of cue, by the words in it as the parse reads them: another verb ("believes"), a
noun ("claims of"), or neither (a colon, "per").
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc, Span

from sayso.errors import InputError
from sayso.evaluate.tally import Tally
from sayso.language.anchors import Anchor, Role, anchors
from sayso.language.spans import text_of
from sayso.parse.document import parse
from sayso.parse.model import Model, model

Ranges = tuple[tuple[int, int], ...]
CORE = frozenset(
    {"according", "acknowledge", "acknowledged", "add", "added", "adds", "announce",
     "announced", "announces", "argue", "argued", "argues", "ask", "asked", "asks", "claim",
     "claimed", "claims", "declare", "declared", "denied", "denies", "deny", "denying",
     "explain", "explained", "insist", "insisted", "note", "noted", "replied", "reply", "said",
     "say", "saying", "says", "state", "stated", "states", "tell", "telling", "tells", "told"}
)  # fmt: skip


#: Marks that part a content from what stands beside it.
EDGES = frozenset({",", ";", ":", "—", "–", "-", "--"})
#: The words of a line, and white space in one.
LINE, BLANK = re.compile(r"\S(?:.*\S)?"), re.compile(r"[^\S\n]*")
PARTS = ("source", "cue", "content")
WHOLE = "who said what, relaxed"
CLASSES = (
    "core verbs, relaxed", "other verbs, relaxed", "nouns, relaxed", "other cues, relaxed",
)  # fmt: skip


@dataclass(frozen=True)
class Attribution:
    """Character ranges of one attribution; the source may have none."""

    source: Ranges
    cue: Ranges
    content: Ranges


def read_brat(notes: str) -> Iterator[Attribution]:
    """Yield the attributions of a brat stand-off file that have a cue and a content."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for line in notes.splitlines():
        c = line.split("\t")
        if c[0].startswith("T") and len(c) > 1:
            ranges = c[1].partition(" ")[2].split(";")
            spans[c[0]] = [(int(a), int(b)) for a, b in (r.split() for r in ranges)]
        elif c[0].startswith("E") and len(c) > 1:
            got: dict[str, list[tuple[int, int]]] = {"Source": [], "Cue": [], "Content": []}
            for role, _, name in (p.partition(":") for p in c[1].split()):
                got.get(role.rstrip("0123456789"), []).extend(spans.get(name, []))
            if got["Cue"] and got["Content"]:
                yield Attribution(*(tuple(sorted(got[k])) for k in ("Source", "Cue", "Content")))


def found_attributions(doc: Doc) -> list[Attribution]:
    """Return what the attribution head marked, as character ranges.

    A comma at the edge of a content is none of it, the mark that closes its quote is.
    """
    out = []
    for a in anchors(doc, "attribution"):
        spans = [_tidied(doc, s.start, s.end) for s in a.spans("content")]
        content = _ranges(doc, [s for s in spans if any(t.is_alpha or t.is_digit for t in s)])
        if content:
            out.append(Attribution(_ranges(doc, a.spans("source")), _ranges(doc, [a]), content))
    return out


def _tidied(doc: Doc, start: int, end: int) -> Span:
    while start < end and (doc[start].text in EDGES or doc[start].is_space):
        start += 1
    while end > start and (doc[end - 1].text in EDGES or doc[end - 1].is_space):
        end -= 1
    text = doc[start:end].text
    is_open = text.count("“") > text.count("”") or text.count('"') % 2 == 1
    for n in (end, end + 1):  # the mark stands behind the content, or behind its comma or full stop
        if is_open and n < len(doc) and doc[n].text in ("”", '"'):
            return doc[start : n + 1]
        if n < len(doc) and doc[n].text not in (",", "."):
            break
    return doc[start:end]


def _ranges(doc: Doc, spans: Sequence[Role | Anchor | Span]) -> Ranges:
    """The characters of spans: joined over blanks, and a range for each line, as in brat."""
    text = text_of(doc)
    out: list[tuple[int, int]] = []
    for s in spans:
        for line in LINE.finditer(text, doc[s.start].idx, doc[s.end - 1].idx + len(doc[s.end - 1])):
            start, end = line.span()
            if out and BLANK.fullmatch(text, out[-1][1], start):
                out[-1] = (out[-1][0], end)
            else:
                out.append((start, end))
    return tuple(out)


def score_polnear(folder: Path, using: Model) -> dict[str, Tally]:
    """Return the tallies over a PolNeAR part (folders text/ and attributions/)."""
    texts = sorted((folder / "text").glob("*.txt"))
    if not texts:
        raise InputError(f"no text/*.txt in {folder}", "give the folder of one part, such as dev")
    tallies = {n: Tally() for n in (*PARTS, WHOLE, *CLASSES)}
    for path in texts:
        notes = next((folder / "attributions").glob(path.stem + "*.ann"), None)
        if notes is not None:
            doc = parse(path.read_text(encoding="utf-8"), using, kinds=("attribution",))
            gold = list(read_brat(notes.read_text(encoding="utf-8")))
            _score(gold, found_attributions(doc), doc, tallies)
    return tallies


def _score(
    gold: list[Attribution], found: list[Attribution], doc: Doc, tallies: dict[str, Tally]
) -> None:
    for name in PARTS:
        g = {getattr(a, name) for a in gold if getattr(a, name)}
        f = {getattr(a, name) for a in found if getattr(a, name)}
        tallies[name].add(len(g & f), len(f), len(g))
    pairs = _pairs(gold, found)
    tallies[WHOLE].add(len(pairs), len(found), len(gold))
    for name in CLASSES:
        theirs = sum(_class(g, doc) == name for g in gold)
        ours = sum(_class(f, doc) == name for f in found)
        hit = sum(_class(g, doc) == name for g, _ in pairs)
        tallies[name].add(min(hit, ours), ours, theirs)


def _pairs(
    gold: list[Attribution], found: list[Attribution]
) -> list[tuple[Attribution, Attribution]]:
    pairs, left = [], list(found)
    for g in gold:
        for f in left:
            if _meets(g.cue, f.cue) and _meets(g.content, f.content) and _same_source(g, f):
                pairs.append((g, f))
                left.remove(f)
                break
    return pairs


def _same_source(g: Attribution, f: Attribution) -> bool:
    return _meets(g.source, f.source) or not (g.source or f.source)


def _meets(a: Ranges, b: Ranges) -> bool:
    return any(x[0] < y[1] and y[0] < x[1] for x in a for y in b)


def _class(a: Attribution, doc: Doc) -> str:
    """The class of an attribution's cue, by its words."""
    spans = (doc.char_span(start, end, alignment_mode="expand") for start, end in a.cue)
    words = [t for span in spans if span is not None for t in span]
    if any(w in CORE for t in words for w in t.lower_.split()):
        return CLASSES[0]
    kinds = {t.pos_ for t in words}
    return CLASSES[1] if "VERB" in kinds else CLASSES[2] if "NOUN" in kinds else CLASSES[3]


def main() -> None:
    """Print the table for the folder that is given."""
    folder = Path(sys.argv[1])
    using = model(Path(sys.argv[2])) if len(sys.argv) > 2 else model()
    for name, tally in score_polnear(folder, using).items():
        print(tally.row(name))


if __name__ == "__main__":
    main()
