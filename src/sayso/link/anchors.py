"""The events and figures of one report to the happening that each is told of."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.link.calendar import day_number
from sayso.link.happening import stems
from sayso.record.findings import Event, Figure
from sayso.record.grounding import When, Where
from sayso.record.link import Link
from sayso.record.reading import Reading
from sayso.record.span import Span

#: What an event that is only pointed back to ("the attack", "80 were killed") is told as.
TOLD = frozenset(("happened", "negated"))
#: Fire from afar, which one account calls a bombing and another a shelling.
_AFAR = frozenset(("aerial", "drone", "explosives", "heavy-weapons"))
#: The score of a suggestion that an event is told again in one report.
AGAIN = 0.7


@dataclass(frozen=True, slots=True)
class _Head:
    """The first telling of a happening in a report, with the names of where and to whom it was."""

    event: Event
    place: frozenset[str]
    days: tuple[int, int] | None
    actors: frozenset[str]
    targets: frozenset[str]


def told_of(reading: Reading) -> dict[str, str]:
    """Return the id of the event that first tells the happening, by the id of event or figure.

    An act of violence with a place or a day of its own is a happening, unless one was told before
    it at the same place and days. One with neither is that told last before it, where nothing
    speaks against it. A number on somebody's word that names no event is of the happening told
    last before it, or of the one at its place; but not of one that only another claims and tells
    no victims of, where one with victims of its own was told before.
    """
    found = {event.id: event.id for event in reading.events}
    heads: list[_Head] = []
    told = [e for e in reading.events if e.type == "ASSAULT" and not _runs(e, reading.figures)]
    things: list[Event | Figure] = [*told, *(f for f in reading.figures if _is_loose(f))]
    for thing in sorted(things, key=_start):
        if isinstance(thing, Figure):
            if (head := _of_figure(reading, thing, heads)) is not None:
                found[thing.id] = head.event.id
            continue
        new = _head(thing, reading.figures)
        known = _before(new, heads, reading.figures)
        if known is not None:
            found[thing.id] = known.event.id
        elif _stands_alone(new, heads):
            heads.append(new)
    for figure in reading.figures:
        if figure.event is not None:
            found[figure.id] = found.get(figure.event, figure.event)
    return found


def told_again(reading: Reading, told: Mapping[str, str] | None = None) -> Iterator[Link]:
    """Yield links from events to the event of the same report that first tells the happening.

    ``told`` is what ``told_of`` returns, where it is known.
    """
    events = {event.id for event in reading.events}
    for id, first in (told_of(reading) if told is None else told).items():
        if id in events and id != first:
            a, b = (f"{reading.id}/{end}" for end in (first, id))
            yield Link("same-happening", a, b, AGAIN, ("told again in one report",))


def _start(thing: Event | Figure) -> int:
    return thing.trigger.start if isinstance(thing, Event) else thing.quantity.start


def _runs(event: Event, figures: Sequence[Figure]) -> bool:
    """Tell whether all that is counted of an event runs over a stretch of days."""
    scopes = {figure.scope for figure in figures if figure.event == event.id}
    return event.status != "negated" and bool(scopes) and "event" not in scopes


def _is_loose(figure: Figure) -> bool:
    """Tell whether a figure is on somebody's word and names no event."""
    return figure.event is None and figure.statement is not None and figure.scope == "event"


def _head(event: Event, figures: Sequence[Figure]) -> _Head:
    """An event with its place and day, or those of its figures where it has none of its own."""
    told: list[Event | Figure] = [event]
    told += [f for f in figures if f.event == event.id and f.scope == "event"]
    place = next((p for t in told if (p := place_names(t.place, t.where))), frozenset[str]())
    days = next((d for t in told if (d := _days(t.when))), None)
    return _Head(
        event, place, days,
        stems([*(s.text for s in event.actor), *(a.name for a in event.actors)]),
        stems([*(s.text for s in event.target), *(a.name for a in event.targets)]),
    )  # fmt: skip


def place_names(place: Span | None, where: Where | None) -> frozenset[str]:
    """Return the stems of the names of a place; of "the city" or "the road" there are none."""
    if where is not None and where.precision is not None:
        return stems([where.name, *([place.text] if place is not None else [])])
    known = place is not None and any(word[:1].isupper() for word in place.text.split())
    return stems([place.text]) if place is not None and known else frozenset()


def _days(when: When | None) -> tuple[int, int] | None:
    if when is None:
        return None
    first, last = day_number(when.earliest or when.latest), day_number(when.latest)
    return None if first is None or last is None else (first, last)


def _before(new: _Head, heads: Sequence[_Head], figures: Sequence[Figure]) -> _Head | None:
    """Return the happening told before that an event tells again."""
    if new.event.status not in TOLD:
        return None
    if new.place:
        return next((h for h in reversed(heads) if _is_same(new, h)), None)
    if new.days is not None and heads and _apart_in_days(new, heads[-1]):
        return None
    if heads and _is_again(new, heads[-1], figures):
        return heads[-1]
    return None


def _stands_alone(new: _Head, heads: Sequence[_Head]) -> bool:
    """Tell whether an event that tells nothing again begins a happening that one may point to.

    One without a place, time or doer of its own tells more of the last happening at most.
    """
    if new.place or not heads:
        return True
    if new.event.place is not None or (new.event.time is not None and new.days is None):
        return True
    return bool(new.actors) or _apart_in_days(new, heads[-1])


def _is_same(new: _Head, head: _Head) -> bool:
    """One place, no other days, nobody else told as the doer, no other weapon, no other target."""
    apart = any(
        one and two and not one & two
        for one, two in ((new.actors, head.actors), (new.targets, head.targets))
    )
    one_mode = new.event.mode is None or head.event.mode in (None, new.event.mode)
    return bool(new.place & head.place) and not apart and one_mode and not _apart_in_days(new, head)


def _is_again(new: _Head, head: _Head, figures: Sequence[Figure]) -> bool:
    """Tell whether an event without a place points back to a happening: nothing is against it."""
    if head.event.status not in TOLD:
        return False
    event, around = new.event, head.targets | head.place
    if new.days is None and event.time is not None:
        return False  # "Two hours later" is another happening.
    where = stems([event.place.text]) if event.place is not None else frozenset()
    same_target = bool(new.targets & around)
    if (where and not where & around) or not (same_target or _hits_people(event, figures)):
        return False
    if new.actors and head.actors and not new.actors & head.actors and event.statement is None:
        return False
    modes = {event.mode, head.event.mode}
    return event.mode is None or len(modes) == 1 or modes <= _AFAR or same_target


def _hits_people(event: Event, figures: Sequence[Figure]) -> bool:
    """Tell whether no target is told but those who are counted."""
    counted = [figure.quantity for figure in figures]
    return all(any(span.overlaps(quantity) for quantity in counted) for span in event.target)


def _apart_in_days(one: _Head, two: _Head) -> bool:
    if one.days is None or two.days is None:
        return False
    return one.days[0] > two.days[1] or two.days[0] > one.days[1]


def _of_figure(reading: Reading, figure: Figure, heads: Sequence[_Head]) -> _Head | None:
    place, days = place_names(figure.place, figure.where), _days(figure.when)
    counted = {f.event for f in reading.figures if f.measure == figure.measure}
    near = heads
    while not place and near and _is_claimed(near[-1].event, figure, counted):
        near = near[:-1]
    near = near if any(h.event.id in counted for h in near[-1:]) else heads
    for head in reversed(near if place else near[-1:]):
        late = days is not None and head.days is not None and (
            days[0] > head.days[1] or head.days[0] > days[1]
        )  # fmt: skip
        if not late and (not place or place & head.place):
            return head
    return None


def _is_claimed(event: Event, figure: Figure, counted: Collection[str | None]) -> bool:
    """Tell whether another than who tells a number claims the event, and no victims are told."""
    by_another = event.statement is not None and event.statement != figure.statement
    return by_another and event.id not in counted
