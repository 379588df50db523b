"""The pages in Chromium: nothing hostile runs, nothing leaves the machine, keys and links work."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, Request, sync_playwright
from tests.web.payloads import FOREIGN, PAYLOADS, VALUES

from sayso.record.findings import Answer, Event, Figure, Poll, Proposal, Stance, Statement, Term
from sayso.record.grounding import Actor, Place, When, Where
from sayso.record.reading import Article, Problem, Reading
from sayso.record.span import Span
from sayso.store.journal import Decision
from sayso.store.project import create_project
from sayso.web.app import PAGES, Site, make_app
from sayso.web.guard import Gate
from sayso.web.serving import Listening, listen

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("chrome")
pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="there is no Chromium here; `make browser` installs one"
)
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
REPORT = "syria-1974-05-03-meridian"
#: A report with a proposal and a poll.
PROPOSED = "syria-1974-05-20-northern"
WATCH = """window.violations = [];
addEventListener('securitypolicyviolation', (e) => violations.push(`${e.violatedDirective}`));"""


@dataclass
class Visitor:
    """A page in Chromium that has come in, and every request that left it for another host."""

    page: Page
    address: str
    elsewhere: list[str] = field(default_factory=list)

    def go(self, path: str) -> None:
        """Open a page of the server."""
        self.page.goto(self.address + path.lstrip("/"), wait_until="load")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield made
        made.close()


@pytest.fixture(scope="module")
def served() -> Iterator[Callable[[Path], tuple[Listening, Gate]]]:
    """Start a server for a folder; all are stopped at the end."""
    running: list[tuple[uvicorn.Server, threading.Thread]] = []

    def serve(folder: Path) -> tuple[Listening, Gate]:
        listening = listen("127.0.0.1", 0)
        gate = Gate(listening.hosts)
        config = uvicorn.Config(make_app(Site(folder, "Ada"), gate), log_level="error",
                                lifespan="off", ws="none")  # fmt: skip
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening.socket]})
        thread.start()
        running.append((server, thread))
        return listening, gate

    yield serve
    for server, thread in running:
        server.should_exit = True
        thread.join()


@pytest.fixture
def visit(
    browser: Browser, served: Callable[[Path], tuple[Listening, Gate]]
) -> Iterator[Callable[[Path], Visitor]]:
    contexts = []

    def come(folder: Path) -> Visitor:
        listening, gate = served(folder)
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        contexts.append(context)
        context.add_init_script(WATCH)
        visitor = Visitor(context.new_page(), listening.address)
        visitor.page.set_default_timeout(60_000)

        def note(request: Request) -> None:
            if not request.url.startswith(listening.address):
                visitor.elsewhere.append(request.url)

        visitor.page.on("request", note)
        visitor.page.on("dialog", lambda dialog: visitor.elsewhere.append(dialog.message))
        visitor.go(f"?token={gate.token}")
        return visitor

    yield come
    for context in contexts:
        context.close()


def hostile(number: int, value: str) -> tuple[Article, Reading]:
    """Return a report whose every field that takes words holds a value."""
    text = f"{value}\n{value}"
    span = Span(0, len(value), value)
    id = f"{number} {value}"
    actor = Actor(value, value, value, value, value, 1.0, value)
    precision = ("city", "admin", "country", "point")[number % 4]
    country = "SYR" if precision == "country" else value
    where = Where(value, number, value, country, 30.0 + number / 9, 36.0, precision, 1.0, value)
    when = When("2024-01-01", "2024-01-05", "day", "approximate", value)
    article = Article(id, text, value, value, value, "2024-01-05", value)
    statement = Statement(
        "s1", span, span, (span,), source_written=span, withheld=span, to=span,
        speaker=actor, act="denies", anonymous=True, rule=value,
    )  # fmt: skip
    inner = Statement("s2", span, span, (span,), within="s1", rule=value)
    event = Event(
        "e1", span, "CONSULT", value, (span,), (span,), span, span, "planned", (span,), (span,),
        "s1", (actor,), (actor,), where, when, value,
    )  # fmt: skip
    figure = Figure(
        "f1", span, number, None, "killed", span, value, None, span, span, span, "total", value,
        value, "happened", span, "s1", "e1", where, when, value,
    )  # fmt: skip
    term = Term(span, span, 1, span, span, span, span)
    proposal = Proposal(
        "p1", span, (span,), (span,), (span,), "offered", (term,),
        (Stance(span, "rejects", span, "s1"),), "s1", value,
    )  # fmt: skip
    reading = Reading(
        id, statements=(statement, inner), events=(event,), figures=(figure,),
        proposals=(proposal,), polls=(Poll("q1", span, span, span, span, (Answer(span, 40.0),)),),
        places=(Place("l1", span, where),), problems=(Problem(value, value),),
    )  # fmt: skip
    return article, reading


@pytest.fixture(scope="module")
def hostile_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile") / "project"
    pairs = dict(hostile(n, value) for n, value in enumerate(VALUES, 1))
    read = {article.id: reading for article, reading in pairs.items()}
    with create_project(folder) as project:
        project.add(list(pairs), extract=lambda a: read[a.id], engine=VALUES[0])
        run = project.connection.execute
        for n, (id, value) in enumerate(zip(read, VALUES, strict=True)):
            about = f"{id}/f1"
            project.decide(Decision("", value, about, "of", value, value, value))
            run("INSERT INTO errors (report, origin, stage, code, message, noted) "
                "VALUES (?, ?, ?, ?, ?, ?)", (f"{n} {value}", *[value] * 5))  # fmt: skip
            run("INSERT INTO links (kind, a, b, score, reasons, difference) "
                "VALUES ('disputes', ?, ?, 1, json_array(?), ?)",
                (about, f"{id}/e1", value, value))  # fmt: skip
            run(
                """INSERT INTO incidents (id, report, event)
                   SELECT ?, key, 'e1' FROM reports WHERE id = ?""",
                (value, id),
            )
        run("UPDATE reports SET family = (SELECT id FROM reports ORDER BY key LIMIT 1)")
    settings = folder / "project.toml"
    settings.write_text(settings.read_text("utf-8").replace('"project"', '"<img src=x>"'), "utf-8")
    return folder


def addresses(visitor: Visitor) -> Iterator[str]:
    """Yield the address of every page: the lists, and each report, incident and claimant."""
    yield from (f"/{name}" for name in PAGES if name not in ("report", "incident", "claimant"))
    yield from (f"/search?kind={kind}" for kind in ("statements", "events", "figures"))
    yield from ("/search?text=window", "/timeline?undated=with", "/tolls?measure=killed")
    yield from ("/search?text=%22%3E%3Cscript%3Ewindow.hit%3D1%3C/script%3E", "/%3Cscript%3E")
    yield from ("/report?id=%3Cscript%3Ewindow.hit%3D1%3C/script%3E", "/map?since=%22%3E%3Cb%3E")
    for start, name in (("/search", "report"), ("/incidents", "incident")):
        visitor.go(start)
        links = visitor.page.eval_on_selector_all(
            f"main a[href^='/{name}?']", "all => [...new Set(all.map(a => a.getAttribute('href')))]"
        )
        assert len(links) >= len(VALUES), f"{len(links)} links to a {name} in {start}"
        yield from links if name == "report" else links[:6]
    visitor.go("/claimants")
    yield from visitor.page.eval_on_selector_all(
        "main a[href^='/claimant?']", "all => all.slice(0, 6).map(a => a.getAttribute('href'))"
    )


def test_no_payload_in_any_field_runs_on_any_page(
    visit: Callable[[Path], Visitor], hostile_folder: Path
) -> None:
    assert len(PAYLOADS) >= 300
    visitor = visit(hostile_folder)
    seen = 0
    for path in addresses(visitor):
        visitor.go(path)
        assert visitor.page.evaluate(FOREIGN) == [], path
        seen += 1
    assert visitor.elsewhere == []
    assert seen > len(VALUES) + len(PAGES)


def test_a_number_leads_to_its_words_in_the_text_and_back(
    visit: Callable[[Path], Visitor], sample_folder: Path
) -> None:
    visitor = visit(sample_folder)
    visitor.go(f"/report?id={REPORT}")
    page = visitor.page
    page.click("#f-f1 .tag")
    words = page.locator("#w-f1")
    page.wait_for_url("**#w-f1")
    assert words.is_visible()
    words.locator("a").first.click()
    page.wait_for_url("**#f-*")


def test_a_layer_that_is_switched_off_leaves_the_text(
    visit: Callable[[Path], Visitor], sample_folder: Path
) -> None:
    visitor = visit(sample_folder)
    visitor.go(f"/report?id={REPORT}")
    page = visitor.page
    assert page.locator(".record .layer.e").is_visible()
    page.uncheck("#show-e")
    assert not page.locator(".record .layer.e").is_visible()
    assert page.locator(".words").inner_text()


def test_no_page_is_wider_than_its_window_and_none_asks_for_anything_from_outside(
    visit: Callable[[Path], Visitor], sample_folder: Path
) -> None:
    visitor = visit(sample_folder)
    asked = {"report": f"?id={REPORT}", "incident": "?id=i-1", "claimant": "?name=Israel"}
    for name in PAGES:
        visitor.go(f"/{name}{asked.get(name, '')}")
        for width in (1440, 390):
            visitor.page.set_viewport_size({"width": width, "height": 900})
            assert visitor.page.evaluate("document.documentElement.scrollWidth") <= width, name
    assert visitor.elsewhere == []


BUILT = (Path(__file__).parents[2] / "src/sayso/web/static/built/manifest.json").is_file()
with_scripts = pytest.mark.skipif(
    not BUILT, reason="the scripts of the pages are not built; `make web` builds them with Node"
)


@with_scripts
def test_pointing_at_an_entry_lights_its_words_and_the_other_way_round(
    visit: Callable[[Path], Visitor], sample_folder: Path
) -> None:
    visitor = visit(sample_folder)
    visitor.go(f"/report?id={REPORT}")
    page = visitor.page
    page.hover("#f-f1 .first")
    page.wait_for_selector("#w-f1 .on")
    page.locator("#w-f2 a").first.hover()
    page.wait_for_selector("#f-f2.on")
    assert page.locator("#f-f1.on").count() == 0


@with_scripts
def test_the_map_is_enlarged_by_its_button_and_put_back_by_a_key(
    visit: Callable[[Path], Visitor], sample_folder: Path
) -> None:
    visitor = visit(sample_folder)
    visitor.go("/map")
    page = visitor.page
    before = page.locator("g.view").get_attribute("transform")
    page.click("button[aria-label='Enlarge']")
    assert "scale(1.6)" in (page.locator("g.view").get_attribute("transform") or "")
    page.keyboard.press("Escape")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("0")
    assert page.locator("g.view").get_attribute("transform") in (
        before, "translate(0,0) scale(1)"
    )  # fmt: skip
    assert page.evaluate("window.violations") == []


@with_scripts
def test_the_heads_of_lines_keep_their_size_when_the_map_is_enlarged(
    visit: Callable[[Path], Visitor], travelled_folder: Path
) -> None:
    visitor = visit(travelled_folder)
    visitor.go("/map")
    head = visitor.page.locator("g.view path.head").first
    wide = "e => Math.max(e.getBoundingClientRect().width, e.getBoundingClientRect().height)"
    before = head.evaluate(wide)
    visitor.page.click("button[aria-label='Enlarge']")
    assert head.evaluate(wide) == pytest.approx(before, abs=1)


@with_scripts
def test_a_point_of_a_chart_shows_its_words_when_it_has_the_focus(
    visit: Callable[[Path], Visitor], sample_folder: Path
) -> None:
    visitor = visit(sample_folder)
    visitor.go("/tolls")
    page = visitor.page
    point = page.locator("svg.steps a").first
    label = point.get_attribute("aria-label") or ""
    assert "“" in label
    point.focus()
    assert page.locator(".tip").inner_text() == label
    assert page.evaluate("window.violations") == []


@with_scripts
def test_a_finding_is_decided_on_with_one_key(
    visit: Callable[[Path], Visitor], own_folder: Path
) -> None:
    visitor = visit(own_folder)
    visitor.go("/review")
    page = visitor.page
    first = page.input_value("input[name='about']")
    with page.expect_navigation():
        page.keyboard.press("x")
    assert page.input_value("input[name='about']") != first
    assert "rejected" in page.locator("main").inner_text()
    page.keyboard.press("e")
    page.keyboard.press("a")
    assert "accepted" not in page.locator("main").inner_text()


def test_pages_are_whole_without_scripts(
    browser: Browser,
    served: Callable[[Path], tuple[Listening, Gate]],
    sample_folder: Path,
) -> None:
    listening, gate = served(sample_folder)
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{listening.address}?token={gate.token}")
    page.goto(f"{listening.address}tolls")
    page.locator("svg.steps a").first.click()
    page.wait_for_url("**/report?id=*#w-f*")
    page.goto(f"{listening.address}map")
    assert page.locator("circle.dot").first.is_visible()
    context.close()


AXE = Path(__file__).parents[2] / "web/node_modules/axe-core/axe.min.js"


@pytest.mark.skipif(not AXE.is_file(), reason="axe-core is not installed; `npm ci` in web/ does it")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_breaks_a_rule_of_wcag_2_2_aa_that_axe_knows(
    browser: Browser,
    served: Callable[[Path], tuple[Listening, Gate]],
    sample_folder: Path,
    travelled_folder: Path,
    scheme: Literal["light", "dark"],
) -> None:
    rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
    asked = {"report": f"?id={REPORT}", "incident": "?id=i-1", "claimant": "?name=Israel"}
    context = browser.new_context(bypass_csp=True, color_scheme=scheme)
    page = context.new_page()
    addresses = [(sample_folder, f"{name}{asked.get(name, '')}") for name in PAGES]
    addresses.append((sample_folder, f"report?id={PROPOSED}"))
    addresses += [(travelled_folder, name) for name in ("timeline", "map", "table")]
    starts: dict[Path, str] = {}
    for folder, name in addresses:
        if folder not in starts:
            listening, gate = served(folder)
            starts[folder] = listening.address
            page.goto(f"{listening.address}?token={gate.token}")
        page.goto(f"{starts[folder]}{name}")
        page.evaluate(AXE.read_text("utf-8"))
        broken = page.evaluate(
            """rules => axe.run({runOnly: rules}).then(r => r.violations.map(
               v => `${v.id}: ${v.nodes[0].target}`))""",
            rules,
        )
        assert broken == [], name
    context.close()


@with_scripts
def test_a_link_to_words_brings_their_entry_into_view_beside_them(
    visit: Callable[[Path], Visitor], sample_folder: Path
) -> None:
    visitor = visit(sample_folder)
    visitor.go(f"/report?id={REPORT}#w-e3")
    seen = """id => { const box = document.getElementById(id).getBoundingClientRect();
      return box.top >= 0 && box.bottom <= innerHeight; }"""
    visitor.page.wait_for_function(f"({seen})('f-e3')")
    assert visitor.page.evaluate(seen, "w-e3")
