"""The tables of places are sorted, have no duplicates, and say where they come from."""

from __future__ import annotations

import pytest

from sayso.ground.atlas import DATA
from sayso.ground.folding import fold
from sayso.ground.place_tables import read_countries, read_places
from sayso.record.vocabulary import PRECISIONS


def rows_of(file: str) -> tuple[str, list[dict[str, str]]]:
    head, columns, *lines = (DATA / file).read_text(encoding="utf-8").splitlines()
    return head, [dict(zip(columns.split("\t"), line.split("\t"), strict=True)) for line in lines]


@pytest.mark.parametrize("file", ["countries.tsv", "names.tsv", "places.tsv"])
def test_a_table_names_its_source_is_sorted_and_has_no_duplicates(file: str) -> None:
    head, rows = rows_of(file)
    assert head.startswith("# ") and ("GeoNames" in head or "by hand" in head)
    keys = [
        row["letters"] if file == "countries.tsv" else (row["name"], int(row["geonameid"] or 0))
        for row in rows
    ]
    assert keys == sorted(set(keys))
    ids = [row["geonameid"] for row in rows if row["geonameid"]]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("file", ["countries.tsv", "names.tsv", "places.tsv"])
def test_no_alias_only_repeats_another(file: str) -> None:
    for row in rows_of(file)[1]:
        folded = [fold(alias) for alias in row["aliases"].split("|") if alias]
        assert all(folded), row
        assert len(folded) == len(set(folded)), row


def test_places_have_valid_coordinates_precisions_and_countries() -> None:
    codes = set(read_countries(DATA / "countries.tsv")[2].values())
    for row in rows_of("places.tsv")[1]:
        assert -90 <= float(row["lat"]) <= 90 and -180 <= float(row["lon"]) <= 180, row
        assert row["precision"] in PRECISIONS, row
        assert not row["country"] or row["country"] in codes, row


def test_the_country_of_a_disputed_place_is_explained() -> None:
    disputed = [row for row in rows_of("places.tsv")[1] if "disputed" in row["note"]]
    assert len(disputed) > 30
    for row in disputed:
        explains = ("filed", "claimed", "status open", "part of", "awarded", "differ")
        assert any(word in row["note"] for word in explains), row


def test_there_are_several_hundred_places_of_our_own() -> None:
    assert len(read_places(DATA / "places.tsv", "sayso")) > 800
