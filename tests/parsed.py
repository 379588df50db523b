"""Frozen parses: a Doc out of a few lines, so that rules are tested without the weights."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Doc

from sayso.language.anchors import KEY, LINKS, Anchor
from sayso.parse.tokens import blank


def parsed(table: str, anchors: Mapping[str, list[Anchor]] | None = None,
           links: Mapping[str, dict[int, tuple[int, float]]] | None = None) -> Doc:  # fmt: skip
    """Return the Doc of a table: a word a line as "word POS head relation [entity] [features]".

    ``head`` counts the words of the table from 1, 0 is a root; a blank line ends no sentence,
    the roots do. "_" stands for no entity, no features. A word that begins with "·" has no space
    before it.
    """
    rows = [line.split() for line in table.strip().splitlines() if line.strip()]
    words = [r[0].lstrip("·") for r in rows]
    spaces = [not n[0].startswith("·") for n in rows[1:]] + [False]
    heads = [int(r[2]) - 1 if int(r[2]) else i for i, r in enumerate(rows)]
    doc = Doc(
        blank().vocab,
        words=words,
        spaces=spaces,
        pos=[r[1] for r in rows],
        heads=heads,
        deps=["root" if r[2] == "0" else r[3] for r in rows],
        lemmas=[w.lower() for w in words],
        morphs=[r[5] if len(r) > 5 and r[5] != "_" else "" for r in rows],
        ents=[f"B-{r[4]}" if len(r) > 4 and r[4] != "_" else "O" for r in rows],
    )
    doc.user_data[KEY] = dict(anchors or {})
    doc.user_data[LINKS] = dict(links or {})
    return doc


def report(*sentences: str, anchors: Mapping[str, list[Anchor]] | None = None) -> Doc:
    """Return the Doc of several tables, a sentence each, whose heads count from its own first."""
    rows: list[str] = []
    for sentence in sentences:
        base = len(rows)
        for row in sentence.strip().splitlines():
            word, pos, head, *others = row.split()
            rows.append(" ".join([word, pos, str(int(head) and int(head) + base), *others]))
    return parsed("\n".join(rows), anchors)
