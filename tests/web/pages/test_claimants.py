"""Who says so: how many sources there are, and what is listed of them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.evaluate.marked import read_marked
from sayso.record.grounding import Actor
from sayso.record.reading import Article, Reading
from sayso.store.project import Project

if TYPE_CHECKING:
    from conftest import Client


def said(id: str, source: str, speaker: Actor) -> tuple[Article, Reading]:
    article = Article(id, f"{source} said that the road was open.", published="2024-03-01")
    reading = read_marked(article, {"statements": [
        {"id": "s1", "source": source, "cue": "said", "content": ["the road was open"]},
    ]})  # fmt: skip
    (statement,) = reading.statements
    return article, replace(reading, statements=(replace(statement, speaker=speaker),))


def test_the_number_of_sources_is_that_of_the_rows(own: Client, own_project: Project) -> None:
    front = Actor("lake-front", "Lake Front", None, "REB", None, 0.9)
    before = counted(own)
    read = {a.id: r for a, r in (said("1", "The Front", front), said("2", "The LF", front))}
    articles = [said("1", "The Front", front)[0], said("2", "The LF", front)[0]]
    own_project.add(articles, extract=lambda a: read[a.id], engine="by hand")
    assert counted(own) == before + 1


def counted(own: Client) -> int:
    found = re.search(r'class="lead">(\d+) sources? make', own.get("/claimants").text)
    assert found is not None
    return int(found[1])
