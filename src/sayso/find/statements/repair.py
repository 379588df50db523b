"""Statements whose source the encoder missed, or marked but a scrap of, mended by the parse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from spacy.tokens import Doc, Token

from sayso.find.statements.bounds import bounded
from sayso.find.statements.clauses import QUOTES as CITES
from sayso.find.statements.clauses import about, cue_verb, quoted_as, subject
from sayso.find.statements.colons import HEADED
from sayso.find.statements.speakers import HIDING
from sayso.find.statements.speaking import outweighed, phrase_of, quoted
from sayso.language.spans import (
    QUOTES,
    WIDEST,
    classes_of,
    head_of,
    heads_of,
    lower_of,
    relations_of,
    span_of,
    token_at,
    tokens_of,
    trimmed,
)
from sayso.record.findings import Statement
from sayso.record.span import Span
from sayso.record.vocabulary import SourceType

#: What stands between what is said and who says it behind it.
PARTING = QUOTES | {","}
#: What stands before a title and goes with it.
RANKS = frozenset({"acting", "assistant", "deputy", "under", "vice"})
#: Participles of what nobody is told to think or say.
THOUGHT = frozenset({"believed", "feared", "presumed", "rumored", "rumoured", "thought"})
NAMING = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})


def mended(doc: Doc, statement: Statement) -> Statement:
    """Return the statement with the subject or owner of its cue as source, where the source is
    missing, a scrap ("The", "'s") or one that the tree rules out, and without what the cue's own
    verbs go on to say.
    """
    start, end = tokens_of(doc, statement.cue)
    if statement.rule == HEADED:
        return statement
    verb = cue_verb(doc, start, end)
    statement = _without_agent(doc, verb, _not_of_whom(doc, verb, _parted(doc, statement)))
    if statement.source is None or _is_scrap(doc, statement.source):
        found = _speaker(verb, end) if verb is not None else _owner(head_of(doc, start, end))
    else:
        source_at = tokens_of(doc, statement.source)
        found = outweighed(verb, source_at, end) if verb is not None else None
        if found is not None and not found[0] <= source_at[0] < found[1]:
            statement = replace(statement, source_type="unknown", anonymous=False)
        found = bounded(doc, *(found or source_at), _limit(doc, statement))
        statement = _without_aside(doc, statement, source_at, found[1])
    found = _with_rank(doc, _with_owner(doc, found)) if found is not None else None
    statement = _cleared(doc, found, statement) if found is not None else statement
    source = statement.source if found is None else _outside(doc, found, statement)
    content = statement.content
    if verb is not None:
        content = _as_saying(doc, verb, _before_conjuncts(doc, verb, content))
    if source == statement.source and content == statement.content:
        return statement
    return replace(statement, source=source, content=content)


def _without_aside(
    doc: Doc, statement: Statement, source_at: tuple[int, int], end: int
) -> Statement:
    """Return the statement as one of somebody who is known, where the words that withhold a name
    stand in an aside behind the source's ``end``: "the Post, citing *a source*, said"."""
    words = lower_of(doc)
    kept, left = words[source_at[0] : end], words[end : source_at[1]]
    hidden = not HIDING.isdisjoint(left) and HIDING.isdisjoint(kept)
    if not (statement.anonymous and hidden and CITES.intersection(left)):
        return statement
    kind = "unknown" if statement.source_type == "role" else statement.source_type
    return replace(statement, source_type=cast(SourceType, kind), anonymous=False)


def _parted(doc: Doc, statement: Statement) -> Statement:
    """Return the statement with a source from the last comma before it on, where what is said runs
    up to it without a mark: "Two fled, *the head of the* port said"."""
    source = statement.source
    before = [c for c in statement.content if source is not None and c.start < source.start]
    if source is None or not before or source.start > statement.cue.start:
        return statement
    part = before[-1]
    (start, end), (first, last) = tokens_of(doc, part), tokens_of(doc, source)
    if not first <= end < last:
        return statement
    words = lower_of(doc)
    comma = next((i for i in range(first - 1, start, -1) if words[i] in PARTING), None)
    if comma is None or comma + 1 == first:
        return statement
    kept = trimmed(doc, start, comma, quotes=True)
    if kept is None or any(t.pos_ in ("VERB", "AUX") for t in doc[comma + 1 : first]):
        return statement
    content = tuple(span_of(doc, *kept) if c == part else c for c in statement.content)
    return replace(statement, source=span_of(doc, comma + 1, last), content=content)


def _with_owner(doc: Doc, found: tuple[int, int]) -> tuple[int, int]:
    """A source from its owner on, where it begins right behind one: "*Oslo's* envoy"."""
    mark = doc[found[0] - 1] if found[0] else None
    if mark is None or mark.lower_ not in ("'s", "’s") or mark.dep_ != "case":
        return found
    first = phrase_of(mark.head)[0]
    return (first, found[1]) if found[0] - first <= 2 * WIDEST else found


def _with_rank(doc: Doc, found: tuple[int, int]) -> tuple[int, int]:
    """A source from the word on that tells of which rank a title is: "said *Under* Secretary"."""
    before = doc[found[0] - 1] if found[0] else None
    title = doc[found[0]]
    ranked = before is not None and before.lower_ in RANKS and before.head in (title, title.head)
    written = before is not None and before.text[0].isupper() and title.text[0].isupper()
    return (found[0] - 1, found[1]) if ranked and written else found


def _cleared(doc: Doc, found: tuple[int, int], statement: Statement) -> Statement:
    """Return the statement without who speaks at the end of what is said, behind a comma."""
    content = []
    for part in statement.content:
        start, end = tokens_of(doc, part)
        ends = start < found[0] < end == found[1] and doc[found[0] - 1].text in PARTING
        kept = trimmed(doc, start, found[0], quotes=True) if ends else None
        content.append(span_of(doc, *kept) if kept else part)
    changed = tuple(content)
    return statement if changed == statement.content else replace(statement, content=changed)


def _limit(doc: Doc, statement: Statement) -> int:
    """The first token behind a source that the cue or what is said begins with."""
    at = statement.source.end if statement.source is not None else 0
    others = (s.start for s in (statement.cue, *statement.content) if s.start >= at)
    first = min(others, default=None)
    return len(doc) if first is None else token_at(doc, first)


def _not_of_whom(doc: Doc, verb: Token | None, statement: Statement) -> Statement:
    """Return the statement without a source whom a passive cue is about: "*Ann* was accused"."""
    whom = about(verb) if verb is not None else None
    if whom is None or verb is None or statement.source is None:
        return statement
    start, end = tokens_of(doc, statement.source)
    agent = any(c.dep_ == "obl:agent" for c in verb.children)
    if verb.lower_ in THOUGHT and not agent and end <= verb.i:  # it is not told who thinks so
        return replace(statement, source=None, source_type="unknown", anonymous=False)
    if not start <= whom.i < end:
        return statement
    return replace(statement, source=None, source_type="unknown", anonymous=False)


def _without_agent(doc: Doc, verb: Token | None, statement: Statement) -> Statement:
    """Return the statement without who says it at the head of what is said: "Villagers were told
    *by the army* to leave"."""
    agent = next((c for c in verb.children if c.dep_ == "obl:agent"), None) if verb else None
    if agent is None or not statement.content:
        return statement
    first, *rest = statement.content
    start, end = tokens_of(doc, first)
    behind = phrase_of(agent)[1]
    if start != agent.left_edge.i or behind >= end:
        return statement
    kept = trimmed(doc, behind, end, quotes=True)
    return replace(statement, content=(span_of(doc, *kept), *rest)) if kept else statement


def _speaker(verb: Token, end: int) -> tuple[int, int] | None:
    """Who does what a cue tells, by the tree; who is quoted, in "quoted *her son* as saying"; to
    whom it goes back, "according to *Ann*"."""
    if verb.lower_ == "according":
        named = verb.dep_ == "case" and verb.head.i >= end and verb.head.pos_ in NAMING
        return phrase_of(verb.head) if named else None
    found = quoted(verb, end) or subject(verb)
    if found is not None and found == about(verb):
        return None
    return phrase_of(found) if found is not None and found.dep_ != "expl" else None


def _as_saying(doc: Doc, verb: Token, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """What is said with all of who is quoted and how: "she quoted *her son as saying*", "*her son*
    was quoted by the Post *as saying*"."""
    inner = next((c for c in verb.children if quoted_as(c) is not None and c.i > verb.i), None)
    noun = quoted_as(inner) if inner is not None else None
    if inner is None or noun is None:
        return content
    agent = next((c for c in verb.children if c.dep_ == "obl:agent" and c.i < inner.i), None)
    if agent is not None and noun.i < verb.i:
        said = max([inner.right_edge.i + 1, *(tokens_of(doc, c)[1] for c in content)])
        behind = trimmed(doc, phrase_of(agent)[1], said, quotes=True)
        return (span_of(doc, *phrase_of(noun)), span_of(doc, *behind)) if behind else content
    parts = [(part, *tokens_of(doc, part)) for part in content]
    return tuple(
        span_of(doc, a, inner.i + 1) if a <= noun.i < b <= inner.i else part for part, a, b in parts
    )


def _owner(noun: Token) -> tuple[int, int] | None:
    """Whose words a noun tells of: "*Malta's* claims", "*opposition* demands"."""
    before = (c for c in noun.children if c.dep_ in ("nmod:poss", "compound") and c.i < noun.i)
    found = next(before, None) if noun.pos_ == "NOUN" else None
    return phrase_of(found) if found is not None else None


def _before_conjuncts(doc: Doc, verb: Token, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """Cut off what another verb joined to the cue says: "demands a truce *and blocks the road*"."""
    for other in _joined(doc, verb, content):
        joined = [c.i for c in other.children if c.dep_ == "cc"]
        start = min([other.left_edge.i, *joined])
        content = tuple(c for span in content if (c := _up_to(doc, span, start)))
    return content


def _joined(doc: Doc, verb: Token, content: tuple[Span, ...]) -> Iterator[Token]:
    """Yield the verbs behind a cue that go on it, by the tree or by their form alone: "rules
    (that) the measures violate the law *and halts* them"."""
    for other in verb.children:
        if other.dep_ == "conj" and other.i > verb.i and _goes_on(verb, other):
            yield other
    if "Tense=Past" in str(verb.morph):  # "said he left and fled": the form does not tell
        return
    relations, heads = relations_of(doc), heads_of(doc)
    for span in content:
        first, end = tokens_of(doc, span)
        inner = (i for i in range(first, end) if relations[i] == "conj" and heads[i] > verb.i)
        for other in (doc[i] for i in inner):
            odd = _goes_on(verb, other) and str(other.head.morph) != str(other.morph)
            if odd and any(c.dep_ == "cc" for c in other.children):
                yield other


def _goes_on(verb: Token, other: Token) -> bool:
    """Tell whether a joined verb has the subject and form of the cue: no reported clause."""
    same_form = str(verb.morph) == str(other.morph)
    return same_form and not any(c.dep_.startswith(("nsubj", "csubj")) for c in other.children)


def _up_to(doc: Doc, span: Span, stop: int) -> Span | None:
    """The part of a span before a token, where the span begins before it; else the whole."""
    start, end = tokens_of(doc, span)
    if not start < stop < end:
        return span
    kept = trimmed(doc, start, stop, quotes=True)
    return span_of(doc, *kept) if kept else None


def _is_scrap(doc: Doc, source: Span) -> bool:
    start, end = tokens_of(doc, source)
    return NAMING.isdisjoint(classes_of(doc)[start:end])


def _outside(doc: Doc, found: tuple[int, int], statement: Statement) -> Span | None:
    """The subject's span, unless it lies in what is said or is the cue itself."""
    span = span_of(doc, *(trimmed(doc, *found, quotes=True) or found))
    if any(span.overlaps(c) for c in (*statement.content, statement.cue)):
        return statement.source
    return span
