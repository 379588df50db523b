"""The places chosen for a report to those that stand alone, abroad and far from all others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from math import asin, cos, radians, sin, sqrt

from sayso.ground.folding import fold
from sayso.ground.place_choice import EARTH_KM, Choice, Name
from sayso.ground.place_tables import Candidate

#: A larger place may be told of anywhere: decimal logarithm of the population (300,000).
LARGE = 5.5
#: So far from the nearest other place of the report a small one abroad is hardly the one meant.
FAR_KM = 1000.0
#: So many other places, and this share of them, must lie in one country.
OTHERS, SHARE = 2, 0.75
WHY = "known only far from all other places of the report, in a country that it does not name"


def strays(
    names: Sequence[Name],
    choices: Sequence[Choice],
    countries: Mapping[str, float],
    anywhere: Set[str],
) -> Iterator[int]:
    """Yield the numbers of the names whose place is too far off to be taken for the one meant.

    Such is a market, village or quarter that no gazetteer has, called like a small town abroad.
    ``countries`` counts how often the report names them, ``anywhere`` holds the folded names
    of places that may well lie abroad: of the dateline and of talks.
    """
    places = {fold(n.name): c.place for n, c in zip(names, choices, strict=True)}
    for number, (name, choice) in enumerate(zip(names, choices, strict=True)):
        place, key = choice.place, fold(name.name)
        own = place.origin != "geonames" or place.kind in ("country", "admin1", "capital")
        if own or place.people >= LARGE or key in anywhere or place.country in (None, *countries):
            continue
        others = {p for k, p in places.items() if k != key and p.name != place.name and p.country}
        if _is_alone(place, others):
            yield number


def _is_alone(place: Candidate, others: Set[Candidate]) -> bool:
    held = Counter(other.country for other in others)
    if len(others) < OTHERS or place.country in held:
        return False
    most = held.most_common(1)[0][1]
    spots = [other for other in others if other.precision != "country"]
    near = min((_kilometres(place, other) for other in spots), default=0.0)
    return most >= max(OTHERS, SHARE * len(others)) and near > FAR_KM


def _kilometres(a: Candidate, b: Candidate) -> float:
    """Return the great-circle distance of two places."""
    north, south = radians(a.lat), radians(b.lat)
    half = sin((south - north) / 2) ** 2
    half += cos(north) * cos(south) * sin(radians(b.lon - a.lon) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(half)))
