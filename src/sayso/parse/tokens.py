"""Text to tokens: spaCy's rules for English, and where paragraphs begin."""

from __future__ import annotations

from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

#: A language keeps each word that it meets. Behind so many the next text begins with a fresh one,
#: so that memory stays flat however many texts are read.
MOST_WORDS = 60_000


def blank() -> Language:
    """Return the bare English language: its tokeniser and word list, without any component.

    It stays the same one until it has met ``MOST_WORDS`` words.
    """
    if len(_language().vocab.strings) > MOST_WORDS:
        _language.cache_clear()
    return _language()


@cache
def _language() -> Language:
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
