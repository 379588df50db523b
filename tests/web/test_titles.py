"""What reports are called on the pages."""

from __future__ import annotations

from pathlib import Path

from sayso.batch.one import unread
from sayso.record.reading import Article
from sayso.store.project import create_project
from sayso.web.titles import names_of


def test_a_report_without_a_title_is_called_by_its_first_line(tmp_path: Path) -> None:
    articles = [
        Article("a", "Guns fall silent.\n\nORLA - The army said so.", published="2024-03-01"),
        Article("b", "The army said so.", title="A truce", published="2024-03-02"),
    ]
    with create_project(tmp_path / "p") as project:
        project.add(articles, extract=unread, engine="by hand")
        names = names_of(project, project.reports())
    assert names == {"a": "Guns fall silent.", "b": "A truce"}
