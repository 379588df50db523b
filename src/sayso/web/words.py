"""A report's text and reading to pieces of text, each with the findings that it belongs to."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.export.marks import HEADS, Mark, Stretch, cut
from sayso.export.wording import printable
from sayso.record.reading import Reading

#: The class of a layer by the role of its marks.
LAYERS = {
    "cue": "s", "trigger": "e", "quantity": "f", "name": "p", "pollster": "p", "place": "l",
    "time": "t", "term": "term", "answer": "term",
}  # fmt: skip
#: Shades for statements within statements; deeper ones share the last.
DEEPEST = 3
_WORD = re.compile(r"\s+|[^\s]+")
#: The most words of two versions that are compared one by one.
COMPARED = 6_000


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text as the page shows it.

    ``anchors`` are findings whose words begin here, ``leads`` the finding that it leads to,
    ``findings`` all that it belongs to, ``labels`` those whose words end here.
    """

    text: str
    anchors: tuple[str, ...]
    leads: str | None
    findings: tuple[str, ...]
    classes: str
    labels: str


def pieces(text: str, reading: Reading) -> list[Piece]:
    """Return the whole text in pieces, in order."""
    return [_piece(stretch) for stretch in cut(text, reading)]


def _piece(stretch: Stretch) -> Piece:
    heads = [m for m in stretch.marks if m.role in HEADS]
    return Piece(
        text=printable(stretch.text),
        anchors=tuple(m.finding for m in stretch.begins if m.role in HEADS),
        leads=heads[0].finding if heads else None,
        findings=tuple(dict.fromkeys(m.finding for m in stretch.marks)),
        classes=" ".join(sorted({c for m in stretch.marks for c in _classes(m)})),
        labels=" ".join(m.finding for m in heads if m.span.end == stretch.end),
    )


def _classes(mark: Mark) -> Iterator[str]:
    if mark.role in LAYERS:
        yield LAYERS[mark.role]
    elif mark.role == "content":
        yield f"c{min(mark.depth, DEEPEST)}"
    elif mark.role == "source":
        yield "who"


def changed_words(old: str, new: str) -> list[tuple[str, str]]:
    """Return two versions of a text as one run of ("same" | "gone" | "new", words)."""
    before, after = _WORD.findall(old)[:COMPARED], _WORD.findall(new)[:COMPARED]
    out: list[tuple[str, str]] = []
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            out.append(("same", "".join(before[a:b])))
            continue
        out += [("gone", "".join(before[a:b]))] if b > a else []
        out += [("new", "".join(after[c:d]))] if d > c else []
    return [(kind, printable(words)) for kind, words in out]
