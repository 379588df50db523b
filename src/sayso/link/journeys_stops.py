"""The visits and meetings of a reading to stops, each with its day and whom one meets there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from sayso.ground.party_table import party_table
from sayso.link.persons import Persons, is_of_states, spans_of, stands_for_state
from sayso.record.findings import Event
from sayso.record.grounding import Actor, When, Where
from sayso.record.reading import Reading
from sayso.record.span import Span

StopState = Literal["past", "announced"]
#: Modes of CONSULT in which somebody travels.
TRAVELS = frozenset({"visit", "third-party"})
STATES: dict[str, StopState] = {"happened": "past", "ongoing": "past", "planned": "announced"}
#: A stop whose traveller is not told is that of the visit at most so many characters before it.
REACH = 250
#: Characters between a place and the day that is its own ("Orla early on *Monday*").
BETWEEN = 12
#: Endings of what tells that somebody came to where a report is filed: "flew *in*".
ARRIVING = (" in", "arrived")
#: Letters of the comma and the space between a name and what stands behind it.
COMMA = 2
#: A title is not longer, and an abbreviation in it ("U.S.").
TITLE, ABBREVIATED = 200, 4
#: Letters of the longest word in a name that may be written small: "van".
PARTICLE = 3
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
class Visit:
    """A stop while it is sorted: ``order`` is where it stands among the reports and in its text,
    ``homes`` the states of those met."""

    stop: Stop
    order: tuple[str, str, int, int]
    homes: frozenset[str] = frozenset()


def travellers(reading: Reading, event: Event, persons: Persons) -> list[tuple[Actor, Span | None]]:
    """Return the people of an event, by name, with their words.

    "A stop in Orla is planned" is by the one traveller of the visit before it.
    """
    found = _people(reading, event)
    if not event.actors and event.mode in TRAVELS and any(_places(reading, event)):
        before = _visit_before(reading, event)
        found = _people(reading, before) if before else []
    named = [(persons.of(reading, a, span), span) for a, span in found if not _is_state(a)]
    return [(a, span) for a, span in named if _is_named(a) and not _is_people(a, span)]


def visits(reading: Reading, event: Event, actor: Actor, persons: Persons) -> Iterator[Visit]:
    """Yield the stops that one event makes for one traveller, in the order of the text."""
    met = list(_met(reading, event, actor, persons))
    places = list(_places(reading, event)) or _arrived(reading, event)
    places = places or _at_home(reading, event, actor, met)
    if _is_of_another(reading, event, actor, persons):
        return
    places = _in_town(reading, event, places, met)
    days = _own_days(reading, [span for span, _ in places])
    for n, (span, where) in enumerate(places):
        name = where.name if where is not None and where.geonameid is not None else span.text
        stop = _stop(reading, event, (name, where), met if len(places) == 1 else [])
        if days:
            stop = _dated(stop, days[n], reading.published)
        elif n and stop.day is not None and stop.day == stop.until:
            # One is in one place on one day: it dates the first of several.
            stop = replace(stop, day=None, until=None, time=None)
        yield _visit(reading, event, n, stop, met)


def meetings(reading: Reading, event: Event, actor: Actor, persons: Persons) -> Iterator[Visit]:
    """Yield a meeting whose place is not told: it belongs to a stop of the same day.

    One without a day is of the day of the visit just before it.
    """
    met = list(_met(reading, event, actor, persons))
    if met and not list(_places(reading, event)) and not _at_home(reading, event, actor, met):
        before = _visit_before(reading, event) if event.time is None else None
        with_visitor = before is not None and actor.id in {
            persons.of(reading, a, span).id for a, span in _people(reading, before)
        }
        when = before.when if before is not None and with_visitor else event.when
        told = replace(event, when=when)
        yield _visit(reading, event, 0, _stop(reading, told, ("", None), met), met)


def receives(event: Event, actor: Actor) -> bool:
    """Tell whether one of several is at home where they meet: that one has not travelled."""
    return len(event.actors) > 1 and _is_at_home(actor, event.where)


def key_of(stop: Stop) -> PlaceKey:
    """Return what tells the place of a stop from others."""
    return _key(stop.place, stop.where)


def _visit(reading: Reading, event: Event, n: int, stop: Stop, met: list[_Met]) -> Visit:
    order = (reading.published or "", reading.id, event.trigger.start, n)
    return Visit(stop, order, frozenset(a.country for a, _ in met if a.country))


#: Who was met, and whether as the one who is visited.
_Met = tuple[Actor, bool]
_Place = tuple[Span, Where | None]


def _stop(reading: Reading, event: Event, place: tuple[str, Where | None], met: list[_Met]) -> Stop:
    when = event.when or When()
    first, last = when.earliest, when.latest
    if when.grain == "hour":
        # "After noon on Tuesday" is open at one end, yet of one day.
        first, last = first or last, last or first
    name, where = place
    return Stop(
        place=name,
        where=where,
        state=STATES[event.status],
        day=first,
        until=last,
        time=event.time.text if event.time else None,
        met=tuple(a.name for a, _ in met),
        hosts=tuple(a.name for a, visited in met if _is_host(a, where, visited=visited)),
        events=(f"{reading.id}/{event.id}",),
    )


def _dated(stop: Stop, own: tuple[Span, When | None] | None, published: str | None) -> Stop:
    """The stop with the day that stands by its place, announced where that is yet to come."""
    time, when = own or (None, None)
    if time is None or when is None:
        return replace(stop, day=None, until=None, time=None)
    ahead = published is not None and when.earliest is not None and when.earliest > published
    state = "announced" if ahead else stop.state
    return replace(stop, day=when.earliest, until=when.latest, time=time.text, state=state)


def _own_days(reading: Reading, places: list[Span]) -> list[tuple[Span, When | None] | None]:
    """The days of several places that have their own: "Orla on *Monday*, Brest on *Friday*".

    All places named since the day before share a day. None where there are not two days.
    """
    out: list[tuple[Span, When | None] | None] = [None] * len(places)
    waiting: list[int] = []
    told = 0
    for n, place in enumerate(places):
        waiting.append(n)
        behind = (t for t in reading.times if 0 <= t.span.start - place.end <= BETWEEN)
        time = next(behind, None)
        if time is not None:
            for at in waiting:
                out[at] = time.span, time.when
            waiting, told = [], told + 1
    return out if told > 1 and sorted(places) == places else []


def _people(reading: Reading, event: Event) -> list[tuple[Actor, Span | None]]:
    """The doers but for states, which go nowhere: "talks between *Norland* and the envoy"."""
    pairs = spans_of(event.actors, event.actor)
    return [(a, span) for a, span in pairs if span is None or _where(reading, span) is None]


def _beside(reading: Reading, event: Event) -> Iterator[Event]:
    """Yield the meetings told with the very place and day of a visit: "he returned to Orla on
    Monday for a *round* with Lund"."""
    if event.mode not in TRAVELS or event.place is None or event.time is None:
        return
    for other in reading.events:
        same = other.place == event.place and other.time == event.time
        if same and other.mode not in TRAVELS and other.trigger.start > event.trigger.start:
            yield other


def _visit_before(reading: Reading, event: Event) -> Event | None:
    at = event.trigger.start
    before = (e for e in reading.events if e.trigger.start < at and e.mode in TRAVELS and e.actors)
    last = max(before, key=lambda e: e.trigger.start, default=None)
    if last is None or len(last.actors) > 1 or at - last.trigger.end > REACH:
        return None
    return last


def _is_state(actor: Actor) -> bool:
    """Tell whether an actor is a state, also as its government, or a body of states: it goes
    nowhere."""
    state = party_table().states.get(actor.country or "")
    return (state is not None and state.id == actor.id) or is_of_states(actor)


def _is_named(actor: Actor) -> bool:
    """Tell somebody by name from "the secretary" and "the first 1,500"."""
    words = actor.name.split()
    capital = any(word[0].isupper() for word in words) and all(map(_is_of_name, words))
    known = actor.wikidata is not None or actor.country is not None
    return capital and (known or " " in actor.name)


def _is_people(actor: Actor, span: Span | None) -> bool:
    """Tell whether words are a people's and not a name: "the *Norlander*"."""
    if span is None or not stands_for_state(actor):
        return False
    return not set(actor.name.split()) <= set(span.text.split())


def _is_of_name(word: str) -> bool:
    """Tell whether a word may stand in a name: "al-Sadr" and "van", but not "mediator"."""
    return word[0].isupper() or len(word) <= PARTICLE or not word.isalpha()


def _met(reading: Reading, event: Event, actor: Actor, persons: Persons) -> Iterator[_Met]:
    """Who was met: all others of the event, but for places that one goes to and companions."""
    for told in (event, *_beside(reading, event)):
        yield from _met_at(reading, told, actor, persons)


def _met_at(reading: Reading, event: Event, actor: Actor, persons: Persons) -> Iterator[_Met]:
    for visited, pairs in (
        (False, spans_of(event.actors, event.actor)),
        (event.mode in TRAVELS, spans_of(event.targets, event.target)),
    ):
        for found, span in pairs:
            other = persons.of(reading, found, span)
            is_place = visited and span is not None and _where(reading, span) is not None
            aside = span is not None and _is_aside(event, span)
            if other.id != actor.id and not (is_place or aside or _goes_along(other, actor, event)):
                yield _with_country(event, other), visited


def _goes_along(other: Actor, actor: Actor, event: Event) -> bool:
    """Tell whether somebody is of the traveller's own state, and away from it too."""
    return (
        actor.country is not None
        and other.country == actor.country
        and not _is_at_home(other, event.where)
    )


def _places(reading: Reading, event: Event) -> Iterator[_Place]:
    """The places of an event: its own, and those that stand among its targets."""
    seen: list[PlaceKey] = []
    spans: list[_Place] = []
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
            yield span, where


def _is_aside(event: Event, span: Span) -> bool:
    """Tell whether a role behind a name and a comma is that person's: "Ivo Lund, the envoy"."""
    return any(span == aside for _, _, aside in _asides(event))


def _asides(event: Event) -> Iterator[tuple[Actor, Actor, Span]]:
    """Yield the named people of an event behind whom a comma and a role stand."""
    told = [(a, span) for a, span in spans_of(event.actors, event.actor) if span is not None]
    for person, span in told:
        for role, aside in told:
            if _is_named(person) and not _is_named(role) and aside.start - span.end == COMMA:
                yield person, role, aside


def _with_country(event: Event, person: Actor) -> Actor:
    """A person of the state that the role behind the name tells: "Ivo Lund, *Norland's envoy*"."""
    told = (role.country for one, role, _ in _asides(event) if one.id == person.id and role.country)
    return person if person.country else replace(person, country=next(told, None))


def _is_of_another(reading: Reading, event: Event, actor: Actor, persons: Persons) -> bool:
    """Tell whether a meeting is at a stop of somebody else alone: "Roe is to go to Orla on Monday
    and meet Lund", told with the very place and day of the visit."""
    if event.mode in TRAVELS or event.place is None or event.time is None:
        return False
    for other in reading.events:
        if other.mode in TRAVELS and (other.place, other.time) == (event.place, event.time):
            going = {persons.of(reading, a, span).id for a, span in _people(reading, other)}
            if len(going) == 1 and actor.id not in going:
                return True
    return False


def _in_town(
    reading: Reading, event: Event, places: list[_Place], met: Iterable[_Met]
) -> list[_Place]:
    """The places, a hall that no gazetteer knows as the town that the report is filed from, where
    who is met there is at home in that country."""
    if len(places) != 1 or event.status == "planned":
        return places
    ((_, where),) = places
    if where is not None and where.geonameid is not None:
        return places
    homes = {a.country for a, _ in met} - {None}
    town: list[_Place] = [
        (span, at) for span, at in _filed(reading) if at is not None and at.country in homes
    ]
    return town or places


def _at_home(reading: Reading, event: Event, actor: Actor, met: Iterable[_Met]) -> list[_Place]:
    """The place that a report is filed from, where somebody who is at home there is met."""
    homes = {a.country for a, _ in met} - {None, actor.country}
    if event.place:
        return []
    return [(span, where) for span, where in _filed(reading) if where and where.country in homes]


def _arrived(reading: Reading, event: Event) -> list[_Place]:
    """The place that a report is filed from, where somebody "*flew in* from Orla" and no other
    place is told."""
    arriving = event.trigger.text.lower().endswith(ARRIVING) and event.status != "planned"
    if event.mode != "visit" or not arriving or event.target or not event.actor:
        return []
    first, last = min(s.start for s in event.actor), event.trigger.end
    if any(first < p.span.start < last for p in reading.places):
        return []
    return list(_filed(reading))


def _filed(reading: Reading) -> Iterator[_Place]:
    """Yield the place of the dateline: in capitals at the very beginning, or behind a title."""
    for place in reading.places:
        text, start = place.span.text, place.span.start
        if text.isupper() and (start == 0 or (start < TITLE and len(text) > ABBREVIATED)):
            if place.where is not None:
                yield place.span, place.where
            return


def _where(reading: Reading, span: Span) -> Where | None:
    """Where a span lies that the reading knows as a place."""
    found = (p.where for p in reading.places if p.where is not None and _is_all(p.span, span))
    return next((w for w in found if w.geonameid is not None), None)


def _is_all(place: Span, span: Span) -> bool:
    """ "the United States" is "United States": nothing but the article stands before it."""
    before = span.text[: max(0, place.start - span.start)].strip().lower()
    return span.covers(place) and place.end == span.end and before in ("", "the")


def _is_at_home(actor: Actor, where: Where | None) -> bool:
    return where is not None and where.country is not None and actor.country == where.country


def _is_host(actor: Actor, where: Where | None, *, visited: bool) -> bool:
    """Tell whether somebody is at home in a place, or is visited there and not known to be away."""
    return _is_at_home(actor, where) or (visited and actor.country is None)


def _key(name: str, where: Where | None) -> PlaceKey:
    if where is not None and where.geonameid is not None:
        return where.geonameid
    return name.casefold()
