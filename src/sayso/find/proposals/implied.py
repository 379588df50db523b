"""Parties that a proposal's terms and stances imply where no words name their role."""

from __future__ import annotations

from sayso.find.proposals.joined import Draft
from sayso.record.span import Span

OFFERED = frozenset({"offer", "plan", "ultimatum", "offered"})
DEALS = frozenset({"deal", "truce", "agreed"})


def imply_parties(draft: Draft) -> None:
    """Add to a draft whom an offer is made to, and between whom a deal is.

    Whoever answers an offer, or must act under it, is one it is made to; those who must act under
    a deal have made it. ``draft.implied`` keeps the roles that no words of the text name.
    """
    bound = [t.party for t in draft.terms if t.party is not None]
    if draft.kinds & OFFERED and not draft.to:
        for span in draft.answered or bound:
            add_party(draft, draft.to, span)
        draft.implied |= {"to"} if draft.to else set()
    elif draft.kinds & DEALS and not draft.by:
        for span in bound:
            add_party(draft, draft.by, span)
        draft.implied |= {"by"} if draft.by else set()


def add_party(draft: Draft, to: list[Span], span: Span) -> None:
    """Add a party to one role, unless it has a role already."""
    taken = [*draft.by, *draft.to, *draft.through]
    if not any(span.overlaps(t) or span.text.lower() == t.text.lower() for t in taken):
        to.append(span)
