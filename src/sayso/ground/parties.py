"""A party phrase to who it stands for: state, sector and identity, or the reason why not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from sayso.ground.party_choice import OFFICE, SHORT, View, choose, day_of
from sayso.ground.party_marks import Mark, find_marks
from sayso.ground.party_namesakes import contradicts, is_given_name
from sayso.ground.party_phrase import Phrase, Sense
from sayso.ground.party_roles import particles
from sayso.ground.party_table import Table, party_table
from sayso.ground.party_words import Word, read_words, slug
from sayso.record.grounding import Actor

_BRACKETS = re.compile(r"\s*\([^()]*\)")
_AND = frozenset({"and", "or", "nor"})
SWAPPED = 0.5


def who(
    phrase: str,
    *,
    published: str | None = None,
    context: str | None = None,
    own: str | Path | None = None,
) -> Actor | None:
    """Return who a phrase stands for, None where it has no word.

    ``published`` is the ISO day on which offices are looked up; ``context`` the text around, which
    settles names that several bear and bare organs ("the army") where it names one state alone;
    ``own`` a CSV or TOML file of the user's parties. ``country`` is ISO 3166-1 alpha-3 (3166-3 for
    former states, XKX for Kosovo), ``sector`` a PLOVER sector code; None where not known, and
    ``why`` tells the reason. Raises InputError where the user's file cannot be used.
    """
    view = View(party_table(own), day_of(published), context)
    found = sense_of(phrase, view)
    if found is None:
        return None
    if published and view.day is None:
        why = f"{found.actor.why}; {published[:20]!r} is no day, so none was used"
        return replace(found.actor, why=why)
    return found.actor


def sense_of(phrase: str, view: View) -> Sense | None:
    """Return what a phrase stands for in a view, None where it has no word."""
    plain = phrase
    if "(" in phrase:
        plain = _BRACKETS.sub("", phrase).strip() or phrase.strip(" ()")
    for text in dict.fromkeys((phrase, plain)):
        found = _whole(text, view)
        if found is not None:
            return found
    words = read_words(plain)
    if not words:
        return None
    if len(words) == 1 and words[0].raw.lower() in particles("pronoun"):
        why = "a pronoun: it stands for somebody named elsewhere"
        return Sense(Actor(slug(plain), plain, None, "UNK", None, 0.1, why))
    found = _in_pieces(plain, words, view)
    if plain.isupper() and len(words) > 1 and found.actor.score == 0:
        plain = plain.title()
        return _whole(plain, view) or _in_pieces(plain, read_words(plain), view)
    if len(words) == 1 and found.actor.score == 0:
        return _respelled(words[0], view) or found
    return found


def _whole(phrase: str, view: View) -> Sense | None:
    """Look the whole phrase up as a name, with and without its first article."""
    words = read_words(phrase)
    if not any(word.is_name for word in words):
        return None
    keys = [word.key for word in words]
    bare = keys[1:] if words[0].low in ("the", "a", "an") else keys
    for key in dict.fromkeys((" ".join(keys), " ".join(bare))):
        entries = view.table.names.get(key)
        if entries:
            actor = choose(entries, view, frozenset(), False)
            if actor.id:
                person = actor.name if entries[0].kind == "person" else ""
                return Sense(actor, person=person, is_known=True)
            return Sense(replace(actor, id=slug(phrase), name=phrase))
    return None


def _in_pieces(phrase: str, words: Sequence[Word], view: View) -> Sense:
    words = words[: next((n for n, w in enumerate(words) if n and _tells_on(w)), len(words))]
    marks = find_marks(words, view.table)
    pieces = [
        Phrase(words[lo:hi], _shifted(marks, lo, hi), phrase, view)
        for lo, hi in list(_cuts(words, marks)) or [(0, len(words))]
    ]
    senses = _without_namesakes(pieces, [piece.sense() for piece in pieces], view)
    has_and = any(word.low in _AND for word in words) and len(senses) > 1
    telling = [s for s in senses if s.actor.sector or s.is_known]
    if has_and and len(telling) > 1:
        return _several(phrase, telling)
    return _apposed(senses, view.table)


def _without_namesakes(pieces: list[Phrase], senses: list[Sense], view: View) -> list[Sense]:
    """Read a surname anew where an office beside it is of another state than the table's person."""
    if len(senses) == 1:
        return senses
    offices = [s for s in senses if s.head and not s.head.plural and s.head.sector in OFFICE]
    read: list[Sense] = []
    for piece, sense in zip(pieces, senses, strict=True):
        is_short = sense.is_known and sense.actor.score <= SHORT
        rows = view.table.persons.get(sense.actor.id, ()) if is_short else ()
        told = [(s.head, {s.actor.country or ""} - {""}) for s in offices if s is not sense]
        if rows and any(contradicts(rows, states, office) for office, states in told):
            sense = piece.without_people().sense()
        read.append(sense)
    return read


def _tells_on(word: Word) -> bool:
    """Tell whether a clause begins that only tells more of the party: ", who visited Orla"."""
    return word.comma and word.low in ("who", "whose", "whom", "which", "where")


def _cuts(words: Sequence[Word], marks: Sequence[Mark]) -> Iterator[tuple[int, int]]:
    """Yield the word ranges between commas and conjunctions that stand outside of names."""
    inside = {at for mark in marks for at in range(mark.first + 1, mark.last)}
    start = 0
    for at, word in enumerate(words):
        is_and = word.low in _AND and at not in inside
        if (is_and or (word.comma and at not in inside)) and at > start:
            yield start, at
            start = at
        if is_and:
            start = at + 1
    if start < len(words):
        yield start, len(words)


def _shifted(marks: Sequence[Mark], lo: int, hi: int) -> list[Mark]:
    if lo == 0:
        return [m for m in marks if m.last <= hi]
    return [
        m._replace(first=m.first - lo, last=m.last - lo)
        for m in marks
        if lo <= m.first and m.last <= hi
    ]


def _apposed(senses: list[Sense], table: Table) -> Sense:
    """Return the first piece, with what later pieces tell of it ("X, minister of Y")."""
    senses = [s for n, s in enumerate(senses) if not (n and _is_namesake(s, senses[0]))]
    first = _named_beside(senses, table)
    actor, office = first.actor, first
    if first.is_known and actor.country and actor.sector:
        return first
    for later in senses[1:]:
        if actor.sector is None and not first.is_known and later.actor.sector:
            why = f"{later.actor.why}, beside the name"
            actor = replace(actor, sector=later.actor.sector, why=why, score=later.actor.score)
            office = office if office.head else later
        if actor.country is None and later.actor.country and not (first.is_known and actor.sector):
            actor = replace(actor, country=later.actor.country)
    if actor is first.actor:
        return first
    return replace(first, actor=actor, head=office.head, is_office=office.is_office)


def _named_beside(senses: list[Sense], table: Table) -> Sense:
    """Return the person named behind an office ("the governor, Ana Roe"), else the first piece."""
    first = senses[0]
    is_office = first.head is not None and not first.head.plural and not first.person
    if not is_office or first.is_known or len(senses) < 2 or not senses[1].person:
        return first
    named, office = senses[1].actor, first.actor
    if senses[1].is_known and None not in (named.country, named.sector):
        return senses[1]
    if _is_holder(office, read_words(senses[1].person), table):
        return replace(first, person=office.name, is_known=True)
    why = f"{office.why}, before the name"
    actor = replace(
        named, country=office.country or named.country, sector=office.sector or named.sector,
        score=office.score, why=why,
    )  # fmt: skip
    return replace(senses[1], actor=actor, head=first.head, is_office=first.is_office)


def _is_holder(actor: Actor, name: Sequence[Word], table: Table) -> bool:
    """Tell whether a name is that of the one who holds the office, without the middle names."""
    is_surname = actor.name.split(" ")[-1] == name[-1].raw
    return is_surname and is_given_name(table, actor.id, name[0].key)


def _is_namesake(person: Sense, office: Sense) -> bool:
    """Tell whether a surname alone means another than the office before it ("General Ali")."""
    short = person.is_known and person.person and person.actor.score <= SHORT
    return bool(short) and office.head is not None and office.actor.sector != person.actor.sector


def _several(phrase: str, senses: list[Sense]) -> Sense:
    """Return one answer for several parties: only what they have in common."""
    countries = {s.actor.country for s in senses}
    # "Israeli and Lebanese officials": an adjective alone shares the head noun of the last.
    sectors = {s.actor.sector for s in senses if s.actor.sector or s.head}
    country = countries.pop() if len(countries) == 1 else None
    sector = sectors.pop() if len(sectors) == 1 else None
    return Sense(Actor(slug(phrase), phrase, country, sector, None, 0.4, "more than one party"))


def _respelled(word: Word, view: View) -> Sense | None:
    """Look a lone name up with two neighbouring letters swapped ("Isreali")."""
    if not word.is_name or len(word.key) < 6:
        return None
    for n in range(1, len(word.key) - 1):
        key = f"{word.key[:n]}{word.key[n + 1]}{word.key[n]}{word.key[n + 2 :]}"
        entries = [e for e in view.table.names.get(key, ()) if e.kind in ("state", "people")]
        if entries:
            actor = choose(entries, view, frozenset(), False)
            return Sense(
                replace(actor, score=SWAPPED, why=f"read as {actor.name!r}"), is_known=True
            )
    return None
