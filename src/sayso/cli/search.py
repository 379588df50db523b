"""sayso search: words to the reports in which they stand."""

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

COLUMNS = ("published", "publisher", "title", "snippet", "report")


@click.command(short_help="Find reports by their words.")
@click.argument("words", nargs=-1, required=True)
@on_project
@asked_by("since", "until", "place", "party", "outlet", "incident")
@answered
def search(
    words: tuple[str, ...], folder: Path, shape: str | None, output: Path | None, **told: object
) -> None:
    """Find the reports in which all WORDS stand, newest first.

    "Words in quotes" stand in this order; OR and NOT join; a star stands for any ending.
    """
    from sayso.store.questions import Hit

    if shape_of(shape, output) == "table":
        told["limit"] = told["limit"] or SCREEN
    with opened(folder) as project:
        found = project.search(" ".join(words), wanted(told))
    answer(found, Hit, shape=shape, output=output, columns=COLUMNS)
