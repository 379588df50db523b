"""Shares that are told in words: "two thirds of", "six in ten", "half"."""

from __future__ import annotations

import re
from collections.abc import Iterator

#: Number words of a share, and what a whole is cut into.
SMALL = {w: n for n, w in enumerate(("one", "two", "three", "four", "five", "six", "seven", "eight",
                                     "nine", "ten"), 1)}  # fmt: skip
PARTS = {"third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
         "ninth": 9, "tenth": 10}  # fmt: skip
_NUMBER = rf"{'|'.join(SMALL)}|\d{{1,3}}"
FRACTION = re.compile(
    rf"\b(?:(?P<some>{_NUMBER}) (?:in|out of)(?: every)? (?P<all>{_NUMBER})\b(?! (?:year|month|week"
    rf"|day|hour|minute)s?\b)|"
    rf"(?P<over>{_NUMBER}|an?)[ -](?P<part>{'|'.join(PARTS)})s?\b|"
    r"(?P<half>(?<!and a )half)\b(?![- ](?:a|an|million|billion|dozen|hour|day|year|century)\b))",
    re.IGNORECASE,
)


def fractions_in(text: str) -> Iterator[tuple[int, int, float]]:
    """Yield (start, end, share in per cent) of each share that is told in words."""
    for match in FRACTION.finditer(text):
        if match["half"]:
            share = 0.5
        elif match["part"]:
            over = match["over"].lower()
            number = 1 if over in ("a", "an") else _number(over)
            share = number / PARTS[match["part"].lower()]
        else:
            share = _number(match["some"].lower()) / max(1, _number(match["all"].lower()))
        if 0 < share < 1:
            yield match.start(), match.end(), round(100 * share, 1)


def _number(word: str) -> int:
    return SMALL[word] if word in SMALL else int(word)
