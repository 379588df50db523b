"""Map: where events are told to be and journeys to lead, as points only where one is told."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from sayso.ground.folding import fold
from sayso.link.journeys import Journey, legs
from sayso.link.journeys_stops import Stop
from sayso.store.filters import Filter, conditions
from sayso.store.project import Project
from sayso.web.draw.outlines import WIDTH, View, bounds_of, country_paths, view_of
from sayso.web.draw.ways import Way, draw_way
from sayso.web.remembered import remembered
from sayso.web.travels import travels
from sayso.web.visit import Page, Visit

FILTERS = ("since", "until", "place", "party", "type", "status", "claimant", "outlet")
#: Radius of a dashed ring that stands for a division whose outline we do not have, kilometres.
RING = 40
KM_A_DEGREE = 111.2
#: Places in the list, and names written into the drawing.
LISTED, NAMED = 200, 24
#: Words of reports for one place that are shown.
WORDED = 3
#: About how wide a letter of a name is, and how high a line, in points of the drawing.
LETTER, LINE = 7.5, 15
#: Countries that are offered for a closer look.
COUNTRIES = 12
#: Lines between stops of journeys that are drawn.
LEGS = 60


@dataclass(frozen=True, slots=True)
class MappedPlace:
    """A place with its events; ``precision`` says what is known: point, city, admin or country.

    ``written`` are the words of the reports for it, where they are not its name alone: "the Red
    Hills camps" may lie at the only town known as Red Hills, or elsewhere.
    """

    name: str
    precision: str | None
    admin1: str | None
    country: str | None
    lat: float | None
    lon: float | None
    events: int
    reports: int
    written: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the drawing: a dot for points and cities, a ring for divisions."""

    place: MappedPlace
    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Area:
    """A country in the drawing; ``place`` where events are told of it as a whole."""

    code: str
    path: str
    place: MappedPlace | None
    shade: int


@dataclass(frozen=True, slots=True)
class Leg:
    """A line of the drawing from one stop of a journey to the next."""

    traveller: str
    start: Stop
    end: Stop
    way: Way


def show(visit: Visit) -> Page:
    """Show the places of events and the ways of journeys on a map, and places in a list."""
    asked = replace(visit.filter(*FILTERS), limit=None, offset=0)
    places = remembered(visit.project, ("map", asked), lambda: _ask(visit.project, asked))
    found = [p for p in places if p.precision is not None]
    shown: dict[str, object] = {
        "places": found[:LISTED], "more": len(found) > LISTED,
        "unplaced": sum(p.events for p in places if p.precision is None),
        "placed": sum(p.events for p in found), "filters": FILTERS,
        "ring": RING, "worded": WORDED, "countries": _countries(found),
    }  # fmt: skip
    if not visit.whole:
        shown |= _drawing(found, travels(visit.project, asked))
    return Page("map.html", "Map", shown, places)


def _countries(found: Sequence[MappedPlace]) -> list[tuple[str, int]]:
    """Return the countries with the most events, to look at one alone."""
    counts: Counter[str] = Counter()
    for place in found:
        counts[place.country or ""] += place.events
    return [(code, n) for code, n in counts.most_common(COUNTRIES) if code]


def _drawing(found: Sequence[MappedPlace], journeys: Sequence[Journey]) -> dict[str, object]:
    exact = [p for p in found if p.precision != "country" and p.lat is not None]
    whole = {p.country: p for p in found if p.precision == "country" and p.country}
    corners = [(p.lon, p.lat) for p in exact if p.lon is not None and p.lat is not None]
    for code in whole:
        box = bounds_of(code or "")
        if box is not None and not exact:
            corners += [box[:2], box[2:]]
    view = view_of(corners)
    most = max((p.events for p in whole.values()), default=1)
    areas = [
        Area(code, path, whole.get(code), _shade(whole.get(code), most))
        for code, path in country_paths(view)
    ]
    spots = [spot for p in exact if (spot := _spot(p, view)) is not None]
    ways = list(islice(_legs(journeys, view), LEGS))
    return {"view": view, "areas": areas, "spots": spots, "names": _names(spots), "legs": ways}


def _legs(journeys: Sequence[Journey], view: View) -> Iterator[Leg]:
    """Yield the lines between neighbouring stops that both are points on the map."""
    drawn: Counter[tuple[tuple[float, float], tuple[float, float]]] = Counter()
    for journey in journeys:
        for start, end in legs(journey):
            ends = _point(start, view), _point(end, view)
            way = draw_way(*ends, beside=drawn[ends])
            if way is not None:
                drawn[ends] += 1
                yield Leg(journey.name, start, end, way)


def _point(stop: Stop, view: View) -> tuple[float, float]:
    where = stop.where
    if where is None or where.lon is None or where.lat is None:
        raise ValueError(f"{stop.place} is no point")
    return view.point(where.lon, where.lat)


def _names(spots: Sequence[Spot]) -> list[Spot]:
    """Return the spots whose names can be written without one lying over another."""
    taken: list[tuple[float, float, float]] = []
    named: list[Spot] = []
    for spot in spots:
        x, y = spot.x + spot.radius, spot.y
        end = x + LETTER * len(spot.place.name)
        free = all(abs(y - b) > LINE or x > right or end < left for left, right, b in taken)
        if free and end < WIDTH and len(named) < NAMED:
            taken.append((spot.x - spot.radius, end, y))
            named.append(spot)
    return named


def _shade(place: MappedPlace | None, most: int) -> int:
    """Return one of four shades by the logarithm of the events, 0 for none."""
    if place is None:
        return 0
    return 1 + round(3 * math.log(place.events) / max(1.0, math.log(max(most, 2))))


def _spot(place: MappedPlace, view: View) -> Spot | None:
    if place.lat is None or place.lon is None:
        return None
    x, y = view.point(place.lon, place.lat)
    if place.precision == "admin":
        radius = max(12.0, RING / KM_A_DEGREE * view.scale * view.stretch)
    else:
        radius = min(16.0, 3 + 1.5 * math.sqrt(place.events))
    return Spot(place, x, y, round(radius, 1))


def _ask(project: Project, asked: Filter) -> list[MappedPlace]:
    clause, values = conditions(asked, "events")
    rows = project.connection.execute(
        f"""SELECT coalesce(t.where_name, t.place, ''), t.where_precision, t.where_admin1,
            t.where_country, t.where_lat, t.where_lon, count(*), count(DISTINCT t.report),
            json_group_array(DISTINCT t.place)
            FROM events t JOIN reports r ON r.key = t.report WHERE {clause}
            GROUP BY t.where_precision, t.where_country, t.where_admin1, 1
            ORDER BY 7 DESC, 1""",
        values,
    )
    return [
        replace(MappedPlace(*row[:-1]), written=_other_words(row[0], json.loads(row[-1])))
        for row in rows
    ]


def _other_words(name: str, words: Sequence[str | None]) -> tuple[str, ...]:
    """Return the words for a place that say something else than its name, the shortest first."""
    other = {w for w in words if w is not None and fold(w).removeprefix("the ") != fold(name)}
    return tuple(sorted(other, key=lambda w: (len(w), w)))
