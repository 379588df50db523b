"""Who mediates, told beside the names of a proposal: "Orla is mediating", "under Omani mediation".

Who hosts the talks or carries messages has that part, too (hosts.py). Such a sentence names nothing
on the table; it is about the proposal that was told last before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from sayso.find.proposals.bargainers import is_same
from sayso.find.proposals.beside import BEFORE
from sayso.find.proposals.clauses import NAMED, is_on_offer, is_party, parties, party
from sayso.find.proposals.drafts import Draft
from sayso.find.proposals.hosts import hosts
from sayso.language.spans import lower_of, sentence_at
from sayso.record.span import Span

MEDIATING = frozenset({"mediates", "mediating", "mediated"})
MEDIATION = frozenset({"mediation", "auspices"})
UNDER = frozenset({"under", "through", "with"})
#: What makes mediation a thing to come: "offered to", "would", "has stopped".
NOT_YET = frozenset({"would", "could", "may", "might", "should", "not", "n't", "never", "to"})
#: Words of a sentence that tell of an end: "the talks under Omani mediation were *over*".
OVER = frozenset({"abandoned", "collapsed", "ended", "failed", "over", "stalled"})
HELD = frozenset({"xcomp", "ccomp", "acl"})


def mediating(doc: Doc, drafts: Sequence[Draft]) -> None:
    """Add those who mediate to the proposal told last before the words that say so."""
    for at, names in (*_told(doc), *_hosts(doc)) if drafts else ():
        draft = _nearest(drafts, at)
        if draft is None:
            continue
        if any(is_same(n, t) for n in names for t in draft.through):  # one of several who mediate
            draft.by[:] = [b for b in draft.by if not any(is_same(n, b) for n in names)]
        for name in names:
            told = [*draft.by, *draft.to, *draft.through]
            if not any(is_same(name, t) for t in told):
                draft.through.append(name)


def _hosts(doc: Doc) -> Iterator[tuple[int, list[Span]]]:
    """Yield where somebody is told to stand between the sides, and who."""
    for at, words in hosts(doc):
        yield at, [span for word in words for span in parties(doc, word)]


def _told(doc: Doc) -> Iterator[tuple[int, list[Span]]]:
    """Yield where mediation is told, and who mediates."""
    for i, word in enumerate(lower_of(doc)):
        if word not in MEDIATING and word not in MEDIATION:
            continue
        token = doc[i]
        if token.lower_ in MEDIATING and token.pos_ == "VERB" and _is_done(token):
            doer = next((c for c in token.children if c.dep_ == "nsubj" and c.i < token.i), None)
            if doer is not None and is_party(doer):
                yield token.i, list(parties(doc, doer))
        elif token.lower_ in MEDIATION and any(c.lower_ in UNDER for c in token.children):
            named = [
                c
                for c in token.children
                if c.dep_ in ("amod", "compound", "nmod:poss") and c.ent_type_ in NAMED
            ]
            words = {t.lower_ for t in doc[slice(*sentence_at(doc, token.i))]}
            if words & OVER:
                continue
            yield token.i, [s for c in named if (s := party(doc, c)) is not None]


def _is_done(verb: Token) -> bool:
    """Tell whether somebody mediates or did, not only may, and not another thing that is named."""
    if verb.dep_ in HELD or any(c.lower_ in NOT_YET for c in verb.children):
        return False
    return not any(c.dep_ == "obj" and is_on_offer(c) for c in verb.children)


def _nearest(drafts: Sequence[Draft], at: int) -> Draft | None:
    """The proposal named last before a place, else the first; none that was there before."""
    present = [d for d in drafts if not d.marks & BEFORE and d.mentions]
    before = [(m.head.i, n) for n, d in enumerate(present) for m in d.mentions if m.head.i < at]
    if before:
        return present[max(before)[1]]
    return present[0] if present else None
