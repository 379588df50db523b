"""Terms that the encoder marked and no rule gave to a proposal: to the one told last, or to one
that no noun names."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

from spacy.tokens import Doc, Token

from sayso.find.proposals.details import doer_in, term
from sayso.find.proposals.drafts import Draft
from sayso.find.proposals.names import Mention
from sayso.language.anchors import anchors
from sayso.language.spans import head_of, span_of, token_at
from sayso.record.findings import Term

#: A marked term counts alone from this mean probability on.
SURE = 0.6
#: A term is one of what was told last, up to so many sentences behind it.
NEAR = 4
#: Names that may point back to terms told before.
POINTING = frozenset({"offer", "ultimatum"})
#: So many terms together, or one that hangs on another's act, are on the table without a name.
FEW = 2


def loose_terms(doc: Doc, drafts: Sequence[Draft]) -> tuple[list[tuple[Draft, Term]], list[Draft]]:
    """Return the loose terms with their proposals, and new proposals made of the others."""
    starts = [s.start for s in doc.sents]

    def sentence(token: int) -> int:
        return bisect_right(starts, token)

    told = sorted(((i, d) for d in drafts for i in _places(doc, d)), key=lambda place: place[0])
    owned: list[tuple[Draft, Term]] = []
    fresh: list[Draft] = []
    last = -1
    for head, start, found in _marked(doc, drafts):
        before = [(i, d) for i, d in told if sentence(i) <= sentence(start)]
        near = before[-1] if before else None
        if near is not None and sentence(start) - sentence(near[0]) <= NEAR:
            owned.append((near[1], found))
        elif fresh and sentence(start) - sentence(last) <= NEAR:
            fresh[-1].terms.append(found)
            last = start
        else:
            mention = Mention(head, "offered", found.what, definite=False, marks=frozenset())
            fresh.append(Draft([mention], terms=[found], loose=True))
            last = start
    for draft in list(fresh):
        named = _named_next(doc, draft, drafts, sentence)
        if named is not None:
            owned += [(named, t) for t in draft.terms]
            fresh.remove(draft)
    return owned, [d for d in fresh if len(d.terms) >= FEW or any(t.condition for t in d.terms)]


def _named_next(
    doc: Doc, fresh: Draft, drafts: Sequence[Draft], sentence: Callable[[int], int]
) -> Draft | None:
    """ "told them to leave or be shelled. They rejected *the ultimatum*": what the terms are of."""
    last = token_at(doc, fresh.terms[-1].what.start)
    for draft in drafts:
        name = draft.mentions[0]
        behind = 0 <= sentence(name.head.i) - sentence(last) <= NEAR and name.head.i > last
        if behind and name.definite and draft.kinds & POINTING:
            return draft
    return None


def _places(doc: Doc, draft: Draft) -> Iterator[int]:
    yield from (m.head.i for m in draft.mentions)
    yield from (token_at(doc, t.what.start) for t in draft.terms)


def _marked(doc: Doc, drafts: Sequence[Draft]) -> Iterator[tuple[Token, int, Term]]:
    """Yield the marked terms that overlap none of the proposals', with their heads and starts."""
    for a in anchors(doc, "term"):
        if a.score < SURE or doc[a.end - 1].pos_ == "AUX":  # "the federation would"
            continue
        span = span_of(doc, a.start, a.end)
        if any(span.overlaps(t.what) for d in drafts for t in d.terms):
            continue
        head = head_of(doc, a.start, a.end)
        found = term(doc, a.start, a.end, by=doer_in(doc, a.start, a.end))
        if found is not None:
            yield head, a.start, found
