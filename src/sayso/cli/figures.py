"""sayso figures: how many, by whose count and as of which day."""

from __future__ import annotations

from pathlib import Path

import click

from sayso.cli.asking import (
    SCREEN,
    answer,
    answered,
    asked_by,
    on_project,
    opened,
    shape_of,
    wanted,
)

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
    from sayso.store.questions import FigureRow

    if shape_of(shape, output) == "table":
        told["limit"] = told["limit"] or SCREEN
    with opened(folder) as project:
        found = project.figures(wanted(told))
    answer(found, FigureRow, shape=shape, output=output, columns=COLUMNS)
