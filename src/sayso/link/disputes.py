"""Readings and their incidents to disputes: claim and denial, blame both ways, numbers at odds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from sayso.link.calendar import days_between
from sayso.link.figures import Count, relate
from sayso.link.happening import act_stem, stems
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
#: A denial answers the last claim before it that names the one who denies, if no further back.
CHARACTERS = 600
#: Nouns by which a denial points at what another source has said.
_ACCOUNTS = frozenset(("accou", "accus", "alleg", "charg", "claim", "repor", "versi"))
#: Stems of words that say nothing of what was done.
_EMPTY = frozenset(
    ("are", "any", "anyon", "be", "been", "being", "could", "did", "do", "does", "ever", "had",
     "has", "have", "is", "no", "not", "was", "were", "will", "would")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Claim:
    """An event, or a statement, as one source tells it.

    ``source``, ``actors``, ``targets`` and ``place`` hold stems of names and codes of countries,
    ``words`` stems of what is said; ``act`` is that of the trigger, ``denied`` tells that the act
    stands in a denial.
    """

    id: str
    finding: Event | Statement
    source: frozenset[str]
    actors: frozenset[str]
    targets: frozenset[str]
    words: frozenset[str]
    day: str | None
    start: int
    act: str = ""
    place: frozenset[str] = frozenset()
    denied: bool = False

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
    for claims in known.values():
        for link in _answers(claims):
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
            _words([*said, event.trigger.text]), reading.published, event.trigger.start,
            act_stem(event.trigger.text), _place(event), any(s.act == "denies" for s in chain[:1]),
        )  # fmt: skip
    for statement in reading.statements:
        yield Claim(
            f"{reading.id}/{statement.id}", statement,
            _source((statement, *reading.chain(statement)), reading), frozenset(), frozenset(),
            _words(span.text for span in statement.content), reading.published,
            statement.cue.start,
        )  # fmt: skip


def _words(said: Iterable[str]) -> frozenset[str]:
    return stems(said) - _EMPTY


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
    if "negated" in statuses and statuses & REAL_STATUSES:
        denial, claim, said = (a, b, one) if one.status == "negated" else (b, a, two)
        if said.statement and _is_one_act(denial, claim):
            reason = "one says that it happened, the other denies it"
            return Link("disputes", a.id, b.id, 0.8, (reason,))
    if statuses <= REAL_STATUSES and _blame_each_other(a, b):
        reason = "two sides each name the other as the one who did it"
        return Link("disputes", a.id, b.id, 0.8, (reason,))
    return None


def _is_one_act(denial: Claim, claim: Claim) -> bool:
    """Tell whether an act that is denied is the one that is claimed: by the word, or by all else.

    A refusal ("would not return") denies an act of the same word only.
    """
    if not (denial.actors & claim.actors or denial.targets & claim.targets):
        return False
    if _elsewhere(denial, claim):
        return False
    if denial.act == claim.act:
        return True
    return denial.denied and not _apart(denial.actors, claim.actors)


def _apart(one: frozenset[str], two: frozenset[str]) -> bool:
    """Tell whether both are told and share nothing."""
    return bool(one) and bool(two) and not one & two


def _elsewhere(a: Claim, b: Claim) -> bool:
    """Tell whether two places are apart: by their names, else by their countries."""
    one, two = (frozenset(p for p in c.place if not p.isupper()) for c in (a, b))
    return _apart(one, two) if one and two else _apart(a.place, b.place)


def _denies(denial: Claim, claim: Claim) -> bool:
    """Tell whether a denial answers a claim: by its words, or as "the Syrian account"."""
    if not (isinstance(denial.finding, Statement) and isinstance(claim.finding, Statement)):
        return False
    if denial.finding.act != "denies" or claim.finding.act == "denies" or not denial.words:
        return False
    shared, all_of_it = denial.words & claim.words, denial.words <= claim.words
    if len(shared) >= SHARED * len(denial.words) and (len(shared) > 1 or all_of_it):
        return True
    before = denial.reading == claim.reading and claim.start < denial.start
    return before and bool(denial.words & _ACCOUNTS) and bool(denial.words & claim.source)


def _answers(claims: Sequence[Claim]) -> Iterator[Link]:
    """Links of the denials of a report to the last claim before that names the one who denies."""
    said = sorted((c for c in claims if isinstance(c.finding, Statement)), key=lambda c: c.start)
    for n, denial in enumerate(said):
        if not _is_denial(denial):
            continue
        for claim in reversed(said[:n]):
            if denial.start - claim.start > CHARACTERS or claim.source & denial.source:
                break
            if claim.words & denial.source and not _is_denial(claim):
                a, b = sorted((claim.id, denial.id))
                reason = "a denial after a claim that names the one who denies"
                yield Link("disputes", a, b, 0.6, (reason,))
                break


def _is_denial(claim: Claim) -> bool:
    return isinstance(claim.finding, Statement) and claim.finding.act == "denies"


def _blame_each_other(a: Claim, b: Claim) -> bool:
    """A names B's side as the doer of it, and B names A's side; or each accuses the other."""
    one, two = a.actors - b.actors, b.actors - a.actors
    by_source = one & b.source and two & a.source
    accused = isinstance(a.finding, Event) and a.finding.type == "ACCUSE"
    of_one = a.targets & b.targets or (a.act == b.act and not _apart(a.targets, b.targets))
    return bool(
        (by_source and of_one and not _elsewhere(a, b))
        or (accused and one & b.targets and two & a.targets)
    )


def _numbers(counts: Sequence[Count]) -> Iterator[Link]:
    for a, b in combinations(sorted(counts, key=lambda c: c.id), 2):
        if a.measure != b.measure or a.as_of is None or a.as_of != b.as_of:
            continue
        link = relate(a, b)
        if link is not None and link.difference == "other claimant":
            yield Link("disputes", a.id, b.id, link.score, link.reasons, link.difference)


def _place(event: Event) -> frozenset[str]:
    where = event.where
    known = frozenset((where.country,) if where is not None and where.country else ())
    if where is not None and where.precision == "country" and known:
        return known
    names = [event.place.text] if event.place is not None else []
    return stems([*names, *([where.name] if where is not None else [])]) | known


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
