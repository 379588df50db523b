"""A reading and its text to stretches of text, each with the findings that it belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from sayso.record.findings import Event, Figure, Poll, Proposal, Statement
from sayso.record.reading import Reading
from sayso.record.span import Span
from sayso.store.flatten import anchor_of


@dataclass(frozen=True, slots=True)
class Mark:
    """A span that belongs to a finding.

    ``role`` is one of ``HEADS`` for the words that stand for the finding, else the name of the
    field; ``depth`` counts how many statements a content stands in.
    """

    finding: str
    role: str
    span: Span
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters of a text, to ``end``, under the same marks, the narrowest first.

    ``begins`` are those of the marks that begin here.
    """

    text: str
    end: int
    marks: tuple[Mark, ...] = ()
    begins: tuple[Mark, ...] = ()


#: The roles whose words stand for a finding and lead to it.
HEADS = ("cue", "trigger", "quantity", "name", "pollster")


def cut(text: str, reading: Reading) -> Iterator[Stretch]:
    """Yield the whole text in stretches; what is no verbatim span of it marks nothing."""
    marks = sorted(
        (m for m in marks_of(reading) if m.span.is_verbatim(text)),
        key=lambda m: (m.span.start, -m.span.end),
    )
    edges = sorted({0, len(text), *(e for m in marks for e in (m.span.start, m.span.end))})
    open_: list[Mark] = []
    at = 0
    for start, end in pairwise(edges):
        open_ = [m for m in open_ if m.span.end > start]
        begins = []
        while at < len(marks) and marks[at].span.start == start:
            begins.append(marks[at])
            at += 1
        open_ += begins
        narrow = sorted(open_, key=lambda m: m.span.end - m.span.start)
        yield Stretch(text[start:end], end, tuple(narrow), tuple(begins))


def marks_of(reading: Reading) -> Iterator[Mark]:
    """Yield the marks of all findings."""
    for statement in reading.statements:
        yield from _statement(statement, len(reading.chain(statement)) + 1)
    for event in reading.events:
        yield from _event(event)
    for figure in reading.figures:
        yield from _figure(figure)
    for proposal in reading.proposals:
        yield from _proposal(proposal)
    for poll in reading.polls:
        yield from _poll(poll)


def _statement(s: Statement, depth: int) -> Iterator[Mark]:
    yield Mark(s.id, "cue", s.cue)
    yield from (Mark(s.id, "content", c, depth) for c in s.content)
    yield from _each(s.id, "source", [s.source_written or s.source])
    yield from _each(s.id, "to", [s.to, s.withheld])


def _event(e: Event) -> Iterator[Mark]:
    yield Mark(e.id, "trigger", e.trigger)
    yield from _each(e.id, "actor", e.actor)
    yield from _each(e.id, "target", e.target)
    yield from _each(e.id, "place", [e.place])
    yield from _each(e.id, "time", [e.time])
    yield from _each(e.id, "mention", e.mentions)


def _figure(f: Figure) -> Iterator[Mark]:
    yield Mark(f.id, "quantity", f.quantity)
    yield from _each(f.id, "of", [f.of])
    yield from _each(f.id, "by", [f.by])
    yield from _each(f.id, "place", [f.place])
    yield from _each(f.id, "time", [f.time])


def _proposal(p: Proposal) -> Iterator[Mark]:
    """A proposal that no words name is headed by its first term."""
    yield Mark(p.id, "name", anchor_of(p))
    yield from _each(p.id, "side", [*p.by, *p.to, *p.through])
    for term in p.terms:
        yield Mark(p.id, "term", term.what)
        yield from _each(p.id, "side", [term.party])
        yield from _each(p.id, "term", [term.condition, term.exchange, term.amount, term.deadline])
    for stance in p.stances:
        yield Mark(p.id, "stance", stance.party)
        yield from _each(p.id, "stance", [stance.condition])


def _poll(q: Poll) -> Iterator[Mark]:
    """A poll without a pollster is headed by whom or what it asked, else by its first answer."""
    answers = [answer.answer for answer in q.answers]
    heads = [h for h in (q.pollster, q.question, q.population, *answers) if h is not None]
    yield from _each(q.id, "pollster", heads[:1])
    yield from _each(q.id, "asked", [q.population, q.question])
    yield from _each(q.id, "time", [q.time])
    yield from _each(q.id, "answer", answers)


def _each(finding: str, role: str, spans: Iterable[Span | None]) -> Iterator[Mark]:
    return (Mark(finding, role, span) for span in spans if span is not None)
