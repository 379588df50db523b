"""Tests of the page of readings in a browser: nothing hostile runs, words and record are linked."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from sayso.export.page import write_page
from sayso.record.findings import Figure, Statement
from sayso.record.reading import Reading
from sayso.record.span import Span

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine")

HOSTILE = (
    "<script>document.title='run'</script><img src=x onerror=\"document.title='run'\">"
    "<svg onload=\"document.title='run'\"></svg><a href=\"javascript:document.title='run'\">x</a>"
    "<style>body{display:none}</style><iframe src='https://example.org/'></iframe>"
)
TEXT = f"{HOSTILE}\nThe army said 12 men had been held."


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span.of(TEXT, start, start + len(words))


READING = Reading(
    HOSTILE,
    title=HOSTILE,
    url=f"https://example.org/{HOSTILE}",
    publisher=HOSTILE,
    statements=(Statement("s1", at("The army"), at("said"), (at("12 men had been held"),)),),
    figures=(Figure("f1", at("12"), 12, 12, "held", of=at("men"), by=at(HOSTILE), statement="s1"),),
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield made
        made.close()


@pytest.fixture
def address(tmp_path: Path) -> str:
    path = tmp_path / "page.html"
    path.write_text("".join(write_page([(TEXT, READING)], title=HOSTILE)), encoding="utf-8")
    return path.as_uri()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context()
    made = context.new_page()
    made.goto(address)
    yield made
    context.close()


def test_nothing_in_a_report_runs_and_nothing_is_asked_for(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda fault: complaints.append(str(fault)))
    page.goto(address)
    page.wait_for_load_state("networkidle")
    assert page.title().startswith("<script>")
    assert asked == [address]
    assert complaints == []
    assert page.locator(".words").inner_text() == TEXT
    context.close()


def test_pointing_at_a_figure_lights_its_words_and_its_entry(page: Page) -> None:
    page.hover(".words .f")
    lit = page.locator(".on").all_inner_texts()
    assert "12" in [words.strip() for words in lit]
    assert any("12 men, held" in words for words in lit)
    page.hover("h1")
    assert page.locator(".on").count() == 0


def test_keyboard_focus_lights_it_too(page: Page) -> None:
    page.focus("li.s .tag")
    assert "said" in page.locator(".words .on").all_inner_texts()


def test_links_lead_both_ways_without_script(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    page.click(".words .f")
    assert "12 men, held" in page.locator("li:target").inner_text()
    page.click("li.f .tag")
    assert page.locator(":target").inner_text() == "12"
    page.click("label.f")
    assert page.locator("li.f").is_hidden()
    context.close()


@pytest.mark.parametrize("width", [1440, 390])
def test_nothing_is_wider_than_the_window(browser: Browser, address: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_a_label_stands_on_the_line_of_its_value(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 900})
    page.goto(address)
    tops = """[...document.querySelectorAll("dl div")].map(
        pair => pair.children[0].getBoundingClientRect().top
            - pair.children[1].getBoundingClientRect().top)"""
    apart = page.evaluate(tops)
    assert apart and all(abs(gap) < 2 for gap in apart)
    page.close()
