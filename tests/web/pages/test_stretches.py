"""How the timeline writes and draws days that are a stretch, or open at one end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from tests.web.conftest import journey_of

from sayso.evaluate.marked import read_marked
from sayso.record.reading import Article
from sayso.store.project import Project

if TYPE_CHECKING:
    from conftest import Client


@pytest.mark.parametrize(
    ("when", "words", "pale"),
    [
        (("2030-05-01", "2030-05-31", "month", "exact"), "within 2030-05-01 to 2030-05-31", True),
        (("2030-05-04", "2030-05-06", "day", "exact"), "2030-05-04 to 2030-05-06", False),
        (("2030-05-04", "2030-05-05", "day", "approximate"), "within 2030-05-04 to 2030-05-05",
         True),
        (("2030-05-04", "2030-05-04", "day", "exact"), "2030-05-04", False),
        (("2030-05-04", None, "day", "open"), "from 2030-05-04 on", True),
        ((None, "2030-06-30", "day", "open"), "by 2030-06-30", True),
    ],
)  # fmt: skip
def test_a_stretch_is_said_as_what_it_is(
    own: Client, own_project: Project, when: tuple[str | None, ...], words: str, pale: bool
) -> None:
    row = event(own, own_project, when)
    assert re.search(rf'<span class="when">{words}</span>', row)
    assert (" vague" in row) == pale


def test_the_bar_of_an_open_time_reaches_to_the_day_of_the_report(
    own: Client, own_project: Project
) -> None:
    row = event(own, own_project, ("2030-05-04", None, "day", "open"))
    bar = re.search(r'<rect [^>]*x="([\d.]+)%"[^>]* width="([\d.]+)%"', row)
    told = re.search(r'<line class="told" x1="([\d.]+)%"', row)
    assert bar is not None and told is not None
    assert float(bar[1]) < float(told[1]) <= float(bar[1]) + float(bar[2])


def test_stops_off_the_line_have_no_bar_though_a_long_stretch_that_is_cut_covers_them(
    own: Client, own_project: Project
) -> None:
    article, read = journey_of("tour", "2024-03-06", [
        ("Homs", "2024-03-01", "happened", 34.7, 36.7, "city"),
        ("Aleppo", "2024-03-08", "planned", 36.2, 37.1, "city"),
    ])  # fmt: skip
    own_project.add([article], extract=lambda _: read, engine="by hand")
    event(own, own_project, ("2020-05-04", "2030-05-30", "year", "exact"), status="planned")
    page = own.get("/timeline?status=planned&since=2024-03-05").text
    assert re.findall(r"<title>(\w+), 20", page) == ["Aleppo"] and "1 more stop<" in page


def event(own: Client, project: Project, when: tuple[str | None, ...], **more: str) -> str:
    """The row of one event of that time in a report of 2030-06-01."""
    article = Article("x", "Shells hit Tarvo then.", published="2030-06-01")
    time = dict(zip(("earliest", "latest", "grain", "kind"), when, strict=True))
    told = {"id": "e1", "trigger": "hit", "type": "ASSAULT", "time": "then", "when": time} | more
    read = read_marked(article, {"events": [told]})
    project.add([article], extract=lambda _: read, engine="by hand")
    rows = re.findall(r'<li><div class="what">.*?</li>', own.get("/timeline").text, re.S)
    return next(row for row in rows if "id=x" in row)
