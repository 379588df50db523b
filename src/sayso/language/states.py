"""The states of the world by their names, their people, and the seats of their governments."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from sayso.language.word_lists import rows

#: Columns of ``data/states.tsv``: the first row tells them.
NAME, ALIASES, ADJECTIVES, SEATS, COUNTRY = 0, 1, 2, 4, 5
#: Words behind the name of a state that say no more than the name does.
GOVERNING = frozenset({"government", "authorities", "side"})
ARTICLES = frozenset({"the", "a", "an"})
_WORD = re.compile(r"\w+")


@cache
def state_rows() -> tuple[tuple[str, ...], ...]:
    """Return the rows of ``language/data/states.tsv``, without its column names."""
    return rows("states")[1:]


@cache
def state_names() -> frozenset[str]:
    """Return the names of states, and of the seats that stand for their governments."""
    cells = (row[column] for row in state_rows() for column in (NAME, ALIASES, SEATS))
    return frozenset(name for cell in cells for name in cell.split("|") if name)


def state_of(words: Sequence[str]) -> str | None:
    """Return the ISO 3166 code of the state that ``words`` name, lower case and without articles.

    It may be named by its adjective or the seat of its government, and its government for it: "the
    Norwegian side", "Norway's government", "Oslo". None where they name no state.
    """
    own = [*words]
    while own and own[-1] in GOVERNING:
        own.pop()
    if own[1:] and own[-1] == "s":  # "Norway's"
        own.pop()
    return _codes().get(tuple(own))


def is_seat(name: str) -> bool:
    """Tell whether a name is that of the seat of a state's government, and no state's: "Doha"."""
    return name in _seats()


@cache
def _seats() -> frozenset[str]:
    names = {n for row in state_rows() for c in (NAME, ALIASES) for n in row[c].split("|")}
    return frozenset(n for row in state_rows() for n in row[SEATS].split("|") if n) - names


@cache
def _codes() -> dict[tuple[str, ...], str]:
    """The codes of states by the words of their names; a name of several is that of the first."""
    out: dict[tuple[str, ...], str] = {}
    for row in state_rows():
        for name in (n for c in (NAME, ALIASES, ADJECTIVES, SEATS) for n in row[c].split("|") if n):
            words = tuple(w for w in _WORD.findall(name.lower()) if w not in ARTICLES)
            out.setdefault(words, row[COUNTRY])
    return out
