"""The word "call" of a Doc to the kind of talk that it tells, or to a request."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from sayso.language.spans import case_of, hanging_on, head_of
from sayso.language.word_lists import words_of

CALL = frozenset({"call", "called", "calling", "calls"})
#: Beginnings of what one calls a person up for, and of what one calls on a person for.
TALKING = (
    "apologi", "ask", "brief", "complain", "congratulat", "convey", "discuss", "express", "inform",
    "speak", "talk", "tell", "thank", "urg", "warn", "wish",
)  # fmt: skip
PAYING = ("brief", "congratulat", "convey", "discuss", "express", "thank", "wish")
#: What is met without a meeting: "*met* the deadline".
UNMET = frozenset(
    ["condition", "conditions", "criteria", "deadline", "deadlines", "demand", "demands", "goal",
     "goals", "need", "needs", "obligations", "requirements", "standards", "target", "targets",
     "terms"]
)  # fmt: skip
MEETING = frozenset({"meet", "meeting", "meets", "met"})
PURPOSE = frozenset({"advcl", "xcomp"})


def talk_called(doc: Doc, start: int, end: int) -> str | None:
    """Return "phone" or "visit" where the trigger at tokens ``start`` to ``end`` is such a call.

    "The king *called* the premier to congratulate him" is a talk by telephone, "the envoy *called
    on* the minister to discuss grain" a visit; "called on Orla to withdraw" and "called for talks"
    are neither.
    """
    verb = head_of(doc, start, end)
    if verb.lower_ not in CALL:
        return None
    for child in verb.children:
        if child.dep_ == "obj" and _is_person(child) and not case_of(child):
            return "phone" if _is_for(verb, TALKING) else None
        # Where "on" stands the tree calls the person an object as often as not.
        if child.dep_ in ("obj", "obl") and case_of(child) in ("on", "upon") and _is_person(child):
            return "visit" if _is_for(verb, PAYING) else None
    return None


def asks_for(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a trigger is the noun in "a *call* by Orla *for* a truce": no telephone."""
    noun = head_of(doc, start, end)
    if noun.lower_ not in CALL or noun.pos_ != "NOUN":
        return False
    return any(
        c.dep_ == "nmod" and case_of(c) == "for" and not _is_person(c) for c in noun.children
    )


def meets_nobody(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a trigger says that a demand or a deadline is met: "to *meet* their demands"."""
    verb = head_of(doc, start, end)
    if verb.lower_ not in MEETING or verb.pos_ != "VERB":
        return False
    return any(r in ("obj", "nsubj:pass") and w in UNMET for w, r, _ in hanging_on(verb))


def _is_for(verb: Token, purposes: tuple[str, ...]) -> bool:
    return any(
        c.dep_ in PURPOSE
        and c.lower_.startswith(purposes)
        and any(m.dep_ == "mark" and m.lower_ == "to" for m in c.children)
        for c in verb.children
    )


def _is_person(noun: Token) -> bool:
    lemma = noun.lemma_.lower()
    return (
        noun.ent_type_ == "Person"
        or lemma == "counterpart"
        or lemma in words_of("person_nouns", "person")
    )
