"""The entries that a name may stand for, the day and the report to the one that is meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from itertools import islice

from sayso.ground.party_table import Entry, Table
from sayso.ground.party_words import key_of, written_words
from sayso.record.grounding import Actor

#: Sectors of people in office; out of it they are former elites.
OFFICE = frozenset({"GOV", "LEG", "EUR", "IGO", "UNO", "JUD", "SPY", "COP"})
#: Offices whose holder is meant by a surname that several people bear.
TOP = ("president", "head of government", "monarch", "leader", "secretary-general")
FULL, SHORT, HELD = 0.95, 0.8, 0.8
#: A state is told by its parties where they are named so often.
OFTEN = 3
#: Between somebody and the state that he deals with, right before its name or a word farther.
DEALING = frozenset({"against", "toward", "towards", "with"})
_KINDS = frozenset({"state", "people", "seat"})


@dataclass(frozen=True)
class View:
    """What a phrase is read against: the table, the ISO day (or None), and the report's text.

    ``bearers`` holds those who are meant by a surname in the report, by its key; ``home`` is the
    code of the state whose organs bare ones ("the army") are, with how it is told.
    """

    table: Table
    day: str | None = None
    context: str | None = None
    bearers: Mapping[str, Actor] = field(default_factory=dict)
    home: tuple[str, str] | None = None

    @cached_property
    def named_states(self) -> tuple[str, ...]:
        """Codes of the states named in the report, each once, in text order."""
        return tuple(states_in(self.context, self.table)) if self.context else ()

    @cached_property
    def only_state(self) -> tuple[str, str] | None:
        """Home, else the one state that the report names, and how it is told."""
        if self.home is not None:
            return self.home
        first = list(islice(states_in(self.context, self.table), 2)) if self.context else []
        text = self.context or ""
        if len(first) != 1 or _is_outweighed(first[0], text, self.table):
            return None
        if _is_partner(first[0], text, self.table):
            return None
        return first[0], f"{first[0]} is the only state named in the report"


def day_of(published: str | None) -> str | None:
    """Return the ISO day of a publication day, None where it is no day of the calendar."""
    try:
        return date.fromisoformat(published[:10]).isoformat() if published else None
    except ValueError:
        return None


def states_in(text: str, table: Table) -> Iterator[str]:
    """Yield the code of each state whose name, adjective, people or seat the text has, once."""
    found: set[str] = set()
    for entries in _named_in(text, table):
        for entry in entries:
            if entry.kind in _KINDS and entry.country and entry.country not in found:
                found.add(entry.country)
                yield entry.country


def countries_in(text: str, table: Table) -> set[str]:
    """Return the codes of the states that names in the text belong to, of parties and towns, too.

    A name that may be of several states tells none.
    """
    each = ({entry.country for entry in entries} for entries in _named_in(text, table))
    return {country for own in each if len(own) == 1 for country in own if country}


def _is_outweighed(state: str, text: str, table: Table) -> bool:
    """Tell whether parties of another state are named often, and oftener than the state and what
    belongs to it: a report of its rebels that quotes an envoy from abroad."""
    parties = (e for e in _named_in(text, table) if not all(entry.kind == "place" for entry in e))
    told = ({entry.country for entry in entries} for entries in parties)
    named = Counter(country for own in told if len(own) == 1 for country in own if country)
    here = named.pop(state, 0)
    return max(named.values(), default=0) >= max(here + 1, OFTEN)


def _is_partner(state: str, text: str, table: Table) -> bool:
    """Tell whether a state is but whom others deal with: "talks *with* Norland"."""
    raws, told = written_words(text), []
    for at, entries in _names_at(raws, table):
        if any(e.country == state for e in entries):
            before = raws[at - 2 : at] if at > 1 else raws[:at]
            owns = raws[at].endswith(("'s", "\u2019s"))
            told.append(not owns and any(w.lower() in DEALING for w in before))
    return bool(told) and all(told)


def _named_in(text: str, table: Table) -> Iterator[Sequence[Entry]]:
    """Yield the entries of each name in the text, the longest name at each place."""
    return (entries for _, entries in _names_at(written_words(text), table))


def _names_at(raws: Sequence[str], table: Table) -> Iterator[tuple[int, Sequence[Entry]]]:
    """Yield the place of each name among the words of a text, with its entries."""
    past = 0
    for at in [n for n, raw in enumerate(raws) if raw[0].isupper()]:
        longest = table.longest.get(key_of(raws[at]), 0) if at >= past else 0
        keys = [key_of(r) for r in raws[at : at + longest]]
        for count in range(len(keys), 0, -1):
            entries = table.names.get(" ".join(keys[:count]))
            if entries:
                past = at + count
                yield at, entries
                break


def choose(entries: Sequence[Entry], view: View, near: frozenset[str], short: bool) -> Actor:
    """Return the party meant by a name; fields on which the candidates differ stay None.

    ``near`` holds the codes of the states named beside it; ``short`` tells of a surname alone.
    """
    parties = [_on_day(rows, view.day) for rows in _by_party(entries)]
    parties = _narrow(parties, view, near)
    if len(parties) == 1 and short and _is_past(parties[0][0], view):
        why = f"may stand for {parties[0][0].name}, of whose state the report does not tell"
        return Actor("", "", why=why)
    if len(parties) == 1:
        return _actor(*parties[0], SHORT if short else FULL)
    return _either([_actor(*party, SHORT) for party in parties])


def _is_past(entry: Entry, view: View) -> bool:
    """Tell of somebody out of office of whose state the report does not tell: "Moon" in space."""
    if not view.context or not view.day or entry.sector != "ELI" or entry.country is None:
        return False
    return entry.country not in view.named_states and entry.name not in view.context


def _by_party(entries: Sequence[Entry]) -> list[list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(entry.id, []).append(entry)
    return list(found.values())


def _on_day(rows: list[Entry], day: str | None) -> tuple[Entry, str]:
    """Return a party's row for a day, its sector as it was then, and why where it changed."""
    if len(rows) == 1 and not (rows[0].since or rows[0].until):
        return rows[0], "named in the table"
    if day is None:
        return max(rows, key=lambda row: row.since), "named in the table, no day given"
    held = [row for row in rows if row.holds(day)]
    if held:
        top = [row for row in held if row.office in TOP]
        return (top or held)[-1], f"named in the table for {day}"
    past = [row for row in rows if row.is_before(day)]
    if past:
        row = max(past, key=lambda row: row.until)
        if row.kind == "person" and row.sector in OFFICE:
            return replace(row, sector="ELI", office=""), f"out of office since {row.until}"
        return row, f"named in the table until {row.until}"
    row = min(rows, key=lambda row: row.since)
    if row.kind == "person" and row.sector in OFFICE:
        return replace(row, sector=None, office=""), f"not yet in office on {day}"
    return row, f"named in the table from {row.since}"


def _narrow(
    parties: list[tuple[Entry, str]], view: View, near: frozenset[str]
) -> list[tuple[Entry, str]]:
    """Keep the candidates that the states beside, the report, and then the day speak for."""
    if len(parties) == 1:
        return parties
    tests: list[Callable[[Entry], bool]] = [lambda e: e.country in near]
    if view.context:
        text = view.context
        tests.append(lambda e: e.name in text)
    if view.day:
        tests.append(lambda e: e.kind != "person" or e.sector not in ("ELI", None))
        tests.append(lambda e: e.office in TOP)
    if view.context:
        tests.append(lambda e: e.country in view.named_states)
    for test in tests:
        kept = [party for party in parties if test(party[0])] if len(parties) > 1 else []
        parties = kept or parties
    return parties


def _actor(entry: Entry, why: str, score: float) -> Actor:
    return Actor(entry.id, entry.name, entry.country, entry.sector, entry.wikidata, score, why)


def _either(actors: list[Actor]) -> Actor:
    countries = {actor.country for actor in actors}
    sectors = {actor.sector for actor in actors}
    names = sorted(actor.name for actor in actors)
    return Actor(
        "", "", countries.pop() if len(countries) == 1 else None,
        sectors.pop() if len(sectors) == 1 else None, None, 0.4,
        f"may stand for {' or '.join(names[:4])}",
    )  # fmt: skip


def holder(table: Table, country: str, office: str, day: str) -> Entry | None:
    """Return the one person who held an office on a day, None where none or several did."""
    held = {e.id: e for e in table.offices.get((country, office), ()) if e.holds(day)}
    return next(iter(held.values())) if len(held) == 1 else None
