"""The stated kind of those who are counted: civilian, soldier, child, gunman ..."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc

from sayso.language.spans import head_of, tokens_of
from sayso.language.word_lists import rows
from sayso.record.span import Span


@cache
def classes() -> dict[str, str]:
    """Return the class of every word of ``data/figure_classes.tsv``."""
    return {row[0]: row[1] for row in rows("figure_classes")}


def class_of(doc: Doc, counted: Span | None) -> str | None:
    """Return the class of what is counted, by its head word, else by a word beside it."""
    if counted is None:
        return None
    start, end = tokens_of(doc, counted)
    head = head_of(doc, start, end)
    words = (doc[i] for i in range(start, end))
    near = [head, *(t for t in words if t.dep_ in ("compound", "amod") and t.head == head)]
    found = (classes().get(t.lemma_.lower()) for t in near)
    return next((kind for kind in found if kind), None)
