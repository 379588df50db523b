"""sayso statements: who says what."""

from __future__ import annotations

from pathlib import Path

import click

from sayso.cli.asking import answer, answered, ask, asked_by, on_project

COLUMNS = ("published", "claimant", "act", "content", "source_type", "chain", "publisher", "report")


@click.command(short_help="List who says what.")
@on_project
@asked_by("since", "until", "act", "party", "claimant", "source_type", "outlet", "report", "text")
@answered
def statements(folder: Path, shape: str | None, output: Path | None, **told: object) -> None:
    """List statements, those of the newest report first."""
    from sayso.store.project import Project
    from sayso.store.questions import StatementRow

    found = ask(folder, told, Project.statements, shape=shape, output=output)
    answer(found, StatementRow, shape=shape, output=output, columns=COLUMNS)
