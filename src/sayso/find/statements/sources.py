"""A statement's source: the name behind a pronoun, and the words that withhold a name."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

from sayso.language.pronouns import antecedent, is_pronoun
from sayso.language.spans import span_of, tokens_of
from sayso.record.findings import Statement


def named(doc: Doc, statement: Statement) -> Statement:
    """Return the statement with its source's pronoun replaced by the name that it stands for."""
    if statement.source is None:
        return statement
    start, end = tokens_of(doc, statement.source)
    if not is_pronoun(doc, start, end):
        return statement
    found = antecedent(doc, start)
    if found is None:
        return statement
    return replace(statement, source=span_of(doc, *found), source_written=statement.source)
