"""Adding reports: whole or not at all, once, and with a list of what failed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.errors import ModelError, ProjectError
from sayso.record.findings import Event
from sayso.record.reading import Article, Problem, Reading
from sayso.record.span import Span
from sayso.store.adding import Incoming
from sayso.store.filters import Filter
from sayso.store.project import Project, create_project, open_project

Extract = Callable[[Article], Reading]


def test_the_same_reports_are_added_once(
    project: Project, articles: list[Article], extract: Extract
) -> None:
    counts = project.add(articles, extract=extract, engine="by hand")
    assert (counts.added, counts.known, counts.failed) == (0, 4, 0)
    assert project.status().counts["reports"] == 4


def test_a_reading_comes_back_as_it_was_stored(
    project: Project, pairs: dict[str, tuple[Article, Reading]]
) -> None:
    for article, reading in pairs.values():
        assert project.reading(article.id) == reading
        assert project.article(article.id) == article
        assert project.original(article.id) == article.text.encode()


def test_the_original_bytes_are_kept(tmp_path: Path) -> None:
    project = create_project(tmp_path / "p")
    page = b"<p>A page.</p>" * 50
    incoming = Incoming(Article("a", "A page."), "a.html", page)
    project.add([incoming], extract=lambda a: Reading(a.id), engine="x")
    assert project.original("a") == page
    assert len(list(project.vault.hashes())) == 1


def test_the_same_id_with_another_text_is_refused_and_the_first_text_kept(
    project: Project, articles: list[Article], extract: Extract
) -> None:
    other = replace(articles[0], text="Another text.")
    counts = project.add([other, *articles], extract=extract, engine="by hand")
    assert (counts.known, counts.failed) == (4, 1)
    assert project.article("one") == articles[0]
    (failure,) = project.errors()
    assert failure.code == "E-SAME-ID"
    assert "another text" in failure.message


def test_a_report_that_is_given_a_day_takes_the_place_of_the_one_without(tmp_path: Path) -> None:
    bare = Article("a", "Shots were fired on Monday.", language="en")
    dated = replace(bare, published="2024-02-06")
    with create_project(tmp_path / "p") as project:

        def add(article: Article) -> int:
            return project.add([article], extract=lambda a: Reading(a.id), engine="x").added

        assert [add(one) for one in (bare, bare, dated, bare, dated)] == [1, 0, 1, 0, 0]
        assert project.is_known(bare) and not project.is_known(replace(bare, publisher="Wire"))
        assert add(replace(bare, publisher="Wire")) == 1
        assert project.article("a") == replace(dated, publisher="Wire")
        assert project.status().counts["reports"] == 1 and project.status().undated == 0
        assert [row.report for row in project.reports()] == ["a"]
        assert list(project.verify()) == []


def test_what_fails_is_listed_and_the_rest_goes_on_and_a_retry_mends_it(
    tmp_path: Path, articles: list[Article], extract: Extract
) -> None:
    def broken(article: Article) -> Reading:
        if article.id == "two":
            return Reading(article.id, problems=(Problem("crashed", "out of luck"),))
        return extract(article)

    project = create_project(tmp_path / "p")
    given = [Incoming(a, f"{a.id}.html", b"page of " + a.id.encode()) for a in articles]
    counts = project.add(given, extract=broken, engine="by hand")
    assert (counts.added, counts.failed) == (3, 1)
    (failure,) = project.errors()
    assert (failure.report, failure.stage, failure.code) == ("two", "extract", "crashed")
    assert failure.origin == "two.html"
    assert project.retry(extract=broken, engine="by hand").failed == 1
    assert project.errors()[0].tries == 2
    assert project.retry(extract=extract, engine="by hand").added == 1
    assert project.errors() == []
    assert project.original("two") == b"page of two"


def test_an_article_that_could_not_be_read_is_listed_and_never_extracted(tmp_path: Path) -> None:
    def never(article: Article) -> Reading:
        raise AssertionError(article.id)

    project = create_project(tmp_path / "p")
    lost = Article("a", "", problems=(Problem("no-text", "bytes of a picture"),))
    assert project.add([Incoming(lost, "a.png")], extract=never, engine="x").failed == 1
    (failure,) = project.errors()
    assert (failure.stage, failure.code, failure.origin) == ("read", "no-text", "a.png")


def test_a_reading_whose_span_is_not_verbatim_is_refused(
    tmp_path: Path, articles: list[Article]
) -> None:
    def wrong(article: Article) -> Reading:
        return Reading(article.id, events=(Event("e1", Span(0, 5, "never"), "AID"),))

    project = create_project(tmp_path / "p")
    assert project.add(articles[:1], extract=wrong, engine="x").failed == 1
    assert project.errors()[0].code == "E-SPAN"
    assert project.reports() == []


def test_a_text_with_half_a_character_is_listed(tmp_path: Path) -> None:
    project = create_project(tmp_path / "p")
    counts = project.add([Article("a\ud800", "b\ud800")], extract=lambda a: Reading(a.id),
                         engine="x")  # fmt: skip
    assert counts.failed == 1
    assert project.errors()[0].code == "E-TEXT"


def test_an_error_of_ours_ends_the_run_and_keeps_what_was_added(
    tmp_path: Path, articles: list[Article], extract: Extract
) -> None:
    def without_model(article: Article) -> Reading:
        if article.id == "three":
            raise ModelError("the weights are missing")
        return extract(article)

    project = create_project(tmp_path / "p")
    with pytest.raises(ModelError):
        project.add(articles, extract=without_model, engine="x")
    assert [row.report for row in project.reports()] == ["two", "one"]
    (run,) = project.runs()
    assert (run.added, run.finished) == (2, None)


def test_reading_again_keeps_the_old_reading_and_tells_what_changed(
    project: Project, articles: list[Article], extract: Extract
) -> None:
    def newer(article: Article) -> Reading:
        reading = extract(article)
        events = tuple(replace(e, status="possible") for e in reading.events)
        figures = reading.figures if article.id != "two" else ()
        return replace(reading, events=events, figures=figures)

    counts = project.reread(extract=newer, engine="newer")
    assert counts.added == 4
    assert project.reread(extract=newer, engine="newer").added == 0
    changes = list(project.diff(1, counts.run))
    assert [(c.report, c.change, c.field, c.old, c.new) for c in changes] == [
        ("one", "changed", "status", "happened", "possible"),
        ("two", "removed", None, None, None),
        ("three", "changed", "status", "happened", "possible"),
    ]
    old = project.reading("one", 1)
    assert old is not None and old.events[0].status == "happened"
    assert len(project.events(Filter(status="possible"))) == 2
    assert list(project.verify()) == []


def test_ids_that_shift_are_no_change(
    project: Project, pairs: dict[str, tuple[Article, Reading]]
) -> None:
    def renamed(article: Article) -> Reading:
        reading = pairs[article.id][1]
        rename = {s.id: f"x{s.id}" for s in reading.statements}
        return replace(
            reading,
            statements=tuple(replace(s, id=rename[s.id]) for s in reading.statements),
            events=tuple(
                replace(e, statement=rename.get(e.statement or "")) for e in reading.events
            ),
            figures=tuple(
                replace(f, statement=rename.get(f.statement or "")) for f in reading.figures
            ),
        )

    run = project.reread(extract=renamed, engine="newer").run
    assert list(project.diff(1, run)) == []


def test_a_second_process_can_write_while_the_first_has_the_project_open(
    project: Project, articles: list[Article], extract: Extract
) -> None:
    with open_project(project.folder) as other:
        other.add([Article("five", "One more.")], extract=lambda a: Reading(a.id), engine="x")
        project.add([Article("six", "And more.")], extract=lambda a: Reading(a.id), engine="x")
        assert other.status().counts["reports"] == 6


def test_a_writer_that_waited_in_vain_says_so_and_changes_nothing(project: Project) -> None:
    other = open_project(project.folder, patience=0.05)
    project.connection.execute("BEGIN IMMEDIATE")
    with pytest.raises(ProjectError, match="being written to by another program"):
        other.add([Article("five", "One more.")], extract=lambda a: Reading(a.id), engine="x")
    project.connection.execute("ROLLBACK")
    assert other.status().counts["reports"] == 4
    other.close()


def test_a_full_disk_is_said_and_loses_nothing_that_was_there(project: Project) -> None:
    (pages,) = project.connection.execute("PRAGMA page_count").fetchone()
    project.connection.execute(f"PRAGMA max_page_count = {pages}")
    long = Article("long", "A long line. " * 40_000)
    with pytest.raises(ProjectError, match="disk is full"):
        project.add([long], extract=lambda a: Reading(a.id), engine="x")
    project.connection.execute("PRAGMA max_page_count = 1000000")
    assert list(project.verify()) == []
    assert project.status().counts["reports"] == 4
    counts = project.add([long], extract=lambda a: Reading(a.id), engine="x")
    assert counts.added == 1
