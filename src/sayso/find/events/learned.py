"""Triggers that the encoder marked, with status, mode, doers, targets, place and time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from spacy.tokens import Doc, Token

from sayso.find.confidence import calibrated
from sayso.find.events.agents import agent
from sayso.find.events.belonging import of_event, without_places
from sayso.find.events.calls import asks_for, meets_nobody, talk_called
from sayso.find.events.courses import status_of_kind
from sayso.find.events.destinations import TRAVELS, TRIPS, destinations, is_left
from sayso.find.events.evidence import status_evidence
from sayso.find.events.foiled import is_of_booty
from sayso.find.events.lifted import is_lifting, is_plain_penalty, without_owned
from sayso.find.events.modes import (
    BLASTS,
    is_aimed,
    is_blown_up,
    is_deadly_strike,
    is_mixed,
    is_unarmed,
    mode_of,
    sure_mode,
)
from sayso.find.events.parties import (
    RELATIVES,
    called,
    doer,
    is_called,
    is_load,
    is_of_victims,
    is_outside,
    is_own_subject,
    meant_by,
    struck,
    taken,
)
from sayso.find.events.party_spans import around, piece_of, unbroken, with_name
from sayso.find.events.place_names import is_place_hit, is_quarter
from sayso.find.events.spread import told_best
from sayso.find.events.statuses import status_told
from sayso.find.events.targets import blamed, fitting, handed_to, hurt_in, turned
from sayso.find.events.visits import (
    bearer,
    guest_and_host,
    is_person,
    is_received,
    missed_visits,
    seen_at,
    stood_for,
    travellers,
)
from sayso.language.anchors import Anchor, Role, anchors
from sayso.language.datelines import behind_dateline, is_dateline
from sayso.language.pronouns import antecedent, is_pronoun
from sayso.language.spans import (
    LEADING,
    classes_of,
    head_of,
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
#: Types that a reception may be taken for.
WELCOMES = frozenset({"CONSULT", "SUPPORT"})
#: Types whose targets may be told with the place that they are in.
PLACED = frozenset({"ASSAULT", "COERCE"})
#: Modes, as the encoder calls them, of those who travel.
VISITS = frozenset({f"CONSULT/{mode}" for mode in TRAVELS})
#: What parts one paragraph from the next.
PARAGRAPH = re.compile(r"\n\s*\n")
#: Words that open a clause about a party, and classes of words that name none.
RELATIVE = frozenset({"who", "which", "whose", "that"})
PARTIES = frozenset({"NOUN", "PRON", "PROPN"})
WORDLESS = frozenset({"ADP", "PART", "PUNCT", "SPACE", "CCONJ", "SCONJ", "AUX"})
NAMELESS = WORDLESS | {"DET"}
#: Names that are of days and nobody's: "*Thursday's* summit".
DAYS = frozenset(
    ["friday", "monday", "saturday", "sunday", "thursday", "today", "tomorrow", "tuesday",
     "wednesday", "yesterday"]
)  # fmt: skip
POSSESSIVE = frozenset({"'s", "’s"})
#: What may stand before a party, but not in it.
BEFORE = LEADING | {"against", "for", "from", "on", "with"}
#: What joins a place or a time to what stands before.
JOINING = frozenset({"and", ","})


def learned_events(doc: Doc) -> Iterator[Event]:
    """A word that names a happening: "Gunmen *attacked* a convoy near the border on Tuesday." """
    for anchor in anchors(doc, "event"):
        if anchor.label == "CONSULT" and meets_nobody(doc, anchor.start, anchor.end):
            continue
        yield _event(doc, _in_reach(doc, anchor), "encoder:trigger")


def told_visits(doc: Doc) -> Iterator[Event]:
    """Visits that the tree tells where the encoder is silent: "She is *due* in Orla on Monday." """
    for anchor in missed_visits(doc):
        yield _event(doc, anchor, "tree:visit")


def _event(doc: Doc, anchor: Anchor, rule: str) -> Event:
    kind, mode = _kind(doc, anchor)
    at = (anchor.start, anchor.end)
    bearing = bearer(doc, *at) if kind == "CONSULT" else at
    status = status_told(doc, *bearing, cast(Status, anchor.best("status")[0]))
    status = status_of_kind(doc, *at, kind, status)
    place = _one(doc, anchor, "place") or _hit(doc, anchor) or _struck_place(doc, anchor)
    actor, target = _parties(doc, anchor, "actor"), _parties(doc, anchor, "target")
    # No doer beside another: a piece of whom it is done to ("saw *Foreign* Minister Roe").
    actor = tuple(a for a in actor if not any(t.covers(a) for t in target)) or actor
    target = tuple(t for t in target if t not in actor)
    target = fitting(doc, *at, kind, target)
    if kind == "SANCTION":
        target = without_owned(doc, target)
    if kind == "ACCUSE" and (guilty := blamed(doc, *at)) is not None:
        target = _by_tree(doc, anchor, guilty, ()) or target
    if kind == "COOPERATE" and (receiver := handed_to(doc, *at)) is not None:
        target = _by_tree(doc, anchor, receiver, ()) or target
    if kind == "COERCE" and not actor:
        actor, target = turned(doc, *at, target)
    actor = actor or _by_tree(doc, anchor, agent(doc, *at) or doer(doc, *at, kind), target)
    seen = seen_at(doc, *at) if kind == "CONSULT" and mode in TRAVELS else None
    target = target or _by_tree(doc, anchor, seen or struck(doc, *at, kind), actor)
    if kind == "CONSULT":
        actor, target = _received(doc, anchor, mode, (actor, target))
    if kind == "ASSAULT" and (fallen := taken(doc, *at)) is not None:
        target, actor = (_by_tree(doc, anchor, t, ()) for t in fallen)
        target, place = _seized(fallen[0], target, place)
    if kind == "ASSAULT" and (hurt := hurt_in(doc, *at, target)) is not None:
        place, target = place or target[-1], _by_tree(doc, anchor, hurt, actor) or target
    stood = stood_for(doc, *at) if kind == "CONSULT" and place is None else None
    place = span_of(doc, *stood) if stood is not None else place
    if kind == "CONSULT" and mode in TRAVELS:
        place, target = _led(doc, anchor, place, target)
        actor = tuple(a for a in actor if a not in target)
    if mode is None and kind == "ASSAULT" and is_aimed(doc, *at, target):
        mode = "targeted"
    return Event(
        id="",
        trigger=span_of(doc, *at),
        type=kind,
        mode=mode,
        actor=actor,
        target=target,
        place=place,
        time=_one(doc, anchor, "time"),
        status=status,
        evidence=status_evidence(doc, *at, status),
        rule=rule,
        confidence=calibrated("event", anchor.score),
    )


def _received(
    doc: Doc, anchor: Anchor, mode: str | None, found: tuple[tuple[Span, ...], tuple[Span, ...]]
) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Actors and targets of a visit: those who come, and those who receive them."""
    guest, host = guest_and_host(doc, anchor.start, anchor.end)
    guests = _by_tree(doc, anchor, guest, ())
    if guest is None or not guests or not (mode in TRAVELS or is_person(guest)):
        return found
    hosts = _by_tree(doc, anchor, host, guests)
    others = hosts or (s for part in found for s in part)
    return guests, tuple(s for s in others if not any(s.overlaps(g) for g in guests))


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
    """Type and mode of an event, a call to talk told from a call to act; a trip is a visit."""
    talk = talk_called(doc, anchor.start, anchor.end) if anchor.label in CALLS else None
    if talk is not None:
        return "CONSULT", talk
    at = (anchor.start, anchor.end)
    if anchor.label == "CONSULT" and asks_for(doc, *at):
        anchor = replace(anchor, label="REQUEST")
    if anchor.label == "PROTEST" and is_deadly_strike(doc, *at):
        return "ASSAULT", None
    if anchor.label in PLACED and is_of_booty(doc, *at):
        return "COERCE", "seize"
    if anchor.label == "SANCTION" and is_lifting(doc, *at):
        return "CONCEDE", None
    if anchor.label == "SANCTION" and is_plain_penalty(doc, *at):
        return "SANCTION", None
    mode = _mode(doc, anchor)
    trip = head_of(doc, *at).lower_ in TRIPS and any(destinations(doc, *at))
    astray = trip and (anchor.label != "CONSULT" or mode is None)
    if astray or (anchor.label in WELCOMES and is_received(doc, *at)):
        return "CONSULT", "visit"
    return cast(EventType, anchor.label), mode


def _seized(
    what: Token, target: tuple[Span, ...], place: Span | None
) -> tuple[tuple[Span, ...], Span | None]:
    """Target and place of what has fallen to somebody: a place that fell is both."""
    if place is not None and what.idx in range(place.start, place.end):
        return (place,), place
    named = what.ent_type_ == "Location" and len(target) == 1
    return target, target[0] if place is None and named else place


def _led(
    doc: Doc, anchor: Anchor, place: Span | None, target: tuple[Span, ...]
) -> tuple[Span | None, tuple[Span, ...]]:
    """Place and targets of a journey: where it leads to, several places as its targets."""
    at = (anchor.start, anchor.end)
    led = destinations(doc, *at)
    target = tuple(t for t in target if t in led or not is_left(doc, at, *tokens_of(doc, t)))
    if place is not None and place not in led and is_left(doc, at, *tokens_of(doc, place)):
        place = None
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
    if is_unarmed(doc, anchor.start, anchor.end, anchor.label, best.removeprefix(own)):
        return None
    sure = sure_mode(doc, anchor.start, anchor.end, anchor.label, best.removeprefix(own))
    if sure is not None:
        return sure
    if best == "none" or named in SURE:
        return named
    if is_blown_up(doc, anchor.start, anchor.end) and best.removeprefix(own) not in BLASTS:
        return named
    return best.removeprefix(own)


def _parties(doc: Doc, anchor: Anchor, role: str) -> tuple[Span, ...]:
    out: list[Span] = []
    marked = of_event(doc, anchor, role)
    if role == "target" and anchor.label in PLACED and len(marked) > 1:
        marked = without_places(doc, marked, anchor)
    if role == "actor":
        marked = [r for r in marked if not _is_no_doer(doc, anchor, r)]
    if role == "actor" and anchor.best("mode")[0] in VISITS:
        marked = travellers(doc, anchor.start, anchor.end, marked)
    for start, end in joined(doc, [(r.start, r.end) for r in marked]):
        if role == "target" and (noun := piece_of(doc[end - 1])) is not None:
            end = end if noun.i in range(anchor.start, anchor.end) else noun.i + 1
        end = with_name(doc, end)
        span = _party(doc, start, end, anchor)
        if span is not None and not any(span.overlaps(o) for o in out):
            out.append(span)
    return tuple(_once(out, doc[anchor.start].idx))


def _is_no_doer(doc: Doc, anchor: Anchor, role: Role) -> bool:
    """Tell whether what is marked as doer only deals with who was hit, is a place hit or a thing
    that did it."""
    at = (anchor.start, anchor.end)
    apart = anchor.label == "ASSAULT" and (
        is_outside(doc, at, role.start, role.end) or is_load(head_of(doc, role.start, role.end))
    )
    filed = behind_dateline(doc, role.start, role.end) == role.start
    if filed and is_dateline(head_of(doc, role.start, role.end)):
        return True
    return apart or is_place_hit(doc, at, role.start, role.end)


def _hit(doc: Doc, anchor: Anchor) -> Span | None:
    """The place that the encoder took for the doer: "*Brest* shelling"."""
    at = (anchor.start, anchor.end)
    hit = (r for r in anchor.spans("actor") if is_place_hit(doc, at, r.start, r.end))
    return next((span_of(doc, r.start, r.end) for r in hit), None)


def _struck_place(doc: Doc, anchor: Anchor) -> Span | None:
    """The place that was marked as target where who was hit in it is told."""
    if anchor.label not in PLACED:
        return None
    marked = of_event(doc, anchor, "target")
    kept = without_places(doc, marked, anchor) if len(marked) > 1 else marked
    hit = [r for r in marked if r not in kept]
    return phrase(doc, *whole(doc, hit[0].start, hit[0].end)) if len(hit) == 1 else None


def _once(spans: list[Span], near: int) -> list[Span]:
    """The spans without those that say the same words again, farther from the trigger."""
    nearest: dict[str, Span] = {}
    for span in sorted(spans, key=lambda s: abs(s.start - near)):
        nearest.setdefault(span.text.lower(), span)
    return [s for s in spans if nearest[s.text.lower()] is s]


def _party(doc: Doc, start: int, end: int, anchor: Anchor) -> Span | None:
    """The phrase of a party marked at tokens ``start`` to ``end``, the name for a pronoun."""
    if end - start == 1 and lower_of(doc)[start] in RELATIVES:
        meant = meant_by(doc[start])
        return None if meant is None else _party(doc, *called(meant), anchor)
    if is_pronoun(doc, start, end):
        found = antecedent(doc, start)
        if found and anchor.label == "ASSAULT" and is_of_victims(doc, start, *found):
            found = None
        if found and (is_own_subject(doc[start], *found) or is_called(doc[start])):
            found = None
        return span_of(doc, *found) if found else span_of(doc, start, end)
    if is_quarter(doc, start, end):
        return None
    start, end = around(doc, start, end)
    closed = range(anchor.start, anchor.end)
    start, end = unbroken(doc, *whole(doc, start, end, closed), closed)
    named = phrase(doc, behind_dateline(doc, start, end), end, leading=BEFORE)
    return named if named is not None and _names(doc, named) else None


def _by_tree(
    doc: Doc, anchor: Anchor, found: Token | None, others: tuple[Span, ...]
) -> tuple[Span, ...]:
    """The party that the tree tells, with those in a row with it, unless it has the other part."""
    if found is None:
        return ()
    row = [found, *(c for c in found.children if c.dep_ == "conj" and c.pos_ in PARTIES)]
    spans = (_party(doc, *called(t), anchor) for t in row)
    return tuple(s for s in spans if s is not None and not any(s.overlaps(o) for o in others))


def _names(doc: Doc, span: Span) -> bool:
    """Tell whether a span can name a party: some word of it says whom, and it is no clause."""
    start, end = tokens_of(doc, span)
    classes = classes_of(doc)
    words = lower_of(doc)[start:end]
    is_clause = classes[start] == "AUX" or words[0] in RELATIVE
    if words[0] in DAYS and all(w in POSSESSIVE for w in words[1:]):
        return False
    return not is_clause and not WORDLESS.issuperset(classes[start:end])


def _one(doc: Doc, anchor: Anchor, role: str) -> Span | None:
    best = told_best(doc, anchor, role)
    if best is None or NAMELESS.issuperset(classes_of(doc)[best.start : best.end]):
        return None
    end = best.end + (best.end < len(doc) and is_quarter(doc, best.end, best.end + 1))
    if role != "place":
        return phrase(doc, best.start, end, leading=JOINING)
    start, end = whole(doc, best.start, end)
    start, end = unbroken(doc, start, _named_whole(doc, end, anchor), range(0))
    return phrase(doc, start, end, leading=JOINING | {"as", "of"})


def _named_whole(doc: Doc, end: int, anchor: Anchor) -> int:
    """The end of a place with the noun that its last word is a piece of: "the Lund *region*"."""
    last = doc[end - 1]
    cut = last.dep_ in ("amod", "compound") and last.head.i == end and end != anchor.start
    return end + 1 if cut and last.head.pos_ in ("NOUN", "PROPN") else end
