"""The board: journeys follow the filters, and its JSON twin holds all of them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.evaluate.marked import read_marked
from sayso.record.reading import Article
from sayso.store.project import Project

if TYPE_CHECKING:
    from conftest import Client


def test_the_json_twin_holds_the_journeys(travelled: Client) -> None:
    journey, _ = travelled.get("/table.json").json()["about"]["journeys"]
    assert journey["name"] == "Ana Brand"
    assert [s["place"] for s in journey["stops"]][:2] == ["Homs", "Aleppo"]


def test_journeys_follow_the_filters_of_the_board(travelled: Client) -> None:
    assert "Ana Brand" in travelled.get("/table?party=Brand").text
    assert "Ana Brand" not in travelled.get("/table?until=2024-01-01").text


def test_a_proposal_stands_once_with_its_versions_and_days(
    own_folder: Path, own: Client, own_project: Project
) -> None:
    told = {
        "a": ("2024-03-01", "Talvia offered Mirania a truce.", "offered"),
        "b": ("2024-03-03", "Mirania took a truce that Talvia offered.", "accepted"),
    }
    stances = {"b": [{"party": "Mirania", "stance": "accepts"}]}
    read = {
        id: read_marked(Article(id, text, published=day, publisher=f"The {id} Times"), {
            "proposals": [{"id": "p1", "name": "a truce", "by": ["Talvia"], "to": ["Mirania"],
                           "state": state, "stances": stances.get(id, [])}]})
        for id, (day, text, state) in told.items()
    }  # fmt: skip
    articles = [Article(r.id, told[id][1], published=r.published, publisher=r.publisher)
                for id, r in read.items()]  # fmt: skip
    own_project.add(articles, extract=lambda article: read[article.id], engine="by hand")
    own_project.link()
    page = own.get("/table?state=accepted&party=Talvia").text
    assert re.search(r"<b>.*Mirania.*</b> <span class=\"status\">accepts</span>", page)
    assert page.count('<article class="card">\n<h2>') == 1
    assert page.index("The b Times") < page.index("The a Times")
    days = re.search(r'<dl class="facts dates">(.*?)</dl>', page)
    assert days is not None
    assert re.sub("<[^>]*>", " ", days[1]).split() == [
        "offered", "2024-03-01", "answered", "2024-03-03", "agreed", "on", "2024-03-03",
    ]  # fmt: skip
