"""Duties told in the present tense: "Under the accord, Oslo *lifts its blockade* and *pays*"."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Token

from sayso.find.proposals.acts import is_plain
from sayso.find.proposals.clauses import SUBJECTS, bases, is_barred, is_party, whole_party
from sayso.find.proposals.details import term
from sayso.find.proposals.listed import list_end
from sayso.find.proposals.phases import phase_in
from sayso.language.spans import span_of
from sayso.record.findings import Term

#: Verbs that tell how things stand, or what somebody says or thinks, and lay down no duty.
STANDING = frozenset(
    {"say", "be", "have", "remain", "seem", "mean", "need", "want", "believe", "think", "hope",
     "know", "fear", "expect", "deny", "insist", "accuse", "call", "face", "include", "depend",
     "live", "mark", "warn", "vow", "threaten", "refuse", "reject", "accept", "support", "back",
     "oppose", "claim", "argue", "describe", "agree", "tell", "ask", "urge", "report", "add"}
)  # fmt: skip


def present_terms(doc: Doc, start: int, end: int) -> list[Term]:
    """Return the terms of the acts in the present tense between two tokens, with who does them."""
    verbs = [t for t in doc[start:end] if _is_act(t, start)]
    out: list[Term] = []
    for n, verb in enumerate(verbs):
        doer = _doer(verb)
        if doer is None or is_barred(doer) or bases(verb) & STANDING:
            continue
        stop = verbs[n + 1].left_edge.i if n + 1 < len(verbs) else end
        by = whole_party(doc, doer) if is_party(doer) else None
        first = verb.i if by is not None else doer.left_edge.i
        found = term(doc, first, min(stop, list_end(doc, verb.i, end)), by=by)
        if found is not None:
            told = found.phase or phase_in(span_of(doc, start, verb.i).text) or None
            out.append(replace(found, phase=told))
    return out


def is_past(doc: Doc) -> bool:
    """Tell whether a report is in the past tense, so that the present tells what is laid down."""
    roots = [str(s.root.morph) for s in doc.sents]
    return sum("Tense=Past" in m for m in roots) > len(roots) / 2


def _is_act(verb: Token, start: int) -> bool:
    """A finite verb in the present of the sentence itself, or one joined to it."""
    form = str(verb.morph)
    if verb.pos_ != "VERB" or any(c.dep_.startswith("aux") for c in verb.children):
        return False
    if "Tense=Pres" not in form or "VerbForm=Fin" not in form:  # "lift ... and *let*", in a parse
        shared = verb.dep_ == "conj" and verb.head.i >= start and _is_act(verb.head, start)
        return shared and is_plain(verb)
    if verb.dep_ == "root" or verb.head == verb:
        return True
    if any(c.lower_ in ("while", "whereas") and c.dep_ == "mark" for c in verb.children):
        return True
    joined = verb.dep_ in ("conj", "parataxis") and verb.head.i >= start
    return joined and _is_act(verb.head, start)


def _doer(verb: Token) -> Token | None:
    """Who does a verb: its own subject, the last word of a name in two pieces, or a shared one."""
    own = [c for c in verb.children if c.dep_ in SUBJECTS and c.i < verb.i]
    if own:
        return own[-1]
    return _doer(verb.head) if verb.dep_ == "conj" and verb.head != verb else None
