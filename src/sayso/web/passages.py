"""A finding's id to its words in the report, with those around them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.export.wording import context
from sayso.record.span import Span
from sayso.store.project import Project

#: The table of a finding by the first letter of its id.
TABLES = {"s": "statements", "e": "events", "f": "figures", "p": "proposals"}


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of a finding and those around them, with who says it and in which report."""

    report: str
    finding: str
    published: str | None
    publisher: str | None
    claimant: str | None
    before: str
    words: str
    after: str


def passage(project: Project, report: str, finding: str, *, around: int = 90) -> Passage | None:
    """Return the passage of a statement's cue, event's trigger or figure's quantity, or None."""
    table = TABLES.get(finding[:1])
    if table is None:
        return None
    row = project.connection.execute(
        f"""SELECT r.published, r.publisher, t.claimant, t.start_char, t.end_char, r.text
            FROM reports r JOIN {table} t ON t.report = r.key WHERE r.id = ? AND t.id = ?""",
        (report, finding),
    ).fetchone()
    if row is None:
        return None
    published, publisher, claimant, start, end, text = row
    span = Span(start, end, text[start:end])
    return Passage(
        report, finding, published, publisher, claimant, *context(text, span, around=around)
    )


def claimant_at(project: Project, end: str) -> str | None:
    """Return on whose word the finding rests that an end of a link names; None: the report's."""
    report, finding = split(end)
    table = TABLES.get(finding[:1])
    row = (
        table
        and project.connection.execute(
            f"""SELECT t.claimant FROM reports r JOIN {table} t ON t.report = r.key
            WHERE r.id = ? AND t.id = ?""",
            (report, finding),
        ).fetchone()
    )
    return str(row[0]) if row and row[0] else None


def passages(project: Project, findings: Iterable[tuple[str, str]]) -> dict[str, Passage]:
    """Return the passages of findings (report, id), by "report/id"."""
    found = {f"{r}/{f}": passage(project, r, f) for r, f in findings}
    return {key: one for key, one in found.items() if one is not None}


def split(end: str) -> tuple[str, str]:
    """Return the report and the finding that an end of a link names ("report/finding")."""
    report, _, finding = end.rpartition("/")
    return report, finding
