"""Readings to journeys: the stops of an envoy or a delegation, in order, past and announced."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Literal

from sayso.record.findings import Event
from sayso.record.grounding import Actor, Where
from sayso.record.reading import Reading
from sayso.record.span import Span

StopState = Literal["past", "announced"]
#: Modes of CONSULT in which somebody travels.
TRAVELS = frozenset({"visit", "third-party"})
STATES: dict[str, StopState] = {"happened": "past", "ongoing": "past", "planned": "announced"}
#: How exact a place must be for a line on the map to end there.
POINTS = frozenset({"point", "city"})
#: Days without a stop after which the next one belongs to another journey.
PAUSE = 10
#: A stop whose traveller is not told is that of the visit at most so many characters before it.
REACH = 250
#: A place by its GeoNames id, else by its name.
PlaceKey = int | str


@dataclass(frozen=True, slots=True)
class Stop:
    """One place of a journey.

    ``day`` and ``until`` are ISO dates, null where the text leaves them open; ``time`` the words
    of the text for it; ``met`` the names of those met there, ``hosts`` those of them who are at
    home there or are named as the visited; ``events`` ids "reading/event".
    """

    place: str
    where: Where | None
    state: StopState
    day: str | None = None
    until: str | None = None
    time: str | None = None
    met: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    events: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Journey:
    """The stops of one traveller, the earliest first; announced ones stand where they would."""

    traveller: str
    name: str
    stops: tuple[Stop, ...]


@dataclass(frozen=True, slots=True)
class _Visit:
    """A stop while it is sorted: ``order`` is where it stands among the reports and in its text."""

    stop: Stop
    order: tuple[str, str, int, int]


def journeys(readings: Iterable[Reading]) -> tuple[Journey, ...]:
    """Return the journeys that the reports tell of, by name of the traveller, the earliest first.

    A journey begins with an event that somebody visits a place; meetings of the same person add
    stops and those who were met. What was denied, asked for or only possible is no stop. After
    more than ``PAUSE`` days without a stop another journey begins.
    """
    visits: dict[str, list[_Visit]] = defaultdict(list)
    meetings: dict[str, list[_Visit]] = defaultdict(list)
    names: dict[str, str] = {}
    travelling: set[str] = set()
    for reading in readings:
        for event in reading.events:
            if event.type != "CONSULT" or event.status not in STATES:
                continue
            for actor in filter(_is_named, _travellers(reading, event)):
                names[actor.id] = max(names.get(actor.id, ""), actor.name, key=len)
                visits[actor.id] += _visits(reading, event, actor)
                meetings[actor.id] += _meetings(reading, event, actor)
                if event.mode in TRAVELS and visits[actor.id] and not _receives(event, actor):
                    travelling.add(actor.id)
    made = [
        Journey(id, names[id], stops)
        for id in travelling
        for stops in _parted(_joined(visits[id], meetings[id]))
    ]
    return tuple(sorted(made, key=lambda j: (j.name, j.traveller)))


def legs(journey: Journey) -> Iterator[tuple[Stop, Stop]]:
    """Yield the pairs of neighbouring stops that both are known as points on the map."""
    for a, b in pairwise(journey.stops):
        if _is_point(a) and _is_point(b):
            yield a, b


def _is_point(stop: Stop) -> bool:
    where = stop.where
    return where is not None and where.lat is not None and where.precision in POINTS


def _visits(reading: Reading, event: Event, actor: Actor) -> Iterator[_Visit]:
    """The stops that one event makes for one traveller, in the order of the text."""
    places = list(_places(reading, event))
    for n, (name, where) in enumerate(places):
        met = _met(reading, event, actor) if len(places) == 1 else []
        stop = _stop(reading, event, name, where, met)
        if n and stop.day is not None and stop.day == stop.until:
            # One is in one place on one day: it dates the first of several.
            stop = replace(stop, day=None, until=None, time=None)
        yield _Visit(stop, _order(reading, event, n))


def _meetings(reading: Reading, event: Event, actor: Actor) -> Iterator[_Visit]:
    """A meeting whose place is not told: it belongs to a stop of the same day."""
    met = _met(reading, event, actor)
    if met and not list(_places(reading, event)):
        yield _Visit(_stop(reading, event, "", None, met), _order(reading, event, 0))


def _stop(reading: Reading, event: Event, name: str, where: Where | None, met: list[Actor]) -> Stop:
    when = event.when
    return Stop(
        place=name,
        where=where,
        state=STATES[event.status],
        day=when.earliest if when else None,
        until=when.latest if when else None,
        time=event.time.text if event.time else None,
        met=tuple(a.name for a in met),
        hosts=tuple(a.name for a in met if _is_host(a, where)),
        events=(f"{reading.id}/{event.id}",),
    )


def _is_named(actor: Actor) -> bool:
    """Tell somebody by name from "the secretary" and "the first 1,500"."""
    capital = any(word[0].isupper() for word in actor.name.split())
    known = actor.wikidata is not None or actor.country is not None
    return capital and (known or " " in actor.name)


def _travellers(reading: Reading, event: Event) -> list[Actor]:
    """The people of an event; "a stop in Orla is planned" is by the one traveller before it."""
    if event.actors or event.mode not in TRAVELS or not any(_places(reading, event)):
        return _people(reading, event)
    at = event.trigger.start
    before = (e for e in reading.events if e.trigger.start < at and e.mode in TRAVELS and e.actors)
    last = max(before, key=lambda e: e.trigger.start, default=None)
    if last is None or len(last.actors) > 1 or at - last.trigger.end > REACH:
        return []
    return _people(reading, last)


def _people(reading: Reading, event: Event) -> list[Actor]:
    """The doers but for states, which go nowhere: "talks between *Norland* and the envoy"."""
    if len(event.actors) != len(event.actor):
        return list(event.actors)
    pairs = zip(event.actors, event.actor, strict=True)
    return [a for a, span in pairs if _where(reading, span) is None]


def _receives(event: Event, actor: Actor) -> bool:
    """Tell whether one of several is at home where they meet: that one has not travelled."""
    return len(event.actors) > 1 and _is_host(actor, event.where)


def _order(reading: Reading, event: Event, n: int) -> tuple[str, str, int, int]:
    return reading.published or "", reading.id, event.trigger.start, n


def _met(reading: Reading, event: Event, actor: Actor) -> list[Actor]:
    """Who was met: all others of the event, but for places that one goes to."""
    targets = list(event.targets)
    if len(targets) == len(event.target):
        pairs = zip(targets, event.target, strict=True)
        targets = [a for a, span in pairs if _where(reading, span) is None]
    return [a for a in (*event.actors, *targets) if a.id != actor.id]


def _places(reading: Reading, event: Event) -> Iterator[tuple[str, Where | None]]:
    """The places of an event: its own, and those that stand among its targets."""
    seen: list[PlaceKey] = []
    spans: list[tuple[Span, Where | None]] = []
    if event.mode in TRAVELS:
        spans += [(t, _where(reading, t)) for t in event.target]
        spans = [(span, where) for span, where in spans if where is not None]
    if event.place is not None:
        spans.append((event.place, event.where))
    for span, where in spans:
        known = where is not None and where.geonameid is not None
        named = any(w[:1].isupper() for w in span.text.split())
        key = _key(span.text, where)
        if (known or named) and key not in seen:
            seen.append(key)
            yield (where.name if known and where else span.text), where


def _where(reading: Reading, span: Span) -> Where | None:
    """Where a span lies that the reading knows as a place."""
    found = (p.where for p in reading.places if p.where is not None and _is_all(p.span, span))
    return next((w for w in found if w.geonameid is not None), None)


def _is_all(place: Span, span: Span) -> bool:
    """ "the United States" is "United States": nothing but the article stands before it."""
    before = span.text[: max(0, place.start - span.start)].strip().lower()
    return span.covers(place) and place.end == span.end and before in ("", "the")


def _is_host(actor: Actor, where: Where | None) -> bool:
    return where is not None and where.country is not None and actor.country == where.country


def _key(name: str, where: Where | None) -> PlaceKey:
    if where is not None and where.geonameid is not None:
        return where.geonameid
    return name.casefold()


def _joined(visits: list[_Visit], meetings: list[_Visit]) -> tuple[Stop, ...]:
    """Sort the stops by day, those without a day behind the one before them, and join the same."""
    visits = [_with_meetings(v, meetings) for v in visits]
    ordered: list[tuple[str, tuple[str, str, int, int], Stop]] = []
    day, report = "", ""
    for visit in sorted(visits, key=lambda v: v.order):
        if visit.order[1] != report:
            day, report = visit.order[:2]
        day = visit.stop.day or day
        ordered.append((day, visit.order, visit.stop))
    out: list[Stop] = []
    for _, _, stop in sorted(ordered, key=lambda o: (o[0], o[1])):
        at = next((i for i, s in enumerate(out) if _is_same(s, stop)), None)
        if at is None:
            out.append(stop)
        else:
            out[at] = _merged(out[at], stop)
    return tuple(out)


def _parted(stops: Iterable[Stop]) -> Iterator[tuple[Stop, ...]]:
    """Cut stops that stand in order into journeys, at every long pause."""
    journey: list[Stop] = []
    last: str | None = None
    for stop in stops:
        if last is not None and stop.day is not None and _days(last, stop.day) > PAUSE:
            yield tuple(journey)
            journey = []
        journey.append(stop)
        last = max(filter(None, (last, stop.until or stop.day)), default=None)
    if journey:
        yield tuple(journey)


def _days(first: str, last: str) -> int:
    return (date.fromisoformat(last[:10]) - date.fromisoformat(first[:10])).days


def _with_meetings(visit: _Visit, meetings: list[_Visit]) -> _Visit:
    """Add to a stop whom the same report says was met on its very day."""
    stop = visit.stop
    for meeting in (m.stop for m in meetings if m.order[1] == visit.order[1]):
        on_day = stop.day is not None and stop.day == stop.until == meeting.day == meeting.until
        if on_day and meeting.state == stop.state:
            stop = _merged(stop, replace(meeting, time=None))
    return _Visit(stop, visit.order)


def _is_same(a: Stop, b: Stop) -> bool:
    """Tell whether two accounts tell of one stop: the same place, and days that may be the same."""
    same = _key(a.place, a.where) == _key(b.place, b.where)
    if not (same or _holds(a.where, b.where) or _holds(b.where, a.where)):
        return False
    if a.day is None or b.day is None:
        return same and {e.split("/")[0] for e in a.events} == {e.split("/")[0] for e in b.events}
    return a.day <= (b.until or b.day) and b.day <= (a.until or a.day)


def _holds(a: Where | None, b: Where | None) -> bool:
    """Tell whether the first place is the country of the second."""
    if a is None or b is None or a.country is None or a.country != b.country:
        return False
    return a.precision == "country" and b.precision != "country"


def _merged(a: Stop, b: Stop) -> Stop:
    """One stop of two accounts: the more exact place and day, all who were met."""
    exact = b if _holds(a.where, b.where) else a
    narrow = min((s for s in (a, b) if s.day), key=_width, default=a)
    state: StopState = "past" if "past" in (a.state, b.state) else "announced"
    return replace(
        exact,
        state=state,
        day=narrow.day,
        until=narrow.until,
        time=narrow.time or a.time or b.time,
        met=tuple(dict.fromkeys((*a.met, *b.met))),
        hosts=tuple(dict.fromkeys((*a.hosts, *b.hosts))),
        events=tuple(dict.fromkeys((*a.events, *b.events))),
    )


def _width(stop: Stop) -> tuple[int, str]:
    """Order stops by how many days they may be: a day first."""
    return (0 if stop.day == stop.until else 1), stop.until or ""
