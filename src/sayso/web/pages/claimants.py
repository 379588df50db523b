"""Who says so: the sources that reports name, what they say, and who denies it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from itertools import starmap

from sayso.store.filters import Filter, conditions
from sayso.store.project import Project
from sayso.web.passages import claimant_at, passages
from sayso.web.remembered import remembered
from sayso.web.visit import ROWS, Missing, Page, Visit

FILTERS = ("since", "until", "source_type", "outlet")
#: The folded name of a claimant, without that of the words which were grounded to it.
_KEY = """CASE instr(t.claimant_key, ' / ') WHEN 0 THEN t.claimant_key
          ELSE substr(t.claimant_key, 1, instr(t.claimant_key, ' / ')) END"""
#: Disputes that are counted, the newest.
COUNTED = 2_000


@dataclass(frozen=True, slots=True)
class Claimant:
    """A source by name; None where the reports name nobody.

    ``sources`` counts its reports without the copies of others; ``denied`` the disputes in which
    another claimant stands against it.
    """

    claimant: str | None
    source_type: str
    statements: int
    reports: int
    sources: int
    anonymous: int
    denies: int
    accuses: int
    first_day: str | None
    last_day: str | None
    denied: int = 0


@dataclass(frozen=True, slots=True)
class ActCount:
    """How many statements of a claimant do one thing: state, deny, demand ..."""

    act: str
    statements: int


def show(visit: Visit) -> Page:
    """Show the claimants, the most heard first."""
    project, asked = visit.project, visit.filter(*FILTERS)
    denied = remembered(project, ("denied",), lambda: _denied(project))
    rows = remembered(project, ("claimants", asked), lambda: _ask(project, asked, denied))
    totals = remembered(project, ("voices",), lambda: _voices(project))
    shown = {
        "rows": rows[:ROWS], "more": len(rows) > ROWS, "totals": totals, "filters": FILTERS,
    }  # fmt: skip
    return Page("claimants.html", "Who says so", shown, rows, about=totals)


def show_one(visit: Visit) -> Page:
    """Show what one claimant says, newest first."""
    name = visit.word("name")
    if name is None:
        raise Missing("no claimant was named", "Choose one from the list.")
    project = visit.project
    asked = visit.filter("since", "until", "act", "outlet")
    asked = Filter(
        asked.since, asked.until, act=asked.act, outlet=asked.outlet, claimant=name,
        limit=asked.limit, offset=asked.offset,
    )  # fmt: skip
    rows = project.statements(asked)
    page = rows[:ROWS]
    shown = {
        "name": name, "rows": page, "more": len(rows) > ROWS,
        "passages": passages(project, [(row.report, row.id) for row in page]),
        "acts": remembered(project, ("acts", name), lambda: _acts(project, name)),
    }  # fmt: skip
    return Page("claimant.html", name, shown, rows)


def _ask(project: Project, asked: Filter, denied: dict[str, int]) -> list[Claimant]:
    clause, values = conditions(asked, "statements")
    rows = project.connection.execute(
        f"""SELECT min(t.claimant), coalesce(min(nullif(t.source_type, 'unknown')), 'unknown'),
            count(*), count(DISTINCT t.report),
            count(DISTINCT coalesce(r.family, r.id)), sum(t.anonymous), sum(t.act = 'denies'),
            sum(t.act = 'accuses'), min(r.published), max(r.published)
            FROM statements t JOIN reports r ON r.key = t.report WHERE {clause}
            GROUP BY {_KEY} ORDER BY t.claimant IS NULL, 5 DESC, 3 DESC, 1 LIMIT ? OFFSET ?""",
        [*values, -1 if asked.limit is None else asked.limit, asked.offset],
    )
    return [
        replace(one, denied=denied.get(one.claimant or "", 0)) for one in starmap(Claimant, rows)
    ]


def _denied(project: Project) -> dict[str, int]:
    """Count the disputes by the claimant whom another one contradicts."""
    counts: Counter[str] = Counter()
    links = project.connection.execute(
        """SELECT a, b FROM links WHERE kind IN ('disputes', 'contradicts')
           ORDER BY id DESC LIMIT ?""",
        (COUNTED,),
    )
    for ends in links.fetchall():
        sides = {who for end in ends if (who := claimant_at(project, end))}
        counts.update(sides if len(sides) > 1 else ())
    return dict(counts)


def _voices(project: Project) -> dict[str, int]:
    """Count statements by how much is told of who makes them."""
    row = project.connection.execute(
        f"""SELECT count(*), coalesce(sum(t.anonymous), 0), coalesce(sum(t.source IS NULL), 0),
            count(DISTINCT nullif({_KEY}, '')) FROM statements t"""
    ).fetchone()
    return dict(
        zip(("statements", "anonymous", "unnamed", "claimants"), map(int, row), strict=True)
    )


def _acts(project: Project, name: str) -> list[ActCount]:
    clause, values = conditions(Filter(claimant=name), "statements")
    rows = project.connection.execute(
        f"""SELECT t.act, count(*) FROM statements t JOIN reports r ON r.key = t.report
            WHERE {clause} GROUP BY 1 ORDER BY 2 DESC, 1""",
        values,
    )
    return [ActCount(*row) for row in rows]
