"""Readings and their incidents to disputes: claim and denial, blame both ways, numbers at odds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from sayso.link.calendar import days_between
from sayso.link.figures import Count, relate
from sayso.link.happening import stems
from sayso.record.findings import Event, Statement
from sayso.record.grounding import Actor
from sayso.record.link import Link
from sayso.record.reading import Reading
from sayso.record.span import Span
from sayso.record.vocabulary import REAL_STATUSES

#: Of the words of a denial, so many must stand in what it denies.
SHARED = 0.5
#: A denial answers what was said within so many days before it, or after.
DAYS = 3


#: Nouns by which a denial points at what another source has said.
_ACCOUNTS = frozenset(("accou", "accus", "alleg", "charg", "claim", "repor", "versi"))


@dataclass(frozen=True, slots=True)
class Claim:
    """An event, or a statement, as one source tells it.

    ``source``, ``actors`` and ``targets`` hold stems of names and codes of countries, ``words``
    stems of what is said.
    """

    id: str
    finding: Event | Statement
    source: frozenset[str]
    actors: frozenset[str]
    targets: frozenset[str]
    words: frozenset[str]
    day: str | None
    start: int

    @property
    def reading(self) -> str:
        """The report that it stands in."""
        return self.id.rpartition("/")[0]


def link_disputes(
    readings: Iterable[Reading],
    together: Iterable[Sequence[str]],
    counts: Iterable[Sequence[Count]] = (),
) -> list[Link]:
    """Return the links "disputes" between findings ("reading/finding").

    ``together`` holds the groups of events that seem to be one happening; what stands in one
    report, or in the reports of one group, is compared. ``counts`` holds the counts of each
    matter.
    """
    known = {reading.id: list(claims_of(reading)) for reading in readings}
    events = {claim.id: claim for claims in known.values() for claim in claims}
    groups = list(known.values())
    for group in together:
        groups.append([events[event] for event in group if event in events])
        told_in = dict.fromkeys(event.rpartition("/")[0] for event in group)
        groups.append([c for id in told_in for c in known.get(id, ()) if _is_said(c)])
    found: dict[tuple[str, str], Link] = {}
    for claims in groups:
        for a, b in combinations(sorted(claims, key=lambda c: c.id), 2):
            link = _between(a, b)
            if link is not None:
                found.setdefault((link.a, link.b), link)
    for matter in counts:
        for link in _numbers(matter):
            found.setdefault((link.a, link.b), link)
    return list(found.values())


def claims_of(reading: Reading) -> Iterator[Claim]:
    """Yield what the sources of a reading, and the report itself, tell as events and statements."""
    for event in reading.events:
        chain = reading.chain(event)
        said = [span.text for s in chain[:1] for span in s.content]
        yield Claim(
            f"{reading.id}/{event.id}", event, _source(chain, reading),
            _side(event.actor, event.actors), _side(event.target, event.targets),
            stems([*said, event.trigger.text]), reading.published, event.trigger.start,
        )  # fmt: skip
    for statement in reading.statements:
        yield Claim(
            f"{reading.id}/{statement.id}", statement,
            _source((statement, *reading.chain(statement)), reading), frozenset(), frozenset(),
            stems(span.text for span in statement.content), reading.published,
            statement.cue.start,
        )  # fmt: skip


def _is_said(claim: Claim) -> bool:
    return isinstance(claim.finding, Statement) or claim.finding.type == "ACCUSE"


def _between(a: Claim, b: Claim) -> Link | None:
    if _far(a, b):
        return None
    if isinstance(a.finding, Event) and isinstance(b.finding, Event):
        return _events(a, a.finding, b, b.finding)
    if a.source == b.source:
        return None
    if isinstance(a.finding, Statement) and isinstance(b.finding, Statement):
        for denial, claim in ((a, b), (b, a)):
            if _denies(denial, claim):
                return Link("disputes", a.id, b.id, 0.7, ("one denies what the other says",))
    return None


def _events(a: Claim, one: Event, b: Claim, two: Event) -> Link | None:
    if one.type != two.type:
        return None
    statuses = {one.status, two.status}
    if a.source == b.source and one.type != "ACCUSE":
        return None
    same_parties = bool((a.actors & b.actors) or (a.targets & b.targets))
    denied = one.statement if one.status == "negated" else two.statement
    if same_parties and denied and "negated" in statuses and statuses & REAL_STATUSES:
        reason = "one says that it happened, the other denies it"
        return Link("disputes", a.id, b.id, 0.8, (reason,))
    if statuses <= REAL_STATUSES and _blame_each_other(a, b):
        reason = "two sides each name the other as the one who did it"
        return Link("disputes", a.id, b.id, 0.8, (reason,))
    return None


def _denies(denial: Claim, claim: Claim) -> bool:
    """Tell whether a denial answers a claim: by its words, or as "the Syrian account"."""
    if not (isinstance(denial.finding, Statement) and isinstance(claim.finding, Statement)):
        return False
    if denial.finding.act != "denies" or claim.finding.act == "denies" or not denial.words:
        return False
    if len(denial.words & claim.words) >= max(2.0, SHARED * len(denial.words)):
        return True
    before = denial.reading == claim.reading and claim.start < denial.start
    return before and bool(denial.words & _ACCOUNTS) and bool(denial.words & claim.source)


def _blame_each_other(a: Claim, b: Claim) -> bool:
    """A names B's side as the doer, and B names A's side; or each accuses the other."""
    one, two = a.actors - b.actors, b.actors - a.actors
    by_source = one & b.source and two & a.source
    accused = isinstance(a.finding, Event) and a.finding.type == "ACCUSE"
    return bool(by_source or (accused and one & b.targets and two & a.targets))


def _numbers(counts: Sequence[Count]) -> Iterator[Link]:
    for a, b in combinations(sorted(counts, key=lambda c: c.id), 2):
        if a.measure != b.measure or a.as_of is None or a.as_of != b.as_of:
            continue
        link = relate(a, b)
        if link is not None and link.difference == "other claimant":
            yield Link("disputes", a.id, b.id, link.score, link.reasons, link.difference)


def _far(a: Claim, b: Claim) -> bool:
    apart = days_between(a.day, b.day)
    return apart is not None and apart > DAYS


def _source(chain: Sequence[Statement], reading: Reading) -> frozenset[str]:
    for statement in chain:
        if statement.source is not None:
            speakers = () if statement.speaker is None else (statement.speaker,)
            return _side((statement.source,), speakers)
    return stems([reading.publisher or reading.id])


def _side(spans: tuple[Span, ...], actors: tuple[Actor, ...]) -> frozenset[str]:
    countries = (actor.country for actor in actors if actor.country is not None)
    names = [span.text for span in spans] + [actor.name for actor in actors]
    return stems(names) | frozenset(countries)
