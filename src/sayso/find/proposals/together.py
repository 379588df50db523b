"""Who has a part in a proposal together with a party: of "Oman and Iraq mediate" both do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from sayso.find.proposals.bargainers import is_same
from sayso.find.proposals.clauses import SUBJECTS, is_party, party
from sayso.find.proposals.drafts import Draft
from sayso.language.datelines import is_dateline
from sayso.language.spans import head_of, tokens_of
from sayso.record.span import Span


def together(doc: Doc, draft: Draft) -> None:
    """Give those who are joined to a party as one subject its part in a proposal, and the stance
    that it takes."""
    told = [*draft.by, *draft.to, *draft.through]
    for names in (draft.by, draft.to, draft.through):
        for name in tuple(names):
            more = [o for o in _joined(doc, name) if not any(is_same(o, t) for t in told)]
            names += more
            told += more
    for stance in tuple(draft.stances):
        taken = [s.party for s in draft.stances] + [p.span for p in draft.problems if p.span]
        draft.stances += [replace(stance, party=o) for o in _joined(doc, stance.party)
                          if not any(is_same(o, t) for t in taken)]  # fmt: skip


def _joined(doc: Doc, name: Span) -> Iterator[Span]:
    """The names that are joined to one, as subjects of the same verb."""
    head = head_of(doc, *tokens_of(doc, name))
    first = head.head if head.dep_ == "conj" else head
    if first.dep_ not in SUBJECTS or is_dateline(first):
        return
    for other in (first, *_conjuncts(first)):
        found = party(doc, other) if other != head and is_party(other) else None
        if found is not None and not found.overlaps(name):
            yield found


def _conjuncts(first: Token) -> Iterator[Token]:
    for child in first.children:
        if child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN"):
            yield child
            yield from _conjuncts(child)
