"""What the encoder took for targets by mistake: gifts, those who go somewhere, who holds others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from sayso.language.spans import case_of, head_of, tokens_of
from sayso.record.findings import Event
from sayso.record.span import Span

#: What stands before whom something is given to.
TO = frozenset({"among", "for", "to"})
#: Beginnings of verbs of going where one may not: who does so is the doer.
GOING = ("encroach", "enter", "intrud", "sail", "stray", "trespass")
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
#: Types and modes that hold people.
HOLDING = frozenset({("ASSAULT", "abduct"), ("COERCE", "arrest"), ("COERCE", "seize")})


def without_gifts(doc: Doc, start: int, end: int, targets: tuple[Span, ...]) -> tuple[Span, ...]:
    """The targets of aid without the thing given, where the report tells to whom: "gave *Orla*
    two ships", "sent grain to *Orla*"."""
    verb = head_of(doc, start, end)
    given, to = [], []
    for target in targets:
        noun = head_of(doc, *tokens_of(doc, target))
        if noun.head == verb and noun.dep_ == "obj" and noun.ent_type_ == "":
            given.append(target)
        elif noun.head == verb and (noun.dep_ == "iobj" or case_of(noun) in TO):
            to.append(target)
    return tuple(t for t in targets if t not in given) if to else targets


def blamed(doc: Doc, start: int, end: int) -> Token | None:
    """Return on whom something is blamed: "a raid blamed on the *rebels*"."""
    verb = head_of(doc, start, end)
    if verb.pos_ != "VERB" or not verb.lower_.startswith("blam"):
        return None
    return next((c for c in verb.children if c.dep_ == "obl" and case_of(c) == "on"), None)


def turned(
    doc: Doc, start: int, end: int, targets: tuple[Span, ...]
) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Doers and targets where who goes somewhere was taken for a target: "*boats* intruded"."""
    verb = head_of(doc, start, end)
    if not verb.lower_.startswith(GOING) or any(c.dep_ == "aux:pass" for c in verb.children):
        return (), targets
    heads = {t: head_of(doc, *tokens_of(doc, t)) for t in targets}
    doers = tuple(t for t, h in heads.items() if h.head == verb and h.dep_ in SUBJECTS)
    return doers, tuple(t for t in targets if t not in doers)


def released_held(events: Sequence[Event]) -> list[Event]:
    """Return the events, in text order, a release of who holds others with those held as target.

    "Rebels hold two nurses. We demand *their* release": the nurses', whatever name is nearer.
    """
    out: list[Event] = []
    for event in events:
        if (event.type, event.mode) == ("RETREAT", "release") and event.target:
            held = [e for e in out if (e.type, e.mode) in HOLDING and e.target]
            by = [e for e in held if set(e.actor) & set(event.target)]
            if by and by[-1].actor != event.actor:
                event = replace(event, target=by[-1].target)
        out.append(event)
    return out
