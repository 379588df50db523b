"""Incident: the accounts of one happening side by side, and why they differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.ground.folding import fold
from sayso.store.filters import Filter
from sayso.store.project import Project
from sayso.store.questions import EventRow, FigureRow, ReportRow
from sayso.web.draw.ranges import Range, ranges
from sayso.web.links import LinkRow, links_between
from sayso.web.pages.tolls import ORDER as PEOPLE
from sayso.web.passages import passages
from sayso.web.titles import names_of, title_of
from sayso.web.visit import Missing, Page, Visit

#: The most reports of an incident that a page shows; the twins hold all.
MOST = 100
OWN_VOICE = "the report itself"
SAME = "same-happening"
#: Kinds of links between accounts that cannot both be right, the surest first.
AT_ODDS = ("disputes", "contradicts")


@dataclass(frozen=True, slots=True)
class Account:
    """What one claimant tells in one report: events, and figures by measure."""

    claimant: str
    outlet: str
    report: str
    published: str | None
    copy: bool
    events: tuple[EventRow, ...]
    figures: dict[str, list[FigureRow]]


@dataclass(frozen=True, slots=True)
class Spread:
    """The figures of one measure, scope and kind of people or things, copies left out.

    ``least`` is the lowest lower bound and ``most`` the highest bound that is told; with ``open``
    one of them has no upper bound. Nothing is averaged.
    """

    measure: str
    counted: str
    scope: str
    accounts: int
    least: int | float | None
    most: int | float | None
    open: bool
    bars: list[tuple[FigureRow, Range]]


def show(visit: Visit) -> Page:
    """Show every account of an incident."""
    id = visit.word("id") or ""
    project = visit.project
    members = _members(visit, id)
    if not members:
        raise Missing(f"incident {id!r:.120} is not in this project", "Look in the list of them.")
    events, figures, reports = _rows(project, members)
    ends = [(e.report, e.id) for e in events] + [(f.report, f.id) for f in figures]
    links = links_between(project, [f"{r}/{f}" for r, f in ends])
    shown = {
        "id": id, "accounts": _accounts(events, figures, reports),
        "reports": list(reports.values()), "names": names_of(project, reports.values()),
        "measures": list(dict.fromkeys(f.measure for f in figures)),
        "spreads": _spreads(figures, reports), "agreed": _agreed(events), "events": events,
        "denied": any(e.status == "negated" for e in events),
        "at_odds": [k for k in _once(links) if k.kind in AT_ODDS],
        "others": [k for k in links if k.kind not in (SAME, *AT_ODDS)],
        "joins": [link for link in links if link.kind == SAME], "reviewer": visit.reviewer,
        "passages": passages(project, ends), "sources": len({_family(r) for r in reports.values()}),
    }  # fmt: skip
    return Page("incident.html", title_of(events), shown, figures or events, about=events)


def _once(links: Sequence[LinkRow]) -> list[LinkRow]:
    """Return the links without those that say again what is disputed."""
    disputed = {(k.a, k.b) for k in links if k.kind == AT_ODDS[0]}
    return [k for k in links if k.kind == AT_ODDS[0] or (k.a, k.b) not in disputed]


def _members(visit: Visit, id: str) -> dict[str, set[str]]:
    """Return the events and loose figures of an incident by report, the newest report first."""
    found = visit.project.connection.execute(
        """SELECT r.id, i.event FROM incidents i JOIN reports r ON r.key = i.report
           WHERE i.id = ? ORDER BY i.report DESC""",
        (id,),
    )
    members: dict[str, set[str]] = {}
    for report, event in found:
        if visit.whole or len(members) < MOST or report in members:
            members.setdefault(report, set()).add(event)
    return members


def _rows(
    project: Project, members: dict[str, set[str]]
) -> tuple[list[EventRow], list[FigureRow], dict[str, ReportRow]]:
    events: list[EventRow] = []
    figures: list[FigureRow] = []
    reports: dict[str, ReportRow] = {}
    for report, own in members.items():
        asked = Filter(report=report)
        events += [e for e in project.events(asked) if e.id in own]
        figures += [f for f in project.figures(asked) if (f.event or f.id) in own]
        reports |= {row.report: row for row in project.reports(asked)}
    return events, figures, reports


def _family(report: ReportRow) -> str:
    return report.family or report.report


def _accounts(
    events: Sequence[EventRow], figures: Sequence[FigureRow], reports: dict[str, ReportRow]
) -> list[Account]:
    """Put together what one claimant says in one report, the earliest report first."""
    keys = dict.fromkeys([(e.report, e.claimant) for e in events])
    keys |= dict.fromkeys([(f.report, f.claimant) for f in figures])
    found = []
    for id, claimant in keys:
        report = reports[id]
        own = [e for e in events if (e.report, e.claimant) == (id, claimant)]
        counts: dict[str, list[FigureRow]] = {}
        for figure in figures:
            if (figure.report, figure.claimant) == (id, claimant):
                counts.setdefault(figure.measure, []).append(figure)
        copy = report.family not in (None, id)
        outlet = report.publisher or "outlet not told"
        name = claimant or OWN_VOICE
        found.append(Account(name, outlet, id, report.published, copy, tuple(own), counts))
    return sorted(found, key=lambda a: (a.published or "", a.report, a.claimant))


def _spreads(figures: Sequence[FigureRow], reports: dict[str, ReportRow]) -> list[Spread]:
    """Return the spread of each measure and what it counts; parts of figures are left out.

    Of what becomes of people a stated class ("children") alone is a kind of its own.
    """
    groups: dict[tuple[str, str, str], list[FigureRow]] = {}
    for figure in figures:
        if figure.part_of is None and reports[figure.report].family in (None, figure.report):
            things = "" if figure.measure in PEOPLE else fold(figure.counted or "")
            key = (figure.measure, figure.class_ or things, figure.scope)
            groups.setdefault(key, []).append(figure)
    return [_spread(*key, own) for key, own in groups.items()]


def _spread(measure: str, counted: str, scope: str, own: list[FigureRow]) -> Spread:
    lows = [f.low for f in own if f.low is not None]
    highs = [f.high for f in own if f.high is not None]
    bars = list(zip(own, ranges([(f.low, f.high) for f in own]), strict=True))
    least, most = min(lows, default=None), max([*lows, *highs], default=None)
    no_end = any(f.high is None for f in own)
    return Spread(measure, counted, scope, len(own), least, most, no_end, bars)


def _agreed(events: Sequence[EventRow]) -> dict[str, str]:
    """Return what two accounts at least tell, and all that tell it tell alike.

    What some of them deny is not agreed on, nor who did it.
    """
    told: dict[str, dict[tuple[str, str | None], set[str]]] = {}
    denied = any(e.status == "negated" for e in events)
    for e in events:
        day = e.first_day or ""
        known = {
            "what": "" if denied else e.type.lower(),
            "where": e.where_name or e.place or "",
            "when": "" if e.when_kind in (None, "unresolved") else
            day if e.first_day == e.last_day else f"{day} to {e.last_day}",
            "by": "" if denied else ", ".join(e.actors),
        }  # fmt: skip
        for name, value in known.items():
            if value:
                told.setdefault(name, {}).setdefault((e.report, e.claimant), set()).add(value)
    every = {name: (len(by), set().union(*by.values())) for name, by in told.items()}
    return {name: min(values) for name, (n, values) in every.items() if n > 1 == len(values)}
