"""On the table: proposals through many reports, polls, and the journeys of envoys."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from itertools import starmap

from sayso.store.project import Project
from sayso.web.parties import names_of, party_of
from sayso.web.remembered import remembered
from sayso.web.travels import travels
from sayso.web.visit import Page, Visit

FILTERS = ("since", "until", "party", "state", "claimant", "outlet")
#: Proposals whose negotiations stand on one page, polls, and journeys.
PROPOSALS, POLLS, JOURNEYS = 40, 20, 12
#: The filters that count for journeys too.
TRAVELLING = ("since", "until", "party", "claimant", "outlet")


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
    polls = _polls(project, None if visit.whole else POLLS)
    visits = replace(visit.filter(*TRAVELLING), limit=None, offset=0)
    journeys = travels(project, visits, whole=visit.whole)
    shown: dict[str, object] = {
        "filters": FILTERS, "polls": polls, "journeys": journeys[:JOURNEYS],
        "more": not visit.whole and len(rows) > PROPOSALS,
    }  # fmt: skip
    if not visit.whole:
        own = replace(asked, limit=PROPOSALS)
        talks = remembered(project, ("talks", own), lambda: project.negotiations(own))
        told = [version.id for talk in talks for version in talk.versions]
        names = remembered(project, ("names", own), lambda: names_of(project, told))
        shown |= {"talks": talks, "names": names, "party_of": party_of}
    about = {"polls": polls, "journeys": journeys}
    return Page("table.html", "On the table", shown, rows, about)


def _polls(project: Project, limit: int | None) -> list[PollRow]:
    rows = project.connection.execute(
        """SELECT r.id, r.published, r.publisher, t.id, t.pollster, t.population, t.time,
           t.question, t.answers FROM polls t JOIN reports r ON r.key = t.report
           ORDER BY t.report DESC, t.id LIMIT ?""",
        (-1 if limit is None else limit,),
    )
    polls = starmap(PollRow, rows)
    return [replace(poll, answers=_answers(str(poll.answers))) for poll in polls]


def _answers(written: str) -> tuple[tuple[str, float], ...]:
    return tuple((str(a["answer"]), float(a["share"])) for a in json.loads(written))
