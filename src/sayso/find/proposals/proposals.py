"""A Doc with its statements and events to its proposals, in text order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from types import MappingProxyType

from spacy.tokens import Doc

from sayso.find.proposals import parties, terms
from sayso.find.proposals.answers import answers
from sayso.find.proposals.apart import apart
from sayso.find.proposals.beside import part
from sayso.find.proposals.bound import bind_given, bind_parties, leave_out_threats, other_side
from sayso.find.proposals.called import is_numbered
from sayso.find.proposals.carried import carried_terms
from sayso.find.proposals.clauses import is_verb
from sayso.find.proposals.conditional import conditional_offers, given_terms, givers
from sayso.find.proposals.deadlines import deadline_parties, deadline_terms, set_deadlines
from sayso.find.proposals.doers import doers
from sayso.find.proposals.doubtful import denial_of, leave_out_denied, stand_denied, tell_nested
from sayso.find.proposals.drafts import Draft
from sayso.find.proposals.each import each
from sayso.find.proposals.implied import add_party, imply_parties, receive
from sayso.find.proposals.joined import BESIDE, join
from sayso.find.proposals.judged import Reread, judge, same
from sayso.find.proposals.loose import loose_terms
from sayso.find.proposals.marked import (
    marked_parties,
    marked_stances,
    marked_terms,
    told_terms,
)
from sayso.find.proposals.mediating import mediating
from sayso.find.proposals.names import TOGETHER, Mention, find_mentions, is_mutual
from sayso.find.proposals.nets import Weights
from sayso.find.proposals.own_part import own_part
from sayso.find.proposals.parties import Role
from sayso.find.proposals.replies import replies
from sayso.find.proposals.settled import settle
from sayso.find.proposals.silent import leave_out_silent
from sayso.find.proposals.stances import stance_of
from sayso.find.proposals.stated import stated
from sayso.find.proposals.states import signs, state_of
from sayso.find.proposals.together import together
from sayso.find.proposals.told_after import told_after
from sayso.find.proposals.worded import worded
from sayso.language.pronouns import FIRST
from sayso.record.findings import Event, Proposal, Stance, Statement, Term
from sayso.record.reading import Problem
from sayso.record.say_so import innermost
from sayso.record.span import Span
from sayso.record.vocabulary import ProposalState

#: Terms that begin so, and hold the name itself, are stances.
TAKING = re.compile(
    r"(?:(?:prepared|ready|willing) to )?"
    r"(?:accept|approve|consider|discuss|endorse|fulfil|honou?r|implement|put|ratify|reject|respect|"
    r"sign|study|vote)\b",
    re.I,
)
#: "the pact *must still be approved* by both parliaments".
TAKEN = re.compile(
    r"\b(?:to|must|will|would) (?:[a-z]+ )?be (?:accepted|approved|endorsed|ratified|signed)\b"
)
#: States that need no party to be told: "a ceasefire took effect".
PLAIN = frozenset({"in-force", "broken", "expired"})
#: States that end it: "an earlier truce *collapsed*".
ENDED = frozenset({"broken", "expired"})
#: Nouns of offering that may stand for a policy of one's own.
POLICY = frozenset({"proposal", "proposals"})
#: A name marked less surely than this is on the table only where a text shows its sides.
SURE = 0.7
#: Conditions that only tell how long: "keep its soldiers there until May".
LASTING = re.compile(r"(?:until|while)\b", re.I)
#: What one side offers to another.
ONE_MAKER = frozenset({"offer", "plan", "ultimatum", "offered", "weak", "refer", "pronoun"})


def find_proposals(
    doc: Doc,
    statements: Sequence[Statement],
    events: Sequence[Event],
    weights: Weights = MappingProxyType({}),
    again: Reread | None = None,
) -> tuple[tuple[Proposal, ...], tuple[Problem, ...]]:
    """Return the proposals of a Doc with ids, and a problem for each term that was left out.

    ``weights`` are those of the second reading, ``again`` reads the report again with something in
    it pointed at; without them the rules stand alone.
    """
    drafts = drafted(doc, statements, events)
    told = [told_state(d) for d in drafts]
    states = judge(doc, drafts, told, statements, events, weights, again)
    part(doc, drafts)
    mediating(doc, drafts)
    for draft in drafts:
        together(doc, draft)
        doers(doc, draft)
        own_part(doc, draft)
        each(doc, draft)
        stated(doc, draft)
        settle(draft)
        leave_out_silent(doc, draft)
    made = [_proposal(d, s, statements) for d, s in zip(drafts, states, strict=True)]
    problems = tuple(p for d in drafts for p in d.problems)
    return tuple(replace(p, id=f"p{n}") for n, p in enumerate(made, 1)), problems


def drafted(doc: Doc, statements: Sequence[Statement], events: Sequence[Event]) -> list[Draft]:
    """Return the proposals of a Doc as rules and the encoder tell them, in text order."""
    named = find_mentions(doc)
    acts = [*conditional_offers(doc, events, named), *set_deadlines(doc, named)]
    drafts = join(doc, tuple(sorted((*named, *acts), key=lambda m: m.head.i)))
    for draft in drafts:
        _fill(doc, draft, statements)
    asked = [(d, s) for d in drafts for m in d.mentions for _, s in parties.asked(doc, m)]
    for draft in drafts:
        _add_marked(doc, draft, [span for other, span in asked if other is not draft])
        leave_out_denied(draft, statements)
    owned, fresh = loose_terms(doc, drafts)
    for draft, term in owned:
        _add(draft, term)
    drafts = sorted((*drafts, *fresh), key=lambda d: d.mentions[0].head.i)
    drafts = [d for d in drafts if not _is_faint(d) or not any(_is_plain(o) for o in drafts)]
    told = [d for d in drafts if _is_on_the_table(d) or _is_put(d)] or drafts
    for draft, stance in answers(doc, told, statements):
        if not any(m.span.overlaps(stance.party) for m in draft.mentions):
            _stand(draft, stance, direct=True)
    for draft in drafts:
        for stance in (s for m in draft.mentions for s in marked_stances(doc, m)):
            if not any(same(stance.party, k.party) for k in draft.stances):
                _stand(draft, stance, direct=stance.stance != "accepts")
    for draft, stance in replies(doc, drafts, told, statements):
        known = [s.party for s in draft.stances] + [m.span for m in draft.mentions]
        if not any(same(k, stance.party) for k in known):
            _stand(draft, stance, direct=True)
    for draft in drafts:
        stand_denied(draft, statements)
        imply_parties(draft)
        receive(doc, draft)
        leave_out_threats(draft)
        bind_given(draft)
        bind_parties(draft)
        for term in other_side(doc, draft):
            _add(draft, term)
        imply_parties(draft)
        tell_nested(draft)
    kept = [d for d in drafts if _is_on_the_table(d)] or [d for d in drafts if _is_given(d)]
    for draft in kept:
        draft.terms = [worded(doc, draft.mentions, t) for t in told_terms(doc, draft.terms)]
    return sorted(apart(kept), key=lambda d: _best(d).head.i)


def told_state(draft: Draft) -> ProposalState:
    """Return the state of a proposal by the words around its names and by its stances."""
    asked = () if "to" in draft.implied else draft.to
    labels = [a.best("state") for m in draft.mentions if (a := m.anchor) is not None]
    return state_of(draft.signs, draft.stances, labels, asked=asked, kinds=draft.kinds)


def _fill(doc: Doc, draft: Draft, statements: Sequence[Statement]) -> None:
    for mention in draft.mentions:
        _name(draft, list(parties.proposing(doc, mention)))
        _name(draft, list(givers(doc, mention, statements)))
        _name(draft, list(deadline_parties(doc, mention)))
    for mention in draft.mentions:
        opened = False
        for term in (
            *given_terms(doc, mention, statements),
            *deadline_terms(doc, mention),
        ):
            _add(draft, term)
        for rule in terms.RULES:
            for term in rule(doc, mention):
                opened = _add(draft, term) or opened
        if opened:
            for term in carried_terms(doc, mention.head.i, statements):
                _add(draft, term)
        for find in parties.RULES:
            _name(draft, list(find(doc, mention)))
        for stance, direct in stance_of(doc, mention, statements):
            if not any(m.span.overlaps(stance.party) for m in draft.mentions):
                _stand(draft, stance, direct=direct)
        if denial_of(mention.span, statements) is None:
            draft.signs += signs(mention)
    for term in told_after(doc, draft, statements):
        _add(draft, term)


def _add_marked(doc: Doc, draft: Draft, asked: Sequence[Span]) -> None:
    """Add what the encoder marked; who is asked to join another deal has not made this one.

    Where the words name two sides already, whoever else is marked as a maker may be none.
    """
    told = len(draft.by) > 1
    for mention in draft.mentions:
        against = [s.party for s in draft.stances if s.stance == "rejects"]
        marked: list[tuple[Role, Span]] = []
        for role, span in marked_parties(doc, mention):
            barred = [*against, *asked] if role == "by" else against
            if not (told and role == "by") and not any(same(span, b) for b in barred):
                marked.append((role, span))
        _name(draft, marked)
        for term in marked_terms(doc, mention):
            _add(draft, term)


def _add(draft: Draft, term: Term) -> bool:
    """Add a term that is new; "accept the plan" is a stance and no term of the plan."""
    if any(term.what.overlaps(k.what) for k in draft.terms):
        return False
    named = [m.span for m in draft.mentions]
    inside = any(term.what.covers(n) for n in named) or _is_done_to(draft, term)
    if inside and (TAKING.match(term.what.text) or TAKEN.search(term.what.text)):
        return False
    named_so = term.party is not None and any(term.party.overlaps(n) for n in named)
    if named_so or (term.party is not None and term.party.text.lower() in FIRST):
        term = replace(term, party=None)  # "asks *us* to leave": whoever says so
    draft.terms.append(term)
    return True


def _is_done_to(draft: Draft, term: Term) -> bool:
    """ "must *implement* the pact": its verb has a name of the proposal for its object."""
    held = (m.head.head for m in draft.mentions if m.head.dep_ == "obj" and not m.is_verb)
    return any(term.what.start == verb.idx for verb in held)


def _name(draft: Draft, found: Sequence[tuple[Role, Span]]) -> None:
    """Add the parties that one rule tells; what is only offered has one maker, told first."""
    made = bool(draft.by) and draft.kinds <= ONE_MAKER
    for role, span in found:
        if not (made and role == "by"):
            add_party(draft, getattr(draft, role), span)


def _stand(draft: Draft, stance: Stance, *, direct: bool) -> None:
    """Add a stance that is new; who answers is one of those asked, and "we" names nobody."""
    if stance.party.text.lower() in FIRST or _are_named(draft, stance):
        return
    if direct and not any(same(stance.party, a) for a in draft.answered):
        draft.answered.append(stance.party)
    if not any(same(stance.party, k.party) and stance.stance == k.stance for k in draft.stances):
        draft.stances.append(stance)


def _are_named(draft: Draft, stance: Stance) -> bool:
    """ "*the parties* consented" behind two who have: they stand for those named."""
    together = stance.party.text.split()[-1] in TOGETHER  # not "the United States"
    return together and sum(k.stance == stance.stance for k in draft.stances) > 1


def _is_on_the_table(draft: Draft) -> bool:
    """Tell whether a text gives a term of it, a state of it, or a stance to it."""
    if draft.loose or any(m.anchor and m.anchor.score >= SURE for m in draft.mentions):
        return True
    if draft.marks & BESIDE and any(s.state in ENDED for s in draft.signs):
        return True  # "an *earlier* arrangement broke up"
    bound = any(t.condition and not LASTING.match(t.condition.text) for t in draft.terms)
    if all(m.is_verb or m.kind == "pronoun" for m in draft.mentions):
        mutual = any(is_mutual(m.head) for m in draft.mentions if m.kind == "agreed")
        answered = "offered" in draft.kinds and bool(draft.stances)
        due = "ultimatum" in draft.kinds or (_is_put(draft) and bool(draft.to))
        given = _is_given(draft) and any(is_verb(m.head, "agree") for m in draft.mentions)
        return (mutual or answered or bound or due or given) and bool(draft.terms)
    said = bool(draft.terms or draft.stances)
    if any(is_numbered(m.head) for m in draft.mentions):
        return bool(said or draft.signs)
    if draft.kinds <= {"weak", "plan", "refer", "pronoun"}:
        named = draft.by or draft.to or draft.through or len(draft.terms) > 2
        listed = "weak" in draft.kinds and len(draft.terms) > 1 and bool(named)
        return listed or (said and _has_two_sides(draft))
    if "ultimatum" in draft.kinds:
        return said
    plain = bool({s.state for s in draft.signs} & PLAIN)
    told = plain or (draft.signs and (draft.by or draft.to))
    offered = "offer" in draft.kinds and not draft.lemmas & POLICY
    if plain or offered or "truce" in draft.kinds:
        return bool(said or told)
    binding = bound or len(draft.terms) > 1 or any(t.party for t in draft.terms)
    return bool(said or told) and (binding or _has_two_sides(draft))


def _is_given(draft: Draft) -> bool:
    """ "agreed to open the port. In return *Oslo will pay*": each side has terms to keep."""
    return len(_apart([t.party for t in draft.terms if t.party is not None])) > 1


def _is_faint(draft: Draft) -> bool:
    """Tell whether a proposal has no term, no name that the encoder marks, and no told end."""
    ended = any(s.state in ENDED for s in draft.signs)
    return not draft.terms and not ended and not any(m.anchor for m in draft.mentions)


def _is_plain(draft: Draft) -> bool:
    """Tell whether the encoder marks a name of a proposal that has terms."""
    return bool(draft.terms) and any(m.anchor for m in draft.mentions)


def _is_put(draft: Draft) -> bool:
    """ "*proposed that* both armies pull back": with terms, so that it may be answered."""
    return draft.kinds == {"offered"} and bool(draft.terms)


def _has_two_sides(draft: Draft) -> bool:
    """A plan of one's own is nothing to bargain over: it takes two parties, or a stance."""
    bound = [t.party for t in draft.terms if t.party is not None]
    sides = [*draft.by, *draft.to, *bound]
    parties = [*sides, *draft.through, *(s.party for s in draft.stances)]
    return len(_apart(parties)) > 1 or any(p.text.split()[-1] in TOGETHER for p in sides)


def _apart(parties: Sequence[Span]) -> list[frozenset[str]]:
    """The words of those who are named, without what is a piece of another name."""
    names = {frozenset(p.text.lower().split()) for p in parties}
    return [n for n in names if not any(n < other for other in names)]


def _best(draft: Draft) -> Mention:
    """The mention that names it: a noun outside the headline, the encoder's choice first."""

    opened = not draft.mentions[0].definite and not draft.mentions[0].is_verb

    def rank(m: Mention) -> tuple[bool, ...]:
        back = opened and m.definite and not m.marks and m != draft.mentions[0]
        vague = m.kind in ("pronoun", "refer")
        return vague, m.headline, m.is_verb, back, m.anchor is None, m.kind == "weak"

    return min(draft.mentions, key=rank)


def _proposal(draft: Draft, state: ProposalState, statements: Sequence[Statement]) -> Proposal:
    best = _best(draft)
    return Proposal(
        id="",
        name=None if best.is_verb else best.span,
        by=tuple(draft.by),
        to=tuple(draft.to),
        through=tuple(draft.through),
        state=state,
        terms=tuple(sorted(draft.terms, key=lambda t: t.what.start)),
        stances=tuple(sorted(draft.stances, key=lambda s: s.party.start)),
        statement=innermost(statements, best.span),
        rule="+".join(["bargain:" + best.kind, *(f"implied-{r}" for r in sorted(draft.implied))]),
        confidence=round(max((m.anchor.score for m in draft.mentions if m.anchor), default=0.4), 3),
    )
