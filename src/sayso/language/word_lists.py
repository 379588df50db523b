"""The rows of a word list: tab-separated lines of a data file of this package, read once."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of ``language/data/NAME.tsv``; lines that begin with "#" are its head."""
    text = files("sayso.language").joinpath("data", f"{name}.tsv").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return tuple(tuple(line.split("\t")) for line in lines)


@cache
def words_of(name: str, kind: str) -> frozenset[str]:
    """Return the words in the first column whose second column is ``kind``."""
    return frozenset(row[0] for row in rows(name) if row[1] == kind)
