"""The states of the world by their names, their people, and the seats of their governments."""

from __future__ import annotations

from functools import cache

from sayso.language.word_lists import rows

#: Columns of ``data/states.tsv``: the first row tells them.
NAME, ALIASES, SEATS = 0, 1, 4


@cache
def state_rows() -> tuple[tuple[str, ...], ...]:
    """Return the rows of ``language/data/states.tsv``, without its column names."""
    return rows("states")[1:]


@cache
def state_names() -> frozenset[str]:
    """Return the names of states, and of the seats that stand for their governments."""
    cells = (row[column] for row in state_rows() for column in (NAME, ALIASES, SEATS))
    return frozenset(name for cell in cells for name in cell.split("|") if name)
