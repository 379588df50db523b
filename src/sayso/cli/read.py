"""sayso read: files to readings, on the terminal, as JSON lines, or as one HTML page."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from io import TextIOWrapper
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

if TYPE_CHECKING:
    from sayso.batch.one import Pair

ENDINGS = {".jsonl": "jsonl", ".ndjson": "jsonl", ".html": "html", ".htm": "html"}


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option(
    "--from",
    "form",
    type=click.Choice(["auto", "text", "html", "jsonl", "feed", "warc", "parquet"]),
    default="auto",
    show_default=True,
    help="The format of the input; auto goes by the file's ending and first bytes.",
)
@click.option(
    "--date",
    "published",
    metavar="DAY",
    help="Day of publication, as 2024-02-06, from which relative days are counted. "
    "A day written in a JSON line is kept.",
)
@click.option(
    "--format",
    "shape",
    type=click.Choice(["table", "jsonl", "html"]),
    help="table: a page to read; jsonl: one reading a line; html: one page for a browser. "
    "By default what -o ends in, else table on a terminal and jsonl in a pipe.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write to this file; it is there as a whole or not at all.",
)
@click.option(
    "--jobs",
    type=click.IntRange(1, 256),
    default=1,
    show_default=True,
    help="Reports that are read side by side.",
)
@click.pass_context
def read(
    ctx: click.Context,
    inputs: tuple[str, ...],
    form: str,
    published: str | None,
    shape: str | None,
    output: Path | None,
    jobs: int,
) -> None:
    """Read news reports and show or write their record.

    INPUT is a file, a folder, or - for standard input: plain text, HTML, JSON lines with
    {"id", "text"} and, where known, title, url, publisher, published, language; RSS or Atom, WARC,
    or Parquet. Text, HTML, feeds and lines may be packed (.gz, .zst).
    """
    from sayso.batch.reports import day_of, read_all
    from sayso.cli.main import SOME_FAILED
    from sayso.cli.progress import Course
    from sayso.read.files import find_files, read_files

    files = find_files(inputs)
    articles = read_files(files, form=form, published=day_of(published))
    shape = shape or _shape(output)
    is_shown = output is None and sys.stdout.isatty()
    course = Course(total=_total(files, form), is_told=not is_shown)
    with _opened(output) as stream:
        for part in WRITERS[shape](
            course.follow(read_all(articles, jobs=jobs, hall=ctx.obj)), stream
        ):
            stream.write(part)
    course.tell_failures()
    if course.failed:
        ctx.exit(SOME_FAILED)


def _shape(output: Path | None) -> str:
    if output is not None:
        return ENDINGS.get(output.suffix.lower(), "table")
    return "table" if sys.stdout.isatty() else "jsonl"


def _total(files: list[Path], form: str) -> int | None:
    """The number of reports where it is known before reading: one a file, but for some formats."""
    from sayso.read.formats import by_ending, named

    if form != "auto":
        return None if named(form).has_many else len(files)
    known = [by_ending(f) if str(f) != "-" else None for f in files]
    return len(files) if all(k is not None and not k.has_many for k in known) else None


def _opened(output: Path | None) -> AbstractContextManager[IO[str]]:
    if output is None:
        if isinstance(sys.stdout, TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8", newline="\n")
        return nullcontext(sys.stdout)
    from sayso.export.atomic import written

    return written(output)


def as_jsonl(pairs: Iterable[Pair], _stream: IO[str]) -> Iterator[str]:
    """One reading a line, in the order of the input."""
    from sayso.record.written import write_reading

    for _, reading in pairs:
        yield write_reading(reading) + "\n"


def as_html(pairs: Iterable[Pair], _stream: IO[str]) -> Iterator[str]:
    """One page of all reports."""
    from sayso.export.page import write_page
    from sayso.export.wording import title as title_of

    found = [(article.text, reading) for article, reading in pairs]
    title = title_of(*found[0]) if len(found) == 1 else f"{len(found)} reports"
    yield from write_page(found, title=title)


def as_table(pairs: Iterable[Pair], stream: IO[str]) -> Iterator[str]:
    """A page to read for each report, coloured where it goes to a terminal."""
    from sayso.cli.terminal import show

    for article, reading in pairs:
        yield show(article.text, reading, to=stream)


WRITERS: dict[str, Callable[[Iterable[Pair], IO[str]], Iterator[str]]] = {
    "table": as_table,
    "jsonl": as_jsonl,
    "html": as_html,
}
