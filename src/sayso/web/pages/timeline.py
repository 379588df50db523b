"""Timeline: events by the days on which they happened, and the days on which they were told."""

from __future__ import annotations

import json
from dataclasses import dataclass

from sayso.store.filters import Filter, conditions
from sayso.store.project import Project
from sayso.web.draw.bars import draw_bars
from sayso.web.visit import ROWS, Page, Visit

FILTERS = ("since", "until", "place", "party", "type", "status", "claimant", "outlet")


@dataclass(frozen=True, slots=True)
class TimedEvent:
    """An event with the days that it may lie on; ``own_time`` is false where no time is told.

    ``grain`` and ``kind`` say how the time is told (a day, a month; exact, approximate, open).
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


def show(visit: Visit) -> Page:
    """Show events, the latest day first; those without a time of their own on request."""
    rows = _ask(visit.project, visit.filter(*FILTERS), own_time=visit.word("undated") != "with")
    page = rows[:ROWS]
    line = draw_bars([(e.first_day, e.last_day, e.published) for e in page])
    shown = {
        "rows": list(zip(page, line.bars, strict=True)), "line": line, "more": len(rows) > ROWS,
        "filters": FILTERS,
    }  # fmt: skip
    return Page("timeline.html", "Timeline", shown, rows)


def _ask(project: Project, asked: Filter, *, own_time: bool) -> list[TimedEvent]:
    clause, values = conditions(asked, "events")
    if own_time:
        clause += " AND coalesce(t.when_earliest, t.when_latest) IS NOT NULL"
    rows = project.connection.execute(
        f"""SELECT r.id, t.id, t.first_day, t.last_day,
            coalesce(t.when_earliest, t.when_latest) IS NOT NULL, t.time, t.when_grain,
            t.when_kind, r.published, r.publisher, t.type, t.status, t.trigger_text,
            t.actors, t.targets, coalesce(t.where_name, t.place), t.claimant
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
