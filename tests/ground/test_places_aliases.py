"""The user's own table of places: used before ours, and refused where it is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import InputError
from sayso.ground.places import resolve_places, where
from sayso.record.span import Span

HEAD = "name,aliases,lat,lon,country,precision,note\n"


def table(folder: Path, *lines: str) -> Path:
    path = folder / "ours.csv"
    path.write_text("# places of our project\n" + HEAD + "\n".join(lines), encoding="utf-8")
    return path


def test_a_place_of_the_user_is_found_by_name_and_alias(tmp_path: Path) -> None:
    path = table(tmp_path, "Camp Blue,Blue Camp|CB1,31.5,34.4,PSE,point,surveyed by us")
    for name in ("Camp Blue", "Blue Camp", "CB1"):
        found = where(name, aliases=path)
        assert (found.name, found.lat, found.precision) == ("Camp Blue", 31.5, "point")
    assert "user" in found.why and "surveyed by us" in found.why
    assert where("Camp Blue").precision is None


def test_a_place_of_the_user_goes_before_ours(tmp_path: Path) -> None:
    path = table(tmp_path, "Paris,,-30.0,150.0,AUS,city,")
    text = "The road to Paris was closed."
    found = resolve_places([Span.of(text, 12, 17)], text, aliases=path)
    assert found[0].country == "AUS"


@pytest.mark.parametrize(
    "line",
    ["Nowhere,,95,0,,city,", "Nowhere,,x,0,,city,", "Nowhere,,1,2,FR,city,",
     "Nowhere,,1,2,FRA,village,", ",,1,2,FRA,city,", "Nowhere,,nan,2,FRA,city,"],
)  # fmt: skip
def test_a_wrong_line_is_refused_by_its_number(tmp_path: Path, line: str) -> None:
    path = table(tmp_path, "Good,,1,2,FRA,city,", line)
    with pytest.raises(InputError, match="line 4"):
        where("Good", aliases=path)


def test_a_missing_table_or_column_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        where("Paris", aliases=tmp_path / "missing.csv")
    path = tmp_path / "short.csv"
    path.write_text("name,lat\nHome,3\n", encoding="utf-8")
    with pytest.raises(InputError, match="lon"):
        where("Home", aliases=path)
