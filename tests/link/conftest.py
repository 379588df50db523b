"""Hand-made reports of one blast, its rising toll, a copy, and a quarrel over who did it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.evaluate.marked import read_marked
from sayso.record.reading import Article, Reading

Make = Callable[..., tuple[Article, Reading]]


@pytest.fixture
def make() -> Make:
    def build(
        id: str, text: str, published: str = "2024-02-04", publisher: str = "Wire", **marks: object
    ) -> tuple[Article, Reading]:
        article = Article(id, text, publisher=publisher, published=published, language="en")
        return article, read_marked(article, marks)

    return build


@pytest.fixture
def blast(make: Make) -> list[tuple[Article, Reading]]:
    """Three accounts of one blast on two days, and one of another blast elsewhere."""
    return [
        make(
            "one", "A bomb at the fish market in Tarvo killed 12 people on Sunday, police said.",
            publisher="Harbour Wire",
            statements=[{"id": "s1", "source": "police", "cue": "said",
                         "content": ["A bomb at the fish market in Tarvo killed 12 people on "
                                     "Sunday"],
                         "source_type": "organisation"}],
            events=[{"id": "e1", "trigger": "bomb", "type": "ASSAULT", "mode": "explosives",
                     "place": "the fish market in Tarvo", "statement": "s1"}],
            figures=[{"id": "f1", "quantity": "12", "low": 12, "high": 12, "measure": "killed",
                      "of": "people", "event": "e1", "statement": "s1"}],
        ),
        make(
            "two", "The toll of the bomb at the fish market in Tarvo rose to 15, police said.",
            published="2024-02-05", publisher="Meridian",
            statements=[{"id": "s1", "source": "police", "cue": "said",
                         "content": ["The toll of the bomb at the fish market in Tarvo rose to "
                                     "15"]}],
            events=[{"id": "e1", "trigger": "bomb", "type": "ASSAULT", "mode": "explosives",
                     "place": "the fish market in Tarvo", "statement": "s1"}],
            figures=[{"id": "f1", "quantity": "15", "low": 15, "high": 15, "measure": "killed",
                      "event": "e1", "statement": "s1"}],
        ),
        make(
            "three", "Doctors counted at least 20 dead after the bomb at the market in Tarvo.",
            publisher="Courier",
            statements=[{"id": "s1", "source": "Doctors", "cue": "counted",
                         "content": ["at least 20 dead after the bomb at the market in Tarvo"]}],
            events=[{"id": "e1", "trigger": "bomb", "type": "ASSAULT", "mode": "explosives",
                     "place": "the market in Tarvo", "statement": "s1"}],
            figures=[{"id": "f1", "quantity": "at least 20", "low": 20, "high": None,
                      "measure": "killed", "event": "e1", "statement": "s1"}],
        ),
        make(
            "four", "A bomb went off at a mill in Brask; nobody was hurt.",
            events=[{"id": "e1", "trigger": "bomb", "type": "ASSAULT", "mode": "explosives",
                     "place": "a mill in Brask"}],
        ),
    ]  # fmt: skip
