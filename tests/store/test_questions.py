"""Questions to a project, by every filter."""

from __future__ import annotations

import sqlite3
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import UsageError
from sayso.record.reading import Article, Reading
from sayso.store.filters import Filter, country_code, search_words
from sayso.store.project import Project, create_project


def ids(rows: list[object]) -> list[str]:
    return [f"{row.report}/{row.id}" for row in rows]  # type: ignore[attr-defined]


def test_reports_come_newest_first_and_undated_ones_last(project: Project) -> None:
    assert [row.report for row in project.reports()] == ["three", "two", "one", "four"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (Filter(measure="killed"), ["two/f1", "one/f1"]),
        (Filter(measure="killed", scope="total"), ["two/f1"]),
        (Filter(place="Gaza Strip"), ["two/f1", "one/f1"]),
        (Filter(place="rafah"), ["one/f1"]),
        (Filter(place="PSE"), ["two/f1", "one/f1"]),
        (Filter(place="Lebanon"), []),
        (Filter(claimant="Health Ministry"), ["two/f1", "one/f1"]),
        (Filter(claimant="Meridian"), []),
        (Filter(party="Israeli army"), ["one/f1"]),
        (Filter(source_type="organisation,state"), ["two/f1", "one/f1"]),
        (Filter(since="2024-02-05"), ["two/f1"]),
        (Filter(until="2024-02-04"), ["one/f1"]),
        (Filter(outlet="harbour wire"), ["one/f1"]),
        (Filter(text="shells"), ["one/f1"]),
        (Filter(report="two"), ["two/f1"]),
        (Filter(status="negated"), []),
        (Filter(limit=1, offset=1), ["one/f1"]),
    ],
)
def test_figures_are_filtered(project: Project, asked: Filter, found: list[str]) -> None:
    assert ids(list(project.figures(asked))) == found


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (Filter(type="PROTEST"), ["three/e1"]),
        (Filter(type="PROTEST,ASSAULT"), ["three/e1", "one/e1"]),
        (Filter(mode="heavy-weapons"), ["one/e1"]),
        (Filter(place="southern Lebanon"), ["three/e1"]),
        (Filter(party="ISR"), ["one/e1"]),
        (Filter(party="Israel Defense Forces"), ["one/e1"]),
        (Filter(claimant="Harbour Wire"), ["three/e1"]),
    ],
)
def test_events_are_filtered(project: Project, asked: Filter, found: list[str]) -> None:
    assert ids(list(project.events(asked))) == found


def test_a_figure_without_a_place_counts_where_its_event_is(project: Project) -> None:
    (figure,) = project.figures(Filter(report="one"))
    assert (figure.place, figure.where_admin1, figure.as_of) == (
        "Rafah", "Gaza Strip", "2024-02-04",
    )  # fmt: skip
    assert (figure.low, figure.high) == (12, None)


def test_statements_are_asked_by_act(project: Project) -> None:
    (denial,) = project.statements(Filter(act="denies"))
    assert (denial.claimant, denial.content) == ("Israel", "it hits civilians")
    assert denial.anonymous is False


def test_reports_are_asked_by_what_they_name(project: Project) -> None:
    assert [r.report for r in project.reports(Filter(place="Gaza Strip"))] == ["two", "one"]
    assert [r.report for r in project.reports(Filter(party="Health Ministry"))] == ["two", "one"]


def test_places_are_counted_by_report(project: Project) -> None:
    assert [(p.name, p.reports) for p in project.places()] == [("Gaza Strip", 1), ("Rafah", 1)]


def test_a_filter_that_a_question_does_not_have_is_refused(project: Project) -> None:
    with pytest.raises(UsageError, match="statements cannot be asked by measure"):
        project.statements(Filter(measure="killed"))


@pytest.mark.parametrize(
    "asked",
    [Filter(measure="slain"), Filter(since="yesterday"), Filter(place="!!"), Filter(party="?")],
)
def test_a_value_that_is_none_is_refused(project: Project, asked: Filter) -> None:
    with pytest.raises(UsageError):
        project.figures(asked)


def test_a_search_finds_words_phrases_and_beginnings(project: Project) -> None:
    def found(words: str) -> list[str]:
        return [hit.report for hit in project.search(words)]

    assert found("killed") == ["two", "one"]
    assert found('"killed at least"') == ["one"]
    assert found("health NOT shells") == ["two"]
    assert found("shells OR marched") == ["three", "one"]
    assert found("palest*") == ["two"]
    assert found("nowhere") == []
    assert "[killed]" in project.search("killed")[0].snippet


INDEX = sqlite3.connect(":memory:")
INDEX.execute("CREATE VIRTUAL TABLE t USING fts5 (x)")


@given(st.text(max_size=40))
def test_no_search_is_an_error_of_the_database(words: str) -> None:
    try:
        asked = search_words(words)
    except UsageError:
        return
    assert INDEX.execute("SELECT rowid FROM t WHERE t MATCH ?", (asked,)).fetchall() == []


def test_a_country_is_known_by_name_and_code() -> None:
    assert country_code("Lebanon") == country_code("LBN") == "LBN"
    assert country_code("Atlantis") is None
    assert country_code("ZZZ") is None


def test_every_filter_is_answered_by_some_question(tmp_path: Path) -> None:
    project = create_project(tmp_path / "p")
    project.add([Article("a", "b")], extract=lambda a: Reading(a.id), engine="x")
    values = {"since": "2024-01-01", "until": "2024-01-01", "type": "AID", "mode": "demo",
              "status": "happened", "measure": "killed", "scope": "total", "act": "states",
              "state": "offered", "source_type": "state"}  # fmt: skip
    asks = (project.reports, project.statements, project.events, project.figures,
            project.proposals, project.places)  # fmt: skip
    for field in fields(Filter):
        if field.name in ("copies", "limit", "offset"):
            continue
        answered = 0
        for ask in asks:
            try:
                ask(Filter(**{field.name: values.get(field.name, "word")}))
                answered += 1
            except UsageError:
                continue
        assert answered, field.name
