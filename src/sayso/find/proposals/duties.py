"""A stretch of text to the terms it lays down: "Oslo *would leave* the town and *free* ..."."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Doc

from sayso.find.proposals.acts import Act, acts_in
from sayso.find.proposals.clauses import bargained, bases
from sayso.find.proposals.details import act_term, head_of, with_context
from sayso.find.proposals.obliged import obliged_terms
from sayso.find.proposals.phases import phase_in
from sayso.language.spans import lower_of, phrase, tokens_of
from sayso.record.findings import Term
from sayso.record.span import Span

#: Verbs of what becomes of a deal.
BECOMING = frozenset({"begin", "start", "stay", "remain", "enter", "come", "go", "take", "hold"})
OPENING = re.compile(r"\s*(?:if|unless|once|provided|after|when|until|only after)\b", re.IGNORECASE)
#: So many tokens hold its first words, with white space before them.
OPENING_WORDS = 4


def laid_down(doc: Doc, start: int, end: int, *, owner: int | None = None) -> list[Term]:
    """Return the terms of the acts between two tokens.

    ``owner`` is the token of the proposal's own name: where it is the subject ("the plan would
    give"), nobody is named who must act. A phase and an opening "if ..." hold for what follows.
    """
    out: list[Term] = []
    past, phase = start, None
    before: Act | None = None
    acts = list(acts_in(doc, start, end))
    opening = _opening_condition(doc, start, end) if acts else None
    bound = start
    for act in acts:
        if act.verb < bound or _is_its_own(doc, act):
            continue
        begin = act.subject[0] if act.subject else act.verb
        told = phase_in(_text(doc, past, begin)) if past < begin else None
        phase = told if told is not None else phase
        if act.subject is None and before is not None and _goes_on(doc, before.end, act.verb):
            act = replace(act, subject=before.subject)
        obliged = list(obliged_terms(doc, doc[act.verb], _clause_end(doc, act, end)))
        single = None if obliged else act_term(doc, act, owner=owner)
        past, before = act.end, act
        for found in obliged or ([single] if single is not None else []):
            number = found.phase if found.phase is not None else phase
            out.append(with_context(found, number or None, opening))
        bound = tokens_of(doc, obliged[-1].what)[1] if obliged else bound
    return out


def _is_its_own(doc: Doc, act: Act) -> bool:
    """ "the truce *will begin* on Monday": what becomes of a deal itself."""
    if act.subject is None or not bases(doc[act.verb]) & BECOMING:
        return False
    return head_of(doc, *act.subject).lower_ in bargained()


def _goes_on(doc: Doc, start: int, end: int) -> bool:
    """ "Israel would leave the valley *but would* keep the dam": nothing but joints between."""
    between = [t for t in doc[start:end] if t.pos_ not in ("AUX", "ADV", "PART", "PUNCT")]
    return all(t.lower_ in ("and", "but", "or") for t in between)


def _clause_end(doc: Doc, act: Act, end: int) -> int:
    """The end of the clause that an act's verb heads, within a stretch."""
    return min(end, max(act.end, doc[act.verb].right_edge.i + 1))


def _opening_condition(doc: Doc, start: int, end: int) -> Span | None:
    """The clause of "If ..., Israel would": up to the comma before the first act."""
    if start >= end or not OPENING.match(_text(doc, start, min(end, start + OPENING_WORDS))):
        return None
    comma = next((i for i in range(start, end) if doc[i].text == ","), None)
    return phrase(doc, start, comma, leading=frozenset()) if comma else None


def _text(doc: Doc, start: int, end: int) -> str:
    return " ".join(lower_of(doc)[start:end])
