"""The sample reports with their hand-made marks in a project, grounded and linked by hand."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import httpx
import pytest
from starlette.types import ASGIApp

from sayso.evaluate.marked import read_marked
from sayso.record.findings import Event, Figure
from sayso.record.grounding import Place, When, Where
from sayso.record.reading import Article, Reading
from sayso.record.span import Span
from sayso.store.project import Project, create_project, open_project
from sayso.web.app import Site, make_app
from sayso.web.guard import Gate

ROOT = Path(__file__).parents[2]
HOST = "127.0.0.1:8000"
F = TypeVar("F", Event, Figure)

#: Where the places of the samples lie, as far as the tests need it: hundredths of a degree.
WHERE = {
    "Damascus": ("SYR", 33.51, 36.29, "city"), "Quneitra": ("SYR", 33.13, 35.82, "city"),
    "Mount Hermon": ("SYR", 33.42, 35.86, "point"), "Golan Heights": ("SYR", 33.0, 35.75, "admin"),
    "Sarajevo": ("BIH", 43.85, 18.36, "city"), "Goose Green": ("FLK", -51.83, -58.97, "city"),
    "Pristina": ("XKX", 42.67, 21.17, "city"), "Dili": ("TLS", -8.56, 125.57, "city"),
    "East Timor": ("TLS", None, None, "country"), "Bosnia": ("BIH", None, None, "country"),
    "Falkland Islands": ("FLK", None, None, "country"), "Geneva": ("CHE", 46.2, 6.15, "city"),
    "Jerusalem": ("ISR", 31.77, 35.22, "city"), "Israel": ("ISR", None, None, "country"),
}  # fmt: skip


class Client:
    """A browser as far as these tests need one; it does not follow redirects unless told."""

    def __init__(self, app: ASGIApp, host: str) -> None:
        self.app = app
        self.base = f"http://{host}"
        self.cookies: dict[str, str] = {}

    def get(self, address: str, **headers: str) -> httpx.Response:
        """Return the answer to GET; an underscore in a header's name stands for a hyphen."""
        return self.ask("GET", address, headers=headers)

    def post(self, address: str, form: dict[str, str], **headers: str) -> httpx.Response:
        """Return the answer to a form that a page of the same server sends."""
        own = {"origin": self.base, "sec_fetch_site": "same-origin"}
        return self.ask("POST", address, headers=own | headers, form=form)

    def ask(
        self,
        method: str,
        address: str,
        *,
        headers: dict[str, str],
        form: dict[str, str] | None = None,
    ) -> httpx.Response:
        """Return the answer to any request; a header of "" is left out."""
        sent = {name.replace("_", "-"): value for name, value in headers.items() if value}
        answer = asyncio.run(self._ask(method, address, sent, form))
        self.cookies |= dict(answer.cookies)
        return answer

    async def _ask(
        self, method: str, address: str, headers: dict[str, str], form: dict[str, str] | None
    ) -> httpx.Response:
        transport = httpx.ASGITransport(app=self.app, raise_app_exceptions=True)
        async with httpx.AsyncClient(
            transport=transport, base_url=self.base, cookies=self.cookies
        ) as client:
            return await client.request(method, address, headers=headers, data=form)


def samples() -> list[Article]:
    """Return the sample reports that come with sayso."""
    path = ROOT / "src" / "sayso" / "samples" / "reports.jsonl"
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return [
        Article(row["id"], row["text"], row["title"], row["url"], row["publisher"],
                row["published"], "en")
        for row in rows
    ]  # fmt: skip


def readings(articles: list[Article]) -> dict[str, Reading]:
    """Return their hand-made marks as readings, with places and days put to them."""
    lines = (ROOT / "tests" / "golden" / "samples.gold.jsonl").read_text("utf-8").splitlines()
    marks = {row["id"]: row for row in map(json.loads, lines)}
    return {a.id: grounded(read_marked(a, marks[a.id])) for a in articles}


def grounded(reading: Reading) -> Reading:
    """Return a reading with places and days put to its events and figures."""
    spans = [f.place for f in (*reading.events, *reading.figures) if f.place is not None]
    places = {s: where for s in spans if (where := where_is(s)) is not None}
    return replace(
        reading,
        events=tuple(_grounded(e, reading) for e in reading.events),
        figures=tuple(_grounded(f, reading) for f in reading.figures),
        places=tuple(Place(f"l{n}", s, w) for n, (s, w) in enumerate(places.items(), 1)),
    )


def where_is(span: Span) -> Where | None:
    """Return where a place lies, by the first name of the table that stands in its words."""
    for name, (country, lat, lon, precision) in WHERE.items():
        if name in span.text:
            return Where(name, None, None, country, lat, lon, precision, 1.0, "by hand")
    return None


def _grounded(finding: F, reading: Reading) -> F:
    where = None if finding.place is None else where_is(finding.place)
    when = None
    if finding.time is not None and reading.published is not None:
        first = reading.published[:8] + "01"
        when = When(first, reading.published, "day", "approximate", "by hand")
    return replace(finding, where=where, when=when)


def link_by_hand(project: Project) -> None:
    """Put an incident of two reports, two links and a family of copies into the store."""
    run = project.connection.execute
    pairs = [("syria-1974-05-20-meridian", "e1"), ("syria-1974-05-20-harbour", "e1"),
             ("syria-1974-05-20-northern", "e1")]  # fmt: skip
    for report, event in pairs:
        run(
            """INSERT INTO incidents (id, report, event)
               SELECT 'i-1', key, ? FROM reports WHERE id = ?""",
            (event, report),
        )
    ends = [f"{report}/f1" for report, _ in pairs]
    reasons = json.dumps(["the second report is of the same day", "the counts exclude each other"])
    for kind, a, b in (("contradicts", ends[0], ends[1]), ("disputes", ends[1], ends[2])):
        run(
            "INSERT INTO links (kind, a, b, score, reasons, difference) VALUES (?, ?, ?, ?, ?, ?)",
            (kind, a, b, 0.8, reasons, "contradiction"),
        )
    run("UPDATE reports SET family = 'syria-1974-05-20-meridian' WHERE id IN (?, ?)",
        (pairs[0][0], pairs[2][0]))  # fmt: skip
    for number, (report, event) in enumerate(pairs, 1):
        run(
            """UPDATE figures SET event = ? WHERE id IN ('f1', 'f2') AND report =
               (SELECT key FROM reports WHERE id = ?)""",
            (event, report),
        )
        assert number


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of the samples. No test may change it."""
    folder = tmp_path_factory.mktemp("web") / "samples"
    articles = samples()
    read = readings(articles)
    with create_project(folder, clock=lambda: "2024-03-01T00:00:00+00:00") as project:
        project.add(articles, extract=lambda a: read[a.id], engine="by hand")
        bad = Article("no-words", "", problems=())
        project.add([bad], extract=lambda a: Reading(a.id), engine="by hand")
        link_by_hand(project)
    return folder


@pytest.fixture
def own_folder(tmp_path: Path) -> Iterator[Path]:
    """A project of three reports that a test may change."""
    articles = samples()[:3]
    read = readings(articles)
    with create_project(tmp_path / "own", clock=lambda: "2024-03-01T00:00:00+00:00") as project:
        project.add(articles, extract=lambda a: read[a.id], engine="by hand")
    yield tmp_path / "own"


def journey_of(
    id: str, published: str, stops: list[tuple[str, str, str, float, float, str]]
) -> tuple[Article, Reading]:
    """Return a report of the stops of one envoy: place, day, status, degrees, how exact."""
    text = " ".join(f"Ana Brand goes to {place}." for place, *_ in stops)
    envoy = {"id": "Q7", "name": "Ana Brand", "country": "USA", "wikidata": "Q7"}
    events = [
        {"id": f"e{n}", "trigger": f"goes##{n}", "type": "CONSULT", "mode": "visit",
         "status": status, "actor": [f"Ana Brand##{n}"], "actors": [envoy], "place": place,
         "where": {"name": place, "geonameid": ord(place[0]), "country": "SYR", "lat": lat,
                   "lon": lon, "precision": precision},
         "when": {"earliest": day, "latest": day, "grain": "day", "kind": "exact"}}
        for n, (place, day, status, lat, lon, precision) in enumerate(stops, 1)
    ]  # fmt: skip
    article = Article(id, text, publisher="Wire", published=published, language="en")
    return article, read_marked(article, {"events": events})


@pytest.fixture(scope="session")
def travelled_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of two reports on the journey of one envoy. No test may change it."""
    folder = tmp_path_factory.mktemp("travelled") / "project"
    pairs = dict([
        journey_of("first", "2024-03-03", [
            ("Homs", "2024-03-01", "happened", 34.7, 36.7, "city"),
            ("Aleppo", "2024-03-02", "happened", 36.2, 37.1, "city"),
            ("Damascus", "2024-03-05", "planned", 33.5, 36.3, "city"),
        ]),
        journey_of("later", "2024-05-04", [
            ("Latakia", "2024-05-01", "happened", 35.5, 35.8, "city"),
            ("Raqqa Province", "2024-05-03", "happened", 36.0, 38.9, "admin"),
        ]),
    ])  # fmt: skip
    read = {article.id: reading for article, reading in pairs.items()}
    with create_project(folder) as project:
        project.add(list(pairs), extract=lambda a: read[a.id], engine="by hand")
    return folder


@pytest.fixture
def travelled(travelled_folder: Path) -> Client:
    return visitor(travelled_folder)


@pytest.fixture
def gate() -> Gate:
    return Gate([HOST])


@pytest.fixture
def stranger(gate: Gate) -> Callable[[Path], Client]:
    """Return a client that has not come in yet, to the project in a folder."""
    return lambda folder: Client(make_app(Site(folder, "Ada"), gate), HOST)


def visitor(folder: Path) -> Client:
    """Return a client that has come in by the launch token."""
    gate = Gate([HOST])
    client = Client(make_app(Site(folder, "Ada"), gate), HOST)
    assert client.get(f"/?token={gate.token}").status_code == 303
    return client


@pytest.fixture
def client(sample_folder: Path) -> Client:
    return visitor(sample_folder)


@pytest.fixture
def own(own_folder: Path) -> Client:
    return visitor(own_folder)


@pytest.fixture
def own_project(own_folder: Path) -> Iterator[Project]:
    with open_project(own_folder) as project:
        yield project
