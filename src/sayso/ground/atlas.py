"""All place knowledge behind one question: which places may this name stand for?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain
from math import cos, log10, radians, sin
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sayso.ground.folding import fold
from sayso.ground.gazetteer import ADMIN1, CAPITAL, DEGREE, NOWHERE, Gazetteer
from sayso.ground.place_tables import Candidate, Kind, Table, read_countries, read_places

#: What a place weighs before its report is read, in units of a tenfold population; set on
#: GeoVirus and one half of LGL.
PEOPLE = 1.1
KIND: dict[Kind, float] = {
    "country": 2.2, "admin1": 0.4, "admin2": 0.0, "capital": 1.2, "city": 0.3,
    "point": 1.0, "area": 1.0, "region": 2.0,
}  # fmt: skip
LESSER_NAME, USER = -2.2, 10.0

#: A lesser division that weighs less than so much more than the town in it that bears its name
#: gives way: a plain "Geneva" is the town, "Geneva canton" is not.
MUCH = 1.0

DATA = Path(__file__).parent / "data"

#: Names of this length and less are abbreviations and count only in capitals ("US", never "us").
ABBREVIATION = 3
#: So many names are kept with their candidates; then it begins anew.
REMEMBERED = 20_000
_KINDS: dict[int, Kind] = {1: "admin1", 2: "admin2", 3: "city", 4: "capital"}
#: The gazetteer keeps 8 times the binary logarithm of the population.
_LOG10_STEP = log10(2) / 8


@dataclass(frozen=True, eq=False)
class Candidates:
    """The places that one name may stand for, with their weights and positions."""

    places: tuple[Candidate, ...]

    def __bool__(self) -> bool:
        return bool(self.places)

    @cached_property
    def prior(self) -> NDArray[np.float32]:
        """What each place weighs before anything else of the report is known."""
        weights = [weight(place) for place in self.places]
        for n, division in enumerate(self.places):
            for m, town in enumerate(self.places) if division.kind == "admin2" else ():
                if division.geonameid in town.within and 0 < weights[n] - weights[m] < MUCH:
                    weights[n], weights[m] = weights[m], weights[n]
        return np.array(weights, dtype=np.float32)

    @cached_property
    def points(self) -> NDArray[np.float32]:
        """Unit vectors, one row for each place."""
        return np.array([_unit(p.lat, p.lon) for p in self.places], dtype=np.float32)

    @cached_property
    def is_spot(self) -> NDArray[np.bool_]:
        """Which places are no whole countries."""
        return np.array([place.precision != "country" for place in self.places])


class Atlas:
    """The gazetteer, our own tables and, before both, the user's.

    Raises InputError where a file is missing or cannot be used.
    """

    def __init__(self, aliases: Path | None = None) -> None:
        self._user: Table = {} if aliases is None else read_places(aliases)
        self._gazetteer = Gazetteer(DATA / "gazetteer.bin")
        self._countries, self._peoples, self._codes = read_countries(DATA / "countries.tsv")
        self._places = read_places(DATA / "places.tsv", "sayso")
        #: The words that a name of a country or a people may begin with, folded.
        self.country_starts = {key.split(" ")[0] for key in (*self._countries, *self._peoples)}
        self.country_starts |= {"the", "st"}
        self._known: dict[tuple[str, bool], Candidates] = {}

    def candidates(self, name: str) -> Candidates:
        """Return the places that a name, as written, may stand for."""
        key, capitals = fold(name), is_abbreviation(name)
        if len(key) <= ABBREVIATION and not name[:1].isupper():
            return _NONE
        found = self._known.get((key, capitals))
        if found is None:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            found = Candidates(tuple(self._look_up(key, capitals)))
            self._known[key, capitals] = found
        return found

    def countries(self, name: str) -> list[Candidate]:
        """Return the countries of that name, or whose people are called so ("Syrian", "Poles")."""
        key = fold(name)
        if len(key) <= ABBREVIATION and not is_abbreviation(name):
            return self._peoples.get(key, []) if name[:1].isupper() else []
        return self._countries.get(key) or self._peoples.get(key, [])

    @cached_property
    def capitals(self) -> dict[str, Candidate]:
        """The capital of each country, by the country's three letters."""
        rows = np.flatnonzero(self._gazetteer.columns["kind"] == CAPITAL)
        found = (self._candidate(int(row), alias=False) for row in rows)
        ordered = sorted(found, key=lambda place: place.people)
        return {place.country: place for place in ordered if place.country is not None}

    def _look_up(self, key: str, capitals: bool) -> Iterator[Candidate]:
        if key in self._user:
            yield from self._user[key]
            return
        seen: set[int | None] = set()
        abbreviated = len(key) <= ABBREVIATION
        ours = chain(
            self._countries.get(key, ()), self._peoples.get(key, ()), self._places.get(key, ())
        )
        states = {country.country for country in self._countries.get(key, ())}
        for place in chain(ours, self._rows(key)):
            if place.kind in ("admin1", "admin2") and place.country in states:
                continue  # "Taiwan", "Mexico": a division named like its country
            if abbreviated and not capitals and fold(place.name) != key:
                continue
            if place.geonameid is None or place.geonameid not in seen:
                seen.add(place.geonameid)
                yield place

    def _rows(self, key: str) -> Iterator[Candidate]:
        for row, alias in self._gazetteer.rows(key):
            yield self._candidate(row, alias)

    def _candidate(self, row: int, alias: bool) -> Candidate:
        gazetteer = self._gazetteer
        columns = gazetteer.columns
        kind = int(columns["kind"][row])
        within, admin1, parent = [], None, int(columns["parent"][row])
        while parent != NOWHERE:
            within.append(int(columns["id"][parent]))
            if int(columns["kind"][parent]) == ADMIN1:
                admin1 = gazetteer.name(parent)
            parent = int(columns["parent"][parent])
        return Candidate(
            gazetteer.name(row), _KINDS[kind], "admin" if kind <= 2 else "city",
            int(columns["lat"][row]) / DEGREE, int(columns["lon"][row]) / DEGREE,
            self._codes.get(gazetteer.countries[int(columns["country"][row])]),
            int(columns["id"][row]), admin1, int(columns["size"][row]) * _LOG10_STEP,
            tuple(within), alias,
        )  # fmt: skip


_NONE = Candidates(())


def open_atlas(aliases: Path | None = None) -> Atlas:
    """Return the atlas, opened once, with the user's table of places before ours.

    Raises InputError where a file is missing or cannot be used.
    """
    return _opened(aliases)


_opened = lru_cache(maxsize=8)(Atlas)


def weight(place: Candidate) -> float:
    """Return what a place weighs by what it is: its people, its kind, how it is named."""
    bonus = LESSER_NAME * place.alias + USER * (place.origin == "user")
    return PEOPLE * place.people + KIND[place.kind] + bonus


def is_abbreviation(name: str) -> bool:
    """Tell whether a name is written as abbreviations are: "US", "U.S.", "Fla."."""
    return name.isupper() or (name[:1].isupper() and name.endswith("."))


def _unit(lat: float, lon: float) -> tuple[float, float, float]:
    phi, theta = radians(lat), radians(lon)
    return cos(phi) * cos(theta), cos(phi) * sin(theta), sin(phi)
