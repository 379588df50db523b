"""Home: what is in the project, what failed, and what is not covered."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.store.project import Project
from sayso.web.remembered import decided, remembered
from sayso.web.titles import names_of
from sayso.web.visit import Page, Visit

#: Months shown in the chart of reports, the last ones.
MONTHS = 36
#: Reports shown as the newest.
NEWEST = 8


@dataclass(frozen=True, slots=True)
class Count:
    """How many there are of one thing."""

    kind: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Gap:
    """What the pages do not cover: how many, of how many, and what that means."""

    what: str
    count: int
    of: int
    meaning: str


_GAPS = (
    (
        "reports without a day of publication", "reports",
        "SELECT count(*) FROM reports WHERE published IS NULL",
        "“on Sunday” and the like stay open in them: no day is guessed",
    ),
    (
        "reports in another language than English", "reports",
        "SELECT count(*) FROM reports WHERE language IS NOT NULL AND language NOT LIKE 'en%'",
        "they are kept and can be searched, but are not read",
    ),
    (
        "reports in which nothing was found", "reports",
        """SELECT count(*) FROM reports r WHERE
           NOT EXISTS (SELECT 1 FROM statements t WHERE t.report = r.key)
           AND NOT EXISTS (SELECT 1 FROM events t WHERE t.report = r.key)
           AND NOT EXISTS (SELECT 1 FROM figures t WHERE t.report = r.key)""",
        "which does not say that there is nothing in them",
    ),
    (
        "events whose place is not on the map", "events",
        "SELECT count(*) FROM events WHERE where_precision IS NULL",
        "the report gives no place, or gives one that was not found in the list of places",
    ),
    (
        "events without a day of their own", "events",
        "SELECT count(*) FROM events WHERE when_earliest IS NULL AND when_latest IS NULL",
        "in lists they stand at the day of the report",
    ),
)  # fmt: skip


def show(visit: Visit) -> Page:
    """Show the counts of a project."""
    project = visit.project
    status = remembered(project, ("status", decided(project)), project.status)
    gaps = remembered(project, ("gaps",), lambda: _gaps(project, status.counts))
    counts = [Count("in the project", name, n) for name, n in status.counts.items()]
    rows = [
        *counts,
        *(Count("outlet", name, n) for name, n in status.outlets.items()),
        *(Count("language", name, n) for name, n in status.languages.items()),
        *(Count("not covered", gap.what, gap.count) for gap in gaps),
    ]
    months = remembered(project, ("months",), lambda: _months(project))
    newest = project.reports(visit.filter(rows=NEWEST - 1))[:NEWEST]
    shown = {
        "status": status, "gaps": gaps, "months": months, "newest": newest,
        "failures": status.counts["errors"],
        "names": names_of(project, newest),
        "outlets": sum(1 for name in status.outlets if name),
    }  # fmt: skip
    return Page("home.html", status.name, shown, rows, about=gaps)


def _gaps(project: Project, counts: dict[str, int]) -> list[Gap]:
    found = []
    for what, of, sql, meaning in _GAPS:
        (number,) = project.connection.execute(sql).fetchone()
        if number:
            found.append(Gap(what, int(number), counts[of], meaning))
    return found


def _months(project: Project) -> list[tuple[str, int]]:
    rows = project.connection.execute(
        """SELECT substr(published, 1, 7), count(*) FROM reports WHERE published IS NOT NULL
           GROUP BY 1 ORDER BY 1 DESC LIMIT ?""",
        (MONTHS,),
    ).fetchall()
    return [(str(month), int(n)) for month, n in reversed(rows)]
