"""A filter to the journeys that the newest reports which fit it tell of."""

from __future__ import annotations

import json
from collections.abc import Iterator

from sayso.link.journeys import Journey, journeys
from sayso.record.reading import Reading
from sayso.record.written import from_json
from sayso.store.filters import Filter, conditions
from sayso.store.project import Project
from sayso.web.remembered import remembered

#: Reports that are looked through for journeys, the newest with a visit or a meeting.
TRAVELLED = 60


def travels(
    project: Project, asked: Filter, *, whole: bool = False, stops: int = 2
) -> list[Journey]:
    """Return the journeys of so many ``stops`` and more, those with the most first.

    ``asked`` is a filter of events: one of a journey's visits or meetings must fit it. With
    ``whole`` all reports are looked through.
    """
    key = ("journeys", asked, whole)
    found = remembered(project, key, lambda: _ask(project, asked, None if whole else TRAVELLED))
    return [journey for journey in found if len(journey.stops) >= stops]


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
    found = [
        journey
        for journey in journeys(_meetings(project, list(fitting)))
        if any(events.intersection(s.events) for s in journey.stops)
    ]
    return sorted(found, key=lambda journey: (-len(journey.stops), journey.name))


def _meetings(project: Project, reports: list[str]) -> Iterator[Reading]:
    """Yield the readings with what journeys are made of: visits, meetings, places and people."""
    rows = project.connection.execute(
        """SELECT r.id, r.published, json_extract(g.json, '$.places'),
             json_extract(g.json, '$.parties'), json_extract(g.json, '$.times'),
             (SELECT json_group_array(json(e.value)) FROM json_each(g.json, '$.events') e
              WHERE json_extract(e.value, '$.type') = 'CONSULT')
           FROM reports r JOIN readings g ON g.report = r.key AND g.current
           WHERE r.id IN (SELECT value FROM json_each(?)) ORDER BY r.key""",
        (json.dumps(reports),),
    )
    for id, published, *parts in rows:
        names = ("places", "parties", "times", "events")
        told = {name: json.loads(part) for name, part in zip(names, parts, strict=True)}
        yield from_json(Reading, {"id": id, "published": published, **told})
