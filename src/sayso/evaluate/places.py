"""Gold toponyms of LGL and GeoVirus, resolved by us, to the share within 161 km and the median.

    python -m sayso.evaluate.places FOLDER

FOLDER holds ``lgl.xml`` and ``GeoVirus.xml``. The names are given (gold mentions); we only say
where they lie. A country has no point with us: it is right (0 km) where gold means the same
country, else it stands at that country's middle. A name that we leave open is wrong.
"""

from __future__ import annotations

import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TypeVar
from urllib.parse import unquote

from sayso.errors import InputError
from sayso.ground.atlas import Atlas, open_atlas
from sayso.ground.places import resolve_places
from sayso.record.grounding import Where
from sayso.record.span import Span

#: The distance of the trade: 161 km, which is 100 miles.
NEAR_KM = 161.0
EARTH_KM = 6371.0
NOWHERE_KM = 20_040.0
#: Words of the reports whose time is told: around 900.
LONG = (700, 1100)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class GoldPlace:
    """A toponym of a gold report: where it lies (degrees), its GeoNames id or its page's title."""

    span: Span
    lat: float
    lon: float
    geonameid: int | None = None
    title: str = ""


@dataclass(frozen=True, slots=True)
class GoldReport:
    """A report with its toponyms, in text order."""

    id: str
    text: str
    places: tuple[GoldPlace, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """How far we were off: the toponyms, the share within 161 km, the median in km."""

    places: int
    near: float
    median_km: float


def read_lgl(path: Path) -> list[GoldReport]:
    """Return the reports of LGL, with those toponyms that have coordinates."""
    reports = []
    for article in _root(path):
        text = article.findtext("text") or ""
        places = []
        for toponym in article.iter("toponym"):
            tag = toponym.find("gaztag")
            if tag is not None:
                id = int(tag.get("geonameid") or 0)
                places.append(_place(toponym, tag, text, id, ""))
        reports.append(GoldReport(article.get("docid") or "", text, tuple(places)))
    return reports


def read_geovirus(path: Path) -> list[GoldReport]:
    """Return the reports of GeoVirus, with all their toponyms."""
    reports = []
    for number, article in enumerate(_root(path)):
        text = article.findtext("text") or ""
        places = []
        for location in article.iter("location"):
            title = unquote((location.findtext("page") or "").rsplit("/", 1)[-1])
            places.append(_place(location, location, text, None, title.replace("_", " ")))
        places.sort(key=lambda place: place.span)
        reports.append(GoldReport(f"GeoVirus-{number}", text, tuple(places)))
    return reports


def _root(path: Path) -> ElementTree.Element:
    try:
        return ElementTree.parse(path).getroot()
    except (OSError, ElementTree.ParseError) as failure:
        raise InputError(f"{path} cannot be read: {failure}", "FOLDER holds the XML.") from failure


def _place(
    node: ElementTree.Element, at: ElementTree.Element, text: str, id: int | None, title: str
) -> GoldPlace:
    name = node.findtext("phrase") or node.findtext("name") or ""
    start = int(node.findtext("start") or 0)
    if text[start : start + len(name)] != name:
        start = max(text.find(name, max(start - 30, 0)), 0)
    span = Span(start, start + len(name), name)
    lat, lon = (float(at.findtext(key) or 0) for key in ("lat", "lon"))
    return GoldPlace(span, lat, lon, id, title)


def errors_of(reports: Sequence[GoldReport], atlas: Atlas) -> list[float]:
    """Return, for each toponym of the reports in order, by how many km we miss it."""
    return [
        miss(gold, found, atlas)
        for report in reports
        for gold, found in zip(report.places, _resolved(report), strict=True)
    ]


def miss(gold: GoldPlace, found: Where, atlas: Atlas) -> float:
    """Return the distance in km between gold and our answer, as the head of this file says."""
    if found.precision is None:
        return NOWHERE_KM
    if found.lat is not None and found.lon is not None:
        return kilometres(gold.lat, gold.lon, found.lat, found.lon)
    known = atlas.candidates(found.name).places
    middle = next(p for p in known if p.geonameid == found.geonameid and p.country == found.country)
    meant = [p.name for p in atlas.candidates(gold.title).places if p.precision == "country"]
    if found.name in meant or (gold.geonameid and gold.geonameid == found.geonameid):
        return 0.0
    return kilometres(gold.lat, gold.lon, middle.lat, middle.lon)


def kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Return the great-circle distance of two points in degrees."""
    a, b = radians(lat), radians(other_lat)
    half = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(other_lon - lon) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(half)))


def score(errors: Sequence[float]) -> Score:
    """Return the score of a list of distances."""
    near = sum(error <= NEAR_KM for error in errors)
    return Score(len(errors), near / max(len(errors), 1), median(errors) if errors else 0.0)


def rows(folder: Path) -> Iterator[str]:
    """Yield the lines of the report that the command prints."""
    opened, atlas = _timed(open_atlas)
    yield f"gazetteer and tables opened in {opened:.0f} ms"
    lgl, virus = read_lgl(folder / "lgl.xml"), read_geovirus(folder / "GeoVirus.xml")
    sets = {"LGL": lgl, "LGL, even reports": lgl[::2], "LGL, odd reports": lgl[1::2]}
    for name, reports in {**sets, "GeoVirus": virus}.items():
        got = score(errors_of(reports, atlas))
        yield (
            f"{name:18} {got.places:5} toponyms  within {NEAR_KM:.0f} km {got.near:6.1%}"
            f"  median {got.median_km:4.1f} km"
        )
    long = [report for report in lgl if LONG[0] <= len(report.text.split()) <= LONG[1]]
    times = [_timed(partial(_resolved, report))[0] for report in long]
    if times:
        yield (
            f"{len(times)} reports of {LONG[0]} to {LONG[1]} words: "
            f"median {median(times):.1f} ms, longest {max(times):.1f} ms"
        )


def _resolved(report: GoldReport) -> list[Where]:
    return resolve_places([place.span for place in report.places], report.text)


def _timed(work: Callable[[], T]) -> tuple[float, T]:
    start = perf_counter()
    result = work()
    return 1000 * (perf_counter() - start), result


if __name__ == "__main__":
    for row in rows(Path(sys.argv[1])):
        print(row)
