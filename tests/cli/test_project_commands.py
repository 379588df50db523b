"""The commands on a project, from making one to verifying it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet as parquet
import pytest
from click.testing import CliRunner, Result

from sayso.batch.one import unread
from sayso.cli.main import main
from sayso.record.reading import Article, Problem, Reading
from sayso.store.project import open_project

Run = Callable[..., Result]

REPORTS = [
    {"id": "a", "text": "Doctors said 12 people were killed in Brask. Police said 9 were killed.",
     "publisher": "Wire", "published": "2024-02-05", "title": "=1+1"},
    {"id": "b", "text": "Ministers said 15 people were killed in Tarvo this week, and many hurt.",
     "publisher": "Courier", "published": "2024-02-06"},
]  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path, run: Run) -> Path:
    source = tmp_path / "in.jsonl"
    source.write_text("\n".join(map(json.dumps, REPORTS)), encoding="utf-8")
    assert run("init", str(tmp_path / "p")).exit_code == 0
    added = run("add", "-p", str(tmp_path / "p"), str(source))
    assert added.exit_code == 0, added.output
    assert "added 2  known 0  failed 0" in added.stderr
    return tmp_path / "p"


def rows(result: Result) -> list[dict[str, object]]:
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_adding_again_adds_nothing(folder: Path, run: Run) -> None:
    again = run("add", "-p", str(folder), str(folder.parent / "in.jsonl"), "--no-link")
    assert "added 0  known 2  failed 0" in again.stderr
    assert again.exit_code == 0


def test_questions_give_json_lines_in_a_pipe(folder: Path, run: Run) -> None:
    told = rows(run("figures", "-p", str(folder), "--measure", "killed"))
    assert [(row["report"], row["claimant"], row["low"]) for row in told] == [
        ("b", "Ministers", 15), ("a", "Doctors", 12), ("a", "Police", 9),
    ]  # fmt: skip
    assert "class" in told[0] and "class_" not in told[0]
    assert rows(run("figures", "-p", str(folder), "--claimant", "police"))[0]["low"] == 9
    assert len(rows(run("statements", "-p", str(folder), "--since", "2024-02-06"))) == 1
    assert [row["report"] for row in rows(run("search", "-p", str(folder), "killed"))] == ["b", "a"]
    assert len(rows(run("events", "-p", str(folder), "--type", "ASSAULT", "--limit", "2"))) == 2
    assert rows(run("timeline", "-p", str(folder))) == []
    assert rows(run("disputes", "-p", str(folder), "--contradictions")) == []


def test_tables_csv_and_parquet_hold_the_same_rows(folder: Path, run: Run, tmp_path: Path) -> None:
    table = run("figures", "-p", str(folder), "--format", "table").stdout
    assert "Ministers" in table and "15" in table
    lines = run("search", "-p", str(folder), "brask", "--format", "csv").stdout
    (hit,) = csv.DictReader(io.StringIO(lines))
    assert hit["title"] == "'=1+1"
    out = tmp_path / "figures.parquet"
    assert run("figures", "-p", str(folder), "-o", str(out)).exit_code == 0
    assert parquet.read_table(out).column("low").to_pylist() == [15.0, 12.0, 9.0]


def test_wrong_use_is_said_on_standard_error_with_exit_code_2(folder: Path, run: Run) -> None:
    for words in (
        ("figures", "-p", str(folder), "--measure", "slain"),
        ("events", "-p", str(folder), "--since", "soon"),
        ("show", "-p", str(folder), "nothing"),
        ("diff", "-p", str(folder), "1", "9"),
        ("export", "-p", str(folder), "html", "-o", str(folder / "x.html")),
        ("export", "-p", str(folder), "jsonl", "-o", str(folder / "no" / "x.jsonl")),
    ):
        result = run(*words)
        assert result.exit_code == 2, words
        assert result.stdout == "" and "error E-" in result.stderr


def test_adding_names_reports_without_a_day_and_of_a_day_to_come(folder: Path, run: Run) -> None:
    more = [{"id": "c", "text": "Doctors said 3 people were killed in Orla on Monday, aides said."},
            {"id": "d", "text": "Police said that 4 people were killed in Brask on the same day.",
             "date": "2999-01-05"}]  # fmt: skip
    source = folder.parent / "more.jsonl"
    source.write_text("\n".join(map(json.dumps, more)), encoding="utf-8")
    told = run("add", "-p", str(folder), str(source), "--outlet", "The Lake Post").stderr
    assert "1 without a day of publication (c)" in told and "--date" in told
    assert "1 of a day to come (d)" in told
    again = run("add", "-p", str(folder), str(source)).stderr
    assert "without a day" not in again
    page = run("status", "-p", str(folder), "--format", "table").stdout
    assert "The Lake Post 2" in page and "Wire 1" in page and "without a day 1" in page


def test_what_a_run_has_not_read_or_changed_is_said_so(folder: Path, run: Run) -> None:
    unread = run("show", "-p", str(folder), "a", "--run", "7")
    assert unread.exit_code == 2 and "run 7 has not read the report 'a'" in unread.stderr
    same = run("diff", "-p", str(folder), "1", "1")
    assert same.exit_code == 0
    assert "nothing changed from run 1 to run 1" in same.stderr


def test_no_project_is_exit_code_1_with_advice(tmp_path: Path, run: Run) -> None:
    result = run("status", "-p", str(tmp_path))
    assert result.exit_code == 1
    assert "is no project" in result.stderr and "sayso init" in result.stderr


def test_show_gives_the_record_of_a_report(folder: Path, run: Run) -> None:
    (reading,) = rows(run("show", "-p", str(folder), "a"))
    assert reading["id"] == "a" and len(reading["figures"]) == 2  # type: ignore[arg-type]
    assert "Doctors" in run("show", "-p", str(folder), "a", "--format", "table").stdout


def test_failures_are_listed_and_tried_again(tmp_path: Path, run: Run) -> None:
    def broken(article: Article) -> Reading:
        return unread(article, Problem("crashed", "out of luck"))

    folder, source = tmp_path / "p", tmp_path / "in.jsonl"
    source.write_text("\n".join(map(json.dumps, REPORTS)), encoding="utf-8")
    run("init", str(folder))
    added = CliRunner().invoke(main, ["add", "-p", str(folder), str(source)], obj=broken)
    assert added.exit_code == 3
    told = rows(run("errors", "-p", str(folder)))
    assert [(row["report"], row["stage"], row["code"]) for row in told] == [
        ("a", "extract", "crashed"), ("b", "extract", "crashed"),
    ]  # fmt: skip
    retried = run("retry", "-p", str(folder))
    assert retried.exit_code == 0 and "added 2" in retried.stderr
    mended = run("errors", "-p", str(folder))
    assert rows(mended) == [] and "no report failed" in mended.stderr


def test_a_file_that_could_not_be_read_is_read_again_by_retry(tmp_path: Path, run: Run) -> None:
    folder, source = tmp_path / "p", tmp_path / "story.txt"
    source.write_bytes(b"")
    run("init", str(folder))
    assert run("add", "-p", str(folder), str(source)).exit_code == 3
    listed = run("errors", "-p", str(folder))
    (failure,) = rows(listed)
    assert failure["origin"] == str(source)
    assert "empty: check that the file holds the report's text" in listed.stderr
    source.write_text("Doctors said 12 people were killed in the town of Brask on that day.")
    assert run("retry", "-p", str(folder)).exit_code == 0
    assert len(rows(run("figures", "-p", str(folder)))) == 1
    assert rows(run("errors", "-p", str(folder))) == []


def test_a_newer_reading_stands_beside_the_old_one(folder: Path, run: Run) -> None:
    def newer(article: Article) -> Reading:
        return unread(article)

    from sayso.store.project import open_project

    with open_project(folder) as project:
        project.connection.execute("UPDATE runs SET engine = 'older'")
    again = CliRunner().invoke(main, ["reread", "-p", str(folder)], obj=newer)
    assert again.exit_code == 0, again.output
    changes = rows(run("diff", "-p", str(folder), "1", "2"))
    assert {change["change"] for change in changes} == {"removed"}
    assert len(rows(run("show", "-p", str(folder), "a", "--run", "1"))[0]["figures"]) == 2  # type: ignore[arg-type]


def test_exports_write_whole_files(folder: Path, run: Run, tmp_path: Path) -> None:
    from sayso.cli.export import FORMATS
    from sayso.export.formats import names

    assert set(FORMATS) == {*names(), "html"}
    for form in names():
        out = tmp_path / f"{form}.out"
        result = run("export", "-p", str(folder), form, "-o", str(out), "--outlet", "Wire")
        assert result.exit_code == 0, result.output
        assert out.stat().st_size > 0 or form.startswith("jsonl-")
        assert result.stdout == ""
    lines = (tmp_path / "jsonl.out").read_text("utf-8").splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["a"]


def test_verify_says_that_all_is_well_or_exits_with_4(folder: Path, run: Run) -> None:
    fine = run("verify", "-p", str(folder))
    assert fine.exit_code == 0 and "2 reports are as they were written" in fine.stderr
    from sayso.store.project import open_project

    with open_project(folder) as project:
        project.connection.execute("UPDATE reports SET text = 'x' || text WHERE id = 'a'")
    faulty = run("verify", "-p", str(folder))
    assert faulty.exit_code == 4 and "report a" in faulty.stdout


def test_status_counts_what_is_there(folder: Path, run: Run) -> None:
    (told,) = rows(run("status", "-p", str(folder)))
    assert (told["kind"], told["added"], told["failed"]) == ("add", 2, 0)
    page = run("status", "-p", str(folder), "--format", "table").stdout
    assert "2 reports, 2024-02-05 to 2024-02-06" in page


def test_an_incident_is_shown_and_written_as_a_page(tmp_path: Path, run: Run) -> None:
    text = "Doctors said 12 people were killed when a bomb hit the fish market in Tarvo on Sunday"
    folder, source = tmp_path / "p", tmp_path / "in.jsonl"
    told = [
        {"id": id, "text": f"{text}{tail}.", "published": "2024-02-05", "publisher": id}
        for id, tail in (("a", " at noon"), ("b", ", and fires burned"))
    ]
    source.write_text("\n".join(map(json.dumps, told)), encoding="utf-8")
    run("init", str(folder))
    run("add", "-p", str(folder), str(source))
    (incident,) = rows(run("timeline", "-p", str(folder)))
    assert incident["reports"] == 2
    shown = rows(run("show", "-p", str(folder), str(incident["incident"])))
    assert {row.get("report") for row in shown} >= {"a", "b"}
    out = tmp_path / "page.html"
    words = ("export", "-p", str(folder), "html", "--incident", str(incident["incident"]))
    assert run(*words, "-o", str(out)).exit_code == 0
    assert out.read_text("utf-8").count("<article>") == 2


def test_the_first_letters_name_an_incident(folder: Path, run: Run) -> None:
    with open_project(folder) as project:
        key = project.connection.execute("SELECT min(key) FROM reports").fetchone()[0]
        project.connection.executemany(
            "INSERT INTO incidents (report, event, id) VALUES (?, ?, ?)",
            [(key, "e1", "i-0a1"), (key, "e2", "i-0b2")],
        )
        project.connection.commit()
    found = rows(run("show", "-p", str(folder), "i-0a", "--format", "jsonl"))
    assert {row["incident"] for row in found if "trigger_text" in row} == {"i-0a1"}
    several = run("show", "-p", str(folder), "i-0")
    assert several.exit_code == 2 and "i-0a1, i-0b2" in several.stderr
