"""A Doc to its events, in text order: triggers that the encoder marked, each happening once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from sayso.find.events.learned import learned_events, told_visits
from sayso.find.events.lifted import without_lifted
from sayso.find.events.light import one_of_verb_and_noun
from sayso.find.events.listed import with_doers_of_lists
from sayso.find.events.pieces import whole_triggers
from sayso.find.events.same import told_once
from sayso.find.events.targets import apart, released_held
from sayso.find.events.warned import is_mere_warning
from sayso.language.pronouns import FIRST
from sayso.language.spans import sentence_at, tokens_of
from sayso.record.findings import Event, Statement
from sayso.record.say_so import innermost
from sayso.record.span import Span

SINGLE = frozenset({"he", "she"})
#: Pronouns that name no target: "it", where nothing is found that it stands for, and those of acts
#: in which all sides are doers.
NOTHING = frozenset({"each other", "it", "one another"})
#: A share of people, and the types of what they may think.
SHARE = re.compile(r"\d ?%|per ?cent\b")
OPINIONS = frozenset({"ACCUSE", "REJECT", "REQUEST", "SUPPORT"})
#: Each rule yields events without ids; the first to claim a trigger keeps it.
RULES: tuple[Callable[[Doc], Iterator[Event]], ...] = (learned_events, told_visits)


def find_events(doc: Doc, statements: Sequence[Statement]) -> tuple[Event, ...]:
    """Return the events of a Doc with ids, each under the innermost statement that tells it; what
    is told again is a mention of the first.
    """
    found: list[Event] = []
    claimed: set[int] = set()
    for rule in RULES:
        for event in rule(doc):
            characters = range(event.trigger.start, event.trigger.end)
            if claimed.isdisjoint(characters):
                claimed.update(characters)
                found.append(event)
    found = [e for e in found if not is_mere_warning(doc, e, statements)]
    found = [e for e in found if not _is_answer(e)]
    found = whole_triggers(doc, sorted(found, key=lambda e: (e.trigger.start, e.trigger.end)))
    found = without_lifted(doc, released_held(one_of_verb_and_noun(doc, found)))
    told = with_doers_of_lists(doc, [_under(doc, e, statements) for e in found])
    return tuple(replace(e, id=f"e{n}") for n, e in enumerate(told_once(doc, told), 1))


def _is_answer(event: Event) -> bool:
    """Tell whether an event is but what a share of those asked think: "*40 percent* back it"."""
    shares = (SHARE.search(a.text.lower()) for a in event.actor)
    return event.type in OPINIONS and any(shares)


def _under(doc: Doc, event: Event, statements: Sequence[Statement]) -> Event:
    """The event with the statement that tells it, and its speakers by their names.

    Whoever speaks an act of speech ("*urged*") does it; "we" and "I" are who says what they stand
    in, or who said "we" before; "he" is who says so where nobody stands before him.
    """
    statement = innermost(statements, event.trigger)
    own = next((s.source for s in statements if s.cue.overlaps(event.trigger) and s.source), None)
    said = next((s.source for s in statements if s.id == statement), None)
    speaker = said or _spoken_before(event, statements)
    actor = _named(event.actor, own or speaker)
    if own is not None and len(actor) == 1 and _is_stood_for(doc, event, actor[0], statements):
        actor = (own,)
    if said is not None and any(doc[i].ent_type_ == "Person" for i in range(*tokens_of(doc, said))):
        actor = tuple(said if s.text.lower() in SINGLE else s for s in actor)
    if not actor and own is not None and not any(own.overlaps(t) for t in event.target):
        actor = (own,)
    target = apart(actor, _named(event.target, speaker))
    target = tuple(t for t in target if t.text.lower() not in NOTHING)
    return replace(event, statement=statement, actor=actor, target=target)


def _is_stood_for(doc: Doc, event: Event, actor: Span, statements: Sequence[Statement]) -> bool:
    """Tell whether a doer is the pronoun of who speaks, or was taken for it from another sentence:
    "*They* demanded that it stop"."""
    written = (s.source_written for s in statements if s.cue.overlaps(event.trigger))
    told = next(written, None)
    first, _ = sentence_at(doc, tokens_of(doc, event.trigger)[0])
    return told is not None and (actor == told or tokens_of(doc, actor)[0] < first)


def _named(spans: tuple[Span, ...], speaker: Span | None) -> tuple[Span, ...]:
    """The spans with the speaker in the place of "we" and "I"."""
    if speaker is None:
        return spans
    return tuple(dict.fromkeys(speaker if s.text.lower() in FIRST else s for s in spans))


def _spoken_before(event: Event, statements: Sequence[Statement]) -> Span | None:
    """Who "we" was in the last statement before an event that says so in its own name."""
    ours = (
        s.source
        for s in reversed(statements)
        if s.cue.start < event.trigger.end
        and s.source_written is not None
        and s.source_written.text.lower() in FIRST
    )
    return next(ours, None)
