"""sayso events: who did what to whom, and whether it happened."""

from __future__ import annotations

from pathlib import Path

import click

from sayso.cli.asking import answer, answered, ask, asked_by, on_project

COLUMNS = (
    "first_day",
    "last_day",
    "type",
    "mode",
    "status",
    "actors",
    "trigger_text",
    "targets",
    "place",
    "claimant",
    "report",
)


@click.command(short_help="List events with their status.")
@on_project
@asked_by(
    "since",
    "until",
    "type",
    "mode",
    "status",
    "place",
    "party",
    "claimant",
    "source_type",
    "outlet",
    "report",
    "incident",
    "text",
)
@answered
def events(folder: Path, shape: str | None, output: Path | None, **told: object) -> None:
    """List events, those of the newest report first, with their status and on whose word."""
    from sayso.store.project import Project
    from sayso.store.questions import EventRow

    found = ask(folder, told, Project.events, shape=shape, output=output)
    answer(found, EventRow, shape=shape, output=output, columns=COLUMNS)
