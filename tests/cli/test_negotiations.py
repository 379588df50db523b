"""The commands proposals, journeys and polls over a file of readings."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from sayso.cli.main import main
from sayso.evaluate.marked import read_marked
from sayso.export.sheets import COLUMNS
from sayso.record.grounding import Actor, Where
from sayso.record.reading import Article
from sayso.record.written import write_reading
from sayso.store.project import create_project

TEXT = "=Talvia offered Mirania a truce. A poll by Lake found 40 percent in favour."


@pytest.fixture
def readings(tmp_path: Path) -> Path:
    marks = {
        "proposals": [{"id": "p1", "name": "a truce", "by": ["=Talvia"], "state": "offered"}],
        "polls": [
            {"id": "q1", "pollster": "Lake", "answers": [{"answer": "in favour", "share": 40}]}
        ],
    }
    reading = read_marked(Article("a", TEXT, published="2024-03-01"), marks)
    path = tmp_path / "readings.jsonl"
    path.write_text(write_reading(reading) + "\n", encoding="utf-8")
    return path


def run(*words: str) -> str:
    result = CliRunner().invoke(main, list(words))
    assert result.exit_code == 0, result.output
    return result.output


def test_proposals_come_with_their_steps(readings: Path) -> None:
    (line,) = run("proposals", str(readings)).splitlines()
    told = json.loads(line)
    assert told["versions"][0]["id"] == "a/p1"
    assert told["steps"][0]["what"] == "offered"
    assert "offered" in run("proposals", str(readings), "--format", "table")


def test_proposals_of_a_project_come_joined_with_their_days(tmp_path: Path) -> None:
    told = {
        "a": ("2024-03-01", "Talvia offered Mirania a truce: free 20 captives.", "offered", 20),
        "b": ("2024-03-03", "Mirania took a truce: Talvia will free 30 captives.", "accepted", 30),
    }
    read = {
        id: read_marked(Article(id, text, published=day), {"proposals": [
            {"id": "p1", "name": "a truce", "by": ["Talvia"], "to": ["Mirania"], "state": state,
             "terms": [{"what": f"free {n} captives", "amount": f"{n} captives"}]}
        ]})
        for id, (day, text, state, n) in told.items()
    }  # fmt: skip
    articles = [Article(id, text, published=day) for id, (day, text, *_) in told.items()]
    with create_project(tmp_path / "p") as project:
        project.add(articles, extract=lambda article: read[article.id], engine="by hand")
        project.link()
    (line,) = run("proposals", str(tmp_path / "p"), "--format", "jsonl").splitlines()
    assert [v["id"] for v in json.loads(line)["versions"]] == ["a/p1", "b/p1"]
    table = run("proposals", str(tmp_path / "p"), "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(table)))
    assert {(r["offered"], r["agreed"], r["broken"]) for r in rows} == {
        ("2024-03-01", "2024-03-03", "")
    }
    assert ("changed", "free 30 captives", "free 20 captives") in {
        (r["step"], r["what"], r["before"]) for r in rows
    }
    assert {r["negotiation"] for r in rows} == {"a/p1"}


def test_the_table_and_a_column_tell_where_each_party_stands(tmp_path: Path) -> None:
    marks = {"proposals": [
        {"id": "p1", "name": "a truce", "by": ["Talvia"], "to": ["Mirania"],
         "through": ["Orla Bek"], "state": "offered",
         "terms": [{"what": "open the road", "party": "Talvia##2"}],
         "stances": [
             {"party": "The Lake Council", "stance": "rejects"},
             {"party": "Mirania", "stance": "conditional", "condition": "if Talvia left"},
         ]}
    ]}  # fmt: skip
    text = (
        "Talvia offered a truce through Orla Bek: Talvia would open the road. Mirania would take "
        "it if Talvia left. The Lake Council refused."
    )
    reading = read_marked(Article("a", text, published="2024-03-01"), marks)
    path = tmp_path / "readings.jsonl"
    path.write_text(write_reading(reading) + "\n", encoding="utf-8")
    other = "The Lake Council rejects (2024-03-01)"
    stand = f"Mirania conditional, if Talvia left (2024-03-01); {other}"
    rows = csv.DictReader(io.StringIO(run("proposals", str(path), "--format", "csv")))
    told = [(r["step"], r["party"], r["condition"]) for r in rows if r["stands"] == stand]
    assert told == [
        ("state", "", ""), ("term", "Talvia", ""), ("stance", "The Lake Council", ""),
        ("stance", "Mirania", "if Talvia left"),
    ]  # fmt: skip
    short = run("proposals", str(path), "--format", "table").splitlines()
    assert short == [
        "a truce [offered] · 1 account, 2024-03-01 · a/p1",
        "  by Talvia -> to Mirania · through Orla Bek",
        "  offered 2024-03-01 · answered 2024-03-01",
        "  terms",
        "    Talvia: open the road",
        "  stands",
        "    Mirania conditional, if Talvia left (2024-03-01)",
        "    others, rejects: The Lake Council (2024-03-01)",
    ]
    whole = run("proposals", str(path), "--format", "table", "--steps").splitlines()
    assert whole[: len(short)] == short
    assert whole[len(short) :] == [
        "  steps",
        "    2024-03-01 state offered (a/p1)",
        "    2024-03-01 term Talvia: open the road (a/p1)",
        "    2024-03-01 stance The Lake Council: rejects (a/p1)",
        "    2024-03-01 stance Mirania: conditional [if Talvia left] (a/p1)",
    ]


def test_a_share_is_a_row_of_csv(readings: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("polls", str(readings), "--format", "csv"))))
    assert [(r["pollster"], r["answer"], r["share"]) for r in rows] == [("Lake", "in favour", "40")]
    (line,) = run("polls", str(readings)).splitlines()
    assert json.loads(line)["share"] == 40


def test_without_a_journey_only_the_head_is_written(readings: Path) -> None:
    assert run("journeys", str(readings)) == "no journey in what was asked\n"
    assert "traveller,traveller_id,number," in run("journeys", str(readings), "--format", "csv")


def test_a_stop_has_the_columns_of_the_export_in_every_format(tmp_path: Path) -> None:
    text = "Envoy Ana Brandt flew to Cairo and met Omar Sahl."
    article = Article("a", text, published="2024-03-01")
    marked = read_marked(article, {"events": [
        {"id": "e1", "trigger": "flew", "type": "CONSULT", "mode": "visit",
         "actor": ["Envoy Ana Brandt"], "place": "Cairo"},
    ]})  # fmt: skip
    who = Actor("ana-brandt", "Ana Brandt", "CHE")
    event = replace(marked.events[0], actors=(who,), where=Where("Cairo", 360630, country="EGY"))
    path = tmp_path / "readings.jsonl"
    path.write_text(write_reading(replace(marked, events=(event,))) + "\n", encoding="utf-8")
    (row,) = csv.DictReader(io.StringIO(run("journeys", str(path), "--format", "csv")))
    assert tuple(row) == COLUMNS["journeys"]
    line = json.loads(run("journeys", str(path)))
    assert (tuple(line), line["place"], line["told_in"]) == (tuple(row), "Cairo", ["a/e1"])
    assert "a/e1" not in run("journeys", str(path), "--format", "table")


@pytest.mark.parametrize("command", ["proposals", "journeys", "polls"])
def test_a_file_that_holds_no_reading_is_wrong_use(command: str, tmp_path: Path) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text('{"id": 3}\n', encoding="utf-8")
    for path in (bad, tmp_path / "none.jsonl"):
        result = CliRunner().invoke(main, [command, str(path)])
        assert result.exit_code == 2
        assert str(path) in result.output


@pytest.mark.parametrize("command", ["proposals", "journeys", "polls"])
def test_a_file_of_reports_is_told_apart_from_readings(command: str, tmp_path: Path) -> None:
    path = tmp_path / "reports.jsonl"
    path.write_text(json.dumps({"id": "a", "text": TEXT}) + "\n", encoding="utf-8")
    result = CliRunner().invoke(main, [command, str(path)])
    assert result.exit_code == 2
    assert "is a report, and no reading" in result.output
    assert f"sayso read {path} -o readings.jsonl" in result.output


@pytest.mark.parametrize("line", ["[1]", "null", '{"id": "a"}', "no JSON", "{" * 3000])
def test_a_line_that_is_no_reading_is_said_with_its_number(line: str, tmp_path: Path) -> None:
    path = tmp_path / "readings.jsonl"
    path.write_text(line + "\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["polls", str(path)])
    assert result.exit_code == 2
    assert f"line 1 of {path} is no reading" in result.output


@pytest.mark.parametrize("command", ["proposals", "journeys", "polls"])
def test_that_there_is_nothing_to_show_is_said(command: str, tmp_path: Path) -> None:
    create_project(tmp_path / "p").close()
    result = CliRunner().invoke(main, [command, "-p", str(tmp_path / "p"), "--format", "jsonl"])
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith(f"no {command[:-1]} in what was asked")


def test_only_the_reports_of_the_days_and_the_outlet_asked_for_count(readings: Path) -> None:
    assert run("polls", str(readings), "--since", "2024-03-01", "--until", "2024-03-01")
    for asked in (("--since", "2024-03-02"), ("--until", "2024-02-29"), ("--outlet", "Post")):
        assert "no poll" in run("polls", str(readings), *asked)
        assert "no proposal" in run("proposals", str(readings), *asked)
    wrong = CliRunner().invoke(main, ["polls", str(readings), "--since", "May"])
    assert wrong.exit_code == 2


def test_proposals_are_asked_by_a_party_of_theirs(readings: Path) -> None:
    assert "a/p1" in run("proposals", str(readings), "--party", "talvia")
    assert "no proposal" in run("proposals", str(readings), "--party", "Tal")
