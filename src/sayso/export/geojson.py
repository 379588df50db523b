"""Readings to GeoJSON (RFC 7946): a feature an event, with a point only where there is one."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from sayso.record.findings import Event
from sayso.record.reading import Reading
from sayso.store.flatten import claimant_of, days_of, party_names

#: Kilometres around the point within which the place lies, by its precision; a country and an
#: area have no point.
RADIUS = {"point": 1, "city": 10}
#: Digits after the point: a metre, more than any name tells.
DIGITS = 5


def write_geojson(pairs: Iterable[tuple[str, Reading]]) -> Iterator[str]:
    """Yield a FeatureCollection of the events; those without a point have a null geometry."""
    yield '{"type":"FeatureCollection","features":['
    comma = ""
    for _, reading in pairs:
        for event in reading.events:
            yield comma + json.dumps(feature(reading, event), ensure_ascii=False)
            comma = ",\n"
    yield "]}\n"


def feature(reading: Reading, event: Event) -> dict[str, object]:
    """Return an event as a GeoJSON feature, longitude before latitude."""
    where = event.where
    precision = where.precision if where is not None else None
    point = None
    if (
        where is not None
        and where.lat is not None
        and where.lon is not None
        and precision in RADIUS
    ):
        coordinates = [round(where.lon, DIGITS), round(where.lat, DIGITS)]
        point = {"type": "Point", "coordinates": coordinates}
    first, last = days_of(reading, event.when)
    when = event.when
    own = when is not None and (when.earliest or when.latest) is not None
    claimant, kind = claimant_of(reading, event)
    return {
        "type": "Feature",
        "id": f"{reading.id}/{event.id}",
        "geometry": point,
        "properties": {
            "report": reading.id, "published": reading.published, "publisher": reading.publisher,
            "event_type": event.type, "mode": event.mode, "status": event.status,
            "words": event.trigger.text,
            "actors": "; ".join(party_names(event.actor, event.actors)),
            "targets": "; ".join(party_names(event.target, event.targets)),
            "first_day": first, "last_day": last, "day_of": "event" if own else "report",
            "claimant": claimant, "claimant_type": kind,
            "place": event.place.text if event.place is not None else None,
            "place_name": where.name if where is not None else None,
            "admin1": where.admin1 if where is not None else None,
            "country": where.country if where is not None else None,
            "geonameid": where.geonameid if where is not None else None,
            "place_precision": precision, "radius_km": RADIUS.get(precision or ""),
        },
    }  # fmt: skip
