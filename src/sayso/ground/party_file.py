"""A user's CSV, TSV or TOML file to parties of their own."""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sayso.errors import InputError

#: PLOVER's sector codes (manual, draft 2.0, February 2024), those of international bodies first.
SECTORS = frozenset({
    "IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC",
    "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK",
    "AGR", "BUS", "CRM", "CVL", "EDU", "ELI", "JRN", "LAB", "MED", "OPP", "PRE", "REF", "REL",
    "SOC",
})  # fmt: skip
_COUNTRY = re.compile(r"[A-Z]{3}")
_QID = re.compile(r"Q[1-9]\d*")
_DAY = re.compile(r"[1-9]\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


@dataclass(frozen=True, slots=True)
class OwnParty:
    """A party of the user's: dates are ISO days, months or years, "" where open."""

    name: str
    aliases: tuple[str, ...] = ()
    country: str | None = None
    sector: str | None = None
    wikidata: str | None = None
    since: str = ""
    until: str = ""


def read_parties(path: Path) -> tuple[OwnParty, ...]:
    """Return the parties of a file.

    CSV in UTF-8 with a head line (tabs where the name ends in ``.tsv``), columns ``name aliases
    country sector wikidata from to``, of which only ``name`` must be there, aliases between "|";
    or TOML with one ``[[party]]`` a party and the same keys, aliases a list.
    Raises InputError, naming the row, where the file or a value cannot be used.
    """
    try:
        rows = list(_toml(path) if path.suffix.lower() == ".toml" else _table(path))
    except (OSError, UnicodeDecodeError, csv.Error, tomllib.TOMLDecodeError) as failed:
        raise InputError(f"the file of parties {path} cannot be read: {failed}") from failed
    return tuple(_party(path, number, row) for number, row in enumerate(rows, 1))


def _table(path: Path) -> Iterator[Mapping[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = (line for line in file if line.strip() and not line.startswith("#"))
        delimiter = "\t" if path.suffix.lower() == ".tsv" else ","
        for row in csv.DictReader(lines, delimiter=delimiter):
            yield {k: v or "" for k, v in row.items() if isinstance(k, str)}


def _toml(path: Path) -> Iterator[Mapping[str, str]]:
    parties = tomllib.loads(path.read_text(encoding="utf-8")).get("party", [])
    if not isinstance(parties, list) or not all(isinstance(p, dict) for p in parties):
        raise InputError(f"{path} has no list of parties", "write each under [[party]]")
    for party in parties:
        yield {k: "|".join(v) if isinstance(v, list) else str(v) for k, v in party.items()}


def _party(path: Path, number: int, row: Mapping[str, str]) -> OwnParty:
    cells = {key: value.strip() for key, value in row.items()}
    at = f"party {number} of {path}"
    name = cells.get("name", "")
    if not any(c.isalnum() for c in name):
        raise InputError(f"{at} has no name", "fill the column name")
    _check(at, "country", cells, _COUNTRY.fullmatch, "give ISO 3166-1 alpha-3 (FRA)")
    _check(at, "sector", cells, SECTORS.__contains__, "give a PLOVER sector code (GOV, REB ...)")
    _check(at, "wikidata", cells, _QID.fullmatch, "give a Wikidata id (Q30)")
    _check(at, "from", cells, _DAY.fullmatch, "give an ISO day, month or year")
    _check(at, "to", cells, _DAY.fullmatch, "give an ISO day, month or year")
    return OwnParty(
        name, tuple(a.strip() for a in cells.get("aliases", "").split("|") if a.strip()),
        cells.get("country") or None, cells.get("sector") or None, cells.get("wikidata") or None,
        cells.get("from", ""), cells.get("to", ""),
    )  # fmt: skip


def _check(at: str, column: str, cells: Mapping[str, str], fits: object, advice: str) -> None:
    value = cells.get(column, "")
    if value and callable(fits) and not fits(value):
        raise InputError(f"{at}: {value!r} cannot be its {column}", advice)
