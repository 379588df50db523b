"""What a text tells of a person against the people of the table: the same one, or a namesake."""

from __future__ import annotations

from collections.abc import Sequence, Set
from difflib import SequenceMatcher
from functools import lru_cache

from sayso.ground.party_choice import TOP
from sayso.ground.party_roles import Role
from sayso.ground.party_table import Entry, Table

#: Former states: their people are told by the states of today.
_FORMER = frozenset({"SUN", "YUG", "SCG", "CSK", "DDR", "VDR", "YMD", "RHO"})
#: Nouns beside which a state may be the one that somebody deals with ("Ukraine envoy").
_SENT = frozenset({"ally", "critic", "envoy", "mediator", "negotiator", "representative"})
#: Two spellings of one given name are so alike, and so long at the least.
_ALIKE, _LONG, _NICKNAME = 0.75, 6, 3


def is_given_name(table: Table, person: str, written: str) -> bool:
    """Tell whether a person of the table, by id, bears a given name in any spelling near to it."""
    return any(_is_alike(written.lower(), given.lower()) for given in table.given.get(person, ()))


@lru_cache(maxsize=4096)
def _is_alike(written: str, given: str) -> bool:
    if written == given or written == given[0]:
        return True
    if min(len(written), len(given)) < _NICKNAME or written[0] != given[0]:
        return False
    if given.startswith(written) or written.startswith(given):
        return True
    is_long = min(len(written), len(given)) >= _LONG
    return is_long and SequenceMatcher(None, written, given).ratio() >= _ALIKE


def contradicts(rows: Sequence[Entry], states: Set[str], office: Role | None) -> bool:
    """Tell whether a state or an office told of a person is not that of the table's person.

    ``rows`` are the periods of the person, ``states`` the codes that the words told may mean,
    ``office`` the head noun told of them.
    """
    homes = {row.country for row in rows}
    is_settled = bool(states) and not (homes | states) & {None, *_FORMER}
    is_sent = office is not None and office.words.rpartition(" ")[2] in _SENT
    if is_settled and not is_sent and not homes & states:
        return True
    held = {row.office for row in rows if row.office}
    if office is None or not office.office or not held:
        return False
    return not (office.office in held or (office.office in TOP and held & set(TOP)))
