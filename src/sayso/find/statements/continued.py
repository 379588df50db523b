"""A paragraph that is nothing but a quote, behind one that ends with what somebody says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from sayso.find.statements.quotes import BLOCK, quoted_ranges
from sayso.language.spans import text_of
from sayso.record.findings import Statement
from sayso.record.span import Span

#: Between the end of what is said and the end of its paragraph stand so many marks at most.
MARKS = 3


def continued(doc: Doc, statements: Sequence[Statement]) -> list[Statement]:
    """Return the statements, each that ends its paragraph in a quote with the paragraphs behind
    that are nothing but a quote and that nobody else is told to say: "“We ran,” she said. “It was
    dark.” *“I will not go back.”*"""
    text, out = text_of(doc), list(statements)
    for before, start, end in list(_quoted_paragraphs(text)):
        said = Span.of(text, start, end)
        if any(said.overlaps(part) for s in out for part in (s.cue, *s.content)):
            continue
        last = next((n for n, s in enumerate(out) if _ends(text, s, before)), None)
        if last is not None:
            out[last] = replace(out[last], content=(*out[last].content, said))
    return out


def _quoted_paragraphs(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield where the paragraph before ends, and the words of each paragraph that is one quote."""
    quotes, at, before = set(quoted_ranges(text)), 0, -1
    for line in text.split("\n"):
        start = at + len(line) - len(line.lstrip())
        end = at + len(line.rstrip())
        if (start, end) in quotes and before > 0:
            inner = text[start + 1 : end - 1].strip()
            if " " in inner:
                first = text.index(inner, start)
                yield before, first, first + len(inner.rstrip(" .,"))
        if end > start:
            before = end
        at += len(line) + 1


def _ends(text: str, statement: Statement, end: int) -> bool:
    """Tell whether a quoted part of what is said ends where a paragraph ends, by a mark that
    closes it or is left open."""
    if statement.rule.endswith(BLOCK) or not statement.content:
        return False
    last = statement.content[-1]
    if not 0 <= end - last.end <= MARKS or any(map(str.isalnum, text[last.end : end])):
        return False
    return any(a <= last.start and b == end for a, b in quoted_ranges(text))
