"""The tables of parties are sorted, dated, coded, and give no name to two parties at one time."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

import pytest

from sayso.ground.party_file import SECTORS
from sayso.ground.party_roles import roles
from sayso.ground.party_stand_ins import stand_ins
from sayso.ground.party_table import BODIES, Entry, party_table
from sayso.ground.party_words import key_of, party_rows
from sayso.language.states import state_rows

TABLES = (*BODIES, "persons", "places", "states")
COUNTRY = {"places": 1, "states": 5, "persons": 3}
#: ISO 3166-3 codes of former states, and the code in use for Kosovo.
BEYOND_ISO = {"SUN", "YUG", "SCG", "CSK", "DDR", "VDR", "YMD", "RHO", "XKX"}
ISO_TEXT = """
AFG ALB DZA ASM AND AGO AIA ATG ARG ARM ABW AUS AUT AZE BHS BHR BGD BRB BLR BEL BLZ BEN BMU BTN
BOL BIH BWA BRA VGB BRN BGR BFA BDI KHM CMR CAN CPV CYM CAF TCD CHL CHN COL COM COG COD COK CRI
CIV HRV CUB CUW CYP CZE DNK DJI DMA DOM ECU EGY SLV GNQ ERI EST SWZ ETH FLK FRO FJI FIN FRA GUF
PYF GAB GMB GEO DEU GHA GIB GRC GRL GRD GLP GUM GTM GGY GIN GNB GUY HTI VAT HND HKG HUN ISL IND
IDN IRN IRQ IRL IMN ISR ITA JAM JPN JEY JOR KAZ KEN KIR PRK KOR KWT KGZ LAO LVA LBN LSO LBR LBY
LIE LTU LUX MAC MDG MWI MYS MDV MLI MLT MHL MTQ MRT MUS MYT MEX FSM MDA MCO MNG MNE MSR MAR MOZ
MMR NAM NRU NPL NLD NCL NZL NIC NER NGA NIU MKD NOR OMN PAK PLW PSE PAN PNG PRY PER PHL POL PRT
PRI QAT REU ROU RUS RWA KNA LCA VCT WSM SMR STP SAU SEN SRB SYC SLE SGP SVK SVN SLB SOM ZAF SSD
ESP LKA SDN SUR SWE CHE SYR TWN TJK TZA THA TLS TGO TON TTO TUN TUR TKM TCA TUV UGA UKR ARE GBR
USA URY UZB VUT VEN VNM VIR YEM ZMB ZWE ALA ESH
"""
ISO = set(ISO_TEXT.split())


def rows_of(table: str) -> tuple[tuple[str, ...], ...]:
    return state_rows() if table == "states" else party_rows(f"parties/{table}")


def folded(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name)
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


def end(day: str, last: bool) -> str:
    """The first or last day of a day, month or year."""
    return day + ("-12-31" if last else "-01-01")[3 * (day.count("-")) :] if day else ""


def overlap(a: Entry, b: Entry) -> bool:
    def begins_by(x: Entry, y: Entry) -> bool:
        return not x.since or not y.until or end(x.since, False) <= end(y.until, True)

    return begins_by(a, b) and begins_by(b, a)


@pytest.mark.parametrize("table", TABLES)
def test_a_table_is_sorted_and_has_no_row_twice(table: str) -> None:
    rows = rows_of(table)
    assert list(rows) == sorted(rows, key=lambda row: (folded(row[0]), row))
    assert len(set(rows)) == len(rows)


@pytest.mark.parametrize("table", TABLES)
def test_every_country_is_an_iso_code_and_every_sector_one_of_plover(table: str) -> None:
    at = COUNTRY.get(table, 2)
    for row in rows_of(table):
        assert row[at] in ISO | BEYOND_ISO | {""}, row
        if table not in ("places", "states"):
            assert row[at + 1] in SECTORS | {""}, row


@pytest.mark.parametrize("table", [t for t in TABLES if t != "places"])
def test_every_wikidata_id_is_well_formed_and_belongs_to_one_name(table: str) -> None:
    owners: dict[str, str] = {}
    for row in rows_of(table):
        for cell in row:
            if re.fullmatch(r"Q\d+", cell):
                assert owners.setdefault(cell, row[0]) == row[0]


@pytest.mark.parametrize("table", [t for t in TABLES if t != "places"])
def test_every_period_has_real_days_in_order(table: str) -> None:
    for row in rows_of(table):
        since, until = row[6:8] if table == "persons" else row[-2:]
        for day, last in ((since, False), (until, True)):
            if day and day.count("-") != 1:
                date.fromisoformat(end(day, last))
            elif day:
                date.fromisoformat(day + "-01")
        assert not since or not until or since[: len(until)] <= until[: len(since)], row


def test_no_name_belongs_to_two_parties_at_one_time() -> None:
    shared = [
        (key, a.name, b.name)
        for key, entries in party_table().names.items()
        for n, a in enumerate(entries)
        for b in entries[n + 1 :]
        if a.id != b.id and overlap(a, b)
    ]
    assert shared == []


def test_one_name_has_one_id_and_one_id_one_name() -> None:
    entries = {e for found in party_table().names.values() for e in found}
    assert len({(e.id, e.name) for e in entries}) == len({e.id for e in entries})
    assert len({(e.id, e.name) for e in entries}) == len({e.name for e in entries})


@pytest.mark.parametrize("table", TABLES)
def test_no_row_gives_an_alias_that_is_already_one_of_its_names(table: str) -> None:
    columns = (0,) if table == "places" else (0, 1)
    for row in rows_of(table):
        names = [row[0], *(row[1].split("|") if len(columns) > 1 and row[1] else ())]
        assert len(set(names)) == len(names), row
        assert all(key_of(name) for name in names), row


def test_there_are_at_least_fifteen_hundred_parties() -> None:
    entries = {e.id for found in party_table().names.values() for e in found if e.kind != "place"}
    assert len(entries) >= 1500


@pytest.mark.parametrize("table", ["party_roles", "party_spellings", "party_stand_ins"])
def test_a_word_list_is_sorted_and_has_no_word_twice(table: str) -> None:
    words = [row[0] for row in party_rows(table)]
    assert words == sorted(set(words))


def test_the_small_words_are_sorted() -> None:
    rows = list(party_rows("party_particles"))
    assert rows == sorted(set(rows))


def test_every_role_has_known_codes_and_rules() -> None:
    for words, sector, takes, with_state, _ in party_rows("party_roles"):
        assert {sector, with_state} <= SECTORS | {""}, words
        assert set(takes.split()) <= {"org", "same", "state", "army", "government"}, words
        assert words == words.lower() and re.fullmatch(r"[a-z ]+", words), words


def test_every_noun_that_stands_in_is_a_role() -> None:
    for noun, (sectors, _) in stand_ins().items():
        assert noun in roles()
        assert sectors <= SECTORS | {"STATE", "ARMY"}
