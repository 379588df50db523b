"""What is doubtful to problems: denied terms and stances, conditions inside conditions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.find.proposals.details import NESTED
from sayso.find.proposals.drafts import Draft
from sayso.record.findings import Statement
from sayso.record.reading import Problem
from sayso.record.span import Span


def leave_out_denied(draft: Draft, statements: Sequence[Statement]) -> None:
    """Take out the terms that stand only in what somebody denies, with a problem each."""
    for term in list(draft.terms):
        denial = denial_of(term.what, statements)
        if denial is None:
            continue
        draft.terms.remove(term)
        reason = f"this term is told only in what {_who(denial)} denies; it is left out"
        draft.problems.append(Problem("denied-term", reason, term.what))


def stand_denied(draft: Draft, statements: Sequence[Statement]) -> None:
    """Take out the stances that somebody denies; who denies his own answer has yet to give one."""
    for stance in list(draft.stances):
        own = next((s for s in statements if s.id == stance.statement and s.act == "denies"), None)
        denial = own or denial_of(stance.party, statements)
        if denial is None:
            continue
        at = draft.stances.index(stance)
        if denial.source is not None and denial.source.overlaps(stance.party):
            draft.stances[at] = replace(stance, stance="undecided", condition=None)
            continue
        del draft.stances[at]
        draft.answered = [a for a in draft.answered if a.text != stance.party.text]
        reason = f"{_who(denial)} denies that this party {stance.stance} the proposal"
        draft.problems.append(Problem("denied-stance", reason, stance.party))


def denial_of(span: Span, statements: Sequence[Statement]) -> Statement | None:
    """Return the statement that denies what a span stands in."""
    denials = (s for s in statements if s.act == "denies")
    return next((s for s in denials if any(c.covers(span) for c in s.content)), None)


def _who(denial: Statement) -> str:
    return denial.source.text if denial.source is not None else "a source that is not named"


def tell_nested(draft: Draft) -> None:
    """Say of each condition that holds another one, which no term of its own takes up."""
    for term in draft.terms:
        inner = NESTED.search(term.condition.text, 1) if term.condition is not None else None
        if inner is None or term.condition is None:
            continue
        at = term.condition.start + inner.start()
        apart = any(t.condition is not None and t.condition.start == at for t in draft.terms)
        if not apart:
            reason = "a condition stands inside this condition; both are kept as one"
            draft.problems.append(Problem("nested-condition", reason, term.condition))
