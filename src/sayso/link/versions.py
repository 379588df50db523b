"""Two versions of a report to the words that changed between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from sayso.record.span import Span

_TOKEN = re.compile(r"[^\W_]+(?:[.,:'’-][^\W_]+)*|[^\w\s]|_")
_NUMBER = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Edit:
    """Words that stand in one version only, or others in their place.

    ``old`` and ``new`` are spans of the two texts; ``number`` tells that a number is among them.
    """

    kind: Literal["added", "removed", "replaced"]
    old: Span | None
    new: Span | None
    number: bool


def edits(old: str, new: str) -> Iterator[Edit]:
    """Yield the edits that lead from one text to the other, in the order of the new one."""
    one, two = list(_TOKEN.finditer(old)), list(_TOKEN.finditer(new))
    matcher = SequenceMatcher(None, [m[0] for m in one], [m[0] for m in two], autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            continue
        gone = Span.of(old, one[a].start(), one[b - 1].end()) if b > a else None
        come = Span.of(new, two[c].start(), two[d - 1].end()) if d > c else None
        kind: Literal["added", "removed", "replaced"] = "replaced"
        if gone is None:
            kind = "added"
        elif come is None:
            kind = "removed"
        words = (gone.text if gone else "") + (come.text if come else "")
        yield Edit(kind, gone, come, bool(_NUMBER.search(words)))
