"""Links of the store to pairs of passages that differ, with the reasons for it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.store.project import Project
from sayso.web.passages import Passage, passage, split


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A suggestion that two findings belong together, or contradict each other."""

    id: int
    kind: str
    difference: str | None
    reasons: tuple[str, ...]
    score: float
    a: str
    b: str
    first: Passage | None
    second: Passage | None


def links_of_kind(
    project: Project, kinds: Sequence[str], *, rows: int | None, start: int = 0
) -> list[LinkRow]:
    """Return the links of these kinds, the newest first; of two kinds between the same ends that
    of the first.
    """
    holes = ", ".join("?" for _ in kinds)
    found = project.connection.execute(
        f"""SELECT id, kind, difference, reasons, score, a, b FROM links l WHERE kind IN ({holes})
            AND (kind = ? OR NOT EXISTS
                 (SELECT 1 FROM links o WHERE o.kind = ? AND o.a = l.a AND o.b = l.b))
            ORDER BY id DESC LIMIT ? OFFSET ?""",
        (*kinds, kinds[0], kinds[0], -1 if rows is None else rows, start),
    ).fetchall()
    return [_row(project, *row) for row in found]


def links_between(project: Project, ends: Iterable[str]) -> list[LinkRow]:
    """Return the links both of whose ends ("report/finding") are among these."""
    inside = set(ends)
    found: dict[int, LinkRow] = {}
    for end in sorted(inside):
        rows = project.connection.execute(
            "SELECT id, kind, difference, reasons, score, a, b FROM links WHERE a = ?", (end,)
        )
        for row in rows.fetchall():
            if row[6] in inside:
                found[row[0]] = _row(project, *row)
    return [found[id] for id in sorted(found)]


def _row(
    project: Project, id: int, kind: str, difference: str | None, reasons: str, *rest: object
) -> LinkRow:
    score, a, b = rest
    first, second = (passage(project, *split(str(end))) for end in (a, b))
    told = tuple(str(reason) for reason in json.loads(reasons))
    return LinkRow(id, kind, difference, told, float(str(score)), str(a), str(b), first, second)
