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
TRIPS = frozenset({"detour", "itinerary", "journey", "mission", "stopover", "swing", "tour",
                   "travel", "travels", "trip", "visit"})  # fmt: skip
#: Beginnings of verbs that have for object where one goes, and what one may be "due" or "back" in.
GOING = ("cover", "includ", "reach", "tour", "visit")
BEING = frozenset({"be", "been", "is", "was", "were"})
THERE = BEING | {"awaited", "back", "due", "expected", "home"}
HANGING = frozenset({"conj", "nmod", "obj", "obl", "obl:unmarked"})
LEAVING = ("depart", "leav", "left")
TAKING = ("bring", "brought", "carr", "led", "lead", "take", "taking", "took")
COVERING = ("cover", "includ", *TAKING)


def destinations(doc: Doc, start: int, end: int) -> tuple[Span, ...]:
    """Return the names of places to which the verb at tokens ``start`` to ``end`` leads.

    "He *flew* to Orla and Brest, then to Minsk" gives three, "*visit* Orla on Monday, Brest on
    Tuesday" and "*due* in Orla on Monday and in Brest on Tuesday" two; what one leaves ("from
    Riga") none, unless it is the first stop of a trip told of: "a *tour* that took him from Riga to
    Orla".
    """
    out: dict[Span, None] = {}
    head = head_of(doc, start, end)
    verb = _bearer(head)
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
        if _before(doc, start) in towards or _is_gone_to(name, verb) or _goes_on(name, led):
            led.append(name.i)
            out[span_of(doc, start, end)] = None
    return tuple(out)


def is_left(doc: Doc, trigger: tuple[int, int], start: int, end: int) -> bool:
    """Tell whether the trigger is of leaving a place: "*came* from Orla", "*left* Orla for Brest".

    ``trigger`` and ``start`` to ``end`` are ranges of tokens, the second that of the place.
    """
    name, verb = head_of(doc, start, end), head_of(doc, *trigger)
    if verb not in (name.head, name.head.head) or name.head.dep_ == "conj":
        return False
    words = [doc[i].lower_ for i in range(max(0, start - 4), start) if doc[i].dep_ != "det"]
    leaving = name.dep_ == "obj" and name.head == verb and verb.lower_.startswith(LEAVING)
    onward = leaving and any(_before(doc, c.i) == "for" for c in verb.children)
    return words[-1:] == ["from"] or words[-2:] == ["out", "of"] or onward


def _bearer(head: Token) -> Token:
    """The word that the places of a journey hang on: the verb for a trip, the place for "due"."""
    beside = head.dep_ in ("advmod", "case", "cop")
    if (beside and head.head.ent_type_ == "Location") or is_covering(head):
        return head.head
    return next(taking(head), head)


def is_covering(noun: Token) -> bool:
    """Tell whether a trip is said to lead to places: "her *tour* took in Orla and Brest"."""
    covering = noun.dep_ == "nsubj" and noun.head.lower_.startswith(COVERING)
    return noun.lower_ in TRIPS and covering


def taking(noun: Token) -> Iterator[Token]:
    """Yield the verb that says whom a trip leads where: "a *tour* that *took* her to Orla"."""
    if noun.lower_ in TRIPS:
        for child in noun.children:
            if child.dep_ == "acl:relcl" and child.lower_.startswith(TAKING):
                yield child


def _hangs_on(name: Token, verb: Token) -> bool:
    if name != verb and any(c.dep_ == "cop" for c in name.children):
        return False
    while name.dep_ == "conj" and verb not in (name, name.head):
        name = name.head
    return name == verb or (name.head == verb and name.dep_ in HANGING)


def _is_gone_to(name: Token, verb: Token) -> bool:
    """Tell whether a name is the object of "visit"."""
    return name.head == verb and name.dep_ == "obj" and verb.lower_.startswith(GOING)


def _goes_on(name: Token, led: list[int]) -> bool:
    """Tell whether a place goes on a row: "Orla and *Brest*", "Orla on Monday, *Brest* ..."."""
    goes_on = name.head.i in led or name.head.ent_type_ == "Date"
    return name.dep_ == "conj" and bool(led) and goes_on


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
