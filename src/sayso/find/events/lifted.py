"""Sanctions imposed, and sanctions that are lifted: one event each, of the right type and mode."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from sayso.find.events.parties import done_to
from sayso.language.spans import case_of, hanging_on, head_of, tokens_of
from sayso.record.findings import Event
from sayso.record.span import Span

#: Beginnings of verbs and nouns that end a measure, of those that are enough by themselves, and of
#: what is ended so.
LIFTING = ("eas", "end", "lift", "relax", "remov", "repeal", "suspend", "waiv")
THAWING = ("unfreez", "unfroz")
MEASURES = ("embargo", "sanction")
#: Verbs that take a name off a list, and what such a list is called.
DELISTING = ("drop", "remov", "strik", "struck", "tak", "took")
OFF = frozenset({"from", "off"})
LISTS = frozenset({"blacklist", "list", "lists"})
#: Beginnings of words for penalties on persons and bodies, and of verbs that keep what they own.
PENALTIES = ("blacklist", "sanction")
FREEZING = ("freez", "froz")
OWNED = frozenset({"accounts", "asset", "assets", "funds", "holdings", "property"})
#: What makes sanctions a stop to trade.
TRADE = frozenset({"economic", "trade", "visa"})
REAL = frozenset({"happened", "ongoing"})
#: How a noun hangs on what ends it, and a clause that tells more of it.
ENDED = frozenset({"nmod", "nsubj:pass", "obj"})
CLAUSES = frozenset({"acl", "acl:relcl"})


def is_lifting(doc: Doc, start: int, end: int) -> bool:
    """Tell whether words end a penalty: "*lifted* sanctions on Orla", "*unfroze* its assets",
    "*removed* him from its sanctions list"."""
    head = head_of(doc, start, end)
    if head.lower_.startswith(THAWING):
        return True
    if head.lower_.startswith(DELISTING):
        led = (c for c in head.children if c.dep_ in ("obl", "nmod") and case_of(c) in OFF)
        if any(c.lower_ in LISTS for c in led):
            return True
    if not head.lower_.startswith(LIFTING):
        return False
    ended = done_to(head) if head.pos_ == "VERB" else None
    within = [c for c in head.children if c.dep_ == "nmod"] if head.pos_ == "NOUN" else []
    return any(t.lower_.startswith(MEASURES) for t in (ended, *within) if t is not None)


def is_plain_penalty(doc: Doc, start: int, end: int) -> bool:
    """Tell whether words are a penalty that has no mode: "*sanctions* on five persons", "*froze*
    the assets of three generals"."""
    head = head_of(doc, start, end)
    if head.lower_.startswith(PENALTIES):
        return TRADE.isdisjoint(word for word, _, _ in hanging_on(head))
    if not head.lower_.startswith(FREEZING):
        return False
    before = (c for c in head.children if c.dep_ == "compound")  # "an asset freeze"
    owned = done_to(head) if head.pos_ == "VERB" else next(before, None)
    return owned is not None and owned.lower_ in OWNED


def without_owned(doc: Doc, targets: tuple[Span, ...]) -> tuple[Span, ...]:
    """The targets of a penalty without what is theirs: "the assets of *three generals*"."""
    heads = {t: head_of(doc, *tokens_of(doc, t)) for t in targets}
    owners = {h.head for h in heads.values()}
    return tuple(t for t, h in heads.items() if h.lower_ not in OWNED or h not in owners)


def without_lifted(doc: Doc, events: Sequence[Event]) -> list[Event]:
    """Return the events without the penalties that are only told to be lifted.

    "Orla lifted its *sanctions* on Lund" is one event; "the *sanctions* that it imposed in May" are
    one of their own, and so are those that somebody but promises to lift.
    """
    heads = {head_of(doc, *tokens_of(doc, e.trigger)).i: e for e in events}

    def is_lifted(event: Event) -> bool:
        noun = head_of(doc, *tokens_of(doc, event.trigger))
        over = heads.get(noun.head.i)
        if event.type != "SANCTION" or over is None or over.type != "CONCEDE":
            return False
        plain = noun.dep_ in ENDED and not any(c.dep_ in CLAUSES for c in noun.children)
        lifting = is_lifting(doc, *tokens_of(doc, over.trigger))
        return plain and lifting and over.status in REAL and event.status in REAL

    return [e for e in events if not is_lifted(e)]
