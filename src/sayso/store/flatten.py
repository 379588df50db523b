"""Reading to the rows of the tables of findings: one plain mapping a row, keys as the columns."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from sayso.ground.folding import fold
from sayso.link.figures import as_of
from sayso.record.findings import Event, Figure, Poll, Proposal, Statement
from sayso.record.grounding import Actor, When, Where
from sayso.record.reading import Reading
from sayso.record.span import Span
from sayso.record.written import to_json

Value = str | int | float | None
Row = dict[str, Value]

#: The tables of findings, in the order in which they are written.
TABLES = (
    "statements", "events", "figures", "proposals", "polls", "places", "parties", "times",
    "participants",
)  # fmt: skip

_BETWEEN_PLACES = re.compile(r",| in | at | of ")


def flatten(reading: Reading, tables: Iterable[str] = TABLES) -> dict[str, list[Row]]:
    """Return the rows of a reading for each table asked for, without the column ``report``."""
    rows: dict[str, Iterator[Row]] = {
        "statements": (_statement(reading, s) for s in reading.statements),
        "events": (_event(reading, e) for e in reading.events),
        "figures": (_figure(reading, f) for f in reading.figures),
        "proposals": (_proposal(reading, p) for p in reading.proposals),
        "polls": (_poll(p) for p in reading.polls),
        "places": (
            {"id": p.id, **_chars(p.span), "text": p.span.text, **_where(p.where, p.span)}
            for p in reading.places
        ),
        "parties": (
            {"id": p.id, **_chars(p.span), "text": p.span.text, **_actor(p.actor)}
            for p in reading.parties
        ),
        "times": (
            {"id": t.id, **_chars(t.span), "text": t.span.text, **_when(t.when)}
            for t in reading.times
        ),
        "participants": _participants(reading),
    }
    return {table: list(rows[table]) for table in tables}


def claimant_of(
    reading: Reading, finding: Event | Figure | Proposal | Statement
) -> tuple[str | None, str | None]:
    """Return who a finding rests on, and what kind of source that is.

    The innermost statement with a named source counts; both are None in the report's own voice.
    A statement rests on its own source.
    """
    chain = reading.chain(finding)
    if isinstance(finding, Statement):
        chain = (finding, *chain)
    for statement in chain:
        if statement.source is not None:
            return source_name(statement), statement.source_type
    return None, (chain[0].source_type if chain else None)


def source_name(statement: Statement) -> str | None:
    """Return the name of a statement's source, grounded where it is known."""
    if statement.speaker is not None:
        return statement.speaker.name
    return statement.source.text if statement.source is not None else None


def days_of(reading: Reading, when: When | None) -> tuple[str | None, str | None]:
    """Return the first and last day of a finding: its own time, else the day of publication."""
    if when is None or (when.earliest is None and when.latest is None):
        return reading.published, reading.published
    return when.earliest or when.latest, when.latest or when.earliest


def place_of(reading: Reading, figure: Figure) -> tuple[Where | None, Span | None]:
    """Return where a figure counts: its own place, else the place of its event."""
    if figure.where is not None or figure.place is not None:
        return figure.where, figure.place
    event = next((e for e in reading.events if e.id == figure.event), None)
    return (event.where, event.place) if event is not None else (None, None)


def words_key(*names: str | None) -> str:
    """Return folded names between spaces and bars, so that whole words can be looked up."""
    folded = [fold(name) for name in names if name]
    return f" {' / '.join(dict.fromkeys(k for k in folded if k))} " if any(folded) else ""


def place_key(where: Where | None, span: Span | None) -> str:
    """Return the folded names of a place and of what holds it, each between bars.

    An ungrounded phrase counts by its parts ("An-Naqoura, southern Lebanon").
    """
    if where is not None:
        names = [where.name, where.admin1 or ""]
    else:
        names = _BETWEEN_PLACES.split(span.text) if span is not None else []
    folded = list(dict.fromkeys(key for key in map(fold, names) if key))
    return f"/{'/'.join(folded)}/" if folded else ""


def _statement(reading: Reading, s: Statement) -> Row:
    claimant, _ = claimant_of(reading, s)
    speaker = s.speaker
    return {
        "id": s.id, **_chars(s.cue),
        "source": _text(s.source), "source_type": s.source_type, "anonymous": int(s.anonymous),
        "cue": s.cue.text, "content": " … ".join(part.text for part in s.content),
        "manner": s.manner, "act": s.act, "addressee": _text(s.to), "within": s.within,
        "speaker": speaker.name if speaker else None,
        "speaker_id": speaker.id if speaker else None,
        "speaker_country": speaker.country if speaker else None,
        "speaker_sector": speaker.sector if speaker else None,
        "claimant": claimant, "claimant_key": words_key(claimant, _text(s.source)),
        "chain": _json([source_name(outer) for outer in reading.chain(s)]),
        "rule": s.rule, "confidence": s.confidence,
    }  # fmt: skip


def _event(reading: Reading, e: Event) -> Row:
    first, last = days_of(reading, e.when)
    return {
        "id": e.id, **_chars(e.trigger), "trigger_text": e.trigger.text,
        "type": e.type, "mode": e.mode,
        "actors": _json(party_names(e.actor, e.actors)),
        "targets": _json(party_names(e.target, e.targets)),
        "place": _text(e.place), **_where(e.where, e.place),
        "time": _text(e.time), **_when(e.when), "first_day": first, "last_day": last,
        "status": e.status, "statement": e.statement, **_claimant(reading, e),
        "rule": e.rule, "confidence": e.confidence,
    }  # fmt: skip


def _figure(reading: Reading, f: Figure) -> Row:
    first, last = days_of(reading, f.when)
    where, place = place_of(reading, f)
    return {
        "id": f.id, **_chars(f.quantity), "quantity": f.quantity.text,
        "low": f.low, "high": f.high, "measure": f.measure,
        "counted": _text(f.of), "class": f.of_class, "part_of": f.part_of, "by_whom": _text(f.by),
        "place": _text(place), **_where(where, place),
        "time": _text(f.time), **_when(f.when), "first_day": first, "last_day": last,
        "scope": f.scope, "since": f.since, "until": f.until, "as_of": as_of(reading, f),
        "status": f.status, "unverified": _text(f.unverified),
        "statement": f.statement, "event": f.event, **_claimant(reading, f),
        "rule": f.rule, "confidence": f.confidence,
    }  # fmt: skip


def _proposal(reading: Reading, p: Proposal) -> Row:
    return {
        "id": p.id, **_chars(anchor_of(p)), "name": _text(p.name),
        "offered_by": _texts(p.by), "offered_to": _texts(p.to), "through": _texts(p.through),
        "state": p.state, "terms": _json(to_json(p.terms)), "stances": _json(to_json(p.stances)),
        "statement": p.statement, **_claimant(reading, p),
        "rule": p.rule, "confidence": p.confidence,
    }  # fmt: skip


def anchor_of(proposal: Proposal) -> Span:
    """Return the words that a proposal stands at: its name, else its first term or party."""
    spans = [proposal.name, *(term.what for term in proposal.terms), *proposal.by, *proposal.to]
    spans += [*proposal.through, *(stance.party for stance in proposal.stances)]
    return next((span for span in spans if span is not None), Span(0, 0, ""))


def _poll(p: Poll) -> Row:
    return {
        "id": p.id, "pollster": _text(p.pollster), "population": _text(p.population),
        "time": _text(p.time), "question": _text(p.question),
        "answers": _json([{"answer": a.answer.text, "share": a.share} for a in p.answers]),
        "rule": p.rule, "confidence": p.confidence,
    }  # fmt: skip


def _participants(reading: Reading) -> Iterator[Row]:
    for s in reading.statements:
        speakers = () if s.speaker is None else (s.speaker,)
        yield from _parties(s.id, "source", () if s.source is None else (s.source,), speakers)
        yield from _parties(s.id, "addressee", () if s.to is None else (s.to,))
    for e in reading.events:
        yield from _parties(e.id, "actor", e.actor, e.actors)
        yield from _parties(e.id, "target", e.target, e.targets)
    for f in reading.figures:
        yield from _parties(f.id, "by", () if f.by is None else (f.by,))
        yield from _parties(f.id, "counted", () if f.of is None else (f.of,))
    for p in reading.proposals:
        for role, spans in (("by", p.by), ("to", p.to), ("through", p.through)):
            yield from _parties(p.id, role, spans)
        yield from _parties(p.id, "stance", tuple(s.party for s in p.stances))


def _parties(
    finding: str, role: str, spans: tuple[Span, ...], actors: tuple[Actor, ...] = ()
) -> Iterator[Row]:
    for position, span in enumerate(spans):
        actor = actors[position] if len(actors) == len(spans) else None
        row = _actor(actor)
        del row["wikidata"]
        yield {
            "finding": finding, "role": role, "position": position, "text": span.text, **row,
            "party_key": words_key(actor.name if actor else None, span.text),
        }  # fmt: skip


def party_names(spans: tuple[Span, ...], actors: tuple[Actor, ...]) -> list[str]:
    """Return the names of parties: the grounded name where there is one, else the words."""
    if len(spans) != len(actors):
        return [span.text for span in spans]
    return [actor.name or span.text for span, actor in zip(spans, actors, strict=True)]


def _claimant(reading: Reading, finding: Event | Figure | Proposal) -> Row:
    name, kind = claimant_of(reading, finding)
    chain = reading.chain(finding)
    written = [s.source.text for s in chain if s.source is not None][:1]
    own_voice = not chain
    key = words_key(reading.publisher) if own_voice else words_key(name, *written)
    return {
        "claimant": name, "claimant_type": kind, "claimant_key": key,
        "chain": _json([source_name(s) for s in chain]),
    }  # fmt: skip


def _chars(span: Span) -> Row:
    return {"start_char": span.start, "end_char": span.end}


def _where(where: Where | None, span: Span | None) -> Row:
    return {
        "where_name": where.name if where else None,
        "where_id": where.geonameid if where else None,
        "where_admin1": where.admin1 if where else None,
        "where_country": where.country if where else None,
        "where_lat": where.lat if where else None,
        "where_lon": where.lon if where else None,
        "where_precision": where.precision if where else None,
        "where_key": place_key(where, span),
    }


def _when(when: When | None) -> Row:
    return {
        "when_earliest": when.earliest if when else None,
        "when_latest": when.latest if when else None,
        "when_grain": when.grain if when else None,
        "when_kind": when.kind if when else None,
    }


def _actor(actor: Actor | None) -> Row:
    return {
        "actor_id": actor.id if actor else None,
        "name": actor.name if actor else None,
        "country": actor.country if actor else None,
        "sector": actor.sector if actor else None,
        "wikidata": actor.wikidata if actor else None,
    }


def _text(span: Span | None) -> str | None:
    return None if span is None else span.text


def _texts(spans: tuple[Span, ...]) -> str:
    return _json([span.text for span in spans])


def _json(value: object) -> str:
    return _ENCODER.encode(value)


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
