"""Article and Reading: a report as it came in, and the record that was taken out of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.record.findings import Event, Figure, Poll, Proposal, Statement
from sayso.record.grounding import Party, Place, Time
from sayso.record.span import Span

#: Version of the record's form. Readers ignore unknown keys; the first number changes when a
#: field is renamed, removed or changes its meaning.
SCHEMA = "1.0"


@dataclass(frozen=True, slots=True)
class Article:
    """A report before it is read: its text and what is known of where it came from.

    ``published`` is an ISO date; ``language`` a BCP-47 code or null where it is not yet known;
    ``problems`` what went wrong while it was fetched out of its file.
    """

    id: str
    text: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """What could not be read or was left out: a stable code, the reason, and where."""

    code: str
    reason: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """The record of one report. Findings are in text order; ids are stable from run to run."""

    id: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str | None = None
    sha256: str = ""
    schema: str = SCHEMA
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    figures: tuple[Figure, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    polls: tuple[Poll, ...] = ()
    places: tuple[Place, ...] = ()
    parties: tuple[Party, ...] = ()
    times: tuple[Time, ...] = ()
    problems: tuple[Problem, ...] = ()

    def statement(self, id: str | None) -> Statement | None:
        """Return the statement of that id, or None."""
        return next((s for s in self.statements if s.id == id), None)

    def chain(self, finding: Event | Figure | Proposal | Statement) -> tuple[Statement, ...]:
        """Return the statements a finding rests on, innermost first; none: the report's voice."""
        start = finding.within if isinstance(finding, Statement) else finding.statement
        return tuple(self._outward(start))

    def _outward(self, id: str | None) -> Iterator[Statement]:
        seen: set[str] = set()
        while (found := self.statement(id)) is not None and found.id not in seen:
            yield found
            seen.add(found.id)
            id = found.within


def text_hash(text: str) -> str:
    """Return the SHA-256 of a report's text in UTF-8, as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def text_id(text: str) -> str:
    """Return an id made from the text alone: the same text gives the same id."""
    return "r-" + text_hash(text)[:16]
