"""On the table: proposals through many reports, polls, and the journeys of envoys."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import starmap

from sayso.record.vocabulary import STANCES
from sayso.store.filters import Filter, conditions
from sayso.store.project import Project
from sayso.web.parties import names_of, party_of, sides_of
from sayso.web.parts import answers_of, stances_of, stops_of, terms_of
from sayso.web.remembered import remembered
from sayso.web.travels import travels
from sayso.web.visit import Page, Visit

FILTERS = ("since", "until", "party", "state", "claimant", "outlet")
#: Proposals whose negotiations stand on one page, polls, journeys, and those of one stop.
PROPOSALS, POLLS, JOURNEYS, SINGLE = 40, 20, 12, 24
#: How many parties of one part are named on a card.
NAMED = 4
#: The filters that count for journeys too, and for polls.
TRAVELLING = ("since", "until", "party", "claimant", "outlet")
POLLING = ("since", "until", "outlet")
#: What the rows of the twins may be, "proposals" where nothing is asked.
ROWS = ("proposals", "terms", "stances", "polls", "journeys")


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


def show(visit: Visit) -> Page:
    """Show what is on the table, newest first."""
    project = visit.project
    asked = visit.filter(*FILTERS, rows=PROPOSALS)
    rows = project.proposals(asked)
    kind = visit.one_of("rows", ROWS)
    polls = _polls(project, visit.filter(*POLLING), None if visit.whole else POLLS)
    visits = replace(visit.filter(*TRAVELLING), limit=None, offset=0)
    journeys = travels(project, visits, whole=visit.whole, stops=1)
    single = [journey for journey in journeys if len(journey.stops) == 1]
    longer = journeys[: len(journeys) - len(single)]
    shown: dict[str, object] = {
        "filters": FILTERS, "stances": STANCES, "polls": polls,
        "unasked": [name for name in FILTERS if name not in POLLING and visit.word(name)],
        "kinds": ROWS, "journeys": longer[:JOURNEYS],
        "single": single[:SINGLE], "hidden": len(longer[JOURNEYS:]) + len(single[SINGLE:]),
        "more": not visit.whole and len(rows) > PROPOSALS,
    }  # fmt: skip
    if not visit.whole:
        own = replace(asked, limit=PROPOSALS)
        talks = remembered(project, ("talks", own), lambda: project.negotiations(own))
        told = [version.id for talk in talks for version in talk.versions]
        names = remembered(project, ("names", own), lambda: names_of(project, told))
        shown |= {
            "talks": talks,
            "names": names,
            "party_of": party_of,
            "sides_of": sides_of,
            "named": NAMED,
        }
    about = {"polls": polls, "journeys": journeys}
    parts: dict[str, Callable[[], Iterable[object]]] = {
        "proposals": lambda: rows, "terms": lambda: terms_of(rows),
        "stances": lambda: stances_of(rows), "polls": lambda: answers_of(polls),
        "journeys": lambda: stops_of(journeys),
    }  # fmt: skip
    own_rows = list(parts[kind]()) if visit.whole else rows
    return Page("table.html", "On the table", shown, own_rows, about)


def _polls(project: Project, asked: Filter, limit: int | None) -> list[PollRow]:
    clause, values = conditions(replace(asked, limit=None, offset=0), "polls")
    rows = project.connection.execute(
        f"""SELECT r.id, r.published, r.publisher, t.id, t.pollster, t.population, t.time,
           t.question, t.answers FROM polls t JOIN reports r ON r.key = t.report
           WHERE {clause} ORDER BY t.report DESC, length(t.id), t.id LIMIT ?""",
        (*values, -1 if limit is None else limit),
    )
    polls = starmap(PollRow, rows)
    return [replace(poll, answers=_answers(str(poll.answers))) for poll in polls]


def _answers(written: str) -> tuple[tuple[str, float], ...]:
    return tuple((str(a["answer"]), float(a["share"])) for a in json.loads(written))
