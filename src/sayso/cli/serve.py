"""sayso serve: a project to pages in the browser, on this machine alone."""

from __future__ import annotations

from pathlib import Path

import click

from sayso.cli.asking import on_project

LOOPBACK = "127.0.0.1"


@click.command(short_help="Show a project's pages in the browser.")
@click.argument("project", type=click.Path(path_type=Path), required=False)
@on_project
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="By default a free one.")
@click.option(
    "--address",
    default=LOOPBACK,
    show_default=True,
    metavar="ADDRESS",
    help="Where to listen. Another address than the loopback one needs --open-to-others.",
)
@click.option(
    "--open-to-others",
    is_flag=True,
    help="Let other machines in: whoever has the address that is printed reads and changes all.",
)
@click.option(
    "--host",
    "hosts",
    multiple=True,
    metavar="NAME[:PORT]",
    help="Another name that browsers may call this server by, as they send it.",
)
@click.option("--reviewer", metavar="NAME", help="Who signs reviews; by default who is logged in.")
@click.option("--browser/--no-browser", default=True, help="Open the browser.")
def serve(
    project: Path | None,
    folder: Path,
    port: int,
    address: str,
    open_to_others: bool,
    hosts: tuple[str, ...],
    reviewer: str | None,
    browser: bool,
) -> None:
    """Show the pages of PROJECT in the browser.

    PROJECT is the folder of a project, by default the one you are in. The address that is printed
    opens the pages once; a new one is printed each time. Stop with Control-C.
    """
    from sayso.cli.main import say
    from sayso.web.serving import listen, run

    listening = listen(address, port, open_to_others=open_to_others)
    run(project or folder, listening, hosts=hosts, reviewer=reviewer, browser=browser, told=say)
