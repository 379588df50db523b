"""Which statement a span stands in: the innermost one whose content holds it."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter

from sayso.record.findings import Statement
from sayso.record.span import Span


def innermost(statements: Sequence[Statement], span: Span) -> str | None:
    """Return the id of the narrowest statement whose content holds ``span``, of several the first:
    who tells it and not who denies it behind; None: the report's own."""
    start, end = span.start, span.end
    around = [
        (sum([part.end - part.start for part in s.content]), s.id)
        for s in statements
        for c in s.content
        if c.start <= start and end <= c.end
    ]
    return min(around, key=itemgetter(0))[1] if around else None
