"""Errors: which report failed, at which stage, and why."""

from __future__ import annotations

from sayso.read.problems import FAILURES
from sayso.web.visit import Page, Visit

#: Failures on the page; the twins hold all.
SHOWN = 200


def show(visit: Visit) -> Page:
    """Show the failures that stand, the newest first, and what to do about each kind."""
    rows = list(reversed(visit.project.errors()))
    codes = sorted({row.code for row in rows})
    advice = {code: FAILURES[code] for code in codes if code in FAILURES}
    shown = {"rows": rows[:SHOWN], "all": len(rows), "advice": advice}
    return Page("errors.html", "Errors", shown, rows, about=advice)
