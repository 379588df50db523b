"""On the table: proposals with their terms and stances, polls, and the journeys of envoys."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import starmap

from sayso.record.findings import Stance, Term
from sayso.record.written import from_json
from sayso.store.project import Project
from sayso.store.questions import ProposalRow
from sayso.web.visit import Page, Visit

FILTERS = ("since", "until", "party", "state", "claimant", "outlet")
#: Proposals on one page, polls, and envoys whose stops are shown.
CARDS, POLLS, ENVOYS = 20, 20, 12


@dataclass(frozen=True, slots=True)
class Card:
    """A proposal with its terms and stances."""

    proposal: ProposalRow
    terms: tuple[Term, ...]
    stances: tuple[Stance, ...]


@dataclass(frozen=True, slots=True)
class PollRow:
    """A poll: who asked whom, and the answers with their shares in per cent."""

    report: str
    published: str | None
    publisher: str | None
    id: str
    pollster: str | None
    population: str | None
    time: str | None
    question: str | None
    answers: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Stop:
    """A stop of an envoy: a meeting or a visit with its place and days, as one report tells it."""

    envoy: str
    place: str
    first_day: str | None
    last_day: str | None
    status: str
    report: str
    id: str
    with_whom: tuple[str, ...]


def show(visit: Visit) -> Page:
    """Show what is on the table, newest first."""
    rows = visit.project.proposals(visit.filter(*FILTERS, rows=CARDS))
    shown: dict[str, object] = {
        "cards": [_card(row) for row in rows[:CARDS]], "more": len(rows) > CARDS,
        "filters": FILTERS,
    }  # fmt: skip
    polls = _polls(visit.project, None if visit.whole else POLLS)
    stops = _stops(visit.project)
    shown |= {"polls": polls, "lanes": _lanes(stops)}
    return Page("table.html", "On the table", shown, rows, about={"polls": polls, "stops": stops})


def _card(row: ProposalRow) -> Card:
    terms = tuple(from_json(Term, term) for term in json.loads(row.terms))
    stances = tuple(from_json(Stance, stance) for stance in json.loads(row.stances))
    return Card(row, terms, stances)


def _polls(project: Project, limit: int | None) -> list[PollRow]:
    rows = project.connection.execute(
        """SELECT r.id, r.published, r.publisher, t.id, t.pollster, t.population, t.time,
           t.question, t.answers FROM polls t JOIN reports r ON r.key = t.report
           ORDER BY t.report DESC, t.id LIMIT ?""",
        (-1 if limit is None else limit,),
    )
    return [replace(poll, answers=_answers(str(poll.answers))) for poll in starmap(PollRow, rows)]


def _answers(written: str) -> tuple[tuple[str, float], ...]:
    return tuple((str(a["answer"]), float(a["share"])) for a in json.loads(written))


def _stops(project: Project, newest: int = 400) -> list[Stop]:
    """Return meetings and visits with a place, by their first actor, the earliest first."""
    rows = project.connection.execute(
        """SELECT t.actors, coalesce(t.where_name, t.place), t.first_day, t.last_day, t.status,
           r.id, t.id, t.targets FROM events t JOIN reports r ON r.key = t.report
           WHERE t.type = 'CONSULT' AND coalesce(t.where_name, t.place) IS NOT NULL
           AND t.actors != '[]' ORDER BY t.report DESC, t.start_char LIMIT ?""",
        (newest,),
    ).fetchall()
    stops = []
    for actors, place, first, last, status, report, id, targets in rows:
        envoy, *others = (str(name) for name in json.loads(actors) if name)
        met = (*others, *(str(name) for name in json.loads(targets) if name))
        stops.append(Stop(envoy, place, first, last, status, report, id, met))
    return sorted(stops, key=lambda s: (s.first_day or "", s.report, s.id))


def _lanes(stops: Iterable[Stop]) -> dict[str, list[Stop]]:
    """Return the stops of those who made at least two, the most travelled first."""
    lanes: dict[str, list[Stop]] = {}
    for stop in stops:
        lanes.setdefault(stop.envoy, []).append(stop)
    travelled = [(who, lane) for who, lane in lanes.items() if len(lane) > 1]
    return dict(sorted(travelled, key=lambda pair: -len(pair[1]))[:ENVOYS])
