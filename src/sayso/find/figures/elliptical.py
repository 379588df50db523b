"""A number with a bare participle, which leaves out its "were": "ten were killed and *25 hurt*"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from sayso.find.figures.governed import measure_of, measures
from sayso.language.spans import lower_of, sentence_at, tokens_of
from sayso.record.findings import Figure
from sayso.record.vocabulary import Measure

#: Between a number and its participle stands at most a noun with a word or two of its own.
_NEAR = 3
_BETWEEN = frozenset({"ADJ", "ADV", "NOUN", "NUM"})
#: The word that joins the clause stands at most so many tokens before its number.
_JOINED_NEAR = 5
_JOINTS = frozenset({"and", "but", "while", "with"})
_PREDICATES = frozenset({"ADJ", "VERB"})


def own_participle(doc: Doc, figure: Figure) -> Measure | None:
    """Return the measure of the participle that a number is the subject of without "were": "ten
    were killed, among them two cooks, and *25 hurt*", or None."""
    start, end = tokens_of(doc, figure.quantity)
    first, last = sentence_at(doc, start)
    if _JOINTS.isdisjoint(lower_of(doc)[max(first, start - _JOINED_NEAR) : start]):
        return None
    for token in doc[end : min(end + _NEAR + 1, last)]:
        if _is_joined(token, start):
            subject = {c.i for c in token.children if c.i < token.i}
            nouns = {doc[end - 1].i, doc[end - 1].head.i, token.i}
            told = measures("state").get(token.lower_) or measure_of(token, "obj")
            return told if subject & nouns else None
        if token.pos_ not in _BETWEEN:
            break
    return None


def _is_joined(token: Token, before: int) -> bool:
    """Tell whether a word is a predicate joined to one before the number, with no "were" of its
    own."""
    joined = token.dep_ == "conj" and token.head.i < before
    both = {token.pos_, token.head.pos_} <= _PREDICATES
    return joined and both and not any(c.pos_ == "AUX" for c in token.children)


def with_own_participles(doc: Doc, figures: Sequence[Figure]) -> list[Figure]:
    """Return the figures, each with the measure of its own bare participle where it has one."""
    told = [(f, own_participle(doc, f)) for f in figures]
    return [replace(f, measure=m) if m else f for f, m in told]
