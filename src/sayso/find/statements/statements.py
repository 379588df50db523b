"""A Doc to its statements, in text order: learned anchors, then rules, then sources and nesting."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from spacy.tokens import Doc

from sayso.find.statements.acts import acted
from sayso.find.statements.contents import tidied
from sayso.find.statements.inverted import turned
from sayso.find.statements.learned import learned_statements
from sayso.find.statements.nominals import told
from sayso.find.statements.predicates import feared, with_subject
from sayso.find.statements.quotes import manner_of
from sayso.find.statements.repair import mended
from sayso.find.statements.sources import is_withholding, named, withholding
from sayso.find.statements.speakers import known, typed
from sayso.language.spans import tokens_of
from sayso.record.findings import Statement
from sayso.record.span import Span

#: Each rule yields statements without ids; the first to claim a cue keeps it.
RULES: tuple[Callable[[Doc], Iterator[Statement]], ...] = (learned_statements, feared, told)
#: What each statement goes through, by itself, before its source is named.
STEPS: tuple[Callable[[Doc, Statement], Statement], ...] = (
    mended, turned, tidied, with_subject, acted, typed,
)  # fmt: skip


def find_statements(doc: Doc) -> tuple[Statement, ...]:
    """Return the statements of a Doc with ids, sources named, manner and nesting set."""
    found: list[Statement] = []
    for rule in RULES:
        for statement in rule(doc):
            if is_withholding(doc, statement):
                continue
            if not any(s.cue.overlaps(statement.cue) for s in found):
                found.append(statement)
    found.sort(key=lambda s: (s.cue.start, s.cue.end))
    kept: list[Statement] = []
    for n, statement in enumerate(found, 1):
        for step in STEPS:
            statement = step(doc, statement)
        whole = withholding(doc, known(doc, named(doc, statement, kept), kept))
        whole = replace(whole, manner=manner_of(doc, whole))
        kept.append(replace(whole, id=f"s{n}"))
    own = [replace(s, content=_own_words(doc, s, kept)) for s in kept]
    return tuple(replace(s, within=_outer(s, own)) for s in own)


def _own_words(doc: Doc, statement: Statement, all_: list[Statement]) -> tuple[Span, ...]:
    """Return the parts of what is said without scraps of what others say in other sentences."""
    sentence = doc[tokens_of(doc, statement.cue)[0]].sent
    others = [
        s for s in all_ if not holds(s, statement.cue) and not holds(statement, s.cue)
        and (s.cue.end <= statement.cue.start or s.cue.start >= sentence.end_char)
    ]  # fmt: skip
    said = [c for s in others for c in s.content]
    kept = tuple(
        part for part in statement.content if not any(c.covers(part) and c != part for c in said)
    )
    return kept or statement.content


def _outer(inner: Statement, all_: list[Statement]) -> str | None:
    """Return the id of the narrowest other statement whose content holds this one's cue."""
    around = [(width(s), s.id) for s in all_ if s is not inner and holds(s, inner.cue)]
    around = [(w, i) for w, i in around if w > width(inner)]
    return min(around)[1] if around else None


def holds(statement: Statement, span: Span) -> bool:
    """Tell whether a statement's content holds a span."""
    return any(c.covers(span) for c in statement.content)


def width(statement: Statement) -> int:
    """Return how many characters a statement's content has."""
    return sum(c.end - c.start for c in statement.content)
