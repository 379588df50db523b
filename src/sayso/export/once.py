"""Readings to the happenings that get one row each, with all that is told of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.export.coding import Days, Dead, dead_among, dead_figures, span_of_days
from sayso.link.anchors import told_of
from sayso.record.findings import Event, Figure
from sayso.record.reading import Reading

Pairs = Iterable[tuple[str, Reading]]


@dataclass(frozen=True, slots=True)
class Telling:
    """An event as one report tells it, with the report's text."""

    text: str
    reading: Reading
    event: Event

    @property
    def id(self) -> str:
        """The id "report/event"."""
        return f"{self.reading.id}/{self.event.id}"


@dataclass(frozen=True, slots=True)
class Happening:
    """The tellings of one happening, and numbers that are told of it without an event."""

    tellings: tuple[Telling, ...]
    loose: tuple[Figure, ...]

    @property
    def reports(self) -> int:
        """The number of reports that tell it."""
        return len({telling.reading.id for telling in self.tellings})

    @property
    def dead(self) -> Dead | None:
        """The killed by all that tell of it; None where no number does."""
        told = [list(dead_figures(t.reading, t.event)) for t in self.tellings]
        return dead_among([*told, *([figure] for figure in self.loose)])

    def best(self, fits: Callable[[Telling], bool]) -> Telling | None:
        """Return the telling for the row: of those that fit that with the most exact day, a place
        and a target; the earliest of such.
        """
        return min((t for t in self.tellings if fits(t)), key=_order, default=None)


def _order(telling: Telling) -> tuple[bool, int, bool, bool]:
    days, event = days_of(telling), telling.event
    length = days.length if days is not None and days.told else 1_000
    no_place = event.where is None or event.where.precision is None
    return days is None or not days.told, length, no_place, not event.target


def days_of(telling: Telling) -> Days | None:
    """Return the days that an event may lie on."""
    return span_of_days(telling.reading, telling.event)


def told_once(pairs: Pairs, incidents: Sequence[Sequence[str]] = ()) -> Iterator[Happening]:
    """Yield happenings: what one report tells again is one, and what ``incidents`` (groups of
    "report/event") hold of many reports.
    """
    in_group = {event: f"={n}" for n, events in enumerate(incidents) for event in events}
    tellings: dict[str, list[Telling]] = {}
    loose: dict[str, list[Figure]] = {}
    for text, reading in pairs:
        told = told_of(reading)
        for event in reading.events:
            first = f"{reading.id}/{told[event.id]}"
            own = f"{reading.id}/{event.id}"
            # An event that was taken out of the incident of the first is one of its own.
            key = in_group.get(own, own if first in in_group else first)
            tellings.setdefault(key, []).append(Telling(text, reading, event))
        for figure in reading.figures:
            if figure.event is None and figure.id in told:
                first = f"{reading.id}/{told[figure.id]}"
                loose.setdefault(in_group.get(first, first), []).append(figure)
    for key, found in tellings.items():
        yield Happening(tuple(found), tuple(loose.get(key, ())))
