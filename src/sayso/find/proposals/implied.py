"""Parties that a proposal's terms and stances imply where no words name their role."""

from __future__ import annotations

from spacy.tokens import Doc

from sayso.find.proposals.clauses import NAMED, bases, is_party, party
from sayso.find.proposals.drafts import Draft
from sayso.find.proposals.names import TOGETHER
from sayso.find.proposals.parties import case_of
from sayso.language.pronouns import FIRST
from sayso.language.spans import tokens_of
from sayso.record.span import Span

OFFERED = frozenset({"offer", "plan", "ultimatum", "offered"})
#: Verbs of giving: whoever they give to has a side in the deal.
GIVING = frozenset({"supply", "sell", "lend", "provide", "deliver", "grant", "export", "donate"})
#: "each side" must act, and no one in particular.
NOBODY = ("any ", "neither ", "no ", "none ")
EACH = frozenset({"each", "both", "neither", "all", "either"})
DEALS = frozenset({"deal", "truce", "agreed"})


def imply_parties(draft: Draft) -> None:
    """Add to a draft whom an offer is made to, and between whom a deal is.

    Whoever answers an offer, or must act under it, is one it is made to; those who must act under
    a deal, two at least, have made it. ``draft.implied`` keeps the roles that no words name.
    """
    bound = [t.party for t in draft.terms if t.party is not None and not _is_group(t.party)]
    put = any(s.state == "offered" for s in draft.signs)
    if (draft.kinds & OFFERED or put) and not draft.to:
        first, then = (bound, draft.answered) if _is_verb(draft) else (draft.answered, bound)
        for span in first or then:
            add_party(draft, draft.to, span)
        draft.implied |= {"to"} if draft.to else set()
    elif draft.kinds & DEALS and not draft.by:
        sides = {span.text.lower() for span in bound}
        for span in bound if len(sides) > 1 else ():
            add_party(draft, draft.by, span)
        draft.implied |= {"by"} if draft.by else set()


def _is_verb(draft: Draft) -> bool:
    """An offer told by a verb, whose words say whose act is asked for."""
    return draft.kinds <= {"offered", "pronoun"}


def _is_group(span: Span) -> bool:
    """ "each side", "both": those named elsewhere."""
    first, *_, last = span.text.lower().split()[:1] + span.text.lower().split()[-1:]
    return first in EACH and (last in TOGETHER or last == "side" or first == last)


def receive(doc: Doc, draft: Draft) -> None:
    """Add whom a deal of one side provides with something: "to supply missiles *to Oslo*"."""
    if len(draft.by) != 1 or draft.to or not draft.kinds & DEALS:
        return
    for term in draft.terms:
        start, end = tokens_of(doc, term.what)
        for token in doc[start:end]:
            given = bases(token.head) & GIVING and case_of(token) == {"to"}
            if given and token.ent_type_ in NAMED and is_party(token):
                span = party(doc, token)
                if span is not None:
                    add_party(draft, draft.to, span)
    draft.implied |= {"to"} if draft.to else set()


def add_party(draft: Draft, to: list[Span], span: Span) -> None:
    """Add a party to one role, unless it has a role already; "we" and "any party" name nobody."""
    if span.text.lower() in FIRST or span.text.lower().startswith(NOBODY):
        return
    taken = [*draft.by, *draft.to, *draft.through]
    if not any(span.overlaps(t) or span.text.lower() == t.text.lower() for t in taken):
        to.append(span)
