"""sayso show: one report with its record, or one incident with all its accounts."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.asking import on_project, opened

if TYPE_CHECKING:
    from sayso.store.project import Project


@click.command(short_help="Show a report, or an incident with its accounts.")
@click.argument("id")
@on_project
@click.option("--run", type=click.IntRange(1), help="As this run read it.")
@click.option("--format", "shape", type=click.Choice(["table", "jsonl"]), help="As for read.")
def show(id: str, folder: Path, run: int | None, shape: str | None) -> None:
    """Show the report or the incident of that ID.

    Of an incident the first letters of its id are enough.
    """
    from sayso.cli.terminal import show as page
    from sayso.errors import UsageError
    from sayso.record.written import write_reading

    with opened(folder) as project:
        article, reading = project.article(id), project.reading(id, run)
        if article is not None and reading is not None:
            as_json = shape == "jsonl" or (shape is None and not sys.stdout.isatty())
            written = write_reading(reading) + "\n" if as_json else None
            click.echo(written or page(article.text, reading, to=sys.stdout), nl=False)
            return
        if article is not None and run is not None:
            raise UsageError(
                f"run {run} has not read the report {id!r}", "`sayso status` lists the runs."
            )
        if run is not None or not show_incident(project, id, shape):
            raise UsageError(
                f"there is no report or incident {id!r}", "`sayso search` and `timeline` list them."
            )


def show_incident(project: Project, id: str, shape: str | None) -> bool:
    """Show the events, figures, accounts and disputes of an incident, if there is one."""
    from sayso.cli.answers import write_answers
    from sayso.cli.disputes import COLUMNS as DISPUTES
    from sayso.cli.events import COLUMNS as EVENTS
    from sayso.cli.figures import COLUMNS as FIGURES
    from sayso.link.figures import Range
    from sayso.store.filters import Filter
    from sayso.store.linking import DisputeRow
    from sayso.store.questions import EventRow, FigureRow

    id = project.incident_of(id) or id
    asked = Filter(incident=id)
    events = project.events(asked)
    if not events:
        return False
    form = shape or ("table" if sys.stdout.isatty() else "jsonl")
    write_answers(events, EventRow, form, None, EVENTS)
    write_answers(project.figures(asked), FigureRow, form, None, FIGURES)
    columns = ("claimant", "measure", "kind", "low", "high", "counts")
    write_answers(project.accounts(id), Range, form, None, columns)
    write_answers(project.disputes(asked), DisputeRow, form, None, DISPUTES)
    return True
