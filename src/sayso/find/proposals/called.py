"""The phrase that names a proposal, out of the tree of its noun."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from sayso.language.spans import phrase, span_of
from sayso.record.span import Span

CEASE_FIRE = frozenset({"cease", "fire", "fires"})
BEFORE = frozenset({"det", "amod", "compound", "nummod", "nmod:poss", "nmod:desc"})
CALLING = frozenset({"call", "calls", "called", "calling", "brand", "branded", "dubbed", "labelled",
                     "labeled", "describes", "described"})  # fmt: skip


def is_what_called(token: Token) -> bool:
    """ "quit over *what he called* a bad *deal*": a known thing by another name."""
    verb = token.head
    if verb.lower_ not in CALLING or verb.i > token.i or verb.dep_ not in ("acl:relcl", "ccomp"):
        return False
    return any(t.lower_ == "what" for t in token.doc[max(0, verb.i - 5) : verb.i])


def is_numbered(token: Token) -> bool:
    """ "*Resolution* 2254": a text that everybody knows by its number."""
    near = (*token.children, *(c for c in token.children if c.dep_ == "conj"))
    return token.lower_.startswith("resolution") and any(c.like_num and c.i > token.i for c in near)


def cease_fire(token: Token) -> tuple[int, int] | None:
    """Return the three tokens of "cease-fire" that a token is one of, or None."""
    if token.lower_ not in CEASE_FIRE:
        return None
    doc = token.doc
    first = token.i if token.lower_ == "cease" else token.i - 2
    if first < 0 or first + 2 >= len(doc) or doc[first].lower_ != "cease":
        return None
    parts = doc[first + 1].text in ("-", "–") and doc[first + 2].lower_ in ("fire", "fires")
    return (first, first + 3) if parts else None


def name_of(doc: Doc, head: Token) -> Span:
    """Return the phrase that names a proposal, without clauses behind it."""
    start, end = cease_fire(head) or (head.i, head.i + 1)
    if head.pos_ in ("NOUN", "PROPN", "ADJ"):
        for child in head.children:
            if child.dep_ in BEFORE and child.i < head.i:
                start = min(start, child.left_edge.i)
            if child.dep_ in ("nmod", "flat") and child.left_edge.i == end and _is_short(child):
                end = end if _is_beside(doc[end], child) else _before_to(child)
    last = doc[end - 1]
    if last.pos_ == "ADJ" and head.i < last.head.i < last.i:
        end -= 1  # "declared its truce with Oslo *dead*"
    return phrase(doc, start, end) or span_of(doc, head.i, head.i + 1)


def _is_beside(first: Token, child: Token) -> bool:
    """ "a plan *on Monday*", "a truce *to the rebels*", "*and to a vote*": no part of the name."""
    dated = child.ent_type_ in ("Date", "DATE") or child.lower_.endswith("day")
    apart = first.lower_ in ("to", "before", "and", "or")
    return apart or (first.lower_ in ("on", "at", "after") and dated)


def _before_to(child: Token) -> int:
    """The end of a phrase behind the noun, without whom it is offered to."""
    inner = [g.left_edge.i for g in child.children if g.left_edge.lower_ == "to" and g.i > child.i]
    return min([child.right_edge.i + 1, *inner])


def _is_short(child: Token) -> bool:
    """A phrase behind the noun without any clause in it."""
    width = child.right_edge.i - child.left_edge.i
    clauses = (c for c in child.subtree if c.dep_.startswith(("acl", "advcl")))
    return width <= 10 and all(c.pos_ == "ADJ" and c == child.right_edge for c in clauses)
