"""sayso disputes: findings that are at odds."""

from __future__ import annotations

from pathlib import Path

import click

from sayso.cli.asking import answer, answered, ask, asked_by, on_project

COLUMNS = ("published", "a", "a_claimant", "a_words", "b", "b_claimant", "b_words", "reasons")


@click.command(short_help="List what is disputed.")
@on_project
@asked_by("since", "until", "place", "party", "outlet", "report", "incident", "text")
@click.option(
    "--contradictions", is_flag=True, help="Also counts of different days that exclude each other."
)
@answered
def disputes(
    folder: Path, shape: str | None, output: Path | None, contradictions: bool, **told: object
) -> None:
    """List claims with their denials, blame both ways, and numbers that exclude each other.

    Numbers are those of one day, unless --contradictions is given.
    """
    from functools import partial

    from sayso.store.linking import DisputeRow
    from sayso.store.project import Project

    question = partial(Project.disputes, contradictions=contradictions)
    found = ask(folder, told, question, shape=shape, output=output)
    answer(found, DisputeRow, shape=shape, output=output, columns=COLUMNS)
