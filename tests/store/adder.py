"""A process that adds made-up reports to a project and says each one that is in: FOLDER FROM TO."""

from __future__ import annotations

import sys

from sayso.record.findings import Event
from sayso.record.reading import Article, Reading
from sayso.record.span import Span
from sayso.store.project import open_project


def made(number: int) -> Article:
    text = f"Report {number}: shots were fired in the town. " + "It was a long day. " * (
        number % 50
    )
    return Article(f"r{number}", text, publisher="Wire", published="2024-02-06", language="en")


def read(article: Article) -> Reading:
    at = article.text.index("fired")
    event = Event("e1", Span.of(article.text, at, at + 5), "ASSAULT")
    return Reading(article.id, events=(event,))


def main() -> None:
    folder, first, last = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    with open_project(folder) as project:
        print("open", flush=True)
        project.add(
            map(made, range(first, last)),
            extract=read,
            engine="made",
            told=lambda article, outcome: print(outcome, article.id, flush=True),
        )


if __name__ == "__main__":
    main()
