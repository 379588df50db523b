"""The places that a journey is said to lead to, by the tree of its verb."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from sayso.language.spans import head_of, span_of
from sayso.record.span import Span

#: Modes of CONSULT in which somebody travels.
TRAVELS = frozenset({"visit", "third-party"})
TOWARDS = frozenset({"to", "in", "at", "for", "into"})
#: Nouns of the road, and beginnings of what is said of one: "a tour that *took* her to Orla".
TRIPS = frozenset({"journey", "mission", "swing", "tour", "travel", "travels", "trip", "visit"})
TAKING = ("bring", "brought", "carr", "led", "lead", "take", "taking", "took")


def destinations(doc: Doc, start: int, end: int) -> tuple[Span, ...]:
    """Return the names of places to which the verb at tokens ``start`` to ``end`` leads.

    "He *flew* to Orla and Brest, then to Minsk" gives three; what one leaves ("from Riga") none,
    unless it is the first stop of a trip told of: "a *tour* that took him from Riga to Orla".
    """
    out: dict[Span, None] = {}
    head = head_of(doc, start, end)
    verb = next(taking(head), head)
    towards = TOWARDS if verb == head else TOWARDS | {"from"}
    led: list[int] = []
    last = verb.right_edge.i
    for i in range(verb.left_edge.i, last + 1):
        if doc[i].ent_type_ != "Location" or doc[i].ent_iob_ != "B":
            continue
        start, end = named_at(doc, i)
        name = head_of(doc, start, end)
        if end > last + 1 or name.pos_ != "PROPN" or not _hangs_on(name, verb):
            continue
        if _before(doc, start) in towards or (name.dep_ == "conj" and name.head.i in led):
            led.append(name.i)
            out[span_of(doc, start, end)] = None
    return tuple(out)


def taking(noun: Token) -> Iterator[Token]:
    """Yield the verb that says whom a trip leads where: "a *tour* that *took* her to Orla"."""
    if noun.lower_ in TRIPS:
        for child in noun.children:
            if child.dep_ == "acl:relcl" and child.lower_.startswith(TAKING):
                yield child


def _hangs_on(name: Token, verb: Token) -> bool:
    while name.dep_ == "conj" and name.head != verb:
        name = name.head
    return name.head == verb and name.dep_ in ("obl", "obl:unmarked", "nmod")


def named_at(doc: Doc, at: int) -> tuple[int, int]:
    """Return the range of the name that token ``at`` stands in, its own where it is in none."""
    start, end = at, at + 1
    while start > 0 and doc[start].ent_iob_ == "I":
        start -= 1
    while end < len(doc) and doc[end].ent_iob_ == "I":
        end += 1
    return start, end


def _before(doc: Doc, start: int) -> str:
    """The word before a name, "the" and "nearby" left out: words tell more safely than arcs."""
    at = start - 1
    while at > 0 and doc[at].dep_ in ("det", "amod"):
        at -= 1
    return doc[at].lower_ if at >= 0 else ""
