"""The measure that a construction gives to a quantity: "12 were killed", "12 dead"."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache, lru_cache
from typing import cast

from spacy.tokens import Doc, Token

from sayso.language.spans import case_of, classes_of, lower_of, sentence_at
from sayso.language.verb_forms import verb_lemma
from sayso.language.word_lists import rows, words_of
from sayso.record.vocabulary import Measure

OBJECTS = frozenset({"obj", "nsubj:pass"})
#: Relations by which a number hangs on what it counts.
COUNTING = frozenset({"nummod", "det", "amod", "advmod", "compound", "nmod"})
#: A word of state stands at most so many tokens behind a bare number ("12 others wounded").
_STATE_NEAR = 3
#: A verb rules the numbers of its list over so many tokens ("destroyed two trucks, a tank and").
_LIST_NEAR = 40
#: Between a number and its passive verb stand at most so many tokens.
_PASSIVE_NEAR = 12
_BE = frozenset({"is", "are", "was", "were", "been", "being", "be"})
_BE_NEAR = 3
_SEARCHES = frozenset(
    ["search", "searching", "searches", "searched", "pursuit", "hunt", "hunting", "looking"]
)
_PLANS = frozenset(
    ["operation", "operations", "mission", "plan", "plans", "plot", "order", "orders", "bid",
     "attempt", "effort", "raid", "planned", "ordered", "plotted", "plotting", "planning"]
)  # fmt: skip
_AIMS = frozenset({"target", "seek", "pursue", "track", "hunt", "locate"})
#: Words that may stand between a verb and the number that is its object.
_HEDGES = frozenset(
    ["at", "least", "more", "than", "over", "up", "to", "about", "around", "some", "nearly",
     "almost", "approximately", "another", "as", "many", "roughly", "an", "estimated", "only"]
)  # fmt: skip
_HELD = frozenset({"acl", "nsubj", "nsubj:pass"})
_CUSTODY = frozenset({"captivity", "custody", "detention", "jail", "prison"})
_LIVES = frozenset({"live", "remain", "sleep", "stay"})
_STAYS = frozenset({"be", "languish", "remain", "stay"})
_HELPS = frozenset({"aid", "assist", "feed", "help", "reach", "serve", "supply", "vaccinate"})
_GIVES = frozenset(
    {"bring", "deliver", "dispense", "distribute", "give", "hand", "offer", "provide", "send",
     "supply"}
)  # fmt: skip
_CUTS_OFF = frozenset({"besiege", "encircle", "strand", "surround", "trap"})
_LACKS = frozenset({"face", "lack", "need", "require", "starve"})
_SHOOTS = frozenset({"bring", "brought", "shoot", "shot"})
_AT = frozenset({"against", "at", "into", "on", "toward", "towards"})
_DYING = frozenset({"dead", "death", "deaths", "die", "died", "dies", "dying", "succumbed"})
_HEARS = frozenset({"consult", "debrief", "interview", "question"})
_SENDS = frozenset({"move", "rush", "send"})
#: What makes a strike an armed one: not one of workers.
_ARMED = frozenset({"air", "artillery", "drone", "military", "missile", "rocket"})
_STRIKE_VERBS = frozenset({"carry", "conduct", "destroy", "engage", "hit", "launch", "target"})


@cache
def measures(role: str) -> dict[str, Measure]:
    """Return the words of a role (obj, subj, state, noun) with the measure that each gives."""
    return {word: cast(Measure, m) for word, r, m in rows("figure_verbs") if r == role}


def measure_of(token: Token, role: str) -> Measure | None:
    """Return the measure that a word gives in a role, by its lemma or by its form."""
    return _measure(token.lower_, token.lemma_, role)


@lru_cache(maxsize=20_000)
def _measure(word: str, lemma: str, role: str) -> Measure | None:
    table = measures(role)
    forms = (form for form in (lemma.lower(), word, verb_lemma(word)) if form in table)
    return next((table[form] for form in forms), None)


def is_one_of(token: Token, verbs: Collection[str]) -> bool:
    """Tell whether a word is a form of one of the verbs, by its lemma or by its form."""
    return any(f in verbs for f in (token.lemma_.lower(), token.lower_, verb_lemma(token.lower_)))


def governed_measure(doc: Doc, at: int) -> Measure | None:
    """Return the measure that verb or noun gives to the quantity whose last token is ``at``."""
    found = adjacent_measure(doc, at)
    noun = counted(doc[at])
    if found is None and noun.pos_ == "NOUN":
        found = measure_of(noun, "noun")
    return found or _by_verb(noun) or _by_state(doc, at) or _by_order(doc, at)


def adjacent_measure(doc: Doc, at: int) -> Measure | None:
    """Return the measure of what stands right before: "wounding five", "the death of two"."""
    before = token_before(doc, at)
    if before < sentence_at(doc, at)[0] or _is_passive(doc, before):
        return None
    if doc[before].pos_ == "NOUN" and doc[before + 1].lower_ == "to":  # "for the strike to 16"
        return None
    if doc[before].lower_ == "of" and before > 0:
        return measure_of(doc[before - 1], "act")
    verb = doc[before].head
    if doc[before].dep_ == "compound:prt" and not is_one_of(verb, _SHOOTS):
        return measure_of(verb, "obj")  # "burning *down* 20 houses" downs nothing
    return measure_of(doc[before], "obj")


def is_kept(noun: Token) -> bool:
    """Tell whether somebody stays in captivity: "40 captives *remain in custody*", "40 *held* as
    protests spread"."""
    verb, relation = verb_of(noun)
    if relation in _HELD and verb.lower_ == "held" and verb.i == noun.i + 1:
        return not any(c.dep_ == "obj" for c in verb.children)
    if relation == "nsubj" and noun.head.lemma_.lower() in _CUSTODY:  # "40 are in custody"
        return any(c.dep_ == "cop" for c in noun.head.children)
    places = [c for c in verb.children if c.dep_ == "obl" and c.lemma_.lower() in _CUSTODY]
    return relation == "nsubj" and is_one_of(verb, _STAYS) and bool(places)


def is_left(noun: Token) -> bool:
    """Tell whether somebody has been left where he was: "13 *are still in Orla*", "13 remain"."""
    verb, relation = verb_of(noun)
    if relation != "nsubj":
        return False
    still = any(c.lower_ == "still" for c in verb.children)
    there = verb.pos_ in ("NOUN", "PROPN") and case_of(verb) in ("at", "in", "inside")
    return (there and still) or is_one_of(verb, ("remain",))


def remains(noun: Token) -> bool:
    """Tell whether somebody is still where or how he was: "40 *remain* trapped"."""
    verb, relation = verb_of(noun)
    return relation == "nsubj" and verb.lower_ in ("remain", "remains")


def is_of_hurt(doc: Doc, at: int) -> bool:
    """Tell whether a number is one of those hurt, of whom no death is told: "*two* of the injured
    were critical"."""
    words, stop = lower_of(doc), sentence_at(doc, at)[1]
    behind = [w for w in words[at + 1 : min(at + 5, stop)] if w.isalpha()]
    hurt = behind[:2] == ["of", "the"] and behind[2:3] and behind[2] in ("injured", "wounded")
    return bool(hurt) and _DYING.isdisjoint(words[at:stop])


def is_heard(noun: Token) -> bool:
    """Tell whether people are only heard by somebody: "interviewed *24 survivors*", "spoke to *24
    witnesses*", "a poll of *900 people*"."""
    if noun.dep_ == "nmod" and noun.head.lower_ in words_of("poll_words", "noun"):
        return case_of(noun) in ("among", "of")
    verb, relation = verb_of(noun)
    if relation in OBJECTS and is_one_of(verb, _HEARS):
        return True
    to = case_of(noun) in ("to", "with")
    return relation == "obl" and to and is_one_of(verb, ("speak", "spoke", "spoken", "talk"))


def is_sheltered(noun: Token) -> bool:
    """Tell whether somebody has taken shelter: "9,000 are sheltering", "live in shelters"."""
    verb, relation = verb_of(noun)
    if relation != "nsubj":
        return False
    if is_one_of(verb, ("shelter",)):
        return not any(c.dep_ == "obj" for c in verb.children)
    return is_one_of(verb, _LIVES) and any(
        c.dep_ == "obl" and c.lemma_.lower() == "shelter" for c in verb.children
    )


def is_in_need(noun: Token) -> bool:
    """Tell whether people are cut off, lack something or are helped, which drives nobody from home:
    "5,000 are trapped", "would run out of food", "aid reached 300", "gave food to 300"."""
    verb, relation = verb_of(noun)
    chain = (verb, *(c for c in verb.children if c.dep_ == "xcomp"))
    if relation in OBJECTS and any(is_one_of(v, _HELPS | _CUTS_OFF) for v in chain):
        return True
    cases = [c.lower_ for c in noun.children if c.dep_ == "case"]
    if relation == "obl" and "to" in cases and is_one_of(verb, _GIVES):
        return any(c.dep_ in OBJECTS for c in verb.children)
    out = any(c.lower_ == "out" for c in verb.subtree if c.i in (verb.i + 1, verb.i + 2))
    lacks = is_one_of(verb, _LACKS) or (is_one_of(verb, ("run",)) and out)
    return relation == "nsubj" and lacks


def is_aimed_at(noun: Token) -> bool:
    """Tell whether something is shot at, not shot: "fired rockets at *three boats*"."""
    verb, relation = verb_of(noun)
    at = any(c.dep_ == "case" and c.lower_ in _AT for c in noun.children)
    return relation == "obl" and at and measure_of(verb, "obj") == "launched"


def is_shot_down(noun: Token) -> bool:
    """Tell whether weapons are told to be brought down: "*71 drones* were shot down"."""
    verb, relation = verb_of(noun)
    down = is_one_of(verb, _SHOOTS) and any(c.lower_ == "down" for c in verb.children)
    return relation in OBJECTS and down and measure_of(noun, "weapon") is not None


def is_sent(noun: Token) -> bool:
    """Tell whether a verb says that people are sent: not "put its staff on alert"."""
    verb, relation = verb_of(noun)
    return relation in OBJECTS and (
        measure_of(verb, "obj") == "deployed" or is_one_of(verb, _SENDS)
    )


def is_strike(noun: Token) -> bool:
    """Tell whether a noun is an armed strike by itself or by a word beside it: "drone strikes"."""
    if measure_of(noun, "strike") is None:
        return False
    beside = [c.lower_ for c in noun.children if c.dep_ in ("compound", "amod") and c.i < noun.i]
    verb = noun.head if noun.dep_ in ("nsubj", *OBJECTS) else None
    return (
        len(noun.lower_) > len("strikes")
        or any(w in _ARMED for w in beside)
        or (verb is not None and verb.lemma_.lower() in _STRIKE_VERBS)
    )


def is_coordinated(doc: Doc, at: int) -> bool:
    """Tell whether the verb right before a number is the second of two: "abducted and killed"."""
    verb = token_before(doc, at)
    return verb > 1 and doc[verb - 1].lower_ in ("and", "or") and doc[verb - 2].pos_ == "VERB"


def is_sought(doc: Doc, at: int) -> bool:
    """Tell whether a number is what somebody is after: "targeting two", "in search of a man"."""
    before = token_before(doc, at)
    if before > 0 and doc[before].lower_ in ("of", "for", "after"):
        before -= 1
        return doc[before].lower_ in _SEARCHES
    return before >= 0 and is_one_of(doc[before], _AIMS)


def is_aim(doc: Doc, at: int) -> bool:
    """Tell whether the harm to a number is an aim only: "an operation to arrest two men"."""
    verb = token_before(doc, at)
    aimed = verb > 1 and doc[verb - 1].lower_ == "to" and measure_of(doc[verb], "obj") is not None
    return aimed and doc[verb - 2].lower_ in _PLANS


def token_before(doc: Doc, at: int) -> int:
    """Return the token before a number that ends at ``at``, its hedge left aside."""
    start, words = at, lower_of(doc)
    while start > 0 and (words[start - 1] in _HEDGES or doc[start - 1].like_num):
        start -= 1
    return start - 1


def counted(number: Token) -> Token:
    """Return the noun that a number counts, or the number itself where it stands alone, as behind
    a preposition of its own: "raised its count for the raid *to 16*"."""
    relation = number.dep_
    if relation not in COUNTING or (relation == "nmod" and case_of(number)):
        return number
    noun = number.head
    return noun if classes_of(noun.doc)[noun.i] in ("NOUN", "PROPN", "ADJ", "PRON") else number


def verb_of(noun: Token) -> tuple[Token, str]:
    """Return the verb that a noun depends on and by which relation, over coordinated nouns."""
    while noun.dep_ == "conj" and noun.head != noun and noun.head.pos_ != "VERB":
        noun = noun.head
    bare = noun.dep_ == "nummod" and noun.head.pos_ == "VERB"  # "and *4,500* sheltering"
    return noun.head, "nsubj" if bare else noun.dep_


def _by_verb(noun: Token) -> Measure | None:
    if noun.dep_ == "conj":
        return None
    verb, relation = verb_of(noun)
    if relation in OBJECTS:
        return measure_of(verb, "obj")
    if relation == "nsubj" and verb.lemma_.lower() in ("take", "took"):
        return "present" if any(c.lower_ == "part" for c in verb.children) else None
    return measure_of(verb, "subj") if relation == "nsubj" else None


def _by_state(doc: Doc, at: int) -> Measure | None:
    for token in doc[at + 1 : at + 1 + _STATE_NEAR]:
        if (found := measures("state").get(token.lower_)) is not None:
            return found
        if token.is_punct or token.pos_ == "VERB":
            break
    return None


def _by_order(doc: Doc, at: int) -> Measure | None:
    """Read the nearest verb in the order of the words: passive behind, or before a list."""
    first, last = sentence_at(doc, at)
    for token in doc[at + 1 : min(last, at + 1 + _PASSIVE_NEAR)]:
        if token.pos_ == "VERB":
            found = measure_of(token, "obj" if _is_passive(doc, token.i) else "subj")
            if found is not None:
                return found
        if token.pos_ == "VERB" or token.text in (",", ";"):
            break
    for token in reversed(doc[max(first, at - _LIST_NEAR) : at]):
        if token.dep_ == "amod":  # "destroyed a rebel-*held* bridge and *two* trucks"
            continue
        if token.pos_ in ("VERB", "AUX") or token.lower_.endswith(("ing", "ed")):
            found = None if _is_passive(doc, token.i) else measure_of(token, "obj")
            if found is not None or token.pos_ in ("VERB", "AUX"):
                return found
    return None


def _is_passive(doc: Doc, at: int) -> bool:
    """Tell whether a form of "be" stands right before a participle."""
    return not _BE.isdisjoint(lower_of(doc)[max(at - _BE_NEAR, 0) : at])
