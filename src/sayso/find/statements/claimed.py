"""What a claim is that somebody denies, where the report itself has told it right before: "*Orla
moved guns north*, a claim Oslo denied"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from sayso.find.statements.acts import claims_on
from sayso.find.statements.clauses import SUBJECTS, cue_verb
from sayso.language.spans import head_of, sentence_at, span_of, tokens_of, trimmed
from sayso.record.findings import Statement
from sayso.record.span import Span

#: What parts a clause from the one before it.
PARTS = frozenset({";", ":"})


def of_clauses(doc: Doc, statements: Sequence[Statement]) -> list[Statement]:
    """Return the statements, a denial of "a claim" with the clause before the comma for content,
    where nobody is told to say that."""
    out = []
    for statement in statements:
        clause = _clause(doc, statement) if statement.act == "denies" else None
        others = (s for s in statements if s is not statement)
        if clause is not None and not any(_is_said(clause, s) for s in others):
            statement = replace(statement, content=(clause,))
        out.append(statement)
    return out


def _clause(doc: Doc, denial: Statement) -> Span | None:
    """The clause that a noun of claiming behind a comma sums up, if that is what is denied."""
    verb = cue_verb(doc, *tokens_of(doc, denial.cue))
    if verb is None or len(denial.content) != 1:
        return None
    end = tokens_of(doc, denial.content[0])[1]
    noun = doc[end - 1]
    if noun.i > verb.i or noun not in (*claims_on(verb), verb.head) or noun.pos_ != "NOUN":
        return None
    before = _phrase_start(noun) - 1
    start = sentence_at(doc, noun.i)[0]
    if before <= start or doc[before].text != ",":
        return None
    start = max([start, *(t.i + 1 for t in doc[start:before] if t.text in PARTS)])
    kept = trimmed(doc, start, before, quotes=True)
    return span_of(doc, *kept) if kept is not None and _is_told(doc, *kept) else None


def _phrase_start(noun: Token) -> int:
    """The first token of a noun's phrase, without the comma before it."""
    first = noun.left_edge
    return first.i + (first.text == ",")


def _is_told(doc: Doc, start: int, end: int) -> bool:
    """Tell whether words are a clause of the sentence's own: a verb with its subject before it."""
    verb = head_of(doc, start, end)
    own = any(c.dep_ in SUBJECTS and start <= c.i < verb.i for c in verb.children)
    return verb.pos_ in ("VERB", "AUX") and own


def _is_said(clause: Span, other: Statement) -> bool:
    return any(part.overlaps(clause) for part in (other.cue, *other.content))
