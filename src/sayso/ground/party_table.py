"""The table of parties, ours and the user's, to the entries that a name may stand for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import Literal

from sayso.ground.party_file import read_parties
from sayso.ground.party_words import key_of, party_rows, slug
from sayso.language.states import state_rows

Kind = Literal["state", "people", "seat", "place", "person", "body"]

#: How a surname ends that is written now one way, now another: "Zaluzhn*yi*", "Zaluzhn*y*".
_ENDING = re.compile(r"(?<=[a-z]sk)(?:y|yi|iy|yy|i)$|(?<=[a-z]n)(?:yi|iy|yy)$|(?<=[hk]n)y$")
_ENDS = ("y", "yi", "iy", "yy")
#: Two spellings of one surname are so alike.
_ALIKE = 0.75
#: The files of named bodies, all with the same columns.
BODIES = ("forces", "groups", "institutions", "international", "media", "organisations", "politics")


@dataclass(frozen=True, slots=True)
class Entry:
    """One party for one period.

    ``since`` and ``until`` are ISO dates, months or years, both included, "" where open; ``office``
    names the office that a person held in that period.
    """

    id: str
    name: str
    kind: Kind
    country: str | None
    sector: str | None
    wikidata: str | None = None
    since: str = ""
    until: str = ""
    office: str = ""

    def holds(self, day: str) -> bool:
        """Tell whether an ISO day lies in the period."""
        return not self.is_after(day) and not self.is_before(day)

    def is_before(self, day: str) -> bool:
        """Tell whether the period is over by that day."""
        return bool(self.until) and self.until < day[: len(self.until)]

    def is_after(self, day: str) -> bool:
        """Tell whether the period begins after that day."""
        return bool(self.since) and day[: len(self.since)] < self.since


@dataclass(slots=True)
class Table:
    """Entries by key. ``names`` holds full names and aliases, ``shorts`` surnames and the like.

    ``persons`` holds the periods of each person by id, ``given`` their given names.
    """

    names: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    shorts: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    offices: dict[tuple[str, str], list[Entry]] = field(default_factory=lambda: defaultdict(list))
    states: dict[str, Entry] = field(default_factory=dict)
    armies: dict[str, Entry] = field(default_factory=dict)
    longest: dict[str, int] = field(default_factory=dict)
    persons: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    given: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def enter(self, entry: Entry, names: Iterable[str]) -> None:
        """Enter a party under its names; ill-formed names without a letter are passed over."""
        for name in names:
            key = key_of(name)
            if key:
                self._enter(self.names, key, entry)

    def enter_short(self, entry: Entry, names: Iterable[str]) -> None:
        """Enter a person under short names, which others may bear too."""
        for name in names:
            self._enter(self.shorts, key_of(name), entry)

    def copy(self) -> Table:
        """Return a table to which all but people can be added without changing this one."""
        return Table(
            defaultdict(list, {k: list(v) for k, v in self.names.items()}),
            defaultdict(list, {k: list(v) for k, v in self.shorts.items()}),
            defaultdict(list, {k: list(v) for k, v in self.offices.items()}),
            dict(self.states), dict(self.armies), dict(self.longest), self.persons, self.given,
        )  # fmt: skip

    def _enter(self, index: dict[str, list[Entry]], key: str, entry: Entry) -> None:
        entries = index[key]
        if not entries or entries[-1] is not entry:
            entries.append(entry)
        first, count = key.partition(" ")[0], key.count(" ") + 1
        if self.longest.get(first, 0) < count:
            self.longest[first] = count


def party_table(own: str | Path | None = None) -> Table:
    """Return the table of parties, with the user's file where one is given; read once.

    Raises InputError where the user's file cannot be used.
    """
    if own is None:
        return _ours()
    path = Path(own)
    changed = path.stat().st_mtime_ns if path.is_file() else 0
    return _with_file(path, changed)


@cache
def _ours() -> Table:
    table = Table()
    _enter_states(table)
    for name in BODIES:
        for row in party_rows(f"parties/{name}"):
            _enter_body(table, row)
    for row in party_rows("parties/persons"):
        _enter_person(table, row)
    for name, country in party_rows("parties/places"):
        table.enter(Entry(slug(name), name, "place", country, None), [name])
    _find_armies(table)
    return table


@cache
def _with_file(path: Path, changed: int) -> Table:
    """Return our table with the parties of a file, which come before ours of the same name."""
    table = _ours().copy()
    for party in read_parties(path):
        entry = Entry(
            party.wikidata or slug(party.name), party.name, "body", party.country, party.sector,
            party.wikidata, party.since, party.until, "",
        )  # fmt: skip
        for name in (party.name, *party.aliases):
            key = key_of(name)
            table.names[key] = [e for e in table.names[key] if e.id == entry.id]
            table.shorts.pop(key, None)
        table.enter(entry, (party.name, *party.aliases))
    return table


def _split(cell: str) -> list[str]:
    return cell.split("|") if cell else []


def _enter_states(table: Table) -> None:
    for name, aliases, adjectives, people, seats, iso, wikidata, since, until in state_rows():
        id, qid = wikidata or slug(name), wikidata or None
        state = Entry(id, name, "state", iso, None, qid, since, until)
        table.states[iso] = state
        table.enter(state, [name, *_split(aliases), *_split(adjectives)])
        nation = Entry(f"{slug(name)}-people", f"people of {name}", "people", iso, None)
        table.enter(nation, _split(people))
        seat = Entry(id, name, "seat", iso, "GOV", qid, since, until)
        table.enter(seat, [s for s in _split(seats) if key_of(s) not in table.names])


def _enter_body(table: Table, row: tuple[str, ...]) -> None:
    name, aliases, country, sector, wikidata, since, until = row
    entry = Entry(
        wikidata or slug(name), name, "body", country or None, sector or None, wikidata or None,
        since, until,
    )  # fmt: skip
    table.enter(entry, [name, *_split(aliases)])


def _enter_person(table: Table, row: tuple[str, ...]) -> None:
    name, aliases, short, country, sector, wikidata, since, until, office = row
    entry = Entry(
        wikidata or slug(name), name, "person", country or None, sector, wikidata or None, since,
        until, office,
    )  # fmt: skip
    table.enter(entry, [name, *_split(aliases)])
    table.persons[entry.id].append(entry)
    for words in (name, *_split(aliases)):
        table.given[entry.id].add(key_of(words).partition(" ")[0])
    shorts = list(_short_names(name, _split(short)))
    table.enter_short(entry, [*shorts, *_spellings(shorts, _split(aliases))])
    if office:
        table.offices[(entry.country or sector, office)].append(entry)


def _short_names(name: str, told: list[str]) -> Iterator[str]:
    """Return a person's short names: those of the table, or else the last word of the name."""
    yield from told
    last = name.replace("al-", "").split(" ")[-1]
    has_surname = any(" " not in short and "-" not in short for short in told)
    if not has_surname and not last.isupper() and last != "Jr.":
        yield last


def _spellings(shorts: list[str], aliases: list[str]) -> Iterator[str]:
    """Return the last words of a person's other names that are but spellings of a short name."""
    known = {key_of(short) for short in shorts}
    lasts = [alias.rpartition(" ")[2] for alias in aliases if " " in alias]
    ended = [_ENDING.sub(end, s) for s in (*shorts, *lasts) if _ENDING.search(s) for end in _ENDS]
    for last in (*lasts, *ended):
        key = key_of(last)
        if key and key not in known and any(_is_spelling(key, k) for k in known if k):
            known.add(key)
            yield last


def _is_spelling(one: str, other: str) -> bool:
    return one[0] == other[0] and SequenceMatcher(None, one, other).ratio() >= _ALIKE


def _find_armies(table: Table) -> None:
    """Note for each state the body that "the X military" or "the X army" stands for."""
    for state in table.states.values():
        for body in (f"{state.name} military", f"{state.name} army"):
            table.armies.update(_army(table, state, body))
    for row in state_rows():
        state = table.states[row[5]]
        for adjective in _split(row[2]):
            for noun in ("army", "armed forces", "military"):
                table.armies.update(_army(table, state, f"{adjective} {noun}"))


def _army(table: Table, state: Entry, name: str) -> dict[str, Entry]:
    entries = table.names.get(key_of(name), [])
    own = (e for e in entries if e.country == state.country and e.sector == "MIL")
    return {e.country: e for e in own if e.country is not None}
