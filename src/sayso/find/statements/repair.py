"""Statements whose source the encoder missed, or marked but a scrap of, mended by the parse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from sayso.find.statements.clauses import cue_verb, quoted_as, subject
from sayso.language.pronouns import noun_phrase
from sayso.language.spans import (
    WIDEST,
    classes_of,
    head_of,
    heads_of,
    lower_of,
    relations_of,
    span_of,
    tokens_of,
    trimmed,
)
from sayso.record.findings import Statement
from sayso.record.span import Span

#: What goes on a noun behind it.
GOING_ON = frozenset({"acl:relcl", "flat", "nmod"})
DASHES = frozenset({"--", "–", "—"})
MARKS = DASHES | {","}
NAMING = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})


def mended(doc: Doc, statement: Statement) -> Statement:
    """Return the statement with the subject or owner of its cue as source, where the source is
    missing or a scrap ("The", "'s"), and without what the cue's own verbs go on to say.
    """
    start, end = tokens_of(doc, statement.cue)
    verb = cue_verb(doc, start, end)
    if statement.source is None or _is_scrap(doc, statement.source):
        found = _speaker(verb) if verb is not None else _owner(head_of(doc, start, end))
    else:
        found = _bounded(doc, *tokens_of(doc, statement.source))
    source = statement.source if found is None else _outside(doc, found, statement)
    content = statement.content
    if verb is not None:
        content = _as_saying(doc, verb, _before_conjuncts(doc, verb, content))
    if source == statement.source and content == statement.content:
        return statement
    return replace(statement, source=source, content=content)


def _speaker(verb: Token) -> tuple[int, int] | None:
    """Who does what a cue tells, by the tree; who is quoted, in "quoted *her son* as saying"."""
    found = quoted_as(verb) or subject(verb)
    return _phrase(found) if found is not None and found.dep_ != "expl" else None


def _as_saying(doc: Doc, verb: Token, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """What is said with all of who is quoted and how: "she quoted *her son as saying*"."""
    inner = next((c for c in verb.children if quoted_as(c) is not None and c.i > verb.i), None)
    noun = quoted_as(inner) if inner is not None else None
    if inner is None or noun is None:
        return content
    parts = [(part, *tokens_of(doc, part)) for part in content]
    return tuple(
        span_of(doc, a, inner.i + 1) if a <= noun.i < b <= inner.i else part for part, a, b in parts
    )


def _owner(noun: Token) -> tuple[int, int] | None:
    """Whose words a noun tells of: "*Malta's* claims", "*opposition* demands"."""
    before = (c for c in noun.children if c.dep_ in ("nmod:poss", "compound") and c.i < noun.i)
    found = next(before, None) if noun.pos_ == "NOUN" else None
    return _phrase(found) if found is not None else None


def _phrase(noun: Token) -> tuple[int, int]:
    return (noun.i, noun.i + 1) if noun.pos_ == "PRON" else noun_phrase(noun)


def _bounded(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """A source up to an aside ("the port, *which is shut*"), and with the phrase that goes on it
    without a mark ("elders *who met*", "women *in Bar*")."""
    if not MARKS.isdisjoint(lower_of(doc)[start + 1 : end]):
        for word in doc[start + 1 : end]:
            mark = word.left_edge
            if mark.i > start and _is_aside(word, mark):
                return start, mark.i
    heads, last = heads_of(doc), min(end + WIDEST, len(doc))
    following = next((i for i in range(end, last) if start <= heads[i] < end), None)
    if following is None:
        return start, end
    after = doc[following]
    if after.dep_ not in GOING_ON or after.left_edge.i != end:
        return start, end
    return (start, end) if doc[end].is_punct else (start, after.right_edge.i + 1)


def _is_aside(word: Token, mark: Token) -> bool:
    """Tell whether a clause that a mark opens is an aside: behind a comma one that reduces
    ("asked again") or begins with "which", behind a dash any."""
    if mark.text in DASHES:
        return word.dep_ in ("acl", "acl:relcl", "appos", "parataxis")
    return mark.text == "," and (word.dep_ == "acl" or mark.nbor(1).lower_ == "which")


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
