"""Readings to a table in the shape of UCDP GED: 49 columns, a row an event with deaths."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

from sayso.export.cells import csv_head, csv_line
from sayso.export.coding import (
    ARMED,
    CIVILIANS,
    Days,
    Dead,
    Side,
    is_state,
    parties,
    sides_of,
)
from sayso.export.crosswalk import countries
from sayso.export.once import Telling, days_of, told_once
from sayso.record.findings import Event
from sayso.record.reading import Reading
from sayso.record.vocabulary import REAL_STATUSES
from sayso.store.flatten import claimant_of

COLUMNS = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id",
    "conflict_new_id", "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name",
    "side_a_dset_id", "side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id", "side_b",
    "number_of_sources", "source_article", "source_office", "source_date", "source_headline",
    "source_original", "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2",
    "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region",
    "event_clarity", "date_prec", "date_start", "date_end", "deaths_a", "deaths_b",
    "deaths_civilians", "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob",
)  # fmt: skip

_WHERE = {"point": 1, "city": 1, "admin": 4, "country": 6}
#: The longest stretches of days of each precision (1 a day, 2 to 6 days, 7, 31, a year).
_DAYS = ((1, 1), (6, 2), (7, 3), (31, 4), (366, 5))


def write_ged(
    pairs: Iterable[tuple[str, Reading]], incidents: Sequence[Sequence[str]] = ()
) -> Iterator[str]:
    """Yield CSV in the shape of UCDP GED. The data are not UCDP's.

    A happening has one row, also where many reports tell it (``incidents``: groups of
    "report/event"). One whose days are not known, or are more than a year, has none. Ids of
    conflicts, dyads and countries are left blank: they are UCDP's to give.
    """
    yield csv_head(COLUMNS)
    for row in ged_rows(pairs, incidents):
        yield csv_line(row.get(column, "") for column in COLUMNS)


def ged_rows(
    pairs: Iterable[tuple[str, Reading]], incidents: Sequence[Sequence[str]] = ()
) -> Iterator[dict[str, object]]:
    """Yield the rows of the table, by column; what is left out is blank."""
    for happening in told_once(pairs, incidents):
        dead = happening.dead
        if dead is None or dead.high <= 0:
            continue
        telling = happening.best(_has_row)
        days = days_of(telling) if telling is not None else None
        if telling is not None and days is not None:
            yield _row(telling, dead, days, happening.reports)


def _has_row(telling: Telling) -> bool:
    event, days = telling.event, days_of(telling)
    took_place = event.status in REAL_STATUSES and event.type == "ASSAULT"
    return took_place and days is not None and days.length <= _DAYS[-1][0]


def _row(telling: Telling, dead: Dead, days: Days, reports: int) -> dict[str, object]:
    reading, event = telling.reading, telling.event
    actors = sides_of(event.actor, event.actors)
    targets = sides_of(event.target, event.targets)
    a, b = (actors, targets) if targets else (actors[:1], actors[1:])
    a, b = parties(a, event), parties(b, event)
    names = ["; ".join(side.name for side in sides) for sides in (a, b)]
    return {
        "id": f"{reading.id}/{event.id}",
        "type_of_violence": _type(a, b),
        "dyad_name": " - ".join(name for name in names if name),
        "side_a": names[0], "side_b": names[1],
        "number_of_sources": reports, "source_article": _source(reading),
        "source_office": reading.publisher or "", "source_date": reading.published or "",
        "source_headline": reading.title or "",
        "source_original": claimant_of(reading, event)[0] or "",
        **_place(event), **_days(days),
        "event_clarity": 1, **_deaths(b, dead),
    }  # fmt: skip


def _type(a: tuple[Side, ...], b: tuple[Side, ...]) -> int | str:
    """1 a state is on a side, 2 neither side is one, 3 civilians are hit; blank: not known."""
    if any(side.sector in CIVILIANS for side in b):
        return 3
    if any(is_state(side) for side in (*a, *b)):
        return 1
    return 2 if all(any(side.sector in ARMED for side in sides) for sides in (a, b)) else ""


def _deaths(b: tuple[Side, ...], dead: Dead) -> dict[str, object]:
    """The four columns add up to ``best``; whose dead they are is told only of civilians."""
    civilians = dead.best if any(side.sector in CIVILIANS for side in b) else 0
    return {
        "deaths_a": 0, "deaths_b": 0, "deaths_civilians": civilians,
        "deaths_unknown": dead.best - civilians,
        "best": dead.best, "high": dead.high, "low": dead.low,
    }  # fmt: skip


def _place(event: Event) -> dict[str, object]:
    where = event.where
    described: dict[str, object] = {
        "where_description": event.place.text if event.place is not None else ""
    }
    if where is None:
        return described
    found = described | {
        "where_prec": _WHERE.get(where.precision or "", ""), "where_coordinates": where.name,
        "adm_1": where.admin1 or "", "country": countries().get(where.country or "", ("", ""))[1],
    }  # fmt: skip
    if where.lat is None or where.lon is None or where.precision == "country":
        return found
    return found | {
        "latitude": where.lat, "longitude": where.lon,
        "geom_wkt": f"POINT ({where.lon:g} {where.lat:g})",
        "priogrid_gid": priogrid(where.lat, where.lon),
    }  # fmt: skip


def priogrid(lat: float, lon: float) -> int:
    """Return the number of the half-degree cell of PRIO-GRID that holds a point (WGS84)."""
    row = min(359, math.floor((lat + 90) * 2))
    column = min(719, math.floor((lon + 180) * 2))
    return row * 720 + column + 1


def _days(days: Days) -> dict[str, object]:
    return {
        "year": days.first.year,
        "date_prec": next(code for most, code in _DAYS if days.length <= most),
        "date_start": days.first.isoformat(), "date_end": days.last.isoformat(),
    }  # fmt: skip


def _source(reading: Reading) -> str:
    parts = (reading.publisher, reading.published, reading.title, reading.url)
    return ", ".join(f'"{part}"' for part in parts if part)
