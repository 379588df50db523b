"""Who must do a term of which no rule has told it: the subject of its verb, or who promises it.

The rules of terms read a stretch of words; the encoder marks a term without its doer. Where the
verb that a term begins with has a subject that can bargain, that is whom the text names. A stretch
of land does nothing: what becomes of it is the term, and nobody is named who must see to it.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Token

from sayso.find.proposals.clauses import (
    bases,
    is_party,
    is_verb,
    may_bargain,
    party,
    subject,
    whole_party,
)
from sayso.find.proposals.drafts import Draft
from sayso.find.proposals.obliged import LETTING
from sayso.language.pronouns import FIRST
from sayso.language.spans import head_of, span_of, tokens_of
from sayso.record.findings import Term
from sayso.record.span import Span

#: Nouns of undertaking: what is behind one is done by whoever has it ("*Oslo's promise* to buy").
PROMISES = frozenset({"promise", "pledge", "commitment", "undertaking", "vow", "readiness",
                      "willingness", "obligation", "duty"})  # fmt: skip
#: What may stand before the verb of a term.
BEFORE = frozenset({"ADV", "PART", "AUX", "PUNCT"})
ON = frozenset({"on", "upon"})
#: Stretches of land and what is built on them, and those that may act, too.
GROUND = frozenset({"airport", "base", "border", "bridge", "canal", "corridor", "crossing", "dam",
                    "field", "island", "mine", "pipeline", "plant", "port", "river", "road",
                    "strait", "strip", "territory", "valley", "zone"})  # fmt: skip
AREAS = frozenset({"area", "city", "county", "district", "enclave", "municipality", "province",
                   "region", "town", "village"})  # fmt: skip
#: Verbs of what becomes of such a place.
BECOMING = frozenset({"be", "become", "belong", "close", "come", "fall", "get", "go", "have", "lie",
                      "open", "pass", "receive", "remain", "reopen", "revert", "rise",
                      "stay"})  # fmt: skip
#: Who is let go or moved: "ten hostages would *leave* Oslo" binds those who hold them.
MOVED = frozenset({"captive", "child", "civilian", "detainee", "hostage", "inmate", "patient",
                   "prisoner", "refugee", "resident", "woman", "wounded"})  # fmt: skip


def doers(doc: Doc, draft: Draft) -> None:
    """Name who must act in the terms of a proposal of which nobody is told so."""
    draft.terms[:] = [
        _with_doer(doc, draft, t) if t.party is None else _without_land(doc, t) for t in draft.terms
    ]


def _without_land(doc: Doc, term: Term) -> Term:
    """ "*the Orla crossing will open*", "*the region gets* a tenth": by nobody who is named."""
    assert term.party is not None
    start, end = tokens_of(doc, term.party)
    verb, last = tokens_of(doc, term.what)
    word = head_of(doc, start, end)
    between = all(t.pos_ in BEFORE for t in doc[end:verb])
    if end > verb or not between or word.lower_ != word.text or not bases(doc[verb]) & BECOMING:
        return term
    if word.lemma_.lower() not in GROUND | AREAS:
        return term
    return replace(term, what=span_of(doc, start, last), party=None)


def _with_doer(doc: Doc, draft: Draft, term: Term) -> Term:
    start, end = tokens_of(doc, term.what)
    verb = next((t for t in doc[start:end] if t.pos_ not in BEFORE), None)
    if verb is None:
        return term
    if verb.pos_ == "VERB":
        doer = doer_of(doc, verb)
        return replace(term, party=doer) if _is_other(draft, doer) else term
    act = next((t for t in doc[start:end] if t.pos_ == "VERB"), None)
    own = _own(act) if act is not None else None
    if act is None or own is None or own.left_edge.i != start or not may_bargain(own):
        return term
    doer = whole_party(doc, own)  # "demanded that *all sides* let aid in"
    if not _is_other(draft, doer):
        return term
    return replace(term, what=span_of(doc, act.i, end), party=doer)


def doer_of(doc: Doc, verb: Token) -> Span | None:
    """Return who does the verb that a term begins with, if it is somebody who can bargain."""
    up = verb.head
    if _is_passive(verb) or (verb.dep_ == "conj" and _is_finite(verb) > _is_finite(up)):
        return None  # "a plan requires Oslo to leave and *gives* Rome": the plan gives
    if verb.dep_ == "acl" and up.lemma_.lower() in PROMISES:
        owner = next((c for c in up.children if c.dep_ == "nmod:poss"), None)
        return party(doc, owner) if owner is not None and is_party(owner) else None
    if verb.dep_ in ("xcomp", "ccomp") and bases(up) & LETTING:
        return None  # "would be allowed to stay": whoever may do so is bound to nothing
    if verb.dep_ == "xcomp" and is_verb(up, "wish"):
        called = (c for c in up.children if c.dep_ == "obl" and up.i < c.i < verb.i)
        for word in called:  # "called *on Oslo* to leave"
            if is_party(word) and {c.lower_ for c in word.children if c.dep_ == "case"} <= ON:
                return whole_party(doc, word)
    doer = subject(verb)
    if doer is None or not may_bargain(doer) or doer.dep_ == "nsubj:pass" or doer.i > verb.i:
        return None
    return whole_party(doc, doer) if doer.lemma_.lower() not in MOVED else None


def _own(verb: Token) -> Token | None:
    """The subject of a verb in the active."""
    own = (c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i)
    return None if _is_passive(verb) else next(own, None)


def _is_finite(verb: Token) -> bool:
    return "VerbForm=Fin" in str(verb.morph) or any(c.dep_ == "aux" for c in verb.children)


def _is_passive(verb: Token) -> bool:
    return any(c.dep_ in ("nsubj:pass", "aux:pass") for c in verb.children)


def _is_other(draft: Draft, doer: Span | None) -> bool:
    if doer is None or doer.text.lower() in FIRST:
        return False
    return not any(doer.overlaps(m.span) for m in draft.mentions)
