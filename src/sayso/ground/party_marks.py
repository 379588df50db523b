"""The words of a phrase to marks: the names and head nouns that stand in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sayso.ground.party_namesakes import is_given_name
from sayso.ground.party_roles import Role, longest_role, particles, roles
from sayso.ground.party_table import Entry, Table
from sayso.ground.party_words import Word, key_of

#: Kinds of entries that tell a state rather than a body or a person.
STATES = frozenset({"state", "people", "seat", "place"})

_AMERICAS = frozenset({"latin", "central", "south", "north"})


class Mark(NamedTuple):
    """Words ``first`` to ``last`` (half-open): a name with its entries, or a head noun."""

    first: int
    last: int
    entries: tuple[Entry, ...] = ()
    role: Role | None = None
    short: bool = False

    @property
    def is_state(self) -> bool:
        """Tell whether the mark tells a state (or a place in it) and nothing else."""
        return bool(self.entries) and all(e.kind in STATES for e in self.entries)


def find_marks(words: Sequence[Word], table: Table) -> list[Mark]:
    """Return the marks of a phrase from left to right, the longest at each place."""
    found: list[Mark] = []
    at = 0
    while at < len(words):
        mark = _mark_at(words, at, table)
        if mark is None:
            at += 1
        else:
            found.append(mark)
            at = mark.last
    return _whole_names(words, found, table)


def _mark_at(words: Sequence[Word], at: int, table: Table) -> Mark | None:
    left = len(words) - at
    longest = table.longest.get(words[at].key, 0)
    as_role = longest_role().get(words[at].low, 0)
    for count in range(min(max(longest, as_role), left), 0, -1):
        part = words[at : at + count]
        if count <= longest:
            key = " ".join([word.key for word in part])
            index = table.names if key in table.names else table.shorts
            if key in index and any(word.is_name for word in part):
                return Mark(at, at + count, tuple(index[key]), short=index is table.shorts)
        if count <= as_role:
            role = roles().get(" ".join([word.low for word in part]))
            if role is not None:
                return Mark(at, at + count, role=role)
    return None


def _whole_names(words: Sequence[Word], marks: list[Mark], table: Table) -> list[Mark]:
    """Take surnames out that belong to a longer name which the table has not ("Melania Trump").

    A middle name or initial between a known given name and surname does no harm.
    """
    names = [mark for mark in marks if not mark.short]
    taken = {at for mark in names for at in range(mark.first, mark.last)}
    shorts = {at for mark in marks if mark.short for at in range(mark.first, mark.last)}
    kept: list[Mark] = []
    for mark in marks:
        if _may_be_a_surname(words, mark):
            if not _ends_a_name(words, taken | shorts, mark):
                kept.append(mark)
        elif not mark.short:
            kept.append(mark)
        elif not _goes_on(words, taken, shorts, mark):
            kept.extend(_with_given_name(words, taken, shorts, mark, table))
    return kept


def _goes_on(words: Sequence[Word], taken: set[int], shorts: set[int], mark: Mark) -> bool:
    """Tell whether a name goes on behind its mark ("Mohamed Hamdan", "Mohamed al-Jabri")."""
    last, at = words[mark.last - 1], mark.last
    while at < len(words) and words[at].low in particles("within") and not words[at].comma:
        at += 1
    if at == len(words) or at in taken or last.owns or words[mark.last].comma:
        return False
    return _is_given_name(words[at]) and not (at in shorts and last.joined)


def _with_given_name(
    words: Sequence[Word], taken: set[int], shorts: set[int], mark: Mark, table: Table
) -> Iterator[Mark]:
    """Yield the mark of a surname with the given name before it, none where it is another's."""
    first = mark.first
    within = particles("within")
    while first and first - 1 not in taken:
        if not _is_given_name(words[first - 1]) and words[first - 1].low not in within:
            break
        if words[first].comma or (first - 1 in shorts and words[first - 1].joined):
            break
        first -= 1
    while first < mark.first and words[first].low in within:
        first += 1
    if first == mark.first:
        yield mark
        return
    given = words[first].key
    full = table.names.get(f"{given} {words[mark.last - 1].key}")
    same = [e for e in mark.entries if is_given_name(table, e.id, given)]
    if same or full:
        yield Mark(first, mark.last, tuple(full or same))


def _is_given_name(word: Word) -> bool:
    return word.raw[0].isupper() and not word.owns and word.low not in particles("determiner")


def _may_be_a_surname(words: Sequence[Word], mark: Mark) -> bool:
    """Tell of a place, a body's short name in one word ("Wagner"), and a state behind a comma."""
    if not mark.entries or mark.entries[0].kind == "place":
        return bool(mark.entries)
    if mark.is_state:
        return mark.first > 0 and words[mark.first - 1].comma
    is_word = mark.last - mark.first == 1 and not words[mark.first].raw.isupper()
    return is_word and all(
        e.kind == "body" and key_of(e.name) != words[mark.first].key for e in mark.entries
    )


def _ends_a_name(words: Sequence[Word], taken: set[int], mark: Mark) -> bool:
    """Tell whether a place or body is the surname of somebody ("Ana Valencia")."""
    before = mark.first - 1
    if before < 0 or mark.last - mark.first > 1 or before in taken or words[mark.first].comma:
        return False
    first = before == 0 or (before == 1 and words[0].low in particles("determiner"))
    is_whole = first or (words[before].comma and not words[before].joined)
    is_last = mark.last == len(words) or words[mark.last].comma
    is_name = _is_given_name(words[before]) and words[before].low not in particles("direction")
    return is_whole and is_last and is_name


def own_marks(words: Sequence[Word], marks: Sequence[Mark]) -> list[Mark]:
    """Return the marks that tell of the party itself.

    Left out are names with a link word after them ("Iran-backed militias") and those that the
    party stands against or for ("anti-government protesters", "pro-Russian separatists").
    """
    return [mark for mark in marks if not _is_foreign(words, mark)]


def _is_foreign(words: Sequence[Word], mark: Mark) -> bool:
    return _is_linked(words, mark) or _is_opposed(words, mark) or _is_continent(words, mark)


def _is_continent(words: Sequence[Word], mark: Mark) -> bool:
    """Tell of "Latin American" and "South Americans": no word of the United States."""
    before = words[mark.first - 1].low if mark.first else ""
    return words[mark.first].low.startswith("america") and before in _AMERICAS


def _is_linked(words: Sequence[Word], mark: Mark) -> bool:
    if mark.last == len(words) or not words[mark.last - 1].joined:
        return False
    return words[mark.last].low in particles("link")


def _is_opposed(words: Sequence[Word], mark: Mark) -> bool:
    before = words[mark.first - 1] if mark.first else None
    return before is not None and before.joined and before.low in particles("against")
