"""Events of a report to the same events with those told twice put together as mentions of one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from sayso.language.spans import (
    classes_of,
    hanging_on,
    head_of,
    heads_of,
    lower_of,
    span_of,
    tokens_of,
)
from sayso.language.word_lists import words_of
from sayso.record.findings import Event
from sayso.record.span import Span

DEFINITE = frozenset({"the", "this", "that", "these", "those"})
#: Words of a phrase that say nothing of who, where or when.
EMPTY = DEFINITE | {"a", "an", "of", "in", "at", "on", "its", "their", "his", "her"}

#: What may hang on a noun that adds nothing.
BARE = frozenset({"det", "case", "punct"})


def told_once(doc: Doc, events: Sequence[Event]) -> list[Event]:
    """Return the events, in text order, without those that tell an earlier one again.

    "Shells hit a market in Orla on Monday. ... *The attack* came at noon": the later words become
    a mention of the first event. Asked for of a second trigger: the same type and status; the same
    head word, or a definite noun that may stand for any event of the type while the report has told
    only one; no statement of its own; no new participant, place, time or mode. A definite noun that
    is no trigger and has nothing hanging on it is a mention on the same terms.
    """
    kept: list[Event] = []
    lemmas = {e.trigger.start: _head(doc, e.trigger).lemma_ for e in events}
    for event in events:
        before = _told_before(doc, event, kept, lemmas)
        if before is None:
            kept.append(event)
        else:
            kept[kept.index(before)] = _mentioned(before, event.trigger)
    for noun in _bare_nouns(doc, events):
        before = _only(noun, [e for e in kept if e.trigger.end <= noun.idx], lemmas)
        if before is not None:
            kept[kept.index(before)] = _mentioned(before, span_of(doc, noun.i, noun.i + 1))
    return kept


def _mentioned(event: Event, span: Span) -> Event:
    return replace(event, mentions=tuple(sorted((*event.mentions, span))))


def _bare_nouns(doc: Doc, events: Sequence[Event]) -> Iterator[Token]:
    """Yield the definite nouns that carry no more than their article and are no trigger."""
    taken = {i for e in events for i in range(*tokens_of(doc, e.trigger))}
    words = zip(lower_of(doc), heads_of(doc), strict=True)
    classes, defined = classes_of(doc), {head for word, head in words if word in DEFINITE}
    for i in sorted(defined - taken):
        noun = doc[i]
        if classes[i] == "NOUN" and all(relation in BARE for _, relation, _ in hanging_on(noun)):
            yield noun


def _only(noun: Token, before: Sequence[Event], lemmas: Mapping[int, str]) -> Event | None:
    """Return the one event told before that a definite noun may stand for, or None."""
    lemma = noun.lemma_
    fitting = [e for e in before if _stands_for(lemma, e.type)]
    fitting = fitting or [e for e in before if lemmas[e.trigger.start] == lemma]
    return fitting[0] if len(fitting) == 1 else None


def _told_before(
    doc: Doc, event: Event, kept: Sequence[Event], lemmas: Mapping[int, str]
) -> Event | None:
    lemma = lemmas[event.trigger.start]
    alike = [e for e in kept if e.type == event.type]
    same = [e for e in alike if lemmas[e.trigger.start] == lemma]
    if not same and _stands_for(lemma, event.type) and _is_definite(_head(doc, event.trigger)):
        same = alike
    # Two that fit leave it open which is meant.
    if len(same) != 1 or same[0].status != event.status:
        return None
    if event.statement not in (None, same[0].statement) or any(_added(same[0], event)):
        return None
    return same[0]


def _head(doc: Doc, trigger: Span) -> Token:
    start, end = tokens_of(doc, trigger)
    return head_of(doc, start, end)


def _is_definite(noun: Token) -> bool:
    return any(word in DEFINITE for word, _, _ in hanging_on(noun))


def _stands_for(lemma: str, kind: str) -> bool:
    return lemma.lower() in words_of("stand_in_nouns", kind)


def says_no_other(one: Event, two: Event) -> bool:
    """Tell whether neither of two events has a participant where the other has only others."""
    pairs = ((one.actor, two.actor), (one.target, two.target))
    return all(
        not a
        or not b
        or any(_words(s) <= _words(o) or _words(o) <= _words(s) for s in a for o in b)
        for a, b in pairs
    )


def _added(before: Event, event: Event) -> Iterator[bool]:
    """Yield for each argument of an event whether it says more than the event before."""
    known = [*before.actor, *before.target, *_one(before.place)]
    for span in (*event.actor, *event.target, *_one(event.place)):
        yield not any(_words(span) <= _words(k) for k in known)
    yield event.time is not None and (
        before.time is None or not _words(event.time) <= _words(before.time)
    )
    yield event.mode is not None and event.mode != before.mode


def _one(span: Span | None) -> tuple[Span, ...]:
    return (span,) if span else ()


def _words(span: Span) -> set[str]:
    return set(span.text.lower().split()) - EMPTY
