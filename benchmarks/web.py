"""How long the server takes for each page of a project of many reports, and how large pages are.

    python benchmarks/web.py [--reports 10000] [--folder FOLDER] [--rounds 20]

The reports are the samples over again, each with another outlet, day and number; they are kept
in FOLDER and used again. "first" is the first answer after a start, "p95" the 95th percentile of
the rounds that follow it, each with another question where a page has one, all in milliseconds:
what a clock on the wall says, and the time of the processor, which other work does not lengthen.
"""

from __future__ import annotations

import argparse
import asyncio
import gzip
import json
import random
import tempfile
import time
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import httpx

from sayso.evaluate.marked import read_marked
from sayso.record.findings import Event, Figure
from sayso.record.grounding import When, Where
from sayso.record.reading import Article, Reading
from sayso.store.project import Project, create_project, open_project
from sayso.web.app import Site, make_app
from sayso.web.guard import Gate
from sayso.web.render import FOLDER

ROOT = Path(__file__).parents[1]
HOST = "127.0.0.1:8000"
OUTLETS, PLACES, REPORTS_OF_AN_INCIDENT = 40, 300, 4
#: Days between the first and the last day of publication.
DAYS = 1500


def samples() -> list[tuple[Article, dict[str, object]]]:
    """Return the sample reports with their hand-made marks."""
    texts = (ROOT / "src/sayso/samples/reports.jsonl").read_text("utf-8").splitlines()
    marks = (ROOT / "tests/golden/samples.gold.jsonl").read_text("utf-8").splitlines()
    by_id = {row["id"]: row for row in map(json.loads, marks)}
    rows = [json.loads(line) for line in texts]
    return [(Article(r["id"], r["text"], r["title"], None, None, None, "en"), by_id[r["id"]])
            for r in rows]  # fmt: skip


def made(number: int, base: tuple[Article, Reading]) -> tuple[Article, Reading]:
    """Return one of many reports: a sample with another outlet, day, places and numbers."""
    chance = random.Random(number)
    day = date(2020, 1, 1) + timedelta(days=number * DAYS // 10_000)
    article, reading = base
    changed = replace(article, id=f"r{number}", publisher=f"Outlet {chance.randrange(OUTLETS)}",
                      published=day.isoformat(), text=article.text)  # fmt: skip
    place = chance.randrange(PLACES)
    country, precision = (("SYR", "city"), ("BIH", "admin"), ("TLS", "country"))[place % 3]
    lat, lon = 30 + place / 20, 35 + place / 30
    where = Where(f"Place {place}", place, f"Province {place % 30}", country, lat, lon, precision)
    when = When(day.isoformat(), day.isoformat(), "day", "exact")
    events = tuple(_put(e, where, when) for e in reading.events)
    figures = tuple(_put(f, where, when) for f in reading.figures)
    return changed, replace(reading, id=changed.id, events=events, figures=figures)


def _put(finding: Event | Figure, where: Where, when: When) -> Event | Figure:
    return replace(finding, where=where, when=when)


def make_project(folder: Path, reports: int) -> None:
    """Write a project of that many reports, with incidents and links between them."""
    bases = [(a, read_marked(a, marks)) for a, marks in samples()]
    pairs = (made(n, bases[n % len(bases)]) for n in range(reports))
    reading: dict[str, Reading] = {}

    def articles():  # type: ignore[no-untyped-def]
        for article, read in pairs:
            reading[article.id] = read
            yield article

    began = time.monotonic()
    with create_project(folder) as project:
        project.add(articles(), extract=lambda a: reading.pop(a.id), engine="made up")
        _join(project)
    print(f"{reports} reports written in {time.monotonic() - began:.0f} s")


def _join(project: Project) -> None:
    run = project.connection.execute
    run("BEGIN")
    run("""INSERT INTO incidents (id, report, event)
           SELECT 'i' || (row_number() OVER (ORDER BY report) / ?), report, id FROM events
           WHERE id = 'e1'""", (REPORTS_OF_AN_INCIDENT,))  # fmt: skip
    run("""INSERT INTO links (kind, a, b, score, reasons, difference)
           SELECT CASE r.key % 3 WHEN 0 THEN 'updates' WHEN 1 THEN 'disputes'
           ELSE 'contradicts' END, r.id || '/f1', s.id || '/f1', 0.7,
           '["the counts exclude each other"]', 'later'
           FROM reports r JOIN reports s ON s.key = r.key + 1""")
    run("COMMIT")


def questions(chance: random.Random, reports: int) -> dict[str, str]:
    """Return an address for each page, with another question each time."""
    report, place = f"r{chance.randrange(reports)}", f"Place {chance.randrange(PLACES)}"
    outlet = f"Outlet {chance.randrange(OUTLETS)}"
    word = chance.choice(("prisoners", "killed", "ceasefire", "hostage*", "army", "minister"))
    year = chance.choice(("2020", "2021", "2022", "2023"))
    within = f"since={year}-01-01&until={year}-12-31"
    return {
        "home": "/", "search, words": f"/search?text={word}", "search, all": "/search",
        "search, events": f"/search?kind=events&place={place}",
        "search, all events": "/search?kind=events",
        "search, figures": f"/search?kind=figures&text={word}",
        "search, statements": f"/search?kind=statements&outlet={outlet}",
        "report": f"/report?id={report}", "incidents": "/incidents",
        "incident": f"/incident?id=i{chance.randrange(reports // 8)}",
        "tolls": "/tolls", "tolls of a place": f"/tolls?measure=killed&place={place}&scope=event",
        "timeline": "/timeline", "timeline of a year": f"/timeline?{within}",
        "map": "/map", "map of an outlet": f"/map?outlet={outlet}",
        "claimants": "/claimants", "claimant": "/claimant?name=Israel", "disputes": "/disputes",
        "table": "/table", "review": "/review", "errors": "/errors", "method": "/method",
    }  # fmt: skip


async def measure(folder: Path, rounds: int) -> None:
    """Print the time and the size of each page."""
    with open_project(folder, read_only=True) as project:
        reports = project.status().counts["reports"]
    gate = Gate([HOST])
    transport = httpx.ASGITransport(app=make_app(Site(folder), gate))
    times: dict[str, list[tuple[float, float]]] = {}
    sizes: dict[str, int] = {}
    async with httpx.AsyncClient(transport=transport, base_url=f"http://{HOST}") as client:
        await client.get(f"/?token={gate.token}")
        for n in range(rounds + 1):
            for name, address in questions(random.Random(n), reports).items():
                began, spent = time.perf_counter(), time.process_time()
                answer = await client.get(address)
                wall, own = time.perf_counter() - began, time.process_time() - spent
                times.setdefault(name, []).append((1000 * wall, 1000 * own))
                if answer.status_code != 200:
                    raise SystemExit(f"{address}: {answer.status_code} {answer.text[:400]}")
                sizes[name] = len(gzip.compress(answer.content))
    print(
        f"{reports} reports, {rounds} rounds\n"
        f"{'page':24}{'first':>8}{'median':>8}{'p95':>8}{'| cpu first':>12}{'median':>8}{'p95':>8}"
        f"{'KB gz':>8}"
    )
    for name, both in times.items():
        wall, own = (_told([pair[n] for pair in both]) for n in (0, 1))
        print(f"{name:24}{wall}{'':4}{own}{sizes[name] / 1024:8.1f}")
    static = [p for p in (FOLDER / "static").rglob("*") if p.suffix in (".js", ".css")]
    total = sum(len(gzip.compress(p.read_bytes())) for p in static)
    print(f"scripts and styles: {total / 1024:.1f} KB compressed, in {len(static)} files")


def _told(spent: list[float]) -> str:
    """Return the first of some times, the median and the 95th percentile of the others."""
    first, rest = spent[0], sorted(spent[1:])
    p95 = rest[min(len(rest) - 1, round(0.95 * len(rest)))]
    return f"{first:8.0f}{rest[len(rest) // 2]:8.0f}{p95:8.0f}"


def main() -> None:
    """Make the project where it is not there yet, and measure."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    asked.add_argument("--reports", type=int, default=10_000)
    asked.add_argument("--folder", type=Path)
    asked.add_argument("--rounds", type=int, default=20)
    told = asked.parse_args()
    folder = told.folder or Path(tempfile.mkdtemp()) / "project"
    if not folder.exists():
        make_project(folder, told.reports)
    asyncio.run(measure(folder, told.rounds))


if __name__ == "__main__":
    main()
