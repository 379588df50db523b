"""The page of an incident: every account, escaped, asking for nothing from outside."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser

from sayso.export.incident import write_incident
from sayso.link.figures import counts_of, ranges_of
from sayso.record.link import Link
from sayso.record.reading import Reading


def page(pairs: list[tuple[str, Reading]], title: str = "Shells on Brask") -> str:
    counts = [count for _, reading in pairs for count in counts_of(reading)]
    ids = [f"{reading.id}/f1" for _, reading in pairs]
    links = [Link("contradicts", ids[0], ids[-1], 0.9, ("why",), "other claimant")]
    return write_incident(
        [f"{reading.id}/e1" for _, reading in pairs], pairs, ranges=ranges_of(counts),
        links=links, independent=len(pairs), title=title,
    )  # fmt: skip


def test_the_page_shows_every_account_with_its_words_and_who_says_so(
    pair: Callable[..., tuple[str, Reading]],
) -> None:
    written = page([pair(), pair("made-2", publisher="Courier")])
    assert written.count("<article>") == 2
    assert "reported by Wire › the Ostrava interior ministry › doctors" in written
    assert "<mark>at least 12</mark>" in written
    assert "contradicts: other claimant" in written
    assert '<td class="num">12</td><td class="num">open</td>' in written
    assert "confirmed" not in written


def test_the_page_shows_what_is_on_the_table_in_its_reports(
    pair: Callable[..., tuple[str, Reading]],
) -> None:
    written = page([pair(), pair("made-2", publisher="Courier", published="2024-02-08")])
    (table,) = re.findall("<h2>On the table in these reports</h2>(.*)", written, re.S)
    assert table.count("<h3>a 30-day truce plan") == 1
    assert "offered as of 2024-02-08</span>" in table
    days = re.findall('<p><span class="num">(.*?)</span>', table)
    assert days[:2] == ["2024-02-06", "2024-02-08"]
    assert "<b>Velmar</b>: free two pilots" in table
    assert "<b>Ostrava</b> conditional; condition: only if the guns go" in table
    assert "61.0%</span> for the plan" in table
    assert "<h3>Journey of Ana Brand</h3>" in table and "Brask, " in table
    text, reading = pair()
    bare = replace(reading, proposals=(), polls=(), events=reading.events[:4])
    assert "On the table" not in page([(text, bare)])


class Tags(HTMLParser):
    """Collects the tags and the attributes of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}


def test_hostile_words_are_shown_and_never_run(
    pair: Callable[..., tuple[str, Reading]],
) -> None:
    hostile = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'><svg/onload=alert(1)>"
    _, reading = pair(title=hostile, publisher=hostile, url=f"javascript:{hostile}")
    parser = Tags()
    parser.feed(page([("x" * 500, replace(reading, id=hostile))], title=hostile))
    assert not parser.tags & {"script", "img", "svg", "iframe", "a", "link", "object", "form"}
    assert not any(name.startswith("on") or name in ("src", "href") for name in parser.attributes)


def test_the_page_asks_for_nothing_from_outside(
    pair: Callable[..., tuple[str, Reading]],
) -> None:
    written = page([pair()])
    assert "default-src 'none'" in written
    assert not re.search(r"(?:\ssrc|href)\s*=|url\(|@import", written)


def test_numbers_of_what_has_not_happened_are_told_from_none_at_all(
    pair: Callable[..., tuple[str, Reading]],
) -> None:
    text, reading = pair()
    planned = tuple(replace(figure, status="planned") for figure in reading.figures)
    written = page([(text, replace(reading, figures=planned))])
    assert "No count of what has happened was found" in written
    assert "killed, planned</b>" in written
    written = page([(text, replace(reading, figures=()))])
    assert "No number was found that comes from this happening" in written
