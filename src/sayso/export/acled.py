"""Readings to a table in the shape of ACLED: 31 columns, a row an event that took place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.export.cells import csv_head, csv_line
from sayso.export.coding import (
    CIVILIANS,
    OUTSIDE,
    REBELS,
    STATE,
    Side,
    dead_of,
    passage,
    sides_of,
    span_of_days,
)
from sayso.export.crosswalk import Codes, codes_of, countries, iso_numbers
from sayso.record.findings import Event
from sayso.record.reading import Reading
from sayso.record.vocabulary import REAL_STATUSES
from sayso.store.flatten import claimant_of, source_name

COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type",
    "sub_event_type", "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2",
    "interaction", "civilian_targeting", "iso", "region", "country", "admin1", "admin2", "admin3",
    "location", "latitude", "longitude", "geo_precision", "source", "source_scale", "notes",
    "fatalities", "tags", "timestamp",
)  # fmt: skip

_DISORDER = {"Protests": "Demonstrations", "Riots": "Demonstrations",
             "Strategic developments": "Strategic developments"}  # fmt: skip
_GEO = {"point": 1, "city": 1, "admin": 3}


def write_acled(pairs: Iterable[tuple[str, Reading]]) -> Iterator[str]:
    """Yield CSV in the shape of ACLED's export. The data are not ACLED's.

    Only what took place has a row, and of types that ACLED has (docs/exports.md); what has no
    column (say-so, bounds, sides) stands in ``notes`` and ``tags``.
    """
    yield csv_head(COLUMNS)
    for row in acled_rows(pairs):
        yield csv_line(row[column] for column in COLUMNS)


def acled_rows(pairs: Iterable[tuple[str, Reading]]) -> Iterator[dict[str, object]]:
    """Yield the rows of the table, by column."""
    for text, reading in pairs:
        for event in reading.events:
            codes = codes_of(event.type, event.mode)
            if event.status in REAL_STATUSES and codes.acled_kept:
                yield _row(text, reading, event, codes)


def _row(text: str, reading: Reading, event: Event, codes: Codes) -> dict[str, object]:
    actors = sides_of(event.actor, event.actors)
    targets = sides_of(event.target, event.targets)
    one, two = (actors, targets) if targets else (actors[:1], actors[1:])
    kind, sub = _event_type(codes, event, actors, targets)
    country = event.where.country if event.where is not None else None
    inter = tuple(_inter(side, kind, country, n) for n, side in enumerate((one, two)))
    dead = dead_of(reading, event)
    return {
        "event_id_cnty": f"{reading.id}/{event.id}", **_days(reading, event),
        "disorder_type": _DISORDER.get(kind, "Political violence"),
        "event_type": kind, "sub_event_type": sub,
        "actor1": one[0].name if one else "", "assoc_actor_1": [s.name for s in one[1:]],
        "inter1": inter[0],
        "actor2": two[0].name if two else "", "assoc_actor_2": [s.name for s in two[1:]],
        "inter2": inter[1], "interaction": "-".join(part for part in inter if part),
        "civilian_targeting": "Civilian targeting" if _hits_civilians(kind, targets) else "",
        **_places(event), "source": reading.publisher or "", "source_scale": "",
        "notes": passage(text, event.trigger), "fatalities": dead.best if dead else 0,
        "tags": "; ".join(_tags(reading, event, bool(targets))), "timestamp": "",
    }  # fmt: skip


def _event_type(
    codes: Codes, event: Event, actors: tuple[Side, ...], targets: tuple[Side, ...]
) -> tuple[str, str]:
    """Two sides that fight, or two armed parties with plain weapons, are a clash."""
    fights = event.type == "ASSAULT" and event.mode in (None, "firearms")
    armed = {"MIL", "COP", "REB", "PRM", "UAF"}
    both = any(s.sector in armed for s in actors) and any(s.sector in armed for s in targets)
    if fights and (both or (not targets and len(actors) > 1)):
        return "Battles", "Armed clash"
    return codes.acled_event, codes.acled_sub_event


def _inter(sides: tuple[Side, ...], kind: str, country: str | None, number: int) -> str:
    if not sides:
        return ""
    if number == 0 and kind in ("Protests", "Riots"):
        return "Protesters" if kind == "Protests" else "Rioters"
    side = sides[0]
    if side.sector in STATE:
        abroad = side.country is not None and country is not None and side.country != country
        return "External/Other forces" if abroad else "State forces"
    if side.sector in REBELS:
        return "Rebel group"
    if side.sector == "PRM":
        return "Political militia"
    if side.sector in OUTSIDE:
        return "External/Other forces"
    return "Civilians" if side.sector in CIVILIANS else ""


def _hits_civilians(kind: str, targets: tuple[Side, ...]) -> bool:
    violent = kind not in _DISORDER
    return violent and any(side.sector in CIVILIANS for side in targets)


def _days(reading: Reading, event: Event) -> dict[str, object]:
    first, last = span_of_days(reading, event)
    day = first or last
    if day is None:
        return {"event_date": "", "year": "", "time_precision": ""}
    length = (last - first).days if first is not None and last is not None else 6
    precision = 1 if length == 0 else 2 if length < 7 else 3
    return {"event_date": day.isoformat(), "year": day.year, "time_precision": precision}


def _places(event: Event) -> dict[str, object]:
    """A country has no coordinates: the row then has none, rather than those of its middle."""
    where = event.where
    country = where.country if where is not None else None
    sharp = where is not None and where.precision in _GEO and where.lat is not None
    written = event.place.text if event.place is not None else ""
    return {
        "iso": iso_numbers().get(country or "", ""), "region": "",
        "country": countries().get(country or "", ("", ""))[1],
        "admin1": where.admin1 or "" if where is not None else "", "admin2": "", "admin3": "",
        "location": where.name if where is not None else written,
        "latitude": where.lat if where is not None and sharp else "",
        "longitude": where.lon if where is not None and sharp else "",
        "geo_precision": _GEO[where.precision or ""] if where is not None and sharp else "",
    }  # fmt: skip


def _tags(reading: Reading, event: Event, directed: bool) -> Iterator[str]:
    yield f"plover={event.type}{'/' + event.mode if event.mode else ''}"
    if directed:
        yield "role=actor1:doer,actor2:target"
    claimant, _ = claimant_of(reading, event)
    chain = [source_name(s) or "unnamed" for s in reading.chain(event)]
    yield f"said by={' < '.join(chain) if claimant else 'the report itself'}"
    dead = dead_of(reading, event)
    if dead is not None:
        bound = "or more" if dead.is_open else f"to {dead.high}"
        yield f"killed={dead.low} {bound}; rule=largest lower bound; words={', '.join(dead.words)}"
