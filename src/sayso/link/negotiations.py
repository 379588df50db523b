"""Accounts of proposals and their links to negotiations: versions, days, and how they changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from sayso.ground.folding import fold
from sayso.link.groups import Groups
from sayso.link.proposals import is_alike, lengths_of, link_proposals, stems_of
from sayso.record.findings import Proposal, Term
from sayso.record.link import Link
from sayso.record.reading import Reading

StepKind = Literal["state", "term", "changed", "stance"]
#: The states in which a proposal is agreed on.
AGREED = frozenset({"accepted", "in-force"})
#: Stances and states that answer an offer.
ANSWERS = frozenset({"accepts", "rejects", "conditional", "accepted", "rejected", "in-force"})


@dataclass(frozen=True, slots=True)
class Version:
    """What one report says of a proposal; ``id`` is "reading/proposal".

    ``claimant`` is the nearest named source that it rests on, null in the report's own voice.
    """

    id: str
    published: str | None
    proposal: Proposal
    publisher: str | None = None
    claimant: str | None = None


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
class Days:
    """The days of the first reports that tell a proposal as offered, answered by a party, agreed
    on (accepted, signed, in force) and broken; null where none does.
    """

    offered: str | None = None
    answered: str | None = None
    agreed: str | None = None
    broken: str | None = None


@dataclass(frozen=True, slots=True)
class Negotiation:
    """One proposal with its versions, the oldest first, and the steps between them."""

    name: str
    state: str
    days: Days
    versions: tuple[Version, ...]
    steps: tuple[Step, ...]


def negotiations(readings: Iterable[Reading]) -> tuple[Negotiation, ...]:
    """Return the proposals of many reports, by the day of the first account; each stands in one."""
    readings = list(readings)
    known = {version.id: version for reading in readings for version in versions_of(reading)}
    names = {id: v.proposal.name.text if v.proposal.name else None for id, v in known.items()}
    groups = grouped(names, link_proposals(readings))
    made = [negotiation_of([known[id] for id in group]) for group in groups]
    return tuple(sorted(made, key=lambda n: (n.versions[0].published or "", n.versions[0].id)))


def grouped(names: Mapping[str, str | None], links: Iterable[Link]) -> list[list[str]]:
    """Return the groups that links make of accounts ("reading/proposal") with these names.

    The surest links count first. Accounts of one report, and names of different length ("60-day",
    "30-day"), are never joined, not through others either.
    """
    groups = Groups(names)
    lengths = {id: lengths_of(name) for id, name in names.items()}
    for link in sorted(links, key=lambda k: (-k.score, k.a, k.b)):
        if link.a in names and link.b in names:
            one, two = groups.group(link.a), groups.group(link.b)
            if one is not two and _fit(one, two, lengths):
                groups.join(link.a, link.b)
    return groups.all()


def versions_of(reading: Reading) -> Iterator[Version]:
    """Yield the proposals of a reading as versions."""
    for proposal in reading.proposals:
        sources = (s.speaker.name if s.speaker else s.source.text
                   for s in reading.chain(proposal) if s.source is not None)  # fmt: skip
        yield Version(
            f"{reading.id}/{proposal.id}", reading.published, proposal, reading.publisher,
            next(sources, None),
        )  # fmt: skip


def _fit(one: Sequence[str], two: Sequence[str], lengths: Mapping[str, frozenset[str]]) -> bool:
    if {id.rpartition("/")[0] for id in one} & {id.rpartition("/")[0] for id in two}:
        return False
    told = [frozenset().union(*(lengths[id] for id in side)) for side in (one, two)]
    return not all(told) or bool(told[0] & told[1])


def negotiation_of(versions: Iterable[Version]) -> Negotiation:
    """Return the accounts of one proposal, put in order, with the days and steps they tell."""
    ordered = sorted(versions, key=lambda v: (v.published or "", v.id))
    names = [v.proposal.name.text for v in ordered if v.proposal.name is not None]
    known = [v.proposal.state for v in ordered if v.proposal.state != "unknown"]
    return Negotiation(
        name=max(names, key=lambda n: (len(n.split()), n), default=""),
        state=known[-1] if known else "unknown",
        days=_days(ordered),
        versions=tuple(ordered),
        steps=tuple(_steps(ordered)),
    )


def _days(versions: Sequence[Version]) -> Days:
    def first(words: frozenset[str]) -> str | None:
        told = (v.published for v in versions if v.published and words & _told(v.proposal))
        return next(told, None)

    return Days(
        first(frozenset({"offered"})), first(ANSWERS), first(AGREED), first(frozenset({"broken"}))
    )


def _told(proposal: Proposal) -> frozenset[str]:
    """The state of a proposal and the stances to it."""
    return frozenset({proposal.state, *(stance.stance for stance in proposal.stances)})


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
        for stance in proposal.stances:
            party = stems_of([stance.party])
            if stances.get(party) != stance.stance:
                before = stances.get(party)
                yield Step("stance", day, id, stance.stance, stance.party.text, before)
                stances[party] = stance.stance


def _term_steps(version: Version, term: Term, known: list[Term]) -> Iterator[Step]:
    """A term told for the first time, or again with another amount; ``known`` takes it up."""
    party = term.party.text if term.party else None
    same = [n for n, one in enumerate(known) if is_alike(one, term)]
    if not same:
        yield Step("term", version.published, version.id, term.what.text, party)
        known.append(term)
        return
    last = known[same[-1]]
    if term.amount and last.amount and fold(term.amount.text) != fold(last.amount.text):
        yield Step("changed", version.published, version.id, term.what.text, party, last.what.text)
    if term.amount:
        known[same[-1]] = term
