"""Events to the codes of others: PLOVER by status, CAMEO, and ACLED's event types."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

from sayso.ground.place_tables import read_countries
from sayso.record.findings import Event
from sayso.record.vocabulary import REAL_STATUSES


@dataclass(frozen=True, slots=True)
class Codes:
    """What a PLOVER type and mode are in CAMEO and in ACLED.

    ``acled_kept`` tells whether ACLED has such events at all; what it has not is "Other".
    """

    cameo_root: str
    cameo: str
    acled_event: str
    acled_sub_event: str
    acled_kept: bool


@dataclass(frozen=True, slots=True)
class Coded:
    """The type and mode under which PLOVER codes an event, given its status."""

    type: str
    mode: str | None


#: What an event that is only planned is to PLOVER: promised goods are agreed, promised yielding
#: is conceded, announced harm is threatened; words are words.
PLANNED = {
    "CONSULT": "AGREE", "SUPPORT": "AGREE", "COOPERATE": "AGREE", "AID": "AGREE",
    "RETREAT": "CONCEDE", "PROTEST": "THREATEN", "SANCTION": "THREATEN", "MOBILIZE": "THREATEN",
    "COERCE": "THREATEN", "ASSAULT": "THREATEN",
}  # fmt: skip
#: The mode of a request for an act, and of a threat with one.
REQUESTED = {
    "AID": "assist", "COOPERATE": "assist", "CONSULT": "meet", "RETREAT": "yield",
    "CONCEDE": "yield",
}  # fmt: skip
THREATENED = {
    "ASSAULT": "violence", "MOBILIZE": "violence", "COERCE": "restrict", "SANCTION": "relations",
}  # fmt: skip
THREATENED_MODE = {"arrest": "arrest", "expel": "expel", "deport": "expel", "seize": "territory"}


def plover_of(event: Event) -> Coded | None:
    """Return how PLOVER codes an event, or None where it does not (possible, negated)."""
    if event.status in REAL_STATUSES:
        return Coded(event.type, event.mode)
    if event.status == "planned":
        later = PLANNED.get(event.type, event.type)
        if later == "THREATEN" and event.type != "THREATEN":
            return _threat(event)
        return Coded(later, event.mode if later == event.type else None)
    if event.status == "demanded":
        if event.type == "REQUEST":
            return Coded("REQUEST", event.mode)
        return Coded("REQUEST", REQUESTED.get(event.type, "change"))
    return _threat(event) if event.status == "threatened" else None


def _threat(event: Event) -> Coded:
    if event.type == "THREATEN":
        return Coded("THREATEN", event.mode)
    return Coded("THREATEN", THREATENED_MODE.get(event.mode or "", THREATENED.get(event.type)))


def codes_of(type: str, mode: str | None) -> Codes:
    """Return the codes of a PLOVER type and mode."""
    table = crosswalk()
    return table.get((type, mode or "")) or table[type, ""]


@cache
def crosswalk() -> dict[tuple[str, str], Codes]:
    """Return the table from type and mode ("" for none) to the codes of others."""
    return {
        (row["type"], row["mode"]): Codes(
            row["cameo_root"], row["cameo"], row["acled_event"], row["acled_sub_event"],
            row["acled_kept"] == "yes",
        )
        for row in _rows("crosswalk.tsv")
    }  # fmt: skip


@cache
def iso_numbers() -> dict[str, str]:
    """Return the ISO 3166-1 numbers of countries by their alpha-3 codes."""
    return {row["iso3"]: row["number"] for row in _rows("iso_numbers.tsv")}


@cache
def countries() -> dict[str, tuple[str, str]]:
    """Return the two letters and the name of countries by their alpha-3 codes."""
    with resources.as_file(resources.files("sayso.ground") / "data" / "countries.tsv") as path:
        names, _, letters = read_countries(Path(path))
    known = {place.country: place.name for found in names.values() for place in found}
    return {iso3: (two, known.get(iso3, iso3)) for two, iso3 in letters.items()}


def _rows(name: str) -> Iterator[dict[str, str]]:
    text = (resources.files("sayso.export") / "data" / name).read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    yield from csv.DictReader(lines, delimiter="\t")
