"""Phrases that tell a place ("the southern Gaza city of Rafah") to the toponyms in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.ground.atlas import Atlas, Candidates
from sayso.ground.folding import fold

#: A word of a name, with its inner dots, hyphens and apostrophes, and a closing dot ("St.").
_WORD = re.compile(r"[^\W_]+(?:[.’'‘`&-]+[^\W_]+)*\.?")
_LONGEST = 6
_ARTICLES = ("al-", "el-", "ad-", "an-", "ar-", "as-", "ash-", "at-", "az-", "de ", "la ")
_SIDES = {"north", "south", "east", "west"}
_DIRECTIONS = frozenset(
    _SIDES
    | {f"{side}ern" for side in _SIDES}
    | {a + b for a in ("north", "south") for b in ("east", "west", "eastern", "western")}
    | {"central", "upper", "lower"}
)
#: One of these stands in every word of direction.
_SIDE_STEMS = (*sorted(_SIDES), "central", "upper", "lower")
_TOWN = frozenset({
    "capital", "city", "hamlet", "municipality", "port", "settlement", "suburb", "town", "village",
})  # fmt: skip
_DIVISION = frozenset({
    "canton", "county", "department", "district", "emirate", "governorate", "oblast", "parish",
    "prefecture", "province", "raion", "region", "republic", "state", "territory",
})  # fmt: skip
#: More than one division or town, told by their names in a row, and what may lie between a name and
#: the noun of the row: "the Orla *and Lund regions*", "the towns of *Orla and* Lund".
_ROWS = {
    f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s": noun for noun in _TOWN | _DIVISION
}
_WIDE = 80
_NAMES = r"[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*"
_AND_BEHIND = re.compile(rf"(?:, {_NAMES})*,? and {_NAMES} ([a-z]+)\b")
_AND_BEFORE = re.compile(rf"\b([a-z]+) of (?:{_NAMES}(?:,| and|, and) )*$")
#: What stands behind a town's name in the name of a thing that lies in it ("Rafah Crossing").
_THINGS = frozenset({
    "airbase", "airport", "area", "base", "border", "bridge", "camp", "church", "crossing",
    "hospital", "international", "medical", "mosque", "port", "prison", "school", "square",
    "stadium", "station", "university",
})  # fmt: skip
#: Capitalised words that are no place by themselves, though somewhere a village is called so.
_NO_NAMES = _DIRECTIONS | _TOWN | _DIVISION | _THINGS | {
    "a", "an", "and", "at", "bay", "from", "gulf", "he", "her", "his", "in", "island", "islands",
    "it", "lake", "mount", "mountain", "mr", "mrs", "national", "near", "new", "of", "old", "on",
    "or", "our", "park", "river", "road", "rocks", "sea", "she", "street", "that", "the", "they",
    "this", "union", "valley", "we",
    "april", "august", "december", "february", "friday", "january", "july", "june", "march", "may",
    "monday", "november", "october", "saturday", "september", "sunday", "thursday", "tuesday",
    "wednesday",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name inside a text: characters ``start`` to ``end``, with its candidates.

    ``wanted`` is the kind that the words beside it name: "city", "admin" or "".
    """

    name: str
    start: int
    end: int
    candidates: Candidates
    wanted: str = ""


def find_toponyms(text: str, atlas: Atlas, *, start: int = 0) -> list[Toponym]:
    """Return the toponyms of a phrase, in text order, the longest name first at each place.

    ``start`` is where the phrase begins in its report and is added to the positions. A known name
    that is only a part of a longer, unknown one ("Anthony" of "Anthony Creek") is left out.
    """
    words = list(_WORD.finditer(text))
    found = []
    at = 0
    while at < len(words):
        toponym, at = _longest(text, words, at, atlas)
        if toponym is not None:
            name, begin, end, candidates = toponym
            if _is_part_of_name(text[:begin], text[end:]):
                continue
            wanted = wanted_kind(text[:begin], text[end:])
            found.append(Toponym(name, begin + start, end + start, candidates, wanted))
    return found


def _longest(
    text: str, words: list[re.Match[str]], at: int, atlas: Atlas
) -> tuple[tuple[str, int, int, Candidates] | None, int]:
    begin = words[at].start()
    if _may_begin(words[at].group()):
        for last in range(min(at + _LONGEST, len(words)) - 1, at - 1, -1):
            for end in _ends(words[last]):
                name = text[begin:end]
                if "\n" in name or (last == at and fold(name) in _NO_NAMES):
                    continue
                if last > at and words[last].group() in _TOWN and text.startswith(" of ", end):
                    continue
                candidates = atlas.candidates(name)
                if candidates:
                    return (name, begin, end, candidates), last + 1
    return None, at + 1


def _ends(word: re.Match[str]) -> Iterator[int]:
    """Yield where a name that closes with this word may end: at it, before its dot or its 's."""
    yield word.end()
    bare = re.sub(r"(['’]s|['’]|\.)+$", "", word.group())
    if bare and len(bare) < len(word.group()):
        yield word.start() + len(bare)


def _is_part_of_name(before: str, after: str) -> bool:
    left = re.search(r"([A-Z][^\W_]*)\s$", before)
    right = re.match(r"\s([A-Z][^\W_]*)", after)
    if right and right.group(1).lower() not in _TOWN | _DIVISION | _THINGS:
        return True
    return left is not None and left.group(1).lower() not in _NO_NAMES


def _may_begin(word: str) -> bool:
    return word[:1].isupper() or word.lower().startswith(_ARTICLES)


def wanted_kind(before: str, after: str) -> str:
    """Return the kind of place that the words right beside a name say: "city", "admin" or ""."""
    follows = re.match(r"\s+([A-Za-z]+)", after)
    if follows:
        word = follows.group(1).lower()
        if word in _DIVISION:
            return "admin"
        if word in _TOWN and re.match(r"\s+\w+(?!\s+of\b)(\W|$)", after):
            return "city"
    if row := _row(before, after):
        return row
    near = before[-40:]
    if near.rstrip()[-2:].lower() != "of":
        return ""
    precedes = re.search(r"\b([a-z]+)\s+(?:of\s+)$", near, re.IGNORECASE)
    if precedes:
        word = precedes.group(1).lower()
        return "city" if word in _TOWN else "admin" if word in _DIVISION else ""
    return ""


def _row(before: str, after: str) -> str:
    """Return the kind that the noun of a row of names says: "admin" of "Orla and Lund regions"."""
    word = ""
    if after.startswith((", ", " and ")) and (behind := _AND_BEHIND.match(after[:_WIDE])):
        word = behind[1]
    elif match := re.match(r" ([a-z]+)", after):
        word = match[1] if before.endswith(" and ") else ""
    if word not in _ROWS and before.endswith((", ", " and ", " of ")):
        led = _AND_BEFORE.search(before[-_WIDE:])
        word = led[1] if led else ""
    noun = _ROWS.get(word, "")
    return "city" if noun in _TOWN else "admin" if noun else ""


def side_of(before: str) -> str:
    """Return the direction words right before a name ("southern", "in the south of"), or ""."""
    near = before[-40:]
    if not any(stem in near.lower() for stem in _SIDE_STEMS):
        return ""
    found = re.search(r"([A-Za-z-]+)(?:\s+(?:of|part\s+of)(?:\s+the)?)?\s+$", near)
    word = found.group(1) if found else ""
    return word if word.lower().replace("-", "") in _DIRECTIONS else ""
