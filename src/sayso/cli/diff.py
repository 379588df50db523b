"""sayso diff: what changed between the readings of two runs."""

from __future__ import annotations

from pathlib import Path

import click

from sayso.cli.asking import answer, answered, on_project, opened

COLUMNS = ("report", "kind", "change", "words", "field", "old", "new")


@click.command(short_help="Show what changed between two runs.")
@click.argument("old", type=click.IntRange(1))
@click.argument("new", type=click.IntRange(1))
@on_project
@answered
def diff(old: int, new: int, folder: Path, shape: str | None, output: Path | None) -> None:
    """Show what changed from run OLD to run NEW in the reports that both have read."""
    from sayso.store.comparing import Change

    with opened(folder) as project:
        changes = list(project.diff(old, new))
    none = f"nothing changed from run {old} to run {new} in reports that both have read"
    answer(changes, Change, shape=shape, output=output, columns=COLUMNS, none=none)
