"""sayso errors: the reports that failed, and why."""

from __future__ import annotations

from pathlib import Path

import click

from sayso.cli.asking import answer, answered, on_project, opened

COLUMNS = ("report", "stage", "code", "message", "origin", "tries")


@click.command(short_help="List what failed and why.")
@on_project
@click.option("--forget", metavar="ID", help="Take this report off the list.")
@answered
def errors(folder: Path, forget: str | None, shape: str | None, output: Path | None) -> None:
    """List the reports that failed: at which stage, with which code, and why.

    What to do about each kind is said on standard error.
    """
    from sayso.cli.main import say
    from sayso.read.problems import FAILURES
    from sayso.store.adding import Failure

    with opened(folder, read_only=forget is None) as project:
        if forget is not None:
            project.forget_failure(forget)
        found = project.errors()
    none = "no report failed"
    answer(found, Failure, shape=shape, output=output, columns=COLUMNS, none=none)
    for code in sorted({failure.code for failure in found} & FAILURES.keys()):
        say(f"{code}: {FAILURES[code]}")
