"""A cue behind what is said and before who says it: "The road is shut, *reports* the mayor."."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

from sayso.find.statements.clauses import clauses_before, cue_verb
from sayso.language.pronouns import noun_phrase
from sayso.language.spans import QUOTES, span_of, tokens_of
from sayso.record.findings import Statement

#: What the noun behind such a cue is in the tree, which takes it for an object as often as not.
BEHIND = frozenset({"nsubj", "obj"})


def turned(doc: Doc, statement: Statement) -> Statement:
    """Return the statement with the noun behind its cue as source, where none is known and what
    is said stands before the cue; that clause is what is said if nothing else is."""
    start, end = tokens_of(doc, statement.cue)
    verb = cue_verb(doc, start, end)
    if statement.source is not None or verb is None or verb.i != end - 1 or start == 0:
        return statement
    said = next(iter(clauses_before(verb)), None)
    noun = next((c for c in verb.children if c.dep_ in BEHIND and c.i > verb.i), None)
    if said is None or noun is None or doc[start - 1].text not in QUOTES | {","}:
        return statement
    phrase = noun_phrase(noun)
    if phrase[0] != end:
        return statement
    source = span_of(doc, *phrase)
    kept = tuple(c for c in statement.content if not c.overlaps(source))
    breaks = (t.i + 1 for t in doc[said.left_edge.i : start - 1] if t.text in (";", ":"))
    clause = span_of(doc, max(breaks, default=said.left_edge.i), start - 1)
    return replace(statement, source=source, content=kept or (clause,))


def by_nobody(doc: Doc, statement: Statement) -> Statement:
    """Return the statement without a source that a participle behind it tells of: "20 of them
    *believed* to be alive" do not believe it."""
    verb = cue_verb(doc, *tokens_of(doc, statement.cue))
    source = statement.source
    if (
        source is None
        or verb is None
        or verb.dep_ != "acl"
        or "VerbForm=Part" not in str(verb.morph)
    ):
        return statement
    active = verb.lower_.endswith("ing") or any(c.dep_ == "obl:agent" for c in verb.children)
    told = any(c.dep_ in ("xcomp", "ccomp") and c.i > verb.i for c in verb.children)
    noun = verb.head
    if active or not told or not source.start <= noun.idx < source.end <= statement.cue.start:
        return statement
    content = (source, *(c for c in statement.content if not c.overlaps(source)))
    return replace(statement, source=None, source_type="unknown", anonymous=False, content=content)
