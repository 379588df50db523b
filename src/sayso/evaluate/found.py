"""A text to its statements, events and figures, not grounded: what most measures score."""

from __future__ import annotations

from sayso.find.events.events import find_events
from sayso.find.figures.figures import find_figures
from sayso.find.statements.statements import find_statements
from sayso.parse.document import parse
from sayso.parse.model import Model
from sayso.record.reading import Reading, text_id


def find(text: str, using: Model) -> Reading:
    """Return the statements, events and figures of a text."""
    doc = parse(text, using)
    statements = find_statements(doc)
    events = find_events(doc, statements)
    figures = find_figures(doc, statements, events)
    return Reading(text_id(text), statements=statements, events=events, figures=figures)
