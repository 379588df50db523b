"""Accounts of proposals and their links to negotiations: versions, days, and how they changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.link.accounts import name_of
from sayso.link.groups import Groups
from sayso.link.happening import stems
from sayso.link.proposals import link_proposals
from sayso.link.steps import (
    Stand,
    Step,
    Version,
    ordered_of,
    sides_first,
    stands_of,
    states_of,
    steps_of,
)
from sayso.link.terms import gist
from sayso.record.findings import Proposal
from sayso.record.link import Link
from sayso.record.reading import Reading

#: The states in which a proposal is agreed on.
AGREED = frozenset({"accepted", "in-force"})
#: How sure it is that two amounts of one term stand against each other.
DIFFERING = 0.6
#: How a name begins of what is told for the first time.
NEW = ("a ", "an ")
#: Words before a name that say less than the name itself: "their truce paper".
OWNERS = frozenset({"her", "his", "its", "our", "their", "this", "that", "such"})
#: Stances and states that answer an offer.
ANSWERS = frozenset({"accepts", "rejects", "conditional", "accepted", "rejected", "in-force"})


@dataclass(frozen=True, slots=True)
class Days:
    """The days of the first reports that tell a proposal as offered, answered by a party, agreed
    on (accepted, signed, in force) and broken; null where none does, or only one after the next.
    """

    offered: str | None = None
    answered: str | None = None
    agreed: str | None = None
    broken: str | None = None


@dataclass(frozen=True, slots=True)
class Negotiation:
    """One proposal with its versions, the oldest first, those without a day last, and the steps
    between them.

    ``id`` is that of the first version; ``stands`` tells where each party stood last,
    those who bargain first.
    """

    id: str
    name: str
    state: str
    days: Days
    stands: tuple[Stand, ...]
    versions: tuple[Version, ...]
    steps: tuple[Step, ...]

    @property
    def last_day(self) -> str | None:
        """The day of the last report that has one."""
        return max((v.published for v in self.versions if v.published), default=None)

    @property
    def state_day(self) -> str | None:
        """The day of the last report that tells the state."""
        told = [v.published for v in self.versions if v.proposal.state == self.state]
        return told[-1] if told else None

    @property
    def terms(self) -> tuple[Step, ...]:
        """The terms as they were told last: one that was changed stands for the one before."""
        found: list[Step] = []
        for step in self.steps:
            if step.kind == "changed":
                found = [one for one in found if not _is_told_by(one, step.before or "")]
            if step.kind in ("term", "changed", "differs"):
                found.append(step)
        return tuple(found)


def _is_told_by(term: Step, what: str) -> bool:
    """Tell whether these words tell a term again: the same ones, or the same act and amount."""
    one, two = gist(term.what), gist(what)
    return term.what == what or (one.is_like(two) and one.agrees(two))


def negotiations(readings: Iterable[Reading]) -> tuple[Negotiation, ...]:
    """Return the proposals of many reports, by the day of the first account; each stands in one."""
    readings = list(readings)
    made = negotiations_by(readings, link_proposals(readings))
    return tuple(sorted(made, key=lambda n: (n.versions[0].published or "", n.versions[0].id)))


def negotiations_by(readings: Iterable[Reading], links: Iterable[Link]) -> list[Negotiation]:
    """Return the proposals of many reports as links between their accounts join them."""
    known = {version.id: version for reading in readings for version in versions_of(reading)}
    return [negotiation_of([known[id] for id in group]) for group in grouped(known, links)]


def link_terms(readings: Iterable[Reading], links: Iterable[Link]) -> Iterator[Link]:
    """Yield the links "disputes" between accounts of one version whose amounts differ.

    ``links`` join the accounts of one proposal.
    """
    differing: dict[tuple[str, str], list[str]] = {}
    for step in (s for talk in negotiations_by(readings, links) for s in talk.steps):
        if step.kind == "differs" and step.earlier is not None:
            told = differing.setdefault((step.earlier, step.version), [])
            told.append(f"“{step.before}” is not “{step.what}”")
    for (a, b), reasons in differing.items():
        yield Link("disputes", a, b, DIFFERING, tuple(reasons), "other claimant")


def grouped(accounts: Iterable[str], links: Iterable[Link]) -> list[list[str]]:
    """Return the groups that links make of accounts ("reading/proposal")."""
    known = frozenset(accounts)
    groups = Groups(sorted(known))
    for link in links:
        if link.a in known and link.b in known:
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


def negotiation_of(versions: Iterable[Version]) -> Negotiation:
    """Return the accounts of one proposal, put in order, with the days and steps they tell.

    Those without a day stand last, and tell neither the state nor who stands where.
    """
    told = (replace(v, claimant=_claimant(v.claimant)) for v in versions)
    ordered = sorted(told, key=lambda v: (v.published is None, v.published or "", v.id))
    dated = ordered_of(ordered)
    known = [state for _, state in states_of(dated)]
    return Negotiation(
        id=ordered[0].id,
        name=_title([v.proposal.name.text for v in ordered if v.proposal.name is not None]),
        state=known[-1] if known else "unknown",
        days=_days(ordered),
        stands=sides_first(stands_of(dated), ordered),
        versions=tuple(ordered),
        steps=tuple(steps_of(ordered)),
    )


def _claimant(name: str | None) -> str | None:
    """A source that may say something; an offer or a plan ("the counter-proposal") says nothing."""
    is_offer = bool(name and name.split() and name_of(name.split()[-1]).kinds)
    return None if is_offer else name


def _title(names: Sequence[str]) -> str:
    """The plainest full name: no "its", a proper name in it, told most often, few words, last."""
    told = Counter(_plain(name) for name in names)

    def rank(one: tuple[int, str]) -> tuple[bool, bool, int, bool, int, int]:
        at, name = one
        words = name.split()
        proper = any(word[0].isupper() for word in words[1:])
        owned = words[0].lower() in OWNERS
        return not owned, proper, told[_plain(name)], len(words) > 2, -len(words), at

    return max(enumerate(names), key=rank, default=(0, ""))[1]


def _plain(name: str) -> frozenset[str]:
    return stems(name.split())


def _days(versions: Sequence[Version]) -> Days:
    def first(words: frozenset[str]) -> str | None:
        told = (v.published for v in versions if v.published and words & _told(v.proposal))
        return next(told, None)

    told = (ANSWERS, AGREED, frozenset({"broken"}))
    put = next((v.published for v in versions if v.published and _is_put(v.proposal)), None)
    offered, answered, agreed, broken = _in_order([put, *map(first, told)])
    return Days(offered, answered, agreed, broken)


def _is_put(proposal: Proposal) -> bool:
    """Tell whether somebody puts an offer to others, also where they bargain over it at once."""
    if proposal.state == "offered":
        return True
    called = proposal.name.text if proposal.name is not None else ""
    put = called.startswith(NEW) and "deal" not in name_of(called).kinds
    return put and proposal.state == "under-negotiation" and bool(proposal.by and proposal.to)


def _in_order(days: Sequence[str | None]) -> Sequence[str | None]:
    """The days without those that come after a later one: told so only when it was past."""
    later = [min(filter(None, days[n:]), default=None) for n in range(len(days))]
    return [day if day == least else None for day, least in zip(days, later, strict=True)]


def _told(proposal: Proposal) -> frozenset[str]:
    """The state of a proposal and the stances to it."""
    return frozenset({proposal.state, *(stance.stance for stance in proposal.stances)})
