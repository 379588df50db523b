"""Marked pieces of place names to the whole names: "Port" of "Port-au-Prince", a "Republic"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sayso.ground.atlas import Atlas, open_atlas
from sayso.record.span import Span

#: A word with its hyphens: "Port-au-Prince".
_HYPHENED = re.compile(r"\w+(?:[’'](?!s\b)\w+)?(?:-\w+(?:[’'](?!s\b)\w+)?)+")
#: The nouns that only with other words name a state: "Central African *Republic*".
_STATE = re.compile(
    r"(?:(?:(?!The )[A-Z][\w’'-]+ ){0,3}(?:Republic|Kingdom|States|Emirates)"
    r"(?: of(?: the)?(?: [A-Z][\w-]+){1,3})?)"
)
_LOOSE = " ,;"


def whole_names(spans: Iterable[Span], text: str) -> Iterator[Span]:
    """Yield the marked places of a text, each that is but a piece of a name as all of it, where
    the atlas knows that name."""
    atlas = open_atlas()
    names = [
        *(m.span() for m in _HYPHENED.finditer(text) if atlas.candidates(m[0])),
        *(at for m in _STATE.finditer(text) if (at := _state(m, atlas)) is not None),
    ]
    for span in spans:
        end = span.start + len(span.text.rstrip(_LOOSE))
        around = ((a, b) for a, b in names if a <= span.start and end <= b and a < b)
        start, end = max(around, key=lambda at: at[1] - at[0], default=(span.start, end))
        yield Span.of(text, start, end)


def _state(match: re.Match[str], atlas: Atlas) -> tuple[int, int] | None:
    """The longest name of a state in such words, from any of them to any other."""
    words = list(re.finditer(r"\S+", match[0]))
    ranges = (
        (words[a].start(), words[b].end()) for a in range(len(words)) for b in range(a, len(words))
    )
    known = [(a, b) for a, b in ranges if b - a > 8 and atlas.countries(match[0][a:b])]
    if not known:
        return None
    start, end = max(known, key=lambda at: at[1] - at[0])
    return match.start() + start, match.start() + end
