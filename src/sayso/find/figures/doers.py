"""A figure of harm to the doer that the text tells of this harm, or to none.

"The front blamed the army and said 40 villagers had been killed": the front counts the dead, it is
not told to have killed them. A doer is kept where the clause of the number has it, or where a real
event of harm beside the number does; not one that is taken from the words of an accuser, from what
is denied, or from those who count, search or treat.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from sayso.find.figures.clause import HARM, path_of
from sayso.find.figures.governed import counted
from sayso.find.figures.own import is_counter
from sayso.find.figures.sides import is_of_other_side
from sayso.language.lines import opening
from sayso.language.spans import (
    case_of,
    head_of,
    lower_of,
    sentence_at,
    span_of,
    text_of,
    tokens_of,
)
from sayso.record.findings import Event, Figure, Statement
from sayso.record.span import Span

#: Types of events that come with harm.
_HARMING = frozenset({"ASSAULT", "PROTEST"})
_BLAMES = frozenset({"accuses", "denies"})
_OURS = frozenset({"our", "ours"})
_AFTER = frozenset({"after", "amid", "following", "since"})
_CLIMB = 8
#: Clauses without a subject of their own share that of the verb they hang on.
_SHARES = frozenset({"advcl", "conj", "xcomp"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})


def with_told_doer(
    doc: Doc, figure: Figure, statements: Sequence[Statement], events: Sequence[Event]
) -> Figure:
    """Return the figure, without a doer who is not told to have done its harm; a crowd has none:
    who breaks it up did not bring it there."""
    if figure.measure == "present":
        return replace(figure, by=None)
    if figure.by is not None and figure.by.covers(figure.quantity):  # nobody does it to himself
        return replace(figure, by=None)
    if figure.by is None:
        return figure
    if figure.measure == "displaced" and _is_left_to(doc, figure, figure.by, events):
        return replace(figure, by=None)
    if figure.measure in (*HARM, "taken") and is_counter(doc, figure):
        return replace(figure, by=None)
    if figure.measure not in HARM:
        return figure
    if is_of_other_side(doc, figure):
        return replace(figure, by=None)
    told = _is_told(doc, figure, figure.by, statements, events)
    return figure if told else replace(figure, by=None)


def _is_left_to(doc: Doc, figure: Figure, by: Span, events: Sequence[Event]) -> bool:
    """Tell whether those who fled are told to have done so themselves, or only after what somebody
    did: "900 were displaced following the takeover by *rebels*"."""
    own = next((e for e in events if e.id == figure.event), None)
    if own is not None and any(a.overlaps(figure.quantity) for a in own.actor):
        return True
    path = path_of(doc, tokens_of(doc, figure.quantity)[1] - 1)
    token = head_of(doc, *tokens_of(doc, by))
    for _ in range(_CLIMB):
        if token.head == token or token.pos_ in ("VERB", "AUX"):
            return False
        if case_of(token) in _AFTER and token.head in path:
            return True
        token = token.head
    return False


def _is_told(
    doc: Doc, figure: Figure, by: Span, statements: Sequence[Statement], events: Sequence[Event]
) -> bool:
    tellers = _tellers(figure, statements)
    claims = any(s.source is not None and s.source.overlaps(by) for s in tellers)
    sentence = span_of(doc, *sentence_at(doc, tokens_of(doc, figure.quantity)[0]))
    named = sentence.covers(by) and _is_named(by, tellers, statements)
    if not claims and (named or _in_clause(doc, figure, by)):
        return True
    acts = [
        e
        for e in events
        if e.type in _HARMING
        and e.status != "negated"
        and any(a.overlaps(by) for a in e.actor)
        and _is_beside(doc, figure, e)
        and not _is_blamed(figure, e.trigger, statements)
    ]
    if _are_ours(doc, figure):
        return any(sentence.covers(e.trigger) for e in acts)
    if claims:
        return any(e.id == figure.event for e in acts)
    return bool(acts)


def _is_beside(doc: Doc, figure: Figure, event: Event) -> bool:
    """Tell whether an event is told in the paragraph, or the item of a list, of the figure."""
    text = text_of(doc)
    return opening(text, event.trigger.start) == opening(text, figure.quantity.start)


def _tellers(figure: Figure, statements: Sequence[Statement]) -> list[Statement]:
    """Return the statement that tells the figure and those that it stands in."""
    by_id = {s.id: s for s in statements}
    found: list[Statement] = []
    teller = by_id.get(figure.statement or "")
    while teller is not None and teller not in found:
        found.append(teller)
        teller = by_id.get(teller.within or "")
    return found


def _is_named(by: Span, tellers: Sequence[Statement], statements: Sequence[Statement]) -> bool:
    """Tell whether those who tell the figure accuse the doer: "said, blaming the rebels"."""
    sources = {s.source for s in tellers if s.source is not None}
    return any(
        s.act == "accuses" and s.source in sources and any(c.covers(by) for c in s.content)
        for s in statements
    )


def _is_blamed(figure: Figure, told: Span, statements: Sequence[Statement]) -> bool:
    """Tell whether words stand in an accusation or a denial that the figure is no part of."""
    return any(
        s.act in _BLAMES
        and any(c.covers(told) for c in s.content)
        and not any(c.covers(figure.quantity) for c in s.content)
        for s in statements
    )


def _in_clause(doc: Doc, figure: Figure, by: Span) -> bool:
    """Tell whether a doer hangs on the words that govern the number, or on the verb whose subject
    they share."""
    path = path_of(doc, tokens_of(doc, figure.quantity)[1] - 1)
    ends = next((n for n, t in enumerate(path) if _has_subject(t)), len(path) - 1)
    told = [t.i for t in (*path[: ends + 1], *_shared(path[ends]))]
    token = head_of(doc, *tokens_of(doc, by))
    for _ in range(_CLIMB):
        if token.i in told:
            return True
        is_clause = token.pos_ in ("VERB", "AUX") and token.dep_ != "acl"
        if token.head == token or is_clause:
            return False
        token = token.head
    return False


def _shared(verb: Token) -> list[Token]:
    """Return the verbs above a verb without a subject, up to the one that has it."""
    found: list[Token] = []
    while verb.dep_ in _SHARES and not _has_subject(verb):
        verb = verb.head
        found.append(verb)
    return found


def _has_subject(verb: Token) -> bool:
    return any(c.dep_ in _SUBJECTS for c in verb.children)


def _are_ours(doc: Doc, figure: Figure) -> bool:
    """Tell whether those counted are on the side of who tells it: "three of *our* men"."""
    start, end = tokens_of(doc, figure.quantity)
    end = max(end + 2, counted(doc[end - 1]).i)  # with the two words of "of our"
    return not _OURS.isdisjoint(lower_of(doc)[start:end])
