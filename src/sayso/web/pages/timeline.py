"""Timeline: events and journeys by the days of their happening, and those of their telling."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.link.journeys import Journey
from sayso.link.journeys_stops import Stop
from sayso.store.filters import Filter, conditions
from sayso.store.project import Project
from sayso.web.draw.bars import Bar, draw_bars, ends_of
from sayso.web.travels import travels
from sayso.web.visit import ROWS, Page, Visit

FILTERS = ("since", "until", "place", "party", "type", "status", "claimant", "outlet")
#: Journeys that have a lane, those with the most stops.
LANES = 6


@dataclass(frozen=True, slots=True)
class TimedEvent:
    """An event with the days that it may lie on; ``own_time`` is false where no time is told.

    ``grain`` and ``kind`` say how the time is told (a day, a month; exact, approximate, open),
    ``open_end`` which end of an open time is not told: "first", "last" or none.
    """

    report: str
    id: str
    first_day: str | None
    last_day: str | None
    own_time: bool
    time: str | None
    grain: str | None
    kind: str | None
    published: str | None
    publisher: str | None
    type: str
    status: str
    trigger_text: str
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    place: str | None
    claimant: str | None
    open_end: str | None

    @property
    def within(self) -> bool:
        """Tell whether it lies on some of its days, and need not last through them."""
        coarse = self.grain in ("week", "month", "year") or self.kind == "approximate"
        return self.open_end is None and self.first_day != self.last_day and coarse

    @property
    def stretch(self) -> tuple[str | None, str | None]:
        """The days that its bar spans: those of an open time from or to the day of the report."""
        told = (self.published or "")[:10]
        if self.open_end == "last" and self.first_day:
            return self.first_day, max(self.first_day, told)
        if self.open_end == "first" and self.last_day:
            return min(self.last_day, told or self.last_day), self.last_day
        return self.first_day, self.last_day


@dataclass(frozen=True, slots=True)
class Lane:
    """A journey with those of its stops that have a day on the line, and where they lie on it."""

    journey: Journey
    stops: tuple[tuple[Stop, Bar | None], ...]


def show(visit: Visit) -> Page:
    """Show events, the latest day first; those without a time of their own on request.

    Above them stand the journeys that have a stop on one of the days of the page.
    """
    asked = visit.filter(*FILTERS)
    rows = _ask(visit.project, asked, own_time=visit.word("undated") != "with")
    shown: dict[str, object] = {"more": len(rows) > ROWS, "filters": FILTERS}
    if not visit.whole:
        shown |= _drawing(visit.project, asked, rows[:ROWS])
    return Page("timeline.html", "Timeline", shown, rows)


def _drawing(project: Project, asked: Filter, page: Sequence[TimedEvent]) -> dict[str, object]:
    """Put events and journeys on one line, which the events alone span."""
    intervals = [(*e.stretch, e.published) for e in page]
    ends = ends_of(intervals)
    found = _journeys(project, asked, *(day.isoformat() for day in ends)) if ends else []
    stops = [(s.day, s.until, None) for _, on_line in found for s in on_line]
    line = draw_bars([*intervals, *stops], ends)
    bars = iter(line.bars[len(page) :])
    return {
        "rows": list(zip(page, line.bars[: len(page)], strict=True)), "line": line,
        "lanes": [Lane(j, tuple((s, next(bars)) for s in on_line)) for j, on_line in found[:LANES]],
        "unshown": max(0, len(found) - LANES),
    }  # fmt: skip


def _journeys(
    project: Project, asked: Filter, first: str, last: str
) -> list[tuple[Journey, list[Stop]]]:
    """Return the journeys with a stop between two days, and their stops there."""
    since, until = max(first, asked.since or first), min(last, asked.until or last)
    told = travels(project, replace(asked, since=since, until=until, limit=None, offset=0))
    on_line = [
        (j, [s for s in j.stops if s.day and s.day[:10] <= last and (s.until or s.day) >= first])
        for j in told
    ]
    return [(journey, stops) for journey, stops in on_line if stops]


def _ask(project: Project, asked: Filter, *, own_time: bool) -> list[TimedEvent]:
    clause, values = conditions(asked, "events")
    if own_time:
        clause += " AND coalesce(t.when_earliest, t.when_latest) IS NOT NULL"
    rows = project.connection.execute(
        f"""SELECT r.id, t.id, t.first_day, t.last_day,
            coalesce(t.when_earliest, t.when_latest) IS NOT NULL, t.time, t.when_grain,
            t.when_kind, r.published, r.publisher, t.type, t.status, t.trigger_text,
            t.actors, t.targets, coalesce(t.where_name, t.place), t.claimant,
            CASE WHEN t.when_earliest IS NULL AND t.when_latest IS NOT NULL THEN 'first'
            WHEN t.when_latest IS NULL AND t.when_earliest IS NOT NULL THEN 'last' END
            FROM events t JOIN reports r ON r.key = t.report WHERE {clause}
            ORDER BY t.last_day DESC, t.first_day DESC, t.report DESC, t.start_char
            LIMIT ? OFFSET ?""",
        [*values, -1 if asked.limit is None else asked.limit, asked.offset],
    )
    return [_event(list(row)) for row in rows]


def _event(row: list[object]) -> TimedEvent:
    row[4] = bool(row[4])
    row[13:15] = [_listed(str(written)) for written in row[13:15]]
    return TimedEvent(*row)  # type: ignore[arg-type]


def _listed(written: str) -> tuple[str, ...]:
    return tuple(str(name) for name in json.loads(written) if name is not None)
