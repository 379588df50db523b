"""The places that a journey is said to lead to, by the tree of its verb."""

from __future__ import annotations

from spacy.tokens import Doc, Token
from spacy.tokens import Span as SpacySpan

from sayso.language.spans import head_of, span_of
from sayso.record.span import Span

#: Modes of CONSULT in which somebody travels.
TRAVELS = frozenset({"visit", "third-party"})
TOWARDS = frozenset({"to", "in", "at", "for", "into"})


def destinations(doc: Doc, start: int, end: int) -> tuple[Span, ...]:
    """Return the names of places to which the verb at tokens ``start`` to ``end`` leads.

    "He *flew* to Orla and Brest, then to Minsk" gives three; what one leaves ("from Riga") none.
    """
    out: dict[Span, None] = {}
    verb = head_of(doc, start, end)
    led: list[int] = []
    for entity in doc[verb.left_edge.i : verb.right_edge.i + 1].ents:
        name = entity.root
        if entity.label_ != "Location" or name.pos_ != "PROPN" or not _hangs_on(name, verb):
            continue
        if _before(entity) in TOWARDS or (name.dep_ == "conj" and name.head.i in led):
            led.append(name.i)
            out[span_of(doc, entity.start, entity.end)] = None
    return tuple(out)


def _hangs_on(name: Token, verb: Token) -> bool:
    while name.dep_ == "conj" and name.head != verb:
        name = name.head
    return name.head == verb and name.dep_ in ("obl", "obl:unmarked", "nmod")


def _before(entity: SpacySpan) -> str:
    """The word before a name, "the" and "nearby" left out: words tell more safely than arcs."""
    at = entity.start - 1
    while at > 0 and entity.doc[at].dep_ in ("det", "amod"):
        at -= 1
    return entity.doc[at].lower_ if at >= 0 else ""
