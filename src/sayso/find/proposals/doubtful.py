"""Doubtful terms to problems: those only denied, and conditions inside conditions."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.find.proposals.details import NESTED
from sayso.find.proposals.joined import Draft
from sayso.record.findings import Statement
from sayso.record.reading import Problem


def leave_out_denied(draft: Draft, statements: Sequence[Statement]) -> None:
    """Take out the terms that stand only in what somebody denies, with a problem each."""
    for term in list(draft.terms):
        denials = (s for s in statements if s.act == "denies")
        denial = next((s for s in denials if any(c.covers(term.what) for c in s.content)), None)
        if denial is None:
            continue
        draft.terms.remove(term)
        who = denial.source.text if denial.source is not None else "a source that is not named"
        reason = f"this term is told only in what {who} denies; it is left out of the proposal"
        draft.problems.append(Problem("denied-term", reason, term.what))


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
