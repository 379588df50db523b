"""Figures to the events that they come from, and an event's doer to its figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from sayso.find.figures.apart import is_joined_apart, is_within, sayings_apart
from sayso.find.figures.clause import is_in_return
from sayso.find.figures.earlier import earlier_event
from sayso.find.figures.governed import counted, is_kept, is_one_of, is_sent, measure_of, verb_of
from sayso.find.figures.sick import is_sick
from sayso.language.spans import head_of, sentence_at, span_of, tokens_of
from sayso.record.findings import Event, Figure, Statement
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
#: What has not happened; a denied event leaves its figure to the number ("no one was hurt").
_UNREAL = frozenset({"possible", "planned", "threatened", "demanded"})
_HARM = frozenset({"killed", "injured"})
_HURT = _HARM | {"arrested", "displaced", "missing", "taken"}
#: What is done to people or things, as the event that does it.
_DONE = _HURT | {"deployed", "evacuated", "freed"}
_TOO = frozenset({"also", "too"})
_CLIMB = 6


def with_events(
    doc: Doc,
    figures: Sequence[Figure],
    events: Sequence[Event],
    statements: Sequence[Statement] = (),
) -> list[Figure]:
    """Return the figures, in text order, each with the event it comes from; a part without one of
    its own has that of its whole."""
    out = [_with_event(doc, f, _told_with(doc, f, events, statements)) for f in figures]
    by_id = {f.id: f for f in out}
    triggers = {e.id: e.trigger for e in events}
    before = {f.id: f for f in figures}
    parts = [_as_whole(doc, f, by_id.get(f.part_of or ""), triggers) for f in out]
    return [_in_step(f, before.get(f.part_of or ""), by_id.get(f.part_of or "")) for f in parts]


def _in_step(part: Figure, before: Figure | None, after: Figure | None) -> Figure:
    """Return a part with the status that its whole has from its event, where both told the same:
    "200 people, *40* women among them, are being held"."""
    if before is None or after is None or part.measure != after.measure:
        return part
    same = part.status == before.status and part.event in (None, after.event)
    return replace(part, status=after.status) if same else part


def _told_with(
    doc: Doc, figure: Figure, events: Sequence[Event], statements: Sequence[Statement]
) -> list[Event]:
    """Return the events without those that the teller of a figure tells of another happening; none
    where those counted are ill."""
    if is_sick(counted(doc[tokens_of(doc, figure.quantity)[1] - 1])):
        return []
    apart = sayings_apart(doc, figure, statements)
    return [
        e
        for e in events
        if not is_within(e.trigger, apart) and not is_joined_apart(doc, figure, e.trigger)
    ]


def _with_event(doc: Doc, figure: Figure, events: Sequence[Event]) -> Figure:
    """Return the figure with the event it comes from, and that event's doer as its own."""
    event = event_of(doc, figure, events)
    if event is None:
        return figure
    status = figure.status
    if _is_unreal(figure, event) and _is_under(doc, figure, event):
        status = event.status
    return replace(figure, event=event.id, by=_doer(doc, figure, event), status=status)


def _is_unreal(figure: Figure, event: Event) -> bool:
    """Tell whether an event that has not happened speaks against what the figure is told to be."""
    if figure.measure not in (*_DONE, "held") or figure.high == 0:
        return False
    if event.status == "negated":
        return figure.status in ("happened", "planned")
    if event.status == "ongoing":
        return figure.status in ("happened", "planned")
    return event.status in _UNREAL and figure.status == "happened"


def _is_under(doc: Doc, figure: Figure, event: Event) -> bool:
    """Tell whether the event is told by the verb of which the figure is the subject or object, or
    by a noun of doing ("the *release* of two nuns") or of custody ("two remain in *detention*")."""
    start, end = tokens_of(doc, event.trigger)
    noun = counted(doc[tokens_of(doc, figure.quantity)[1] - 1])
    if figure.measure == "held" and is_kept(noun):
        return True
    word, relation = verb_of(noun)
    role = "act" if relation == "nmod" else "obj"
    fits = measure_of(word, role) == figure.measure
    return start <= word.i < end and (fits or (figure.measure == "deployed" and is_sent(noun)))


def _is_of_act(doc: Doc, by: Span, event: Event) -> bool:
    """Tell whether a doer is told by the words of an act ("a *rebel* attack killed six"), or before
    one that goes on: "Rebels killed a guard. Two cooks were *also* killed"."""
    start, end = tokens_of(doc, event.trigger)
    head = head_of(doc, *tokens_of(doc, by)).head
    also = any(c.lower_ in _TOO for i in range(start, end) for c in doc[i].children)
    return start <= head.i < end or (also and by.end < event.trigger.start)


def _as_whole(doc: Doc, part: Figure, whole: Figure | None, triggers: Mapping[str, Span]) -> Figure:
    """Return a part with its whole's event where it has none, or one told before both: "closed the
    road after a raid killed six, *two* of them cooks"."""
    if whole is None or whole.event is None or whole.event == part.event:
        return part
    if not {part.measure, whole.measure} <= _HARM or part.status != whole.status:
        return part
    if part.event is None:
        return replace(part, event=whole.event, by=part.by or whole.by)
    sentence = span_of(doc, *sentence_at(doc, tokens_of(doc, whole.quantity)[0]))
    before = triggers[part.event].end <= triggers[whole.event].start
    if before and part.measure == whole.measure and sentence.covers(part.quantity):
        return replace(part, event=whole.event, by=whole.by)
    return part


def _doer(doc: Doc, figure: Figure, event: Event) -> Span | None:
    """Return who did it: none where two sides clash, the event's actor where it is the same."""
    start, end = tokens_of(doc, event.trigger)
    if any(doc[i].lemma_.lower() in _CLASHES for i in range(start, end)):
        return None
    if is_one_of(doc[start], ("lose",)):  # who loses men has not killed them
        return None if any(a == figure.by for a in event.actor) else figure.by
    if figure.measure == "intercepted":  # who launched is not who shot down
        return figure.by
    if figure.by is None:
        if is_in_return(doc, tokens_of(doc, figure.quantity)[0]):
            return None
        return event.actor[0] if len(event.actor) == 1 and event.target else None
    borrowed = not event.actor and not _is_of_act(doc, figure.by, event)
    if borrowed and figure.measure in (*_HURT, "freed"):
        return None
    same = [a for a in event.actor if a.overlaps(figure.by)]
    return max([figure.by, *same], key=lambda s: s.end - s.start)


def event_of(doc: Doc, figure: Figure, events: Sequence[Event]) -> Event | None:
    """Return the event a figure comes from: one that it is the target of, that governs it, or the
    nearest fitting one of the sentence; for a toll, the one before that it can come from."""
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
    here = [
        e
        for e in fitting
        if sentence.start <= e.trigger.start < sentence.end and not _is_denied(figure, e)
    ]
    if not here:
        return earlier_event(doc, figure, fitting)
    return min(here, key=lambda e: abs(e.trigger.start - figure.quantity.start))


def _is_denied(figure: Figure, event: Event) -> bool:
    """Tell whether an event is denied that a figure of real harm would come from: "the army denied
    a raid, as the toll rose to 30"."""
    harmed = figure.measure in _HARM and figure.status == "happened" and figure.high != 0
    return harmed and event.status == "negated"


def _above(doc: Doc, at: int) -> list[int]:
    """Return the tokens that govern the quantity at ``at``, the nearest first."""
    token, path = counted(doc[at]), []
    for _ in range(_CLIMB):
        token = verb_of(token)[0]
        path.append(token.i)
        if token.head == token:
            break
    return path
