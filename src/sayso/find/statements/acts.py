"""What a statement does: the act that its cue's own word tells, and what a negated cue does."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import cast

from spacy.tokens import Doc, Token

from sayso.find.statements.clauses import cue_verb
from sayso.language.spans import tokens_of
from sayso.language.word_lists import rows
from sayso.record.findings import Statement
from sayso.record.vocabulary import Act

NEGATIONS = frozenset({"not", "n't", "n’t", "never", "neither", "nor"})
#: Acts that a negation turns into a refusal: "would neither confirm nor deny", "did not agree".
REFUSED = frozenset({"confirms", "denies", "agrees", "promises", "offers"})


def acted(doc: Doc, statement: Statement) -> Statement:
    """Return the statement with the act of its cue's word, where that word leaves no doubt.

    "denied" denies whatever stands around it; "said" may do anything, so there the encoder's
    answer stays. A negated confirmation, denial or promise is a refusal (rejects).
    """
    start, end = tokens_of(doc, statement.cue)
    verb = cue_verb(doc, start, end)
    words = [verb] if verb is not None else list(doc[start:end])
    told = next((act for t in words if (act := _acts().get(t.lemma_.lower()))), None)
    if told is None:
        return statement
    if verb is not None and told in REFUSED and _is_negated(verb, start):
        told = "rejects"
    return replace(statement, act=cast(Act, told))


def _is_negated(verb: Token, start: int) -> bool:
    return any(c.lower_ in NEGATIONS for c in verb.children) or any(
        t.lower_ in NEGATIONS for t in verb.doc[start : verb.i]
    )


@cache
def _acts() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("cue_acts")}
