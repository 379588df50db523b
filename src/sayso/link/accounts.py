"""A proposal of a reading to what can be compared of it across reports."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from pathlib import Path

from sayso.ground.folding import fold
from sayso.ground.parties import who
from sayso.ground.party_table import party_table
from sayso.ground.place_tables import read_countries
from sayso.language.numbers import read_quantity
from sayso.language.word_lists import rows
from sayso.link.calendar import day_number
from sayso.link.happening import stems
from sayso.link.terms import DAYS, Gist, Stems, gist, newly
from sayso.record.findings import Proposal
from sayso.record.grounding import Actor
from sayso.record.reading import Reading
from sayso.record.span import Span

#: "U.S." and "M23" are one word each.
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+\d+|[^\W\d_]{2,}")
_LENGTH = re.compile(r"(\d+|[a-z]+)[ -](day|week|month|year|point|stage|phase)s?\b")
#: "cut *from 60 to 30 days*".
_FROM_TO = re.compile(r"\bfrom (\d+|[a-z]+)(?: (?:day|week|month|year)s?)? to (?:\d+|[a-z]+)[ -]"
                      r"(day|week|month|year)s?\b")  # fmt: skip
#: What stands between two parties in one span: "Talvia and the Front".
_BETWEEN = re.compile(r",| (?:and|between|for|in|of|with) ")
#: States after an offer: what is agreed on, and what became of it.
_CONCLUDED = frozenset(("accepted", "in-force", "broken", "expired"))
#: Stems of words of a name that tell no proposal from another, and of titles before a name.
_PLAIN = frozenset(
    ("amend", "chang", "curre", "draft", "final", "first", "fragi", "fresh", "full", "immed",
     "joint", "last", "lates", "mutua", "new", "origi", "own", "peace", "propo", "revis", "same",
     "secon", "shaky", "stall", "such", "tenta", "third", "updat", "versi", "whole")
)  # fmt: skip
_TITLES = frozenset(("chief", "deput", "gener", "leade", "prime", "secre", "vice"))
#: What may have one maker alone, and how a name says whose it is.
_OFFERS = frozenset(("offer", "plan", "ultimatum"))
_OWNED = re.compile(r"([^,]+?)['’]s? (\S+)")
#: How a name begins that points at something known: "the truce".
_POINTING = ("the ", "this ", "that ")
#: How a name begins that a speaker gives to his own.
_OURS = ("my ", "our ")
#: What a name says that is another version of what was on the table before.
_REVISED = re.compile(
    r"\b(?:re-?(?:vised|vamped|worked|written|drafted)|amended|modified|updated|shortened|"
    r"extended|(?:second|third|latest|new|newest) (?:version|draft|text|proposal|plan|offer))\b"
)
#: "*Two agreements* in a month" are no one proposal.
_SEVERAL = re.compile(
    r"(?:(?:all|these|the) )*(?:two|three|four|both|several|rival|competing) "
    r"(?:[a-z-]+ )?([a-z]+s)\b"
)
#: Armed groups have the code of a country they fight in, envoys of the United Nations that of the
#: country they are sent to, and neither speak for it.
_AGAINST = frozenset(("OPP", "REB"))
_BESIDE = frozenset(("IGO", "UNO"))
#: Kinds of nouns of bargaining that say what is on the table; the others stand for anything.
_TELLING = ("truce", "deal", "offer", "plan", "ultimatum")
#: Who a name stands for counts from this score on.
_GROUNDED = 0.8


@cache
def _codes() -> Mapping[str, str]:
    """The codes of countries by their folded names and those of their people."""
    with resources.as_file(resources.files("sayso.ground") / "data" / "countries.tsv") as path:
        names, peoples, _ = read_countries(Path(path))
    return {
        key: f"={found[0].country}" for table in (peoples, names) for key, found in table.items()
        if len(found) == 1
    }  # fmt: skip


@cache
def _nouns() -> Mapping[str, str]:
    """The stems of the nouns of bargaining with what they say is on the table."""
    kinds = (*reversed(_TELLING), "refer", "weak")
    return {stem: kind for kind in reversed(kinds) for word, told in rows("bargain_nouns")
            if told == kind for stem in stems([word])}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Name:
    """What is compared of a name: ``nouns`` the stems of its nouns of bargaining, ``kinds`` what
    they say it is, ``marks`` the stems of the other words, and ``words`` all of these.

    ``lengths`` are those told in it, ``owners`` the names; ``pointing`` tells that it is of
    something known ("the truce"), ``ours`` that it is the speaker's ("our offer"), ``revised``
    that it is another version ("the amended draft"), ``several`` that it is of more than one.
    """

    lengths: frozenset[str]
    owners: Stems
    nouns: Stems
    kinds: frozenset[str]
    marks: Stems
    words: Stems
    pointing: bool
    ours: bool
    revised: bool = False
    several: bool = False

    @property
    def about(self) -> Stems:
        """The words that tell what it is about."""
        return self.marks | (self.kinds & {"truce"})


@dataclass(frozen=True, slots=True)
class Account:
    """What is compared of a proposal; ``day`` is the number of the day of its report.

    Names are stems, and codes of countries behind "=". ``sides`` holds a set for each party,
    ``parties`` all of them, ``makers`` those who offer or carry it, ``by`` those who offer it,
    ``carriers`` those who carry it, ``story`` those of the report; ``one_sided`` tells that
    somebody offers it to another. ``called`` are the words of the name, ``told`` those of the terms
    and conditions; ``left`` the lengths that it had before ("30 days *instead of 60*"); ``bodies``
    the sectors of those who offer it, also of one without a name ("the army").
    """

    id: str
    report: str
    day: int | None
    state: str
    name: Name
    sides: tuple[Stems, ...]
    parties: Stems
    makers: Stems
    by: Stems
    story: Stems
    terms: tuple[Gist, ...]
    one_sided: bool = False
    called: Span | None = None
    told: frozenset[Span] = frozenset()
    left: frozenset[str] = frozenset()
    carriers: Stems = frozenset()
    bodies: frozenset[str] = frozenset()

    @property
    def concluded(self) -> bool:
        """Tell whether it was agreed on."""
        return self.state in _CONCLUDED

    @property
    def is_open(self) -> bool:
        """Tell whether it is only offered; what is concluded may come of anybody's offer."""
        if self.state in ("offered", "rejected") or not self.name.kinds & {"deal", "truce"}:
            return True
        return self.one_sided and self.state in ("under-negotiation", "expired")

    @property
    def keys(self) -> Iterator[tuple[str, str]]:
        """What two accounts must share one of: parties alone make no proposal."""
        yield from (("name", word) for word in self.name.words)
        yield from (("term", stem) for stem in frozenset().union(*(t.stems for t in self.terms)))
        yield from (("topic", t) for t in frozenset().union(*(t.numbered for t in self.terms)))
        yield from (("maker", stem) for stem in self.makers if self.is_open)


def account_of(p: Proposal, reading: Reading | None = None) -> Account:
    """Return what is compared of a proposal of that reading."""
    called = p.name.text if p.name is not None else ""
    by, carriers = (
        _countries(spans, reading).union(*(n for s in spans for n in _known(s, reading)))
        for spans in (p.by, p.through)
    )
    by = by or _owner(called)
    makers = [*p.by, *p.through]
    others = [*p.to, *(s.party for s in p.stances), *(t.party for t in p.terms if t.party)]
    making = [names for span in makers for names in _known(span, reading)]
    name = name_of(called)
    told = [*making, *(names for span in others for names in _known(span, reading))]
    sides = _parted(names - name.nouns for names in (*_pieces(called), *told))
    return Account(
        id=f"{reading.id}/{p.id}" if reading is not None else p.id,
        report=reading.id if reading is not None else "",
        day=day_number(reading.published) if reading is not None else None,
        state=p.state,
        name=name,
        sides=sides,
        parties=frozenset().union(*sides),
        makers=by | carriers,
        by=by,
        story=_story(reading) if reading is not None else frozenset(),
        terms=tuple(gist(t.what.text) for t in p.terms),
        one_sided=bool(by and p.to),
        called=p.name,
        told=frozenset(
            [*(t.what for t in p.terms), *(s.condition for s in p.stances if s.condition)]
        ),
        left=frozenset().union(*(lengths_before(t.what.text) for t in p.terms)),
        carriers=carriers,
        bodies=_sectors(p.by, reading),
    )


def _sectors(spans: Sequence[Span], reading: Reading | None) -> frozenset[str]:
    """The sectors of those whom spans of a reading stand for as a whole."""
    parties = reading.parties if reading is not None else ()
    told = [p.actor.sector for p in parties if p.actor is not None and p.span in spans]
    return frozenset(filter(None, told))


@lru_cache(maxsize=65536)
def name_of(called: str) -> Name:
    """Return what is compared of a name."""
    words = stems(_WORD.findall(_LENGTH.sub(" ", fold(called)))) - _PLAIN
    nouns = {stem: kind for stem, kind in _nouns().items() if stem in words}
    kinds = frozenset(nouns.values()) & set(_TELLING)
    kinds |= {"truce"} if "pause" in gist(called).topics else frozenset()
    marks = words - nouns.keys() - stems(m for m in _WORD.findall(called) if m[0].isupper())
    return Name(
        lengths=lengths_of(called),
        owners=names_in(called) - nouns.keys(),
        nouns=frozenset(nouns),
        kinds=kinds,
        marks=marks,
        words=marks | kinds | nouns.keys(),
        pointing=called.lower().startswith(_POINTING),
        ours=called.lower().startswith(_OURS),
        revised=bool(_REVISED.search(called.lower())),
        several=_is_several(called),
    )


def _is_several(called: str) -> bool:
    found = _SEVERAL.match(called.lower())
    return bool(found and stems([found[1]]) & _nouns().keys())


def _owner(called: str) -> Stems:
    """The names of who offers what is called so: "*Talvia*'s counter-offer of a truce"."""
    owned = _OWNED.match(called)
    return names_in(owned[1]) if owned and name_of(owned[2]).kinds & _OFFERS else frozenset()


def lengths_of(name: str | None) -> frozenset[str]:
    """Return the durations, in days, and numbers in a name: "60-day", "three-stage"."""
    return frozenset(filter(None, map(_length, _LENGTH.finditer(fold(name or "")))))


def lengths_before(what: str) -> frozenset[str]:
    """Return the lengths that a term says were before: "from 60 to 30 days", "not 60 days"."""
    told = [f"{m[1]} {m[2]}" for m in _FROM_TO.finditer(fold(what))]
    return lengths_of(" ".join([*told, fold(what)[len(newly(fold(what))) :]]))


def _length(told: re.Match[str]) -> str | None:
    number, unit = told.groups()
    if unit not in DAYS:
        return f"{number}-{unit}"
    read = read_quantity(number)
    return f"{read[0] * DAYS[unit]:g}-day" if read is not None and read[0] is not None else None


def names_in(*texts: str) -> Stems:
    """Return the stems of the names in texts, countries and their people as codes."""
    return frozenset().union(*(_names(text) for text in texts))


@lru_cache(maxsize=65536)
def _names(text: str) -> Stems:
    words = [(m[0], fold(m[0])) for m in _WORD.finditer(text)]
    found: set[str] = set()
    at = 0
    while at < len(words):
        for width in (4, 3, 2, 1):
            code = _codes().get(" ".join(folded for _, folded in words[at : at + width]))
            if code is not None and words[at][0][0].isupper():
                found.add(code)
                at += width
                break
        else:
            if words[at][0][0].isupper():
                found |= stems([words[at][0]]) - _TITLES
            at += 1
    return frozenset(found)


def _parted(found: Iterable[Stems]) -> tuple[Stems, ...]:
    """One set for each party: names that share a word are of one."""
    sides: list[Stems] = []
    for names in filter(None, found):
        near = [side for side in sides if side & names]
        sides = [side for side in sides if not side & names]
        sides.append(names.union(*near))
    return tuple(sides)


def _known(span: Span, reading: Reading | None) -> list[Stems]:
    """The names in a span of a reading, for each party; a capital may stand for its country."""
    standing = [code for _, code in _grounded([span], reading, countries=True)]
    return [frozenset(standing)] if standing else _called(span.text)


def _is_state(actor: Actor) -> bool:
    state = party_table().states.get(actor.country or "")
    return state is not None and state.id == actor.id


@lru_cache(maxsize=65536)
def _called(words: str) -> list[Stems]:
    """The names in the words for a party, and those by which it is known: "M23", "March 23"."""
    actor = who(words)
    if actor is None or actor.score < _GROUNDED:
        return _pieces(words)
    if _is_state(actor):
        return [frozenset({f"={actor.country}"})]
    found = [names for names in _pieces(words) if names]
    if actor.sector in _AGAINST:  # "Norland's Harvest Front" is no Norland
        found = [_without_codes(names) or names for names in found]
    known = actor.wikidata is not None or actor.sector in _AGAINST
    return [found[0] | names_in(actor.name)] if known and len(found) == 1 else found


def _without_codes(names: Stems) -> Stems:
    return frozenset(name for name in names if not name.startswith("="))


def _pieces(text: str) -> list[Stems]:
    """The names in a text, parted where another party may begin."""
    return [names_in(piece) for piece in _BETWEEN.split(text)]


def _countries(spans: Sequence[Span], reading: Reading | None) -> Stems:
    """The countries of those whom spans of a reading stand for."""
    return frozenset(code for _, code in _grounded(spans, reading))


def _grounded(
    spans: Sequence[Span], reading: Reading | None, *, countries: bool = False
) -> Iterator[tuple[Span, str]]:
    """The spans that hold a party with a known country; with ``countries`` only those that are
    the name of one as a whole ("Washington").
    """
    for party in reading.parties if reading is not None else ():
        actor = party.actor
        if actor is None or actor.country is None or actor.score < _GROUNDED:
            continue
        if actor.sector in _AGAINST | _BESIDE:
            continue
        code = f"={actor.country}"
        for span in spans:
            if countries and span == party.span and names_in(actor.name) == {code}:
                yield span, code
            if not countries and span.covers(party.span) and names_in(party.span.text):
                yield span, code


def _story(reading: Reading) -> Stems:
    """The names of parties and places of a report, without its outlet."""
    spans = [*(p.span for p in reading.parties), *(p.span for p in reading.places)]
    return names_in(*(span.text for span in spans)) - names_in(reading.publisher or "")
