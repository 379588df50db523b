"""Report: its text with the findings marked, and the record beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.export.wording import bounds, first_line, named, say_so
from sayso.record.findings import Event, Figure, Poll, Proposal, Statement
from sayso.record.reading import Reading
from sayso.record.span import Span
from sayso.store.journal import Decision
from sayso.store.project import Project
from sayso.web.visit import Missing, Page, Visit
from sayso.web.words import changed_words, pieces


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One finding of a report: its words, their place, what they were read as, who says it."""

    report: str
    id: str
    layer: str
    start: int | None
    end: int | None
    words: str | None
    read_as: str
    reported_by: tuple[str, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Copy:
    """Another report of the same family: a copy or a version."""

    report: str
    title: str | None
    publisher: str | None
    published: str | None
    same_text: bool


@dataclass(frozen=True, slots=True)
class Told:
    """What the JSON twin tells beside the findings."""

    reading: Reading
    text: str
    copies: list[Copy]
    decisions: list[Decision]


def show(visit: Visit) -> Page:
    """Show a report; ``run`` shows an older reading, ``versus`` the words of another version."""
    id = visit.word("id") or ""
    project = visit.project
    article = project.article(id)
    run = visit.number("run", 0, least=0) or None
    reading = project.reading(id, run)
    if article is None or reading is None:
        raise Missing(f"report {id!r:.120} is not in this project", "Look for it by search.")
    copies = _copies(project, id)
    decisions = decisions_of(project, id)
    rows = list(_rows(reading))
    shown = {
        "article": article, "reading": reading, "pieces": pieces(article.text, reading),
        "copies": copies, "runs": _runs(project, id), "run": run,
        "decisions": _by_finding(decisions), "incidents": _incidents(project, id),
        "versus": _versus(visit, article.text), "depths": _depths(reading),
    }  # fmt: skip
    title = article.title or first_line(article.text) or f"Report {id}"
    return Page("report.html", title, shown, rows, Told(reading, article.text, copies, decisions))


def _rows(reading: Reading) -> Iterator[FindingRow]:
    for s in reading.statements:
        yield _row(reading, s, s.cue, "statement", f"{named(s)}: {s.act}, {s.manner}")
    for e in reading.events:
        read_as = " ".join(word for word in (e.type, e.mode, e.status) if word)
        yield _row(reading, e, e.trigger, "event", read_as)
    for f in reading.figures:
        yield _row(reading, f, f.quantity, "figure", f"{bounds(f.low, f.high)} {f.measure}")
    for p in reading.proposals:
        yield _row(reading, p, p.name, "proposal", p.state)
    for q in reading.polls:
        answers = "; ".join(f"{a.answer.text}: {a.share} %" for a in q.answers)
        yield _row(reading, q, q.pollster, "poll", answers)


def _row(
    reading: Reading,
    finding: Statement | Event | Figure | Proposal | Poll,
    span: Span | None,
    layer: str,
    read_as: str,
) -> FindingRow:
    start, end, words = (None, None, None) if span is None else (span.start, span.end, span.text)
    who = say_so(reading, finding)
    return FindingRow(
        reading.id, finding.id, layer, start, end, words, read_as, who, finding.confidence
    )


def decisions_of(project: Project, id: str) -> list[Decision]:
    """Return the decisions about the findings of a report, oldest first."""
    rows = project.connection.execute(
        """SELECT made, who, about, field, old, new, why FROM decisions
           WHERE about >= ? AND about < ? ORDER BY id""",
        (f"{id}/", f"{id}0"),  # "0" comes after "/".
    )
    return [Decision(*row) for row in rows]


def _copies(project: Project, id: str) -> list[Copy]:
    rows = project.connection.execute(
        """SELECT o.id, o.title, o.publisher, o.published, o.sha256 = r.sha256
           FROM reports r JOIN reports o ON o.family = r.family AND o.id != r.id
           WHERE r.id = ? ORDER BY o.key LIMIT 200""",
        (id,),
    )
    return [
        Copy(id, title, publisher, published, bool(same))
        for id, title, publisher, published, same in rows
    ]


def _runs(project: Project, id: str) -> list[tuple[int, str, str, bool]]:
    """Return the readings of a report: run, engine, time, whether it is the current one."""
    rows = project.connection.execute(
        """SELECT g.run, u.engine, g.read, g.current FROM readings g
           JOIN reports r ON r.key = g.report JOIN runs u ON u.id = g.run
           WHERE r.id = ? ORDER BY g.run DESC""",
        (id,),
    )
    return [(int(run), str(engine), str(read), bool(now)) for run, engine, read, now in rows]


def _incidents(project: Project, id: str) -> dict[str, str]:
    """Return the incidents of a report's events, by event."""
    rows = project.connection.execute(
        """SELECT i.event, i.id FROM incidents i JOIN reports r ON r.key = i.report
           WHERE r.id = ?""",
        (id,),
    )
    return {str(event): str(incident) for event, incident in rows}


def _by_finding(decisions: list[Decision]) -> dict[str, list[Decision]]:
    found: dict[str, list[Decision]] = {}
    for decision in decisions:
        found.setdefault(decision.about.rpartition("/")[2], []).append(decision)
    return found


def _versus(visit: Visit, text: str) -> dict[str, object] | None:
    other = visit.word("versus")
    if other is None:
        return None
    article = visit.project.article(other)
    if article is None:
        raise Missing(f"report {other!r:.120} is not in this project")
    return {"article": article, "words": changed_words(article.text, text)}


def _depths(reading: Reading) -> dict[str, int]:
    """Return how deep each statement stands within others."""
    return {s.id: len(reading.chain(s)) for s in reading.statements}
