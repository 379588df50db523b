"""The outlines of countries (Natural Earth) to paths in a drawing, and degrees to its points."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

Ring = tuple[tuple[float, float], ...]
WIDTH = 960
#: The flattest and the tallest drawing, as its height over its width.
FLATTEST, TALLEST = 0.42, 0.75
#: Part of the span that is shown around it, and the least degrees that a drawing spans.
AROUND, LEAST = 0.1, 3.0
#: Points of outlines nearer to each other than this are drawn as one.
NEAR = 0.6


@dataclass(frozen=True, slots=True)
class View:
    """A stretch of the world in degrees; a degree of longitude is as wide as in its middle."""

    west: float
    south: float
    east: float
    north: float

    @property
    def scale(self) -> float:
        """Points of the drawing for a degree of longitude."""
        return WIDTH / (self.east - self.west)

    @property
    def stretch(self) -> float:
        """How much longer a degree of latitude is drawn than one of longitude."""
        return 1 / max(0.2, math.cos(math.radians((self.south + self.north) / 2)))

    @property
    def height(self) -> float:
        """The height of the drawing."""
        return round((self.north - self.south) * self.scale * self.stretch, 1)

    def point(self, lon: float, lat: float) -> tuple[float, float]:
        """Return where a place lies in the drawing."""
        x = (lon - self.west) * self.scale
        y = (self.north - lat) * self.scale * self.stretch
        return round(x, 1), round(y, 1)


def view_of(places: Sequence[tuple[float, float]]) -> View:
    """Return a view that holds all places (longitude, latitude); the world where there is none."""
    if not places:
        return View(-180, -58, 180, 80)
    west, east = min(p[0] for p in places), max(p[0] for p in places)
    south, north = min(p[1] for p in places), max(p[1] for p in places)
    around = max(LEAST / 3, AROUND * (east - west), AROUND * (north - south))
    return _shaped(west - around, south - around, east + around, north + around)


def _shaped(west: float, south: float, east: float, north: float) -> View:
    """Widen a stretch until its drawing is neither too flat nor too tall."""
    stretch = 1 / max(0.2, math.cos(math.radians((south + north) / 2)))
    wide, high = max(east - west, LEAST), max(north - south, LEAST / 2)
    wide = max(wide, high * stretch / TALLEST)
    high = max(high, wide * FLATTEST / stretch)
    wide, high = min(wide, 360.0), min(high, 170.0)
    lon = min(max((west + east) / 2, -180 + wide / 2), 180 - wide / 2)
    lat = min(max((south + north) / 2, -85 + high / 2), 85 - high / 2)
    return View(lon - wide / 2, lat - high / 2, lon + wide / 2, lat + high / 2)


def country_paths(view: View) -> list[tuple[str, str]]:
    """Return the countries that can be seen: ISO alpha-3 code ("" for none) and path."""
    paths = ((code, _path(rings, view)) for code, rings in _outlines().items())
    return [(code, path) for code, path in paths if path]


def bounds_of(code: str) -> tuple[float, float, float, float] | None:
    """Return the box (west, south, east, north) of a country's largest part, or None."""
    rings = _outlines().get(code)
    if not rings:
        return None
    lons, lats = [p[0] for p in rings[0]], [p[1] for p in rings[0]]
    return min(lons), min(lats), max(lons), max(lats)


def _path(rings: Iterable[Ring], view: View) -> str:
    parts = []
    margin = (view.east - view.west) / 10
    box = View(view.west - margin, view.south - margin, view.east + margin, view.north + margin)
    for ring in rings:
        inside = _clipped(ring, box)
        points: list[tuple[float, float]] = []
        for lon, lat in inside:
            x, y = view.point(lon, lat)
            if not points or abs(x - points[-1][0]) + abs(y - points[-1][1]) >= NEAR:
                points.append((x, y))
        if len(points) >= 3:
            parts.append("M" + "L".join(f"{x:g} {y:g}" for x, y in points) + "Z")
    return "".join(parts)


def _clipped(ring: Ring, box: View) -> Ring:
    """Cut a ring to a box, one side after the other (Sutherland and Hodgman, 1974)."""
    lons, lats = [p[0] for p in ring], [p[1] for p in ring]
    west, east, south, north = min(lons), max(lons), min(lats), max(lats)
    if east < box.west or west > box.east or north < box.south or south > box.north:
        return ()
    sides = (
        (0, box.west, 1, west < box.west), (0, box.east, -1, east > box.east),
        (1, box.south, 1, south < box.south), (1, box.north, -1, north > box.north),
    )  # fmt: skip
    for axis, limit, sign, crossed in sides:
        ring = _cut(ring, axis, limit, sign) if crossed else ring
    return ring


def _cut(ring: Ring, axis: int, limit: float, sign: int) -> Ring:
    out: list[tuple[float, float]] = []
    for at, end in enumerate(ring):
        start = ring[at - 1]
        starts, ends = ((sign * (p[axis] - limit)) >= 0 for p in (start, end))
        if starts != ends:
            share = (limit - start[axis]) / (end[axis] - start[axis])
            x, y = (start[n] + share * (end[n] - start[n]) for n in (0, 1))
            out.append((x, y))
        if ends:
            out.append(end)
    return tuple(out)


@cache
def _outlines() -> dict[str, tuple[Ring, ...]]:
    """Read the rings of each country, its largest first (see web/tools/outlines.mjs)."""
    path = resources.files("sayso.web") / "data" / "outlines.json"
    told = json.loads(path.read_text(encoding="utf-8"))
    return {c: tuple(_ring(steps) for steps in rings) for c, rings in told["countries"].items()}


def _ring(steps: list[int]) -> Ring:
    x = y = 0
    out = []
    for dx, dy in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + dx, y + dy
        out.append((x / 100, y / 100))
    return tuple(out)
