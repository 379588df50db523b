"""The hall: an Article to its Reading, in the order of the work and nothing else."""

from __future__ import annotations

from dataclasses import replace

from sayso.find.events.events import find_events
from sayso.find.figures.figures import find_figures
from sayso.find.polls.asked import without_asked
from sayso.find.polls.polls import find_polls
from sayso.find.proposals.proposals import find_proposals
from sayso.find.statements.statements import find_statements
from sayso.ground.report import ground
from sayso.parse.again import Again
from sayso.parse.document import parse
from sayso.parse.model import Model, model, on_one_thread
from sayso.record.reading import Article, Reading, text_hash

#: Problems of an article that leave nothing to read (read/ sets them).
FATAL = frozenset({"empty", "no-text", "not-english", "too-long"})


def extract(article: Article, *, using: Model | None = None) -> Reading:
    """Return the record of a report. Never raises on a text: what cannot be read is a problem."""
    reading = Reading(
        id=article.id,
        title=article.title,
        url=article.url,
        publisher=article.publisher,
        published=article.published,
        language=article.language,
        sha256=text_hash(article.text),
        problems=article.problems,
    )
    if any(p.code in FATAL for p in article.problems) or not article.text.strip():
        return reading
    using = using or model()
    doc = parse(article.text, using)
    statements = find_statements(doc)
    events = find_events(doc, statements)
    figures = find_figures(doc, statements, events)
    with on_one_thread():
        again = Again(doc, using)
        proposals, doubts = find_proposals(doc, statements, events, using.second, again)
    polls, apart = find_polls(doc)
    found = replace(
        reading,
        statements=statements,
        events=events,
        figures=figures,
        proposals=without_asked(doc, proposals, polls),
        polls=polls,
        problems=(*reading.problems, *doubts, *apart),
    )
    return ground(doc, found)
