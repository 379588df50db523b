"""Cues that report nothing: "no *reports* of injuries", "it did not *say* how many", "no group has
*said*", "denies having *promised*"."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from sayso.find.statements.acts import NEGATIONS
from sayso.find.statements.clauses import SUBJECTS, cue_verb, subject
from sayso.find.statements.speakers import DOCUMENTS, is_speaking
from sayso.find.statements.speaking import SHOWS
from sayso.find.statements.verbs import DENIES
from sayso.language.anchors import anchors
from sayso.language.genders import is_person
from sayso.language.spans import head_of, span_of, tokens_of
from sayso.record.findings import Statement

SAYS = frozenset({"disclose", "elaborate", "say", "specify"})
#: What begins a question that is left open.
OPEN = frozenset(
    ["how", "if", "what", "when", "where", "whether", "which", "who", "whom", "whose", "why"]
)
REFERRING = frozenset({"alluding", "referring"})
REPORTS = frozenset({"report", "reports"})
#: How what nobody says begins.
NOBODY = frozenset({"neither", "no", "nobody", "none"})
#: How what is denied hangs on its verb.
DENIED = frozenset({"ccomp", "obj", "xcomp"})


def is_silent(doc: Doc, statement: Statement) -> bool:
    """Tell whether a cue reports nothing: what nobody told or reported, what words refer to, or
    what somebody "is *expected to say*"."""
    start, end = tokens_of(doc, statement.cue)
    words = [t.lower_ for t in doc[start:end]]
    if not REFERRING.isdisjoint(words) or _is_of_nobody(doc, statement):
        return True
    if "expected" in words and "to" in words[words.index("expected") :]:
        return True
    verb = cue_verb(doc, start, end)
    if verb is not None and (_is_denied(verb) or _is_of_thing(doc, verb, statement)):
        return True
    if verb is not None and (_is_undone(verb) or _is_hope(verb)):
        return True
    head = head_of(doc, start, end)
    if head.lower_ in REPORTS and head.pos_ == "NOUN":
        return any(c.lower_ == "no" for c in head.children)
    if verb is not None and verb.lemma_.lower() == "comment" and _is_topic(doc, statement):
        return True
    return _leaves_open(doc, statement, start, end)


def _is_topic(doc: Doc, statement: Statement) -> bool:
    """Tell whether what is said but names a thing: "commented on *the raid*"."""
    heads = [head_of(doc, *tokens_of(doc, part)) for part in statement.content]
    return all(t.pos_ in ("NOUN", "PROPN") and t.dep_ == "obl" for t in heads)


def _is_of_nobody(doc: Doc, statement: Statement) -> bool:
    """Tell whether nobody says it: "*No group* has said", "*none of them* said"."""
    source = statement.source
    return source is not None and doc[tokens_of(doc, source)[0]].lower_ in NOBODY


def _is_of_thing(doc: Doc, verb: Token, statement: Statement) -> bool:
    """Tell whether a thing shows what is said that is no document: what happened ("the *raid*
    showed"), "it" or "this" in what somebody says, or another than the encoder's source."""
    doer = subject(verb) if verb.lemma_.lower() in SHOWS else None
    if doer is None:
        return False
    if doer.pos_ == "PRON":
        return verb.dep_ == "ccomp" and doer.lower_ in ("it", "that", "this")
    if doer.pos_ != "NOUN" or is_person(doer) or {doer.lower_, doer.lemma_.lower()} & DOCUMENTS:
        return False
    other = statement.source is not None and not span_of(doc, doer.i, doer.i + 1).overlaps(
        statement.source
    )
    return other or any(a.start <= doer.i < a.end for a in anchors(doc, "event"))


def _is_undone(verb: Token) -> bool:
    """Tell whether a cue tells that somebody lets a thing be, or how it is named: "*called
    off* the drill", "a base *called* Oak"."""
    if verb.lemma_.lower() != "call":
        return False
    off = any(c.dep_ == "compound:prt" and c.lower_ == "off" for c in verb.children)
    return off or _is_name(verb)


def _is_name(verb: Token) -> bool:
    """Tell whether a participle but names a thing: "a base *called* Oak"."""
    by = any(c.dep_ == "obl:agent" for c in verb.children)
    return verb.dep_ == "acl" and verb.lower_ == "called" and not by


def _is_hope(verb: Token) -> bool:
    """Tell whether a thing that is no document promises, as it holds hope: "the *plan promises*
    growth"."""
    doer = subject(verb) if verb.lemma_.lower() == "promise" and verb.dep_ != "xcomp" else None
    if doer is None or doer.pos_ != "NOUN":
        return False
    told = any(c.dep_ in ("ccomp", "xcomp") for c in verb.children)
    return not told and not is_speaking(doer, many=True) and not is_person(doer)


def _is_denied(verb: Token) -> bool:
    """Tell whether a cue is what its own source denies to have done: "denies *having promised*"."""
    own = any(c.dep_ in SUBJECTS for c in verb.children)
    return verb.dep_ in DENIED and not own and verb.head.lower_ in DENIES


def _leaves_open(doc: Doc, statement: Statement, start: int, end: int) -> bool:
    """Tell whether a cue is a negated "say" before a question: "did not *say* whether"."""
    first = doc[tokens_of(doc, statement.content[0])[0]]
    near = doc[start : first.i] if start < first.i else doc[start:end]
    says = [t for t in near if t.lemma_.lower() in SAYS]
    negated = (c.lower_ in NEGATIONS for t in says for c in t.children)
    return first.lower_ in OPEN and any(negated)
