"""The accounts of one incident to a self-contained HTML page, escaped throughout."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from jinja2 import Environment, StrictUndefined, Template

from sayso.export import wording
from sayso.link.figures import Range
from sayso.link.journeys import journeys
from sayso.link.negotiations import negotiations
from sayso.link.steps import Version
from sayso.record.findings import Event, Figure
from sayso.record.link import Link
from sayso.record.reading import Reading
from sayso.record.span import Span
from sayso.record.vocabulary import REAL_STATUSES

#: Kinds of links that tell how accounts differ.
DIFFERENCES = frozenset({"updates", "part-of", "contradicts", "disputes"})


@dataclass(frozen=True, slots=True)
class Told:
    """A finding in plain words, on whose say-so, and its own words in the text."""

    id: str
    what: str
    say_so: tuple[str, ...]
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Account:
    """A report of the incident with what it tells of it."""

    reading: Reading
    findings: tuple[Told, ...]


def write_incident(
    events: Sequence[str],
    pairs: Sequence[tuple[str, Reading]],
    *,
    ranges: Sequence[Range],
    links: Sequence[Link],
    independent: int,
    title: str,
) -> str:
    """Return the page of an incident whose events are those ids ("report/event").

    ``pairs`` are the texts and readings of its reports, ``ranges`` low and high by claimant,
    ``links`` those between its findings, ``independent`` the number of reports without copies.
    The page asks for nothing from outside and runs no script.
    """
    reports = [_account(text, reading, frozenset(events)) for text, reading in pairs]
    known = {told.id: told for report in reports for told in report.findings}
    readings = {reading.id: reading for _, reading in pairs}
    differences = [
        link for link in links if link.kind in DIFFERENCES and {link.a, link.b} <= known.keys()
    ]
    return _template().render(
        title=title, reports=reports, independent=independent, ranges=ranges,
        numbers=any(_has_numbers(reading, frozenset(events)) for reading in readings.values()),
        differences=differences, number=_number, words=lambda id: _in_words(known, id),
        talks=negotiations(readings.values()), travels=journeys(readings.values()),
        polls=[(reading, poll) for reading in readings.values() for poll in reading.polls],
        names=_names, told_by=lambda version: _told_by(readings, version),
    )  # fmt: skip


def _account(text: str, reading: Reading, events: frozenset[str]) -> Account:
    mine = {event.id for event in reading.events if f"{reading.id}/{event.id}" in events}
    return Account(reading, tuple(_told(text, reading, mine)))


def _told(text: str, reading: Reading, events: set[str]) -> Iterator[Told]:
    for event in reading.events:
        if event.id in events:
            actors, targets = _names(event.actor), _names(event.target)
            told = f"{event.type.lower()}{' ' + event.mode if event.mode else ''}, {event.status}"
            parties = f"{actors or 'doer not told'}{' → ' + targets if targets else ''}"
            yield _finding(text, reading, event, f"{told}: {parties}")
    for figure in reading.figures:
        if figure.event in events:
            counted = f" {figure.of.text}" if figure.of is not None else ""
            bounds = wording.bounds(figure.low, figure.high)
            status = f", {figure.status}" if figure.status not in REAL_STATUSES else ""
            yield _finding(text, reading, figure, f"{bounds}{counted}, {figure.measure}{status}")


def _has_numbers(reading: Reading, events: frozenset[str]) -> bool:
    return any(f"{reading.id}/{figure.event}" in events for figure in reading.figures)


def _finding(text: str, reading: Reading, finding: Event | Figure, what: str) -> Told:
    span = finding.trigger if isinstance(finding, Event) else finding.quantity
    before, words, after = wording.context(text, span, around=200)
    return Told(
        f"{reading.id}/{finding.id}", what, wording.say_so(reading, finding), before, words, after
    )


def _names(spans: tuple[Span, ...]) -> str:
    return ", ".join(span.text for span in spans)


def _told_by(readings: Mapping[str, Reading], version: Version) -> tuple[str, ...]:
    reading = readings[version.id.rpartition("/")[0]]
    return wording.say_so(reading, version.proposal)


def _number(bound: float | None) -> str:
    return "open" if bound is None else f"{bound:,.10g}"


def _in_words(known: Mapping[str, Told], id: str) -> str:
    told = known[id]
    return f"{told.words} ({told.what}; {told.say_so[-1]})"


@cache
def _template() -> Template:
    text = (resources.files("sayso.export") / "incident.html").read_text("utf-8")
    return Environment(autoescape=True, undefined=StrictUndefined).from_string(text)
