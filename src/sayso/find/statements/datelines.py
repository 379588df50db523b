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
    first, *rest = statement.content or [statement.cue]
    text = text_of(doc)
    line = text.rfind("\n", 0, first.start) + 1
    dateline = DATELINE.match(text, line, first.end)
    opens = dateline is not None and first.start < dateline.end() < first.end
    if dateline is None or not opens or not statement.content:
        return statement
    if sum(bool(above.strip()) for above in text[:line].split("\n")) >= TOP:
        return statement
    return replace(statement, content=(Span.of(text, dateline.end(), first.end), *rest))
