"""The speed of a project: ``python benchmarks/store.py [REPORTS]`` (100,000 unless told).

Makes reports of made-up words with a few findings each, fills a project in a temporary folder
with them, and prints how long searches and questions take (median and 95th percentile of 20
each), opening, and the cost of adding one report so that it survives a power cut.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

from sayso.record.findings import Event, Figure, Statement
from sayso.record.grounding import Where
from sayso.record.reading import Article, Reading
from sayso.record.span import Span
from sayso.store.adding import Incoming
from sayso.store.filters import Filter
from sayso.store.project import Project, create_project, open_project

WORDS, LENGTH, ROUNDS, DURABLE = 30_000, 250, 20, 200
OUTLETS = [f"Outlet {n}" for n in range(40)]
PLACES = [
    Where(f"Town {n}", n, f"Region {n % 30}", "SDN", 15.0 + n / 100, 30.0, "city")
    for n in range(400)
]
SOURCES = ["the ministry", "doctors", "police", "the rebels", "residents"]


def main(count: int) -> None:
    """Fill a project and print what its questions cost."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "p"
        fill(path, count)
        began = time.perf_counter()
        project = open_project(path)
        print(f"{'open a project':44}{1000 * (time.perf_counter() - began):9.1f} ms")
        for name, ask in questions(project).items():
            tell(name, [timed(ask) for _ in range(ROUNDS)])
        given = [
            Incoming(one.article, reading=one.reading)
            for one in reports(random.Random(2), count, count + DURABLE)
        ]
        spent = timed(lambda: project.add(given, extract=never, engine="made"))
        print(f"{'add a report, on disk for good':44}{spent / DURABLE:9.1f} ms")
        project.close()


def fill(path: Path, count: int) -> None:
    """Add the reports without waiting for the disk; all share one original."""
    with create_project(path) as project:
        project.connection.execute("PRAGMA synchronous = OFF")
        began = time.perf_counter()
        project.add(reports(random.Random(1), 0, count), extract=never, engine="made")
        seconds = time.perf_counter() - began
        print(f"{count:,} reports added in {seconds:.0f} s, {1000 * seconds / count:.2f} ms each")
        project.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    print(f"store.sqlite: {(path / 'store.sqlite').stat().st_size / 1e6:,.0f} MB")


def questions(project: Project) -> dict[str, Callable[[], object]]:
    """The questions that are timed, by what they ask."""
    page = Filter(limit=50)
    return {
        "search a word of every report": lambda: project.search("report", page),
        "search a common word": lambda: project.search("w3", page),
        "search two words": lambda: project.search("w40 w70", page),
        "search a rare word": lambda: project.search("w29000", page),
        "search a phrase": lambda: project.search('"the ministry said"', page),
        "search a common word in one year": lambda: project.search(
            "w3", Filter(since="2021-01-01", until="2021-12-31", limit=50)
        ),
        "figures: killed, total, by place": lambda: project.figures(
            Filter(measure="killed", scope="total", place="Region 7", limit=50)
        ),
        "events: type, claimant": lambda: project.events(
            Filter(type="ASSAULT", claimant="doctors", limit=50)
        ),
        "reports: newest": lambda: project.reports(page),
    }


def reports(draw: random.Random, first: int, last: int) -> Iterator[Incoming]:
    """Reports over ten years, words as rare as in a language, four findings in each."""
    for number in range(first, last):
        day = date(2015, 1, 1) + timedelta(days=draw.randrange(3650))
        low, where = draw.randrange(2, 90), draw.choice(PLACES)
        source = draw.choice(SOURCES)
        words = " ".join(f"w{int(WORDS ** draw.random())}" for _ in range(LENGTH))
        text = f"Report {number}: {source} said {low} people were killed in {where.name}. {words}"
        article = Article(
            f"r{number}",
            text,
            f"Report {number}",
            None,
            draw.choice(OUTLETS),
            day.isoformat(),
            "en",
        )
        yield Incoming(article, None, b"made", read(article, source, low, where))


def read(article: Article, source: str, low: int, where: Where) -> Reading:
    """The reading of a made-up report."""

    def span(words: str) -> Span:
        at = article.text.index(words)
        return Span.of(article.text, at, at + len(words))

    said = span(f"{low} people were killed in {where.name}")
    place = span(where.name)
    scope = "total" if low % 3 == 0 else "event"
    return Reading(
        article.id,
        statements=(Statement("s1", span(source), span("said"), (said,)),),
        events=(
            Event(
                "e1", span("killed"), "ASSAULT", place=place, where=where, statement="s1",
                target=(span("people"),),
            ),
        ),
        figures=(
            Figure(
                "f1", span(str(low)), low, low, "killed", place=place, where=where, scope=scope,
                statement="s1", event="e1",
            ),
        ),
    )  # fmt: skip


def never(article: Article) -> Reading:
    """Every report comes with its reading."""
    raise AssertionError(article.id)


def timed(ask: Callable[[], object]) -> float:
    """Milliseconds that a question takes."""
    began = time.perf_counter()
    ask()
    return 1000 * (time.perf_counter() - began)


def tell(name: str, times: list[float]) -> None:
    """Print median and 95th percentile."""
    ordered = sorted(times)
    late = ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]
    print(f"{name:44}{statistics.median(ordered):9.1f} ms{late:9.1f} ms")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
