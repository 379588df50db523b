"""Attacks that others foil or repel, and what is taken from those who made them."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from sayso.find.events.parties import done_to, subjects
from sayso.language.booty import carries_off, is_booty, is_carried_off
from sayso.language.pronouns import antecedent
from sayso.language.spans import head_of

#: Beginnings of verbs that stop an attack of somebody else's, and what "beat" and others need.
FOILING = ("avert", "foil", "repel", "repuls", "thwart")
BEATING = ("beat", "drove", "driv", "fend", "fought", "push", "threw", "ward")
AWAY = frozenset({"back", "off"})
#: Nouns that an act hangs on which is only tried: "a *plot* to abduct him".
TRIED = frozenset({"attempt", "attempts", "bid", "effort", "efforts", "plan", "plans", "plot",
                   "plots", "try"})  # fmt: skip
#: Beginnings of verbs of taking.
TAKING = ("captur", "confiscat", "impound", "loot", "seiz", "steal", "stole")


def is_foiler(trigger: Token, noun: Token) -> bool:
    """Tell whether a noun names who stops an attack: "*Guards* foiled a raid by rebels"."""
    at = trigger.head if trigger.dep_ == "acl" and trigger.head.lower_ in TRIED else trigger
    if at.dep_ == "nmod" and at.head.lower_ in TRIED:
        at = at.head
    verb = at.head
    if at.dep_ != "obj" or at.pos_ != "NOUN" or not _foils(verb):
        return False
    foilers = [_meant(s) for s in subjects(verb)]
    return any(noun == s or (noun.dep_ == "conj" and noun.head == s) for s in foilers)


def _meant(subject: Token) -> Token:
    """The noun that a pronoun stands for: "the army said *it* had repelled a raid"."""
    found = antecedent(subject.doc, subject.i) if subject.pos_ == "PRON" else None
    return head_of(subject.doc, *found) if found is not None else subject


def _foils(verb: Token) -> bool:
    if verb.lower_.startswith(FOILING):
        return True
    return verb.lower_.startswith(BEATING) and any(c.lower_ in AWAY for c in verb.children)


def stops(attack: Token) -> bool:
    """Tell whether the verb over an attack says that it is beaten off: "*repelled* an attack"."""
    return attack.dep_ in ("nsubj:pass", "obj") and _foils(attack.head)


def is_of_foiled(trigger: Token, noun: Token) -> bool:
    """Tell whether a noun names those whom somebody harms who beats off their attack: "repelled an
    attack, killing nine *rebels*"."""
    noun = noun.head if noun.dep_ == "conj" else noun
    verb = noun.head
    if not stops(trigger) or noun.dep_ != "obj" or verb == trigger.head:
        return False
    while verb.dep_ == "conj" and verb.head not in (verb, trigger.head):
        verb = verb.head
    return verb.head == trigger.head and verb.dep_ in ("advcl", "conj")


def is_of_booty(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a verb takes things alone and nobody captive: "*capturing* two tanks", "*made
    off* with six trucks"."""
    verb = head_of(doc, start, end)
    if verb.pos_ != "VERB":
        return False
    if carries_off(verb):
        return any(_all_booty(c) and is_carried_off(c, verb, c.dep_) for c in verb.children)
    taken = done_to(verb) if verb.lower_.startswith(TAKING) else None
    return taken is not None and _all_booty(taken)


def _all_booty(noun: Token) -> bool:
    """Tell whether a noun, and all that stand in a row with it, are things that are taken."""
    return all(is_booty(n) for n in (noun, *(c for c in noun.children if c.dep_ == "conj")))
