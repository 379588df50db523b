"""sayso reread: reports that an older engine read are read anew; the old readings stay."""

from __future__ import annotations

from pathlib import Path

import click

from sayso.cli.asking import on_project, opened


@click.command(short_help="Read the reports of a project anew.")
@on_project
@click.pass_context
def reread(ctx: click.Context, folder: Path) -> None:
    """Read anew every report whose reading another version of the program or model made.

    The old readings stay beside the new ones; `sayso diff` shows what changed.
    """
    from sayso.batch.one import read_one
    from sayso.cli.add import engine_of, finish

    with opened(folder, read_only=False) as project:
        counts = project.reread(
            extract=lambda article: read_one(article, hall=ctx.obj), engine=engine_of(ctx.obj)
        )
        finish(ctx, project, counts, link=counts.added > 0)
