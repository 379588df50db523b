"""What is given for a term, and what its condition asks of another, to terms of their own."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import zip_longest

from spacy.tokens import Doc, Token

from sayso.find.proposals.clauses import SUBJECTS, is_party, party
from sayso.find.proposals.details import amount_of, deadline_of, parted
from sayso.find.proposals.drafts import Draft
from sayso.find.proposals.listed import noun_terms
from sayso.language.spans import phrase, span_of, text_of, tokens_of
from sayso.record.findings import Term
from sayso.record.span import Span

#: Conditions whose clause may be a duty: "provided that Accra raises prices".
ASKING = re.compile(
    r"(?:but |and |only )*(?:if|unless|provided(?: that)?|once|(?:up)?on (?:the )?condition that|"
    r"on the understanding that|after)\b",
    re.I,
)
#: Conditions of what is threatened.
THREAT = re.compile(r"(?:unless|until)\s+", re.I)
UNTIL = re.compile(r"\buntil\s+", re.I)
OFFERS = frozenset({"offer", "offers", "offered"})
#: Words that are too few to stand as what is given.
SHORT = 2


def leave_out_threats(draft: Draft) -> None:
    """Put what an ultimatum asks in the place of what its maker does *unless* or *until* then."""
    if "ultimatum" not in draft.kinds:
        return
    threats = [(t, c) for t in draft.terms if (c := _threatened(t)) is not None]
    draft.terms = [t for t in draft.terms if all(t is not threat for threat, _ in threats)]
    doc = draft.mentions[0].head.doc
    for _, condition in threats:
        words = THREAT.sub("", condition.text, count=1)
        asked = Span(condition.end - len(words), condition.end, words)
        clause = any(t.pos_ in ("VERB", "AUX") for t in doc[slice(*tokens_of(doc, condition))])
        if clause and not any(asked.overlaps(t.what) for t in draft.terms):
            draft.terms.append(_term(asked, None))


def _threatened(term: Term) -> Span | None:
    """The words that say unless or until what an act is threatened: "raids *until they leave*"."""
    if term.condition is not None and THREAT.match(term.condition.text):
        return term.condition
    until = UNTIL.search(term.what.text)
    if until is None or until.start() == 0:
        return None
    start = term.what.start + until.start()
    return Span(start, term.what.end, term.what.text[until.start() :])


def bind_parties(draft: Draft) -> None:
    """Name who must act where the name tells it: an offer binds its maker, an ultimatum the other.

    Only for terms in the infinitive, told in the sentence of the name.
    """
    heads = {m.head.lower_ for m in draft.mentions}
    doers = draft.by if heads & OFFERS else draft.to if "ultimatum" in draft.kinds else []
    if len(doers) != 1:
        return
    near = [span_of(m.head.doc, *m.sentence) for m in draft.mentions]
    given = [t.exchange for t in draft.terms if t.exchange is not None]
    other = _other(draft, doers[0])
    draft.terms = [
        replace(t, party=other if any(g.covers(t.what) for g in given) else doers[0])
        if t.party is None and any(s.start <= t.what.start < s.end for s in near)
        else t
        for t in draft.terms
    ]


def bind_given(draft: Draft) -> None:
    """Name the other side for what is given in exchange, where a term tells it of nobody."""
    given = [(t.exchange, _other(draft, t.party)) for t in draft.terms if t.exchange is not None]
    for n, term in enumerate(draft.terms):
        others = (o for g, o in given if g.covers(term.what)) if term.party is None else iter(())
        draft.terms[n] = replace(term, party=next(others, term.party))


def other_side(doc: Doc, draft: Draft) -> list[Term]:
    """Return the terms that stand in what is given, or in the conditions, of other terms."""
    out: list[Term] = []
    for term in draft.terms:
        given = term.exchange
        if given is not None and len(given.text.split()) >= SHORT:
            other = _other(draft, term.party)
            parts = [t.what for t in noun_terms(doc, *tokens_of(doc, given))]
            out += [_term(part, other) for part in (parts if len(parts) > 1 else [given])]
        elif given is None and term.condition is not None:
            out += _asked(doc, term)
    return out


def _term(what: Span, by: Span | None) -> Term:
    return Term(what=what, party=by, amount=amount_of(what), deadline=deadline_of(what))


def _other(draft: Draft, doer: Span | None) -> Span | None:
    """The one other side of an exchange between two."""
    sides = [*draft.by, *draft.to]
    if doer is None or len(sides) != 2:
        return None
    others = [s for s in sides if not (s.overlaps(doer) or s.text.lower() == doer.text.lower())]
    return others[0] if len(others) == 1 else None


def _asked(doc: Doc, term: Term) -> list[Term]:
    """ "if *Tbilisi repeals its law*": the acts of somebody else that the condition asks for."""
    condition = term.condition
    assert condition is not None
    found = ASKING.match(condition.text)
    if found is None or not condition.text[found.end() :].strip():
        return []
    start, end = tokens_of(
        doc, Span.of(text_of(doc), condition.start + found.end() + 1, condition.end)
    )
    first = next((t for t in doc[start:end] if _is_act(t, start)), None)
    by = _doer(doc, first) if first is not None else None
    if first is None or by is None or (term.party is not None and by.overlaps(term.party)):
        return []
    verbs = [first, *(t for t in doc[first.i + 1 : end] if _is_joined(t, first))]
    out: list[Term] = []
    for verb, following in zip_longest(verbs, verbs[1:]):
        begin, by = verb.i, _doer(doc, verb) or by
        if _is_passive(verb):
            begin, by = _begin(verb), None
        told = phrase(doc, begin, end if following is None else _begin(following))
        what, inner = parted(text_of(doc), told) if told is not None else (None, None)
        out += [replace(_term(what, by), condition=inner)] if what is not None else []
    return out


def _doer(doc: Doc, verb: Token) -> Span | None:
    """Who does a verb: its own subject, where that is somebody who acts."""
    doer = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    acts = doer is not None and (is_party(doer) or doer.pos_ == "PROPN")
    return party(doc, doer) if doer is not None and acts else None


def _begin(verb: Token) -> int:
    """Where the clause of a verb begins: at its own subject, else at the verb."""
    return min([verb.i, *(c.left_edge.i for c in verb.children if c.dep_ in SUBJECTS)])


def _is_passive(verb: Token) -> bool:
    return any(c.dep_ == "nsubj:pass" for c in verb.children)


def _is_joined(verb: Token, first: Token) -> bool:
    """ "if Oslo lifts its siege *and lets* the ships pass": a verb joined to that of the condition.

    One that the parse has joined to a word before the condition stands in it all the same.
    """
    up = verb.head
    while up.dep_ == "conj" and up.i > first.i:
        up = up.head
    tensed = "Tense" in str(verb.morph) or _is_passive(verb) or verb.head == first
    joint = verb.doc[_begin(verb) - 1].lower_ in ("and", ",")
    return verb.dep_ == "conj" and verb.pos_ == "VERB" and up.i <= first.i and tensed and joint


def _is_act(token: Token, start: int) -> bool:
    """A finite verb in the active, with a named doer behind the word that opens the condition."""
    if token.pos_ != "VERB" or "Voice=Pass" in str(token.morph):
        return False
    doers = [c for c in token.children if c.dep_ == "nsubj" and start <= c.i < token.i]
    helped = any(c.dep_ in ("aux", "aux:pass") for c in token.children)
    none = any(c.lower_ in ("no", "neither", "nobody") for d in doers for c in (d, *d.children))
    return bool(doers) and not none and not helped and "Tense" in str(token.morph)
