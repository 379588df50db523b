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
#: Beginnings of verbs whose subject undergoes what is threatened.
UNDERGOING = ("answer", "face", "lose", "pay", "regret", "suffer")
#: Beginnings of verbs by which a state gives somebody up to another.
HANDING = ("extradit", "hand")
#: Beginnings of verbs of going where one may not: who does so is the doer.
GOING = ("encroach", "enter", "intrud", "sail", "stray", "trespass")
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
#: Beginnings of verbs that tell whom an attack hurt, and what stands before such an attack.
HURTING = ("assassinat", "injur", "kill", "maim", "wound")
BY = frozenset({"by", "during", "in", "with"})
#: Parts of a place.
AREAS = frozenset({"area", "centre", "center", "district", "edge", "neighborhood", "neighbourhood",
                   "outskirt", "outskirts", "quarter", "region", "suburb"})  # fmt: skip
PLACE = "Location"
#: Types and modes that hold people.
HOLDING = frozenset({("ASSAULT", "abduct"), ("COERCE", "arrest"), ("COERCE", "seize")})


def fitting(
    doc: Doc, start: int, end: int, kind: str, targets: tuple[Span, ...]
) -> tuple[Span, ...]:
    """The targets of an event of a type without a gift or who carries out a threat."""
    if kind == "AID":
        return _without_gifts(doc, start, end, targets)
    return _without_threats(doc, start, end, targets) if kind == "THREATEN" else targets


def _without_threats(doc: Doc, start: int, end: int, targets: tuple[Span, ...]) -> tuple[Span, ...]:
    """The targets of a threat without who is said to carry it out: "warned that *Orla* would quit
    the talks" threatens somebody else; not who would "face" or "suffer" something."""
    verb = head_of(doc, start, end)

    def is_to_act(target: Span) -> bool:
        noun = head_of(doc, *tokens_of(doc, target))
        clause = noun.head
        acts = noun.dep_ == "nsubj" and not clause.lower_.startswith(UNDERGOING)
        return acts and clause.dep_ == "ccomp" and clause.head == verb

    return tuple(t for t in targets if not is_to_act(t))


def _without_gifts(doc: Doc, start: int, end: int, targets: tuple[Span, ...]) -> tuple[Span, ...]:
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


def handed_to(doc: Doc, start: int, end: int) -> Token | None:
    """Return the state to which another gives somebody up: "extradites a baron to *Orla*"."""
    verb = head_of(doc, start, end)
    if verb.pos_ != "VERB" or not verb.lower_.startswith(HANDING):
        return None
    to = (c for c in verb.children if c.dep_ == "obl" and case_of(c) == "to")
    return next((c for c in to if c.ent_type_), None)


def blamed(doc: Doc, start: int, end: int) -> Token | None:
    """Return on whom something is blamed: "a raid blamed on the *rebels*"."""
    verb = head_of(doc, start, end)
    if verb.pos_ != "VERB" or not verb.lower_.startswith("blam"):
        return None
    return next((c for c in verb.children if c.dep_ == "obl" and case_of(c) == "on"), None)


def hurt_in(doc: Doc, start: int, end: int, targets: tuple[Span, ...]) -> Token | None:
    """Return whom an attack on an area is told to have hurt: "killed *Roe* in a strike on Orla's
    suburbs"; None where anything but an area is told to be hit besides."""
    noun = head_of(doc, start, end)
    verb = noun.head
    if noun.pos_ != "NOUN" or not verb.lower_.startswith(HURTING) or case_of(noun) not in BY:
        return None
    hurt = next((c for c in verb.children if c.dep_ in ("nsubj:pass", "obj")), None)
    heads = [head_of(doc, *tokens_of(doc, t)) for t in targets]
    areas = [_is_area(h) for h in heads if h != hurt]
    return hurt if areas and all(areas) else None


def _is_area(noun: Token) -> bool:
    if noun.dep_ == "nmod:poss" and noun.ent_type_ == PLACE:
        noun = noun.head
    owned = any(c.ent_type_ == PLACE for c in noun.children)
    return noun.ent_type_ == PLACE or (owned and noun.lemma_.lower() in AREAS)


def apart(actors: tuple[Span, ...], targets: tuple[Span, ...]) -> tuple[Span, ...]:
    """The targets without who does it, but where both sides do the same to each other: nobody
    "approved" himself."""
    if len(actors) > 1 and len(targets) > 1:
        return targets
    doing = {_bare(a) for a in actors}
    return tuple(t for t in targets if _bare(t) not in doing)


def _bare(span: Span) -> str:
    return span.text.lower().removeprefix("the ")


def is_of_wish(trigger: Token, noun: Token, start: int, end: int) -> bool:
    """Tell whether a name only says whose act is asked for: "calls for *French* withdrawal"."""
    act = noun.head
    if noun.dep_ not in ("amod", "compound") or act == trigger or start <= act.i < end:
        return False
    return act.head == trigger and act.dep_ in ("nmod", "obj", "obl") and not _is_body(act)


def _is_body(noun: Token) -> bool:
    """Tell whether a noun is a name or of people, who may be asked."""
    plural = "Number=Plur" in str(noun.morph)
    return noun.pos_ == "PROPN" or bool(noun.ent_type_) or plural


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
