"""What the board shows to rows of its parts: a term, a stance, an answer of a poll, a stop."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.link.journeys import Journey
from sayso.record.grounding import Where
from sayso.store.questions import ProposalRow

if TYPE_CHECKING:
    from sayso.web.pages.table import PollRow


@dataclass(frozen=True, slots=True)
class PartRow:
    """A part of a proposal: the report that tells it, and the proposal's own columns."""

    report: str
    published: str | None
    publisher: str | None
    proposal: str
    name: str | None
    state: str
    claimant: str | None


@dataclass(frozen=True, slots=True)
class TermRow(PartRow):
    """A term of a proposal, in the words of the report; ``number`` is its place in the order."""

    number: int
    what: str | None
    party: str | None
    phase: int | None
    condition: str | None
    exchange: str | None
    amount: str | None
    deadline: str | None


@dataclass(frozen=True, slots=True)
class StanceRow(PartRow):
    """What a party says to a proposal, in the words of the report."""

    party: str | None
    stance: str
    condition: str | None


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """An answer of a poll with its share in per cent."""

    report: str
    published: str | None
    publisher: str | None
    poll: str
    pollster: str | None
    population: str | None
    time: str | None
    question: str | None
    answer: str
    share: float


@dataclass(frozen=True, slots=True)
class StopRow:
    """A stop of a journey, in the columns of the export; ``told_in`` holds ids of events."""

    traveller: str
    traveller_id: str
    number: int
    place: str
    where_name: str | None
    where_id: int | None
    where_admin1: str | None
    where_country: str | None
    where_lat: float | None
    where_lon: float | None
    where_precision: str | None
    state: str
    first_day: str | None
    last_day: str | None
    time: str | None
    met: tuple[str, ...]
    hosts: tuple[str, ...]
    told_in: tuple[str, ...]


def terms_of(proposals: Iterable[ProposalRow]) -> Iterator[TermRow]:
    """Yield a row a term."""
    for p in proposals:
        for number, term in enumerate(json.loads(p.terms), 1):
            yield TermRow(
                p.report, p.published, p.publisher, p.id, p.name, p.state, p.claimant, number,
                _words(term["what"]), _words(term["party"]), term["phase"],
                _words(term["condition"]), _words(term["exchange"]), _words(term["amount"]),
                _words(term["deadline"]),
            )  # fmt: skip


def stances_of(proposals: Iterable[ProposalRow]) -> Iterator[StanceRow]:
    """Yield a row a stance."""
    for p in proposals:
        for told in json.loads(p.stances):
            yield StanceRow(
                p.report, p.published, p.publisher, p.id, p.name, p.state, p.claimant,
                _words(told["party"]), told["stance"], _words(told["condition"]),
            )  # fmt: skip


def answers_of(polls: Iterable[PollRow]) -> Iterator[AnswerRow]:
    """Yield a row an answer."""
    for q in polls:
        for answer, share in q.answers:
            yield AnswerRow(
                q.report, q.published, q.publisher, q.id, q.pollster, q.population, q.time,
                q.question, answer, share,
            )  # fmt: skip


def stops_of(journeys: Iterable[Journey]) -> Iterator[StopRow]:
    """Yield a row a stop."""
    for journey in journeys:
        for number, s in enumerate(journey.stops, 1):
            w = s.where or Where("")
            yield StopRow(
                journey.name, journey.traveller, number, s.place, w.name or None, w.geonameid,
                w.admin1, w.country, w.lat, w.lon, w.precision, s.state, s.day, s.until, s.time,
                s.met, s.hosts, s.events,
            )  # fmt: skip


def _words(span: dict[str, object] | None) -> str | None:
    return None if span is None else str(span["text"])
