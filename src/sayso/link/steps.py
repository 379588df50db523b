"""Accounts of one proposal, the oldest first, to the steps between them and where each stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from sayso.link.accounts import name_of, names_in
from sayso.link.calendar import days_between
from sayso.link.party_names import fullness, is_one_party, plain_name
from sayso.link.terms import gist, newly
from sayso.record.findings import Proposal, Stance, Term
from sayso.record.vocabulary import ProposalState, StanceKind

StepKind = Literal["state", "term", "changed", "differs", "stance"]
#: Accounts of two outlets are of one version of the terms if no more days lie between them.
ROUND = 2
#: "*shorten* the truce to 30 days", "cut *from 60 to* 30".
_CHANGES = re.compile(
    r"^(?:cuts?|shortens?|lengthens?|extends?|rais(?:e|es|ing)|lowers?|reduc(?:e|es|ing)|doubles?|"
    r"halves?)\b.*\b(?:by|to)\b|\bfrom [\w,]+(?: \w+)? to [\w,]+", re.IGNORECASE | re.DOTALL
)  # fmt: skip
#: How far bargaining has come in each state.
FURTHER = {
    "offered": 0, "under-negotiation": 1, "rejected": 1, "accepted": 2, "in-force": 3, "broken": 4,
    "expired": 4,
}  # fmt: skip


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

    ``kind``: a new state; a term told for the first time; a term changed, its amount or where it
    leads (``before`` holds the old words, ``earlier`` the account with them); a term of which
    another outlet tells the same version with another amount ("differs"); a party's new stance.
    ``of`` is the party, where there is one; ``before`` is null where nothing was told before;
    ``condition`` is that of the term or the stance.
    """

    kind: StepKind
    published: str | None
    version: str
    what: str
    of: str | None = None
    before: str | None = None
    earlier: str | None = None
    condition: str | None = None


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a party stood last: its fullest name, and the account that told the stance.

    ``side`` tells that it is one of those who offer, or to whom it is offered.
    """

    party: str
    stance: StanceKind
    published: str | None
    version: str
    condition: str | None = None
    side: bool = False


def steps_of(versions: Sequence[Version]) -> Iterator[Step]:
    """Yield the steps between accounts that are in the order of their days.

    The terms of one account are compared with those of earlier accounts, never with each other.
    An account without a day tells no change: beside others it only adds terms.
    """
    states = dict(states_of(ordered_of(versions)))
    ordered = frozenset(version.id for version in ordered_of(versions))
    state: str | None = None
    told: list[tuple[Version, Term]] = []
    stands: list[Stand] = []
    for version in versions:
        proposal, day, id = version.proposal, version.published, version.id
        now = states.get(id)
        if now is not None and now != state:
            yield Step("state", day, id, now, before=state)
            state = now
        made = [(term, _term_step(version, term, told)) for term in proposal.terms]
        if id not in ordered:
            yield from (step for _, step in made if step is not None and step.kind == "term")
            continue
        yield from (step for _, step in made if step is not None)
        told += [(version, t) for t, step in made if step is None or step.kind != "differs"]
        for stance in proposal.stances:
            before = _take(_stand(version, stance), stands)
            if before != stance.stance:
                condition = stance.condition.text if stance.condition is not None else None
                yield Step("stance", day, id, stance.stance, stance.party.text, before,
                           condition=condition)  # fmt: skip


def ordered_of(versions: Sequence[Version]) -> Sequence[Version]:
    """Return the accounts that have a day; all of them where none has."""
    return [version for version in versions if version.published is not None] or versions


def states_of(versions: Iterable[Version]) -> Iterator[tuple[str, ProposalState]]:
    """Yield the accounts that tell a state, with it.

    What is known to have come further is not offered again, nor is what is in force signed: such
    an account only repeats what was. What was rejected may be.
    """
    last = None
    for version in versions:
        state = version.proposal.state
        repeated = state == "offered" and last not in (None, "offered", "rejected")
        if state == "unknown" or repeated or (state == "accepted" and last == "in-force"):
            continue
        yield version.id, state
        last = state


def stands_of(versions: Sequence[Version]) -> tuple[Stand, ...]:
    """Return where each party stood last, those who spoke last at the end."""
    stands: list[Stand] = []
    for version in versions:
        for stance in version.proposal.stances:
            _take(_stand(version, stance), stands)
    return tuple(stands)


def sides_first(stands: Sequence[Stand], versions: Sequence[Version]) -> tuple[Stand, ...]:
    """Return the stands of those who offer or are offered something first, then of others.

    Who is told so by most accounts comes first, then who spoke last.
    """
    told = [[span.text for span in (*v.proposal.by, *v.proposal.to)] for v in versions]

    def often(stand: Stand) -> int:
        return sum(any(is_one_party(stand.party, name) for name in names) for names in told)

    ranked = [(often(stand), stand) for stand in reversed(stands)]
    ranked.sort(key=lambda one: -one[0])
    return tuple(replace(stand, side=count > 0) for count, stand in ranked)


def _stand(version: Version, stance: Stance) -> Stand:
    """A stance with the plain name of the party."""
    condition = stance.condition.text if stance.condition is not None else None
    name = plain_name(stance.party.text)
    return Stand(name, stance.stance, version.published, version.id, condition)


def _take(stand: Stand, stands: list[Stand]) -> str | None:
    """Put a stand in place of the party's earlier one, and return what that was."""
    known = [s for s in stands if is_one_party(s.party, stand.party)]
    if not known:
        stands.append(stand)
        return None
    last = known[-1]
    stands.remove(last)
    fuller = fullness(last.party) > fullness(stand.party)
    stands.append(replace(stand, party=last.party) if fuller else stand)
    return last.stance


def _term_step(version: Version, term: Term, told: Sequence[tuple[Version, Term]]) -> Step | None:
    """A term told for the first time, or again with another amount, or leading elsewhere."""
    mine = gist(term.what.text)
    own = [gist(t.what.text) for v, t in told if _report(v) == _report(version)]
    if any(one.is_like(mine) and not one.differs(mine) for one in own):
        return None  # the report tells the proposal twice
    told = [one for one in told if _report(one[0]) != _report(version)]
    new = Step(
        "term", version.published, version.id, term.what.text,
        term.party.text if term.party is not None else None,
        condition=term.condition.text if term.condition is not None else None,
    )  # fmt: skip
    same = [(v, gist(t.what.text), t) for v, t in told if gist(t.what.text).is_like(mine)]
    if not same:
        old = _led_elsewhere(version, term, told)
        return new if old is None else _change(new, *old)
    counted = [one for one in same if one[1].amounts.keys() & mine.amounts.keys()]
    if any(theirs.agrees(mine) and _is_one_round(v, version) for v, theirs, _ in counted):
        return None
    closest = [one for one in counted if one[1].numbered & mine.numbered] or counted
    if not closest or not closest[-1][1].differs(mine):
        return None
    before, _, old_term = closest[-1]
    changed = _change(new, before, old_term)
    other = before.publisher != version.publisher and _is_one_round(before, version)
    other = other and not _is_newer(version, term, before)
    return replace(changed, kind="differs") if other else changed


def _report(version: Version) -> str:
    return version.id.rpartition("/")[0]


def _is_revised(version: Version) -> bool:
    """Tell whether the name says that it is another version: "the *revised* draft"."""
    name = version.proposal.name
    return name is not None and name_of(name.text).revised


def _is_newer(version: Version, term: Term, before: Version) -> bool:
    """Tell whether an account says that it is of a newer version than another one."""
    if _is_revised(before):
        return False
    old = before.proposal.terms
    return _is_revised(version) or (_is_changing(term) and not any(map(_is_changing, old)))


def _is_changing(term: Term) -> bool:
    """Tell whether a term says what it changes: "*shorten* the truce to 30 days"."""
    what = term.what.text
    return bool(newly(what) != what or _CHANGES.search(what))


def _change(new: Step, version: Version, old: Term) -> Step:
    return replace(new, kind="changed", before=old.what.text, earlier=version.id)


def _is_one_round(first: Version, then: Version) -> bool:
    """Tell whether two accounts seem to be of one version: days near, and the state no further."""
    apart = days_between(first.published, then.published)
    one, two = FURTHER.get(first.proposal.state), FURTHER.get(then.proposal.state)
    return apart is not None and apart <= ROUND and (one is None or two is None or two <= one)


def _led_elsewhere(
    version: Version, term: Term, told: Sequence[tuple[Version, Term]]
) -> tuple[Version, Term] | None:
    """The one earlier term on a withdrawal where this is the only one and names other places."""

    def led(terms: Sequence[Term]) -> list[Term]:
        return [t for t in terms if gist(t.what.text).topics == {"withdrawal"}]

    old = [(v, t) for v, t in told if led([t]) and v.id != version.id]
    if len(led(version.proposal.terms)) != 1 or not led([term]) or not old:
        return None
    before, last = old[-1]
    here, there = names_in(newly(term.what.text)), names_in(newly(last.what.text))
    moved = here and there and not here & there and len(led(before.proposal.terms)) == 1
    return (before, last) if moved else None
