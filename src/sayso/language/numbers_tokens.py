"""Text to the tokens that numbers are made of: digits, words and marks, with their places."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

#: Digits with the signs that may group or part them, a run of letters, or one other mark.
_TOKEN = re.compile(
    r"\d+(?:[.,٬٫’'\u00a0\u2009\u202f]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|\n[^\S\n]*\n\s*|[^\w\s]|_"
)
_DASHES = frozenset("-‐‑‒–—−")
#: Grouping signs that may stand for the English comma, and the one that stands for the full stop.
_GROUPS = str.maketrans(dict.fromkeys("٬’'\u00a0\u2009\u202f", ",") | {"٫": "."})
_WESTERN = re.compile(r"\d{1,3}(?:,\d{3})+")
_SOUTH_ASIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}")
#: The longest digit run that is read: larger numbers count nothing that is told of in news.
_LONGEST = 16


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text in lower case, each with the characters it stands on."""

    text: str
    low: list[str]
    start: list[int]
    end: list[int]

    def __len__(self) -> int:
        return len(self.start)

    def is_joined(self, at: int) -> bool:
        """Tell whether token ``at`` stands right behind the one before it."""
        return 0 < at < len(self.start) and self.start[at] == self.end[at - 1]

    def is_dash(self, at: int) -> bool:
        """Tell whether token ``at`` is a hyphen or dash."""
        return self.word(at) in _DASHES

    def is_digits(self, at: int) -> bool:
        """Tell whether token ``at`` begins with a decimal digit of any script."""
        return 0 <= at < len(self.low) and self.low[at][0].isdecimal()

    def is_word(self, at: int) -> bool:
        """Tell whether token ``at`` is a run of letters."""
        return 0 <= at < len(self.low) and self.low[at][0].isalpha()

    def is_capital(self, at: int) -> bool:
        """Tell whether token ``at`` begins with a capital letter."""
        return 0 <= at < len(self.start) and self.text[self.start[at]].isupper()

    def is_broken(self, at: int) -> bool:
        """Tell whether a line ends between token ``at`` and the one before it."""
        return 0 < at < len(self.start) and "\n" in self.text[self.end[at - 1] : self.start[at]]

    def word(self, at: int) -> str:
        """Return token ``at`` in lower case; empty outside of the text."""
        return self.low[at] if 0 <= at < len(self.low) else ""

    def has(self, at: int, phrase: tuple[str, ...]) -> bool:
        """Tell whether the words of ``phrase`` stand at ``at``."""
        return tuple(self.low[at : at + len(phrase)]) == phrase and at >= 0


def read_tokens(text: str) -> Tokens:
    """Return the tokens of a text, in time that grows with its length alone."""
    places = [m.span() for m in _TOKEN.finditer(text)]
    low = [text[start:end].lower() for start, end in places]
    if "’" in text:
        low = [word.replace("’", "'") if word[0].isalpha() else word for word in low]
    return Tokens(text, low, [start for start, _ in places], [end for _, end in places])


@lru_cache(maxsize=4096)
def read_digits(written: str) -> Decimal | None:
    """Return the number that digits write, or None where they write none for certain.

    Groups of three ("27,585") and the South Asian grouping ("1,00,000") are read, and more than
    one full stop as groups of three ("1.000.000"); "12,34", "007" and mixed scripts are not.
    """
    if len(written) > _LONGEST + _LONGEST // 3:
        return None
    plain = written.translate(_GROUPS)
    digits = [c for c in plain if c.isdecimal()]
    if len({ord(c) - unicodedata.decimal(c) for c in digits}) != 1:
        return None
    plain = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in plain)
    if plain.count(".") > 1:
        if "," in plain:
            return None
        plain = plain.replace(".", ",")
    whole, stop, part = plain.partition(".")
    if "," in whole and not (_WESTERN.fullmatch(whole) or _SOUTH_ASIAN.fullmatch(whole)):
        return None
    if "," in part or (len(whole) > 1 and whole[0] == "0"):
        return None
    whole = whole.replace(",", "")
    return Decimal(f"{whole}.{part}" if stop else whole)
