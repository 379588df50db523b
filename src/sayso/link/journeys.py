"""Readings to journeys: the stops of an envoy or a delegation, in order, past and announced."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from sayso.link.calendar import days_between
from sayso.link.journeys_stops import (
    STATES,
    TRAVELS,
    Stop,
    StopState,
    Visit,
    key_of,
    meetings,
    receives,
    travellers,
    visits,
)
from sayso.link.persons import Persons
from sayso.record.findings import Event
from sayso.record.grounding import Actor, Where
from sayso.record.reading import Reading

#: How exact a place must be for a line on the map to end there.
POINTS = frozenset({"point", "city"})
#: Days without a stop after which the next one belongs to another journey.
PAUSE = 10
#: Days between a report and the stop that it tells of without a day, where another report dates it.
UNDATED = 3


@dataclass(frozen=True, slots=True)
class Journey:
    """The stops of one traveller, the earliest first; announced ones stand where they would."""

    traveller: str
    name: str
    stops: tuple[Stop, ...]


def journeys(readings: Iterable[Reading]) -> tuple[Journey, ...]:
    """Return the journeys that the reports tell of, by name of the traveller, the earliest first.

    A journey begins with an event that somebody visits a place; meetings of the same person add
    stops and those who were met. What was denied, asked for or only possible is no stop. After
    more than ``PAUSE`` days without a stop another journey begins.
    """
    told, persons = _Told(), Persons()
    kept: list[Reading] = []
    for reading in readings:
        persons.add(reading)
        events = tuple(e for e in reading.events if e.type == "CONSULT")
        if events:
            few = Reading(
                reading.id, published=reading.published, events=events,
                places=reading.places, times=reading.times,
            )  # fmt: skip
            kept.append(few)
    for reading in kept:
        for event in reading.events:
            if event.status in STATES:
                told.add(reading, event, persons)
    made = [
        Journey(id, told.names[id], stops)
        for id in told.travelling()
        for stops in _parted(_joined(told.visits[id], told.meetings[id]))
    ]
    return tuple(sorted(made, key=lambda j: (j.name, j.traveller)))


class _Told:
    """The visits and meetings of each person, and who has travelled."""

    def __init__(self) -> None:
        self.visits: dict[str, list[Visit]] = defaultdict(list)
        self.meetings: dict[str, list[Visit]] = defaultdict(list)
        self.names: dict[str, str] = {}
        self._alone: set[str] = set()
        self._together: list[tuple[tuple[str, bool], ...]] = []

    def add(self, reading: Reading, event: Event, persons: Persons) -> None:
        going: list[tuple[str, bool]] = []
        found = travellers(reading, event, persons)
        for actor, span in found:
            self.names[actor.id] = max(self.names.get(actor.id, ""), actor.name, key=len)
            made = list(visits(reading, event, actor, persons))
            self.visits[actor.id] += made
            self.meetings[actor.id] += meetings(reading, event, actor, persons)
            if event.mode in TRAVELS and self.visits[actor.id] and not _stays(event, actor, made):
                going.append((actor.id, span is None or span.start < event.trigger.start))
        if len(found) == 1 and going:
            self._alone.add(going[0][0])
        elif going:
            self._together.append(tuple(going))

    def travelling(self) -> set[str]:
        """Who goes alone; of several, where one of them goes alone elsewhere, the others only if
        they stand before the verb: "Roe and *Lund* flew to Orla", but not "Roe met *Lund*"."""
        out = set(self._alone)
        for going in self._together:
            led = any(id in self._alone for id, _ in going)
            out |= {id for id, before in going if before or not led}
        return out


def _stays(event: Event, actor: Actor, made: list[Visit]) -> bool:
    """Tell whether somebody is at home where others come: talks there are no journey of theirs."""
    homes = [v.stop.where is not None and v.stop.where.country == actor.country for v in made]
    at_home = actor.country is not None and event.mode != "visit" and all(homes)
    return receives(event, actor) or at_home


def legs(journey: Journey) -> Iterator[tuple[Stop, Stop]]:
    """Yield the pairs of neighbouring stops that both are known as points on the map."""
    for a, b in pairwise(journey.stops):
        if _is_point(a) and _is_point(b):
            yield a, b


def _is_point(stop: Stop) -> bool:
    where = stop.where
    return where is not None and where.lat is not None and where.precision in POINTS


@dataclass(frozen=True, slots=True)
class _Placed:
    """A stop at its place among the others: by its day, else the one told before it; and how each
    report tells of it."""

    day: str
    order: tuple[str, str, int, int]
    stop: Stop
    told: frozenset[tuple[str, StopState]]


def _joined(told: list[Visit], meetings: list[Visit]) -> tuple[Stop, ...]:
    """Sort the stops by day, those without a day behind the one before them, and join the same."""
    told = [_with_meetings(v, meetings) for v in _without_sites(told)]
    placed: list[_Placed] = []
    day, report = "", ""
    for visit in told:
        if visit.order[1] != report:
            day, report = visit.order[:2]
        day = visit.stop.day or day
        told_as = frozenset({(report, visit.stop.state)})
        placed.append(_Placed(day, visit.order, visit.stop, told_as))
    out: list[_Placed] = []
    for new in sorted(placed, key=lambda p: (p.stop.day is None, p.day, p.order)):
        at = next((n for n, old in enumerate(out) if _is_same(old, new)), None)
        if at is None:
            out.append(new)
        else:
            old, both = out[at], out[at].told | new.told
            # Who tells of a stop once it is over knows what came first on that day.
            is_over = old.stop.state == "announced" and new.stop.state == "past"
            order = new.order if is_over else old.order
            stop = _merged(old.stop, new.stop)
            out[at] = replace(old, order=order, stop=stop, told=both)
    return tuple(p.stop for p in sorted(out, key=_by_day))


def _by_day(placed: _Placed) -> tuple[str, bool, tuple[str, str, int, int]]:
    """Order stops by day, one without a day of its own behind those of the day it is told with."""
    return placed.stop.day or placed.day, placed.stop.day is None, placed.order


def _without_sites(told: list[Visit]) -> list[Visit]:
    """The visits in order; a hall that no gazetteer knows is in the town told of just before."""
    out: list[Visit] = []
    for visit in sorted(told, key=lambda v: v.order):
        last = out[-1] if out else None
        site = visit.stop.where is None or visit.stop.where.geonameid is None
        if last and site and last.order[1] == visit.order[1] and _may_be_one(last.stop, visit.stop):
            out[-1] = replace(last, stop=_merged(last.stop, visit.stop))
        else:
            out.append(visit)
    return out


def _parted(stops: Iterable[Stop]) -> Iterator[tuple[Stop, ...]]:
    """Cut stops that stand in order into journeys, at every long pause."""
    journey: list[Stop] = []
    last: str | None = None
    for stop in stops:
        if (
            last is not None
            and stop.day is not None
            and (days_between(last, stop.day) or 0) > PAUSE
        ):
            yield tuple(journey)
            journey = []
        journey.append(stop)
        last = max(filter(None, (last, stop.until or stop.day)), default=None)
    if journey:
        yield tuple(journey)


def _with_meetings(visit: Visit, meetings: list[Visit]) -> Visit:
    """Add to a stop whom the same report says was met on its very day, nobody from elsewhere."""
    stop = visit.stop
    home = stop.where.country if stop.where else None
    for meeting in (m for m in meetings if m.order[1] == visit.order[1]):
        day, until = meeting.stop.day, meeting.stop.until
        on_day = stop.day is not None and stop.day == stop.until == day == until
        away = home is not None and meeting.homes and home not in meeting.homes
        if on_day and meeting.stop.state == stop.state and not away:
            stop = _merged(stop, replace(meeting.stop, time=None))
    return replace(visit, stop=stop)


def _is_same(one: _Placed, two: _Placed) -> bool:
    """Tell whether two accounts tell of one stop: the same place, and days that may be the same."""
    a, b = one.stop, two.stop
    apart = two.order[1] in dict(one.told) and not two.told <= one.told
    if apart and (a.day, a.until) != (b.day, b.until):
        return False  # a return to come is told apart from the visit that has been
    same = key_of(a) == key_of(b)
    if not (same or _holds(a.where, b.where) or _holds(b.where, a.where)):
        return False
    if a.day is None or b.day is None:
        if _is_ahead(one, two) or _is_ahead(two, one):
            return False
        first, second = a.day or one.order[0], b.day or two.order[0]
        days = days_between(first, second)
        ahead = a.day is not None and b.state == "announced" and first > second
        near = days is not None and days <= (PAUSE if ahead else UNDATED)
        return one.order[1] == two.order[1] or near
    return _may_be_one(a, b) or _is_put_off(one, two) or _is_put_off(two, one)


def _is_ahead(said: _Placed, done: _Placed) -> bool:
    """Tell whether a stop was announced without a day when the other was past: it is another."""
    if said.stop.state != "announced" or said.stop.day is not None or done.stop.state != "past":
        return False
    return bool(done.stop.until and done.stop.until < said.order[0])


def _is_put_off(said: _Placed, done: _Placed) -> bool:
    """Tell whether a stop was announced for the day before that on which it is told as past."""
    a, b = said.stop, done.stop
    if a.state != "announced" or b.state != "past" or not a.until or not b.day:
        return False
    told = max((day for day in (done.order[0],) if day), default="")
    return a.until < told and days_between(a.until, b.day) == 1 and a.until < b.day


def _may_be_one(a: Stop, b: Stop) -> bool:
    if a.day is None or b.day is None:
        return True
    return a.day <= (b.until or b.day) and b.day <= (a.until or a.day)


def _holds(a: Where | None, b: Where | None) -> bool:
    """Tell whether the first place is the country of the second."""
    if a is None or b is None or a.country is None or a.country != b.country:
        return False
    return a.precision == "country" and b.precision != "country"


def _merged(a: Stop, b: Stop) -> Stop:
    """One stop of two accounts: the more exact place and day, all who were met."""
    exact = b if _holds(a.where, b.where) else a  # else the first: a town before its hall
    done = [s for s in (a, b) if s.state == "past" and s.day and not _may_be_one(a, b)]
    narrow = min(done or (s for s in (a, b) if s.day), key=_width, default=a)
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
