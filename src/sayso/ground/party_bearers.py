"""The people that a report names in full to who is meant by a surname that others bear too."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from sayso.ground.party_choice import HELD, OFFICE, SHORT, states_in
from sayso.ground.party_phrase import BARE, Sense
from sayso.ground.party_roles import Role, longest_role, roles
from sayso.ground.party_table import Table
from sayso.ground.party_words import Word, read_words, slug
from sayso.record.grounding import Actor

SURNAME = 0.85
#: States in which the surname is written first.
SURNAME_FIRST = frozenset({"CHN", "HKG", "KHM", "KOR", "MAC", "PRK", "TWN", "VNM"})
#: Sectors of people who are called by their surname as those of the table are.
_PUBLIC = OFFICE | {"MIL", "REB", "PTY", "OPP", "PRM", "ELI"}


class Naming(NamedTuple):
    """Who a mention names: where it begins, its words, and what it stands for by itself."""

    at: int
    words: Sequence[Word]
    sense: Sense


class Bearers:
    """Who bears the surnames that somebody of the table and somebody of the report share.

    The report's own person is meant, unless the report names the one of the table too, in full or
    with their office: then the one of the two who was named so last before, of the report's own
    only those with a sector of public life.
    """

    def __init__(self, namings: Sequence[Naming], table: Table) -> None:
        self.ours: dict[str, list[Naming]] = defaultdict(list)
        for naming in namings:
            keys = () if naming.sense.is_known else _shorter(naming.sense)
            for key in keys:
                if key in table.shorts:
                    self.ours[key].append(naming)
        self.offices = {
            (n.sense.actor.country, n.sense.head.office): n.sense.actor
            for n in reversed(namings)
            if n.sense.is_office and n.sense.head and not n.sense.is_known
        }
        self.table = table
        self.named = {n.sense.actor.id for n in namings}
        self.stateless = {n.sense.head.office for n in namings if n.sense.head and _is_bare(n)}
        public = {n.sense.actor.id for n in namings if n.sense.actor.sector in _PUBLIC}
        self.theirs: dict[str, list[Naming]] = {}
        self.all: dict[str, list[Naming]] = {}
        self.public: dict[str, list[Naming]] = {}
        for key, ours in self.ours.items():
            ids = {entry.id for entry in table.shorts[key]}
            known = [n for n in namings if n.sense.is_known and n.sense.actor.id in ids]
            theirs = self.theirs[key] = _told(known, ours, table)
            self.all[key] = sorted([*ours, *theirs], key=_place)
            in_public = [n for n in ours if n.sense.actor.id in public]
            self.public[key] = sorted([*in_public, *theirs], key=_place)

    def among(self, words: Iterable[Word], at: int) -> dict[str, Actor]:
        """Return who of the report is meant by the surnames among the words that begin there."""
        if not self.ours:
            return {}
        written = f" {' '.join([word.key for word in words])} "
        shared = [key for key in self.ours if f" {key} " in written]
        found = {key: self._meant(key, at) for key in shared}
        return {key: actor for key, actor in found.items() if actor is not None}

    def holder(self, sense: Sense) -> Actor | None:
        """Return whom the report names in an office that a mention tells without a name."""
        if not sense.is_office or sense.head is None or sense.person:
            return None
        actor = self.offices.get((sense.actor.country, sense.head.office))
        if actor is None:
            return self._doubted(sense.actor, sense.head)
        return replace(actor, score=HELD, why=f"{sense.head.office}, named in the report")

    def _doubted(self, holder: Actor, role: Role) -> Actor | None:
        """The office without the table's holder, where somebody named without a state may hold it.

        "President Roe told of ... Norland's president": who is president is what the report says.
        """
        is_told = holder.id in self.named or holder.id not in self.table.persons
        if is_told or role.office not in self.stateless:
            return None
        why = f"{role.office}, whom the report may name otherwise than the table"
        state = self.table.states.get(holder.country or "")
        name = f"{role.words} of {state.name}" if state else role.words
        return replace(holder, id=slug(name), name=name, wikidata=None, score=BARE, why=why)

    def _meant(self, key: str, at: int) -> Actor | None:
        theirs = self.theirs[key]
        near = self.public[key] if theirs and theirs[0].at <= at else self.all[key]
        naming = near[max(bisect_right(near, at, key=_place) - 1, 0)]
        if naming.sense.is_known:
            return None
        actor = naming.sense.actor
        return replace(actor, score=SURNAME, why=f"surname of {actor.name}, named in the report")


def _is_bare(naming: Naming) -> bool:
    """Tell whether an unknown holder is told by office and name alone: "President Ana Roe"."""
    sense = naming.sense
    if sense.head is None or sense.is_known or sense.actor.country or not sense.head.office:
        return False
    written = [word.raw for word in naming.words if word.low != "the"]
    return " ".join(written).lower() == f"{sense.head.words} {sense.person}".lower()


def _place(naming: Naming) -> int:
    return naming.at


def _shorter(sense: Sense) -> Iterator[str]:
    """Yield the keys by which a person may be called: "Roe", "Vega" and "Roe Vega" of a name."""
    keys = [word.key for word in read_words(sense.person)]
    if sense.actor.country in SURNAME_FIRST and len(keys) > 1:
        yield keys[0]
    yield from keys[1:-1]
    yield from (" ".join(keys[start:]) for start in range(1, len(keys)))


def _told(known: Sequence[Naming], ours: Sequence[Naming], table: Table) -> list[Naming]:
    """Return those of the table named in full or with what is theirs and none of ours."""
    offices = {n.sense.head.office for n in ours if n.sense.head} | {""}
    sectors = {n.sense.actor.sector for n in ours} | {None}
    states = {n.sense.actor.country for n in ours}

    def is_told(naming: Naming) -> bool:
        actor = naming.sense.actor
        if actor.score > SHORT:
            return True
        told = list(_roles_in(naming.words))
        rows = table.persons[actor.id]
        if ({role.office for role in told} - offices) & {row.office for row in rows}:
            return True
        if actor.sector in {role.sector for role in told} - sectors:
            return True
        named = set(states_in(" ".join([word.raw for word in naming.words]), table)) - states
        return any(row.country in named for row in rows)

    return [naming for naming in known if is_told(naming)]


def _roles_in(words: Sequence[Word]) -> Iterator[Role]:
    lows = [word.low for word in words]
    for first, low in enumerate(lows):
        for count in range(1, longest_role().get(low, 0) + 1):
            role = roles().get(" ".join(lows[first : first + count]))
            if role is not None:
                yield role
