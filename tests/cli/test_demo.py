"""Tests of sayso demo and of the sample reports."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

from sayso.cli.demo import SAMPLES, SHELLING, SHOWN
from sayso.read.files import read_files
from sayso.store.project import open_project

Run = Callable[..., Result]


def test_the_demo_shows_a_reading_sums_up_and_keeps_a_project(run: Run, tmp_path: Path) -> None:
    result = run("demo", "--to", str(tmp_path / "demo"))
    assert result.exit_code == 0, result.stderr
    assert SHOWN in result.stdout
    assert "nothing merged" in result.stdout
    assert "What to do next" in result.stdout
    readings = (tmp_path / "demo" / "readings.jsonl").read_text().splitlines()
    reports = (tmp_path / "demo" / "reports.jsonl").read_text().splitlines()
    assert [json.loads(r)["id"] for r in readings] == [json.loads(r)["id"] for r in reports]
    assert (tmp_path / "demo" / "report.html").read_text().count("<article ") == len(reports)
    with open_project(tmp_path / "demo" / "project") as project:
        assert len(project.reports()) == len(reports)
        assert not list(project.verify())


def test_the_samples_are_enough_and_fit_to_be_read() -> None:
    found = list(read_files([SAMPLES]))
    assert len(found) >= 24
    assert len({a.id for a in found}) == len(found)
    for article in found:
        assert not article.problems
        assert article.title and article.publisher and article.published
        assert article.published < "2000"
    assert sum(a.id.startswith(SHELLING) for a in found) >= 2


def test_every_sample_has_its_marks() -> None:
    gold = Path(__file__).parent.parent / "golden" / "samples.gold.jsonl"
    marked = {json.loads(line)["id"] for line in gold.read_text().splitlines()}
    assert marked == {a.id for a in read_files([SAMPLES])}
