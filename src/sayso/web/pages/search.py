"""Search: words and filters to reports, statements, events or figures, with facets."""

from __future__ import annotations

from sayso.store.questions import Hit, ReportRow, count_hits
from sayso.web.facets import count_facets
from sayso.web.passages import passages
from sayso.web.titles import names_of
from sayso.web.visit import ROWS, Page, Visit

#: What can be searched for, and the filters of each.
KINDS: dict[str, tuple[str, ...]] = {
    "reports": ("since", "until", "outlet", "place", "party"),
    "statements": ("since", "until", "outlet", "party", "claimant", "act", "source_type"),
    "events": ("since", "until", "outlet", "place", "party", "claimant", "type", "status"),
    "figures": (
        "since", "until", "outlet", "place", "party", "claimant", "measure", "scope", "status",
    ),
}  # fmt: skip


def show(visit: Visit) -> Page:
    """Show what fits the words and filters, newest first."""
    kind = visit.one_of("kind", tuple(KINDS))
    words = visit.word("text")
    asked = visit.filter("text", *KINDS[kind])
    project = visit.project
    rows: list[object]
    if kind == "reports":
        plain = visit.filter(*KINDS[kind])
        rows = [*project.search(words, plain)] if words else [*project.reports(asked)]
    elif kind == "statements":
        rows = [*project.statements(asked)]
    elif kind == "events":
        rows = [*project.events(asked)]
    else:
        rows = [*project.figures(asked)]
    shown: dict[str, object] = {"kind": kind, "kinds": tuple(KINDS), "filters": KINDS[kind]}
    if not visit.whole:
        shown |= _page(visit, kind, rows, words)
    return Page("search.html", "Search", shown, rows)


def _page(visit: Visit, kind: str, rows: list[object], words: str | None) -> dict[str, object]:
    page = rows[:ROWS]
    found = {} if kind == "reports" else passages(visit.project, [_ends(row) for row in page])
    reports = [row for row in page if isinstance(row, ReportRow | Hit)]
    return {
        "names": names_of(visit.project, reports),
        "rows": page, "more": len(rows) > ROWS, "passages": found,
        "counted": count_facets(visit.project, visit.filter("text", *KINDS[kind]), kind),
        "hits": count_hits(visit.project.connection, words) if words else None,
    }  # fmt: skip


def _ends(row: object) -> tuple[str, str]:
    return str(getattr(row, "report", "")), str(getattr(row, "id", ""))
