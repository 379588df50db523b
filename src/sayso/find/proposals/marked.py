"""What the encoder marked around the name of a proposal: parties, terms, stances."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from sayso.find.proposals.clauses import is_party, is_verb, party
from sayso.find.proposals.details import doer_in, term
from sayso.find.proposals.listed import is_suffered
from sayso.find.proposals.names import Mention
from sayso.find.proposals.parties import Role
from sayso.language.anchors import Role as Marked
from sayso.language.anchors import anchors
from sayso.language.spans import head_of, sentence_at, span_of, whole
from sayso.record.findings import Stance, Term
from sayso.record.span import Span
from sayso.record.vocabulary import StanceKind

#: A marked span counts from this mean probability on.
SURE = 0.5
#: A term of fewer words says too little to stand alone.
WORDS = 3
#: How many words may stand between the parts of one act, and of which kinds.
GAP = 4
BETWEEN = frozenset({"ADP", "DET", "ADJ", "PART", "NUM", "NOUN", "PROPN", "ADV"})
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
    for start, end in _whole_acts(doc, mention):
        end = _whole_name(doc, end)
        head = head_of(doc, start, end)
        if doc[end - 1].dep_ == "mark" and (is_verb(head, "provide") or is_verb(head, "bind")):
            continue  # "allows Oslo to": the act itself is marked behind it
        if start > 0 and is_suffered(doc, start - 1):
            continue
        found = term(doc, start, end, by=doer_in(doc, start, end))
        if found is not None and end - start >= WORDS and not is_party(head):
            yield found


def _whole_acts(doc: Doc, mention: Mention) -> list[tuple[int, int]]:
    """The marked ranges, each with the verb it hangs on, and those of one act as one range."""
    out: list[tuple[int, int]] = []
    for r in sorted(_sure(mention, "term"), key=lambda r: r.start):
        start, end = _with_verb(doc, r.start, r.end, mention)
        last = out[-1] if out else (0, 0)
        head = head_of(doc, *last) if out else None
        part = head_of(doc, start, end)
        act = head is not None and head.pos_ == "VERB" and part.pos_ != "VERB"
        inside = act and head is not None and head.is_ancestor(part)
        if start < last[1] or (inside and _is_next(doc, last[1], start)):
            out[-1] = (last[0], max(end, last[1]))
        else:
            out.append((start, end))
    return out


def _is_next(doc: Doc, end: int, start: int) -> bool:
    """Nothing stands between two ranges that would part two terms."""
    return start - end <= GAP and all(t.pos_ in BETWEEN for t in doc[end:start])


def _with_verb(doc: Doc, start: int, end: int, mention: Mention) -> tuple[int, int]:
    """ "its radar near the port" with "dismantles": the act that an object is part of."""
    root = head_of(doc, start, end)
    verb = root.head
    if root.pos_ not in ("NOUN", "PROPN") or root.dep_ not in ("obj", "obl") or verb.i >= start:
        return start, end
    told = any(is_verb(verb, kind) for kind in ("provide", "agree", "offer", "bind", "mediate"))
    near = start - verb.i <= GAP and all(verb.is_ancestor(t) for t in doc[verb.i + 1 : start])
    if verb.pos_ != "VERB" or told or not near or mention.head.i in range(verb.i, end):
        return start, end
    return verb.i, end


def _whole_name(doc: Doc, end: int) -> int:
    """The end of a marked range with the rest of its last name."""
    while end < len(doc) and doc[end].ent_iob_ == "I":
        end += 1
    return end


def told_terms(doc: Doc, terms: Sequence[Term]) -> list[Term]:
    """Return the terms where the encoder sees terms of anything on the table; all, if it sees none.

    It reads them on every word, named or not, and far from the name.
    """
    seen = [span_of(doc, a.start, a.end) for a in anchors(doc, "term")]
    return [t for t in terms if any(s.overlaps(t.what) for s in seen)] or list(terms)


def marked_stances(doc: Doc, mention: Mention) -> Iterator[Stance]:
    """Yield the stances that the encoder marked for a name."""
    for kind in STANCES:
        for r in _sure(mention, kind):
            span = _party(doc, r)
            if span is not None:
                yield Stance(span, kind)


def _sure(mention: Mention, role: str) -> list[Marked]:
    """The sure spans of a role that stand in the sentence of the name, or in the next one."""
    spans = mention.anchor.spans(role) if mention.anchor is not None else []
    if not spans:
        return []
    doc = mention.head.doc
    start, end = mention.sentence
    if end < len(doc):
        end = sentence_at(doc, end)[1]
    return [r for r in spans if r.score >= SURE and start <= r.start < end]


def _party(doc: Doc, r: Marked) -> Span | None:
    """The party that a marked range is of, or is a piece of: "Africa" to "the Africa Corps"."""
    start, end = whole(doc, r.start, r.end)
    head = head_of(doc, start, end)
    return party(doc, head) if is_party(head) else None
