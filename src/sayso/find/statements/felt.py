"""Who is told to be moved by something is the one who says so: "*Oslo* is alarmed by the raid"."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

from sayso.find.statements.clauses import SUBJECTS, cue_verb
from sayso.language.pronouns import joined_names
from sayso.language.spans import head_of, span_of, tokens_of
from sayso.record.findings import Statement

#: Participles for what one feels, whose subject is not done to by anybody.
FELT = frozenset(
    {"alarmed", "appalled", "concerned", "disappointed", "dismayed", "disturbed", "encouraged",
     "heartened", "horrified", "outraged", "pleased", "saddened", "shocked", "troubled", "worried"}
)  # fmt: skip


def felt(doc: Doc, statement: Statement) -> Statement:
    """Return the statement with the subject of what is felt as its source, where nobody is known
    or only what is felt about."""
    start, end = tokens_of(doc, statement.cue)
    verb = cue_verb(doc, start, end) or head_of(doc, start, end)
    if verb.lower_ not in FELT:
        return statement
    first = verb.head if verb.dep_ == "conj" and verb.head.lower_ in FELT else verb
    subject = next((c for c in first.children if c.dep_ in SUBJECTS and c.i < first.i), None)
    told = statement.source
    if subject is None or (told is not None and told.end <= statement.cue.start and first is verb):
        return statement
    return replace(statement, source=span_of(doc, *joined_names(subject)))
