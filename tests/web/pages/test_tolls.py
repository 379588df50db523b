"""Tolls: which of them the page offers first and opens on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.evaluate.marked import read_marked
from sayso.record.reading import Article, Reading
from sayso.store.project import Project

if TYPE_CHECKING:
    from conftest import Client


def report(id: str, *told: tuple[str, str, str]) -> tuple[Article, Reading]:
    """A report that tells figures: the measure, the scope, and the place or "" for none."""
    words = [f"{n + 1}1" for n in range(len(told))]
    article = Article(id, " ".join(words), published="2024-03-0" + id)
    marks = [
        {"id": f"f{n}", "quantity": number, "low": 5, "high": 5, "measure": measure,
         "scope": scope}
        | ({"where": {"name": place, "country": "FRA"}} if place else {})
        for n, (number, (measure, scope, place)) in enumerate(zip(words, told, strict=True))
    ]  # fmt: skip
    return article, read_marked(article, {"figures": marks})


def offered(own: Client, project: Project, *reports: tuple[Article, Reading]) -> list[str]:
    read = {article.id: reading for article, reading in reports}
    project.add([a for a, _ in reports], extract=lambda a: read[a.id], engine="by hand")
    page = own.get("/tolls").text
    chips = page[page.index('class="plain chips"') :]
    return re.findall(r"<a [^>]*>([^<]*)", chips[: chips.index("</ul>")].replace("<bdi>", "")
                      .replace("</bdi>", ""))  # fmt: skip


def mine(told: list[str]) -> list[str]:
    """Those of the reports above alone, by measure and place."""
    return [t.rpartition(",")[0] for t in told if "Brask" in t or "Tarvo" in t]


def test_what_became_of_people_is_offered_before_what_was_deployed(
    own: Client, own_project: Project
) -> None:
    deployed, killed = ("deployed", "total", "Brask"), ("killed", "event", "Tarvo")
    told = offered(own, own_project, report("1", deployed, killed), report("2", deployed))
    assert mine(told) == ["killed, Tarvo", "deployed, Brask"]


def test_the_page_opens_on_the_toll_that_is_offered_first(
    own: Client, own_project: Project
) -> None:
    killed = ("killed", "total", "Brask")
    told = offered(own, own_project, report("1", killed), report("2", killed))
    assert told[0] == "killed, Brask, running total"
    assert "<h1>Killed in <bdi>Brask</bdi>, running total</h1>" in own.get("/tolls").text


def test_a_toll_of_several_counts_is_offered_before_a_single_count(
    own: Client, own_project: Project
) -> None:
    injured, killed = ("injured", "event", "Brask"), ("killed", "event", "Tarvo")
    told = offered(own, own_project, report("1", injured, killed), report("2", injured))
    assert mine(told) == ["injured, Brask", "killed, Tarvo"]


def test_a_toll_in_a_place_is_offered_before_one_in_none(own: Client, own_project: Project) -> None:
    here, nowhere = ("killed", "event", "Brask"), ("killed", "event", "")
    told = offered(own, own_project, report("1", here, nowhere, nowhere), report("2", here))
    nowhere_at = told.index("killed, no place found, in one happening")
    assert told.index("killed, Brask, in one happening") < nowhere_at


def test_an_incident_has_its_own_toll_wherever_the_place_is_told(
    own: Client, own_project: Project
) -> None:
    here, nowhere = ("killed", "event", "Brask"), ("killed", "event", "")
    offered(own, own_project, report("1", here), report("2", nowhere), report("3", here))
    for id in ("1", "2"):
        own_project.connection.execute(
            "INSERT INTO incidents (id, report, event) "
            "SELECT 'i-9', key, 'f0' FROM reports WHERE id = ?",
            (id,),
        )
    own_project.connection.commit()
    address = "?measure=killed&scope=event&incident=i-9"
    told = own.get(f"/tolls.json{address}").json()
    assert sorted(row["report"] for row in told["rows"]) == ["1", "2"]
    page = own.get(f"/tolls{address}").text
    assert 'href="/incident?id=i-9"' in page and "may not be comparable" not in page
