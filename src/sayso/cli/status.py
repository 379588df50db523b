"""sayso status: what is in a project, and the runs that put it there."""

from __future__ import annotations

from pathlib import Path

import click

from sayso.cli.asking import answer, answered, on_project, opened, shape_of

COLUMNS = ("id", "kind", "engine", "started", "finished", "added", "known", "failed")


@click.command(short_help="Show what is in a project.")
@on_project
@answered
def status(folder: Path, shape: str | None, output: Path | None) -> None:
    """Show how much is in the project, from where and when, and its runs.

    The formats other than table give the runs.
    """
    from sayso.store.journal import Run

    with opened(folder) as project:
        told = project.status()
    if shape_of(shape, output) == "table":
        days = f"{told.first_day} to {told.last_day}" if told.first_day else "no day is known"
        days += f", without a day {told.undated:,}" if told.undated else ""
        click.echo(f"{told.name}: {told.counts['reports']:,} reports, {days}")
        for name, count in told.counts.items():
            click.echo(f"  {name:12}{count:10,}")
        for name, counts in (("outlets", told.outlets), ("languages", told.languages)):
            most = list(counts.items())[:8]
            click.echo(f"  {name}: " + ", ".join(f"{k or 'not known'} {n:,}" for k, n in most))
    answer(told.runs, Run, shape=shape, output=output, columns=COLUMNS)
