"""sayso retry: what failed is tried again."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.asking import on_project, opened

if TYPE_CHECKING:
    from sayso.store.adding import Failure
    from sayso.store.project import Project


@click.command(short_help="Try again what failed.")
@on_project
@click.pass_context
def retry(ctx: click.Context, folder: Path) -> None:
    """Read again the reports that `sayso errors` lists: from their files, or as they were kept."""
    from sayso.batch.one import read_one
    from sayso.cli.add import add_files, engine_of, finish, incoming
    from sayso.store.adding import Counts

    with opened(folder, read_only=False) as project:
        before = {f.report: f for f in project.errors() if f.stage == "read" and f.origin}
        paths = (Path(f.origin or "") for f in before.values())
        there = dict.fromkeys(path for path in paths if path.is_file())
        first = Counts(0)
        if there:
            first = add_files(project, incoming(there, "auto", None), jobs=1, hall=ctx.obj)
            forget_mended(project, before, there)
        second = project.retry(
            extract=lambda article: read_one(article, hall=ctx.obj), engine=engine_of(ctx.obj)
        )
        added = first.added + second.added
        counts = Counts(second.run, added, second.known, len(project.errors()))
        finish(ctx, project, counts, link=added > 0)


def forget_mended(project: Project, before: Mapping[str, Failure], read: Collection[Path]) -> None:
    """Take off the list what did not fail once more: a mended file may hold another report."""
    for now in project.errors():
        then = before.get(now.report)
        if then is not None and then.tries == now.tries and Path(then.origin or "") in read:
            project.forget_failure(now.report)
