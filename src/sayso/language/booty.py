"""Things that somebody takes away: what may be seized or stolen, and verbs that carry it off."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from sayso.language.spans import case_of
from sayso.language.word_lists import rows, words_of

#: Forms of verbs that carry a thing off, each with the words that they need beside them.
CARRYING = ("carr", "drive", "driv", "drove", "haul", "take", "taking", "took", "tow")
MAKING = frozenset({"made", "make", "makes", "making"})
AWAY = frozenset({"away", "off"})


@cache
def _nouns() -> frozenset[str]:
    return frozenset(row[0] for row in rows("booty_nouns"))


def is_booty(noun: Token) -> bool:
    """Tell whether a noun is a thing that is taken, or a number or mass of such: "six *rifles*",
    "*crates* of ammunition"."""
    return any(_is_thing(n) for n in (noun, *(c for c in noun.children if c.dep_ == "nmod")))


def _is_thing(noun: Token) -> bool:
    """Tell whether a noun is of the list, by its form or its lemma, which may lose an e."""
    lemma = noun.lemma_.lower()
    return not _nouns().isdisjoint({noun.lower_, lemma, lemma + "e"})


def is_weapon(noun: Token) -> bool:
    """Tell whether a noun is a weapon or what a weapon needs, by the same list."""
    lemma = noun.lemma_.lower()
    return not words_of("booty_nouns", "weapon").isdisjoint({noun.lower_, lemma, lemma + "e"})


def carries_off(verb: Token) -> bool:
    """Tell whether a verb says that something is carried away: "*drove off* 200 cattle", "*made
    off* with six trucks"."""
    if not any(c.lower_ in AWAY for c in verb.children):
        return False
    return verb.lower_.startswith(CARRYING) or verb.lower_ in MAKING


def is_carried_off(noun: Token, verb: Token, relation: str) -> bool:
    """Tell whether a noun, which hangs on a verb by a relation, is a thing carried away by it."""
    if not carries_off(verb) or not is_booty(noun):
        return False
    if relation == "obl":
        return case_of(noun) == "with"
    return relation in ("obj", "nsubj:pass") and verb.lower_ not in MAKING
