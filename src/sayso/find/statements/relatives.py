"""A clause on a noun in which somebody else speaks: "denied hitting a school *where, medics said,
two died*". A denial is not of it, and what is said there does not begin before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from sayso.language.pronouns import RELATIVE
from sayso.language.spans import lower_of, span_of, tokens_of, trimmed
from sayso.record.findings import Statement
from sayso.record.span import Span

PLACES = frozenset({"when", "where"})
#: What such a clause begins with behind a comma or before one.
BARE = RELATIVE | {"that"}


def clause_start(doc: Doc, at: int) -> int | None:
    """Return the first token of a clause that a word right before a token opens, a comma between
    them or not: "*where*, medics said", "*in* which residents say"; None where none does."""
    words = lower_of(doc)
    word = at - 1 - (at > 0 and words[at - 1] == ",")
    if word < 1:
        return None
    if words[word] in ("which", "whom") and doc[word - 1].pos_ == "ADP":
        return word - 1 if words[word - 1] != "of" else None  # "one of whom" has more before it
    apart = words[word - 1] == "," or word < at - 1
    opens = words[word] in PLACES or (words[word] in BARE and apart)
    return word if opens else None


def denied_alone(doc: Doc, statements: Sequence[Statement]) -> list[Statement]:
    """Return the statements, each denial, and what nobody is named for, up to a clause in which
    another speaks."""
    starts = [(s, at) for s in statements if (at := _start(doc, s)) is not None]
    cut = (s.act == "denies" or s.source is None for s in statements)
    return [_alone(doc, s, starts) if c else s for s, c in zip(statements, cut, strict=True)]


def _start(doc: Doc, statement: Statement) -> int | None:
    """Where the clause begins on whose noun a statement is, if it does so with its speaker."""
    if statement.source is None:
        return None
    first = min(statement.cue, statement.source, key=lambda span: span.start)
    return clause_start(doc, tokens_of(doc, first)[0])


def _alone(doc: Doc, denial: Statement, starts: list[tuple[Statement, int]]) -> Statement:
    for other, at in starts:
        if other.source == denial.source or other.cue.start < denial.cue.end:
            continue
        inside = [c for c in denial.content if c.start < doc[at].idx]
        told = max(c.end for c in (other.cue, *other.content))
        last = max(c.end for c in denial.content)
        if not inside or inside[0].start < denial.cue.end or last > told:
            continue
        content = tuple(c for part in inside if (c := _up_to(doc, part, at)))
        denial = replace(denial, content=content or denial.content)
    return denial


def _up_to(doc: Doc, part: Span, stop: int) -> Span | None:
    start, end = tokens_of(doc, part)
    kept = trimmed(doc, start, min(end, stop), quotes=True)
    if end <= stop:
        return part
    return span_of(doc, *kept) if kept else None
