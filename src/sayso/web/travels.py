"""A filter to the journeys that the newest reports which fit it tell of."""

from __future__ import annotations

from sayso.link.journeys import Journey, journeys
from sayso.store.filters import Filter, conditions
from sayso.store.project import Project
from sayso.web.remembered import remembered

#: Reports that are looked through for journeys, the newest with a visit or a meeting.
TRAVELLED = 60


def travels(project: Project, asked: Filter, *, whole: bool = False) -> list[Journey]:
    """Return the journeys of two and more stops, those with the most first.

    ``asked`` is a filter of events: one of a journey's visits or meetings must fit it. With
    ``whole`` all reports are looked through.
    """
    key = ("journeys", asked, whole)
    return remembered(project, key, lambda: _ask(project, asked, None if whole else TRAVELLED))


def _ask(project: Project, asked: Filter, most: int | None) -> list[Journey]:
    clause, values = conditions(asked, "events")
    rows = project.connection.execute(
        f"""SELECT r.id, t.id FROM events t JOIN reports r ON r.key = t.report
            WHERE {clause} AND t.type = 'CONSULT' ORDER BY t.report DESC""",
        values,
    )
    fitting: dict[str, set[str]] = {}
    for report, event in rows:
        if report not in fitting and len(fitting) == most:
            break
        fitting.setdefault(report, set()).add(f"{report}/{event}")
    events = set().union(*fitting.values())
    readings = (project.reading(report) for report in fitting)
    found = [
        journey
        for journey in journeys(reading for reading in readings if reading is not None)
        if len(journey.stops) > 1 and any(events.intersection(s.events) for s in journey.stops)
    ]
    return sorted(found, key=lambda journey: (-len(journey.stops), journey.name))
