"""Disputes: accounts that contradict each other, side by side, and denials."""

from __future__ import annotations

from sayso.store.filters import Filter
from sayso.web.links import links_of_kind
from sayso.web.passages import passages
from sayso.web.visit import Page, Visit

KINDS = ("disputes", "contradicts", "updates", "part-of")
#: Pairs on a page, and denials shown below them.
ROWS, DENIALS = 20, 20


def show(visit: Visit) -> Page:
    """Show what is disputed; ``kind`` narrows it to one kind of link."""
    kind = visit.one_of("kind", ("disputed", *KINDS))
    kinds = KINDS[:2] if kind == "disputed" else (kind,)
    limit = None if visit.whole else ROWS + 1
    rows = links_of_kind(visit.project, kinds, rows=limit, start=(visit.page - 1) * ROWS)
    shown: dict[str, object] = {
        "rows": rows[:ROWS],
        "more": len(rows) > ROWS,
        "kind": kind,
        "kinds": ("disputed", *KINDS),
    }
    if not visit.whole:
        denials = visit.project.statements(Filter(act="denies", limit=DENIALS))
        shown["denials"] = denials
        shown["passages"] = passages(visit.project, [(d.report, d.id) for d in denials])
    return Page("disputes.html", "Disputes", shown, rows)
