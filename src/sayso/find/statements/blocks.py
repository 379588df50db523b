"""A cue whose paragraph ends with a colon to the paragraphs that it opens ("The envoy said:")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from sayso.find.statements.quotes import CLOSING, OPENING, STRAIGHT
from sayso.language.anchors import Anchor
from sayso.language.lines import ITEM
from sayso.language.spans import span_of, text_of
from sayso.record.span import Span

#: What stands between the cue and the end of its paragraph.
COLON = re.compile(r"[^\n.:]{0,60}:[^\S\n]*\n")
#: The same before a list whose beginning the encoder marked as said.
FAR_COLON = re.compile(r"[^\n.:]*:[^\S\n]*\n")
MARKS = OPENING + STRAIGHT
#: How a paragraph begins that belongs to the release and not to the speaker.
ASIDE = re.compile(
    r"notes? to editors|further information|more information|media enquir|background|follow "
    r"|read (?:the|more)|ends?\b|--",
    re.IGNORECASE,
)


def block(doc: Doc, cue: Anchor) -> tuple[Span, ...]:
    """Return the paragraphs that a cue with a colon opens, a span each; none where it opens none.

    With quotation marks the block goes on while paragraphs open with one, until one closes;
    without, until a paragraph names the speaker, ends with a colon itself, or turns to the reader.
    Where a list stands behind the colon, its items are the block, all of them and no more.
    """
    text = text_of(doc)
    behind = doc[cue.end - 1].idx + len(doc[cue.end - 1])
    far = FAR_COLON.match(text, behind)
    items = _items(text, far.end()) if far is not None else []
    colon = COLON.match(text, behind)
    if items and (colon is not None or _is_said(doc, cue, items[0])):
        return tuple(items)
    if colon is None:
        return ()
    source = cue.top("source")
    speaker = doc[source.end - 1].text if source else None
    out: list[Span] = []
    quoted = False
    for start, end in _paragraphs(text, colon.end()):
        marked = text[start] in MARKS and end - start > 2
        if (out and quoted != marked) or (not marked and _ends(text[start:end], speaker)):
            break
        quoted, closed = marked, marked and text[end - 1] in CLOSING + STRAIGHT
        out.append(Span.of(text, start + marked, end - closed))
        if closed:
            break
    return tuple(out)


def _items(text: str, at: int) -> list[Span]:
    """The lines of a list from ``at`` on, each without its mark or number; none of a single one."""
    out: list[Span] = []
    for start, end in _paragraphs(text, at):
        mark = ITEM.match(text, start)
        if mark is None:
            break
        out.append(Span.of(text, mark.end(), end))
    return out if len(out) > 1 else []


def _is_said(doc: Doc, cue: Anchor, item: Span) -> bool:
    """Tell whether the encoder marked some of an item as said with a cue."""
    said = (span_of(doc, r.start, r.end) for r in cue.spans("content"))
    return any(part.overlaps(item) for part in said)


def _ends(paragraph: str, speaker: str | None) -> bool:
    """Tell whether a paragraph without marks is no longer the speaker's."""
    named = speaker is not None and re.search(rf"\b{re.escape(speaker)}\b", paragraph)
    return bool(named or paragraph.endswith(":") or ASIDE.match(paragraph))


def _paragraphs(text: str, at: int) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of the lines from ``at`` on that are not empty, white space left out."""
    while 0 <= at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        line = text[at:end]
        if words := line.strip():
            start = at + line.index(words)
            yield start, start + len(words)
        at = end + 1
