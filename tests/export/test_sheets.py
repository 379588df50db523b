"""Sheets: exact columns, and no cell that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from sayso.export.cells import csv_line, safe_cell, sheet_cell
from sayso.export.sheets import COLUMNS, LISTS, MEANINGS, write_csv, write_lines, write_xlsx
from sayso.record.reading import Reading
from sayso.store.flatten import flatten

PAYLOADS = [
    "=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1+1", " =1+1", "\n=cmd|' /C calc'!A0",
    "＝1+1", "＋1", "－1+cmd", "＠SUM(1)", "=HYPERLINK(\"http://evil.example\",\"x\")",
    "\u200b=1+1", "\ufeff=1+1", "\u00a0=1", "|cmd", "%0A=1", "=DDE(\"cmd\";\"/C calc\";\"x\")",
]  # fmt: skip


@pytest.mark.parametrize("payload", PAYLOADS)
def test_words_that_could_be_a_formula_are_marked_as_words(payload: str) -> None:
    assert str(safe_cell(payload)).startswith("'")


@pytest.mark.parametrize("harmless", ["-12", "+3.5", "12", "a=b", "", "Rafah", "5 - 3"])
def test_numbers_and_plain_words_stay_as_they_are(harmless: str) -> None:
    assert safe_cell(harmless) == harmless


@given(st.lists(st.text(max_size=20), min_size=1, max_size=5))
def test_a_line_of_csv_comes_back_with_no_formula_in_it(values: list[str]) -> None:
    (row,) = list(csv.reader(io.StringIO(csv_line(values), newline=""))) or [[""]]
    assert len(row) == len(values)
    assert not any(cell[:1] in ("=", "@", "\t", "\r") for cell in row)


@given(st.text())
def test_a_cell_of_a_workbook_holds_nothing_that_xml_cannot(words: str) -> None:
    cell = str(sheet_cell(words))
    assert all(c in "\t\n\r" or c >= " " for c in cell) and len(cell) <= 32_767


@pytest.mark.parametrize("payload", [p for p in PAYLOADS if p.strip()])
def test_no_workbook_cell_is_a_formula(
    pair: Callable[..., tuple[str, Reading]], tmp_path: Path, payload: str
) -> None:
    text, reading = pair(title=payload, publisher=payload)
    write_xlsx([(text, reading)], tmp_path / "out.xlsx")
    book = load_workbook(tmp_path / "out.xlsx")
    for sheet in book:
        assert not any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)
    book.close()


def test_every_table_has_its_columns_and_every_column_a_value(
    pair: Callable[..., tuple[str, Reading]],
) -> None:
    for table, columns in COLUMNS.items():
        head, *rows = csv.reader(io.StringIO("".join(write_csv(table, [pair()]))))
        assert tuple(head) == columns
        stored = flatten(pair()[1])
        assert len(rows) == (len(stored[table]) if table in stored else 1) > 0
        assert all(len(row) == len(columns) for row in rows)


def test_a_proposal_has_the_id_days_and_own_steps_of_its_negotiation(
    pair: Callable[..., tuple[str, Reading]],
) -> None:
    first, (text, later) = pair(), pair("made-2", published="2024-02-08")
    (proposal,) = later.proposals
    agreed = replace(later, proposals=(replace(proposal, state="accepted"),))
    lines = write_lines("proposals", [first, (text, agreed)])
    one, two = (json.loads(line) for line in lines)
    assert one["negotiation"] == two["negotiation"] == f"{first[1].id}/p1"
    assert (one["offered_day"], one["agreed_day"]) == ("2024-02-06", "2024-02-08")
    assert {step["kind"] for step in one["steps"]} == {"state", "term", "stance"}
    assert [(s["kind"], s["what"], s["before"]) for s in two["steps"]] == [
        ("state", "accepted", "offered")
    ]
    assert one["stands"] == two["stands"]
    for table in ("terms", "stances"):
        told = map(json.loads, write_lines(table, [first, (text, agreed)]))
        assert {row["negotiation"] for row in told} == {one["negotiation"]}
    assert {stand["day"] for stand in two["stands"]} == {"2024-02-08"}


def test_figures_keep_their_open_bound_and_their_claimant(
    pair: Callable[..., tuple[str, Reading]],
) -> None:
    rows = list(csv.DictReader(io.StringIO("".join(write_csv("figures", [pair()])))))
    told = {(r["low"], r["high"], r["claimant"], r["where_name"]) for r in rows}
    assert ("12", "", "doctors", "Brask") in told


def lines(table: str, *pairs: tuple[str, Reading]) -> list[dict[str, object]]:
    return [json.loads(line) for line in write_lines(table, pairs)]


def test_a_line_has_the_columns_of_its_table_and_lists_as_lists(
    pair: Callable[..., tuple[str, Reading]],
) -> None:
    for table, columns in COLUMNS.items():
        for row in lines(table, pair()):
            assert tuple(row) == columns
            assert all(isinstance(row[name], list) for name in LISTS & set(columns))


def test_a_term_and_a_stance_stand_in_rows_of_their_own(
    pair: Callable[..., tuple[str, Reading]],
) -> None:
    text, reading = pair()
    (term,) = lines("terms", (text, reading))
    assert (term["proposal"], term["name"], term["number"]) == ("p1", "a 30-day truce plan", 1)
    assert (term["what"], term["party"], term["claimant"]) == ("free two pilots", "Velmar", None)
    (stance,) = lines("stances", (text, reading))
    assert (stance["party"], stance["stance"]) == ("Ostrava", "conditional")
    assert stance["condition"] == "only if the guns go"
    for row, words in ((term, "free two pilots"), (stance, "Ostrava")):
        assert text[int(str(row["start_char"])) : int(str(row["end_char"]))] == words


def test_a_stance_rests_on_its_own_statement(pair: Callable[..., tuple[str, Reading]]) -> None:
    text, reading = pair()
    (proposal,) = reading.proposals
    stance = replace(proposal.stances[0], statement="s2")
    told = replace(reading, proposals=(replace(proposal, stances=(stance,)),))
    (row,) = lines("stances", (text, told))
    assert (row["claimant"], row["statement"]) == ("doctors", "s2")
    assert row["chain"] == ["doctors", "the Ostrava interior ministry"]
    (term,) = lines("terms", (text, told))
    assert term["claimant"] is None


def test_the_stops_of_one_traveller_are_put_together_over_the_reports(
    pair: Callable[..., tuple[str, Reading]],
) -> None:
    (stop,) = lines("journeys", pair(), pair("made-2", publisher="Courier"))
    assert (stop["traveller"], stop["place"], stop["state"]) == ("Ana Brand", "Brask", "past")
    assert (stop["first_day"], stop["where_country"]) == ("2024-02-04", "FRA")
    assert stop["told_in"] == ["made-1/e5", "made-2/e5"]


def test_a_workbook_has_a_sheet_a_table_and_one_that_explains_the_columns(
    pair: Callable[..., tuple[str, Reading]], tmp_path: Path
) -> None:
    text, reading = pair()
    write_xlsx([(text, replace(reading, title="\x00 strange \ud800"))], tmp_path / "out.xlsx")
    book = load_workbook(tmp_path / "out.xlsx", read_only=True)
    assert book.sheetnames == [*COLUMNS, "columns"]
    known = {column for columns in COLUMNS.values() for column in columns}
    assert set(MEANINGS) <= known
    book.close()
