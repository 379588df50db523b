"""The measure that a construction gives to a quantity: "12 were killed", "12 dead"."""

from __future__ import annotations

from functools import cache
from typing import cast

from spacy.tokens import Doc, Token

from sayso.language.word_lists import rows
from sayso.record.vocabulary import Measure

OBJECTS = frozenset({"obj", "nsubj:pass"})
#: Relations by which a number hangs on what it counts.
COUNTING = frozenset({"nummod", "det", "amod", "advmod", "compound", "nmod"})
#: A word of state stands at most so many tokens behind a bare number ("12 others wounded").
_STATE_NEAR = 3


@cache
def measures(role: str) -> dict[str, Measure]:
    """Return the words of a role (obj, subj, state, noun) with the measure that each gives."""
    return {word: cast(Measure, m) for word, r, m in rows("figure_verbs") if r == role}


def governed_measure(doc: Doc, at: int) -> Measure | None:
    """Return the measure that the tree gives to the quantity whose last token is ``at``."""
    noun = counted(doc[at])
    if noun.lemma_.lower() in measures("noun"):
        return measures("noun")[noun.lemma_.lower()]
    for child in noun.children:
        if child.dep_ == "acl" and child.i > noun.i and "Past" in child.morph.get("Tense", []):
            found = measures("obj").get(child.lemma_.lower())
            if found:
                return found
    return _by_verb(noun) or _by_state(doc, at)


def counted(number: Token) -> Token:
    """Return the noun that a number counts, or the number itself where it stands alone."""
    if number.dep_ in COUNTING and number.head.pos_ in ("NOUN", "PROPN", "ADJ", "PRON"):
        return number.head
    return number


def verb_of(noun: Token) -> tuple[Token, str]:
    """Return the verb that a noun depends on and by which relation, over coordinated nouns."""
    while noun.dep_ == "conj" and noun.head is not noun and noun.head.pos_ != "VERB":
        noun = noun.head
    return noun.head, noun.dep_


def _by_verb(noun: Token) -> Measure | None:
    verb, relation = verb_of(noun)
    if relation in OBJECTS:
        return measures("obj").get(verb.lemma_.lower())
    return measures("subj").get(verb.lemma_.lower()) if relation == "nsubj" else None


def _by_state(doc: Doc, at: int) -> Measure | None:
    for token in doc[at + 1 : at + 1 + _STATE_NEAR]:
        if token.lower_ in measures("state"):
            return measures("state")[token.lower_]
        if token.is_punct or token.pos_ == "VERB":
            break
    return None
