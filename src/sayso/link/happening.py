"""An event of a reading to what can be compared of it across reports."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from pathlib import Path

from sayso.ground.folding import fold
from sayso.ground.place_tables import read_countries
from sayso.link.calendar import day_number
from sayso.record.findings import Event, Figure
from sayso.record.grounding import Actor, When, Where
from sayso.record.reading import Reading
from sayso.record.span import Span

#: Letters of a word that count: "Israel" and "Israeli", "Sudan" and "Sudanese" are one.
STEM = 5
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_ENDING = re.compile(r"(?:ings?|ed|es|s|e)$")


@dataclass(frozen=True, slots=True)
class Happening:
    """What is compared of an event; ``id`` is "reading/event".

    ``type`` is null where it is not known; ``act`` the stem of the trigger; ``parties``, ``place``
    and ``names`` stems of names (``names`` those of the whole report), ``words`` the stems of all
    words of the report; ``first`` and ``last`` the days as numbers, ``dated`` whether the text
    itself gives them, ``told`` the day of the report; ``figures`` bounds by measure.
    """

    id: str
    reading: str
    type: str | None
    mode: str | None
    act: str
    actors: frozenset[str] = frozenset()
    targets: frozenset[str] = frozenset()
    place: frozenset[str] = frozenset()
    where: Where | None = None
    first: int | None = None
    last: int | None = None
    dated: bool = False
    status: str = "happened"
    figures: tuple[tuple[str, float | None, float | None], ...] = ()
    names: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    told: int | None = None

    @property
    def parties(self) -> frozenset[str]:
        """The stems of both sides."""
        return self.actors | self.targets


def happenings_of(reading: Reading, text: str = "") -> Iterator[Happening]:
    """Yield the happenings of a reading, one an event; ``text`` adds names and words."""
    names = frozenset(_names(reading, text))
    words = names | stems(_LONG_WORD.findall(text))
    for event in reading.events:
        first, last, dated = _days(event.when, reading.published)
        yield Happening(
            f"{reading.id}/{event.id}", reading.id, event.type, event.mode,
            act_stem(event.trigger.text),
            _parties(event.actor, event.actors), _parties(event.target, event.targets),
            _place(event), event.where, first, last, dated, event.status,
            tuple(
                (figure.measure, figure.low, figure.high)
                for figure in figures_of(reading, event) if figure.scope == "event"
            ),
            names, words, day_number(reading.published),
        )  # fmt: skip


def figures_of(reading: Reading, event: Event) -> Iterator[Figure]:
    """Yield the figures that come from an event.

    Where no figure says what event it comes from, all of a report with one event are its own.
    """
    alone = len(reading.events) == 1
    for figure in reading.figures:
        if figure.event == event.id or (figure.event is None and alone):
            yield figure


@lru_cache(maxsize=65536)
def act_stem(words: str) -> str:
    """Return the stem of a trigger: its last word without its ending, e.g. "attack"."""
    parts = fold(words).split()
    word = parts[0] if len(parts) > 1 and len(parts[-1]) < 4 else (parts[-1] if parts else "")
    return _ENDING.sub("", word) if len(word) > 4 else word


def stems(words: Iterable[str]) -> frozenset[str]:
    """Return the stems of the words that name somebody or some place."""
    empty = no_names()
    found = (word for part in words for word in fold(part).split())
    return frozenset(word[:STEM] for word in found if word not in empty and not word.isdigit())


@cache
def no_names() -> frozenset[str]:
    """Return the words that name nobody and no place."""
    lines = (resources.files("sayso.link") / "data" / "no_names.txt").read_text("utf-8")
    return frozenset(line for line in lines.splitlines() if not line.startswith("#"))


@cache
def broad_stems() -> frozenset[str]:
    """Return the stems of the names of countries and of their people."""
    with resources.as_file(resources.files("sayso.ground") / "data" / "countries.tsv") as path:
        names, peoples, _ = read_countries(Path(path))
    return stems([*names, *peoples])


def _parties(spans: tuple[Span, ...], actors: tuple[Actor, ...]) -> frozenset[str]:
    return stems([span.text for span in spans] + [actor.name for actor in actors])


def _place(event: Event) -> frozenset[str]:
    names = [event.place.text] if event.place is not None else []
    if event.where is not None:
        names += [event.where.name, event.where.admin1 or ""]
    return stems(names)


def _names(reading: Reading, text: str) -> Iterator[str]:
    spans = [place.span for place in reading.places] + [party.span for party in reading.parties]
    for event in reading.events:
        spans += [*event.actor, *event.target, *([event.place] if event.place else [])]
    for statement in reading.statements:
        spans += [statement.source] if statement.source else []
    yield from stems(span.text for span in spans)
    yield from stems(re.findall(r"(?<![.!?] )(?<!^)\b[A-Z][\w'-]+", text))


def _days(when: When | None, published: str | None) -> tuple[int | None, int | None, bool]:
    """First and last day; an event without a time lies in the days before its report."""
    if when is not None and (when.earliest or when.latest):
        first = day_number(when.earliest or when.latest)
        last = day_number(when.latest or when.earliest)
        return first, last, when.kind in ("exact", "approximate")
    day = day_number(published)
    return (None, None, False) if day is None else (day - 1, day, False)
