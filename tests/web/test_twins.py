"""The twins: plain JSON, and CSV that no spreadsheet takes for a formula."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.web.twins import cell, plain, write_csv, write_json
from sayso.web.visit import Page


@dataclass(frozen=True)
class Row:
    words: str | None
    number: float | None
    names: tuple[str, ...]
    class_: str = ""


@given(st.text())
def test_no_cell_begins_a_formula(words: str) -> None:
    (row,) = list(csv.reader(io.StringIO(write_csv([Row(words, 1, (words,))])), strict=True))[1:]
    for value in (row[0], row[2]):
        assert not value.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert row[0].removeprefix("'") == words or words.startswith("'")


def test_numbers_stay_numbers_and_nothing_is_an_empty_cell() -> None:
    assert cell(-5) == -5
    assert cell(None) == ""
    assert cell(("a", "=b")) == "a | '=b"


def test_a_table_without_rows_is_empty_and_a_name_loses_its_underscore() -> None:
    assert write_csv([]) == "\ufeff"
    assert write_csv([Row("a", None, ())]).splitlines()[0] == "\ufeffwords,number,names,class"


@given(st.text(), st.none() | st.floats(allow_nan=False, allow_infinity=False))
def test_json_gives_back_what_was_shown(words: str, number: float | None) -> None:
    page = Page("x.html", "T", {}, [Row(words, number, (words, "b"))], about={"k": (1, 2)})
    told = json.loads(write_json(page, {"q": words}))
    assert told["rows"] == [{"words": words, "number": number, "names": [words, "b"], "class": ""}]
    assert told["about"] == {"k": [1, 2]} and told["asked"] == {"q": words}


def test_what_is_no_record_is_refused() -> None:
    with pytest.raises(TypeError, match="object"):
        plain(object())
