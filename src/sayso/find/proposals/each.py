"""Each of several parties that one phrase names: "*Iran* and *six world powers*" are two."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Doc, Token

from sayso.find.proposals.bargainers import plain
from sayso.find.proposals.drafts import Draft
from sayso.language.spans import head_of, phrase, tokens_of
from sayso.language.states import state_of
from sayso.record.span import Span

NOUNS = frozenset({"NOUN", "PROPN"})
#: What opens a phrase of its own within another: "the government of nine parties and *the* rebels".
OWNING = frozenset({"det", "nmod:poss"})
INSIDE = "I"


def each(doc: Doc, draft: Draft) -> None:
    """Name each of those who are named together as a party or as who takes a stance."""
    for names in (draft.by, draft.to, draft.through):
        names[:] = [part for name in names for part in parts(doc, name)]
    draft.stances[:] = [
        replace(s, party=part) for s in draft.stances for part in parts(doc, s.party)
    ]


def parts(doc: Doc, name: Span) -> list[Span]:
    """Return those that a phrase names one by one, itself where it names one.

    "The presidents of Armenia and Azerbaijan" and "Greek and Turkish envoys" stay together, as do
    names with an "and" of their own.
    """
    if state_of(plain(name)) is not None:
        return [name]
    start, end = tokens_of(doc, name)
    cuts = sorted({c for c in _cuts(doc, start, end) if start < c < end})
    edges = [start, *cuts, end]
    found = [phrase(doc, a, b) for a, b in pairwise(edges)]
    kept = [span for span in found if span is not None]
    return kept if cuts and len(kept) == len(found) else [name]


def _cuts(doc: Doc, start: int, end: int) -> Iterator[int]:
    """Yield where a further party begins among the tokens of a phrase."""
    head = head_of(doc, start, end)
    whole = {head}
    for word in doc[start:end]:
        if word.dep_ != "conj" or word.pos_ not in NOUNS or _is_in_name(word):
            continue
        if word.head in whole and word.head.pos_ in NOUNS:
            whole.add(word)
            yield word.left_edge.i
        elif _is_apart(word, head):
            yield word.left_edge.i


def _is_in_name(word: Token) -> bool:
    """Tell whether the "and" before a word stands within a name: "Trinidad *and Tobago*"."""
    joint = next((c for c in word.lefts if c.dep_ == "cc"), None)
    if joint is None:
        return False
    names = [word.head.lower_, joint.lower_, word.lower_]
    return joint.ent_iob_ == INSIDE or state_of(names) is not None


def _is_apart(word: Token, head: Token) -> bool:
    """Tell whether a noun that the tree joins to one within a phrase is another party: it has its
    own "the" or owner, which that one has not, or is a plain noun behind a name; what many have
    ("the chiefs of *the Dinka and the Nuer*") is theirs.
    """
    other = word.head
    if word.pos_ != "NOUN" or other.pos_ == "PROPN":
        return word.pos_ == "NOUN"
    own = any(c.dep_ in OWNING for c in word.lefts)
    one = "Number=Plur" not in str(head.morph)
    return one and own and not any(c.dep_ in OWNING for c in other.lefts)
