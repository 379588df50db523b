"""Readings to the people in their events, each one with one id in all reports of the same days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from sayso.ground.folding import fold
from sayso.ground.party_bearers import SURNAME_FIRST
from sayso.ground.party_table import party_table
from sayso.link.calendar import day_number
from sayso.record.grounding import Actor
from sayso.record.reading import Reading
from sayso.record.span import Span

#: Days between two reports within which a surname is taken up from one in the other.
NEAR = 10
#: "the Norland counterpart" is somebody of that state.
COUNTERPART = "counterpart"
#: Articles in names, written in one way or the other.
ARTICLES = frozenset(("al", "el"))
#: Endings of adjectives that as nouns stand for a whole people: "the French", "the Chinese".
PEOPLES = ("ch", "ese", "s", "sh", "ss")

#: Sectors of organisations of states: the European Union, the African Union, the United Nations.
OF_STATES = frozenset(("EUR", "IGO", "UNO"))


class Persons:
    """Who is meant by a surname alone, as the reports of the same days name people in full.

    "Halvorsen, the envoy" is the Ingrid Halvorsen of the report of the day before, where nobody
    else is called so in those days. A surname by which the table knows somebody else ("Wang") is
    that of the person named in full too, unless one of the reports names the other one in full.
    """

    def __init__(self) -> None:
        #: By surname, those named in full; by id, the days (as numbers) on which they are.
        self._bearers: dict[str, dict[str, Actor]] = defaultdict(dict)
        #: By the last word of the name, as it is compared, those named in full.
        self._last: dict[str, dict[str, Actor]] = defaultdict(dict)
        self._days: dict[str, set[int]] = defaultdict(set)
        self._countries: dict[str, set[str]] = defaultdict(set)
        #: By report, the ids of those that it names in full.
        self._named: dict[str, set[str]] = defaultdict(set)

    def add(self, reading: Reading) -> None:
        """Keep whom a report names in full, and the states that it tells of people."""
        day = day_number(reading.published)
        for party in reading.parties:
            actor = party.actor
            if actor is None:
                continue
            if actor.country:
                self._countries[actor.id].add(actor.country)
            if day is not None and _is_in_full(actor, party.span):
                self._days[actor.id].add(day)
                self._named[reading.id].add(actor.id)
                self._last["".join(_words(actor)[-1:])].setdefault(actor.id, actor)
                for surname in _surnames(actor):
                    self._bearers[surname].setdefault(actor.id, actor)

    def of(self, reading: Reading, actor: Actor, span: Span | None) -> Actor:
        """Return who an actor of a reading is; ``span`` are the words for it, where known."""
        if span is not None and _is_one_of_a_people(actor, span):
            return self._compatriot(reading, actor)
        if span is not None and actor.country and span.text.endswith(COUNTERPART):
            return self._compatriot(reading, actor)
        short = span is not None and not _is_in_full(actor, span)
        meant = self._meant(reading, actor, span) if span is not None and short else actor
        meant = self._plain(reading, meant)
        return replace(meant, country=self._country(meant))

    def _meant(self, reading: Reading, actor: Actor, span: Span) -> Actor:
        if self._is_named(actor, reading):
            return actor
        bearers = self._bearers.get(_short(actor, span), {}).values()
        near = [a for a in bearers if self._is_named(a, reading) and self._may_be(a, actor)]
        return near[0] if len(near) == 1 else actor

    def _plain(self, reading: Reading, full: Actor) -> Actor:
        """Who is called so in short: "Dr. Omar bin Said Al Bray" is the "Omar al-Bray" of other
        reports, of whom every name stands in his, in that order, the first and the last too."""
        words = _words(full)
        shorter = [
            other
            for other in self._last.get("".join(words[-1:]), {}).values()
            if other.id != full.id and len(_words(other)) < len(words)
            and _stand_in(_words(other), words) and self._is_named(other, reading)
            and self._may_be(other, full)
        ]  # fmt: skip
        return shorter[0] if len(shorter) == 1 else full

    def _compatriot(self, reading: Reading, state: Actor) -> Actor:
        """The only one of a state whom the report names in full, for "the Norlander"."""
        ids = [id for id in self._named[reading.id] if self._countries[id] == {state.country}]
        known = {a.id: a for bearers in self._bearers.values() for a in bearers.values()}
        found = [known[id] for id in ids if id in known and not stands_for_state(known[id])]
        return replace(found[0], country=state.country) if len(found) == 1 else state

    def _is_named(self, actor: Actor, reading: Reading) -> bool:
        """Tell whether a report of the same days names somebody in full."""
        day, days = day_number(reading.published), self._days.get(actor.id, set())
        return day is not None and any(n in days for n in range(day - NEAR, day + NEAR + 1))

    def _may_be(self, full: Actor, short: Actor) -> bool:
        country = self._country(full)
        return country is None or short.country in (None, country)

    def _country(self, actor: Actor) -> str | None:
        """The state of somebody, or the only one that any report tells."""
        told = self._countries.get(actor.id, set())
        return actor.country or (next(iter(told)) if len(told) == 1 else None)


def stands_for_state(actor: Actor) -> bool:
    """Tell whether an actor is a state or a people: the table gives these alone no sector."""
    return actor.country is not None and actor.wikidata is not None and actor.sector is None


def is_of_states(actor: Actor) -> bool:
    """Tell whether an actor is an organisation of states that the table knows, and no person."""
    return actor.sector in OF_STATES and actor.id in _bodies()


@cache
def _bodies() -> frozenset[str]:
    """The ids of the bodies in the table of parties."""
    entries = (entry for found in party_table().names.values() for entry in found)
    return frozenset(entry.id for entry in entries if entry.kind == "body")


def _is_one_of_a_people(actor: Actor, span: Span) -> bool:
    """Tell whether words are "the Norlander": one of a people, named by it alone."""
    article, _, noun = span.text.partition(" ")
    one = noun[:1].isupper() and " " not in noun and not noun.lower().endswith(PEOPLES)
    return article.lower() == "the" and one and noun != actor.name and stands_for_state(actor)


def spans_of(
    actors: tuple[Actor, ...], spans: tuple[Span, ...]
) -> Iterator[tuple[Actor, Span | None]]:
    """Yield the actors of an event, each with its words where every words have an actor."""
    paired = len(actors) == len(spans)
    yield from ((a, spans[n] if paired else None) for n, a in enumerate(actors))


def _is_in_full(actor: Actor, span: Span) -> bool:
    """Tell whether the words hold a name of two words and more, all written as names are."""
    words = actor.name.split()
    ends = words[-1].split("-")[-1][:1] if words else ""  # "al-Bray"
    large = bool(words) and words[0][:1].isupper() and ends.isupper()
    return len(words) > 1 and large and actor.name in span.text


def _words(actor: Actor) -> list[str]:
    """The words of a name, without the articles and titles that are written small or with dots."""
    words = [word for part in actor.name.split() for word in fold(part).replace("-", " ").split()]
    return [word for word in words if word not in ARTICLES]


def _stand_in(short: list[str], full: list[str]) -> bool:
    """Tell whether the words of a name of two words and more stand in another in their order, the
    last of both the same."""
    rest = iter(full)
    return len(short) > 1 and short[-1] == full[-1] and all(word in rest for word in short)


def _surnames(actor: Actor) -> Iterator[str]:
    words = actor.name.split()
    yield words[-1]
    if actor.country in SURNAME_FIRST or actor.country is None:
        yield words[0]


def _short(actor: Actor, span: Span) -> str:
    """The one word by which somebody is called: the name, or what of the known name is written."""
    words = actor.name.split()
    if len(words) == 1:
        return "" if actor.wikidata else words[0]
    written = span.text.replace(",", " ").split()
    return next((w for w in (words[-1], words[0]) if w in written), "")
