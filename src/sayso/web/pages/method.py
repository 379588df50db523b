"""Method: how this project's record came about, in five areas, and what it cannot do."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.record.reading import SCHEMA
from sayso.store.project import Project
from sayso.web.cards import Score, read_scores
from sayso.web.remembered import decided, remembered
from sayso.web.visit import Page, Visit


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that the page tells of the project, with its number."""

    area: str
    what: str
    count: int


_FACTS = (
    ("sources", "reports", "SELECT count(*) FROM reports"),
    ("sources", "outlets", "SELECT count(DISTINCT publisher) FROM reports"),
    ("sources", "languages", "SELECT count(DISTINCT language) FROM reports"),
    ("sources", "named sources", "SELECT count(DISTINCT claimant) FROM statements"),
    ("collection", "runs", "SELECT count(*) FROM runs"),
    ("collection", "reports that failed", "SELECT count(*) FROM errors"),
    ("collection", "originals kept", "SELECT count(DISTINCT raw_sha256) FROM reports"),
    ("evaluation", "statements", "SELECT count(*) FROM statements"),
    ("evaluation", "of a source whose name is withheld",
     "SELECT count(*) FROM statements WHERE anonymous"),
    ("evaluation", "of nobody who is named",
     "SELECT count(*) FROM statements WHERE source IS NULL"),
    ("corroboration", "families of copies",
     "SELECT count(DISTINCT family) FROM reports WHERE family IS NOT NULL"),
    ("corroboration", "reports that are copies",
     "SELECT count(*) FROM reports WHERE family IS NOT NULL AND family != id"),
    ("corroboration", "incidents", "SELECT count(DISTINCT id) FROM incidents"),
    ("corroboration", "links suggested", "SELECT count(*) FROM links"),
    ("control", "decisions by people", "SELECT count(*) FROM decisions"),
    ("control", "findings decided on", "SELECT count(DISTINCT about) FROM decisions"),
    ("control", "people who decided", "SELECT count(DISTINCT who) FROM decisions"),
)  # fmt: skip


def show(visit: Visit) -> Page:
    """Show the method of this project, with its counts."""
    project = visit.project
    facts = remembered(project, ("facts", decided(project)), lambda: _facts(project))
    areas: dict[str, list[Fact]] = {}
    for fact in facts:
        areas.setdefault(fact.area, []).append(fact)
    scores: list[Score] = read_scores()
    shown = {"areas": areas, "runs": project.runs()[::-1][:20], "schema": SCHEMA, "scores": scores}
    return Page("method.html", "Method", shown, facts, about=scores)


def _facts(project: Project) -> list[Fact]:
    return [
        Fact(area, what, int(project.connection.execute(sql).fetchone()[0]))
        for area, what, sql in _FACTS
    ]
