"""Readings to FollowTheMoney entities in JSON lines: articles, parties, events, places, notes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator

from sayso.export.coding import STATE, Side, sides_of, span_of_days
from sayso.export.crosswalk import countries
from sayso.record.findings import Event, Figure, Statement
from sayso.record.grounding import Where
from sayso.record.reading import Reading
from sayso.store.flatten import claimant_of, source_name

#: Schemas of the entities and the properties that may stand in them (FollowTheMoney 4.11).
PROPERTIES: dict[str, frozenset[str]] = {
    "Article": frozenset({"title", "publisher", "publishedAt", "sourceUrl", "bodyText", "language",
                          "processingAgent"}),
    "PublicBody": frozenset({"name", "country", "wikidataId"}),
    "LegalEntity": frozenset({"name", "country", "wikidataId"}),
    "Address": frozenset({"full", "city", "region", "country", "latitude", "longitude"}),
    "Event": frozenset({"name", "summary", "date", "startDate", "endDate", "location",
                        "involved", "proof", "keywords", "recordId", "addressEntity"}),
    "Note": frozenset({"name", "description", "entity"}),
}  # fmt: skip

Entity = dict[str, object]


def write_ftm(pairs: Iterable[tuple[str, Reading]]) -> Iterator[str]:
    """Yield one entity a line; each entity once."""
    seen: set[str] = set()
    for text, reading in pairs:
        for entity in entities(text, reading):
            if entity["id"] not in seen:
                seen.add(str(entity["id"]))
                yield json.dumps(entity, ensure_ascii=False) + "\n"


def entities(text: str, reading: Reading) -> Iterator[Entity]:
    """Yield the entities of a report: itself, then what was found in it."""
    article = _id("article", reading.id)
    yield _entity("Article", article, {
        "title": [reading.title or reading.id], "publisher": [reading.publisher],
        "publishedAt": [reading.published], "sourceUrl": [reading.url], "bodyText": [text],
        "language": [reading.language], "processingAgent": ["sayso"],
    })  # fmt: skip
    for event in reading.events:
        yield from _event(reading, event, article)
    for figure in reading.figures:
        yield _note(reading, figure, article, _counted(figure))
    for statement in reading.statements:
        said = " … ".join(part.text for part in statement.content)
        yield _note(reading, statement, article, f"{statement.cue.text}: {said}")


def _event(reading: Reading, event: Event, article: str) -> Iterator[Entity]:
    involved: list[str | None] = []
    for side in (*sides_of(event.actor, event.actors), *sides_of(event.target, event.targets)):
        party = _party(side)
        involved.append(str(party["id"]))
        yield party
    address = _address(event.where) if event.where is not None else None
    if address is not None:
        yield address
    days = span_of_days(reading, event) if event.when is not None else None
    first, last = (days.first if days.told else None, days.last) if days else (None, None)
    same = first is not None and first == last
    names = ", ".join(side.name for side in sides_of(event.actor, event.actors))
    yield _entity("Event", _id("event", reading.id, event.id), {
        "name": [" ".join(part for part in (names, event.trigger.text) if part)],
        "summary": [f"{event.type} {event.mode or ''}".strip() + f", {event.status}"],
        "date": [first.isoformat() if first and same else None],
        "startDate": [first.isoformat() if first and not same else None],
        "endDate": [last.isoformat() if last and not same else None],
        "location": [event.place.text if event.place is not None else None],
        "addressEntity": [str(address["id"]) if address is not None else None],
        "involved": involved, "proof": [article],
        "keywords": [event.type, event.mode, event.status],
        "recordId": [f"{reading.id}/{event.id}"],
    })  # fmt: skip


def _note(reading: Reading, finding: Figure | Statement, article: str, words: str) -> Entity:
    claimant, _ = claimant_of(reading, finding)
    chain = [source_name(s) or "unnamed" for s in reading.chain(finding)]
    rests_on = claimant or (chain[0] if chain else "the report itself")
    return _entity("Note", _id("note", reading.id, finding.id), {
        "name": [f"{type(finding).__name__.lower()}, on the word of {rests_on}"],
        "description": [words], "entity": [article],
    })  # fmt: skip


def _counted(figure: Figure) -> str:
    counted = f" {figure.of.text}" if figure.of is not None else ""
    bounds = f"low {figure.low}, high {figure.high}"
    return f"{figure.quantity.text}{counted}: {figure.measure} ({bounds}, {figure.scope})"


def _party(side: Side) -> Entity:
    schema = "PublicBody" if side.sector in STATE else "LegalEntity"
    two, _ = countries().get(side.country or "", (None, ""))
    key = side.wikidata or f"{side.name}|{side.country or ''}"
    return _entity(schema, _id("party", schema, key), {
        "name": [side.name], "country": [two.lower() if two else None],
        "wikidataId": [side.wikidata],
    })  # fmt: skip


def _address(where: Where) -> Entity:
    two, name = countries().get(where.country or "", (None, ""))
    sharp = where.precision in ("point", "city") and where.lat is not None
    full = ", ".join(dict.fromkeys(part for part in (where.name, where.admin1, name) if part))
    return _entity("Address", _id("place", str(where.geonameid), full), {
        "full": [full], "city": [where.name if where.precision == "city" else None],
        "region": [where.admin1], "country": [two.lower() if two else None],
        "latitude": [str(where.lat) if sharp else None],
        "longitude": [str(where.lon) if sharp else None],
    })  # fmt: skip


def _entity(schema: str, id: str, properties: dict[str, list[str | None]]) -> Entity:
    told = {name: [v for v in values if v] for name, values in properties.items()}
    return {"id": id, "schema": schema, "properties": {n: v for n, v in told.items() if v}}


def _id(*parts: str) -> str:
    return "sayso-" + hashlib.sha1("\0".join(parts).encode(), usedforsecurity=False).hexdigest()
