"""Events whose triggers are pieces of one compound to one event with the whole as trigger."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from sayso.language.spans import span_of, tokens_of
from sayso.record.findings import Event

#: How a piece hangs on the head of its trigger: "walk *out*", "*air* strike".
PARTICLE, COMPOUND = "compound:prt", "compound"


def whole_triggers(doc: Doc, events: Sequence[Event]) -> list[Event]:
    """Return the events, in text order, a trigger marked in two neighbouring pieces as one.

    The piece that hangs on the other gives way: what the head of the trigger says holds.
    """
    out: list[Event] = []
    for event in events:
        before = out[-1] if out else None
        kept = before and _head_of(doc, before, event)
        if before is None or kept is None:
            out.append(event)
        else:
            start, end = tokens_of(doc, before.trigger)[0], tokens_of(doc, event.trigger)[1]
            out[-1] = replace(kept, trigger=span_of(doc, start, end))
    return out


def _head_of(doc: Doc, first: Event, second: Event) -> Event | None:
    """The event of the head where one of two neighbouring triggers is a piece of the other."""
    a, b = tokens_of(doc, first.trigger), tokens_of(doc, second.trigger)
    if a[1] != b[0]:
        return None
    one, two = doc[a[0] : a[1]].root, doc[b[0] : b[1]].root
    # "extradition warrant" may be two: a word before the head has a say of its own.
    if one.dep_ == COMPOUND and one.head == two and first.type == second.type:
        return second
    return first if two.dep_ == PARTICLE and two.head == one else None
