"""Figures to the events that they come from, and an event's doer to its figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from sayso.find.figures.governed import counted, verb_of
from sayso.language.spans import sentence_at, span_of, tokens_of
from sayso.record.findings import Event, Figure
from sayso.record.span import Span

#: The types of event that a measure may come from.
_SOURCES: dict[str, frozenset[str]] = {
    "killed": frozenset({"ASSAULT", "PROTEST", "COERCE"}),
    "injured": frozenset({"ASSAULT", "PROTEST", "COERCE"}),
    "missing": frozenset({"ASSAULT"}),
    "taken": frozenset({"ASSAULT", "COERCE"}),
    "held": frozenset({"COERCE", "ASSAULT", "RETREAT"}),
    "freed": frozenset({"RETREAT", "AID", "AGREE", "CONCEDE"}),
    "arrested": frozenset({"COERCE", "PROTEST", "ASSAULT"}),
    "displaced": frozenset({"ASSAULT", "COERCE", "SANCTION"}),
    "evacuated": frozenset({"AID"}),
    "deployed": frozenset({"MOBILIZE", "AGREE", "RETREAT"}),
    "present": frozenset({"PROTEST", "CONSULT", "MOBILIZE", "ASSAULT"}),
    "launched": frozenset({"ASSAULT", "MOBILIZE"}),
    "intercepted": frozenset({"ASSAULT"}),
    "destroyed": frozenset({"ASSAULT", "COERCE"}),
    "struck": frozenset({"ASSAULT"}),
    "other": frozenset({"ASSAULT", "SANCTION", "COERCE", "RETREAT", "AID"}),
}
#: Between two sides both act, and neither is told to be the doer (guide, settled case 18).
_CLASHES = frozenset(
    {
        "clash",
        "shootout",
        "battle",
        "fight",
        "fighting",
        "skirmish",
        "gunfight",
        "firefight",
        "combat",
    }
)
_HARM = frozenset({"killed", "injured"})
_CLIMB = 6


def with_event(doc: Doc, figure: Figure, events: Sequence[Event]) -> Figure:
    """Return the figure with the event it comes from, and that event's doer as its own."""
    event = event_of(doc, figure, events)
    if event is None:
        return figure
    return replace(figure, event=event.id, by=_doer(doc, figure, event))


def _doer(doc: Doc, figure: Figure, event: Event) -> Span | None:
    """Return who did it: none where two sides clash, the event's actor where it is the same."""
    start, end = tokens_of(doc, event.trigger)
    if any(doc[i].lemma_.lower() in _CLASHES for i in range(start, end)):
        return None
    if figure.by is None:
        return event.actor[0] if len(event.actor) == 1 and event.target else None
    same = [a for a in event.actor if a.overlaps(figure.by)]
    return max([figure.by, *same], key=lambda s: s.end - s.start)


def event_of(doc: Doc, figure: Figure, events: Sequence[Event]) -> Event | None:
    """Return the event a figure comes from: one that it is the target of, that governs it, or the
    only fitting one of the sentence."""
    fitting = [e for e in events if e.type in _SOURCES.get(figure.measure, frozenset())]
    for event in fitting:
        if any(t.overlaps(figure.quantity) for t in (*event.target, *event.actor)):
            return event
    if figure.measure in _HARM:  # an arrest over a death is not what killed
        fitting = [e for e in fitting if e.mode != "arrest"]
    start, end = tokens_of(doc, figure.quantity)
    above = _above(doc, end - 1)
    triggers = {i: e for e in fitting for i in range(*tokens_of(doc, e.trigger))}
    governing = next((triggers[i] for i in above if i in triggers), None)
    if governing is not None:
        return governing
    first, last = sentence_at(doc, start)
    sentence = span_of(doc, first, last)
    here = [e for e in fitting if sentence.start <= e.trigger.start < sentence.end]
    return min(here, key=lambda e: abs(e.trigger.start - figure.quantity.start), default=None)


def _above(doc: Doc, at: int) -> list[int]:
    """Return the tokens that govern the quantity at ``at``, the nearest first."""
    token, path = counted(doc[at]), []
    for _ in range(_CLIMB):
        token = verb_of(token)[0]
        path.append(token.i)
        if token.head == token:
            break
    return path
