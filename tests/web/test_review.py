"""Review: what people decide is kept beside the machine's value, and goes out as gold."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sayso.evaluate.marked import read_marked
from sayso.record.reading import Article, Reading
from sayso.store.project import Project, open_project

if TYPE_CHECKING:
    from conftest import Client

REPORT = "syria-1974-05-03-meridian"


def form(action: str, about: str = f"{REPORT}/f1", **more: str) -> dict[str, str]:
    return {"action": action, "about": about, "kind": "figures", "who": "Ada"} | more


def gold(own: Client) -> tuple[dict[str, object], Reading]:
    """Return the marks as reviewed, and as they are read back."""
    (line,) = own.get("/reviewed.gold.jsonl").text.splitlines()
    (text,) = own.get("/reviewed.texts.jsonl").text.splitlines()
    told, row = json.loads(line), json.loads(text)
    article = Article(row["id"], row["text"], row["title"], row["url"], row["publisher"],
                      row["published"], "en")  # fmt: skip
    return told, read_marked(article, {k: v for k, v in told.items() if k != "reviewed"})


def test_accepting_is_written_with_who_and_when_and_leads_to_the_next(
    own: Client, own_project: Project
) -> None:
    answer = own.post("/review", form("accept"))
    assert answer.status_code == 303
    (decision,) = own_project.decisions(f"{REPORT}/f1")
    assert (decision.who, decision.field, decision.new) == ("Ada", "verdict", "accepted")
    assert decision.made
    assert f"{REPORT}/f1" not in own.get(answer.headers["location"]).text.split("Latest")[0]


def test_a_correction_keeps_the_machines_value_and_goes_out_as_gold(
    own: Client, own_project: Project
) -> None:
    before = own_project.reading(REPORT)
    assert before is not None
    figure = before.figures[0]
    own.post("/review", form("correct", **{"field-low": "7", "field-high": "", "why": "a hedge"}))
    rows = own_project.decisions(f"{REPORT}/f1")
    assert [(d.field, d.new) for d in rows] == [("low", "7"), ("high", ""), ("verdict", "accepted")]
    assert rows[0].old == str(figure.low) and rows[0].why == "a hedge"
    assert own_project.reading(REPORT) == before
    marks, read = gold(own)
    assert (read.figures[0].low, read.figures[0].high) == (7, None)
    assert read.figures[0].quantity == figure.quantity
    assert marks["reviewed"] == {"f1": "accepted"}


def test_a_rejected_finding_is_not_in_the_gold_and_can_be_taken_back(own: Client) -> None:
    own.post("/review", form("reject"))
    _, read = gold(own)
    assert all(f.id != "f1" for f in read.figures)
    own.post("/review", form("undo"))
    marks, read = gold(own)
    assert any(f.id == "f1" for f in read.figures)
    assert marks["reviewed"] == {"f1": "open"}


def test_gold_of_an_accepted_report_has_all_its_marks(own: Client, own_project: Project) -> None:
    own.post("/review", form("accept"))
    reading = own_project.reading(REPORT)
    assert reading is not None
    _, read = gold(own)
    assert [s.cue for s in read.statements] == [s.cue for s in reading.statements]
    assert [e.trigger for e in read.events] == [e.trigger for e in reading.events]
    assert [p.terms for p in read.proposals] == [p.terms for p in reading.proposals]


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"field-quantity": "words that stand nowhere"}, "does not fit"),
        ({"field-measure": "vaporised"}, "does not fit"),
        ({"field-low": "many"}, "does not fit"),
        ({}, "nothing was corrected"),
        ({"who": " "}, "not signed"),
        ({"action": "explode"}, "is no decision"),
        ({"kind": "reports"}, "is no decision"),
        ({"about": "nothing/f1"}, "no report"),
        ({"about": f"{REPORT}/f999"}, "has no finding"),
    ],
)
def test_what_cannot_be_decided_is_said_and_nothing_is_written(
    own: Client, own_project: Project, changed: dict[str, str], message: str
) -> None:
    answer = own.post("/review", form("correct") | changed)
    assert answer.status_code in (400, 404)
    assert message in answer.text
    assert own_project.decisions() == []


def test_an_event_cannot_take_a_mode_of_another_type(own: Client, own_folder: Path) -> None:
    with open_project(own_folder) as project:
        reading = project.reading(REPORT)
    assert reading is not None
    event = next(e for e in reading.events if e.type == "CONSULT")
    about = f"{REPORT}/{event.id}"
    answer = own.post("/review", form("correct", about, **{"field-mode": "aerial"}))
    assert answer.status_code == 400 and "has no mode" in answer.text


def test_skipping_decides_nothing_and_goes_on(own: Client, own_project: Project) -> None:
    answer = own.post("/review", form("skip"))
    assert "skip=" in answer.headers["location"]
    assert own_project.decisions() == []


def test_the_form_can_be_filled_without_scripts(own: Client) -> None:
    page = own.get(f"/review?about={REPORT}/f1").text
    assert 'method="post"' in page and 'name="field-measure"' in page
    assert 'accesskey="a"' in page


def test_two_accounts_can_be_said_to_be_apart(own: Client, own_project: Project) -> None:
    about = f"{REPORT}/e1|syria-1974-05-08-northern/e1"
    answer = own.post("/review", {"action": "apart", "about": about, "who": "Ada", "incident": "i"})
    assert answer.headers["location"] == "/incident?id=i"
    (decision,) = own_project.decisions(about)
    assert (decision.field, decision.new) == ("same-happening", "rejected")


@pytest.mark.parametrize("about", [f"{REPORT}/e1", f"{REPORT}/e1|nothing/e1", "", "|"])
def test_what_is_no_pair_of_accounts_is_refused(own: Client, about: str) -> None:
    answer = own.post("/review", {"action": "same", "about": about, "who": "Ada"})
    assert answer.status_code in (400, 404)
