"""sayso demo: the sample reports read, one shown whole, all summed up, and written to a folder."""

from __future__ import annotations

import shutil
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.table import Table

    from sayso.batch.one import Pair
    from sayso.record.reading import Reading

SAMPLES = Path(__file__).parent.parent / "samples" / "reports.jsonl"
#: The report that is shown whole, the beginning of the ids of those on one shelling, and its day.
SHOWN = "bosnia-1995-08-28-meridian"
SHELLING, SHELLED = "bosnia-1995-08-28", "1995-08-28"


@click.command()
@click.option(
    "--to",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("demo"),
    show_default=True,
    help="The folder that the reports, readings and the page are written to.",
)
@click.option(
    "--jobs",
    type=click.IntRange(1, 256),
    default=1,
    show_default=True,
    help="Reports that are read side by side.",
)
@click.pass_context
def demo(ctx: click.Context, folder: Path, jobs: int) -> None:
    """Read the sample reports that come with sayso, show one, and sum them up."""
    from rich.console import Console

    from sayso.batch.reports import read_all
    from sayso.cli.main import say
    from sayso.cli.progress import Course
    from sayso.cli.terminal import show
    from sayso.read.files import read_files

    say("Reading the sample reports: wire style, history before 2000, outlets made up.")
    course = Course(total=SAMPLES.read_bytes().count(b"\n"))
    pairs = list(course.follow(read_all(read_files([SAMPLES]), jobs=jobs, hall=ctx.obj)))
    for article, reading in pairs:
        if reading.id == SHOWN:
            click.echo(show(article.text, reading, to=sys.stdout))
    console = Console(width=None if sys.stdout.isatty() else 110, highlight=False, markup=False)
    console.print("All sample reports")
    console.print(_counts([reading for _, reading in pairs]))
    console.print("Sarajevo, 28 August 1995: killed, by whose count; side by side, nothing merged")
    console.print(_tolls([reading for _, reading in pairs]))
    _write(folder, pairs)
    _keep(folder / "project", pairs)
    course.tell_failures()
    for line in _next(folder):
        click.echo(line)


def _counts(readings: Sequence[Reading]) -> Table:
    from rich.box import SIMPLE
    from rich.table import Table

    from sayso.record.vocabulary import REAL_STATUSES

    events = Counter(e.status in REAL_STATUSES for r in readings for e in r.events)
    statements = [s for r in readings for s in r.statements]
    figures = [f for r in readings for f in r.figures]
    table = Table(show_header=False, box=SIMPLE)
    for what, count in (
        ("reports", len(readings)),
        ("statements", len(statements)),
        ("  of sources whose name is withheld", sum(s.anonymous for s in statements)),
        ("  that stand in another statement", sum(s.within is not None for s in statements)),
        ("events told as happened or ongoing", events[True]),
        ("events planned, demanded, threatened, possible or negated", events[False]),
        ("figures", len(figures)),
        (
            "  on the word of a source",
            sum(f.statement is not None for f in figures),
        ),
    ):
        table.add_row(what, str(count))
    return table


def _tolls(readings: Sequence[Reading]) -> Table:
    """The killed of one day's reports on one shelling, side by side, nothing merged."""
    from rich.box import SIMPLE
    from rich.table import Table

    table = Table(box=SIMPLE)
    for head in ("killed", "reported by", "words", "in report"):
        table.add_column(head)
    for row in _accounts(readings):
        table.add_row(*row)
    return table


def _accounts(readings: Sequence[Reading]) -> Iterator[tuple[str, str, str, str]]:
    from sayso.export.wording import bounds, one_line, say_so

    for reading in readings:
        for figure in reading.figures:
            is_earlier = figure.when and figure.when.latest and figure.when.latest < SHELLED
            if reading.id.startswith(SHELLING) and figure.measure == "killed" and not is_earlier:
                spans = (figure.quantity, figure.of, figure.place, figure.time)
                words = " · ".join(one_line(s.text) for s in spans if s)
                path = " › ".join(say_so(reading, figure))
                yield bounds(figure.low, figure.high), path, words, f"{reading.id} {figure.id}"


def _write(folder: Path, pairs: Sequence[Pair]) -> None:
    from sayso.export.atomic import written
    from sayso.export.page import write_page
    from sayso.record.written import write_reading

    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(SAMPLES, folder / "reports.jsonl")
    with written(folder / "readings.jsonl") as stream:
        stream.writelines(write_reading(reading) + "\n" for _, reading in pairs)
    with written(folder / "report.html") as stream:
        texts = ((article.text, reading) for article, reading in pairs)
        stream.writelines(write_page(texts, title="The sample reports of sayso"))


def _keep(folder: Path, pairs: Sequence[Pair]) -> None:
    """Make a project of the samples; one of an earlier demo is taken anew."""
    from sayso.cli.add import engine_of
    from sayso.store.adding import Incoming
    from sayso.store.project import create_project
    from sayso.store.settings import SETTINGS

    if (folder / SETTINGS).is_file():
        shutil.rmtree(folder)
    given = [Incoming(article, str(SAMPLES), reading=reading) for article, reading in pairs]
    read = {reading.id: reading for _, reading in pairs}
    with create_project(folder) as project:
        project.add(given, extract=lambda article: read[article.id], engine=engine_of(None))
        project.link()


def _next(folder: Path) -> Iterator[str]:
    yield f"Written: {folder}/reports.jsonl (the reports), {folder}/readings.jsonl (their record),"
    yield f"         {folder}/report.html (both, linked), {folder}/project (a project of them)."
    yield "What to do next:"
    yield f"  sayso serve {folder}/project    its pages in your browser: click a figure"
    yield f"  open {folder}/report.html in a browser, and click a figure to see its words"
    yield f"  sayso read {folder}/reports.jsonl --format jsonl   the record, one reading a line"
    yield "  sayso read YOUR-REPORT.txt --date 1999-09-20        a report of your own"
