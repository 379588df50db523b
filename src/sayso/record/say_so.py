"""Which statement a span stands in: the innermost one whose content holds it."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.record.findings import Statement
from sayso.record.span import Span


def innermost(statements: Sequence[Statement], span: Span) -> str | None:
    """Return the id of the narrowest statement whose content holds ``span``; None: the report's."""
    around = [
        (sum(c.end - c.start for c in s.content), s.id)
        for s in statements
        if any(c.covers(span) for c in s.content)
    ]
    return min(around)[1] if around else None
