"""What is said without the place and day that open the report: "*OSLO, May 6 —* Two men fled"."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Doc

from sayso.language.spans import text_of
from sayso.record.findings import Statement
from sayso.record.span import Span

#: A place in capitals, more of it or the day, an agency in brackets, and a dash.
DATELINE = re.compile(
    r"(?=[^\n—–,(-]{4})[^\W\d_a-z]+(?:[ '’.-]+[^\W\d_a-z]+)*(?:, [^\n()—–:;]{1,40}?)?"
    r"(?: \([^()\n]{2,40}\))? ?(?:[—–] ?|--? )"
)
#: It opens one of so many paragraphs at the top.
TOP = 4


def undated(doc: Doc, statement: Statement) -> Statement:
    """Return the statement with its content behind a dateline that opens the line it begins."""
    text = text_of(doc)
    statement = _source_undated(text, statement)
    first, *rest = statement.content or [statement.cue]
    line = text.rfind("\n", 0, first.start) + 1
    dateline = DATELINE.match(text, line, first.end)
    opens = dateline is not None and first.start < dateline.end() < first.end
    if dateline is None or not opens or not statement.content:
        return statement
    if not _is_top(text, line):
        return statement
    return replace(statement, content=(Span.of(text, dateline.end(), first.end), *rest))


def _source_undated(text: str, statement: Statement) -> Statement:
    """Return the statement with a source that opens its line behind the dateline."""
    source = statement.source
    if source is None or source.start != text.rfind("\n", 0, source.start) + 1:
        return statement
    dateline = DATELINE.match(text, source.start, source.end)
    if dateline is None or dateline.end() >= source.end or not _is_top(text, source.start):
        return statement
    return replace(statement, source=Span.of(text, dateline.end(), source.end))


def _is_top(text: str, line: int) -> bool:
    return sum(bool(above.strip()) for above in text[:line].split("\n")) < TOP
