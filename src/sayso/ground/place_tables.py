"""Tables of places, ours and the user's, to the candidates that they name."""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from sayso.errors import InputError
from sayso.ground.folding import fold
from sayso.record.vocabulary import PRECISIONS, Precision

Kind = Literal["country", "admin1", "admin2", "capital", "city", "point", "area", "region"]
Origin = Literal["geonames", "sayso", "user"]

#: What a table's precision says of the kind, where a place is told to lie in one country.
_KINDS: dict[str, Kind] = {"point": "point", "city": "city", "admin": "admin1", "country": "region"}
#: How many people a place counts for where its table does not say: it is named for a reason.
_PEOPLE = {"point": 50_000, "city": 50_000, "admin": 500_000, "country": 50_000_000}


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place that a name may stand for.

    ``country`` is ISO 3166-1 alpha-3 or null (several countries, none, or left open); ``lat`` and
    ``lon`` are WGS84 degrees, for a country the middle, which is never given out; ``people`` the
    decimal logarithm of the population; ``within`` the GeoNames ids of the divisions around it;
    ``alias`` tells that the name looked up is another one than ``name``.
    """

    name: str
    kind: Kind
    precision: Precision
    lat: float
    lon: float
    country: str | None = None
    geonameid: int | None = None
    admin1: str | None = None
    people: float = 0.0
    within: tuple[int, ...] = ()
    alias: bool = False
    origin: Origin = "geonames"
    note: str = ""


Table = dict[str, list[Candidate]]


def read_countries(path: Path) -> tuple[Table, Table, dict[str, str]]:
    """Return the candidates by folded name, by folded demonym, and alpha-3 codes by alpha-2."""
    names: Table = {}
    demonyms: Table = {}
    codes: dict[str, str] = {}
    for _, row in _rows(path):
        codes[row["letters"]] = row["iso3"]
        country = Candidate(
            row["name"], "country", "country", float(row["lat"]), float(row["lon"]),
            row["iso3"], int(row["geonameid"]), people=_log(row["people"]), origin="sayso",
        )  # fmt: skip
        _enter(names, country, [row["name"], *_split(row["aliases"])])
        _enter(demonyms, country, _split(row["demonyms"]))
    return names, demonyms, codes


def read_places(path: Path, origin: Origin = "user") -> Table:
    """Return the candidates of a table of places, by folded name.

    The file is CSV in UTF-8 with a head line, or the same with tabs where its name ends in
    ``.tsv``; lines that begin with "#" are left out. Columns: ``name lat lon`` (degrees) must be
    there; ``aliases`` (between "|"), ``country`` (alpha-3), ``admin1``, ``precision`` (point city
    admin country; city unless told), ``geonameid``, ``people``, ``note`` may.
    Raises InputError, naming the line, where the file or a value cannot be used.
    """
    table: Table = {}
    for line, row in _rows(path):
        try:
            place = _candidate(row, origin)
        except (KeyError, ValueError) as wrong:
            raise InputError(f"{path}, line {line}: {wrong}", _ADVICE) from wrong
        _enter(table, place, [place.name, *_split(row.get("aliases", ""))])
    return table


_ADVICE = "docs/places.md lists the columns and the values that they take."


def _rows(path: Path) -> Iterator[tuple[int, Mapping[str, str]]]:
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as failure:
        raise InputError(f"{path} cannot be read: {failure}", _ADVICE) from failure
    numbered = [(n, t) for n, t in enumerate(lines, 1) if t.strip() and not t.startswith("#")]
    delimiter = "\t" if path.suffix == ".tsv" else ","
    cells = csv.reader([text for _, text in numbered], delimiter=delimiter)
    head: list[str] | None = None
    for (number, _), row in zip(numbered, cells, strict=False):
        if head is None:
            head = [name.strip() for name in row]
        else:
            yield number, dict(zip(head, (cell.strip() for cell in row), strict=False))


def _candidate(row: Mapping[str, str], origin: Origin) -> Candidate:
    name, country = row["name"], row.get("country") or None
    precision = next(
        (p for p in get_args(Precision) if p == (row.get("precision") or "city")), None
    )
    if precision is None:
        raise ValueError(f"precision {row['precision']!r} is none of {', '.join(PRECISIONS)}")
    lat, lon = float(row["lat"]), float(row["lon"])
    if not fold(name) or not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise ValueError(f"{name!r} at {lat}, {lon} is no place on earth")
    if country and not (len(country) == 3 and country.isascii() and country.isupper()):
        raise ValueError(f"country {country!r} is no code of three capital letters")
    kind: Kind = "area" if precision == "admin" and country is None else _KINDS[precision]
    return Candidate(
        name, kind, precision, lat, lon, country, int(row.get("geonameid") or 0) or None,
        row.get("admin1") or None, _log(row.get("people") or str(_PEOPLE[precision])),
        origin=origin, note=row.get("note", ""),
    )  # fmt: skip


def _enter(table: Table, place: Candidate, names: Iterable[str]) -> None:
    for name in names:
        found = table.setdefault(fold(name), [])
        if place not in found:
            found.append(place)


def _split(cell: str) -> list[str]:
    return [part for part in cell.split("|") if part]


def _log(people: str) -> float:
    return math.log10(max(float(people), 1.0))
