"""Who speaks in a transcript, and how long: the label at the head of a paragraph, "*Mayor:* We
agree."."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from functools import lru_cache

from spacy.tokens import Doc

from sayso.language.genders import is_person
from sayso.language.spans import head_of, span_of, text_of, token_at, tokens_of, trimmed
from sayso.record.findings import Statement
from sayso.record.span import Span

#: A few words at the head of a line before a colon and more words.
LABEL = re.compile(
    r"^([^\W\d_](?:[^\n:?!;.]|(?<=\b\w)\.|(?<=\b\w\w)\.){0,60}): (?=\S)", re.MULTILINE
)
#: What stands where a name would, before what one asks whom the report does not name.
ASKING = frozenset({"a", "answer", "journalist", "moderator", "q", "question", "reporter"})


def label_before(doc: Doc, at: int) -> Span | None:
    """Return the label that speaks at a character: the last before it that names a person or a
    post, or a question; None where there is none."""
    text = text_of(doc)
    labels = _labels(text)
    for start, end in reversed(labels[: bisect_left(labels, (at, 0))]):
        label = Span.of(text, start, end)
        if is_unnamed(label) or is_person(head_of(doc, *tokens_of(doc, label))):
            return label
    return None


def in_turn(doc: Doc, statement: Statement) -> Statement:
    """Return the statement that a label's colon makes without what others say behind it: it ends
    before the next label."""
    text = text_of(doc)
    if statement.cue.text != ":" or not statement.content:
        return statement
    labels = _labels(text)
    n = bisect_left(labels, (statement.cue.start, 0))
    if n == 0 or labels[n - 1][1] != statement.cue.start or n == len(labels):
        return statement
    stop = labels[n][0]
    first = token_at(doc, stop)
    kept = []
    for part in (c for c in statement.content if c.start < stop):
        within = trimmed(doc, tokens_of(doc, part)[0], first, quotes=True)
        cut = part.end > stop and within is not None
        kept.append(span_of(doc, *within) if cut and within is not None else part)
    return replace(statement, content=tuple(kept)) if kept else statement


@lru_cache(maxsize=1)  # every "we" of a report asks for them
def _labels(text: str) -> list[tuple[int, int]]:
    return [match.span(1) for match in LABEL.finditer(text)]


def is_unnamed(label: Span) -> bool:
    """Tell whether a label names nobody: "Question", "Q"."""
    return label.text.lower() in ASKING
