"""Readings to links: which proposals of different reports are one, and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from sayso.link.accounts import Account, account_of
from sayso.link.groups import Groups
from sayso.link.terms import Stems, share
from sayso.link.twice import told_twice
from sayso.record.findings import Proposal
from sayso.record.link import Link
from sayso.record.reading import Reading

#: Two accounts are of one proposal from this score on; more than 1 is 1.
SAME = 0.5
#: Two names of parties in common, the same name, all terms, five more names of the reports.
PARTIES, NAMES, TERMS, STORY = 0.4, 0.2, 0.4, 0.3
#: Sectors of those who fight or rule, and of those who only stand between them.
SIDED, OUTSIDE = frozenset(("GOV", "MIL", "REB")), frozenset(("IGO", "UNO"))
#: The same maker of two offers to the same other parties.
MADE = 0.2
#: Such offers lie no more days apart.
MADE_IN = 7
#: How sure it is that a report tells one proposal twice.
TWICE = 0.95
#: A deal is made by so many sides at least.
SIDES = 2
#: How much less sure an account may be of the proposal that a report tells at more length.
LESS = 0.1
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
    """Yield links between accounts of different reports that tell of one proposal.

    The surest come first, those of names with different lengths last.

    What the links join is one negotiation: see ``_fit`` for what never comes into one.
    """
    accounts = [account_of(p, reading) for reading in readings for p in reading.proposals]
    known = {account.id: account for account in accounts}
    groups = Groups(known)
    for a, b, why in told_twice(accounts):
        groups.join(a.id, b.id)
        yield Link("same-proposal", a.id, b.id, TWICE, (why,))
    found = [(score, a, b) for a, b in _near(accounts) if (score := _compare(a, b)) >= SAME]
    beside = _Beside(groups, found)
    for score, a, b in sorted(found, key=_surest_first):
        one, two = groups.group(a.id), groups.group(b.id)
        if one is not two and _fit((a, b), [known[id] for id in one], [known[id] for id in two]):
            if not beside.keeps(a.id, b.id, score):
                groups.join(a.id, b.id)
        elif one is not two:
            beside.add(a.id, b.id)
        if groups.find(a.id) == groups.find(b.id):
            yield Link("same-proposal", a.id, b.id, score, _reasons(a, b))


def _surest_first(one: tuple[float, Account, Account]) -> tuple[bool, float, str, str]:
    """Put accounts whose names have other lengths behind all whose names have not."""
    score, a, b = one
    mine, theirs = a.name.lengths, b.name.lengths
    return bool(mine and theirs and not mine & theirs), -score, a.id, b.id


class _Beside:
    """Accounts that stand beside a proposal only because their report tells it in another one.

    Such an account draws none to itself that are nearly as much of that proposal.
    """

    def __init__(
        self, groups: Groups[str], found: Iterable[tuple[float, Account, Account]]
    ) -> None:
        self._groups = groups
        self._scores: dict[str, dict[str, float]] = defaultdict(dict)
        for score, a, b in found:
            self._scores[a.id][b.id] = self._scores[b.id][a.id] = score
        self._beside: dict[str, set[str]] = defaultdict(set)

    def add(self, a: str, b: str) -> None:
        """Keep that two accounts of a score are apart because of the other accounts of a report."""
        for one, other in ((a, b), (b, a)):
            report = one.rpartition("/")[0]
            if any(id.rpartition("/")[0] == report for id in self._groups.group(other)):
                self._beside[one].add(other)

    def keeps(self, a: str, b: str, score: float) -> bool:
        """Tell whether one of two accounts is to wait for the proposal that the other is beside."""
        for one, other in ((a, b), (b, a)):
            for near in self._beside[one]:
                group = self._groups.group(near)
                if any(self._scores[other].get(id, 0.0) >= score - LESS for id in group):
                    return True
        return False


def _fit(pair: tuple[Account, Account], one: Sequence[Account], two: Sequence[Account]) -> bool:
    """Tell whether two groups may be one because a pair of them is.

    Two proposals of one report, names of different length and offers of different makers are
    never joined, not through others either; an amount that both of the pair tell outweighs makers,
    and a new version may have another length.
    """
    if {account.report for account in one} & {account.report for account in two}:
        return False
    revised = any(_revises(x, y) or _revises(y, x) for x in one for y in two)
    for concluded in (False, True):
        lengths = [_lengths(side, concluded=concluded) for side in (one, two)]
        if all(lengths) and not lengths[0] & lengths[1] and not revised:
            return False
    if any(_other_deal(x, y) for x in one for y in two):
        return False
    a, b = pair
    if not any(_are_rivals(x, y) for x in one for y in two):
        return True
    return any(a.terms[n].agrees(b.terms[m]) for n, m in _pairs(a, b))


def _lengths(side: Sequence[Account], *, concluded: bool) -> frozenset[str]:
    """The lengths in the names of those of a group that are concluded, or only offered."""
    return frozenset().union(*(a.name.lengths for a in side if a.concluded == concluded))


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
    parties, story, names = _met(a, b), len(_told(a, b)), _named(a, b)
    made = parties > 1 and _is_made_by_one(a, b) and _is_of_days(a, b)
    most = PARTIES * min(1.0, parties / 2) + NAMES * names + STORY * min(1.0, story / TOLD)
    most += MADE if made else 0.0
    if most + TERMS < SAME or a.name.several or b.name.several:
        return 0.0
    if _named_apart(a, b) is not None:
        return 0.0
    pairs = _pairs(a, b)
    if _told_apart(a, b, pairs) is not None:
        return 0.0
    alike, fewest = _count(pairs), min(len(a.terms), len(b.terms))
    met = parties or story >= TOLD / 2 or (alike and not (a.story and b.story))
    if not met or not (alike or names or made):
        return 0.0
    return round(min(1.0, most + TERMS * (alike / fewest if fewest else names)), 3)


def _met(a: Account, b: Account) -> int:
    """How many parties both name, counted from the side that tells fewer of them.

    "The truce" without a party is between those who agreed on one, where its report names them.
    """
    if _points_at(a, b) or _points_at(b, a):
        return SIDES
    return min(sum(bool(side & other.parties) for side in one.sides) for one, other in
               ((a, b), (b, a)))  # fmt: skip


def _points_at(a: Account, b: Account) -> bool:
    """Tell whether the first only says "the truce", and the second is one agreed on before by
    sides that the report of the first names."""
    bare = a.name.pointing and "truce" in a.name.kinds and not (a.sides or a.terms)
    dated = a.day is not None and b.day is not None and b.day <= a.day
    made = _makers(b) if bare and dated and b.concluded and "truce" in b.name.kinds else []
    return len(made) >= SIDES and all(side & a.story for side in made)


def _are_rivals(a: Account, b: Account) -> bool:
    """Tell whether two offers are of different makers; a mediator may carry that of another."""
    if not (a.is_open and b.is_open):
        return False
    if not (a.makers and b.makers):
        return _is_of_a_side(a, b) or _is_of_a_side(b, a)
    if _is_of_those_asked(a, b) or _is_of_those_asked(b, a):
        return False
    if a.by and b.by:
        return not (a.by & b.makers or b.by & a.makers)
    return not a.makers & b.makers


def _is_of_a_side(a: Account, b: Account) -> bool:
    """Tell whether the first is of a side without a name ("the army"), the other of outsiders."""
    is_side = not a.makers and bool(a.bodies) and a.bodies <= SIDED
    return is_side and bool(b.bodies) and b.bodies <= OUTSIDE


def _is_of_those_asked(a: Account, b: Account) -> bool:
    """Tell whether the first is a deal between two to whom the other puts a draft of it."""
    if not a.name.kinds <= {"deal", "truce"} or not a.name.kinds or not b.by or a.by & b.by:
        return False
    asked = [side for side in b.sides if not side & b.by]
    mine = [side for side in a.sides if not side & a.carriers and _is_known(side, a)]
    return len(mine) > 1 and all(any(side & other for other in asked) for side in mine)


def _is_known(side: Stems, a: Account) -> bool:
    """Tell a state or a maker from others who are told beside a proposal."""
    return bool(side & a.by) or any(name.startswith("=") for name in side)


def _is_made_by_one(a: Account, b: Account) -> bool:
    """Tell whether both are surely offers of one maker; an ultimatum is no other offer in short.

    Whose "our offer" is, is not sure: the speaker may be another than the maker that is known.
    """
    if a.name.ours or b.name.ours:
        return False
    makers = a.by & b.by if a.by and b.by else a.makers & b.makers
    return bool(makers) and ("ultimatum" in a.name.kinds) == ("ultimatum" in b.name.kinds)


def _is_of_days(a: Account, b: Account) -> bool:
    """Tell whether both are only offered, within some days."""
    dated = a.day is not None and b.day is not None
    return a.is_open and b.is_open and dated and abs((a.day or 0) - (b.day or 0)) <= MADE_IN


def _named(a: Account, b: Account) -> float:
    """How much the names are the same; a noun of bargaining alone says less.

    There is one truce at a time in a place, so that "the truce" says more than "the deal".
    """
    same = share(a.name.words, b.name.words)
    if a.name.marks & b.name.marks:
        return same
    pointing = a.name.pointing or b.name.pointing
    known = pointing and "truce" in a.name.kinds & b.name.kinds
    return same * (KNOWN if known else BARE)


def _named_apart(a: Account, b: Account) -> str | None:
    """Return why two accounts cannot be of one proposal whatever their terms, None if they can."""
    one, two = a.name, b.name
    other_length = one.lengths and two.lengths and not one.lengths & two.lengths
    if other_length and not (_is_agreed_at_last(a, b) or _revises(a, b) or _revises(b, a)):
        return f"{_words(one.lengths)} is not {_words(two.lengths)}"
    if one.words and two.words and ("ultimatum" in one.kinds) != ("ultimatum" in two.kinds):
        return "one is an ultimatum"
    return None


def _revises(a: Account, b: Account) -> bool:
    """Tell whether the first is a later version of the second: its name says so ("the revised
    draft"), or a term tells the length that the second has ("from 60 to 30 days").

    A revised draft is no version of what somebody else has offered.
    """
    dated = a.day is not None and b.day is not None and b.day <= a.day
    revised = a.name.revised and not (a.makers and b.makers and not a.makers & b.makers)
    return dated and (revised or bool(a.left & b.name.lengths))


def _is_agreed_at_last(a: Account, b: Account) -> bool:
    """Tell whether one is the offer, and the other what was agreed on later: lengths may change."""
    first, last = sorted((a, b), key=lambda account: account.concluded)
    dated = first.day is not None and last.day is not None and first.day <= last.day
    return dated and last.concluded and not first.concluded


def _told_apart(a: Account, b: Account, pairs: Pairs) -> str | None:
    """Return why two accounts with these terms in common are of two proposals, None if not."""
    if _are_rivals(a, b) and not any(a.terms[n].agrees(b.terms[m]) for n, m in pairs):
        return f"one is of {_maker(a)}, one of {_maker(b)}"
    if (other_deal := _other_deal(a, b)) is not None:
        return other_deal
    about, other = a.name.about, b.name.about
    if (a.name.marks or b.name.marks) and about and other and not about & other and not pairs:
        return f"{_words(about)} is not {_words(other)}"
    mine, theirs = a.name.owners, b.name.owners
    named = mine and theirs and not (mine & (b.parties | b.story) or theirs & (a.parties | a.story))
    return f"{_words(mine)} is not {_words(theirs)}" if named and not pairs else None


def _other_deal(a: Account, b: Account) -> str | None:
    """Return why two deals are between other sides: each has one that the other lacks.

    A mediator in common outweighs that, and an amount that both tell.
    """
    if a.is_open or b.is_open or a.carriers & b.carriers:
        return None
    mine, theirs = _makers(a), _makers(b)
    if len(mine) < SIDES or len(theirs) < SIDES:
        return None
    alone = [frozenset().union(*(s for s in x if not any(s & o for o in y)))
             for x, y in ((mine, theirs), (theirs, mine))]  # fmt: skip
    if not all(alone) or any(a.terms[n].agrees(b.terms[m]) for n, m in _pairs(a, b)):
        return None
    return f"{_words(alone[0])} is not {_words(alone[1])}"


def _makers(a: Account) -> list[Stems]:
    """The sides that make a deal."""
    return [side for side in a.sides if side & a.by]


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
    named = (a.name.nouns & b.name.nouns) | (a.name.marks & b.name.marks)
    reasons = [f"both name {_words(shared)}"] if shared else []
    if _points_at(a, b) or _points_at(b, a):
        reasons.append("one report names those who agreed on the other")
    reasons += [f"both are called {_words(named)}"] if named else []
    reasons += [f"both are of {_words(a.makers & b.makers)}"] if a.makers & b.makers else []
    reasons += [f"{alike} of {min(len(a.terms), len(b.terms))} terms are the same"] if alike else []
    reasons += [f"both reports tell of {_words(told)}"] if told else []
    return tuple(reasons)


def _maker(a: Account) -> str:
    return _words(a.by or a.makers) or f"an unnamed {_words(a.bodies)}"


def _words(words: frozenset[str]) -> str:
    return ", ".join(sorted(word.removeprefix("=") for word in words))
