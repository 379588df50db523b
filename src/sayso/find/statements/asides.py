"""What stands around a source in an aside: "*Lorries*, according to drivers, *were burnt*"."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Token

from sayso.find.statements.clauses import SUBJECTS, cue_verb
from sayso.language.pronouns import noun_phrase
from sayso.language.spans import head_of, sentence_at, span_of, tokens_of, trimmed
from sayso.record.findings import Statement
from sayso.record.span import Span

#: What leads to the source of such an aside.
LEADS = "according to"
#: How a source hangs on what it tells.
HANGS = frozenset({"nmod", "obl"})
#: Clauses that a noun or a verb has behind a comma.
ASIDES = frozenset({"acl", "acl:relcl", "advcl"})
#: What stands for the noun that a clause is about.
RELATIVES = frozenset({"that", "which", "who"})
#: So many tokens at most are filled in behind an aside.
MISSING = 8


def around(doc: Doc, statement: Statement) -> Statement:
    """Return the statement with the clause that a source in an aside breaks on both its sides, or
    with the phrase between such an aside and the rest of what is said: "Six died, according to
    Oslo, *two of them children*, when a car burnt"."""
    source, cue = statement.source, statement.cue
    if source is None:
        return statement
    if cue.text.lower() != LEADS or source.start < cue.end:
        return _around_verb(doc, statement, source)
    before, (start, behind) = tokens_of(doc, cue)[0], tokens_of(doc, source)
    if not _are_commas(doc, before - 1, behind):
        return statement
    verb = head_of(doc, start, behind).head
    left = [c for c in statement.content if c.end <= cue.start]
    right = [c for c in statement.content if c.start >= source.end]
    if not right and _closes_clause(doc, before - 1):
        return statement
    if verb.i > behind and verb.i < sentence_at(doc, start)[1]:
        content = (*_left(doc, verb, before, left), *_right(doc, verb, behind, right))
    else:
        content = (*left, *_joined(doc, behind, right))
    return replace(statement, content=content) if content else statement


def _around_verb(doc: Doc, statement: Statement, source: Span) -> Statement:
    """The same for a cue that is a verb, where the encoder marked but one side: "*The lorries*,
    Oslo said in a statement, *were burnt*"."""
    (start, end), (first, last) = tokens_of(doc, statement.cue), tokens_of(doc, source)
    before, behind = min(start, first), max(end, last)
    if (content := _in_relative(doc, statement, start, end)) is not None:
        return replace(statement, content=content)
    verb, stop = cue_verb(doc, start, end), sentence_at(doc, start)[1]
    comma = next((i for i in range(behind, min(behind + MISSING, stop)) if doc[i].text == ","), 0)
    if verb is None or not comma or not _are_commas(doc, before - 1, comma):
        return statement
    said = [verb.head] if verb.dep_ == "parataxis" else [*verb.children]
    clause = next((c for c in said if c.i > comma and c.dep_ in ("ccomp", "root")), None)
    left = [c for c in statement.content if tokens_of(doc, c)[1] <= before]
    right = [c for c in statement.content if tokens_of(doc, c)[0] > comma]
    subjects = clause.children if clause is not None else ()
    if clause is None or not any(c.dep_ in SUBJECTS and c.i < before for c in subjects):
        return statement
    alone = bool(left) == bool(right) or _closes_clause(doc, before - 1)
    if alone or doc[before - 2].dep_ == "cc":
        return statement
    content = (*_left(doc, clause, before, left), *_right(doc, clause, comma, right))
    return replace(statement, content=content)


def _in_relative(doc: Doc, statement: Statement, start: int, end: int) -> tuple[Span, ...] | None:
    """What is said in a relative clause that the aside breaks, with the noun that it is about:
    "*a man* who, the mayor said, *had burnt the mill*"."""
    cue = cue_verb(doc, start, end)
    subjects = [c for c in cue.children if c.dep_ in SUBJECTS] if cue is not None else []
    edges = [(c.left_edge.i, c.right_edge.i + 1) for c in subjects]
    before, behind = min([start, *(a for a, _ in edges)]), max([end, *(b for _, b in edges)])
    if before < 2 or doc[before - 1].text != "," or doc[before - 2].lower_ not in RELATIVES:
        return None
    verb = doc[before - 2].head
    if verb.dep_ != "acl:relcl" or not verb.head.i < before - 2 < behind < verb.i:
        return None
    if doc[behind].text != ",":
        return None
    ends = (b for a, b in (tokens_of(doc, c) for c in statement.content) if a > behind)
    told = trimmed(doc, behind + 1, max([verb.right_edge.i + 1, *ends]), quotes=True)
    noun = span_of(doc, *noun_phrase(verb.head))
    if told is None or noun.end > doc[before - 2].idx:
        return None
    return noun, span_of(doc, *told)


def _are_commas(doc: Doc, first: int, last: int) -> bool:
    return first > 0 and last < len(doc) and doc[first].text == doc[last].text == ","


def _closes_clause(doc: Doc, comma: int) -> bool:
    """Tell whether the comma before the aside closes a clause on a noun behind another comma, which
    the source may be told with alone: "Oslo, *whose men fled*, according to Orla, denies it"."""
    first = sentence_at(doc, comma)[0]
    clauses = (t for t in doc[first:comma] if t.dep_ in ASIDES)
    edges = ((c.left_edge.i, c.right_edge.i) for c in clauses)
    ended = (start for start, end in edges if start > first and end in (comma - 1, comma))
    return any("," in (doc[start].text, doc[start - 1].text) for start in ended)


def _left(doc: Doc, verb: Token, end: int, parts: list[Span]) -> list[Span]:
    """What is said before the aside: the clause's words where its subject is among them, or the
    noun that a relative clause is about."""
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS and c.i < end), None)
    if subject is None:
        return parts
    if verb.dep_ == "acl:relcl" and subject.pos_ == "PRON":
        return [span_of(doc, *noun_phrase(verb.head))] if verb.head.i < end else parts
    first = _start(verb)
    last = min([end, *(c.left_edge.i for c in verb.children if c.i > subject.i and c.i > end)])
    kept = trimmed(doc, first, last, quotes=True)
    if kept is None:
        return parts
    start = min([kept[0], *(tokens_of(doc, c)[0] for c in parts)])
    return [span_of(doc, start, max([kept[1], *(tokens_of(doc, c)[1] for c in parts)]))]


def _start(verb: Token) -> int:
    """The first word of a verb's clause behind what joins it to the one before it."""
    first = verb.left_edge.i
    while first < verb.i and (verb.doc[first].is_punct or verb.doc[first].dep_ in ("cc", "mark")):
        first += 1
    return first


def _right(doc: Doc, verb: Token, comma: int, parts: list[Span]) -> list[Span]:
    """What is said behind the aside, from its comma on and with the clause's verb; up to another
    clause with a subject of its own, where nothing is known to be said there."""
    if parts and tokens_of(doc, parts[0])[0] <= verb.i:
        return parts
    others = (c for c in verb.children if c.dep_ == "conj" and c.i > verb.i)
    apart = (c.left_edge.i for c in others if any(g.dep_ in SUBJECTS for g in c.children))
    end = tokens_of(doc, parts[0])[1] if parts else min([verb.right_edge.i + 1, *apart])
    kept = trimmed(doc, comma + 1, max(end, verb.i + 1), quotes=True)
    return [span_of(doc, *kept), *parts[1:]] if kept is not None else parts


def _joined(doc: Doc, comma: int, parts: list[Span]) -> list[Span]:
    """What is said behind the aside, with the phrase without a verb that stands before it."""
    start, end = tokens_of(doc, parts[0]) if parts else (comma, comma)
    between = doc[comma + 1 : start - 1] if start > comma + 2 else doc[comma:comma]
    loose = any(t.pos_ in ("AUX", "CCONJ", "PRON", "SCONJ") or _is_finite(t) for t in between)
    if not between or len(between) > MISSING or loose or doc[start - 1].text != ",":
        return parts
    return [span_of(doc, comma + 1, end), *parts[1:]]


def _is_finite(word: Token) -> bool:
    return "VerbForm=Fin" in str(word.morph)
