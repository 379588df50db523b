"""The stated kind of those who are counted: civilian, soldier, child, gunman ..."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc, Token

from sayso.language.spans import head_of, tokens_of
from sayso.language.word_lists import rows
from sayso.record.span import Span

#: People of no class: "deputies" may be officers or members of a parliament.
_PEOPLE = frozenset(
    {"deputy", "person", "people", "other", "victim", "member", "officer", "personnel"}
)

#: What those are who are counted as members of a body: "13 members of the security *forces*".
_MEMBERS = {
    "army": "soldier", "force": "soldier", "forces": "soldier", "military": "soldier",
    "militia": "fighter", "navy": "soldier", "police": "police",
}  # fmt: skip


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
    if head.lemma_.lower() in ("member", "members"):
        of = (t for t in head.children if t.dep_ == "nmod" and t.i < end)
        return next((kind for t in of if (kind := _MEMBERS.get(t.lower_))), None)
    return next((kind for kind in map(class_of_word, near) if kind), None)


def class_of_word(noun: Token) -> str | None:
    """Return the class of a noun."""
    return classes().get(noun.lemma_.lower())


def is_people(noun: Token) -> bool:
    """Tell whether a noun names people."""
    lemma = noun.lemma_.lower()
    return lemma in classes() or lemma in _PEOPLE
