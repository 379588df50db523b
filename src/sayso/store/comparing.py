"""Two runs over the same reports to what changed between their readings."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Literal

from sayso.errors import UsageError
from sayso.record.findings import Event, Figure, Poll, Proposal, Statement
from sayso.record.reading import Reading
from sayso.record.span import Span
from sayso.record.written import read_reading, to_json
from sayso.store.flatten import anchor_of

Finding = Statement | Event | Figure | Proposal | Poll
Place = tuple[str, int, int, int]

#: Fields that say how a finding was made, or number it; they are no change of what is said.
_ASIDE = {"id", "rule", "confidence"}
#: Fields that hold the id of another finding; ids may shift, so they are told by its words.
_REFERENCES = {"statement", "within", "part_of", "event"}


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: a finding that is new, gone, or has another value in ``field``."""

    report: str
    kind: str
    change: Literal["added", "removed", "changed"]
    words: str
    field: str | None = None
    old: str | None = None
    new: str | None = None


def compare_runs(connection: sqlite3.Connection, old: int, new: int) -> Iterator[Change]:
    """Yield what changed from run ``old`` to run ``new`` in the reports that both have read.

    Raises UsageError where there is no such run.
    """
    for run in (old, new):
        if connection.execute("SELECT 1 FROM runs WHERE id = ?", (run,)).fetchone() is None:
            raise UsageError(f"there is no run {run}", "`sayso status` lists the runs.")
    rows = connection.execute(
        """SELECT a.json, b.json FROM readings a JOIN readings b ON b.report = a.report
           WHERE a.run = ? AND b.run = ? ORDER BY a.report""",
        (old, new),
    )
    for before, after in rows:
        if before != after:
            yield from compare(read_reading(before), read_reading(after))


def compare(before: Reading, after: Reading) -> Iterator[Change]:
    """Yield what changed between two readings of one report; findings are matched by place."""
    one, two = _by_place(before), _by_place(after)
    for place in sorted(one.keys() | two.keys(), key=lambda p: (p[1], p[2], p[0], p[3])):
        kind = place[0]
        first, second = one.get(place), two.get(place)
        if first is None or second is None:
            finding = second if first is None else first
            assert finding is not None
            words = _anchor(finding).text
            yield Change(after.id, kind, "added" if first is None else "removed", words)
        else:
            for name, old, new in _fields((before, first), (after, second)):
                yield Change(after.id, kind, "changed", _anchor(second).text, name, old, new)


def _fields(
    first: tuple[Reading, Finding], second: tuple[Reading, Finding]
) -> Iterator[tuple[str, str | None, str | None]]:
    for field in fields(first[1]):
        old, new = (_value(reading, finding, field.name) for reading, finding in (first, second))
        if old != new and field.name not in _ASIDE:
            yield field.name, _told(old), _told(new)


def _value(reading: Reading, finding: Finding, name: str) -> object:
    value = getattr(finding, name)
    if name not in _REFERENCES or value is None:
        return value
    others: list[Finding] = [*reading.statements, *reading.events, *reading.figures]
    return next((_anchor(other) for other in others if other.id == value), None)


def _told(value: object) -> str | None:
    if value is None:
        return None
    if isinstance(value, Span):
        return value.text
    if isinstance(value, tuple) and all(isinstance(part, Span) for part in value):
        return "; ".join(part.text for part in value)
    return value if isinstance(value, str) else json.dumps(to_json(value), ensure_ascii=False)


def _by_place(reading: Reading) -> dict[Place, Finding]:
    found: dict[Place, Finding] = {}
    groups: tuple[tuple[Finding, ...], ...] = (
        reading.statements, reading.events, reading.figures, reading.proposals, reading.polls,
    )  # fmt: skip
    for group in groups:
        for finding in group:
            anchor = _anchor(finding)
            kind, number = type(finding).__name__.lower(), 0
            while (kind, anchor.start, anchor.end, number) in found:
                number += 1
            found[kind, anchor.start, anchor.end, number] = finding
    return found


def _anchor(finding: Finding) -> Span:
    if isinstance(finding, Statement):
        return finding.cue
    if isinstance(finding, Event):
        return finding.trigger
    if isinstance(finding, Figure):
        return finding.quantity
    if isinstance(finding, Proposal):
        return anchor_of(finding)
    spans = [finding.pollster, finding.population, finding.time, finding.question]
    spans += [answer.answer for answer in finding.answers]
    return next((span for span in spans if span is not None), Span(0, 0, ""))
