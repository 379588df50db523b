"""The map draws a line from one stop to the next where both are points."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.evaluate.marked import read_marked
from sayso.record.reading import Article
from sayso.store.project import Project

if TYPE_CHECKING:
    from conftest import Client


def titles(client: Client, asked: str = "") -> list[tuple[str, str]]:
    page = client.get(f"/map{asked}").text
    return re.findall(r'<path class="way (past|announced)" d="M[^"]*"><title>(.*?)</title>', page)


def test_a_line_says_who_went_from_where_to_where_and_when(travelled: Client) -> None:
    told = {words: state for state, words in titles(travelled)}
    assert told["Ana Brand: Homs, 2024-03-01 → Aleppo, 2024-03-02"] == "past"
    assert told["Ana Brand: Aleppo, 2024-03-02 → Damascus, 2024-03-05, announced"] == "announced"


def test_no_line_leads_to_what_is_no_point(travelled: Client) -> None:
    assert not any("Raqqa" in words for _, words in titles(travelled))
    assert "2 lines between stops" in travelled.get("/map").text


def test_without_a_journey_there_is_neither_a_line_nor_a_legend_for_it(client: Client) -> None:
    assert 'class="way' not in client.get("/map").text


def test_a_place_has_the_words_of_the_reports_that_say_more_than_its_name(
    own: Client, own_project: Project
) -> None:
    text = "The envoys met in the Homs camps."
    event = {
        "id": "e1", "trigger": "met", "type": "CONSULT", "status": "happened",
        "actor": ["The envoys"], "place": "the Homs camps",
        "where": {"name": "Homs", "geonameid": 1, "country": "SYR", "lat": 34.7, "lon": 36.7,
                  "precision": "city"},
    }  # fmt: skip
    article = Article("camps", text, publisher="Wire", published="2024-03-03")
    reading = read_marked(article, {"events": [event]})
    own_project.add([article], extract=lambda _: reading, engine="by hand")
    page = own.get("/map?outlet=Wire").text
    assert "Homs (city): 1 events in 1 reports; written the Homs camps</title>" in page
    assert re.search(r"<q>.*the Homs camps.*</q>", page)
