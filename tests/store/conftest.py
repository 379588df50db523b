"""Four reports of one made-up shelling, marked by hand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.evaluate.marked import read_marked
from sayso.record.reading import Article, Reading
from sayso.store.project import Project, create_project

RAFAH = {"name": "Rafah", "admin1": "Gaza Strip", "country": "PSE", "lat": 31.29, "lon": 34.24,
         "geonameid": 281102, "precision": "city"}  # fmt: skip
STRIP = {"name": "Gaza Strip", "admin1": "Gaza Strip", "country": "PSE", "precision": "admin"}
ARMY = {"id": "a1", "name": "Israel Defense Forces", "country": "ISR", "sector": "MIL"}

REPORTS: list[tuple[Article, dict[str, object]]] = [
    (
        Article(
            "one", "Shells fired by the Israeli army killed at least 12 people in Rafah on Sunday, "
            "the Health Ministry said.",
            title="Shelling in Rafah", publisher="Harbour Wire", published="2024-02-04",
            language="en",
        ),
        {
            "statements": [{
                "id": "s1", "source": "the Health Ministry", "cue": "said",
                "content": ["Shells fired by the Israeli army killed at least 12 people in Rafah "
                            "on Sunday"],
                "source_type": "organisation",
            }],
            "events": [{
                "id": "e1", "trigger": "Shells", "type": "ASSAULT", "mode": "heavy-weapons",
                "actor": ["the Israeli army"], "target": ["people"], "actors": [ARMY],
                "place": "Rafah", "where": RAFAH, "time": "on Sunday", "statement": "s1",
                "when": {"earliest": "2024-02-04", "latest": "2024-02-04", "grain": "day",
                         "kind": "exact"},
            }],
            "figures": [{
                "id": "f1", "quantity": "at least 12", "low": 12, "high": None,
                "measure": "killed", "of": "people", "by": "the Israeli army",
                "statement": "s1", "event": "e1",
            }],
            "places": [{"id": "l1", "span": "Rafah", "where": RAFAH}],
        },
    ),
    (
        Article(
            "two", "More than 27,000 Palestinians have been killed in the Gaza Strip since "
            "October, the Health Ministry said. Israel denies that it hits civilians.",
            publisher="Meridian", published="2024-02-05", language="en",
        ),
        {
            "statements": [
                {"id": "s1", "source": "the Health Ministry", "cue": "said",
                 "content": ["More than 27,000 Palestinians have been killed in the Gaza Strip "
                             "since October"], "source_type": "organisation"},
                {"id": "s2", "source": "Israel", "cue": "denies", "act": "denies",
                 "content": ["it hits civilians"], "source_type": "state"},
            ],
            "figures": [{
                "id": "f1", "quantity": "More than 27,000", "low": 27001, "high": None,
                "measure": "killed", "of": "Palestinians", "scope": "total",
                "place": "the Gaza Strip", "where": STRIP, "statement": "s1",
                "since": "2023-10-07",
            }],
            "places": [{"id": "l1", "span": "the Gaza Strip", "where": STRIP}],
        },
    ),
    (
        Article("three", "Workers marched in An-Naqoura, southern Lebanon.",
                publisher="Harbour Wire", published="2024-02-06", language="en"),
        {"events": [{"id": "e1", "trigger": "marched", "type": "PROTEST", "mode": "demo",
                     "actor": ["Workers"], "place": "An-Naqoura, southern Lebanon"}]},
    ),
    (Article("four", "Nothing of note was said.", language="en"), {}),
]  # fmt: skip


@pytest.fixture
def pairs() -> dict[str, tuple[Article, Reading]]:
    return {article.id: (article, read_marked(article, marks)) for article, marks in REPORTS}


@pytest.fixture
def articles(pairs: dict[str, tuple[Article, Reading]]) -> list[Article]:
    return [article for article, _ in pairs.values()]


@pytest.fixture
def extract(pairs: dict[str, tuple[Article, Reading]]) -> Callable[[Article], Reading]:
    return lambda article: pairs[article.id][1]


@pytest.fixture
def project(
    tmp_path: Path, articles: list[Article], extract: Callable[[Article], Reading]
) -> Project:
    project = create_project(tmp_path / "project", clock=lambda: "2024-03-01T00:00:00+00:00")
    project.add(articles, extract=extract, engine="by hand")
    return project
