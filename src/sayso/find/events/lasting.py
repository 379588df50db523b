"""Statuses of what goes on: a truce that holds, an attack that somebody is to end, a road that has
been shut since Sunday."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from sayso.language.spans import hanging_on
from sayso.record.vocabulary import Status

#: Forms of "hold" in the present, and in the past.
HOLDING = frozenset({"hold", "holding", "holds"})
HELD = "held"
HAVE = frozenset({"'s", "'ve", "has", "have", "’s", "’ve"})
#: Auxiliaries under which nothing goes on yet.
TO_COME = frozenset({"can", "could", "may", "might", "must", "shall", "should", "will", "would"})
NOT = frozenset({"n't", "n’t", "neither", "never", "no", "nor", "not"})
#: Beginnings of verbs that bring what goes on to its end, and nouns for that.
ENDING = ("ceas", "end", "halt", "stop")
ENDS = frozenset({"cessation", "end", "ending", "halt"})
#: Beginnings of words over such a noun that ask for the end.
ASKING = ("appeal", "ask", "call", "demand", "plea", "press", "propos", "pursue", "push", "seek",
          "sought", "urg", "want")  # fmt: skip
#: Participles of what is done to somebody or something as long as it lasts.
KEPT = frozenset({"barred", "besieged", "blockaded", "blocked", "closed", "confined", "encircled",
                  "grounded", "held", "kept", "occupied", "sealed", "shut",
                  "surrounded"})  # fmt: skip
#: Beginnings of verbs that bring such a state to its end.
FREEING = ("free", "liberat", "releas", "reopen", "rescu", "return")
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
REAL = frozenset({"happened", "ongoing"})


def lasting(head: Token, status: Status) -> Status | None:
    """Return the status of what goes on, or has been brought to its end, None for anything else.

    "The *truce* has held" and "urged it to end its *raids*" tell what goes on, as do "still
    *recognise* it" and "has been *held* since May"; who "ended the *blockade*" tells of one that
    is over.
    """
    if status in (*REAL, "planned") and _holds(head):
        return "ongoing"
    if status in ("happened", "possible") and _is_to_end(head, status):
        return "ongoing"
    if status == "ongoing" and _is_ended(head):
        return "happened"
    if status == "happened" and (_is_still(head) or _has_been_since(head)):
        return "ongoing"
    return None


def _words(head: Token, *relations: str) -> set[str]:
    return {word for word, relation, _ in hanging_on(head) if relation in relations}


def _holds(head: Token) -> bool:
    """Tell whether a noun is said to hold: "the *truce* is holding", "has held since Friday"."""
    verb = head.head
    if head.dep_ != "nsubj" or head.pos_ != "NOUN" or verb.pos_ != "VERB":
        return False
    beside = _words(verb, "aux", "advmod")
    held = verb.lower_ in HOLDING or (verb.lower_ == HELD and not HAVE.isdisjoint(beside))
    return held and beside.isdisjoint(TO_COME | NOT | {"to"}) and not _words(verb, "obj", "xcomp")


def _is_to_end(head: Token, status: Status) -> bool:
    """Tell whether somebody is asked, or about, to end what a noun tells: "a call for an end to the
    *siege*", "urged it to cease its *raids*"; what is to be stopped may never have come about."""
    over = head.head
    if head.pos_ != "NOUN":
        return False
    if over.pos_ == "NOUN":
        asked = over.head.lower_.startswith(ASKING)
        return head.dep_ == "nmod" and over.lower_ in ENDS and asked
    to = "to" in _words(over, "aux", "mark")
    ending = over.lower_.startswith(ENDING) and head.dep_ == "obj" and to
    return ending and (status == "happened" or not over.lower_.startswith("stop"))


def _is_ended(head: Token) -> bool:
    """Tell whether somebody is said to have ended what a noun tells: "ended their *blockade*"."""
    verb = head.head
    if head.dep_ != "obj" or not verb.lower_.startswith(ENDING) or verb.pos_ != "VERB":
        return False
    form = verb.morph.to_dict()
    past = form.get("Tense") == "Past" and form.get("VerbForm") == "Fin"
    now = form.get("VerbForm") == "Fin" and verb.dep_ in ("acl:relcl", "root")
    return (past or now) and not _words(verb, "aux") and NOT.isdisjoint(_words(verb, "advmod"))


def _is_still(head: Token) -> bool:
    """Tell whether something is said to be done still: "*still* recognise it"."""
    if head.pos_ != "VERB" or "still" not in _words(head, "advmod"):
        return False
    form = head.morph.to_dict()
    now = form.get("VerbForm") == "Fin" and form.get("Tense") == "Pres"
    return now or bool(_words(head, "aux:pass") - {"been"})


def _has_been_since(head: Token) -> bool:
    """Tell whether a state is said to have lasted since some time: "has been *shut* since Sunday",
    "two men *held* since May"; not of men who are freed."""
    if head.lower_ not in KEPT or not any(_since(head)):
        return False
    beside = _words(head, "aux", "aux:pass")
    if not HAVE.isdisjoint(beside):
        return True
    own = any(relation in SUBJECTS for _, relation, _ in hanging_on(head))
    if beside or own or head.dep_ != "acl":
        return False
    verb = head.head.head
    while verb.pos_ in ("NOUN", "PROPN") and verb.head != verb:
        verb = verb.head
    return not verb.lower_.startswith(FREEING)


def _since(head: Token) -> Iterator[bool]:
    """Yield for what hangs on a verb whether "since" opens it."""
    for _, relation, at in hanging_on(head):
        if relation in ("advcl", "obl"):
            yield "since" in _words(head.doc[at], "case", "mark")
        elif relation == "advmod":
            yield head.doc[at].lower_ == "since"
