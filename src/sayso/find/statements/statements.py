"""A Doc to its statements, in text order: learned anchors, then rules, then sources and nesting."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from spacy.tokens import Doc

from sayso.find.statements.acts import acted
from sayso.find.statements.addressees import addressed
from sayso.find.statements.asides import around
from sayso.find.statements.carried import carried, clause_before
from sayso.find.statements.citing import by_cited, cited
from sayso.find.statements.claimed import of_clauses
from sayso.find.statements.clauses import SUBJECTS, cue_verb
from sayso.find.statements.colons import headed
from sayso.find.statements.contents import tidied
from sayso.find.statements.continued import continued
from sayso.find.statements.datelines import undated
from sayso.find.statements.felt import felt
from sayso.find.statements.gapped import RULES as GAPPED
from sayso.find.statements.gapped import with_gaps
from sayso.find.statements.headlines import dashed
from sayso.find.statements.inverted import by_nobody, turned
from sayso.find.statements.labels import in_turn
from sayso.find.statements.learned import learned_statements
from sayso.find.statements.nominals import disclaimed, owned, told
from sayso.find.statements.predicates import feared, with_subject
from sayso.find.statements.quotes import manner_of
from sayso.find.statements.relatives import denied_alone
from sayso.find.statements.repair import mended
from sayso.find.statements.silent import is_silent
from sayso.find.statements.sources import is_withholding, named, withholding
from sayso.find.statements.speakers import known, typed
from sayso.find.statements.verbs import (
    blamed,
    chanted,
    counted,
    denied,
    dismissed,
    disowned,
    judged,
)
from sayso.language.spans import sentence_at, span_of, text_of, tokens_of, trimmed
from sayso.record.findings import Statement
from sayso.record.span import Span

#: Each rule yields statements without ids; the first to claim a cue keeps it.
RULES: tuple[Callable[[Doc], Iterator[Statement]], ...] = (
    learned_statements, feared, told, owned, disclaimed, blamed, counted, denied, dismissed,
    disowned, judged, chanted, cited, headed, dashed,
)  # fmt: skip
#: What each statement goes through, by itself, before its source is named.
STEPS: tuple[Callable[[Doc, Statement], Statement], ...] = (
    in_turn, mended, turned, felt, by_nobody, by_cited, around, tidied, undated, with_subject,
    addressed, acted, typed,
)  # fmt: skip


def find_statements(doc: Doc) -> tuple[Statement, ...]:
    """Return the statements of a Doc with ids, sources named, manner and nesting set."""
    found: list[Statement] = []
    for rule in RULES:
        for statement in rule(doc):
            if is_withholding(doc, statement) or is_silent(doc, statement):
                continue
            if not any(s.cue.overlaps(statement.cue) for s in found):
                found.append(statement)
    kept: list[Statement] = []
    told = [_through(doc, s) for s in found]
    told = of_clauses(doc, denied_alone(doc, carried(doc, told)))
    told = continued(doc, told)
    for statement in sorted(with_gaps(doc, told), key=_begins):
        kept.append(withholding(doc, known(doc, named(doc, statement, kept), kept), kept))
    kept.sort(key=lambda s: (s.cue.start, s.cue.end, s.rule in GAPPED, _begins(s)))
    said = [(c, s) for s in kept for c in s.content]
    joints = [(s, at) for s in kept if (at := _joint(doc, s)) is not None]
    own = [
        replace(s, id=f"s{n}", content=_own_words(doc, s, said, joints), manner=manner_of(doc, s))
        for n, s in enumerate(kept, 1)
    ]
    around = [(c, width(s), s.id) for s in own for c in s.content]
    return tuple(replace(s, within=w) if (w := _outer(s, around)) else s for s in own)


def _through(doc: Doc, statement: Statement) -> Statement:
    for step in STEPS:
        statement = step(doc, statement)
    return statement


def _begins(statement: Statement) -> tuple[int, int]:
    """Where a statement begins, the widest first: "“We *hope* so,” he *said*" is what he said. A
    claim without a verb of its own begins with who makes it."""
    if statement.rule in GAPPED and statement.source is not None:
        return statement.source.start, -statement.source.end
    spans = (statement.cue, *statement.content)
    return min(s.start for s in spans), -max(s.end for s in spans)


def _own_words(
    doc: Doc,
    statement: Statement,
    said: list[tuple[Span, Statement]],
    joints: list[tuple[Statement, int]],
) -> tuple[Span, ...]:
    """Return the parts of what is said without scraps of what others say in other sentences, and
    without what the same source goes on to say: "she said it rained *and promised a boat*"."""
    mine = statement.source_written or statement.source
    same = ((s, a) for s, a in joints if mine and mine == (s.source_written or s.source))
    stops = [a for s, a in same if holds(statement, s.cue)]
    verb = cue_verb(doc, *tokens_of(doc, statement.cue))
    of_noun = verb is not None and verb.dep_ == "acl:relcl"  # it is said of the noun before it
    noun = span_of(doc, verb.head.i, verb.head.i + 1) if verb is not None and of_noun else None
    kept = tuple(
        Span.of(text_of(doc), part.start, min([part.end, *(a for a in stops if a > part.start)]))
        for part in statement.content
        if not any(
            c.covers(part) and c != part and _is_apart(doc, other, statement) for c, other in said
        )
        or (noun is not None and part.covers(noun))
    )
    return kept or statement.content


def _joint(doc: Doc, statement: Statement) -> int | None:
    """The character behind which a cue without a subject is joined to the words before it."""
    verb = cue_verb(doc, *tokens_of(doc, statement.cue))
    if verb is None or verb.dep_ != "conj" or any(c.dep_ in SUBJECTS for c in verb.children):
        return None
    if clause_before(verb) is not None:
        return None
    joint = min([verb.i, *(c.i for c in verb.children if c.dep_ == "cc")])
    before = trimmed(doc, verb.head.i, joint, quotes=True) if verb.head.i < joint else None
    return span_of(doc, *before).end if before else None


def _is_apart(doc: Doc, other: Statement, statement: Statement) -> bool:
    """Tell whether neither statement holds the other's cue, and the other's stands before it or
    in a later sentence."""
    cue = statement.cue
    if holds(other, cue) or holds(statement, other.cue):
        return False
    stop = sentence_at(doc, tokens_of(doc, cue)[0])[1]
    return other.cue.end <= cue.start or tokens_of(doc, other.cue)[0] >= stop


def _outer(inner: Statement, around: list[tuple[Span, int, str]]) -> str | None:
    """Return the id of the narrowest other statement whose content holds this one's cue.

    ``around`` holds each part of a content with the width of its statement and its id.
    """
    start, end = inner.cue.start, inner.cue.end
    wide = [(w, i) for c, w, i in around if c.start <= start and end <= c.end]
    own = width(inner) if wide else 0
    return min(((w, i) for w, i in wide if w > own), default=(0, None))[1]


def holds(statement: Statement, span: Span) -> bool:
    """Tell whether a statement's content holds a span."""
    return any(c.covers(span) for c in statement.content)


def width(statement: Statement) -> int:
    """Return how many characters a statement's content has."""
    return sum(c.end - c.start for c in statement.content)
