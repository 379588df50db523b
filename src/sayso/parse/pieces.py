"""Words to word pieces and shapes: what the encoder reads, the same in training and at run time.

The pieces are those of BERT's uncased WordPiece (greedy longest match); the case that they lose is
kept beside them as one of a few shapes a word.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

UNKNOWN, START, END, BREAK = "[UNK]", "[CLS]", "[SEP]", "[unused1]"
#: A word longer than this is read as unknown, as in BERT.
LONGEST_WORD = 100
#: More pieces than this of one word say nothing about it.
MOST_PIECES = 16
#: Words that are kept with their pieces; then it begins anew. News has some ten thousand in use.
CACHE_SIZE = 50_000

LOWER, TITLE, UPPER, MIXED, DIGIT, OTHER = range(6)
SHAPES = 6


@dataclass(frozen=True, slots=True)
class Encoded:
    """The pieces of a window of words: ids and shapes a piece, and each word's first piece."""

    ids: list[int]
    shapes: list[int]
    first: list[int]


class WordPieces:
    """The piece ids of words, by a vocabulary given as its lines in order."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self.ids = {piece: n for n, piece in enumerate(vocabulary)}
        self.start, self.end, self.unknown, self.space = (
            self.ids[p] for p in (START, END, UNKNOWN, BREAK)
        )
        self._known: dict[str, tuple[tuple[int, ...], int]] = {}

    def of(self, word: str) -> tuple[tuple[int, ...], int]:
        """Return the piece ids of one word (at least one) and its shape."""
        found = self._known.get(word)
        if found is None:
            if len(self._known) >= CACHE_SIZE:
                self._known.clear()
            found = self._known[word] = (self._split(word), shape(word))
        return found

    def encode(self, words: Sequence[str]) -> Encoded:
        """Return the window ``[CLS] words [SEP]``; ``first[i]`` is where word i begins in it."""
        return self.joined([self.of(word) for word in words])

    def joined(self, words: Iterable[tuple[tuple[int, ...], int]]) -> Encoded:
        """Return the window of words that are given by what ``of`` says of each."""
        ids, shapes, first = [self.start], [LOWER], []
        for pieces, form in words:
            first.append(len(ids))
            ids.extend(pieces)
            shapes.extend([form] * len(pieces))
        ids.append(self.end)
        shapes.append(LOWER)
        return Encoded(ids, shapes, first)

    def _split(self, word: str) -> tuple[int, ...]:
        if word.isspace():
            return (self.space,)
        if len(word) > LONGEST_WORD:
            return (self.unknown,)
        pieces: list[int] = []
        for part in _parts(word):
            pieces.extend(self._greedy(part))
        return tuple(pieces[:MOST_PIECES]) or (self.unknown,)

    def _greedy(self, part: str) -> list[int]:
        pieces, at = [], 0
        while at < len(part):
            end = len(part)
            lead = "##" if at else ""
            while end > at and (lead + part[at:end]) not in self.ids:
                end -= 1
            if end == at:
                return [self.unknown]
            pieces.append(self.ids[lead + part[at:end]])
            at = end
        return pieces


def shape(word: str) -> int:
    """Return the shape of a word: lower, title, upper or mixed case, digits, or other."""
    if word.isalpha():
        if word.islower():
            return LOWER
        if word[0].isupper() and (len(word) == 1 or word[1:].islower()):
            return TITLE
        return UPPER if word.isupper() else MIXED
    if any(c.isdigit() for c in word):
        return DIGIT
    if any(c.isalpha() for c in word):
        return LOWER if word.islower() else UPPER if word.isupper() else MIXED
    return OTHER


def _parts(word: str) -> list[str]:
    """Lower the word, drop its accents, and part it at punctuation and Chinese characters."""
    plain = unicodedata.normalize("NFD", word.lower())
    parts: list[str] = []
    run = ""
    for c in plain:
        kind = unicodedata.category(c)
        if kind == "Mn" or kind in ("Cc", "Cf"):
            continue
        if _stands_alone(c, kind):
            parts.extend(filter(None, (run, c)))
            run = ""
        elif c.isspace():
            parts.extend(filter(None, (run,)))
            run = ""
        else:
            run += c
    return [*parts, run] if run else parts


def _stands_alone(c: str, kind: str) -> bool:
    return kind[0] == "P" or (c.isascii() and kind[0] == "S") or "\u4e00" <= c <= "\u9fff"
