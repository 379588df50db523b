"""Events of a verb and of the noun that it only carries to one event, with the noun as trigger."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from sayso.find.events.foiled import stops
from sayso.find.events.modes import BLOWING
from sayso.find.events.same import says_no_other
from sayso.language.spans import case_of, head_of, tokens_of
from sayso.record.findings import Event

#: Beginnings of verbs that say no more than that what their noun names is done.
LIGHT = (
    "call", "carri", "carry", "conduct", "conven", "express", "fil", "gave", "give", "giving",
    "grant", "handed", "held", "hold", "impos", "issu", "join", "launch", "lodg", "made", "make",
    "making", "mount", "observ", "perform", "plac", "put", "reach", "resum", "stag", "tak", "took",
    "used", "using", "voic", "wag",
)  # fmt: skip
#: Beginnings of verbs that do something new to what their noun tells.
CHANGING = (
    "accept", "broke", "cancel", "cut", "defer", "delay", "eas", "end", "halt", "honour", "lift",
    "overr", "overt", "postpon", "protest", "reject", "reopen", "repeal", "revers", "scrap", "stop",
    "suspend", "violat", "welcom",
)  # fmt: skip
#: Beginnings of verbs that only begin what another tells.
BEGINNING = ("began", "begin", "begun", "continu", "resum", "start")
EXCHANGES = frozenset({"exchange", "exchanges"})
ANSWERING = ("answer", "hit", "react", "repl", "respond", "retaliat")
#: How such a noun hangs on its verb, and the words between them where it is no object.
CARRIED = frozenset({"nsubj:pass", "obj"})
BETWEEN = frozenset({"in", "into", "on", "under"})
#: How the word for an attack hangs on the word for its harm.
HARMING = frozenset({"nsubj", "obl:agent"})
BY = frozenset({"by", "in"})


def one_of_verb_and_noun(doc: Doc, events: Sequence[Event]) -> list[Event]:
    """Return the events, in text order, a verb and its noun that tell one happening as one.

    "*Imposed sanctions*", "*voiced support*", "*used* tear *gas*": asked for is the same type and
    status (talks may have two), and nobody in the one whom the other does not have. The trigger is
    the noun, also of an attack and its harm ("*killed* by a *shell*"), of a truce that "*holds*"
    and of what one "*began* to *leave*"; but of "a *bomb exploded*" the verb, for a bomb is but a
    thing, and of a verb that says more the surer one ("*fired* a *shot*").
    """
    heads = {head_of(doc, *tokens_of(doc, e.trigger)).i: n for n, e in enumerate(events)}
    kept: list[Event | None] = list(events)
    for n, event in enumerate(events):
        noun = head_of(doc, *tokens_of(doc, event.trigger))
        m = heads.get(noun.head.i)
        verb = None if m is None or m == n else kept[m]
        if m is None or verb is None or not _is_one(noun, verb, event):
            continue
        if stops(noun):  # "guards *repelled* an *attack*": the attack is what happened
            kept[m] = None
        elif noun.head.lower_ in BLOWING | EXCHANGES or _says_more(noun, verb, event):
            kept[m], kept[n] = _joined(verb, event), None
        else:
            kept[n], kept[m] = _joined(event, verb), None
    return [e for e in kept if e is not None]


def _is_one(noun: Token, verb: Event, event: Event) -> bool:
    if verb.type != event.type:
        return False
    if _is_exchanged(noun):
        return verb.status == event.status
    if noun.head.pos_ != "VERB":
        return False
    if _is_begun(noun):
        return says_no_other(verb, event)
    called = noun.head.lower_.startswith("call") and event.status == "planned"
    talks = event.type == "CONSULT" and _is_done(noun)
    if not (verb.status == event.status or called or talks) or noun.pos_ not in ("NOUN", "PROPN"):
        return False
    if event.type == "ASSAULT" and stops(noun):
        return True
    harm = event.type == "ASSAULT" and _is_harm(noun)
    holds = event.type == "RETREAT" and noun.dep_ == "nsubj"
    return (_is_carried(noun) or _is_done(noun) or harm or holds) and says_no_other(verb, event)


def _is_exchanged(noun: Token) -> bool:
    """Tell whether a noun is what two sides give each other: "an *exchange* of *fire*"."""
    return noun.dep_ == "nmod" and noun.head.lower_ in EXCHANGES and case_of(noun) == "of"


def _is_begun(word: Token) -> bool:
    """Tell whether a verb says no more than that an act begins: "*began* to leave"."""
    return word.dep_ == "xcomp" and word.head.lower_.startswith(BEGINNING)


def _is_done(noun: Token) -> bool:
    """Tell whether a noun is what its verb does: "*used* tear *gas*"; not "*eased* the *curbs*"."""
    return noun.dep_ in CARRIED and not noun.head.lower_.startswith(CHANGING)


def _says_more(noun: Token, verb: Event, event: Event) -> bool:
    """Tell whether a verb that does not only carry its noun is the surer trigger of the two."""
    return _is_done(noun) and not _is_carried(noun) and verb.confidence > event.confidence


def _is_carried(noun: Token) -> bool:
    """Tell whether a verb only carries a noun: "*staged* a protest", "*put* its army on alert"."""
    if _answers(noun):
        return True
    if not noun.head.lower_.startswith(LIGHT):
        return False
    return noun.dep_ in CARRIED or (noun.dep_ == "obl" and case_of(noun) in BETWEEN)


def _answers(noun: Token) -> bool:
    """Tell whether a verb only says that a noun is an answer: "*responded* with rocket fire"."""
    answers = noun.head.lower_.startswith(ANSWERING)
    return answers and noun.dep_ == "obl" and case_of(noun) == "with"


def _is_harm(noun: Token) -> bool:
    """Tell whether a verb says what an attack did: "*killed* by a shell", "a blast *hit* it"."""
    return noun.dep_ in HARMING or (noun.dep_ == "obl" and case_of(noun) in BY)


def _joined(event: Event, other: Event) -> Event:
    """The event with what only the other tells."""
    return replace(
        event,
        mode=event.mode or other.mode,
        actor=event.actor or other.actor,
        target=event.target or other.target,
        place=event.place or other.place,
        time=event.time or other.time,
        evidence=tuple(dict.fromkeys((*event.evidence, *other.evidence))),
        confidence=max(event.confidence, other.confidence),
    )
