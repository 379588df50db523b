"""The party mentions of one report to parties, each read with those before it."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from sayso.ground.parties import sense_of
from sayso.ground.party_choice import View, day_of
from sayso.ground.party_phrase import Sense
from sayso.ground.party_roles import particles, roles
from sayso.ground.party_table import party_table
from sayso.ground.party_words import Word, party_rows, read_words
from sayso.record.grounding import Actor
from sayso.record.span import Span

ACRONYM, SURNAME, STAND_IN = 0.9, 0.85, 0.6
_SHORT = r"[\"“'’‘]?([A-Z][A-Za-z0-9/&.-]{1,9})[\"”'’‘]?"
_AFTER = re.compile(rf"\s*\(\s*{_SHORT}\s*[),;]")
_INSIDE = re.compile(rf"\(\s*{_SHORT}\s*\)")
_DEFINITE = frozenset({"the", "this", "that"})
_STATE = "STATE"
#: Letters with which two spellings of one surname begin alike.
_SPELT = 5


def resolve_parties(
    mentions: Sequence[Span],
    text: str,
    *,
    published: str | None = None,
    own: str | Path | None = None,
) -> list[Actor | None]:
    """Return who each mention of a report stands for, in the order given; None without a word.

    A mention is read with those before it in the text: an acronym in brackets, a surname after the
    full name, and definite stand-ins ("the group", "the ministry") take the party, and so the id,
    of the nearest earlier mention that fits. What one mention tells of a person holds for all.
    ``published`` is the ISO day on which offices are looked up, ``own`` a file of the user's
    parties. Raises InputError as ``who`` does.
    """
    table = party_table(own)
    told = _Told(View(table, day_of(published), text))
    found: dict[int, Actor | None] = {}
    for n in sorted(range(len(mentions)), key=lambda n: (mentions[n].start, mentions[n].end)):
        found[n] = told.read(mentions[n], text)
    return _filled([found[n] for n in range(len(mentions))], told.persons)


def _filled(actors: list[Actor | None], persons: Set[str]) -> list[Actor | None]:
    """Give every mention of a person the state and sector that another mention of them tells."""
    country: dict[str, str] = {}
    sector: dict[str, str] = {}
    for actor in sorted(filter(None, actors), key=lambda a: -a.score):
        if actor.id in persons and actor.country:
            country.setdefault(actor.id, actor.country)
        if actor.id in persons and actor.sector:
            sector.setdefault(actor.id, actor.sector)
    return [
        a and _told_elsewhere(a, a.country or country.get(a.id), a.sector or sector.get(a.id))
        for a in actors
    ]


def _told_elsewhere(actor: Actor, country: str | None, sector: str | None) -> Actor:
    if (country, sector) == (actor.country, actor.sector):
        return actor
    why = f"{actor.why}; the rest is told at another mention"
    return replace(actor, country=country, sector=sector, why=why)


@dataclass(frozen=True, slots=True)
class _Earlier:
    """A party that a mention named, with the words of the mention in lower case."""

    actor: Actor
    words: str


@dataclass(slots=True)
class _Told:
    """What the report has told so far: acronyms, surnames, and the parties named in order."""

    view: View
    senses: dict[str, Sense | None] = field(default_factory=dict)
    acronyms: dict[str, Actor] = field(default_factory=dict)
    surnames: dict[str, tuple[Actor, bool]] = field(default_factory=dict)
    earlier: list[_Earlier] = field(default_factory=list)
    persons: set[str] = field(default_factory=set)

    def read(self, mention: Span, text: str) -> Actor | None:
        """Return the party of the next mention, and keep what it tells for those to come."""
        if mention.text not in self.senses:
            self.senses[mention.text] = sense_of(mention.text, self.view)
        sense = self.senses[mention.text]
        if sense is None:
            return None
        words = read_words(mention.text)
        again = self._by_acronym(words) or self._by_surname(words, sense)
        again = again or self._by_stand_in(words, sense)
        if again is None:
            self._keep(mention, text, words, sense)
        return again or sense.actor

    def _by_acronym(self, words: Sequence[Word]) -> Actor | None:
        key = " ".join([word.key for word in words if word.low != "the"])
        return self.acronyms.get(key)

    def _by_surname(self, words: Sequence[Word], sense: Sense) -> Actor | None:
        """Look up a surname alone or behind a title ("Roe", "President Roe")."""
        if not words or not words[-1].is_name:
            return None
        actor, is_known = self.surnames.get(words[-1].key, (None, False))
        if actor is None or (sense.is_known and (is_known or self._is_meant(sense.actor))):
            return None
        title = " ".join(w.low for w in words[:-1] if w.low not in particles("determiner"))
        if title and title not in roles() and title.split(" ")[-1] not in roles():
            return None
        return replace(actor, score=SURNAME, why=f"surname of {actor.name}, named before")

    def _is_meant(self, actor: Actor) -> bool:
        """Tell whether a surname means somebody of the table: named in full, or now in office."""
        is_in_office = self.view.day is not None and actor.sector not in ("ELI", None)
        return is_in_office or actor.name in (self.view.context or "")

    def _by_stand_in(self, words: Sequence[Word], sense: Sense) -> Actor | None:
        """Return the nearest earlier party that a definite noun may stand for."""
        lows = [word.low for word in words]
        noun = " ".join(lows[1:] if lows and lows[0] in _DEFINITE else lows)
        sectors, bare = stand_ins().get(noun, (frozenset(), False))
        is_definite = noun != " ".join(lows)
        if not (is_definite or bare) or noun not in roles() or sense.is_known:
            return None
        for earlier in reversed(self.earlier):
            meant = self._body_of(earlier, noun)
            if meant is not None and _fits(earlier, noun, sectors):
                why = f"{noun!r} stands for {meant.name}, named before"
                return replace(meant, score=STAND_IN, why=why)
        return None

    def _body_of(self, earlier: _Earlier, noun: str) -> Actor | None:
        """The party itself; of a person in office the government, where that is what is told."""
        actor = earlier.actor
        if actor.id not in self.persons or noun not in stand_ins():
            return actor
        state = self.view.table.states.get(actor.country or "")
        if state is None or noun != "government" or actor.sector != "GOV":
            return None
        return Actor(state.id, state.name, actor.country, "GOV", state.wikidata)

    def _keep(self, mention: Span, text: str, words: Sequence[Word], sense: Sense) -> None:
        actor = sense.actor
        if sense.person:
            self.persons.add(actor.id)
        if actor.country or sense.is_known or sense.person:
            lows = " ".join([word.low for word in words])
            self.earlier.append(_Earlier(actor, f" {lows} "))
        match = _INSIDE.search(mention.text) or _AFTER.match(text, mention.end)
        if match and len(words) > 1:
            key = " ".join([word.key for word in read_words(match.group(1))])
            why = f"{match.group(1)} is told for {actor.name}"
            self.acronyms[key] = replace(actor, score=ACRONYM, why=why)
        name = read_words(sense.person)
        if len(name) > 1:
            self.surnames[name[-1].key] = (actor, sense.is_known)
            for word in words:
                if word.is_name and _is_spelling(word.key, name[-1].key):
                    self.surnames[word.key] = (actor, sense.is_known)


def _is_spelling(written: str, known: str) -> bool:
    """Tell whether a surname is the one of the table in another spelling: Zelensky, Zelenskyy."""
    return written[:_SPELT] == known[:_SPELT] and abs(len(written) - len(known)) <= 1


@cache
def stand_ins() -> dict[str, tuple[frozenset[str], bool]]:
    """Return, for each noun that stands for a party, its sectors and if it needs no article."""
    rows = party_rows("party_stand_ins")
    return {words: (frozenset(sectors.split()), bare == "yes") for words, sectors, bare in rows}


def _fits(earlier: _Earlier, noun: str, sectors: frozenset[str]) -> bool:
    if f" {noun} " in earlier.words:
        return True
    if _STATE in sectors:
        return earlier.actor.sector is None and earlier.actor.country is not None
    return earlier.actor.sector in sectors
