"""Who does an event with those whom the encoder marked, and who only seemed to do it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from sayso.find.events.parties import PASSIVE, called, subjects
from sayso.language.anchors import Role
from sayso.language.spans import case_of, hanging_on

#: How talks hang on the verb that tells who holds them, what may stand before them there, and
#: beginnings of verbs whose subject takes part in them; who "welcomed talks" need not.
AROUND = frozenset({"after", "ahead", "at", "before", "during", "following", "for", "in", "into"})
TAKING_PART = (
    "attend", "began", "begin", "begun", "boycott", "brok", "conduct", "continu", "end", "enter",
    "had", "has", "have", "held", "hold", "open", "request", "restart", "resum", "seek", "sought",
    "start", "suspend",
)  # fmt: skip
NAMES = frozenset({"NOUN", "PRON", "PROPN"})
#: Types of what several people do in a crowd, and beginnings of verbs of who has them do it, pays
#: for it or puts it down; particles that some of these need.
CROWDS = frozenset({"ASSAULT", "PROTEST"})
INCITING = ("foment", "incit", "inspir", "instigat", "provok", "whip")
PAYING = ("bankroll", "financ", "fund", "sponsor")
QUELLING = ("dispers", "quash", "quell", "suppress")
PUTTING = ("break", "brok", "put")
DOWN = frozenset({"down", "up"})
#: From a word to what it belongs to there are but a few steps.
STEPS = 8


def partners(trigger: Token, nouns: Sequence[Token], kind: str) -> Iterator[Role]:
    """Yield who talks with those marked: "*Orla* resumed talks with Lund", "after talks with Lund
    *Orla* left"; nobody where more than those behind "with" are marked."""
    if kind != "CONSULT" or trigger.pos_ != "NOUN" or not nouns:
        return
    if not all(_is_other_side(noun, trigger) for noun in nouns):
        return
    verb = trigger.head
    around = trigger.dep_ == "obl" and case_of(trigger) in AROUND
    shared = trigger.dep_ == "obj" and verb.lower_.startswith(TAKING_PART)
    if verb.pos_ != "VERB" or not (around or shared):
        return
    own = next(subjects(verb), None)
    if own is not None and own.pos_ in NAMES and own not in nouns:
        yield Role("actor", *called(own), 1.0)


def _is_other_side(noun: Token, trigger: Token) -> bool:
    noun = noun.head if noun.dep_ == "conj" else noun
    return noun.head == trigger and noun.dep_ == "nmod" and case_of(noun) == "with"


def only_seems(trigger: Token, noun: Token, kind: str) -> bool:
    """Tell whether a noun marked as doer does something else about the event.

    "The draft was handed to *Orla*" tells to whom; who was convicted of "inciting *riots*" or sent
    to put down a *mutiny* did not riot.
    """
    to = noun.dep_ == "obl" and noun.head == trigger and case_of(noun) == "to"
    if to and _is_passive(trigger):
        return True
    return kind in CROWDS and _is_stirred(trigger, kind) and not _is_below(noun, trigger)


def _is_passive(verb: Token) -> bool:
    done = verb.dep_ == "acl" and verb.morph.to_dict().get("Tense") == "Past"
    return verb.pos_ == "VERB" and (done or any(r in PASSIVE for _, r, _ in hanging_on(verb)))


def _is_stirred(trigger: Token, kind: str) -> bool:
    """Tell whether a verb says who stirs up, or quells, what a crowd does."""
    verb = trigger.head
    if trigger.pos_ != "NOUN" or trigger.dep_ not in ("nsubj:pass", "obj"):
        return False
    if verb.lower_.startswith(INCITING):
        return True
    if kind != "PROTEST":
        return False
    particle = any(word in DOWN and r == "compound:prt" for word, r, _ in hanging_on(verb))
    quells = verb.lower_.startswith(QUELLING) or (verb.lower_.startswith(PUTTING) and particle)
    return quells or verb.lower_.startswith(PAYING)


def _is_below(noun: Token, trigger: Token) -> bool:
    for _ in range(STEPS):
        if noun == trigger:
            return True
        if noun.head == noun:
            return False
        noun = noun.head
    return False
