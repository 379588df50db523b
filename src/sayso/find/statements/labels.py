"""Who speaks in a transcript: the label at the head of a paragraph, "*Mayor:* We agree."."""

from __future__ import annotations

import re

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
    found = None
    for match in LABEL.finditer(text, 0, at + 1):
        label = Span.of(text, match.start(1), match.end(1))
        if is_unnamed(label) or is_person(head_of(doc, *tokens_of(doc, label))):
            found = label
    return found


def is_unnamed(label: Span) -> bool:
    """Tell whether a label names nobody: "Question", "Q"."""
    return label.text.lower() in ASKING
