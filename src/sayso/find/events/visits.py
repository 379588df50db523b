"""Who travels and who receives by the tree, and the visits that the encoder left unmarked."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from sayso.find.events.destinations import (
    BEING,
    THERE,
    TRIPS,
    destinations,
    is_covering,
    named_at,
    taking,
)
from sayso.find.events.parties import called, doer, subject_of
from sayso.language.anchors import Anchor, Role, anchors
from sayso.language.pronouns import antecedent, is_pronoun, noun_phrase
from sayso.language.spans import head_of, lower_of, tokens_of
from sayso.language.word_lists import words_of

#: Beginnings of verbs whose subject stays at home, and what does so in the passive alone.
RECEIVING = ("greet", "host", "receiv", "welcom")
MET = frozenset({"met"})
AWAITED = frozenset({"awaited", "due", "expected"})
#: Beginnings of verbs that a trip is made, begun and ended with.
STAGES = (
    "add",
    "beg",
    "clos",
    "complet",
    "conclud",
    "end",
    "finish",
    "made",
    "mak",
    "open",
    "paid",
    "pay",
    "start",
    "wind",
    "wound",
    "wrap",
)
#: Verbs of the road that stand behind "before" and "after".
ONWARD = frozenset({"continuing", "departing", "driving", "flying", "going", "heading", "leaving",
                    "moving", "proceeding", "sailing", "travelling", "traveling"})  # fmt: skip
#: Words that a visit may be told with.
WORDS = AWAITED | BEING | MET | ONWARD | TRIPS
#: Beginnings of verbs of the road.
ROAD = ("arriv", "continu", "depart", "drive", "drove", "flew", "flies", "fly", "head", "proceed",
        "return", "sail", "travel")  # fmt: skip
BEGINNINGS = RECEIVING + ROAD
BESIDE = frozenset({"after", "before"})
WITHIN = frozenset({"at", "in"})
OWN = frozenset({"he", "her", "his", "she"})
#: Clauses that name others than those who travel, and beginnings of what names those who do.
CLAUSES = frozenset({"acl", "acl:relcl", "advcl", "ccomp", "parataxis", "xcomp"})
LEADING = ("accompan", "head", "led")
#: Beginnings of verbs whose object stays where it is.
SEEING = ("address", "brief", "consult", "saw", "see", "visit")
PERIODS = frozenset({"month", "today", "tomorrow", "week", "weekend", "year"})
#: What stands for a place, and so many words before it the place may stand.
STANDING = {"there": 25, "where": 6}
#: How sure a visit is that the tree alone tells.
TOLD = 0.8
VISIT = "CONSULT/visit"


def guest_and_host(doc: Doc, start: int, end: int) -> tuple[Token | None, Token | None]:
    """Return who comes and who receives, where the words at tokens ``start`` to ``end`` tell.

    "*Roe* was received in Orla by *Lund*", "*Lund* welcomed *Roe*", "*Roe* is expected in Orla",
    "a tour that takes *Roe* to Orla". Nobody, nobody for any other words.
    """
    head = head_of(doc, start, end)
    word = head.lower_
    if word in AWAITED and not _governs(head):
        return subject_of(head), None
    if head.pos_ == "NOUN":
        taken = (c for verb in taking(head) for c in verb.children if c.dep_ == "obj")
        return next(taken, None), None
    if head.pos_ != "VERB" or not (word.startswith(RECEIVING) or word in MET):
        return None, None
    if _is_passive(head):
        return subject_of(head), _agent(head)
    if word in MET:
        return None, None
    return next((c for c in head.children if c.dep_ == "obj"), None), doer(
        doc, start, end, "CONSULT"
    )


def is_received(doc: Doc, start: int, end: int) -> bool:
    """Tell whether the words say that a person was received at a named place."""
    head = head_of(doc, start, end)
    if head.pos_ != "VERB" or head.lower_ in AWAITED or not _is_passive(head):
        return False
    guest, _ = guest_and_host(doc, start, end)
    return guest is not None and is_person(guest) and _place(head) is not None


def travellers(doc: Doc, start: int, end: int, marked: list[Role]) -> list[Role]:
    """Return those of the marked doers of a visit or talks that the clause itself tells of.

    Whom a clause within it or beside it names does not go along: "Roe, who met *Lund*, will fly",
    nor does who is only seen: "Roe will see *Lund* in Orla".
    """
    first, last = bearer(doc, start, end)
    verb, subject = head_of(doc, first, last), doer(doc, first, last, "CONSULT")
    told = subject_of(verb) if any(c.dep_ == "cop" for c in verb.children) else None
    subject = told or subject
    if subject is None or not (told or verb.pos_ == "VERB"):
        return marked
    seen = seen_at(doc, start, end)
    marked = [r for r in marked if seen is None or not r.start <= seen.i < r.end]
    named = antecedent(doc, subject.i) if is_pronoun(doc, subject.i, subject.i + 1) else None
    theirs = [r for r in marked if named and r.start < named[1] and named[0] < r.end]
    here = any(r.start <= s.i < r.end for r in marked for s in _same(subject))
    if not (theirs or here or is_person(subject)):
        return marked
    along = (r for r in marked if _goes_along(head_of(doc, r.start, r.end), verb, subject))
    return [*theirs, *(r for r in along if r not in theirs)]


def seen_at(doc: Doc, start: int, end: int) -> Token | None:
    """Return whom a visit is paid to: "will *see* Lund in Orla", "*brief* the council"."""
    verb = head_of(doc, start, end)
    if verb.pos_ != "VERB" or not verb.lower_.startswith(SEEING):
        return None
    return next((c for c in verb.children if c.dep_ == "obj" and c.ent_type_ != "Location"), None)


def _same(subject: Token) -> Iterator[Token]:
    """The subject and its name."""
    yield from (subject, *(c for c in subject.children if c.dep_ in ("appos", "flat")))


def _goes_along(word: Token, verb: Token, subject: Token) -> bool:
    while word not in (verb, subject):
        aside = word.dep_ in CLAUSES and not word.lower_.startswith(LEADING)
        if aside or word.head == word:
            return False
        word = word.head
    return True


def bearer(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Return the range of the verb that tells when a trip comes about ("will *end* his trip"),
    else the range itself."""
    head = head_of(doc, start, end)
    staged = head.pos_ == "NOUN" and head.dep_ in ("obj", "nsubj:pass")
    if (staged and head.head.lower_.startswith(STAGES)) or is_covering(head):
        head = head.head
        return head.i, head.i + 1
    over = head.head if head.dep_ == "cop" else next(taking(head), None)
    return (start, end) if over is None else (over.i, over.i + 1)


def missed_visits(doc: Doc) -> Iterator[Anchor]:
    """Yield, as anchors, visits of a person to a named place that no anchor of an event tells.

    "Roe was *welcomed* in Orla by Lund", "Roe is *due* in Orla", "Roe will end his *trip* in Orla",
    "Roe held talks before *flying* on to Orla".
    """
    marked = anchors(doc, "event")
    taken = {i for a in marked for i in range(a.start, a.end)}
    words = lower_of(doc)
    telling = {word for word in set(words) if word in WORDS or word.startswith(BEGINNINGS)}
    for i, word in enumerate(words):
        if word not in telling or i in taken:
            continue
        token = doc[i]
        if word in AWAITED or word.startswith(RECEIVING) or word in MET:
            yield from _awaited(doc, token)
        elif is_covering(token):
            led = destinations(doc, i, i + 1)
            place = head_of(doc, *tokens_of(doc, led[0])) if led else None
            owner = next((c for c in token.children if c.dep_ == "nmod:poss"), None)
            yield from _visit(doc, token, (owner, None), place, "happened")
        elif word in TRIPS and bearer(doc, token.i, token.i + 1)[0] != token.i:
            who = subject_of(token.head) or doer(doc, token.i, token.i + 1, "CONSULT")
            place = _place(token) or _place(token.head)
            yield from _visit(doc, token, (who, None), place, "happened")
        elif word in ONWARD:
            yield from _onward(doc, token, marked)
        elif word in BEING:
            yield from _been(doc, token, taken)
        elif word.startswith(ROAD) and token.pos_ == "VERB":
            yield from _gone(doc, token)


def _awaited(doc: Doc, verb: Token) -> Iterator[Anchor]:
    """Who is received, or is to be, at a place."""
    planned = verb.lower_ in AWAITED
    if planned or _is_passive(verb):
        found = guest_and_host(doc, verb.i, verb.i + 1)
        yield from _visit(doc, verb, found, _place(verb), "planned" if planned else "happened")


def _been(doc: Doc, be: Token, taken: set[int]) -> Iterator[Anchor]:
    """Who is told to be in a place on a day: "Roe *was* in Orla on Monday"."""
    place = be.head
    beside = (c for c in place.children if c != be)
    plain = not any(c.lower_ in THERE or c.i in taken for c in beside)
    there = any(destinations(doc, be.i, be.i + 1)) or _is_capital(place)
    if be.dep_ == "cop" and there and plain and any(_is_time(c) for c in place.children):
        who = subject_of(place.head if place.dep_ == "xcomp" else place)
        yield from _visit(doc, be, (who, None), place, "happened")


def _gone(doc: Doc, verb: Token) -> Iterator[Anchor]:
    """Who is told to go to a place on a day: "Roe *continues* to Orla on Monday"."""
    led = destinations(doc, verb.i, verb.i + 1)
    if led and any(_is_time(c) for c in verb.children):
        place = head_of(doc, *tokens_of(doc, led[0]))
        yield from _visit(
            doc, verb, (doer(doc, verb.i, verb.i + 1, "CONSULT"), None), place, "happened"
        )


def _onward(doc: Doc, verb: Token, marked: list[Anchor]) -> Iterator[Anchor]:
    """Where one goes before or after a visit or talks: as sure as those are."""
    marks = {c.lower_ for c in verb.children if c.dep_ in ("case", "mark")}
    led = destinations(doc, verb.i, verb.i + 1)
    if not marks & BESIDE or not led:
        return
    for anchor in marked:
        head = head_of(doc, anchor.start, anchor.end)
        if anchor.label == "CONSULT" and verb.head in (head, head.head):
            status = anchor.best("status")[0]
            who = doer(doc, verb.i, verb.i + 1, "CONSULT") or subject_of(verb.head)
            at = head_of(doc, *tokens_of(doc, led[0]))
            yield from _visit(doc, verb, (who, None), at, status)
            return


def _visit(
    doc: Doc,
    trigger: Token,
    who: tuple[Token | None, Token | None],
    place: Token | None,
    status: str,
) -> Iterator[Anchor]:
    guest, host = who
    if guest is None or place is None or not is_person(guest):
        return
    at = noun_phrase(place) if _is_capital(place) else named_at(doc, place.i)
    roles = [Role("actor", *called(guest), TOLD), Role("place", *at, TOLD)]
    if host is not None:
        roles.append(Role("target", *called(host), TOLD))
    verb = trigger.head if trigger.pos_ == "NOUN" or trigger.dep_ == "cop" else trigger
    day = next((c for c in verb.children if _is_time(c)), None)
    if day is not None:
        roles.append(Role("time", day.left_edge.i, noun_phrase(day)[1], TOLD))
    labels = {"status": {status: 1.0}, "mode": {VISIT: 1.0}}
    start, end = trigger.i, trigger.i + 1
    yield Anchor(
        "event", start, end, "CONSULT", TOLD, tuple(sorted(roles, key=lambda r: r.start)), labels
    )


def _is_time(word: Token) -> bool:
    dated = word.ent_type_ == "Date" or word.lower_ in PERIODS
    return dated and word.dep_.startswith("obl")


def is_person(noun: Token) -> bool:
    """Tell whether a word is, or goes with, a person's name or a noun or pronoun for a person."""
    near = [noun, *(c for c in noun.children if c.dep_ in ("appos", "flat", "nmod:desc"))]
    named = any(t.ent_type_ == "Person" for t in near)
    return named or noun.lower_ in OWN or noun.lemma_.lower() in words_of("person_nouns", "person")


def _place(verb: Token) -> Token | None:
    """The named place that a word says one is in."""
    stood = stood_for(verb.doc, verb.i, verb.i + 1)
    if stood is not None:
        return verb.doc[stood[1] - 1]
    for child in verb.children:
        within = any(c.dep_ == "case" and c.lower_ in WITHIN for c in child.children)
        named = child.ent_type_ == "Location" or _is_capital(child)
        if child.dep_ in ("nmod", "obl") and within and named:
            return child
    return None


def stood_for(doc: Doc, start: int, end: int) -> tuple[int, int] | None:
    """Return the range of the place that "where" or "there" stands for beside a verb, or None.

    The one named just before, "on Monday" between them left out: "in Orla on Monday, *where* he saw
    Lund", "Orla awaits him; he lands *there* at noon".
    """
    verb = head_of(doc, start, end)
    word = next((c for c in verb.children if c.lower_ in STANDING), None)
    if word is None:
        return None
    reach = STANDING[word.lower_]
    for i in range(word.i - 1, max(word.i - reach, -1), -1):
        if doc[i].ent_type_ == "Location":
            return named_at(doc, i)
        if _is_capital(doc[i]):
            return noun_phrase(doc[i])
    return None


def _is_capital(noun: Token) -> bool:
    """Tell whether a noun is the capital of a state that is told with it."""
    owned = (c.dep_ in ("amod", "nmod:poss") and c.ent_type_ for c in noun.children)
    return noun.lower_ == "capital" and any(owned)


def _is_passive(verb: Token) -> bool:
    return any(c.dep_ in ("aux:pass", "nsubj:pass") for c in verb.children)


def _governs(word: Token) -> bool:
    """Tell whether a verb stands under "expected": "is expected to sign" is no visit."""
    return any(c.dep_ in ("xcomp", "ccomp", "csubj") for c in word.children)


def _agent(verb: Token) -> Token | None:
    for child in verb.children:
        by = any(c.dep_ == "case" and c.lower_ == "by" for c in child.children)
        if child.dep_ in ("obl", "obl:agent") and by:
            return child
    return None
