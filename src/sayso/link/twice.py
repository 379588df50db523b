"""Two accounts of one report to whether the report tells one proposal twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from sayso.link.accounts import Account

#: Words that tell one of several: "*the second*", "the other draft".
_COUNTED = frozenset(
    ("first", "fourth", "last", "latter", "former", "new", "next", "other", "second", "third")
)


def told_twice(accounts: Iterable[Account]) -> Iterator[tuple[Account, Account, str]]:
    """Yield the pairs of accounts of one report that surely are of one proposal, and why."""
    told: dict[str, list[Account]] = defaultdict(list)
    for account in accounts:
        told[account.report].append(account)
    for report, found in told.items():
        for a, b in combinations(found, 2) if report else ():
            if (why := _why(a, b)) is not None:
                yield a, b, why


def _why(a: Account, b: Account) -> str | None:
    """Return why two accounts of one report are of one proposal, None where they may be two."""
    if a.name.several or b.name.several or ("ultimatum" in a.name.kinds ^ b.name.kinds):
        return None
    if a.name.lengths and b.name.lengths and not a.name.lengths & b.name.lengths:
        return None
    if _holds(a, b) or _holds(b, a):
        return "one name holds the other"
    if a.called == b.called and a.called is not None:
        return "both have one name"
    rivals = bool(a.by and b.by and not a.makers & b.makers)
    if a.told & b.told and (not rivals or any(x.agrees(y) for x in a.terms for y in b.terms)):
        return "both have a term in the same words"
    return "the one points back at the other" if _points_back(a, b) or _points_back(b, a) else None


def _holds(a: Account, b: Account) -> bool:
    """ "an offer of *a truce*"."""
    return a.called is not None and b.called is not None and a.called != b.called and (
        a.called.covers(b.called)
    )  # fmt: skip


def _points_back(a: Account, b: Account) -> bool:
    """Tell whether a bare name ("the proposal") stands behind an offer of the same maker."""
    if a.called is None or b.called is None or a.called.start < b.called.end:
        return False
    if _COUNTED & set(a.called.text.lower().split()):
        return False
    bare = a.name.pointing and not (a.name.marks or a.name.owners or a.name.lengths)
    others = a.parties - a.by, b.parties - b.by
    return bool(bare and a.by and a.by == b.by and others[0] & others[1])
