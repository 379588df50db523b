"""Party phrases and names cut into words, each with the key under which it is looked up."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

#: Letters that Unicode does not take apart into a base letter and a mark.
_LETTERS = str.maketrans({
    "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe",
    "Ø": "O", "Đ": "D", "Ł": "L", "İ": "I", "ə": "a",
    "'": None, "’": None, "‘": None, "ʻ": None, "ʼ": None, "`": None, ".": None, ",": None,
})  # fmt: skip
#: A word or number, but for the letters of a currency, which name no state: "US$5", "US dollars".
_WORD = re.compile(
    r"\d{1,3}(?:,\d{3})+(?!\d)"
    r"|(?<![A-Za-z])(?![A-Z]{1,3}[$£€¥]|(?:U\.?)?S\.? dollars?\b)"
    r"[^\W_]+(?:['’‘ʻʼ`.&+][^\W_]+)*\.?"
)
#: A short word in capitals is an acronym and keeps its case: "US" is not "us", "WHO" not "who".
_ACRONYM = 3


class Word(NamedTuple):
    """One word of a phrase: as written, its key, its lower-case key, and how it is joined.

    ``owns`` tells of a possessive ending, ``joined`` of a hyphen to the next word, ``comma`` of a
    comma before the word, ``is_name`` whether it is written like a name: a capital or digit first.
    """

    start: int
    end: int
    raw: str
    key: str
    low: str
    owns: bool
    joined: bool
    comma: bool
    is_name: bool


@cache
def party_rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of ``ground/data/NAME.tsv``, without its "#" lines and its column names."""
    text = files("sayso.ground").joinpath("data", f"{name}.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.split("\n") if line and not line.startswith("#")]
    return tuple(tuple(line.split("\t")) for line in lines[1:])


@cache
def _spellings() -> dict[str, str]:
    return {row[0]: row[1] for row in party_rows("party_spellings")}


@lru_cache(maxsize=16384)
def _keys(raw: str) -> tuple[str, str, bool]:
    """Return the key of one written word, its lower-case key, and whether it is a possessive."""
    owns = raw[-2:] in ("'s", "’s") and len(raw) > 2
    plain = raw[:-2] if owns else raw
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain)
        plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = plain.translate(_LETTERS)
    low = plain.lower()
    if len(plain) <= _ACRONYM and plain.isupper() and not plain.isdigit():
        return plain, low, owns
    return _spellings().get(low, low), low, owns


@lru_cache(maxsize=16384)
def read_words(phrase: str) -> tuple[Word, ...]:
    """Return the words of a phrase, kept for the next time; hyphens and slashes part words."""
    words: list[Word] = []
    past = 0
    for match in _WORD.finditer(phrase):
        raw = match.group()
        key, low, owns = _keys(raw)
        between = phrase[past : match.start()]
        joined = phrase[match.end() : match.end() + 1] in ("-", "‑", "–")
        if key:
            place, is_name = match.span(), raw[0].isupper() or raw[0].isdigit()
            words.append(Word(*place, raw, key, low, owns, joined, "," in between, is_name))
        past = match.end()
    return tuple(words)


def written_words(text: str) -> list[str]:
    """Return the words of a text of any length as they are written."""
    return _WORD.findall(text)


@lru_cache(maxsize=16384)
def key_of(name: str) -> str:
    """Return the key of a name, "" where it has no letter or digit.

    Case (but for short acronyms), accents, dots, apostrophes, hyphens and possessive endings do
    not count, nor does a leading article, unless just one word follows it ("the Guardian").
    """
    keys = [key for key in [_keys(raw)[0] for raw in _WORD.findall(name)] if key]
    if len(keys) > 2 and keys[0] in ("the", "a", "an"):
        del keys[0]
    return " ".join(keys)


def slug(name: str) -> str:
    """Return an id made from a name: lower-case letters and digits joined by hyphens."""
    lows = [_keys(raw)[1] for raw in _WORD.findall(name)]
    return "-".join([low for low in lows if low]) or "unknown"
