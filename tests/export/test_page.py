"""Tests of the page of readings: nothing runs, everything is linked, no word is changed."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from sayso.export.page import write_page
from sayso.record.findings import (
    Answer,
    Event,
    Figure,
    Poll,
    Proposal,
    Stance,
    Statement,
    Term,
)
from sayso.record.grounding import Actor, When, Where
from sayso.record.reading import Problem, Reading
from sayso.record.span import Span

PAYLOADS = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</style><style>*{display:none}",
    "{{ 7 * 7 }}{% raw %}",
    "&lt;b&gt;&amp;",
    "javascript:alert(1)",
    "<!-- ",
    "]]><svg onload=alert(1)>",
    "\u202egnp.exe\u0000\u0007",
)


class Page(HTMLParser):
    """The tags of a page with their attributes, and the text of its reports."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self._depth = 0
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "div" and dict(attrs).get("class") == "words":
            self._depth = 1

    def handle_endtag(self, tag: str) -> None:
        if tag == "div":
            self._depth = 0

    def handle_data(self, data: str) -> None:
        if self._depth:
            self.words += data

    def values(self, name: str) -> list[str]:
        return [a[name] or "" for _, a in self.tags if name in a]


def reading_of(text: str) -> Reading:
    """A reading in which every field holds the whole text or a part of it."""
    whole, half = Span.of(text, 0, len(text)), Span.of(text, 0, max(1, len(text) // 2))
    return Reading(
        id=text,
        title=text,
        url=text,
        publisher=text,
        published=text,
        language=text,
        statements=(
            Statement("s1", whole, half, (half, whole), source_written=half, to=whole,
                      speaker=Actor("a1", text)),
            Statement("s2", None, whole, (whole,), within="s1"),
        ),
        events=(
            Event("e1", half, "ASSAULT", text, (whole,), (half,), whole, half, "planned", (whole,),
                  statement="s2", where=Where(text, country=text, precision="city"),
                  when=When("1999-01-01", "1999-01-02", "day", "exact"),
                  actors=(Actor("a1", text, text, text, text),)),
        ),
        figures=(
            Figure("f1", half, 1, None, of=whole, by=half, place=whole, time=half, unverified=whole,
                   part_of="f1", event="e1", statement="s1"),
        ),
        proposals=(
            Proposal("p1", whole, (whole,), (half,), (whole,), "offered",
                     (Term(whole, half, 1, whole),), (Stance(whole, "accepts", half),), "s1"),
        ),
        polls=(Poll("q1", whole, half, whole, whole, (Answer(whole, 51.0),)),),
        problems=(Problem(text, text),),
    )  # fmt: skip


def page_of(*pairs: tuple[str, Reading], title: str = "Reports") -> Page:
    return Page("".join(write_page(pairs, title=title)))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_field_of_a_report_reaches_the_page_as_markup(payload: str) -> None:
    harmless = page_of(("plain words", reading_of("plain words")), title="plain words")
    page = page_of((payload, reading_of(payload)), title=payload)
    shape = [(tag, sorted(attributes)) for tag, attributes in page.tags]
    expected = [(tag, sorted(attributes)) for tag, attributes in harmless.tags]
    assert shape == expected
    assert not [v for v in page.values("href") if not v.startswith("#")]


def test_what_is_found_is_counted_and_one_is_no_more_than_one() -> None:
    text = "The army said 12 men had been killed."
    reading = reading_of(text)
    html = "".join(write_page([(text, reading)], title="t"))
    one = {kind: len(getattr(reading, kind + "s")) for kind in ("figure", "proposal", "poll")}
    assert one == {"figure": 1, "proposal": 1, "poll": 1}
    assert ", 1 figure, 1 proposal, 1 poll</p>" in html
    nothing = "".join(write_page([(text, Reading("r"))], title="t"))
    assert "0 statements, 0 events, 0 figures</p>" in nothing


def test_every_link_leads_to_an_id_that_stands_once() -> None:
    text = "The army said 12 men had been killed."
    page = page_of((text, reading_of(text)), (text, reading_of(text)))
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    assert {h[1:] for h in page.values("href")} <= set(ids)
    for entry in (i for i in ids if re.fullmatch(r"r\d+-\d+", i)):
        assert f"{entry}-t" in ids
        assert entry in {f for v in page.values("data-f") for f in v.split()}


@pytest.mark.parametrize(
    "text",
    [
        "5\u0301 men 👩‍👩‍👧 were held",
        "قالت الوزارة إن 12 قتلوا and no more",
        "京都で12人が死亡した。",
        "one\n\n  two\tthree   four",
        "a < b & c > d \"e\" 'f'",
    ],
)
def test_the_text_stands_on_the_page_to_the_character(text: str) -> None:
    assert page_of((text, reading_of(text))).words == text


def test_carriage_returns_are_shown_as_line_breaks() -> None:
    assert page_of(("a\r\nb\rc", Reading("r"))).words == "a\nb\nc"


def test_the_page_asks_for_nothing_and_allows_only_its_own_style_and_script() -> None:
    html = "".join(write_page([("text", reading_of("text"))], title="t"))
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]+)"', html)
    policy = policy.replace("&#39;", "'")
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for tag in ("style", "script"):
        (content,) = re.findall(rf"<{tag}>(.*?)</{tag}>", html, re.S)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert not re.search(
        r"\b(src|srcset|style|on\w+)=", html.split("</head>")[1].split("<script>")[0]
    )
    assert "url(" not in html and "@import" not in html


def test_the_address_of_a_report_is_a_link_only_on_the_web() -> None:
    reading = Reading("r", url="https://example.org/a?b=1&c=2")
    assert "https://example.org/a?b=1&c=2" in page_of(("text", reading)).values("href")
    for url in ("javascript:alert(1)", "data:text/html,x", "//example.org", " https://x"):
        assert page_of(("text", replace(reading, url=url))).values("href") == []


def test_a_report_that_could_not_be_read_stands_there_with_the_reason() -> None:
    reading = Reading("r", problems=(Problem("not-english", "the report is in French"),))
    html = "".join(write_page([("", reading)], title="t"))
    assert "not-english" in html and "the report is in French" in html
    assert "Nothing was found" not in html


def test_the_sections_stand_in_the_order_of_the_terminal_and_labels_beside_their_values() -> None:
    html = "".join(write_page([("One\nTwo said 12.", reading_of("One\nTwo said 12."))], title="t"))
    layers = re.findall(r'<section class="layer (\w)">', html)
    assert layers == sorted(layers, key="sefp".index) and set("sefp") <= set(layers)
    assert html.count("<dt>") == html.count("<div><dt>") > 0


def test_a_report_without_a_title_is_headed_by_its_first_line() -> None:
    html = "".join(write_page([("A quiet day\nNo more.", Reading("r"))], title="t"))
    assert "<h1><bdi>A quiet day</bdi></h1>" in html


def test_no_report_at_all_is_a_page_too() -> None:
    assert page_of().words == ""


def test_the_same_readings_give_the_same_page() -> None:
    pair = ("text", reading_of("text"))
    assert list(write_page([pair], title="t")) == list(write_page([pair], title="t"))
