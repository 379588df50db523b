"""Who hosts talks, stands as guarantor or carries messages, told beside the names of a proposal.

"Kenya, which hosted the meeting", "with Norway as guarantor", "has passed messages between them".
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from sayso.find.proposals.clauses import MEETINGS, SUBJECTS, bases, is_party, subject
from sayso.find.proposals.parties import case_of
from sayso.language.spans import lower_of

HOSTING = frozenset({"host", "hosted", "hosting", "hosts"})
#: What is hosted where something is bargained over.
HOSTED = (MEETINGS - {"conference"}) | {"consultations", "contacts", "discussions", "meetings",
                                        "rounds", "session", "sessions"}  # fmt: skip
#: Nouns of those who stand between or behind the sides, and how one may be that.
PARTS = frozenset({"co-host", "co-hosts", "guarantor", "guarantors", "host", "hosts"})
#: Those who are told by where they come from: "*mediators* from Oman".
MEDIATORS = frozenset({"go-betweens", "mediators"})
ACTING = frozenset({"act", "serve", "play", "stand"})
#: What goes between two sides, and the forms of the verbs that take it there.
MESSAGES = frozenset({"answers", "letters", "message", "messages", "notes", "papers", "texts"})
FORMS = frozenset({"carried", "carries", "carrying", "conveyed", "conveying", "conveys", "ferried",
                   "ferrying", "passed", "passes", "passing", "relayed", "relaying", "relays",
                   "shuttled", "shuttles", "shuttling", "transmitted"})  # fmt: skip
#: What makes it a thing to come, or denies it.
NOT_YET = frozenset({"could", "if", "may", "might", "must", "n't", "never", "not", "should", "to",
                     "would"})  # fmt: skip


def hosts(doc: Doc) -> Iterator[tuple[int, list[Token]]]:
    """Yield where somebody is told to stand between the sides, and the words that name him."""
    for i, word in enumerate(lower_of(doc)):
        if word in HOSTING and doc[i].pos_ == "VERB":
            found = _hosting(doc[i])
        elif word in PARTS and doc[i].pos_ in ("NOUN", "PROPN"):
            found = _standing(doc[i])
        elif word in MEDIATORS and doc[i].dep_ not in ("appos", "compound"):
            found = [c for c in doc[i].children if c.dep_ == "nmod" and case_of(c) == {"from"}]
        elif word in FORMS and doc[i].pos_ == "VERB":
            found = _carrying(doc[i])
        else:
            continue
        named = [t for t in found if is_party(t)]
        if named:
            yield i, named


def _hosting(verb: Token) -> list[Token]:
    """ "*Kenya*, which hosted the meeting"; "talks (co-)hosted by *Oman*"."""
    up = verb.head if verb.head.lower_ == "co" else verb
    if _is_not_yet(up):
        return []
    agents = [c for v in {up, verb} for c in v.children if _is_agent(c)]
    if agents:
        met = up.head if up.dep_ == "acl" else subject(up.head if up.dep_ == "advcl" else up)
        return agents if met is not None and met.lower_ in HOSTED else []
    held = [c for c in verb.children if c.dep_ == "obj"]
    doer = subject(verb)
    done = doer is not None and doer.dep_ == "nsubj" and any(c.lower_ in HOSTED for c in held)
    return [doer] if done and doer is not None else []


def _is_agent(word: Token) -> bool:
    return word.dep_ == "obl:agent" or (word.dep_ == "obl" and "by" in case_of(word))


def _standing(noun: Token) -> list[Token]:
    """ "*Oman*, the host"; "*Oman* is the host"; "with *Oman* as host"; "*Oman* acted as host"."""
    behind = [c for c in noun.children if c.dep_ in ("nmod", "nmod:poss")]
    if not all(c.lower_ in HOSTED for c in behind):
        return []  # "the guarantor of the earlier deal", "the rebels' host"
    if noun.dep_ == "appos":
        return [noun.head]
    if any(c.dep_ == "cop" for c in noun.children):
        doer = next((c for c in noun.children if c.dep_ in SUBJECTS), None)
        return [doer] if doer is not None and not _is_not_yet(noun) else []
    verb = noun.head
    if "as" in case_of(noun):
        beside = (c for c in verb.children if "with" in case_of(c) and c.i < noun.i)
        other = next(beside, None)
        if other is not None:
            return [other]
    elif noun.dep_ != "obj":
        return []
    doer = subject(verb) if bases(verb) & ACTING and not _is_not_yet(verb) else None
    return [doer] if doer is not None else []


def _carrying(verb: Token) -> list[Token]:
    """ "*Oman* has carried messages between the two"; "*the envoy* shuttled between them"."""
    if _is_not_yet(verb):
        return []
    held = [c for c in verb.children if c.dep_ == "obj"]
    near = [verb, *held]
    ways = any("between" in case_of(c) and is_party(c) for up in near for c in up.children)
    carried = any(c.lower_ in MESSAGES for c in held) or ("shuttle" in bases(verb) and not held)
    doer = subject(verb) if ways and carried else None
    return [doer] if doer is not None and doer.dep_ == "nsubj" else []


def _is_not_yet(verb: Token) -> bool:
    """Tell whether it is only wanted, denied or to come: "denied *having played* host"."""
    return verb.dep_ == "xcomp" or any(c.lower_ in NOT_YET for c in verb.children)
