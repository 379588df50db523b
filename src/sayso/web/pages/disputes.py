"""Disputes: accounts that contradict each other, side by side, and denials."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.store.filters import Filter
from sayso.web.links import LinkRow, links_of_kind
from sayso.web.passages import Passage, passages
from sayso.web.visit import Page, Visit

KINDS = ("disputes", "contradicts", "updates", "part-of")
#: Pairs on a page, and denials shown below them.
ROWS, DENIALS = 20, 20
#: Letters around a number by which it is known again in another passage.
NEAR = 12


@dataclass(frozen=True, slots=True)
class Pair:
    """Two accounts at odds: the links between them, and the passages of each that differ."""

    links: list[LinkRow]
    sides: tuple[list[Passage], list[Passage]]


def show(visit: Visit) -> Page:
    """Show what is disputed; ``kind`` narrows it to one kind of link."""
    kind = visit.one_of("kind", ("disputed", *KINDS))
    kinds = KINDS[:2] if kind == "disputed" else (kind,)
    limit = None if visit.whole else ROWS + 1
    rows = links_of_kind(visit.project, kinds, rows=limit, start=(visit.page - 1) * ROWS)
    shown: dict[str, object] = {
        "pairs": paired(rows[:ROWS]),
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


def paired(rows: Sequence[LinkRow]) -> list[Pair]:
    """Put the links between the same two accounts together, in the order of the first."""
    found: dict[object, Pair] = {}
    for row in rows:
        ends = [end for end in (row.first, row.second) if end is not None]
        accounts = {_account(end) for end in ends}
        key = frozenset(accounts) if len(accounts) > 1 else row.id
        pair = found.setdefault(key, Pair([], ([], [])))
        pair.links.append(row)
        first, second = pair.sides
        for end in ends:
            is_first = not first or _account(first[0]) == _account(end)
            side = first if (is_first if len(accounts) > 1 else end is row.first) else second
            if not any(_holds(known, end) for known in side):
                side.append(end)
    return list(found.values())


def _account(end: Passage) -> tuple[str, str | None]:
    return end.report, end.claimant


def _holds(known: Passage, other: Passage) -> bool:
    """Tell whether the words of a passage are among those that another shows."""
    words = other.before[-NEAR:] + other.words + other.after[:NEAR]
    return known.report == other.report and words in known.before + known.words + known.after
