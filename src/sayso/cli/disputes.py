"""sayso disputes: findings that are at odds."""

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

COLUMNS = ("published", "a_claimant", "a_words", "b_claimant", "b_words", "reasons")


@click.command(short_help="List what is disputed.")
@on_project
@asked_by("since", "until", "place", "party", "outlet", "report", "incident", "text")
@answered
def disputes(folder: Path, shape: str | None, output: Path | None, **told: object) -> None:
    """List claims with their denials, blame both ways, and numbers that exclude each other."""
    from sayso.store.linking import DisputeRow

    if shape_of(shape, output) == "table":
        told["limit"] = told["limit"] or SCREEN
    with opened(folder) as project:
        found = project.disputes(wanted(told))
    answer(found, DisputeRow, shape=shape, output=output, columns=COLUMNS)
