"""Frozen parses for the tests of figures: a table of words, and what the encoder would mark."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from spacy.tokens import Doc

from sayso.language.anchors import KEY, LINKS, Anchor, Role
from sayso.parse.tokens import blank

Make = Callable[..., Doc]


def mark(
    start: int, end: int, label: str, *, score: float = 0.95, roles: Sequence[Role] = (),
    scope: str = "event", status: str = "happened",
) -> Anchor:  # fmt: skip
    """Return a figure anchor over tokens ``start`` to ``end``."""
    labels = {"scope": {scope: 1.0}, "figure_status": {status: 1.0}}
    return Anchor("figure", start, end, label, score, tuple(roles), labels)


def make_doc(
    table: str, anchors: Sequence[Anchor] = (), part: dict[int, tuple[int, float]] | None = None
) -> Doc:
    """Return the Doc of a table with one word a line: form, lemma, POS, head (from 1), relation.

    A head of 0 is the root of a sentence; the root's first word begins it. No space stands
    before a comma or full stop. A "¶" stands for the blank line between two paragraphs.
    """
    rows = [line.split() for line in table.strip().splitlines()]
    words = [r[0].replace("¶", "\n\n") for r in rows]
    closed = (",", ".", "\n\n")
    spaces = [
        i + 1 < len(rows) and words[i + 1] not in closed and words[i] != "\n\n"
        for i in range(len(rows))
    ]
    heads = [i if r[3] == "0" else int(r[3]) - 1 for i, r in enumerate(rows)]
    doc = Doc(
        blank().vocab, words=words, spaces=spaces, heads=heads,
        lemmas=[r[1] for r in rows], pos=[r[2] for r in rows],
        deps=[r[4] for r in rows], morphs=[r[5] if len(r) > 5 else "" for r in rows],
    )  # fmt: skip
    doc.user_data[KEY] = {"figure": list(anchors)}
    doc.user_data[LINKS] = {"part": part or {}}
    return doc


@pytest.fixture
def doc_of() -> Make:
    """Give the maker of Docs."""
    return make_doc


@pytest.fixture
def anchor() -> Callable[..., Anchor]:
    """Give the maker of figure anchors."""
    return mark
