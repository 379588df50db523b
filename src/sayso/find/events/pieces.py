"""Events whose triggers are pieces of one compound to one event with the whole as trigger."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from sayso.language.spans import head_of, span_of, tokens_of
from sayso.record.findings import Event

#: How a piece hangs on the head of its trigger: "walk *out*", "*air* strike".
PARTICLE, COMPOUND = "compound:prt", "compound"
#: Classes of words that name no happening by themselves; those that do so with no verb either.
WORDLESS = frozenset({"ADP", "ADV", "DET", "PUNCT"})
NAMELESS = frozenset({"DET", "PUNCT"})
#: Classes of words that only serve another, and how they hang on it; what stands before a state.
SERVING = frozenset({"ADP", "AUX", "PART"})
SERVED = frozenset({"advmod", "aux", "aux:pass", "case", "cop"})
STATES = frozenset({"at", "in", "on", "under"})
#: Relations of a particle to its verb, which it stands at most so many words behind.
PARTICLES = frozenset({"advmod", "compound:prt"})
APART = 4


def whole_triggers(doc: Doc, events: Sequence[Event]) -> list[Event]:
    """Return the events, in text order, a trigger marked in two neighbouring pieces as one.

    The piece that hangs on the other gives way: what the head of the trigger says holds. A particle
    alone ("blew himself *up*") goes with its verb; an article or a mark names nothing. An auxiliary
    or a preposition alone ("*would* not hear of it", "is *in* contact with") stands for the word
    that it serves, which is the trigger in its place.
    """
    out: list[Event] = []
    for event in _worded(doc, events):
        before = out[-1] if out else None
        kept = before and _head_of(doc, before, event)
        if before is None or kept is None:
            out.append(event)
        else:
            start, end = tokens_of(doc, before.trigger)[0], tokens_of(doc, event.trigger)[1]
            out[-1] = replace(kept, trigger=span_of(doc, start, end))
    return out


def _worded(doc: Doc, events: Sequence[Event]) -> Iterator[Event]:
    """Yield the events whose triggers name something, a particle taken with its verb."""
    taken = {i for e in events for i in range(*tokens_of(doc, e.trigger))}
    for event in events:
        start, end = tokens_of(doc, event.trigger)
        words = {doc[i].pos_ for i in range(start, end)}
        served = _served(doc[start]) if end - start == 1 else None
        if served is not None:
            if served.i not in taken:
                yield replace(event, trigger=span_of(doc, served.i, served.i + 1))
            continue
        if not words <= WORDLESS:
            yield event
            continue
        head = head_of(doc, start, end)
        verb = head.head
        if head.dep_ in PARTICLES and 0 < start - verb.i <= APART:
            if start - verb.i == 1 and verb.i in taken:
                yield event
            elif verb.i not in taken:
                yield replace(event, trigger=span_of(doc, verb.i, end))
        elif not words <= NAMELESS:
            yield event


def _served(word: Token) -> Token | None:
    """The word that an auxiliary or a preposition serves; none where that is a name: "*was* in
    Orla" is a visit."""
    above = word.head
    if word.pos_ not in SERVING or word.dep_ not in SERVED or above.ent_type_ or above == word:
        return None
    return above if word.dep_ != "case" or word.lower_ in STATES else None


def _head_of(doc: Doc, first: Event, second: Event) -> Event | None:
    """The event of the head where one of two neighbouring triggers is a piece of the other."""
    a, b = tokens_of(doc, first.trigger), tokens_of(doc, second.trigger)
    if a[1] != b[0]:
        return None
    one, two = head_of(doc, *a), head_of(doc, *b)
    # "extradition warrant" may be two: a word before the head has a say of its own.
    if one.dep_ in (COMPOUND, "amod") and one.head == two and first.type == second.type:
        return second
    return first if two.dep_ == PARTICLE and two.head == one else None
