"""sayso timeline: incidents, one after another."""

from __future__ import annotations

from pathlib import Path

import click

from sayso.cli.asking import answer, answered, ask, asked_by, on_project

COLUMNS = (
    "incident",
    "first_day",
    "last_day",
    "types",
    "statuses",
    "places",
    "parties",
    "reports",
    "independent",
)


@click.command(short_help="List incidents by day.")
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
    "text",
)
@answered
def timeline(folder: Path, shape: str | None, output: Path | None, **told: object) -> None:
    """List the incidents that several accounts seem to tell of, the latest first."""
    from sayso.store.linking import IncidentRow
    from sayso.store.project import Project

    found = ask(folder, told, Project.incidents, shape=shape, output=output)
    answer(found, IncidentRow, shape=shape, output=output, columns=COLUMNS)
