"""Readings to PLOVER records in JSON lines: 23 fields, type and mode by status."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from sayso.export.coding import Days, Side, dead_of, passage, sides_of, span_of_days
from sayso.export.crosswalk import Coded, plover_of
from sayso.record.findings import Event
from sayso.record.grounding import Where
from sayso.record.reading import Reading
from sayso.store.flatten import source_name

FIELDS = (
    "id", "has_event", "date", "time", "enddate", "endtime", "actor", "recipient", "event",
    "event_loc", "event_text", "quad_code", "event_scale", "mode", "context", "link", "text",
    "text_info", "cite_info", "coder", "coded_date", "coded_time", "comment",
)  # fmt: skip

#: Quad class and intensity of a type, and the intensity of its modes (PLOVER manual, 2024).
QUADS = {
    "AGREE": "V-coop", "CONSULT": "V-coop", "SUPPORT": "V-coop", "CONCEDE": "V-coop",
    "COOPERATE": "M-coop", "AID": "M-coop", "RETREAT": "M-coop", "REQUEST": "V-conf",
    "ACCUSE": "V-conf", "REJECT": "V-conf", "THREATEN": "V-conf", "PROTEST": "M-conf",
    "SANCTION": "M-conf", "MOBILIZE": "M-conf", "COERCE": "M-conf", "ASSAULT": "M-conf",
}  # fmt: skip
SCALES = {
    "AGREE": 2.5, "CONSULT": 2.5, "SUPPORT": 5.0, "CONCEDE": 4.5, "COOPERATE": 9.5, "AID": 10.0,
    "RETREAT": 6.5, "REQUEST": 0.0, "ACCUSE": -3.0, "REJECT": -2.0, "THREATEN": -3.5,
    "PROTEST": -5.0, "SANCTION": -6.0, "MOBILIZE": -5.5, "COERCE": -7.0, "ASSAULT": -9.0,
}  # fmt: skip
_RESOLUTION = {"point": 5, "city": 4, "admin": 2, "country": 1}
#: Types that PLOVER codes only with a recipient.
NEEDS_RECIPIENT = frozenset({"COOPERATE", "AID", "SANCTION"})


def write_plover(pairs: Iterable[tuple[str, Reading]]) -> Iterator[str]:
    """Yield one record a line. Events that PLOVER does not code are left out: those that are
    only possible or are denied, those without a day, and COOPERATE, AID and SANCTION without a
    recipient.
    """
    for text, reading in pairs:
        for event in reading.events:
            coded = plover_of(event)
            days = span_of_days(reading, event)
            if coded is None or days is None:
                continue
            if event.target or coded.type not in NEEDS_RECIPIENT:
                made = record(text, reading, event, coded, days)
                yield json.dumps(made, ensure_ascii=False) + "\n"


def record(
    text: str, reading: Reading, event: Event, coded: Coded, days: Days
) -> dict[str, object]:
    """Return the record of an event, all 23 fields in order."""
    day = days.first if days.told else days.last
    chain = [source_name(s) or "unnamed" for s in reading.chain(event)]
    dead = dead_of(reading, event)
    sides = [
        [_entity(side) for side in sides_of(*both)]
        for both in ((event.actor, event.actors), (event.target, event.targets))
    ]
    told = {
        "status": event.status, "record_type": event.type, "record_mode": event.mode,
        "day": "of the report" if event.when is None else "of the event",
        "said_by": chain or ["the report itself"],
        "killed": None if dead is None else {"low": dead.low, "high": dead.high,
                                             "open": dead.is_open},
    }  # fmt: skip
    values: tuple[object, ...] = (
        f"{reading.id}/{event.id}", True, day.isoformat(), None,
        days.last.isoformat() if days.last != day else None, None,
        sides[0], sides[1], [coded.type], _location(event), [event.trigger.text],
        QUADS[coded.type], SCALES[coded.type], [coded.mode] if coded.mode else [], [],
        reading.url, passage(text, event.trigger), _text_info(event), _cited(reading),
        f"sayso {event.rule}".strip(), None, None, json.dumps(told, ensure_ascii=False),
    )  # fmt: skip
    return dict(zip(FIELDS, values, strict=True))


def _entity(side: Side) -> dict[str, object]:
    return {
        "code": side.country or "", "sector": side.sector or "UNK", "entity_text": side.name,
        "identifier_id": side.wikidata, "identifier_text": "Wikidata" if side.wikidata else None,
    }  # fmt: skip


def _location(event: Event) -> dict[str, object] | None:
    where: Where | None = event.where
    if where is None and event.place is None:
        return None
    sharp = where is not None and where.precision in ("point", "city")
    return {
        "extracted_place": event.place.text if event.place is not None else None,
        "resolved_place": where.name if where is not None else None,
        "geonameid": where.geonameid if where is not None else None,
        "lat": where.lat if where is not None and sharp else None,
        "lon": where.lon if where is not None and sharp else None,
        "province": where.admin1 if where is not None else None,
        "country_code": where.country if where is not None else None,
        "resolution": _RESOLUTION.get(where.precision or "") if where is not None else None,
    }


def _text_info(event: Event) -> dict[str, object]:
    return {"sequence": 0, "start": event.trigger.start, "end": event.trigger.end}


def _cited(reading: Reading) -> dict[str, object]:
    return {
        "citation": reading.publisher, "url": reading.url, "title": reading.title,
        "language": reading.language, "publication": reading.published,
    }  # fmt: skip
