"""Readings to negotiations: one proposal through many reports, and how it changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Literal

from sayso.ground.folding import fold
from sayso.link.groups import Groups
from sayso.link.happening import stems
from sayso.record.findings import Proposal, Term
from sayso.record.link import Link
from sayso.record.reading import Reading
from sayso.record.span import Span

StepKind = Literal["state", "term", "changed", "stance"]
#: Two accounts are of one proposal from this score on; its parts add up to 1.
SAME = 0.5
PARTIES, NAMES, TERMS = 0.4, 0.2, 0.4
#: Reports that are further apart than this, in days, tell of different proposals.
APART = 120
#: Two terms are one where this share of their stems is common.
ALIKE = 0.5
_WORD = re.compile(r"[^\W\d_]{2,}")
_LENGTH = re.compile(r"(\d+|[a-z]+)[ -](?:day|week|month|year|point|stage|phase)s?\b")


@dataclass(frozen=True, slots=True)
class Version:
    """What one report says of a proposal; ``id`` is "reading/proposal"."""

    id: str
    published: str | None
    proposal: Proposal


@dataclass(frozen=True, slots=True)
class Step:
    """A change from one report to the next.

    ``kind``: a new state; a term told for the first time; a term told with another amount
    (``before`` holds the old words); a party's new stance. ``of`` is the party, where there is one.
    """

    kind: StepKind
    published: str | None
    version: str
    what: str
    of: str | None = None
    before: str | None = None


@dataclass(frozen=True, slots=True)
class Negotiation:
    """One proposal with its versions, the oldest first, and the steps between them."""

    name: str
    state: str
    versions: tuple[Version, ...]
    steps: tuple[Step, ...]


def negotiations(readings: Iterable[Reading]) -> tuple[Negotiation, ...]:
    """Return the proposals of many reports, those told of in one account apart as well."""
    readings = list(readings)
    versions = {v.id: v for reading in readings for v in versions_of(reading)}
    groups = Groups(versions)
    for link in link_proposals(readings):
        groups.join(link.a, link.b)
    made = [_negotiation([versions[id] for id in group]) for group in groups.all()]
    return tuple(sorted(made, key=lambda n: (n.versions[0].published or "", n.versions[0].id)))


def versions_of(reading: Reading) -> Iterator[Version]:
    """Yield the proposals of a reading as versions."""
    for proposal in reading.proposals:
        yield Version(f"{reading.id}/{proposal.id}", reading.published, proposal)


def link_proposals(readings: Iterable[Reading]) -> Iterator[Link]:
    """Yield a link for every two accounts of different reports that tell of one proposal."""
    told = [(reading.id, v) for reading in readings for v in versions_of(reading)]
    for (one, a), (other, b) in combinations(told, 2):
        if one == other or _is_apart(a, b):
            continue
        score, reasons = likeness(a.proposal, b.proposal)
        if score >= SAME:
            low, high = sorted((a.id, b.id))
            yield Link("same-proposal", low, high, score, reasons)


def likeness(a: Proposal, b: Proposal) -> tuple[float, tuple[str, ...]]:
    """Return how likely two accounts are of one proposal (0 to 1), and the reasons."""
    lengths = _lengths(a), _lengths(b)
    if all(lengths) and not lengths[0] & lengths[1]:
        return 0.0, (f"{_words(lengths[0])} is not {_words(lengths[1])}",)
    shared = _parties(a) & _parties(b)
    named = _stems([a.name]) & _stems([b.name])
    alike = [x for x in a.terms if any(_is_alike(x, y) for y in b.terms)]
    fewest = min(len(a.terms), len(b.terms))
    parties = min(1.0, len(shared) / 2)
    names = _share(named, _stems([a.name]), _stems([b.name]))
    terms = len(alike) / fewest if fewest else names
    score = round(PARTIES * parties + NAMES * names + TERMS * terms, 3)
    reasons = [f"both name {_words(shared)}"] if shared else []
    reasons += [f"both are called {_words(named)}"] if named else []
    reasons += [f"{len(alike)} of {fewest} terms are the same"] if alike else []
    return (score if shared or alike else 0.0), tuple(reasons)


def _negotiation(versions: Sequence[Version]) -> Negotiation:
    ordered = sorted(versions, key=lambda v: (v.published or "", v.id))
    names = [v.proposal.name.text for v in ordered if v.proposal.name is not None]
    known = [v.proposal.state for v in ordered if v.proposal.state != "unknown"]
    return Negotiation(
        name=max(names, key=lambda n: (len(_WORD.findall(n)), n), default=""),
        state=known[-1] if known else "unknown",
        versions=tuple(ordered),
        steps=tuple(_steps(ordered)),
    )


def _steps(versions: Sequence[Version]) -> Iterator[Step]:
    state = "unknown"
    terms: list[Term] = []
    stances: dict[frozenset[str], str] = {}
    for version in versions:
        proposal, day, id = version.proposal, version.published, version.id
        if proposal.state not in ("unknown", state):
            yield Step("state", day, id, proposal.state, before=state)
            state = proposal.state
        for term in proposal.terms:
            yield from _term_steps(version, term, terms)
            terms.append(term)
        for stance in proposal.stances:
            party = _stems([stance.party])
            if stances.get(party) != stance.stance:
                before = stances.get(party)
                yield Step("stance", day, id, stance.stance, stance.party.text, before)
                stances[party] = stance.stance


def _term_steps(version: Version, term: Term, known: Sequence[Term]) -> Iterator[Step]:
    """A term told for the first time, or again with another amount."""
    party = term.party.text if term.party else None
    same = [t for t in known if _is_alike(t, term)]
    if not same:
        yield Step("term", version.published, version.id, term.what.text, party)
        return
    last = same[-1]
    if term.amount and last.amount and fold(term.amount.text) != fold(last.amount.text):
        yield Step("changed", version.published, version.id, term.what.text, party, last.what.text)


def _is_apart(a: Version, b: Version) -> bool:
    """Tell whether the reports are too many days apart; a missing day says nothing."""
    if a.published is None or b.published is None:
        return False
    days = (date.fromisoformat(a.published) - date.fromisoformat(b.published)).days
    return abs(days) > APART


def _is_alike(a: Term, b: Term) -> bool:
    x, y = _stems([a.what]), _stems([b.what])
    return _share(x & y, x, y) >= ALIKE


def _parties(p: Proposal) -> frozenset[str]:
    spans = [*p.by, *p.to, *p.through, *(s.party for s in p.stances)]
    return _stems([*spans, *(t.party for t in p.terms)], capital=True)


def _stems(spans: Sequence[Span | None], *, capital: bool = False) -> frozenset[str]:
    """The stems of the words; with ``capital`` of names alone ("the army" tells no party)."""
    words = [w for span in spans if span is not None for w in _WORD.findall(span.text)]
    return frozenset(stems([w for w in words if w[0].isupper() or not capital]))


def _lengths(p: Proposal) -> frozenset[str]:
    """Durations and numbers in the name: "60-day", "three-stage"."""
    name = fold(p.name.text) if p.name is not None else ""
    return frozenset(m[0].replace(" ", "-") for m in _LENGTH.finditer(name))


def _share(common: frozenset[str], x: frozenset[str], y: frozenset[str]) -> float:
    """The Dice coefficient of two sets of stems."""
    return 2 * len(common) / (len(x) + len(y)) if common else 0.0


def _words(words: frozenset[str]) -> str:
    return ", ".join(sorted(words))
