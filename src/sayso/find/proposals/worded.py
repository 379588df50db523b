"""Terms without words that are none of theirs, and without a party that is none of theirs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from sayso.find.proposals.clauses import SUBJECTS, bases
from sayso.find.proposals.names import Mention
from sayso.language.spans import span_of, tokens_of
from sayso.record.findings import Term

#: Verbs that let somebody act.
LETTING = frozenset({"allow", "let", "permit", "enable"})
NOT = (["not"], ["never"])
HELD = frozenset({"obj", "iobj", "nsubj"})


def worded(doc: Doc, mentions: Sequence[Mention], term: Term) -> Term:
    """Return a term as it is worded: its act alone, with whoever must do it."""
    return _with_not(doc, _with_sign(doc, _freed(doc, _without_name(doc, mentions, term))))


def _with_not(doc: Doc, term: Term) -> Term:
    """ "*not to* harm the crew", "would *not* fire": what is ruled out is the term."""
    start, end = tokens_of(doc, term.what)
    words = [t.lower_ for t in doc[max(0, start - 2) : start]]
    back = 2 if words[-2:] in (["not", "to"], ["never", "to"]) else int(words[-1:] in NOT)
    verb = doc[start].pos_ in ("VERB", "AUX")
    return replace(term, what=span_of(doc, start - back, end)) if back and verb else term


def _with_sign(doc: Doc, term: Term) -> Term:
    """ "cap it at 3.67*%*": the sign behind a number is of it."""
    start, end = tokens_of(doc, term.what)
    sign = end < len(doc) and doc[end].text == "%" and doc[end - 1].like_num
    return replace(term, what=span_of(doc, start, end + 1)) if sign else term


def _without_name(doc: Doc, mentions: Sequence[Mention], term: Term) -> Term:
    """ "*The plan would also* let lorries in": the act begins behind the name."""
    start, end = tokens_of(doc, term.what)
    for m in mentions:
        verb = m.head.head
        opens = m.span_start == start and m.head.dep_ in SUBJECTS and m.head.dep_ != "nsubj:pass"
        if opens and verb.pos_ == "VERB" and m.head.i < verb.i < end - 1:
            return replace(term, what=span_of(doc, verb.i, end))
    return term


def _freed(doc: Doc, term: Term) -> Term:
    """ "would allow guards to return *and unfreeze* the funds": not for the guards to do."""
    act = doc[tokens_of(doc, term.what)[0]]
    let = act.head
    if term.party is None or act.dep_ != "conj" or not bases(let) & LETTING:
        return term
    start, end = tokens_of(doc, term.party)
    held = any(_is_held(let, doc[i]) for i in range(start, end))
    return replace(term, party=None) if held else term


def _is_held(let: Token, word: Token) -> bool:
    """Tell whether a word is whom a verb lets act, named behind it."""
    inner = word.head.dep_ in ("xcomp", "ccomp") and word.head.head == let
    return word.dep_ in HELD and word.i > let.i and (word.head == let or inner)
