"""sayso init: a folder to a new project."""

from __future__ import annotations

from pathlib import Path

import click


@click.command(short_help="Make a project.")
@click.argument("folder", type=click.Path(path_type=Path))
def init(folder: Path) -> None:
    """Make a project in FOLDER, which must be new or empty."""
    from sayso.cli.main import say
    from sayso.store.project import create_project

    with create_project(folder) as project:
        say(f"made {project.folder}; add reports with: sayso add -p {folder} FILE...")
