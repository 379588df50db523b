"""Formats of others: exact columns, honest precision, and nothing that is not in the record."""

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

from sayso.errors import InputError, UsageError
from sayso.export import acled, ged, plover
from sayso.export.crosswalk import codes_of, countries, crosswalk, iso_numbers, plover_of
from sayso.export.formats import FORMATS, export, named
from sayso.export.ftm import PROPERTIES
from sayso.export.parquet import read_parquet
from sayso.export.webannotation import findings_of, spans_in
from sayso.record.reading import Reading
from sayso.record.vocabulary import EVENT_TYPES, MODES, STATUSES
from sayso.record.written import read_reading

Pair = Callable[..., tuple[str, Reading]]


def lines(name: str, *pairs: tuple[str, Reading]) -> list[dict[str, object]]:
    write = named(name).text
    assert write is not None
    return [json.loads(line) for line in "".join(write(pairs)).splitlines()]


def table(name: str, *pairs: tuple[str, Reading]) -> list[dict[str, str]]:
    write = named(name).text
    assert write is not None
    return list(csv.DictReader(io.StringIO("".join(write(pairs)))))


def test_every_format_writes_a_file_and_leaves_nothing_beside_it(
    pair: Pair, tmp_path: Path
) -> None:
    for form in FORMATS:
        path = tmp_path / f"out-{form.name}{form.ending}"
        export(form.name, [pair()], path)
        assert path.stat().st_size > 0
    assert len(list(tmp_path.iterdir())) == len(FORMATS)


def test_a_folder_that_is_not_there_is_refused(pair: Pair, tmp_path: Path) -> None:
    for form in FORMATS:
        with pytest.raises(InputError, match="cannot be written"):
            export(form.name, [pair()], tmp_path / "nowhere" / "out")


def test_an_unknown_format_is_refused_with_the_list() -> None:
    with pytest.raises(UsageError, match="acled"):
        named("excel")


def test_json_lines_and_parquet_lose_nothing(pair: Pair, tmp_path: Path) -> None:
    pairs = [pair(), pair("made-2", title="Another")]
    export("jsonl", pairs, tmp_path / "out.jsonl")
    export("parquet", pairs, tmp_path / "out.parquet")
    readings = [reading for _, reading in pairs]
    written = (tmp_path / "out.jsonl").read_text("utf-8").splitlines()
    assert [read_reading(line) for line in written] == readings
    assert list(read_parquet(tmp_path / "out.parquet")) == readings


def test_geojson_has_a_point_only_for_a_point(pair: Pair) -> None:
    write = named("geojson").text
    assert write is not None
    told = json.loads("".join(write([pair()])))
    by_id = {feature["id"]: feature for feature in told["features"]}
    assert told["type"] == "FeatureCollection" and len(by_id) == 5
    assert by_id["made-1/e1"]["geometry"] == {"type": "Point", "coordinates": [6.5, 45.12346]}
    assert by_id["made-1/e1"]["properties"]["place_precision"] == "city"
    country = by_id["made-1/e4"]
    assert country["geometry"] is None
    assert country["properties"]["place_precision"] == "country"
    assert "radius_km" in country["properties"]
    assert by_id["made-1/e2"]["geometry"] is None


def test_geojson_tells_the_days_of_events_from_those_of_their_reports(pair: Pair) -> None:
    write = named("geojson").text
    assert write is not None
    told = json.loads("".join(write([pair()])))
    days = {f["id"]: (f["properties"]["first_day"], f["properties"]["day_of"])
            for f in told["features"]}  # fmt: skip
    assert days["made-1/e1"] == ("2024-02-04", "event")
    assert days["made-1/e2"] == ("2024-02-06", "report")


ACLED = (
    "event_id_cnty, event_date, year, time_precision, disorder_type, event_type, sub_event_type, "
    "actor1, assoc_actor_1, inter1, actor2, assoc_actor_2, inter2, interaction, "
    "civilian_targeting, iso, region, country, admin1, admin2, admin3, location, latitude, "
    "longitude, geo_precision, source, source_scale, notes, fatalities, tags, timestamp"
)
ACLED_TYPES = {
    "Battles", "Explosions/Remote violence", "Violence against civilians", "Protests", "Riots",
    "Strategic developments",
}  # fmt: skip
ACLED_SUB_TYPES = {
    "Government regains territory", "Non-state actor overtakes territory", "Armed clash",
    "Chemical weapon", "Air/drone strike", "Suicide bomb", "Shelling/artillery/missile attack",
    "Remote explosive/landmine/IED", "Grenade", "Sexual violence", "Attack",
    "Abduction/forced disappearance", "Peaceful protest", "Protest with intervention",
    "Excessive force against protesters", "Violent demonstration", "Mob violence", "Agreement",
    "Arrests", "Change to group/activity", "Disrupted weapons use",
    "Headquarters or base established", "Looting/property destruction",
    "Non-violent transfer of territory", "Other",
}  # fmt: skip


def test_acled_rows_have_the_31_columns_and_only_what_took_place(pair: Pair) -> None:
    assert list(acled.COLUMNS) == ACLED.split(", ") and len(acled.COLUMNS) == 31
    shells, march = table("acled", pair())
    assert list(shells) == ACLED.split(", ")
    assert (shells["event_type"], shells["sub_event_type"]) == (
        "Explosions/Remote violence", "Shelling/artillery/missile attack",
    )  # fmt: skip
    assert (shells["event_date"], shells["time_precision"], shells["year"]) == (
        "2024-02-04", "1", "2024",
    )  # fmt: skip
    assert (shells["actor1"], shells["inter1"]) == ("Velmar Army", "External/Other forces")
    assert (shells["actor2"], shells["inter2"]) == ("shepherds", "Civilians")
    assert shells["civilian_targeting"] == "Civilian targeting"
    assert (shells["iso"], shells["country"], shells["geo_precision"]) == ("250", "France", "1")
    assert shells["fatalities"] == "12"
    assert "killed=12 or more; rule=largest lower bound" in shells["tags"]
    assert "said by=doctors < the Ostrava interior ministry" in shells["tags"]
    assert (march["event_type"], march["latitude"], march["geo_precision"]) == ("Protests", "", "")
    assert march["inter1"] == ""


GED = (
    "id, relid, year, active_year, code_status, type_of_violence, conflict_dset_id, "
    "conflict_new_id, conflict_name, dyad_dset_id, dyad_new_id, dyad_name, side_a_dset_id, "
    "side_a_new_id, side_a, side_b_dset_id, side_b_new_id, side_b, number_of_sources, "
    "source_article, source_office, source_date, source_headline, source_original, where_prec, "
    "where_coordinates, where_description, adm_1, adm_2, latitude, longitude, geom_wkt, "
    "priogrid_gid, country, country_id, region, event_clarity, date_prec, date_start, date_end, "
    "deaths_a, deaths_b, deaths_civilians, deaths_unknown, best, high, low, gwnoa, gwnob"
)


def test_ged_rows_have_the_49_columns_and_add_up(pair: Pair) -> None:
    assert list(ged.COLUMNS) == GED.split(", ") and len(ged.COLUMNS) == 49
    (row,) = table("ged", pair())
    assert list(row) == GED.split(", ")
    assert int(row["low"]) <= int(row["best"]) <= int(row["high"])
    parts = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")
    assert sum(int(row[part]) for part in parts) == int(row["best"]) == 12
    assert (row["type_of_violence"], row["where_prec"], row["date_prec"]) == ("3", "1", "1")
    assert (row["source_original"], row["source_office"]) == ("doctors", "Wire")


@pytest.mark.parametrize(
    ("lat", "lon", "cell"),
    [(-90, -180, 1), (-90, -179.5, 2), (-89.5, -180, 721), (89.9, 179.9, 259_200),
     (90, 180, 259_200)],
)  # fmt: skip
def test_cells_of_prio_grid_count_from_the_south_west(lat: float, lon: float, cell: int) -> None:
    assert ged.priogrid(lat, lon) == cell


PLOVER = (
    "id, has_event, date, time, enddate, endtime, actor, recipient, event, event_loc, event_text, "
    "quad_code, event_scale, mode, context, link, text, text_info, cite_info, coder, coded_date, "
    "coded_time, comment"
)


def test_plover_records_have_the_23_fields_and_types_by_status(pair: Pair) -> None:
    records = lines("plover", pair())
    assert all(list(record) == PLOVER.split(", ") for record in records)
    assert tuple(PLOVER.split(", ")) == plover.FIELDS and len(plover.FIELDS) == 23
    coded = {str(r["id"]): (r["event"], r["mode"], r["quad_code"]) for r in records}
    assert coded["made-1/e1"] == (["ASSAULT"], ["heavy-weapons"], "M-conf")
    assert coded["made-1/e2"] == (["CONCEDE"], [], "V-coop")
    assert coded["made-1/e3"] == (["THREATEN"], ["arrest"], "V-conf")
    first = records[0]
    assert first["actor"] == [
        {"code": "DEU", "sector": "MIL", "entity_text": "Velmar Army", "identifier_id": "Q1",
         "identifier_text": "Wikidata"}
    ]  # fmt: skip


@given(st.sampled_from(EVENT_TYPES), st.sampled_from(STATUSES), st.data())
def test_plover_codes_are_types_and_modes_of_plover(
    type: str, status: str, data: st.DataObject
) -> None:
    from sayso.record.findings import Event
    from sayso.record.span import Span

    mode = data.draw(st.sampled_from([None, *MODES.get(type, ())]))
    event = Event("e1", Span(0, 1, "x"), type, mode, status=status)  # type: ignore[arg-type]
    coded = plover_of(event)
    if status in ("possible", "negated"):
        assert coded is None
    else:
        assert coded is not None and coded.type in EVENT_TYPES
        assert coded.mode is None or coded.mode in MODES[coded.type]


def test_every_type_and_mode_has_codes_of_cameo_and_acled() -> None:
    wanted = {(t, m) for t in EVENT_TYPES for m in ("", *MODES.get(t, ()))}
    assert set(crosswalk()) == wanted
    for type, mode in wanted:
        codes = codes_of(type, mode or None)
        assert codes.acled_event in ACLED_TYPES and codes.acled_sub_event in ACLED_SUB_TYPES
        assert 1 <= int(codes.cameo_root) <= 20 and codes.cameo.startswith(codes.cameo_root)


def test_countries_have_a_number_each() -> None:
    numbers = iso_numbers()
    assert numbers["FRA"] == "250" and numbers["SDN"] == "729" and numbers["USA"] == "840"
    assert len(set(numbers.values())) == len(numbers)
    assert set(countries()) - set(numbers) <= {"XKX"}


def test_annotations_are_found_again_in_the_text_by_place_and_by_words(pair: Pair) -> None:
    text, reading = pair()
    told = lines("webannotation", (text, reading))
    spans = [s for finding in findings_of(reading) for s in spans_in(finding)]
    assert len(told) == len(spans) > 25
    assert len({annotation["id"] for annotation in told}) == len(told)
    for annotation in told:
        target = annotation["target"]
        assert isinstance(target, dict)
        quote, position = target["selector"]
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in text
        utf16, at = text.encode("utf-16-le"), target["sayso:utf16"]
        assert utf16[2 * at["start"] : 2 * at["end"]].decode("utf-16-le") == quote["exact"]
        assert target["state"]["cached"] == f"urn:sha256:{reading.sha256}"


def test_ftm_entities_have_known_properties_and_point_to_entities_that_are_there(
    pair: Pair,
) -> None:
    told = lines("ftm", pair(), pair("made-2"))
    ids = [str(entity["id"]) for entity in told]
    assert len(set(ids)) == len(ids)
    for entity in told:
        properties = entity["properties"]
        assert isinstance(properties, dict)
        assert set(properties) <= PROPERTIES[str(entity["schema"])]
        for name in ("proof", "involved", "addressEntity", "entity"):
            assert set(properties.get(name, [])) <= set(ids)
    army = next(e for e in told if e["schema"] == "PublicBody")
    assert army["properties"] == {"name": ["Velmar Army"], "country": ["de"], "wikidataId": ["Q1"]}


def test_a_report_without_a_day_or_findings_is_no_trouble(pair: Pair, tmp_path: Path) -> None:
    text, reading = pair()
    bare = replace(reading, published=None, publisher=None, title=None, url=None)
    empty = ("", Reading("empty"))
    for form in FORMATS:
        export(form.name, [(text, bare), empty], tmp_path / form.name)
