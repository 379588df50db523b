"""Incidents: happenings that several reports tell, the newest first."""

from __future__ import annotations

import json
from dataclasses import dataclass

from sayso.store.filters import Filter, conditions
from sayso.store.project import Project
from sayso.web.remembered import remembered
from sayso.web.titles import has_name, title_of
from sayso.web.visit import ROWS, Page, Visit

FILTERS = ("since", "until", "place", "party", "type", "status", "outlet")

#: A single day that the report tells, or at least a stretch, and not the day of the report.
_EXACT = "CASE WHEN t.when_kind = 'exact' AND t.first_day = t.last_day THEN t.{} END"
_TOLD = "CASE WHEN t.when_kind <> 'unresolved' THEN t.{} END"
#: Statuses in the order in which they are shown.
STATUSES = ("happened", "ongoing", "planned", "demanded", "threatened", "possible", "negated")


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """A happening across reports; ``sources`` counts reports without the copies of others."""

    incident: str
    reports: int
    sources: int
    events: int
    first_day: str | None
    last_day: str | None
    types: tuple[str, ...]
    places: tuple[str, ...]
    statuses: tuple[str, ...]


def show(visit: Visit) -> Page:
    """Show the incidents that fit the filters."""
    asked = visit.filter(*FILTERS)
    everything = remembered(visit.project, ("incidents", asked), lambda: _ask(visit.project, asked))
    titles = {} if visit.whole else {
        row.incident: title_of(visit.project.events(Filter(incident=row.incident)))
        for row in everything[:ROWS]
    }  # fmt: skip
    shown = {
        "titles": titles,
        "rows": everything[:ROWS],
        "more": len(everything) > ROWS,
        "filters": FILTERS,
    }
    return Page("incidents.html", "Incidents", shown, everything)


def _ask(project: Project, asked: Filter) -> list[IncidentRow]:
    clause, values = conditions(asked, "events")
    rows = project.connection.execute(
        f"""SELECT i.id, count(DISTINCT i.report), count(DISTINCT coalesce(r.family, r.id)),
            count(*), coalesce({_each("min", "first_day")}), coalesce({_each("max", "last_day")}),
            json_group_array(DISTINCT t.type),
            json_group_array(DISTINCT coalesce(t.where_name, t.place)),
            json_group_array(DISTINCT t.status)
            FROM incidents i JOIN events t ON t.report = i.report AND t.id = i.event
            JOIN reports r ON r.key = i.report WHERE {clause}
            GROUP BY i.id ORDER BY max(i.report) DESC, i.id LIMIT ? OFFSET ?""",
        [*values, -1 if asked.limit is None else asked.limit, asked.offset],
    )
    return [_incident(list(row)) for row in rows]


def _each(end: str, day: str) -> str:
    """Return the first or last day of an incident, the most exactly told first, in SQL."""
    return ", ".join(f"{end}({told.format(day)})" for told in (_EXACT, _TOLD, "t.{}"))


def _incident(row: list[object]) -> IncidentRow:
    row[6:] = [_listed(str(written)) for written in row[6:]]
    row[8] = tuple(status for status in STATUSES if status in row[8])  # type: ignore[operator]
    places = row[7] if isinstance(row[7], tuple) else ()
    row[7] = tuple(place for place in places if has_name(place)) or places
    return IncidentRow(*row)  # type: ignore[arg-type]


def _listed(written: str) -> tuple[str, ...]:
    return tuple(str(value) for value in json.loads(written) if value is not None)
