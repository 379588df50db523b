"""Figures of things that are seized, stolen, recovered or carried off: nobody's captives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from sayso.find.figures.classes import is_people
from sayso.find.figures.constructions import built, is_plain
from sayso.find.figures.governed import OBJECTS, counted, is_one_of, measure_of, verb_of
from sayso.language.booty import is_booty, is_carried_off, is_weapon
from sayso.language.numbers import Quantity
from sayso.language.spans import token_at
from sayso.record.findings import Figure

_LOOTS = frozenset(
    {"confiscate", "hijack", "impound", "loot", "pillage", "plunder", "ransack", "rob", "seize",
     "steal", "stole", "stolen"}
)  # fmt: skip
#: What is done to weapons that are won from somebody.
_WINS = frozenset({"capture", "recover"})
#: What is done to weapons alone: other things are found by anybody.
_FINDS = frozenset({"discover", "find", "found", "unearth"})


def is_looted(noun: Token) -> bool:
    """Tell whether things are taken away, not destroyed: "six trucks were looted", "carried off
    *six* trucks"."""
    verb, relation = verb_of(noun)
    if is_people(noun):
        return False
    looted = relation in OBJECTS and is_one_of(verb, _LOOTS)
    return looted or is_carried_off(noun, verb, relation)


def is_won(noun: Token) -> bool:
    """Tell whether weapons or other goods are taken: "recovered *60 rifles*", "*six trucks* were
    stolen"."""
    if not is_booty(noun):
        return False
    verb, relation = verb_of(noun)
    if relation in ("nmod", "obl") and _includes(
        noun
    ):  # "a cache was seized, including *45 rifles*"
        verb = verb_of(verb)[0] if verb.pos_ == "NOUN" else verb
        return is_one_of(verb, _LOOTS | _WINS)
    verbs = _WINS | _FINDS if is_weapon(noun) else _WINS
    return (relation in OBJECTS and is_one_of(verb, verbs)) or is_looted(noun)


def _includes(noun: Token) -> bool:
    """Tell whether a noun, or the first of its row, stands behind "including"."""
    while noun.dep_ == "conj" and noun.head != noun:
        noun = noun.head
    return any(c.lower_ == "including" for c in noun.children)


def counted_booty(doc: Doc, quantities: Sequence[Quantity]) -> Iterator[Figure]:
    """Things, more than one, that are taken away: "Looters made off with *12* trucks."

    Fires on a count of weapons, vehicles, beasts or goods under a plain verb of taking.
    """
    for q in quantities:
        if q.kind not in ("count", "several") or q.high == 1:
            continue
        number = doc[token_at(doc, q.end - 1)]
        noun = counted(number)
        verb, relation = verb_of(noun)
        if noun is number or not is_won(noun) or not is_plain(verb):
            continue
        measure = measure_of(verb, "obj") if relation in OBJECTS else None
        yield built(doc, q, noun, "taken" if measure == "taken" else "other", "counted_booty")
