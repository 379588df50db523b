"""Place mentions to where they lie: one name in its context, or all mentions of a report."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from sayso.ground.atlas import Atlas, open_atlas, weight
from sayso.ground.folding import fold
from sayso.ground.place_choice import Choice, Name, choose, is_in
from sayso.ground.place_phrase import Toponym, find_toponyms, side_of, wanted_kind
from sayso.ground.place_strays import WHY, strays
from sayso.ground.place_tables import Candidate
from sayso.record.grounding import Where
from sayso.record.span import Span

#: Between two names where the second holds the first: "Paris, Texas", "Aden in southern Yemen".
_HELD_BY_NEXT = re.compile(
    r"\s*[,(]\s*(?:in\s+)?(?:the\s+)?(?:[a-z-]+ern\s+|central\s+)?"
    r"|,?\s+in\s+(?:the\s+)?(?:[a-z-]+\s+of\s+)?(?:[a-z-]+\s+)?"
)
#: Divisions of many states are called so: alone these are adjectives ("Western diplomats").
DIRECTIONS = frozenset({"western", "eastern", "northern", "southern", "central", "north", "south",
                        "east", "west"})  # fmt: skip
#: Behind a name that holds the one before it: not "In Vienna, U.S. and Iranian officials".
_STANDS_ALONE = re.compile(
    r"\.?\s*(?:[^\w\s'’-]|$|\n)|\s+(?:[a-z]+ed|on|in|at|to|by|for|from|who|where|when|after|before"
    r"|during|is|was|has|were|had|with|as|that|since|while|will)\b"
)
#: Between two names where the first holds the second: "Gaza's Rafah", "the Iraqi city of Mosul".
_HOLDS_NEXT = re.compile(
    r"(?:['’]s?)?\s+(?:[a-z-]+\s+){0,2}(?:city|town|village|port|suburb|province|region)"
    r"(?:\s+of)?\s+|['’]s?\s+"
)
#: A word of the context speaks for a place only where that place weighs so much (prior).
CONTEXT_WEIGHT = 4.5
#: A name stands for a country alone where the country outweighs its namesakes by so much.
SURE = 2.0
#: A phrase for the capital of the country named in it.
_CAPITAL = re.compile(r"\bcapital(?: city)?(?: of\b.*)?$")
#: Words before a place that may lie anywhere, within so many characters: "the talks in Orla",
#: "flew to Orla".
_TALKS = re.compile(
    r"\b(?:accords?|agreements?|conference|forum|meeting|negotiations|summit|talks"
    r"|arriv(?:es?|ed|ing)|fl(?:y|ies|ew|ying)|heads?|travel(?:s|led|ed|ling|ing)?)\b[^.\n]*$",
    re.I,
)
_BEFORE = 60
#: So many characters behind a name may tell what kind of place it is.
AFTER = 80
#: A border behind the name of a country, and before it.
_BORDER_BEHIND = re.compile(r"(?:['’]s)?\s+(?:[a-z]+ern\s+)?(?:borders?|frontiers?)\s*$")
_BORDER_BEFORE = re.compile(r"\b(?:borders?|frontiers?) (?:with|to|of) (?:the )?$")
AT_BORDER = "a border lies in two states, and the words do not say on which side"
#: The end of a sentence or line, and how far before a place its sentence is looked at.
_STOP = re.compile(r"[.!?][\"'”’]?\s+(?=[A-Z\"'“‘])|\n")
_SENTENCE = 240
_OWNING = ("'s", "’s", "'", "’")
_CAPITALS = re.compile(r"[A-Z][\w'’.-]*(?:\s+[A-Z][\w'’.-]*)*")
_CONTEXT_CHARACTERS = 20_000


def where(
    name: str, *, context: str | None = None, dateline: str | None = None,
    aliases: Path | None = None,
) -> Where:  # fmt: skip
    """Return where a place lies, by its name and the text around it.

    ``name`` may be a phrase ("a nightclub in Chicago, Illinois"); ``context`` the report or
    sentence; ``dateline`` the place it was filed from; ``aliases`` the user's table of places
    (``docs/places.md``). Never guessed where nothing is known: then ``precision`` is null and
    ``why`` says the reason. Raises InputError where the table cannot be used.
    """
    atlas = open_atlas(aliases)
    text = (context or "")[:_CONTEXT_CHARACTERS]
    at = text.find(name) if name else -1
    if at < 0:
        text, at = f"{name}\n{text}", 0
    mention = Span(at, at + len(name), name)
    around = [
        Span(t.start, t.end, t.name)
        for t in find_toponyms(text, atlas)
        if (t.end <= at or t.start >= mention.end) and _speaks(t)
    ]
    return _resolve([mention, *around], text, dateline, atlas, wanted=1)[0]


def resolve_places(
    mentions: Sequence[Span], text: str, *, dateline: str | None = None,
    aliases: Path | None = None,
) -> list[Where]:  # fmt: skip
    """Return where each place mention of a report lies, weighing all of them together.

    ``mentions`` are spans of ``text``; the answer has one place for each, in the same order. A
    mention that cannot be resolved has a null ``precision`` and the reason in ``why``.
    Raises InputError where the user's table of places, ``aliases``, cannot be used.
    """
    return _resolve(mentions, text, dateline, open_atlas(aliases), wanted=len(mentions))


def _speaks(toponym: Toponym) -> bool:
    return max(weight(place) for place in toponym.candidates.places) >= CONTEXT_WEIGHT


def _resolve(
    mentions: Sequence[Span], text: str, dateline: str | None, atlas: Atlas, *, wanted: int
) -> list[Where]:
    parts = [_parts(mention, text, atlas) for mention in mentions]
    filed = find_toponyms(dateline.title(), atlas) if dateline else []
    found = {t for part in parts for t in part}
    toponyms = sorted(found, key=lambda t: (t.start, t.end, t.wanted))
    seats = [t for t in toponyms if _TALKS.search(text[max(0, t.start - _BEFORE) : t.start])]
    names, numbers = _names(toponyms, text)
    for n in {numbers[t] for t in seats}:
        names[n] = replace(names[n], is_seat=True)
    names += [Name(t.name, t.candidates) for t in filed]
    told = list(_countries_at(text, atlas))
    named = Counter(country for _, country in told)
    for toponym in toponyms:
        if (state := _beside(toponym, text, told)) is not None:
            n = numbers[toponym]
            names[n] = replace(names[n], beside=names[n].beside | {state})
    choices = choose(names, named)
    astray = set(strays(names, choices, named, {fold(t.name) for t in (*filed, *seats)}))
    return [
        _answer(mention, [(t, choices[numbers[t]]) for t in part if numbers[t] not in astray], text)
        if not part or any(numbers[t] not in astray for t in part)
        else Where(mention.text, why=WHY)
        for mention, part in zip(mentions[:wanted], parts, strict=False)
    ]


def _parts(mention: Span, text: str, atlas: Atlas) -> list[Toponym]:
    """Return the toponyms of a mention: the whole of it where that is a name, else those in it."""
    if refusal(mention.text):
        return []
    whole = atlas.candidates(mention.text)
    if whole:
        kind = wanted_kind(text[: mention.start], text[mention.end : mention.end + AFTER])
        return [Toponym(mention.text, mention.start, mention.end, whole, kind)]
    return find_toponyms(mention.text, atlas, start=mention.start)


def refusal(name: str) -> str:
    """Return why a name cannot be a place's, whatever the gazetteer says; "" where it can."""
    letters = sum(c.isalpha() for c in name)
    if not letters:
        return "no letters: not the name of a place"
    if letters == 1:
        return "one letter is no evidence of a place"
    return "a direction alone names no place" if name.lower() in DIRECTIONS else ""


def _names(toponyms: list[Toponym], text: str) -> tuple[list[Name], dict[Toponym, int]]:
    """Return the names to be chosen for, the same name said the same way once."""
    holders = dict(_holders(toponyms, text))
    keys: dict[tuple[str, str, str], int] = {}
    numbers: dict[Toponym, int] = {}
    names: list[Name] = []
    for toponym in toponyms:
        holder = holders.get(toponym)
        key = (fold(toponym.name), toponym.wanted, fold(holder.name) if holder else "")
        if key not in keys:
            keys[key] = len(names)
            names.append(Name(toponym.name, toponym.candidates, toponym.wanted))
        numbers[toponym] = keys[key]
    for toponym, holder in holders.items():
        inner, outer = numbers[toponym], numbers[holder]
        if inner != outer:
            names[inner] = replace(names[inner], holder=outer)
    return names, numbers


def _holders(toponyms: list[Toponym], text: str) -> Iterator[tuple[Toponym, Toponym]]:
    for left, right in pairwise(toponyms):
        between = text[left.end : right.start] if right.start - left.end < 40 else None
        if between is None or right.start < left.end:
            continue
        if _HELD_BY_NEXT.fullmatch(between):
            if "," not in between or _STANDS_ALONE.match(text, right.end):
                yield left, right
        elif _HOLDS_NEXT.fullmatch(between):
            yield right, left


def _beside(toponym: Toponym, text: str, told: list[tuple[int, str]]) -> str | None:
    """Return the country that is named last before a place in its own sentence, or its people:
    "*Jamaican* police shot two men in Kingston"."""
    at = toponym.start
    first = max((m.end() for m in _STOP.finditer(text, max(0, at - _SENTENCE), at)), default=0)
    first = max(first, at - _SENTENCE)
    before = [country for place, country in told if first <= place < at]
    return before[-1] if before else None


def _countries_at(text: str, atlas: Atlas) -> Iterator[tuple[int, str]]:
    """Yield each country that a report names, or its people, without another meaning, with the
    character where the capitalised words begin that name it."""
    for run in _CAPITALS.finditer(text[:_CONTEXT_CHARACTERS]):
        words = run.group().split()
        at = 0
        while at < len(words):
            if fold(_bare(words[at])).partition(" ")[0] not in atlas.country_starts:
                at += 1
                continue
            for size in range(min(3, len(words) - at), 0, -1):
                name = _bare(" ".join(words[at : at + size]))
                found = atlas.countries(name)
                if len(found) == 1 and found[0].country and _is_sure(found[0], name, atlas):
                    yield run.start(), found[0].country
                if found:
                    break
            at += size


def _bare(words: str) -> str:
    if "." not in words[:-1]:
        words = words.rstrip(".,")
    return words.removesuffix("s")[:-1] if words.endswith(_OWNING) else words


def _is_sure(country: Candidate, name: str, atlas: Atlas) -> bool:
    others = [weight(place) for place in atlas.candidates(name).places if place != country]
    return weight(country) > SURE + max(others, default=0.0)


def _answer(mention: Span, found: list[tuple[Toponym, Choice]], text: str) -> Where:
    """Return the place of a mention: of the toponyms in it, the most exact one."""
    if not found:
        reason = refusal(mention.text) or "no place of that name is known"
        return Where(mention.text, why=reason)
    exactness = ("country", "admin", "city", "point")
    toponym, choice = found[0]
    for other, chosen in found[1:]:
        finer = exactness.index(chosen.place.precision) > exactness.index(choice.place.precision)
        if finer or (
            chosen.place.precision == choice.place.precision and is_in(chosen.place, choice.place)
        ):
            toponym, choice = other, chosen
    if choice.place.kind == "country" and _is_at_border(mention, toponym, text):
        return Where(mention.text, why=AT_BORDER)
    if choice.place.kind == "country" and _CAPITAL.search(mention.text):
        capital = open_atlas().capitals.get(choice.place.country or "", choice.place)
        choice = replace(choice, place=capital, why=f"the capital of {choice.place.name}")
    return _where(choice, side_of(text[: toponym.start]))


def _is_at_border(mention: Span, country: Toponym, text: str) -> bool:
    """Tell whether a mention is a border of the country in it, on no side that it tells: "near the
    *Norland* border", "the border with *Norland*"."""
    before, behind = text[mention.start : country.start], text[country.end : mention.end]
    beside = _BORDER_BEHIND.match(behind) or _BORDER_BEFORE.search(before)
    return beside is not None and "side" not in mention.text.lower()


def _where(choice: Choice, side: str) -> Where:
    place = choice.place
    why = [choice.why]
    if side and place.precision in ("country", "admin"):
        why.append(f'"{side}" narrows it to a part that has no coordinates here')
    if place.note:
        why.append(place.note)
    located = place.precision != "country"
    return Where(
        place.name, place.geonameid, place.admin1, place.country,
        round(place.lat, 5) if located else None, round(place.lon, 5) if located else None,
        place.precision, choice.score, "; ".join(why),
    )  # fmt: skip
