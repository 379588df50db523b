"""A character to the paragraph or the item of a list that it stands in."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

#: What parts one paragraph from the next.
PARAGRAPH = re.compile(r"\n\s*\n")
#: A line of a list: a mark or a number, then white space.
ITEM = re.compile(r"^[^\S\n]*(?:[-–—*•·‣▪.]|\d{1,2}[.)]|\(?[a-z]\))[^\S\n]+(?=\S)", re.MULTILINE)


def opening(text: str, at: int) -> int:
    """Return where the paragraph or the item of a list begins that a character stands in."""
    openings = _openings(text)
    return openings[bisect_right(openings, at) - 1]


def is_item(text: str, at: int) -> bool:
    """Tell whether an item of a list begins at a character."""
    return ITEM.match(text, at) is not None


@lru_cache(maxsize=4)
def _openings(text: str) -> list[int]:
    breaks = {m.end() for m in PARAGRAPH.finditer(text)}
    return sorted({0} | breaks | {m.start() for m in ITEM.finditer(text)})
