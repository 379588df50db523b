"""The measure of places: distances, and the reports of LGL and GeoVirus read from their XML."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import InputError
from sayso.evaluate.places import kilometres, read_geovirus, read_lgl, rows, score

LGL = """<articles><article docid="7"><text>Fire broke out in Lyon near Mount Zog.</text>
<toponyms><toponym><start>18</start><end>22</end><phrase>Lyon</phrase>
<gaztag geonameid="2996944"><lat>45.75</lat><lon>4.85</lon></gaztag></toponym>
<toponym><start>28</start><end>37</end><phrase>Mount Zog</phrase></toponym></toponyms>
</article></articles>"""
VIRUS = """<articles><article><text>Doctors in Kenya and Lyon met.</text><locations>
<location><name>Lyon</name><start>21</start><lat>45.75</lat><lon>4.85</lon>
<page>https://example.org/wiki/Lyon</page></location>
<location><name>Kenya</name><start>11</start><lat>1</lat><lon>38</lon>
<page>https://example.org/wiki/Kenya</page></location></locations></article></articles>"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "lgl.xml").write_text(LGL, encoding="utf-8")
    (tmp_path / "GeoVirus.xml").write_text(VIRUS, encoding="utf-8")
    return tmp_path


def test_a_quarter_of_the_equator_is_10_007_kilometres() -> None:
    assert kilometres(0, 0, 0, 90) == pytest.approx(10_007, abs=1)
    assert kilometres(10, 20, 10, 20) == 0


def test_the_score_counts_what_lies_within_161_kilometres() -> None:
    got = score([0.0, 161.0, 162.0, 9000.0])
    assert (got.places, got.near, got.median_km) == (4, 0.5, 161.5)
    assert score([]).near == 0


def test_toponyms_without_coordinates_are_left_out_and_all_come_in_text_order(folder: Path) -> None:
    (lgl,) = read_lgl(folder / "lgl.xml")
    assert [place.span.text for place in lgl.places] == ["Lyon"]
    (virus,) = read_geovirus(folder / "GeoVirus.xml")
    assert [place.span.text for place in virus.places] == ["Kenya", "Lyon"]


def test_a_country_counts_as_right_where_gold_names_it(folder: Path) -> None:
    lines = list(rows(folder))
    assert len(lines) == 5
    assert "2 toponyms  within 161 km 100.0%" in lines[-1]


def test_a_folder_without_the_files_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        list(rows(tmp_path))
