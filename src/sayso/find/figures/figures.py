"""A Doc to its figures, in text order: quantities that the encoder marked."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from sayso.record.findings import Event, Figure, Statement


def find_figures(
    doc: Doc, statements: Sequence[Statement], events: Sequence[Event]
) -> tuple[Figure, ...]:
    """Return the figures of a Doc."""
    return ()
