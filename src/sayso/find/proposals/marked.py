"""What the encoder marked around the name of a proposal: parties, terms, stances."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from sayso.find.proposals.clauses import is_party, party, subject, whole_party
from sayso.find.proposals.details import term
from sayso.find.proposals.names import Mention
from sayso.find.proposals.parties import Role
from sayso.language.anchors import Role as Marked
from sayso.language.spans import whole
from sayso.record.findings import Stance, Term
from sayso.record.span import Span
from sayso.record.vocabulary import StanceKind

#: A marked span counts from this mean probability on.
SURE = 0.5
#: A term of fewer words says too little to stand alone.
WORDS = 3
ROLES: tuple[Role, ...] = ("by", "to", "through")
STANCES: tuple[StanceKind, ...] = ("accepts", "rejects", "conditional")


def marked_parties(doc: Doc, mention: Mention) -> Iterator[tuple[Role, Span]]:
    """Yield the parties that the encoder marked for a name, with their roles."""
    for role in ROLES:
        for r in _sure(mention, role):
            span = _party(doc, r)
            if span is not None:
                yield role, span


def marked_terms(doc: Doc, mention: Mention) -> Iterator[Term]:
    """Yield the terms that the encoder marked for a name, with the subject of their verb."""
    for r in _sure(mention, "term"):
        head = doc[r.start : r.end].root
        doer = subject(head) if head.pos_ in ("VERB", "AUX") else None
        by = whole_party(doc, doer) if doer is not None and is_party(doer) else None
        found = term(doc, r.start, r.end, by=by)
        if found is not None and r.end - r.start >= WORDS and not is_party(head):
            yield found


def marked_stances(doc: Doc, mention: Mention) -> Iterator[Stance]:
    """Yield the stances that the encoder marked for a name."""
    for kind in STANCES:
        for r in _sure(mention, kind):
            span = _party(doc, r)
            if span is not None:
                yield Stance(span, kind)


def _sure(mention: Mention, role: str) -> list[Marked]:
    """The sure spans of a role that stand in the sentence of the name, or in the next one."""
    anchor = mention.anchor
    if anchor is None:
        return []
    doc, own = mention.head.doc, mention.head.sent
    end = doc[own.end].sent.end if own.end < len(doc) else own.end
    near = range(own.start, end)
    return [r for r in anchor.spans(role) if r.score >= SURE and r.start in near]


def _party(doc: Doc, r: Marked) -> Span | None:
    """The party that a marked range is of, or is a piece of: "Africa" to "the Africa Corps"."""
    start, end = whole(doc, r.start, r.end)
    head = doc[start:end].root
    return party(doc, head) if is_party(head) else None
