"""The party mentions of one report to parties, each read with those before it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence, Set
from dataclasses import dataclass, field, replace
from pathlib import Path

from sayso.ground.parties import sense_of
from sayso.ground.party_acronyms import short_form
from sayso.ground.party_bearers import SURNAME, Bearers, Naming
from sayso.ground.party_choice import View, day_of
from sayso.ground.party_items import Items
from sayso.ground.party_namesakes import is_given_name
from sayso.ground.party_nearest import Nearest
from sayso.ground.party_phrase import BARE, COMPOUND, DOMESTIC, Sense
from sayso.ground.party_roles import particles, roles
from sayso.ground.party_stand_ins import Earlier, stand_ins
from sayso.ground.party_table import party_table
from sayso.ground.party_words import Word, read_words, slug
from sayso.record.grounding import Actor
from sayso.record.span import Span

ACRONYM, STAND_IN = 0.9, 0.6
_DEFINITE = frozenset({"the", "this", "that"})
#: What tells a son from his father and may stand behind a mention of both.
_JUNIOR = re.compile(r",? (?:Jr|Sr)\b\.?")
#: The name behind its state or body: "Norland's *Ana Roe*, back from Orla".
_OWNED = re.compile(r"['’]s? ([^,]+)(?:,|$)")
#: Between an office and the name of who holds it, and behind an office that stands after a name.
_BEFORE_NAME = re.compile(r",? ")
_BEHIND_NAME = re.compile(r"[,.;:!?)]|\s*$|\n| (?:who|whose)\b")
#: An aside behind a name, closed by a comma.
_OFFICE = re.compile(r", ((?:[Tt]he |an? )?[^,.;:!?()\n]{3,60}),(?= )")
#: Behind an organ whose state is told farther on: "the government *and people of* Norland".
_IS_OWNED = re.compile(r" (?:and (?:the )?\w+ )?of (?:the )?[A-Z]")
#: A definite noun that owns or sends somebody: "*the ministry*'s envoy", "envoy of *the army*".
_OWNER = re.compile(r"the ([\w -]+?)['’]s |[^,]* (?:for|of) the ([\w -]+)(?:$|,)", re.IGNORECASE)
#: Somebody told by age who has been told before: "*the 54-year-old* teacher".
_AGED = re.compile(r"the \d{1,3}-year-old\b", re.IGNORECASE)
#: Before a seat that is a place and no government: "to meet *in* Orla".
_VENUE = re.compile(r"\b(?:in|at|near|around|outside|from) $")
#: Letters with which two spellings of one surname begin alike.
_SPELT = 5


def resolve_parties(
    mentions: Sequence[Span],
    text: str,
    *,
    published: str | None = None,
    own: str | Path | None = None,
    people: Collection[str] = (),
) -> list[Actor | None]:
    """Return who each mention of a report stands for, in the order given; None without a word.

    A mention is read with those before it in the text: an acronym in brackets, a surname after the
    full name, and definite stand-ins ("the group", "the ministry") take the party, and so the id,
    of the nearest earlier mention that fits. What one mention tells of a person holds for all.
    ``published`` is the ISO day on which offices are looked up, ``own`` a file of the user's
    parties, ``people`` the names of people in the text: "Norland's Ana Roe" is Ana Roe, where
    "Norland's Oak Forum" has no other name. Raises InputError as ``who`` does.
    """
    order = sorted(range(len(mentions)), key=lambda n: (mentions[n].start, mentions[n].end))
    view = View(party_table(own), day_of(published), text)
    whole = [_with_junior(_with_name(m, text, view, people), text, view) for m in mentions]
    told = _told([whole[n] for n in order], view, people)
    found = {n: told.read(whole[n], text) for n in order}
    return _filled([found[n] for n in range(len(mentions))], told.persons)


def _with_name(mention: Span, text: str, view: View, people: Collection[str]) -> Span:
    """Return an office with the name that the text tells beside it, which outweighs the table, and
    a name that the table does not know with the office that is told behind it.

    "Norland's president, *Ana Roe*", "*Ana Roe*, Norland's president, said".
    """
    if mention.text in people:
        return _with_office(mention, text, view)
    first, last = _name_beside(mention, text, people) or (mention.start, mention.end)
    if (first, last) == (mention.start, mention.end):
        return mention
    sense = sense_of(mention.text, view)
    is_open = sense is not None and sense.is_office and not sense.person
    return Span.of(text, first, last) if is_open else mention


def _with_office(name: Span, text: str, view: View) -> Span:
    """Return a person's name up to the end of an office of some state told in an aside behind it:
    "Ana Roe, *the Norland army spokeswoman*, said"."""
    aside = _OFFICE.match(text, name.end)
    known = sense_of(name.text, view) if aside is not None else None
    if aside is None or (known is not None and known.is_known):
        return name
    told = sense_of(aside[1], replace(view, context=None))
    is_office = told is not None and told.head is not None and not told.person
    whole = is_office and told is not None and told.actor.country is not None
    return Span.of(text, name.start, aside.end(1)) if whole else name


def _name_beside(mention: Span, text: str, people: Collection[str]) -> tuple[int, int] | None:
    """Return the range of a mention and the person's name behind or before it."""
    gap = _BEFORE_NAME.match(text, mention.end)
    if gap is not None:
        at = gap.end()
        name = max((n for n in people if text.startswith(n, at)), key=len, default="")
        if name and not text.startswith(("'s", "\u2019s"), at + len(name)):
            return mention.start, at + len(name)
    if text[max(0, mention.start - 2) : mention.start] == ", " and _BEHIND_NAME.match(
        text, mention.end
    ):
        at = mention.start - 2
        name = max((n for n in people if text.endswith(n, 0, at)), key=len, default="")
        if name:
            return at - len(name), mention.end
    return None


def _with_junior(mention: Span, text: str, view: View) -> Span:
    """Return a mention with the "Jr." behind it, where the table knows who is named so."""
    match = _JUNIOR.match(text, mention.end)
    if match is None:
        return mention
    whole = Span.of(text, mention.start, match.end())
    sense = sense_of(whole.text, view)
    return whole if sense is not None and sense.is_known else mention


def _told(mentions: Sequence[Span], view: View, people: Collection[str]) -> _Told:
    """Read each mention by itself first: who is named in full anywhere is known from then on."""
    senses: dict[str, Sense | None] = {}
    for mention in mentions:
        if mention.text not in senses:
            senses[mention.text] = _by_own_name(mention, view, people)
    read = [(m, sense) for m in mentions if (sense := senses[m.text]) and sense.person]
    namings = [Naming(m.start, read_words(m.text), sense) for m, sense in read]
    items = Items(view.context or "", view.table)
    return _Told(view, senses, Bearers(namings, view.table), people, items)


def _by_own_name(mention: Span, view: View, people: Collection[str]) -> Sense | None:
    """Read a mention by itself, a person told with a state or body by no other name than theirs."""
    sense = sense_of(mention.text, view)
    owned = _OWNED.search(mention.text)
    if sense is None or sense.is_known or sense.actor.score != COMPOUND:
        return sense
    if owned is None or owned[1] not in people:
        return sense
    own = sense_of(mention.text[: owned.end(1)], view) or sense
    actor = replace(own.actor, id=slug(owned[1]), name=owned[1])
    return replace(own, actor=actor, person=owned[1])


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


@dataclass(slots=True)
class _Told:
    """What the report has told so far: acronyms, surnames, and the parties named in order."""

    view: View
    senses: dict[str, Sense | None]
    bearers: Bearers
    people: Collection[str]
    items: Items
    acronyms: dict[str, Actor] = field(default_factory=dict)
    surnames: dict[str, Actor] = field(default_factory=dict)
    #: By item of the report, the paragraph and the party of each mention.
    earlier: dict[int, list[tuple[int, Earlier]]] = field(default_factory=lambda: defaultdict(list))
    persons: set[str] = field(default_factory=set)
    #: By mention and who its surnames mean, how it is read.
    meant: dict[tuple[str, tuple[tuple[str, Actor], ...]], Sense | None] = field(
        default_factory=dict
    )
    #: By noun and item, the earlier parties that it may stand for.
    nearest: dict[tuple[str, int], Nearest] = field(default_factory=dict)

    def read(self, mention: Span, text: str) -> Actor | None:
        """Return the party of the next mention, and keep what it tells for those to come."""
        words = read_words(mention.text)
        meant = self.bearers.among(words, mention.start)
        sense = self.senses[mention.text]
        if meant:
            key = (mention.text, tuple(meant.items()))
            if key not in self.meant:
                view = replace(self.view, bearers=meant)
                self.meant[key] = _by_own_name(mention, view, self.people)
            sense = self.meant[key]
        if sense is None:
            return None
        again = self._by_acronym(words) or self._by_surname(words, sense)
        again = again or self.bearers.holder(sense) or self._by_stand_in(mention, words, sense)
        if again is None:
            sense = self._at_home(mention, self._of_owner(mention, sense))
            self._keep(mention, text, words, sense)
        return again or sense.actor

    def _of_owner(self, mention: Span, sense: Sense) -> Sense:
        """Return "the ministry's spokesman" with the state of the ministry named before."""
        actor, head = sense.actor, sense.head
        owner = _OWNER.match(mention.text)
        if owner is None or head is None or sense.is_known or actor.country:
            return sense
        noun = (owner[1] or owner[2]).lower()
        if "org" not in head.takes or noun not in roles():
            return sense
        meant = self._meant(noun, mention.start)
        if len(meant) != 1 or not (meant[0].country or meant[0].sector):
            return sense
        why = f"{actor.why}; {noun!r} stands for {meant[0].name}, named before"
        sector = actor.sector
        if not head.sector and sector in (None, roles()[noun].sector):
            sector = meant[0].sector or sector
        return replace(
            sense, actor=replace(actor, country=meant[0].country, sector=sector, why=why)
        )

    def _at_home(self, mention: Span, sense: Sense) -> Sense:
        """Return a bare organ ("the interior ministry") as one of the state that is at home."""
        actor = sense.actor
        head = sense.head
        is_told = sense.is_known or sense.person or head is None or actor.country
        if is_told or actor.sector not in DOMESTIC:
            return sense
        first = mention.text.partition(" ")[0].lower()
        is_any = first != "the" and first in particles("determiner") | particles("stop")
        if head and (head.plural or is_any) and not self.items.is_bulletin:
            return sense
        home = self.items.home(mention.start)
        return sense_of(mention.text, replace(self.view, home=home)) or sense if home else sense

    def _by_acronym(self, words: Sequence[Word]) -> Actor | None:
        key = " ".join([word.key for word in words if word.low != "the"])
        return self.acronyms.get(key)

    def _by_surname(self, words: Sequence[Word], sense: Sense) -> Actor | None:
        """Look up a surname alone or behind a title ("Roe", "President Roe")."""
        if not words or not words[-1].is_name:
            return None
        actor = self.surnames.get(words[-1].key)
        if actor is None or (sense.is_known and not self._is_unlike(sense)):
            return None
        if len(words) > 1 and words[-2].low in particles("preposition") | particles("stop"):
            return None  # "an aide to Roe"
        title = " ".join(w.low for w in words[:-1] if w.low not in particles("determiner"))
        is_title = title in roles() or title.split(" ")[-1] in roles()
        if title and not is_title and not is_given_name(self.view.table, actor.id, title):
            return None
        return replace(actor, score=SURNAME, why=f"surname of {actor.name}, named before")

    def _is_unlike(self, sense: Sense) -> bool:
        """Tell whether a surname is read as a body that the report does not name in full."""
        actor = sense.actor
        is_body = not sense.person and actor.sector is not None
        return is_body and actor.name not in (self.view.context or "")

    def _by_stand_in(self, mention: Span, words: Sequence[Word], sense: Sense) -> Actor | None:
        """Return the earlier party of the item that a definite noun may stand for."""
        if _AGED.match(mention.text) and not sense.is_known:
            return self._last_person(mention.start)
        lows = [word.low for word in words]
        noun = " ".join(lows[1:] if lows and lows[0] in _DEFINITE else lows)
        _, bare = stand_ins().get(noun, (frozenset(), False))
        is_definite = noun != " ".join(lows)
        if not (is_definite or bare) or noun not in roles() or sense.is_known:
            return None
        if _IS_OWNED.match(self.view.context or "", mention.end):
            return None
        meant = self._meant(noun, mention.start)
        if len(meant) == 1:
            why = f"{noun!r} stands for {meant[0].name}, named before"
            return replace(meant[0], score=STAND_IN, why=why)
        why = f"may stand for {' or '.join(sorted(actor.name for actor in meant))}"
        return replace(sense.actor, score=BARE, why=why) if meant else None

    def _last_person(self, at: int) -> Actor | None:
        """Return the person named last in the paragraph or the one before, if by a whole name: of
        whom a report tells the age, it has told the name."""
        here = self.items.paragraph(at)
        near = (e.actor for n, e in reversed(self.earlier[self.items.item(at)]) if n >= here - 1)
        person = next((actor for actor in near if actor.id in self.persons), None)
        if person is None or " " not in person.name:
            return None
        return replace(person, score=STAND_IN, why=f"stands for {person.name}, named before")

    def _meant(self, noun: str, at: int) -> list[Actor]:
        """Return the last party of the item that a noun fits; each that "government" may mean."""
        item = self.items.item(at)
        nearest = self.nearest.setdefault((noun, item), Nearest(noun))
        nearest.read(self.earlier[item], self._body_of)
        if noun != "government":
            return [nearest.last] if nearest.last else []
        if self.items.issuer:
            return []
        return list(nearest.governments(self.items.paragraph(at), self.items.ruler()).values())

    def _body_of(self, earlier: Earlier, noun: str) -> Actor | None:
        """The party; of one that belongs to a government the state, where that is told."""
        actor = earlier.actor
        state = self.view.table.states.get(actor.country or "")
        if noun == "government" and actor.sector == "GOV" and state is not None:
            return Actor(state.id, state.name, actor.country, "GOV", state.wikidata)
        return None if actor.id in self.persons and noun in stand_ins() else actor

    def _keep_short(self, mention: Span, text: str, words: Sequence[Word], sense: Sense) -> None:
        head = mention.text.partition(" (")[0]
        if head and head != mention.text and not mention.text.endswith(")"):
            # The brackets stand behind a part of the mention alone: "the Union (UN) envoy".
            mention = Span.of(text, mention.start, mention.start + len(head))
            words = read_words(head)
            sense = sense_of(head, self.view) or sense
        short = short_form(mention, text, words, sense, self.view.table)
        if short:
            why = f"{short} is told for {sense.actor.name}"
            key = " ".join([word.key for word in read_words(short)])
            self.acronyms[key] = replace(sense.actor, score=ACRONYM, why=why)

    def _keep(self, mention: Span, text: str, words: Sequence[Word], sense: Sense) -> None:
        actor = sense.actor
        if sense.person:
            self.persons.add(actor.id)
        is_venue = actor.sector == "GOV" and _VENUE.search(text[: mention.start][-9:])
        if (actor.country or sense.is_known or sense.person) and not (is_venue and not sense.head):
            at = mention.start
            earlier = Earlier(words, sense, self.view.table)
            self.earlier[self.items.item(at)].append((self.items.paragraph(at), earlier))
        self._keep_short(mention, text, words, sense)
        name = read_words(sense.person.removesuffix(" Jr."))
        if len(name) > 1:
            self.surnames[name[-1].key] = actor
            for word in words:
                if word.is_name and _is_spelling(word.key, name[-1].key):
                    self.surnames[word.key] = actor


def _is_spelling(written: str, known: str) -> bool:
    """Tell whether a surname is the one of the table in another spelling: Zelensky, Zelenskyy."""
    return written[:_SPELT] == known[:_SPELT] and abs(len(written) - len(known)) <= 1
