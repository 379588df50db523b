"""The page on the store names every table and column."""

from __future__ import annotations

from pathlib import Path

from sayso.store.project import Project

PAGE = (Path(__file__).parents[2] / "docs" / "store.md").read_text(encoding="utf-8")


def test_every_table_and_column_is_in_the_document(project: Project) -> None:
    tables = project.connection.execute(
        """SELECT name FROM sqlite_master WHERE type = 'table'
           AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'reports_fts_%'"""
    ).fetchall()
    assert len(tables) > 12
    for (table,) in tables:
        assert f"`{table}`" in PAGE, table
        for _, column, *_ in project.connection.execute(f"PRAGMA table_info({table})"):
            assert f"`{column}`" in PAGE, f"{table}.{column}"
