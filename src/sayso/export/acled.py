"""Readings to a table in the shape of ACLED: 31 columns, a row an event that took place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.export.cells import csv_head, csv_line
from sayso.export.coding import (
    ARMED,
    CIVILIANS,
    OUTSIDE,
    REBELS,
    Days,
    Side,
    dead_of,
    is_country,
    is_state,
    is_sum,
    passage,
    sides_of,
    span_of_days,
)
from sayso.export.crosswalk import codes_of, countries, iso_numbers
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
#: The longest stretches of days of each precision: a day, within a week, within a month.
_PRECISIONS = ((1, 1), (7, 2), (31, 3))
_TRANSFER = "Non-violent transfer of territory"
_GEO = {"point": 1, "city": 1, "admin": 3}


def write_acled(pairs: Iterable[tuple[str, Reading]]) -> Iterator[str]:
    """Yield CSV in the shape of ACLED's export. The data are not ACLED's.

    Only what took place within days of one month has a row, and of types that ACLED has
    (docs/exports.md); what has no column (say-so, bounds, sides) stands in ``notes`` and ``tags``.
    """
    yield csv_head(COLUMNS)
    for row in acled_rows(pairs):
        yield csv_line(row[column] for column in COLUMNS)


def acled_rows(pairs: Iterable[tuple[str, Reading]]) -> Iterator[dict[str, object]]:
    """Yield the rows of the table, by column."""
    for text, reading in pairs:
        for event in reading.events:
            days = span_of_days(reading, event) if event.status in REAL_STATUSES else None
            if days is None or is_sum(reading, event):
                continue
            if days.length <= _PRECISIONS[-1][0]:
                yield from _row(text, reading, event, days)


def _row(text: str, reading: Reading, event: Event, days: Days) -> Iterator[dict[str, object]]:
    actors = sides_of(event.actor, event.actors)
    targets = sides_of(event.target, event.targets)
    one, two = (actors, targets) if targets else (actors[:1], actors[1:])
    found = _event_type(event, actors, targets)
    if found is None:
        return
    kind, sub = found
    country = event.where.country if event.where is not None else None
    inter = tuple(_inter(side, kind, country, n) for n, side in enumerate((one, two)))
    dead = dead_of(reading, event)
    yield {
        "event_id_cnty": f"{reading.id}/{event.id}", **_days(days),
        "disorder_type": _DISORDER.get(kind, "Political violence"),
        "event_type": kind, "sub_event_type": sub,
        "actor1": one[0].name if one else "", "assoc_actor_1": [s.name for s in one[1:]],
        "inter1": inter[0],
        "actor2": two[0].name if two else "", "assoc_actor_2": [s.name for s in two[1:]],
        "inter2": inter[1], "interaction": "-".join(part for part in inter if part),
        "civilian_targeting": "Civilian targeting" if _hits_civilians(kind, targets) else "",
        **_places(event), "source": reading.publisher or "", "source_scale": "",
        "notes": passage(text, event.trigger), "fatalities": dead.best if dead else 0,
        "tags": "; ".join(_tags(reading, event, days, bool(targets))), "timestamp": "",
    }  # fmt: skip


def _event_type(
    event: Event, actors: tuple[Side, ...], targets: tuple[Side, ...]
) -> tuple[str, str] | None:
    """Return the type that ACLED has for an event by its parties, None where it has none."""
    codes = codes_of(event.type, event.mode)
    told = (codes.acled_event, codes.acled_sub_event) if codes.acled_kept else None
    if event.type == "AGREE":
        parties = [side for side in (*actors, *targets) if side.sector or side.country]
        return told if len(parties) > 1 else None
    if event.type == "ASSAULT" and event.mode in (None, "firearms"):
        return ("Battles", "Armed clash") if _clash(event, actors, targets) else told
    if told is None or told[1] != _TRANSFER:
        return told
    forces = any(side.sector in ARMED or is_country(side) for side in actors)
    if forces and _ground(event):
        return told
    if event.type == "RETREAT":
        return (told[0], "Other") if forces else None
    return told[0], "Looting/property destruction" if targets else "Other"


def _clash(event: Event, actors: tuple[Side, ...], targets: tuple[Side, ...]) -> bool:
    """Two sides that fight, two armed parties with plain weapons, or fighting that hits nobody."""
    if not targets:
        return len(actors) > 1 or (not actors and event.mode is None)
    return all(any(side.sector in ARMED for side in sides) for sides in (actors, targets))


def _ground(event: Event) -> bool:
    """Tell whether it is a place that is taken or left, and no thing or person at one."""
    place = event.place
    if place is None:
        return False
    return not event.target or any(
        span.start < place.end and place.start < span.end for span in event.target
    )


def _inter(sides: tuple[Side, ...], kind: str, country: str | None, number: int) -> str:
    if not sides:
        return ""
    if number == 0 and kind in ("Protests", "Riots"):
        return "Protesters" if kind == "Protests" else "Rioters"
    side = sides[0]
    if is_state(side):
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


def _days(days: Days) -> dict[str, object]:
    """A day that is told is the first one of its stretch; else it is the last that may be."""
    day = days.first if days.told else days.last
    precision = next(code for most, code in _PRECISIONS if days.length <= most)
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


def _tags(reading: Reading, event: Event, days: Days, directed: bool) -> Iterator[str]:
    yield f"plover={event.type}{'/' + event.mode if event.mode else ''}"
    if event.when is None:
        yield "day=of the report; no time told"
    elif days.length > 1:
        yield f"days={days.first.isoformat()} to {days.last.isoformat()}"
    if directed:
        yield "role=actor1:doer,actor2:target"
    claimant, _ = claimant_of(reading, event)
    chain = [source_name(s) or "unnamed" for s in reading.chain(event)]
    yield f"said by={' < '.join(chain) if claimant else 'the report itself'}"
    dead = dead_of(reading, event)
    if dead is not None:
        bound = "or more" if dead.is_open else f"to {dead.high}"
        yield f"killed={dead.low} {bound}; rule=largest lower bound; words={', '.join(dead.words)}"
