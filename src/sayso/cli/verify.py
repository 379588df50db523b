"""sayso verify: whether everything in a project is as it was written."""

from __future__ import annotations

from pathlib import Path

import click

from sayso.cli.asking import answer, answered, on_project, opened

#: The exit code where something is not as it was written.
FAULTY = 4


@click.command(short_help="Check that nothing was changed.")
@on_project
@answered
@click.pass_context
def verify(ctx: click.Context, folder: Path, shape: str | None, output: Path | None) -> None:
    """Check every hash and every span, and the store itself. Exit code 4: a fault was found."""
    from sayso.cli.main import say
    from sayso.store.verifying import Fault

    with opened(folder) as project:
        faults = list(project.verify())
        count = project.status().counts["reports"] if not faults else 0
    if faults:
        answer(faults, Fault, shape=shape, output=output, columns=("where", "what"))
        say(f"{len(faults)} faults: go back to a copy of the project")
        ctx.exit(FAULTY)
    say(f"{count:,} reports are as they were written: every hash, every span")
