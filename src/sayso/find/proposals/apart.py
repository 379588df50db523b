"""Which proposals only repeat others, and whose terms are whose."""

from __future__ import annotations

from sayso.find.proposals.clauses import bases, is_party, subject
from sayso.find.proposals.drafts import Draft
from sayso.find.proposals.joined import CONCLUDED, GOING_ON, OPEN_KINDS
from sayso.language.spans import token_at
from sayso.record.findings import Term

#: Verbs with which somebody puts what stands behind them on the table.
OFFERING = frozenset({"offer", "propose"})
#: Verbs of taking the place of what was there before.
REPLACING = frozenset({"replace", "supersede", "supplant"})


def apart(drafts: list[Draft]) -> list[Draft]:
    """Return the proposals without those that only repeat the terms of a fuller one.

    "a truce" as a term of "a plan" is no proposal of its own, and where two names share their
    terms the one with more of them keeps them.
    """
    for draft in drafts:
        draft.terms = [t for t in draft.terms if not _is_of_other(t, draft, drafts)]
        _hand_on_stances(draft, drafts)
    fullest = sorted(drafts, key=lambda d: (-len(d.terms), d.mentions[0].head.i))
    kept: list[Draft] = []
    for draft in fullest:
        if _is_replaced(draft):
            others = [d for d in drafts if d is not draft]
            draft.terms = [t for t in draft.terms if not any(_is_told(t, d) for d in others)]
            kept.append(draft)
            continue
        if any(_repeats(draft, other) for other in kept):
            continue
        fuller = next((other for other in kept if _shares_most(draft, other)), None)
        if fuller is None:
            kept.append(draft)
        else:
            fuller.terms += [t for t in draft.terms if not _is_told(t, fuller)]
    return [d for d in drafts if d in kept]


def _hand_on_stances(draft: Draft, drafts: list[Draft]) -> None:
    """ "A deal provides for *a truce*. Suvria signed": to the deal, not to a term of it."""
    others = (d for d in drafts if d is not draft and not draft.terms and _is_inside(draft, d))
    holder = next(others, None)
    if holder is not None:
        told = {s.party.text.lower() for s in holder.stances}
        holder.stances += [s for s in draft.stances if s.party.text.lower() not in told]
        draft.stances = []


def _is_inside(draft: Draft, other: Draft) -> bool:
    """Tell whether a proposal is only named in the terms of another."""
    return all(any(t.what.covers(m.span) for t in other.terms) for m in draft.mentions)


def _is_of_other(term: Term, draft: Draft, drafts: list[Draft]) -> bool:
    """Tell whether a term is one of another proposal that its sentence names, and this is not.

    A truce in the sentence, and what is only agreed there, may be terms of this one themselves;
    so may what is proposed there, unless this one is a deal that is made.
    """
    others = [d for d in drafts if d is not draft]
    if any(_is_put_forward(term, d, draft) or _is_within(term, d, draft) for d in others):
        return True
    if _is_named_near(draft, term):
        return False
    made = bool(draft.kinds & CONCLUDED) and not draft.kinds & OPEN_KINDS
    part = {"truce", "agreed"} if made else {"truce", "agreed", "offered"}
    near = (d for d in others if not d.kinds & part and _is_named_near(d, term))
    return any(term.what.overlaps(t.what) for d in near for t in d.terms)


def _is_within(term: Term, other: Draft, draft: Draft) -> bool:
    """ "*offered to extend the treaty*": what is done with the treaty is of the offer alone."""
    doc = draft.mentions[0].head.doc
    at = token_at(doc, term.what.start)
    for m in other.mentions:
        if m.kind == "offered" and m.sentence[0] <= at < m.sentence[1] and m.head.i < at:
            own = [n.head for n in draft.mentions if n.sentence == m.sentence]
            held = (
                h.dep_ == "obj" and bases(h.head) & GOING_ON and m.head == h.head.head for h in own
            )
            return bool(own) and all(held) and _is_told(term, other)
    return False


def _is_put_forward(term: Term, other: Draft, draft: Draft) -> bool:
    """ "turned down an invitation but *offered a truce*": the truce is no term of the former."""
    for m in other.mentions:
        verb = m.head.head
        if m.head.dep_ == "obj" and term.what.overlaps(m.span) and bases(verb) & OFFERING:
            doer = subject(verb)
            return doer is not None and is_party(doer) and not draft.covers(doer.i)
    return False


def _is_named_near(draft: Draft, term: Term) -> bool:
    at = token_at(draft.mentions[0].head.doc, term.what.start)
    near = (m.sentence for m in draft.mentions)
    return any(start <= at < end for start, end in near)


def _is_replaced(draft: Draft) -> bool:
    """ "It *replaces the truce* of June, which broke down": an older one than that which does."""
    heads = (m.head for m in draft.mentions if not m.is_verb)
    return bool(draft.signs) and any(h.dep_ == "obj" and bases(h.head) & REPLACING for h in heads)


def _repeats(draft: Draft, other: Draft) -> bool:
    if draft.terms:
        return all(_is_told(t, other) for t in draft.terms)
    return _is_inside(draft, other) and not draft.stances


def _shares_most(draft: Draft, other: Draft) -> bool:
    """Tell whether most of the terms of one are the other's: two names of one proposal."""
    if draft.marks and other.marks and not draft.marks & other.marks:
        return False  # "a bridging formula" beside "the 30-day offer"
    shared = sum(_is_told(t, other) for t in draft.terms)
    return shared > 1 and shared > len(draft.terms) / 2


def _is_told(term: Term, draft: Draft) -> bool:
    return any(term.what.overlaps(t.what) for t in draft.terms)
