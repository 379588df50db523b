"""Readings to links: which proposals of different reports are one, and why."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from sayso.ground.folding import fold
from sayso.link.calendar import day_number
from sayso.link.happening import stems
from sayso.record.findings import Proposal, Term
from sayso.record.link import Link
from sayso.record.reading import Reading
from sayso.record.span import Span

#: Two accounts are of one proposal from this score on; its parts add up to 1.
SAME = 0.5
PARTIES, NAMES, TERMS = 0.4, 0.2, 0.4
#: Reports that are further apart than this, in days, tell of different proposals.
APART = 120
#: So many of the nearest earlier accounts with a word in common are compared, for each word.
NEAREST = 30
#: Two terms are one where this share of their stems is common.
ALIKE = 0.5
_WORD = re.compile(r"[^\W\d_]{2,}")
_LENGTH = re.compile(r"(\d+|[a-z]+)[ -](?:day|week|month|year|point|stage|phase)s?\b")

Stems = frozenset[str]


@dataclass(frozen=True, slots=True)
class _Account:
    """What is compared of a proposal; ``day`` is the number of the day of its report."""

    id: str
    report: str
    day: int | None
    lengths: frozenset[str]
    parties: Stems
    name: Stems
    terms: tuple[Stems, ...]

    @property
    def keys(self) -> Iterator[tuple[str, str]]:
        """The stems one of which two accounts must share: parties alone make no proposal."""
        yield from (("name", stem) for stem in self.name)
        yield from (("term", stem) for stem in frozenset().union(*self.terms))


def link_proposals(readings: Iterable[Reading]) -> Iterator[Link]:
    """Yield links between accounts of different reports that tell of one proposal, surest first.

    Between two reports, a proposal is linked to one of the other's at most.
    """
    accounts = [
        _account(p, reading, f"{reading.id}/{p.id}") for reading in readings
        for p in reading.proposals
    ]  # fmt: skip
    taken: set[tuple[str, str]] = set()
    found = [(score, a, b) for a, b in _near(accounts) if (score := _compare(a, b)) >= SAME]
    for score, a, b in sorted(found, key=lambda one: (-one[0], one[1].id, one[2].id)):
        ends = {(a.id, b.report), (b.id, a.report)}
        if not ends & taken:
            taken |= ends
            yield Link("same-proposal", a.id, b.id, score, _reasons(a, b))


def likeness(a: Proposal, b: Proposal) -> tuple[float, tuple[str, ...]]:
    """Return how likely two accounts are of one proposal (0 to 1), and the reasons."""
    one, two = _account(a), _account(b)
    return _compare(one, two), _reasons(one, two)


def lengths_of(name: str | None) -> frozenset[str]:
    """Return the durations and numbers in a name: "60-day", "three-stage"."""
    return frozenset(m[0].replace(" ", "-") for m in _LENGTH.finditer(fold(name or "")))


def is_alike(a: Term, b: Term) -> bool:
    """Tell whether two terms say the same, whatever number they give."""
    return _share(stems_of([a.what]), stems_of([b.what])) >= ALIKE


def stems_of(spans: Sequence[Span | None], *, capital: bool = False) -> Stems:
    """Return the stems of the words; with ``capital`` of names alone ("the army" is no party)."""
    return frozenset().union(*(_stems(span.text, capital) for span in spans if span is not None))


@lru_cache(maxsize=65536)
def _stems(text: str, capital: bool) -> Stems:
    return stems([w for w in _WORD.findall(text) if w[0].isupper() or not capital])


def _account(p: Proposal, reading: Reading | None = None, id: str = "") -> _Account:
    spans = [*p.by, *p.to, *p.through, *(s.party for s in p.stances)]
    return _Account(
        id=id,
        report=reading.id if reading is not None else "",
        day=day_number(reading.published) if reading is not None else None,
        lengths=lengths_of(p.name.text if p.name is not None else None),
        parties=stems_of([*spans, *(t.party for t in p.terms)], capital=True),
        name=stems_of([p.name]),
        terms=tuple(stems_of([t.what]) for t in p.terms),
    )


def _near(accounts: Iterable[_Account]) -> Iterator[tuple[_Account, _Account]]:
    """Yield the pairs that share a word and are not too far apart; a missing day says nothing."""
    holders: dict[tuple[str, str], list[_Account]] = defaultdict(list)
    for account in sorted(accounts, key=lambda a: (a.day is None, a.day or 0, a.id)):
        near: dict[str, _Account] = {}
        for key in account.keys:
            for other in islice(reversed(holders[key]), NEAREST):
                dated = other.day is not None and account.day is not None
                if dated and (account.day or 0) - (other.day or 0) > APART:
                    break
                if other.report != account.report:
                    near[other.id] = other
            holders[key].append(account)
        for other in near.values():
            yield (account, other) if account.id < other.id else (other, account)


def _compare(a: _Account, b: _Account) -> float:
    if a.lengths and b.lengths and not a.lengths & b.lengths:
        return 0.0
    parties, names = len(a.parties & b.parties), _share(a.name, b.name)
    if PARTIES * min(1.0, parties / 2) + NAMES * names + TERMS < SAME:
        return 0.0
    alike, fewest = _alike(a, b), min(len(a.terms), len(b.terms))
    if not parties and not alike:
        return 0.0
    terms = alike / fewest if fewest else names
    return round(PARTIES * min(1.0, parties / 2) + NAMES * names + TERMS * terms, 3)


def _alike(a: _Account, b: _Account) -> int:
    """How many terms are the same, counted from the side that has fewer of them."""
    same = [(n, m) for n, x in enumerate(a.terms) for m, y in enumerate(b.terms)
            if _share(x, y) >= ALIKE]  # fmt: skip
    return min(len({n for n, _ in same}), len({m for _, m in same}))


def _reasons(a: _Account, b: _Account) -> tuple[str, ...]:
    if a.lengths and b.lengths and not a.lengths & b.lengths:
        return (f"{_words(a.lengths)} is not {_words(b.lengths)}",)
    shared, named, alike = a.parties & b.parties, a.name & b.name, _alike(a, b)
    reasons = [f"both name {_words(shared)}"] if shared else []
    reasons += [f"both are called {_words(named)}"] if named else []
    fewest = min(len(a.terms), len(b.terms))
    reasons += [f"{alike} of {fewest} terms are the same"] if alike else []
    return tuple(reasons)


def _share(x: Stems, y: Stems) -> float:
    """The Dice coefficient of two sets of stems."""
    common = len(x & y)
    return 2 * common / (len(x) + len(y)) if common else 0.0


def _words(words: frozenset[str]) -> str:
    return ", ".join(sorted(words))
