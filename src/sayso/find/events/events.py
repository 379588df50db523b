"""A Doc to its events, in text order: triggers that the encoder marked, each happening once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from sayso.find.events.learned import learned_events
from sayso.find.events.pieces import whole_triggers
from sayso.find.events.same import told_once
from sayso.language.pronouns import FIRST
from sayso.record.findings import Event, Statement
from sayso.record.say_so import innermost
from sayso.record.span import Span

#: Each rule yields events without ids; the first to claim a trigger keeps it.
RULES: tuple[Callable[[Doc], Iterator[Event]], ...] = (learned_events,)


def find_events(doc: Doc, statements: Sequence[Statement]) -> tuple[Event, ...]:
    """Return the events of a Doc with ids, each under the innermost statement that tells it; what
    is told again is a mention of the first.
    """
    found: list[Event] = []
    for rule in RULES:
        for event in rule(doc):
            if not any(e.trigger.overlaps(event.trigger) for e in found):
                found.append(event)
    found = whole_triggers(doc, sorted(found, key=lambda e: (e.trigger.start, e.trigger.end)))
    told = [_under(e, statements) for e in found]
    return tuple(replace(e, id=f"e{n}") for n, e in enumerate(told_once(doc, told), 1))


def _under(event: Event, statements: Sequence[Statement]) -> Event:
    """The event with the statement that tells it, its speaker in the place of "we" and "I"."""
    statement = innermost(statements, event.trigger)
    said = next((s for s in statements if s.id == statement), None)
    if said is None or said.source is None:
        return event if statement is None else replace(event, statement=statement)
    speaker = said.source

    def spoken(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple(speaker if s.text.lower() in FIRST else s for s in spans)

    return replace(
        event, statement=statement, actor=spoken(event.actor), target=spoken(event.target)
    )
