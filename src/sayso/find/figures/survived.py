"""Those who got away or were only hurt, so far as is told: "*12* captives escaped", "*a* guard was
stabbed"."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from sayso.find.figures.governed import OBJECTS, is_one_of, verb_of
from sayso.language.spans import lower_of
from sayso.record.vocabulary import Measure

_ESCAPES = frozenset({"abscond", "escape", "flee", "fled"})
#: What leads to an escape that is told to have come off.
_MANAGES = frozenset({"able", "manage"})
_CAPTIVES = frozenset(
    {"abductee", "captive", "convict", "detainee", "hostage", "inmate", "internee", "prisoner"}
)
_CAPTURED = frozenset({"abducted", "captive", "captured", "detained", "imprisoned", "jailed",
                       "kidnapped", "seized"})  # fmt: skip
_WOUNDS = frozenset({"knife", "shoot", "shot", "stab"})
#: Beginnings of words that tell a death.
_DEATHS = ("assassin", "bodies", "body", "corpse", "dead", "death", "die", "dying", "execut",
           "fatal", "funeral", "kill", "lethal", "mourn", "murder", "slain", "succumb")  # fmt: skip
#: What the encoder may take an escape for.
_MISTAKEN = frozenset({"arrested", "held", "killed", "missing", "other", "taken"})


def escapes(noun: Token) -> bool:
    """Tell whether somebody gets away: "12 captives *escaped*", "five managed to *escape*"."""
    verb, relation = verb_of(noun)
    if relation != "nsubj" or any(c.lower_ in ("not", "n't", "n’t") for c in verb.children):
        return False
    led = [c for c in verb.children if c.dep_ == "xcomp"] if is_one_of(verb, _MANAGES) else []
    return any(is_one_of(v, _ESCAPES) for v in (verb, *led))


def is_captive(noun: Token) -> bool:
    """Tell whether those counted are in somebody's hands: "12 *hostages*", "two of the *abducted*
    girls"."""
    nouns = (noun, *(c for c in noun.children if c.dep_ == "nmod"))
    return any(
        n.lemma_.lower() in _CAPTIVES or any(c.lower_ in _CAPTURED for c in n.children)
        for n in nouns
    )


def survived(doc: Doc, measure: Measure, noun: Token) -> Measure:
    """Return the measure of those counted: freed for captives who escape, injured for those shot or
    stabbed where the text tells no death, else the one given."""
    if measure in _MISTAKEN and escapes(noun) and is_captive(noun):
        return "freed"
    verb, relation = verb_of(noun)
    wounded = measure == "killed" and relation in OBJECTS and is_one_of(verb, _WOUNDS)
    return "injured" if wounded and not _tells_death(doc) else measure


def _tells_death(doc: Doc) -> bool:
    return any(word.startswith(_DEATHS) for word in lower_of(doc))
