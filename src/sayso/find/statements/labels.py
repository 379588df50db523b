"""Who speaks in a transcript: the label at the head of a paragraph, "*Mayor:* We agree."."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from spacy.tokens import Doc

from sayso.language.genders import is_person
from sayso.language.spans import head_of, text_of, tokens_of
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


@lru_cache(maxsize=1)  # every "we" of a report asks for them
def _labels(text: str) -> list[tuple[int, int]]:
    return [match.span(1) for match in LABEL.finditer(text)]


def is_unnamed(label: Span) -> bool:
    """Tell whether a label names nobody: "Question", "Q"."""
    return label.text.lower() in ASKING
