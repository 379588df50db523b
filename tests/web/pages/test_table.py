"""The board: journeys follow the filters, and its JSON twin holds all of them."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

from tests.web.conftest import journey_of

from sayso.evaluate.marked import read_marked
from sayso.export.sheets import COLUMNS
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


def test_a_card_folds_its_accounts_and_names_those_who_bargain_first(
    own_folder: Path, own: Client, own_project: Project
) -> None:
    told = {
        "a": ("2024-03-01", "Talvia put a plan to Mirania: free 20 captives by noon.", "offered"),
        "b": ("2024-03-03", "The plan says: free 30 captives. Orland welcomes it; Mirania would "
              "if Talvia left.", "under-negotiation"),
    }  # fmt: skip
    stances = {"b": [
        {"party": "Orland", "stance": "accepts"},
        {"party": "Mirania", "stance": "conditional", "condition": "if Talvia left"},
    ]}  # fmt: skip
    terms = {"a": {"what": "free 20 captives by noon", "deadline": "by noon"},
             "b": {"what": "free 30 captives"}}  # fmt: skip
    sides = {"a": {"by": ["Talvia"], "to": ["Mirania"]}, "b": {"by": ["Talvia"], "to": ["Mirania"]}}
    statements = [{"id": "s1", "source": "The plan", "cue": "says", "content": ["free 30 captives"],
                   "source_type": "document"}]  # fmt: skip
    read = {
        id: read_marked(Article(id, text, published=day, publisher=f"The {id} Times"), {
            "statements": statements if id == "b" else [],
            "proposals": [{"id": "p1", "name": "a plan" if id == "a" else "The plan", **sides[id],
                           "state": state, "stances": stances.get(id, []), "terms": [terms[id]],
                           "statement": "s1" if id == "b" else None}]})
        for id, (day, text, state) in told.items()
    }  # fmt: skip
    articles = [Article(r.id, told[id][1], published=r.published, publisher=r.publisher)
                for id, r in read.items()]  # fmt: skip
    own_project.add(articles, extract=lambda article: read[article.id], engine="by hand")
    own_project.link()
    page = own.get("/table?party=Talvia").text
    shown, _, folded = page.partition(" steps from account to account")
    assert "<b>by</b> <bdi>Talvia</bdi> · <b>to</b> <bdi>Mirania</bdi>" in shown
    stands = shown[shown.index("Who stands where") :]
    assert stands.index("Mirania") < stands.index("others:") < stands.index("Orland")
    assert "if Talvia left" in stands and "free 30 captives" in stands
    assert "free 20 captives" not in stands and "The a Times" not in shown
    assert "2 accounts, the newest first</summary>" in folded
    assert "The b Times, in its own voice" in re.sub("<[^>]*>", "", folded)  # no plan says so
    assert "by: " not in folded
    assert "Polls are not chosen by party" in page
    assert "Polls are not chosen" not in own.get("/table").text


def rows_of(client: Client, kind: str) -> list[dict[str, str]]:
    text = client.get(f"/table.csv?rows={kind}").text.lstrip("\ufeff")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_row_of_the_twin_may_be_a_term_a_stance_or_an_answer(client: Client) -> None:
    terms, stances, answers = (rows_of(client, kind) for kind in ("terms", "stances", "polls"))
    assert {"report", "proposal", "what", "party", "condition"} <= set(terms[0])
    assert not any(row["what"].startswith("{") for row in terms)
    assert {row["stance"] for row in stances} <= {"accepts", "rejects", "conditional", "undecided"}
    assert ("the weekly Kompas", "31.0") in {(row["pollster"], row["share"]) for row in answers}
    assert client.get("/table.csv?rows=other").status_code == 400


def test_a_row_of_the_twin_may_be_a_stop(travelled: Client) -> None:
    stops = rows_of(travelled, "journeys")
    assert [(row["number"], row["place"]) for row in stops][:2] == [("1", "Homs"), ("2", "Aleppo")]
    assert tuple(stops[0]) == COLUMNS["journeys"]


def test_a_journey_of_one_stop_stands_on_the_board(own: Client, own_project: Project) -> None:
    article, reading = journey_of("one", "2024-03-03", [
        ("Homs", "2024-03-01", "happened", 34.7, 36.7, "city"),
    ])  # fmt: skip
    own_project.add([article], extract=lambda _: reading, engine="by hand")
    page = own.get("/table?outlet=Wire").text
    assert "Visits of one stop" in page
    assert re.search(r"<b>.*Ana Brand.*</b>: <a .*>.*Homs", page)


def test_polls_follow_the_days_and_the_outlet_of_the_board(client: Client) -> None:
    assert "Tidewater Polling" in client.get("/table?since=1982-04-01&until=1982-05-01").text
    assert "Tidewater Polling" not in client.get("/table?since=1995-01-01").text
