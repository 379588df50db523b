"""sayso figures: how many, by whose count and as of which day."""

from __future__ import annotations

from pathlib import Path

import click

from sayso.cli.asking import answer, answered, ask, asked_by, on_project

COLUMNS = (
    "as_of",
    "claimant",
    "measure",
    "quantity",
    "low",
    "high",
    "counted",
    "place",
    "scope",
    "publisher",
    "report",
)


@click.command(short_help="List figures by claimant and day.")
@on_project
@asked_by(
    "since",
    "until",
    "measure",
    "place",
    "scope",
    "status",
    "party",
    "claimant",
    "source_type",
    "outlet",
    "report",
    "incident",
    "text",
)
@answered
def figures(folder: Path, shape: str | None, output: Path | None, **told: object) -> None:
    """List figures, the latest day first: how many, of what, where, on whose word."""
    from sayso.store.project import Project
    from sayso.store.questions import FigureRow

    found = ask(folder, told, Project.figures, shape=shape, output=output)
    answer(found, FigureRow, shape=shape, output=output, columns=COLUMNS)
