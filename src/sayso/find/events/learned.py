"""Triggers that the encoder marked, with status, mode, doers, targets, place and time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from spacy.tokens import Doc, Token

from sayso.find.confidence import calibrated
from sayso.find.events.calls import talk_called
from sayso.find.events.destinations import TRAVELS, destinations
from sayso.find.events.evidence import status_evidence
from sayso.find.events.modes import is_aimed, is_mixed, mode_of
from sayso.find.events.parties import doer, struck
from sayso.find.events.statuses import status_told
from sayso.language.anchors import Anchor, Role, anchors
from sayso.language.pronouns import antecedent, is_pronoun
from sayso.language.spans import (
    classes_of,
    joined,
    lower_of,
    phrase,
    sentence_at,
    span_of,
    text_of,
    tokens_of,
    whole,
)
from sayso.record.findings import Event
from sayso.record.span import Span
from sayso.record.vocabulary import EventType, Status

#: Modes that hang on one plain word: no talk is by telephone but one that says so.
SURE = frozenset({"censor", "disarm", "hunger", "phone", "police", "suicide-attack", "weapons"})
#: Types that the word "call" may be taken for.
CALLS = frozenset({"REQUEST", "CONSULT"})
#: What parts one paragraph from the next.
PARAGRAPH = re.compile(r"\n\s*\n")
#: Words that open a clause about a party, and classes of words that name none.
RELATIVE = frozenset({"who", "which", "whose", "that"})
PARTIES = frozenset({"NOUN", "PRON", "PROPN"})
WORDLESS = frozenset({"ADP", "PART", "PUNCT", "SPACE", "CCONJ", "SCONJ", "AUX"})


def learned_events(doc: Doc) -> Iterator[Event]:
    """A word that names a happening: "Gunmen *attacked* a convoy near the border on Tuesday." """
    for anchor in (_in_reach(doc, a) for a in anchors(doc, "event")):
        status = status_told(doc, anchor.start, anchor.end, cast(Status, anchor.best("status")[0]))
        kind, mode = _kind(doc, anchor)
        place = _one(doc, anchor, "place")
        actor, target = _parties(doc, anchor, "actor"), _parties(doc, anchor, "target")
        at = (anchor.start, anchor.end, kind)
        actor = actor or _by_tree(doc, anchor, doer(doc, *at), target)
        target = target or _by_tree(doc, anchor, struck(doc, *at), actor)
        if kind == "CONSULT" and mode in TRAVELS:
            place, target = _led(doc, anchor, place, target)
        if mode is None and kind == "ASSAULT" and is_aimed(doc, anchor.start, anchor.end, target):
            mode = "targeted"
        yield Event(
            id="",
            trigger=span_of(doc, anchor.start, anchor.end),
            type=kind,
            mode=mode,
            actor=actor,
            target=target,
            place=place,
            time=_one(doc, anchor, "time"),
            status=status,
            evidence=status_evidence(doc, anchor.start, anchor.end, status),
            rule="encoder:trigger",
            confidence=calibrated("event", anchor.score),
        )


def _in_reach(doc: Doc, anchor: Anchor) -> Anchor:
    """The anchor without roles in another paragraph, and without targets in another sentence."""
    (start, end), text = sentence_at(doc, anchor.start), text_of(doc)

    def holds(role: Role) -> bool:
        if start <= role.start < end:
            return True
        first, last = sorted((doc[role.start].idx, doc[anchor.start].idx))
        return role.name != "target" and not PARAGRAPH.search(text, first, last)

    roles = tuple(r for r in anchor.roles if holds(r))
    return anchor if len(roles) == len(anchor.roles) else replace(anchor, roles=roles)


def _kind(doc: Doc, anchor: Anchor) -> tuple[EventType, str | None]:
    """Type and mode of an event, a call to talk told from a call to act."""
    talk = talk_called(doc, anchor.start, anchor.end) if anchor.label in CALLS else None
    if talk is not None:
        return "CONSULT", talk
    return cast(EventType, anchor.label), _mode(doc, anchor)


def _led(
    doc: Doc, anchor: Anchor, place: Span | None, target: tuple[Span, ...]
) -> tuple[Span | None, tuple[Span, ...]]:
    """Place and targets of a journey: where it leads to, several places as its targets."""
    led = destinations(doc, anchor.start, anchor.end)
    if len(led) > 1:
        target = (*target, *(d for d in led if not any(d.overlaps(t) for t in target)))
    elif place is None and led:
        place = led[0]
    return place, target


def _mode(doc: Doc, anchor: Anchor) -> str | None:
    """The likeliest mode of the event's own type, or the one that its words name.

    Some words are surer than the encoder: a suicide attack goes before the bomb of it.
    """
    own = anchor.label + "/"
    fitting = {m: p for m, p in anchor.labels["mode"].items() if m == "none" or m.startswith(own)}
    best = max(fitting, key=fitting.__getitem__, default="none")
    doers = (doc[i] for role in anchor.spans("actor") for i in range(role.start, role.end))
    named = mode_of(doc, anchor.start, anchor.end, anchor.label, doers)
    if is_mixed(doc, anchor.start, anchor.end, anchor.label):
        return None
    if best == "none" or named in SURE:
        return named
    return best.removeprefix(own)


def _parties(doc: Doc, anchor: Anchor, role: str) -> tuple[Span, ...]:
    out: list[Span] = []
    for start, end in joined(doc, [(r.start, r.end) for r in anchor.spans(role)]):
        span = _party(doc, start, end, anchor)
        if span is not None and not any(span.overlaps(o) for o in out):
            out.append(span)
    return tuple(out)


def _party(doc: Doc, start: int, end: int, anchor: Anchor) -> Span | None:
    """The phrase of a party marked at tokens ``start`` to ``end``, the name for a pronoun."""
    if is_pronoun(doc, start, end):
        found = antecedent(doc, start)
        return span_of(doc, *found) if found else span_of(doc, start, end)
    start, end = _around(doc, start, end)
    named = phrase(doc, *whole(doc, start, end, range(anchor.start, anchor.end)))
    return named if named is not None and _names(doc, named) else None


def _by_tree(
    doc: Doc, anchor: Anchor, found: Token | None, others: tuple[Span, ...]
) -> tuple[Span, ...]:
    """The party that the tree tells, with those in a row with it, unless it has the other part."""
    if found is None:
        return ()
    row = [found, *(c for c in found.children if c.dep_ == "conj" and c.pos_ in PARTIES)]
    spans = (_party(doc, t.i, t.i + 1, anchor) for t in row)
    return tuple(s for s in spans if s is not None and not any(s.overlaps(o) for o in others))


def _around(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """The nouns on both sides where "of" alone is marked: "A family *of* three"."""
    noun = doc[start].head
    if end - start > 1 or doc[start].lower_ != "of" or noun.dep_ != "nmod" or noun.head.i > start:
        return start, end
    return noun.head.i, noun.i + 1


def _names(doc: Doc, span: Span) -> bool:
    """Tell whether a span can name a party: some word of it says whom, and it is no clause."""
    start, end = tokens_of(doc, span)
    classes = classes_of(doc)
    is_clause = classes[start] == "AUX" or lower_of(doc)[start] in RELATIVE
    return not is_clause and not WORDLESS.issuperset(classes[start:end])


def _one(doc: Doc, anchor: Anchor, role: str) -> Span | None:
    best = anchor.top(role)
    return phrase(doc, best.start, best.end, leading=frozenset({"and", ","})) if best else None
