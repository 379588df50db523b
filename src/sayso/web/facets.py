"""A filter to the values that its rows have, with counts: what a search can be narrowed to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from sayso.store.filters import Filter, conditions
from sayso.store.project import Project
from sayso.web.remembered import remembered

#: Rows that are counted, the newest; a count of all that were asked for would take too long.
COUNTED = 3_000
#: Reports whose places and parties are counted.
COUNTED_REPORTS = 500
#: Values that a facet shows.
SHOWN = 12

#: The facets of each table: the word of the filter and its column.
_COLUMNS: dict[str, dict[str, str]] = {
    "reports": {"outlet": "r.publisher", "month": "substr(r.published, 1, 7)"},
    "statements": {
        "act": "t.act", "source_type": "t.source_type", "claimant": "t.claimant",
        "outlet": "r.publisher", "month": "substr(r.published, 1, 7)",
    },
    "events": {
        "type": "t.type", "status": "t.status", "place": "t.where_name",
        "claimant": "t.claimant", "outlet": "r.publisher", "month": "substr(t.first_day, 1, 7)",
    },
    "figures": {
        "measure": "t.measure", "scope": "t.scope", "status": "t.status",
        "place": "t.where_name", "claimant": "t.claimant", "outlet": "r.publisher",
    },
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow a search: the word of the filter, and values with counts."""

    name: str
    values: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """The facets of a search; ``rows`` were counted, of more where ``more`` is true."""

    facets: tuple[Facet, ...]
    rows: int
    more: bool


def count_facets(project: Project, asked: Filter, table: str) -> Counted:
    """Return the facets of the newest rows of a table that fit a filter."""
    whole = replace(asked, limit=None, offset=0)
    return remembered(project, ("facets", whole, table), lambda: _count(project, whole, table))


def _count(project: Project, asked: Filter, table: str) -> Counted:
    clause, values = conditions(asked, table)
    names = list(_COLUMNS[table])
    source = "reports r" if table == "reports" else f"{table} t JOIN reports r ON r.key = t.report"
    order = "r.key" if table == "reports" else "t.report"
    rows = project.connection.execute(
        f"""SELECT {", ".join(_COLUMNS[table].values())} FROM {source} WHERE {clause}
            ORDER BY {order} DESC LIMIT ?""",
        [*values, COUNTED + 1],
    ).fetchall()
    columns = zip(*rows[:COUNTED], strict=True) if rows else [()] * len(names)
    facets = [_facet(name, column) for name, column in zip(names, columns, strict=True)]
    if table == "reports":
        facets += _inside(project, asked)
    counted = tuple(f for f in facets if f.values)
    return Counted(counted, min(len(rows), COUNTED), len(rows) > COUNTED)


def _facet(name: str, column: Iterable[str | None]) -> Facet:
    counts = Counter(value for value in column if value)
    if name == "month":
        return Facet(name, tuple(sorted(counts.items(), reverse=True)[:SHOWN]))
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return Facet(name, tuple(ranked[:SHOWN]))


def _inside(project: Project, asked: Filter) -> list[Facet]:
    """Count the places and parties in the newest reports that fit."""
    clause, values = conditions(asked, "reports")
    newest = f"SELECT r.key FROM reports r WHERE {clause} ORDER BY r.key DESC LIMIT ?"
    queries = {
        "place": f"""SELECT where_name, count(DISTINCT report) FROM places
                     WHERE where_name IS NOT NULL AND report IN ({newest})
                     GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ?""",
        "party": f"""SELECT coalesce(name, text), count(DISTINCT report) FROM participants
                     WHERE role IN ('actor', 'target', 'source') AND report IN ({newest})
                     GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ?""",
    }
    return [
        Facet(name, tuple(project.connection.execute(sql, [*values, COUNTED_REPORTS, SHOWN])))
        for name, sql in queries.items()
    ]
