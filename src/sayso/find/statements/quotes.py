"""Quotation marks: where quotes begin and end, paragraph by paragraph, and a statement's manner."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from spacy.tokens import Doc

from sayso.language.spans import text_of
from sayso.record.findings import Statement
from sayso.record.span import Span
from sayso.record.vocabulary import Manner

#: What the name of a rule ends with where a colon opens the paragraphs of the content.
BLOCK = "+block"
OPENING, CLOSING, STRAIGHT = "“«„", "”»", '"'
_MARK = re.compile(f"[{OPENING}{CLOSING}{STRAIGHT}]")


@lru_cache(maxsize=1)  # every statement of a report asks for them
def quoted_ranges(text: str) -> tuple[tuple[int, int], ...]:
    """Return (start, end) of the quotes in a text, marks included, in linear time.

    A mark that is not closed costs at most its own paragraph, except that a quote goes on where
    the next paragraph opens with a mark again, as newspapers write it.
    """
    out: list[tuple[int, int]] = []
    at = 0
    paragraphs = text.split("\n")
    opens = _openings(paragraphs)
    for n, paragraph in enumerate(paragraphs):
        out.extend(_in_paragraph(text, at, at + len(paragraph), goes_on=opens[n]))
        at += len(paragraph) + 1
    return tuple(out)


def _openings(paragraphs: list[str]) -> list[bool]:
    """Tell of each paragraph whether the next one that is not empty opens with a mark."""
    out: list[bool] = []
    opens = False
    for paragraph in reversed(paragraphs):
        out.append(opens)
        if words := paragraph.lstrip():
            opens = words[0] in OPENING + STRAIGHT
    return out[::-1]


def _in_paragraph(text: str, start: int, end: int, *, goes_on: bool) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    open_at = -1
    for mark in _MARK.finditer(text, start, end):
        i, c = mark.start(), mark[0]
        if c in OPENING or (c in STRAIGHT and open_at < 0):
            if open_at < 0:
                open_at = i
        elif open_at >= 0 and (c in CLOSING or c in STRAIGHT):
            out.append((open_at, i + 1))
            open_at = -1
    if open_at >= 0 and _begins(text, open_at, start, goes_on=goes_on):
        out.append((open_at, end))
    return out


def _begins(text: str, at: int, start: int, *, goes_on: bool) -> bool:
    """A quote left open is one only where it opens its paragraph, or where the next one opens
    with a mark and this one stands before a word: "She said: “We came."."""
    before = text[start:at]
    return not before.strip() or (goes_on and before[-1].isspace() and text[at + 1 : at + 2] > " ")


def manner_of(doc: Doc, statement: Statement) -> Manner:
    """Return direct where all words of the content are quoted, mixed where some are.

    Paragraphs that a cue with a colon opens are the speaker's own words, marks or none.
    """
    if statement.rule.endswith(BLOCK):
        return "direct"
    text = text_of(doc)
    quotes = quoted_ranges(text)
    inside = sum(_quoted(text, c, quotes) for c in statement.content)
    if not inside:
        return "indirect"
    said = sum(_letters(text, c.start, c.end) for c in statement.content)
    return "direct" if inside >= 0.97 * said else "mixed"


def _quoted(text: str, span: Span, quotes: Sequence[tuple[int, int]]) -> int:
    return sum(
        _letters(text, max(a, span.start), min(b, span.end))
        for a, b in quotes
        if a < span.end and b > span.start
    )


def _letters(text: str, start: int, end: int) -> int:
    return sum(map(str.isalnum, text[start:end]))


def is_quoted(doc: Doc, span: Span) -> bool:
    """Tell whether a span begins within a quote."""
    quotes = quoted_ranges(text_of(doc))
    before = bisect_left(quotes, (span.start, 0)) - 1
    return before >= 0 and span.start < quotes[before][1]
