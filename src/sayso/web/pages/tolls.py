"""Tolls: one measure over time by claimant, each point with its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.link.party_names import claimant_key
from sayso.store.project import Project
from sayso.store.questions import FigureRow
from sayso.web.draw.steps import draw_steps
from sayso.web.passages import passages
from sayso.web.remembered import remembered
from sayso.web.visit import ROWS, Page, Visit

FILTERS = ("measure", "place", "scope", "party", "claimant", "outlet", "since", "until")
#: What only links ask for: the tolls of one incident, wherever their place is told.
LINKED = ("incident",)
#: The most figures in one drawing, the newest.
DRAWN = 1_000
#: Tolls that are offered for choosing, those with the most figures.
OFFERED = 24
REAL = "happened,ongoing"
#: What becomes of people, in the order in which it is offered; the first ones before all else.
ORDER = (
    "killed", "injured", "missing", "displaced", "taken", "held", "freed", "arrested", "evacuated",
)  # fmt: skip
FIRST = 4


@dataclass(frozen=True, slots=True)
class Toll:
    """Figures that can be compared: one measure in one place over one kind of stretch."""

    measure: str
    place: str | None
    scope: str
    figures: int
    claimants: int


def show(visit: Visit) -> Page:
    """Show a toll; without a question the first that is offered."""
    offered = remembered(visit.project, ("tolls",), lambda: _offered(visit.project))
    chosen = _chosen(visit, offered)
    asked = replace(chosen.filter(*FILTERS, *LINKED, rows=DRAWN), status=REAL, offset=0)
    found = visit.project.figures(asked)
    whole = [f for f in found if f.part_of is None or visit.word("parts") == "with"]
    shown: dict[str, object] = {
        "offered": offered, "chosen": chosen,
        "parts": len(found) - len(whole), "filters": FILTERS, "linked": LINKED,
    }  # fmt: skip
    if not visit.whole:
        first = (visit.page - 1) * ROWS
        rows = whole[first : first + ROWS]
        shown |= {
            "chart": draw_steps(list(zip(_claimants(whole[:DRAWN]), whole, strict=False))),
            "rows": rows,
            "more": len(whole) > first + ROWS, "passages": passages(
                visit.project, [(f.report, f.id) for f in rows]),
            "cut": len(found) > DRAWN, "drawn": DRAWN,
        }  # fmt: skip
    return Page("tolls.html", "Tolls", shown, whole, about=offered)


def _claimants(figures: Sequence[FigureRow]) -> list[str]:
    """Return who tells each figure, one who is written in two ways by the first of them."""
    names: dict[str, str] = {}
    found = []
    for figure in figures:
        told = figure.claimant or f"{figure.publisher or 'the report'}, in its own voice"
        found.append(names.setdefault(claimant_key(told), told))
    return found


def _chosen(visit: Visit, offered: list[Toll]) -> Visit:
    """Return the visit, with the first toll that is offered where none was asked for."""
    if any(visit.word(name) for name in (*FILTERS, *LINKED)) or not offered:
        return visit
    toll = offered[0]
    words = {"measure": toll.measure, "scope": toll.scope, "place": toll.place or ""}
    return replace(visit, asked={**visit.asked, **words})


def _offered(project: Project) -> list[Toll]:
    """Return the tolls to choose from: of the dead and hurt first, those of one count last."""
    rows = project.connection.execute(
        """SELECT measure, where_name, scope, count(*), count(DISTINCT claimant) FROM figures
           WHERE status IN ('happened', 'ongoing') AND measure NOT IN ('share', 'other')
           AND part_of IS NULL GROUP BY 1, 2, 3
           ORDER BY instr(?, ' ' || measure || ' ') = 0, count(*) = 1,
           where_name IS NULL, coalesce(nullif(instr(?, ' ' || measure || ' '), 0), 999),
           scope = 'event', count(DISTINCT claimant) DESC,
           count(DISTINCT substr(as_of, 1, 10)) DESC, 4 DESC, 1, 2, 3 LIMIT ?""",
        (f" {' '.join(ORDER[:FIRST])} ", f" {' '.join(ORDER)} ", OFFERED),
    )
    return [Toll(*row) for row in rows]
