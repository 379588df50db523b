"""Opening projects, and what is refused with a clear message."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from sayso.errors import ProjectError, UsageError
from sayso.record.reading import Article, Reading
from sayso.store.database import connect, migrations
from sayso.store.project import Decision, Project, create_project, open_project


def test_a_folder_that_is_no_project_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match="is no project"):
        open_project(tmp_path)


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(ProjectError, match="not empty"):
        create_project(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_a_project_is_not_made_twice(project: Project) -> None:
    with pytest.raises(ProjectError, match="is a project already"):
        create_project(project.folder)


def test_a_newer_schema_is_refused_and_left_as_it_is(project: Project) -> None:
    project.connection.execute("PRAGMA user_version = 99")
    project.close()
    store = project.folder / "store.sqlite"
    before = store.read_bytes()
    with pytest.raises(ProjectError, match="schema 99"):
        open_project(project.folder)
    assert store.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"not a store at all, but words" * 100])
def test_a_file_that_is_no_store_is_refused(tmp_path: Path, content: bytes) -> None:
    project = create_project(tmp_path / "p")
    project.close()
    (tmp_path / "p" / "store.sqlite").write_bytes(content)
    if content:
        with pytest.raises(ProjectError, match="not a store of sayso"):
            open_project(tmp_path / "p")


def test_another_programs_sqlite_file_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.sqlite"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE reports (x)")
    connection.close()
    with pytest.raises(ProjectError, match="not a store of sayso"):
        connect(other)


def test_a_missing_store_is_named(project: Project) -> None:
    project.close()
    (project.folder / "store.sqlite").unlink()
    with pytest.raises(ProjectError, match=r"store\.sqlite is missing"):
        open_project(project.folder)


def test_originals_that_lie_outside_the_folder_are_refused(
    project: Project, tmp_path: Path
) -> None:
    project.close()
    elsewhere = tmp_path / "elsewhere"
    (project.folder / "raw").rename(elsewhere)
    (project.folder / "raw").symlink_to(elsewhere)
    with pytest.raises(ProjectError, match="leads outside"):
        open_project(project.folder)


def test_a_table_outside_the_folder_is_refused(project: Project) -> None:
    with (project.folder / "project.toml").open("a") as settings:
        settings.write('places = "../../places.csv"\n')
    with pytest.raises(ProjectError, match="leads outside"):
        open_project(project.folder)


def test_settings_that_are_no_toml_are_refused(project: Project) -> None:
    (project.folder / "project.toml").write_text("name = = 1")
    with pytest.raises(ProjectError, match=r"project\.toml cannot be read"):
        open_project(project.folder)


def test_a_project_opened_for_reading_is_not_written_to(
    project: Project, articles: list[Article]
) -> None:
    with open_project(project.folder, read_only=True) as readable:
        assert len(readable.reports()) == 4
        with pytest.raises(ProjectError, match="cannot be written to"):
            readable.add([Article("x", "y")], extract=lambda a: Reading(a.id), engine="x")


def test_a_name_with_quotes_and_lines_comes_back(tmp_path: Path) -> None:
    name = 'of "quotes" and \\ marks'
    with create_project(tmp_path / name) as project:
        assert project.settings.name == name


def test_a_run_needs_an_engine_with_a_name(project: Project) -> None:
    with pytest.raises(UsageError, match="engine"):
        project.add([], extract=lambda a: Reading(a.id), engine=" ")


def test_every_sqlite_tool_sees_the_schema_version(project: Project) -> None:
    with sqlite3.connect(project.folder / "store.sqlite") as other:
        assert other.execute("PRAGMA user_version").fetchone() == (len(migrations()),)
        assert other.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    other.close()
    assert project.connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
    assert project.connection.execute("PRAGMA secure_delete").fetchone() == (1,)


def test_decisions_are_kept_in_order_beside_the_machines_value(project: Project) -> None:
    for new in ("possible", "negated"):
        project.decide(Decision("", "Ada", "one/e1", "status", "happened", new, "the text says"))
    assert [d.new for d in project.decisions("one/e1")] == ["possible", "negated"]
    reading = project.reading("one")
    assert reading is not None and reading.events[0].status == "happened"
    assert list(project.verify()) == []
