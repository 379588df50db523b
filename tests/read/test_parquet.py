"""Tests of reading Parquet."""

from __future__ import annotations

import datetime
from io import BytesIO
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from sayso.read.files import read_files

TEXTS = [f"The governor said that {n} houses had burnt down." for n in range(40)]


def write(path: Path, **columns: list[object]) -> Path:
    parquet.write_table(pa.table(columns), path, row_group_size=10)
    return path


def test_a_row_is_an_article(tmp_path: Path) -> None:
    path = write(
        tmp_path / "in.parquet",
        id=list(range(40)),
        text=list(TEXTS),
        title=["T", *[None] * 39],
        date=[datetime.date(1999, 9, 20)] * 40,
        weight=[0.5] * 40,
    )
    found = list(read_files([path]))
    assert [(a.id, a.text) for a in found] == [(str(n), t) for n, t in enumerate(TEXTS)]
    assert (found[0].title, found[1].title, found[0].published) == ("T", None, "1999-09-20")
    assert not any(a.problems for a in found)


def test_columns_of_other_names_are_named(tmp_path: Path) -> None:
    path = write(tmp_path / "in.parquet", body=list(TEXTS), doc=[f"d{n}" for n in range(40)])
    found = list(read_files([path], columns={"text": "body", "id": "doc"}))
    assert [(a.id, a.text) for a in found] == [(f"d{n}", t) for n, t in enumerate(TEXTS)]


@pytest.mark.parametrize("asked", [{}, {"text": "words"}, {"text": "body", "title": "head"}])
def test_a_file_without_the_column_is_told_and_its_columns_named(
    tmp_path: Path, asked: dict[str, str]
) -> None:
    path = write(tmp_path / "in.parquet", body=list(TEXTS))
    (article,) = read_files([path], columns=asked)
    assert [p.code for p in article.problems] == ["no-column"]
    assert "body" in article.problems[0].reason


def test_a_row_without_a_text_is_told_and_the_rest_read(tmp_path: Path) -> None:
    path = write(tmp_path / "in.parquet", text=[TEXTS[0], None, TEXTS[1]])
    first, failed, last = read_files([path])
    assert (first.text, last.text) == (TEXTS[0], TEXTS[1])
    assert [p.code for p in failed.problems] == ["bad-line"]


def test_what_is_no_parquet_or_breaks_off_is_told(tmp_path: Path) -> None:
    whole = BytesIO()
    parquet.write_table(pa.table({"text": TEXTS}), whole)
    for raw in (b"", b"PAR1", b"not at all", whole.getvalue()[:-20], whole.getvalue()[40:]):
        (tmp_path / "in.parquet").write_bytes(raw)
        *_, last = read_files([tmp_path / "in.parquet"])
        assert [p.code for p in last.problems] == ["unreadable"]


def test_a_damaged_page_costs_what_is_behind_it_alone(tmp_path: Path) -> None:
    path = write(tmp_path / "in.parquet", text=list(TEXTS))
    raw = bytearray(path.read_bytes())
    at = raw.rindex(b"The governor said") if b"The governor said" in raw else len(raw) // 2
    start = parquet.ParquetFile(BytesIO(bytes(raw))).metadata.row_group(3).column(0)
    at = start.dictionary_page_offset or start.data_page_offset
    raw[at : at + 30] = b"\xff" * 30
    path.write_bytes(bytes(raw))
    *sound, last = read_files([path])
    assert [a.text for a in sound] == TEXTS[:30]
    assert [p.code for p in last.problems] == ["unreadable"]


def test_a_column_that_unpacks_to_far_too_much_is_refused(tmp_path: Path) -> None:
    table = pa.table({"text": [" " * 20_000_000, "a"]})
    parquet.write_table(table, tmp_path / "in.parquet", compression="zstd", use_dictionary=False)
    (article,) = read_files([tmp_path / "in.parquet"])
    assert [p.code for p in article.problems] == ["bomb"]
