"""Shares that are told in words: "two thirds of", "six in ten", "half"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sayso.language.word_lists import rows

#: What a whole is cut into, and the largest number that is told in a word.
PARTS = {"third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
         "ninth": 9, "tenth": 10}  # fmt: skip
MOST = 10


@cache
def fraction() -> re.Pattern[str]:
    """Return the pattern of a share that is told in words."""
    number = rf"{'|'.join(_words())}|\d{{1,3}}"
    spans, amounts = "year|month|week|day|hour|minute", "million|billion|dozen"
    return re.compile(
        rf"\b(?:(?P<some>{number}) (?:in|out of)(?: every)? (?P<all>{number})\b"
        rf"(?! (?:{spans})s?\b)|"
        rf"(?P<over>{number}|an?)[ -](?P<part>{'|'.join(PARTS)})s?\b|"
        rf"(?P<half>(?<!and a )half)\b(?![- ](?:an?|{amounts}|{spans}|century)\b))",
        re.IGNORECASE,
    )


@cache
def _words() -> dict[str, int]:
    told = {w: int(n) for w, kind, n in rows("number_words") if kind in ("unit", "teen")}
    return {word: value for word, value in told.items() if 0 < value <= MOST}


def fractions_in(text: str) -> Iterator[tuple[int, int, float]]:
    """Yield (start, end, share in per cent) of each share that is told in words."""
    for match in fraction().finditer(text):
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
    return _words().get(word) or int(word)
