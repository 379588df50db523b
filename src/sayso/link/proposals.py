"""Readings to links: which proposals of different reports are one, and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from sayso.link.accounts import Account, account_of
from sayso.link.groups import Groups
from sayso.link.terms import Stems, share
from sayso.record.findings import Proposal
from sayso.record.link import Link
from sayso.record.reading import Reading

#: Two accounts are of one proposal from this score on; more than 1 is 1.
SAME = 0.5
#: Two names of parties in common, the same name, all terms, five more names of the reports.
PARTIES, NAMES, TERMS, STORY = 0.4, 0.2, 0.4, 0.3
#: So many names of the reports beside the parties make one story.
TOLD = 5
#: What the same noun of bargaining counts where no other word of the names is the same.
BARE, KNOWN = 0.35, 0.5
#: Reports that are further apart than this, in days, tell of different proposals.
APART = 120
#: So many of the nearest earlier accounts with a word in common are compared, for each word.
NEAREST = 30

#: Terms in common: the place of each in the one account and in the other.
Pairs = Sequence[tuple[int, int]]


def link_proposals(readings: Iterable[Reading]) -> Iterator[Link]:
    """Yield links between accounts of different reports that tell of one proposal, surest first.

    What the links join is one negotiation: see ``_fit`` for what never comes into one.
    """
    accounts = [account_of(p, reading) for reading in readings for p in reading.proposals]
    known = {account.id: account for account in accounts}
    groups = Groups(known)
    found = [(score, a, b) for a, b in _near(accounts) if (score := _compare(a, b)) >= SAME]
    for score, a, b in sorted(found, key=lambda one: (-one[0], one[1].id, one[2].id)):
        one, two = groups.group(a.id), groups.group(b.id)
        if one is not two and _fit((a, b), [known[id] for id in one], [known[id] for id in two]):
            groups.join(a.id, b.id)
        if groups.find(a.id) == groups.find(b.id):
            yield Link("same-proposal", a.id, b.id, score, _reasons(a, b))


def _fit(pair: tuple[Account, Account], one: Sequence[Account], two: Sequence[Account]) -> bool:
    """Tell whether two groups may be one because a pair of them is.

    Two proposals of one report, names of different length and offers of different makers are
    never joined, not through others either; an amount that both of the pair tell outweighs makers.
    """
    if {account.report for account in one} & {account.report for account in two}:
        return False
    lengths = [frozenset().union(*(a.lengths for a in side)) for side in (one, two)]
    if all(lengths) and not lengths[0] & lengths[1]:
        return False
    makers = [frozenset().union(*(a.makers for a in side if a.is_open)) for side in (one, two)]
    if not all(makers) or makers[0] & makers[1]:
        return True
    a, b = pair
    return any(a.terms[n].agrees(b.terms[m]) for n, m in _pairs(a, b))


def likeness(a: Proposal, b: Proposal) -> tuple[float, tuple[str, ...]]:
    """Return how likely two accounts are of one proposal (0 to 1), and the reasons."""
    one, two = account_of(a), account_of(b)
    return _compare(one, two), _reasons(one, two)


def _near(accounts: Iterable[Account]) -> Iterator[tuple[Account, Account]]:
    """Yield the pairs that share a word and are not too far apart; a missing day says nothing."""
    holders: dict[tuple[str, str], list[Account]] = defaultdict(list)
    for account in sorted(accounts, key=lambda a: (a.day is None, a.day or 0, a.id)):
        near: dict[str, Account] = {}
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


def _compare(a: Account, b: Account) -> float:
    parties, story, names = len(a.parties & b.parties), len(_told(a, b)), _named(a, b)
    most = PARTIES * min(1.0, parties / 2) + NAMES * names + STORY * min(1.0, story / TOLD)
    if most + TERMS < SAME or _named_apart(a, b) is not None:
        return 0.0
    pairs = _pairs(a, b)
    if _told_apart(a, b, pairs) is not None:
        return 0.0
    alike, fewest = _count(pairs), min(len(a.terms), len(b.terms))
    met = parties or story >= TOLD / 2 or (alike and not (a.story and b.story))
    if not met or not (alike or names):
        return 0.0
    return round(min(1.0, most + TERMS * (alike / fewest if fewest else names)), 3)


def _named(a: Account, b: Account) -> float:
    """How much the names are the same; a noun of bargaining alone says less.

    There is one truce at a time in a place, so that "the truce" says more than "the deal".
    """
    if a.marks & b.marks:
        return share(a.name, b.name)
    known = "truce" in a.kinds & b.kinds and (a.pointing or b.pointing)
    return share(a.name, b.name) * (KNOWN if known else BARE)


def _named_apart(a: Account, b: Account) -> str | None:
    """Return why two accounts cannot be of one proposal whatever their terms, None if they can."""
    if a.lengths and b.lengths and not a.lengths & b.lengths:
        return f"{_words(a.lengths)} is not {_words(b.lengths)}"
    if a.name and b.name and ("ultimatum" in a.kinds) != ("ultimatum" in b.kinds):
        return "one is an ultimatum"
    return None


def _told_apart(a: Account, b: Account, pairs: Pairs) -> str | None:
    """Return why two accounts with these terms in common are of two proposals, None if not."""
    rivals = a.is_open and b.is_open and a.makers and b.makers and not a.makers & b.makers
    if rivals and not any(a.terms[n].agrees(b.terms[m]) for n, m in pairs):
        return f"one is of {_words(a.makers)}, one of {_words(b.makers)}"
    if (a.marks or b.marks) and a.about and b.about and not a.about & b.about and not pairs:
        return f"{_words(a.about)} is not {_words(b.about)}"
    named = a.owners and b.owners and not (a.owners & b.names or b.owners & a.names)
    return f"{_words(a.owners)} is not {_words(b.owners)}" if named and not pairs else None


def _pairs(a: Account, b: Account) -> Pairs:
    """The terms that are the same, by their places in both."""
    return [(n, m) for n, x in enumerate(a.terms) for m, y in enumerate(b.terms) if x.is_like(y)]


def _count(pairs: Pairs) -> int:
    """How many terms are the same, counted from the side that has fewer of them."""
    return min(len({n for n, _ in pairs}), len({m for _, m in pairs}))


def _told(a: Account, b: Account) -> Stems:
    """The names that both reports tell beside the parties in common, countries left out."""
    both = (a.story & b.story) - (a.parties & b.parties)
    return frozenset(name for name in both if not name.startswith("="))


def _reasons(a: Account, b: Account) -> tuple[str, ...]:
    pairs = _pairs(a, b)
    if (apart := _named_apart(a, b) or _told_apart(a, b, pairs)) is not None:
        return (apart,)
    shared, told, alike = a.parties & b.parties, _told(a, b), _count(pairs)
    named = (a.nouns & b.nouns) | (a.marks & b.marks)
    reasons = [f"both name {_words(shared)}"] if shared else []
    reasons += [f"both are called {_words(named)}"] if named else []
    reasons += [f"{alike} of {min(len(a.terms), len(b.terms))} terms are the same"] if alike else []
    reasons += [f"both reports tell of {_words(told)}"] if told else []
    return tuple(reasons)


def _words(words: frozenset[str]) -> str:
    return ", ".join(sorted(word.removeprefix("=") for word in words))
