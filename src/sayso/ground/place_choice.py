"""Names with their candidates to one place for each name, weighed together over a report.

Every name first spreads its vote over its candidates by what they are (``prior``). Then, for a
few rounds, each candidate gains from the votes of the other names: those near it, those in its
country and its division, and the name that the text puts behind it ("Paris, Texas").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

import numpy as np
from numpy.typing import NDArray

from sayso.ground.atlas import Candidates, is_abbreviation
from sayso.ground.folding import fold
from sayso.ground.place_tables import Candidate

Floats = NDArray[np.float32]
Numbers = NDArray[np.intp]
Flags = NDArray[np.bool_]

#: What a place gains from the other names, in units of a tenfold population (see ``prior``).
IN_COUNTRY, IN_DIVISION, NEAR, HELD, SAME = 2.2, 1.6, 2.9, 5.0, 3.0
#: More votes than this for a country speak no louder: much named, it does not draw Paris to it.
MOST = 2.0
#: A place whose namesake weighs so much more is drawn to a country by its towns alone, and not by
#: one of them: a capital of talks is no town of the country that holds them.
FAR_BELOW, ONE_TOWN = 0.9, 0.5
#: What a place gains whose country is named before it in its sentence.
BESIDE = 1.0
#: What a place loses that is not of the kind which the words around the name say.
WANTED = 2.6
#: Distance at which a neighbour's vote counts half, and the earth's radius, in km.
HALF_KM, EARTH_KM = 50.0, 6371.0
#: How sharply a difference of score decides, and how often votes are passed round.
SHARPNESS, ROUNDS = 2.2, 4
#: Power of a vote for its neighbours: below 1, a place is heard though its own name is in doubt.
QUIET = 0.4
#: Each name is heard with its likeliest candidates only, which bounds the work.
VOTERS = 16
#: Degrees of latitude and longitude together: within an area of our tables; near.
LIES_WITHIN, NEAR_DEGREES = 3.0, 1.5


@dataclass(frozen=True, slots=True)
class Name:
    """A name that stands in the report, its candidates, and what the text says of it.

    ``wanted`` is the kind of place that the words around it name ("", "city" or "admin");
    ``holder`` the number of the name that is said to hold it, or None. ``is_seat`` tells of a
    place of talks, which may lie far from all else in the report. ``beside`` holds the codes of
    the countries that are named before it in its sentence.
    """

    name: str
    candidates: Candidates
    wanted: str = ""
    holder: int | None = None
    is_seat: bool = False
    beside: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Choice:
    """The place chosen for a name, its share of the vote (0 to 1), and why."""

    place: Candidate
    score: float
    why: str


@dataclass
class _Poll:
    """All candidates of all names in one row of arrays; ``starts`` says where a name begins.

    ``owner`` is the number of the name, ``said`` is one number for all that are written alike:
    they are no witnesses for each other, but share a sense (``same``). ``own_country`` and
    ``own_division`` number what is written alike in one country or division.
    """

    places: list[Candidate]
    starts: list[int]
    owner: Numbers
    said: Numbers
    prior: Floats
    country: Numbers
    division: Numbers
    own_country: Numbers
    own_division: Numbers
    minor: Flags
    is_far: Flags
    is_town: Flags
    voters: Numbers
    kernel: Floats
    held: list[tuple[slice, slice, Floats]]
    same: list[tuple[slice, slice]]


def choose(names: Sequence[Name], countries: Mapping[str, float]) -> list[Choice]:
    """Return a choice for each name; every name must have a candidate.

    ``countries`` counts how often countries and their peoples are named in the report, by their
    alpha-3 code.
    """
    if not names:
        return []
    codes: dict[str | None, int] = {None: 0}
    poll = _poll(names, codes)
    named = np.array([countries.get(code or "", 0.0) for code in codes], dtype=np.float32)
    scores = poll.prior
    for _ in range(ROUNDS):
        scores = _round(poll, _votes(poll, scores), named)
    votes = _votes(poll, scores)
    winners = [s + int(votes[s:e].argmax()) for s, e in pairwise(poll.starts)]
    return [_choice(poll, names, winners, votes, number) for number in range(len(names))]


def _poll(names: Sequence[Name], codes: dict[str | None, int]) -> _Poll:
    places = [place for name in names for place in name.candidates.places]
    counts = [len(name.candidates.places) for name in names]
    starts = list(accumulate(counts, initial=0))
    owner = np.repeat(np.arange(len(names)), counts)
    keys: dict[str, int] = {}
    said = np.array([keys.setdefault(fold(name.name), len(keys)) for name in names])[owner]
    divisions: dict[str | int | None, int] = {None: 0}
    country = np.array([codes.setdefault(p.country, len(codes)) for p in places])
    division = np.array([divisions.setdefault(_division(p), len(divisions)) for p in places])
    prior = np.concatenate([_prior(name) for name in names])
    minor = np.maximum.reduceat(prior, starts[:-1])[owner] - prior > FAR_BELOW
    is_far = minor & np.array([name.is_seat for name in names])[owner]
    points = np.concatenate([name.candidates.points for name in names])
    voters = np.concatenate(
        [s + np.argsort(-prior[s:e], kind="stable")[:VOTERS] for s, e in pairwise(starts)]
    )
    is_spot = np.concatenate([name.candidates.is_spot for name in names])
    kernel = _nearness(points, points[voters])
    kernel *= is_spot[:, None] & is_spot[voters] & (said[:, None] != said[voters])
    return _Poll(
        places, starts, owner, said, prior, country, division,
        said * (int(country.max()) + 1) + country, said * (int(division.max()) + 1) + division,
        minor, is_far, is_spot, voters, kernel,
        list(_held(names, starts)), list(_same(names, starts)),
    )  # fmt: skip


def _prior(name: Name) -> Floats:
    scores = name.candidates.prior.copy()
    is_country = any(place.kind == "country" for place in name.candidates.places)
    if name.beside and not name.is_seat and not is_country:
        scores += [BESIDE * (place.country in name.beside) for place in name.candidates.places]
    if name.wanted:
        scores -= [WANTED * (place.precision != name.wanted) for place in name.candidates.places]
    return scores


def _division(place: Candidate) -> str | int | None:
    """Return what marks the first-level division that a place is or lies in."""
    if place.kind == "admin1":
        return place.geonameid or place.name
    return place.within[-1] if place.within else place.admin1


def _held(names: Sequence[Name], starts: list[int]) -> Iterator[tuple[slice, slice, Floats]]:
    for number, name in enumerate(names):
        if name.holder is None:
            continue
        outer = names[name.holder].candidates.places
        inside = np.array(
            [[is_in(a, b) for b in outer] for a in name.candidates.places], dtype=np.float32
        )
        if inside.any():
            yield slice(*starts[number : number + 2]), slice(*starts[name.holder :][:2]), inside


def _same(names: Sequence[Name], starts: list[int]) -> Iterator[tuple[slice, slice]]:
    """Yield names said without a holder, with those written alike that have one."""
    for number, name in enumerate(names):
        if name.holder is not None:
            continue
        for other, model in enumerate(names):
            if model.holder is not None and _is_written_like(model, name):
                yield slice(*starts[number : number + 2]), slice(*starts[other : other + 2])


def _is_written_like(a: Name, b: Name) -> bool:
    return fold(a.name) == fold(b.name) and is_abbreviation(a.name) == is_abbreviation(b.name)


def is_in(inner: Candidate, outer: Candidate) -> bool:
    """Tell whether one place lies in the other, as far as the gazetteer knows."""
    if outer.precision in ("city", "point") or inner == outer:
        return False
    if outer.country is not None and outer.country != inner.country:
        return False
    if outer.kind == "country":
        return inner.kind != "country"
    if outer.geonameid in inner.within or inner.admin1 == outer.name:
        return True
    return outer.origin != "geonames" and _degrees(inner, outer) < LIES_WITHIN


def _degrees(a: Candidate, b: Candidate) -> float:
    return abs(a.lat - b.lat) + abs(a.lon - b.lon)


def _nearness(places: Floats, voters: Floats) -> Floats:
    """Return how near each voter (column) lies to each place (row): 1 beside it, 0 far away."""
    chord = 2 - 2 * (places @ voters.T)
    kernel: Floats = 1 / (1 + np.maximum(chord, 0) * np.float32((EARTH_KM / HALF_KM) ** 2))
    return kernel


def _votes(poll: _Poll, scores: Floats) -> Floats:
    starts = poll.starts[:-1]
    raw = np.exp(SHARPNESS * (scores - np.maximum.reduceat(scores, starts)[poll.owner]))
    votes: Floats = raw / np.add.reduceat(raw, starts)[poll.owner]
    return votes


def _round(poll: _Poll, votes: Floats, named: Floats) -> Floats:
    in_country = _others(poll.country, poll.own_country, votes) + named[poll.country]
    in_towns = _others(poll.country, poll.own_country, votes * poll.is_town) - ONE_TOWN
    in_country = np.where(poll.minor, np.maximum(in_towns, 0), in_country)
    in_country[poll.is_far] = 0
    in_division = _others(poll.division, poll.own_division, votes)
    in_division[poll.is_far] = 0
    heard = votes[poll.voters] ** np.float32(QUIET)
    near: Floats = np.log1p(poll.kernel @ heard).astype(np.float32)
    scores = poll.prior + np.float32(NEAR) * near
    scores += IN_COUNTRY * np.log1p(np.minimum(in_country, MOST)) * (poll.country > 0)
    scores += IN_DIVISION * np.log1p(in_division) * (poll.division > 0)
    alone = scores.copy()
    for inner, outer, inside in poll.held:
        pairs = alone[inner][:, None] + alone[outer] + np.float32(HELD) * inside
        scores[inner] += pairs.max(axis=1) - alone[inner] - alone[outer].max()
        scores[outer] += pairs.max(axis=0) - alone[outer] - alone[inner].max()
    for bare, model in poll.same:
        scores[bare] += SAME * votes[model]
    return scores


def _others(group: Numbers, own: Numbers, votes: Floats) -> Floats:
    """Return, for each place, the votes of the other names for places of the same group."""
    every = np.bincount(group, votes)[group] - np.bincount(own, votes)[own]
    others: Floats = np.maximum(every, 0).astype(np.float32)
    return others


def _choice(
    poll: _Poll, names: Sequence[Name], winners: list[int], votes: Floats, number: int
) -> Choice:
    at = winners[number]
    why = _why(poll, names, winners, number)
    return Choice(poll.places[at], round(float(votes[at]), 3), why)


def _why(poll: _Poll, names: Sequence[Name], winners: list[int], number: int) -> str:
    place, name = poll.places[winners[number]], names[number]
    count = len(name.candidates.places)
    if place.origin == "user":
        return "in the user's table of places"
    if name.holder is not None and is_in(place, poll.places[winners[name.holder]]):
        return f"in {names[name.holder].name}, as the text says"
    if count == 1:
        return "the only place known by that name"
    others = [w for n, w in enumerate(winners) if names[n].name != name.name]
    near = [w for w in others if _is_near(place, poll.places[w])]
    if near:
        return f"one of {count} of that name, near {_names(poll, near)}"
    same = [w for w in others if place.country and poll.places[w].country == place.country]
    if same and place.kind != "country":
        return f"one of {count} of that name, in one country with {_names(poll, same)}"
    return f"the weightiest of {count} places of that name"


def _is_near(a: Candidate, b: Candidate) -> bool:
    return "country" not in (a.precision, b.precision) and _degrees(a, b) < NEAR_DEGREES


def _names(poll: _Poll, rows: list[int]) -> str:
    return ", ".join(dict.fromkeys(poll.places[row].name for row in rows[:3]))
