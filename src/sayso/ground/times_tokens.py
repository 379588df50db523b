"""Text to the tokens that time expressions are made of, and what the word lists say of a token."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_DATA = Path(__file__).with_name("data")
#: One alternative a kind; digits run to their end, so that a long number is one token.
_TOKEN = re.compile(
    r"[0-9]{1,4}(?P<bar>[-/.])[0-9]{1,2}(?P=bar)[0-9]{1,4}(?![0-9])"  # 2023-10-07
    r"|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9:])"  # 21:30
    r"|[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])"  # 27,585
    r"|[0-9]+(?:\.[0-9]+)?(?:st|nd|rd|th|s|m|bn|am|pm)?(?![^\W_])"
    r"|[0-9]+"
    r"|[ap]\.\ ?m\b\.?"
    r"|[^\W\d_]+"
    r"|['’]s\b"
    r"|\n\s*\n\s*"
    r"|[^\w\s]",
    re.IGNORECASE,
)
#: Empty tokens behind the last one, so that a reader may look ahead without counting.
_AHEAD = 12


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text: lower-case words and the characters they stand on."""

    text: str
    low: list[str]
    start: list[int]
    end: list[int]

    def __len__(self) -> int:
        return len(self.start)

    def is_joined(self, at: int) -> bool:
        """Tell whether token ``at`` stands right behind the one before it, without a space."""
        return 0 < at < len(self.start) and self.start[at] == self.end[at - 1]


def read_tokens(text: str) -> Tokens:
    """Return the tokens of a text, in time that grows with its length alone."""
    places = [found.span() for found in _TOKEN.finditer(text)]
    low = [text[start:end].lower() for start, end in places]
    if "’" in text:
        low = [word.replace("’", "'") for word in low]
    low.extend([""] * _AHEAD)
    return Tokens(text, low, [start for start, _ in places], [end for _, end in places])


@cache
def words(kind: str) -> dict[str, str]:
    """Return the words of one class of ``data/time_words.tsv``, each with its value."""
    return _classes().get(kind, {})


@cache
def numbered(kind: str) -> dict[str, int]:
    """Return the words of one class whose values are whole numbers."""
    return {word: int(value) for word, value in words(kind).items()}


@cache
def holidays() -> dict[str, str]:
    """Return the rule of every holiday in ``data/holidays.tsv``, by its lower-case name."""
    return {row[0]: row[1] for row in _rows("holidays.tsv")}


@cache
def phrases(kind: str) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Return the phrases of one class by their first token: (tokens, value), the longest first.

    The classes are those of ``data/time_phrases.tsv``, and "holiday", whose values are the names.
    """
    listed = [(row[0], row[2]) for row in _rows("time_phrases.tsv") if row[1] == kind]
    if kind == "holiday":
        listed = [(name, name) for name in holidays()]
    starts: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, value in listed:
        tokens = tuple(token for token in read_tokens(phrase).low if token)
        starts.setdefault(tokens[0], []).append((tokens, value))
    for entries in starts.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return starts


def read_listed(t: Tokens, i: int, kind: str) -> tuple[str, int] | None:
    """Return the value of the longest listed phrase at token ``i``, and the token behind it."""
    for tokens, value in phrases(kind).get(t.low[i], ()):
        j = i + len(tokens)
        if tuple(t.low[i:j]) == tokens:
            return value, j
    return None


@cache
def _classes() -> dict[str, dict[str, str]]:
    classes: dict[str, dict[str, str]] = {}
    for row in _rows("time_words.tsv"):
        classes.setdefault(row[1], {})[row[0]] = row[2]
    return classes


def _rows(name: str) -> list[list[str]]:
    lines = (_DATA / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]
