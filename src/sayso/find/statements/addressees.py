"""Whom a warning or question is for, where the encoder marked nobody: "Oslo warned *Orla* against
it", "asked if it would rain, *Orla* said no"."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Token

from sayso.find.statements.clauses import PUT, about, cue_verb
from sayso.find.statements.speaking import phrase_of
from sayso.language.pronouns import noun_phrase
from sayso.language.spans import span_of, tokens_of
from sayso.record.findings import Statement

WARNS = frozenset({"caution", "cautioned", "cautions", "warn", "warned", "warning", "warns"})
NAMES = frozenset({"NOUN", "PROPN"})
#: What leads from whom one warns to what one warns of.
LEADING = frozenset({"about", "against", "not", "of", "over", "that", "to"})


def addressed(doc: Doc, statement: Statement) -> Statement:
    """Return the statement with the object of a verb of warning as whom it is to, where nobody is
    marked and what one warns of follows; with who answers as whom a question was put to."""
    verb = cue_verb(doc, *tokens_of(doc, statement.cue)) if statement.to is None else None
    if verb is not None and verb.lower_ in PUT and verb.dep_ == "advcl":
        asked = about(verb)
        phrase = phrase_of(asked) if asked is not None else None
        return replace(statement, to=span_of(doc, *phrase)) if phrase is not None else statement
    if verb is None or verb.lower_ not in WARNS:
        return statement
    whom = next((c for c in verb.children if _is_warned(c, verb)), None)
    return (
        replace(statement, to=span_of(doc, *noun_phrase(whom))) if whom is not None else statement
    )


def _is_warned(noun: Token, verb: Token) -> bool:
    """Tell whether a noun right behind a verb is its object, with what one warns of behind it."""
    if noun.dep_ not in ("iobj", "obj") or noun.pos_ not in NAMES or noun.left_edge.i != verb.i + 1:
        return False
    end = noun_phrase(noun)[1]
    return end < len(noun.doc) and noun.doc[end].lower_ in LEADING
