"""Readings to a table in the shape of ACLED: 31 columns, a row an event that took place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sayso.export.cells import csv_head, csv_line
from sayso.export.coding import (
    ARMED,
    CIVILIANS,
    OUTSIDE,
    Days,
    Side,
    is_country,
    is_state,
    is_sum,
    parties,
    passage,
    sides_of,
)
from sayso.export.crosswalk import codes_of, countries, iso_numbers
from sayso.export.once import Happening, Telling, days_of, told_once
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
_CROWDS = ("Protests", "Riots")
#: The longest stretches of days of each precision: a day, within a week, within a month.
_PRECISIONS = ((1, 1), (7, 2), (31, 3))
_TRANSFER = "Non-violent transfer of territory"
#: Armed men of whom no more is told, and what ACLED calls them.
_UNKNOWN_ARMED = frozenset({"UAF", "CRM"})
UNIDENTIFIED = "Unidentified Armed Group"
_GEO = {"point": 1, "city": 1, "admin": 3}


def write_acled(
    pairs: Iterable[tuple[str, Reading]], incidents: Sequence[Sequence[str]] = ()
) -> Iterator[str]:
    """Yield CSV in the shape of ACLED's export. The data are not ACLED's.

    Only what took place within days of one month has a row, and of types that ACLED has
    (docs/exports.md), once for each happening, which ``incidents`` (groups of "report/event") tell
    over many reports; what has no column (say-so, bounds, sides) stands in ``notes`` and ``tags``.
    """
    yield csv_head(COLUMNS)
    for row in acled_rows(pairs, incidents):
        yield csv_line(row[column] for column in COLUMNS)


def acled_rows(
    pairs: Iterable[tuple[str, Reading]], incidents: Sequence[Sequence[str]] = ()
) -> Iterator[dict[str, object]]:
    """Yield the rows of the table, by column."""
    for happening in told_once(pairs, incidents):
        telling = happening.best(_has_row)
        days = days_of(telling) if telling is not None else None
        if telling is not None and days is not None:
            yield from _row(happening, telling, days)


def _has_row(telling: Telling) -> bool:
    days = days_of(telling) if telling.event.status in REAL_STATUSES else None
    if days is None or is_sum(telling.reading, telling.event):
        return False
    return days.length <= _PRECISIONS[-1][0]


def _row(happening: Happening, telling: Telling, days: Days) -> Iterator[dict[str, object]]:
    text, reading, event = telling.text, telling.reading, telling.event
    actors = sides_of(event.actor, event.actors)
    targets = sides_of(event.target, event.targets)
    found = _event_type(event, actors, targets)
    if found is None:
        return
    kind, sub = found
    one, two = (parties(sides, event) for sides in ((actors, targets) if targets else
                                                    (actors[:1], actors[1:])))  # fmt: skip
    met = kind in _CROWDS and event.type != "PROTEST"
    if met:  # The crowd comes first, then who breaks it up.
        one, two = two, one
    country = event.where.country if event.where is not None else None
    inter = (_inter(one, kind, country, is_doer=not met), _inter(two, "", country, is_doer=met))
    one, two = (tuple(_known(side) for side in sides) for sides in (one, two))
    dead = happening.dead
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
        "tags": "; ".join(_tags(happening, telling, days, "" if not targets else
                                "actor1:target,actor2:doer" if met else
                                "actor1:doer,actor2:target")), "timestamp": "",
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
    if event.mode == "abduct" and targets and all(s.sector in ARMED - {"UAF"} for s in targets):
        return "Battles", "Armed clash"  # Fighters who are taken are no victims of abduction.
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


def _inter(sides: tuple[Side, ...], kind: str, country: str | None, *, is_doer: bool) -> str:
    if not sides:
        return ""
    if kind in _CROWDS:
        return "Protesters" if kind == "Protests" else "Rioters"
    side = sides[0]
    if is_state(side):
        abroad = side.country is not None and country is not None and side.country != country
        return "External/Other forces" if abroad else "State forces"
    if side.sector == "REB":
        return "Rebel group"
    if side.sector in ("PRM", "UAF") or (is_doer and side.sector in _UNKNOWN_ARMED):
        return "Political militia"
    if side.sector in OUTSIDE:
        return "External/Other forces"
    return "Civilians" if side.sector in CIVILIANS else ""


def _known(side: Side) -> Side:
    """A side as ACLED calls it: "gunmen" are an unidentified group, one with a name keeps it."""
    if side.sector not in _UNKNOWN_ARMED or not side.name[1:].islower():
        return side
    return replace(side, name=UNIDENTIFIED)


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


def _tags(happening: Happening, telling: Telling, days: Days, roles: str) -> Iterator[str]:
    event, reading = telling.event, telling.reading
    yield f"plover={event.type}{'/' + event.mode if event.mode else ''}"
    if event.when is None:
        yield "day=of the report; no time told"
    elif days.length > 1:
        yield f"days={days.first.isoformat()} to {days.last.isoformat()}"
    if roles:
        yield f"role={roles}"
    claimant, _ = claimant_of(reading, event)
    chain = [source_name(s) or "unnamed" for s in reading.chain(event)]
    yield f"said by={' < '.join(chain) if claimant else 'the report itself'}"
    if (dead := happening.dead) is not None:
        bound = "or more" if dead.is_open else f"to {dead.high}"
        yield f"killed={dead.low} {bound}; rule=largest lower bound; words={', '.join(dead.words)}"
    again = [t.id for t in happening.tellings if t != telling and t.event.status in REAL_STATUSES]
    if again:
        yield f"told again={', '.join(again)}"
