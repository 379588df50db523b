"""Text to tokens: spaCy's rules for English, and where paragraphs begin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import numpy as np
import spacy
from spacy.attrs import IS_SPACE
from spacy.language import Language
from spacy.tokens import Doc

#: A language keeps each word that it meets. Behind so many the next text begins with a fresh one,
#: so that memory stays flat however many texts are read.
MOST_WORDS = 60_000
#: So many characters without white space, the last of them a mark.
_ENDLESS = re.compile(r"(\S{400}(?<=[^\w\s]))")
#: A hyphen behind an abbreviation is a word of its own, as behind any other: "the U.N.-led force".
_BEHIND_A_POINT = r"(?<=[A-Z]\.)-(?=[A-Za-z])"
#: Given names of Korea whose second half reads as an English word stay whole: "Moon *Jae-in*".
_GIVEN_NAME = re.compile(
    r"(?:Byung|Chul|Dong|Eun|Hee|Ho|Hye|Hyun|Il|In|Jae|Ji|Jong|Jung|Ki|Kwang|Kyung|Min|Myung|Nam|"
    r"Sang|Seung|Soo|Sung|Tae|Won|Woo|Yong|Yoon|Young|Yun)-(?:an|do|he|in|no|on|so|soon)"
)


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
    infixes = (*(nlp.Defaults.infixes or ()), _BEHIND_A_POINT)
    tokeniser: Any = nlp.tokenizer
    marks_in = spacy.util.compile_infix_regex(infixes).finditer

    def inside(word: str) -> Iterator[re.Match[str]]:
        return iter(()) if _GIVEN_NAME.fullmatch(word) else marks_in(word)

    tokeniser.infix_finditer = inside
    return nlp


def tokenise(text: str) -> Doc:
    """Return the text as a Doc of tokens. Nothing is lost: ``doc.text == text``.

    spaCy takes the marks off a run without white space one by one and looks at all of it each
    time, so a run of thousands of marks is cut before it is read.
    """
    nlp = blank()
    if _ENDLESS.search(text) is None:
        return nlp.make_doc(text)
    docs = [nlp.make_doc(part) for part in _ENDLESS.split(text) if part]
    words = [t.text for doc in docs for t in doc]
    return Doc(nlp.vocab, words, [bool(t.whitespace_) for doc in docs for t in doc])


def paragraph_starts(doc: Doc) -> list[bool]:
    """Say for each token whether a line break stands before it."""
    starts, fresh = [False] * len(doc), 0
    for i in spaces_of(doc):
        if i > fresh:
            starts[fresh] = True
        if i == fresh or "\n" in doc[i].text:
            fresh = i + 1
    if fresh < len(doc):
        starts[fresh] = True
    return starts


def spaces_of(doc: Doc) -> list[int]:
    """Return which tokens are white space."""
    found: list[int] = np.flatnonzero(doc.to_array(IS_SPACE)).tolist()
    return found
