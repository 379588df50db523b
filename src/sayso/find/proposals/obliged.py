"""What a verb of binding lays on somebody: "would *oblige Oslo to leave* the port and *to pay*"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from sayso.find.proposals.acts import is_plain
from sayso.find.proposals.clauses import (
    SUBJECTS,
    bases,
    is_party,
    is_verb,
    party,
    subject,
    whole_party,
)
from sayso.find.proposals.details import term
from sayso.find.proposals.listed import joined_terms, list_end, noun_terms
from sayso.record.findings import Term
from sayso.record.span import Span

#: Verbs that only let somebody act, or keep him from it.
LETTING = frozenset({"allow", "let", "permit", "ban", "bar", "forbid"})
HELD = frozenset({"obj", "iobj"})
ACTS = frozenset({"xcomp", "ccomp", "advcl"})
#: Verbs that bind somebody to a thing.
COMMITTING = frozenset({"bind", "commit", "hold", "tie"})
JOINTS = frozenset({"and", ","})


def obliged_terms(doc: Doc, verb: Token, end: int) -> Iterator[Term]:
    """Yield the acts behind the "to" of a verb of binding, each with whom it binds.

    A second party may stand before an act of its own: "asks Oslo to leave *and Rome to pay*".
    """
    if not is_verb(verb, "bind") or bases(verb) & LETTING:
        return
    first = next((c for c in verb.children if c.dep_ in ACTS and _is_bound(c)), None)
    own = first.children if first is not None else ()
    told = [*(c for c in verb.children if c.dep_ in HELD), *(c for c in own if c.dep_ == "nsubj")]
    held = next((c for c in told if c.i > verb.i), None)
    if held is None or first is None or first.i < held.i:
        return
    end = min([end, *(b for c in first.children if (b := _clause(c)) is not None)])
    others = list(_others(doc, first.i, end))
    ends = [*(begin for begin, _, _ in others), end]
    yield from _listed(doc, first, ends[0], by=_doer(doc, verb, held, first.i))
    for (_, doer, act), stop in zip(others, ends[1:], strict=True):
        yield from _listed(doc, act, stop, by=party(doc, doer))


def bound_to(doc: Doc, verb: Token) -> list[Term]:
    """ "commits *both sides* to *an end of hostilities*": a thing in the place of an act."""
    held = next((c for c in verb.children if c.dep_ == "obj" and c.i > verb.i), None)
    if held is None or not bases(verb) & COMMITTING or not is_party(held):
        return []
    for to in verb.children:
        case = next((c for c in to.children if c.dep_ == "case"), None)
        if to.dep_ == "obl" and case is not None and case.lower_ == "to" and to.i > held.i:
            found = noun_terms(doc, case.i + 1, to.right_edge.i + 1)
            by = whole_party(doc, held)
            return [replace(t, party=t.party or by) for t in found]
    return []


def _clause(act: Token) -> int | None:
    """Where a clause with a subject and a modal of its own begins: "and *Rome would be able*"."""
    own = any(c.dep_ in SUBJECTS for c in act.children)
    free = act.dep_ == "conj" and own and any(c.dep_ == "aux" for c in act.children)
    if not free:
        return None
    start = act.left_edge.i
    while act.doc[start - 1].lower_ in JOINTS:
        start -= 1
    return start


def _doer(doc: Doc, verb: Token, held: Token, act: int) -> Span | None:
    """Whom a verb binds; "commits *itself* to" whoever does it."""
    if held.lower_.endswith(("self", "selves")):
        doer = subject(verb)
        return whole_party(doc, doer) if doer is not None and is_party(doer) else None
    found = whole_party(doc, held) if is_party(held) else None
    apart = found is not None and found.end > doc[act].idx
    return party(doc, held) if apart else found


def _others(doc: Doc, start: int, end: int) -> Iterator[tuple[int, Token, Token]]:
    """The further parties behind an act, each with its act: where it begins, who, and what."""
    for i in range(start + 2, end - 1):
        doer, act = doc[i - 1], doc[i + 1]
        if doc[i].lower_ != "to" or act.pos_ != "VERB" or not is_party(doer):
            continue
        begin = doer.left_edge.i if doer.left_edge.lower_ not in JOINTS else doer.left_edge.i + 1
        if doer.dep_ in ("nsubj", "conj") and doc[begin - 1].lower_ in JOINTS:
            yield begin, doer, act


def _listed(doc: Doc, act: Token, end: int, *, by: Span | None) -> Iterator[Term]:
    """The terms of an act and of those joined to it, in the plain form or in "-ing"."""
    if is_plain(act):
        yield from joined_terms(doc, act.i, end, by=by)
        return
    acts = [act, *(a for a in _behind(act) if act.i < a.i < end)]  # "to leaving and to paying"
    ends = [*(_start(a) for a in acts[1:]), list_end(doc, acts[-1].i, end)]
    for a, stop in zip(acts, ends, strict=True):
        found = term(doc, a.i, stop, by=by)
        if found is not None:
            yield found


def _behind(act: Token) -> Iterator[Token]:
    """The acts joined to an act behind a "to" of their own."""
    for child in act.children:
        if child.i > act.i and child.dep_ == "conj" and _is_bound(child):
            yield child
            yield from _behind(child)


def _is_bound(act: Token) -> bool:
    marked = any(c.lower_ == "to" and c.i < act.i for c in act.children)
    return act.pos_ == "VERB" and marked


def _start(act: Token) -> int:
    """Where an act begins with its "to"."""
    return min([act.i, *(c.i for c in act.children if c.dep_ == "mark")])
