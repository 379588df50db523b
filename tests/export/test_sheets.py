"""Sheets: exact columns, and no cell that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from sayso.export.cells import csv_line, safe_cell, sheet_cell
from sayso.export.sheets import COLUMNS, MEANINGS, write_csv, write_xlsx
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
        assert len(rows) == len(flatten(pair()[1])[table]) > 0
        assert all(len(row) == len(columns) for row in rows)


def test_figures_keep_their_open_bound_and_their_claimant(
    pair: Callable[..., tuple[str, Reading]],
) -> None:
    rows = list(csv.DictReader(io.StringIO("".join(write_csv("figures", [pair()])))))
    told = {(r["low"], r["high"], r["claimant"], r["where_name"]) for r in rows}
    assert ("12", "", "doctors", "Brask") in told


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
