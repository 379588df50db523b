"""Text to tokens: spaCy's rules for English, and where paragraphs begin."""

from __future__ import annotations

from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc


@cache
def blank() -> Language:
    """Return the bare English language: its tokeniser and word list, without any component."""
    nlp = spacy.blank("en")
    nlp.max_length = 2_100_000
    return nlp


def tokenise(text: str) -> Doc:
    """Return the text as a Doc of tokens. Nothing is lost: ``doc.text == text``."""
    return blank().make_doc(text)


def paragraph_starts(doc: Doc) -> list[bool]:
    """Say for each token whether a line break stands before it."""
    starts, fresh = [], True
    for token in doc:
        starts.append(fresh and not token.is_space)
        seen = "\n" in (token.text if token.is_space else token.whitespace_)
        fresh = seen or (fresh and token.is_space)
    return starts
