"""sayso add: files of reports into a project, read and linked."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.asking import on_project, opened

if TYPE_CHECKING:
    from sayso.record.reading import Article, Reading
    from sayso.store.adding import Counts, Incoming
    from sayso.store.project import Project

    Hall = Callable[[Article], Reading]

#: The largest file whose own bytes are kept; of a larger one, each report's text is.
LARGEST = 64 << 20
#: So many reports are named where something is odd about them.
SHOWN = 3


@click.command(short_help="Read reports into a project.")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@on_project
@click.option(
    "--from",
    "form",
    type=click.Choice(["auto", "text", "html", "jsonl", "feed", "warc", "parquet"]),
    default="auto",
    show_default=True,
    help="The format of the input; auto goes by the file's ending and first bytes.",
)
@click.option("--date", "published", metavar="DAY", help="Day of reports that carry none as data.")
@click.option("--outlet", metavar="NAME", help="Outlet of reports that name none as data.")
@click.option("--jobs", type=click.IntRange(1, 256), default=1, help="Reports read side by side.")
@click.option("--link/--no-link", default=True, help="Look anew for what joins the reports.")
@click.pass_context
def add(
    ctx: click.Context,
    inputs: tuple[str, ...],
    folder: Path,
    form: str,
    published: str | None,
    outlet: str | None,
    jobs: int,
    link: bool,
) -> None:
    """Read reports and add them to the project, each with its original bytes.

    INPUT is a file, a folder, or - for standard input. Reports that are in the project are passed
    over, so that a run that was cut off is run again by the same command; one without a day or
    an outlet is read anew where it is given one (--date, --outlet).
    """
    from sayso.batch.reports import day_of
    from sayso.read.files import find_files

    files = find_files(inputs)
    day = day_of(published)
    with opened(folder, read_only=False) as project:
        given = incoming(files, form, day, outlet)
        counts = add_files(project, given, jobs=jobs, hall=ctx.obj)
        finish(ctx, project, counts, link=link and counts.added > 0)


def finish(ctx: click.Context, project: Project, counts: Counts, *, link: bool) -> None:
    """Say how a run went, link what is new, and set the exit code."""
    from sayso.cli.main import SOME_FAILED, say

    say(f"added {counts.added}  known {counts.known}  failed {counts.failed}")
    say_odd_days(project, counts)
    if link:
        linked = project.link()
        families, incidents = len(linked.families), len(linked.incidents)
        say(f"linked: {incidents} incidents, {families} families of copies")
    if counts.failed:
        say("`sayso errors` lists what failed and why")
        ctx.exit(SOME_FAILED)


def say_odd_days(project: Project, counts: Counts) -> None:
    """Say which new reports have no day, from which "Monday" could be counted, or one to come."""
    from sayso.cli.main import say

    without, ahead = project.odd_days(counts.run) if counts.added else ([], [])
    if without:
        say(
            f"{len(without)} without a day of publication ({_few(without)}): “Monday” stays open in"
        )
        say("  them, and they stand in no order; add them again with --date 2024-02-06")
    if ahead:
        say(f"{len(ahead)} of a day to come ({_few(ahead)}): look at their dates")


def _few(ids: list[str]) -> str:
    return ", ".join(ids[:SHOWN]) + (" ..." if len(ids) > SHOWN else "")


def incoming(
    files: Iterable[Path], form: str, published: str | None, outlet: str | None = None
) -> Iterator[Incoming]:
    """Yield the articles of files with the path and the bytes of each.

    ``published`` and ``outlet`` are those of articles that tell none themselves.
    """
    from sayso.read.files import read_files
    from sayso.store.adding import Incoming

    for path in files:
        is_kept = path.is_file() and path.stat().st_size <= LARGEST
        original = path.read_bytes() if is_kept else None
        for article in read_files([path], form=form, published=published):
            named = replace(article, publisher=article.publisher or outlet)
            yield Incoming(named, str(path), original)


def add_files(
    project: Project, given: Iterable[Incoming], *, jobs: int, hall: Hall | None
) -> Counts:
    """Add reports that are read by ``hall``, or by the extraction; known ones are not read."""
    from sayso.batch.one import read_one

    return project.add(
        read_side_by_side(project, given, jobs, hall),
        extract=lambda article: read_one(article, hall=hall),
        engine=engine_of(hall),
    )


def read_side_by_side(
    project: Project, given: Iterable[Incoming], jobs: int, hall: Hall | None
) -> Iterator[Incoming]:
    """Yield what is given, with readings for the reports that are not in the project."""
    from sayso.batch.reports import read_all
    from sayso.cli.progress import Course

    known: deque[Incoming] = deque()
    reading: deque[Incoming] = deque()

    def new() -> Iterator[Article]:
        for one in given:
            (known if project.is_known(one.article) else reading).append(one)
            if reading and reading[-1] is one:
                yield one.article

    for _, found in Course().follow(read_all(new(), jobs=jobs, hall=hall)):
        while known:
            yield known.popleft()
        yield replace(reading.popleft(), reading=found)
    yield from known


def engine_of(hall: Hall | None) -> str:
    """Return the name of who reads: sayso, its version, and the checksum of its model."""
    from sayso import __version__
    from sayso.parse.model import model

    return f"sayso {__version__}" if hall else f"sayso {__version__} {model().checksum[:12]}"
