"""sayso disputes: findings that are at odds."""

from __future__ import annotations

from pathlib import Path

import click

from sayso.cli.asking import answer, answered, ask, asked_by, on_project

COLUMNS = ("published", "a", "a_claimant", "a_words", "b", "b_claimant", "b_words", "reasons")


@click.command(short_help="List what is disputed.")
@on_project
@asked_by("since", "until", "place", "party", "outlet", "report", "incident", "text")
@answered
def disputes(folder: Path, shape: str | None, output: Path | None, **told: object) -> None:
    """List claims with their denials, blame both ways, and numbers that exclude each other."""
    from sayso.store.linking import DisputeRow
    from sayso.store.project import Project

    found = ask(folder, told, Project.disputes, shape=shape, output=output)
    answer(found, DisputeRow, shape=shape, output=output, columns=COLUMNS)
