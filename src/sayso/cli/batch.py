"""sayso batch: files of many reports to a folder of Parquet, on this machine or on Ray."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

if TYPE_CHECKING:
    from sayso.batch.run import Engine, Told
    from sayso.record.written import Json

MEGABYTE = 1_000_000


class Options(TypedDict):
    """What the command takes beside its inputs and its folder."""

    jobs: int
    part: str
    engine: str
    ray_address: str | None
    form: str
    published: str | None
    columns: str
    shard_size: int
    seconds: float
    memory: int


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option(
    "-o",
    "--output",
    "out",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder of the run: new, empty, or that of the same command, which then goes on.",
)
@click.option(
    "--jobs",
    type=click.IntRange(1, 256),
    default=1,
    show_default=True,
    help="Processes that read side by side.",
)
@click.option("--shard", "part", metavar="I/N", default="1/1", help="Do part I of N of the work.")
@click.option(
    "--engine",
    type=click.Choice(["local", "ray"]),
    default="local",
    show_default=True,
    help="This machine, or a Ray cluster.",
)
@click.option("--ray-address", metavar="HOST:PORT", help="The cluster; by default Ray starts here.")
@click.option(
    "--from",
    "form",
    type=click.Choice(["auto", "text", "html", "jsonl", "feed", "warc", "parquet"]),
    default="auto",
    show_default=True,
    help="The format of the input; auto goes by the file's ending and first bytes.",
)
@click.option("--date", "published", metavar="DAY", help="Day of reports that carry none as data.")
@click.option(
    "--columns",
    default="",
    metavar="FIELD=NAME,...",
    help="Columns of Parquet that have other names than the fields: text=body,id=key.",
)
@click.option(
    "--shard-size",
    type=click.IntRange(1),
    default=250,
    show_default=True,
    help="Reports in a shard.",
)
@click.option(
    "--seconds",
    type=click.FloatRange(0, min_open=True),
    default=60.0,
    show_default=True,
    help="The time that one report may take.",
)
@click.option(
    "--memory",
    type=click.IntRange(1),
    default=1000,
    show_default=True,
    help="The megabytes that one report may take beside the model.",
)
@click.pass_context
def batch(
    ctx: click.Context, inputs: tuple[str, ...], out: Path, **options: Unpack[Options]
) -> None:
    """Read many reports into a folder of Parquet shards with a manifest.

    INPUT is a file, a folder or a pattern: text, HTML, JSON lines, RSS or Atom, WARC, Parquet;
    text, HTML, feeds and lines may be packed (.gz, .zst). A run that was stopped goes on where it
    was when the same command is given again.
    """
    from sayso.batch.reports import day_of
    from sayso.batch.run import find_source, run_batch
    from sayso.batch.shard import Task
    from sayso.cli.main import SOME_FAILED, say

    source = find_source(
        inputs,
        form=options["form"],
        published=day_of(options["published"]),
        columns=columns_of(options["columns"]),
        shard_size=options["shard_size"],
    )
    task = Task(out, ctx.obj, options["seconds"], options["memory"] * MEGABYTE)
    part = part_of(options["part"])
    joined, engine = _engine(options)
    with joined:
        manifest = run_batch(
            source, task, jobs=options["jobs"], part=part, engine=engine, tell=_tell
        )
    for line in _end(manifest, out):
        say(line)
    if manifest["failures"]:
        ctx.exit(SOME_FAILED)


def columns_of(written: str) -> tuple[tuple[str, str], ...]:
    """Return the fields and columns of "text=body,id=key"; UsageError where it is none of that."""
    from sayso.errors import UsageError
    from sayso.read.parquet import FIELDS

    pairs = [pair.partition("=") for pair in written.split(",") if pair]
    for field, _, column in pairs:
        if field not in FIELDS or not column:
            what = f"{field!r} in --columns names no field and column"
            raise UsageError(what, f"write FIELD=NAME, with a field of: {', '.join(FIELDS)}")
    return tuple(sorted((field, column) for field, _, column in pairs))


def part_of(written: str) -> tuple[int, int]:
    """Return 2, 3 of "2/3"; UsageError where it is no part of a whole."""
    from sayso.errors import UsageError

    number, _, of = written.partition("/")
    if not (number.isdecimal() and of.isdecimal() and 1 <= int(number) <= int(of)):
        raise UsageError(f"--shard {written} is no part", "write I/N with I from 1 to N, as 1/8")
    return int(number), int(of)


def _engine(options: Options) -> tuple[AbstractContextManager[None], Engine]:
    from sayso.batch.local import run_here

    if options["engine"] == "local":
        return nullcontext(), run_here
    from sayso.batch.on_ray import connected, run_on_ray

    return connected(options["ray_address"], jobs=options["jobs"]), run_on_ray


def _tell(told: Told) -> None:
    from sayso.cli.main import say

    what = "portions of the input taken in" if told.stage == "staged" else "shards read"
    say(f"{told.done} of {told.of} {what} ({told.name})")


def _end(manifest: dict[str, Json], out: Path) -> Iterator[str]:
    """What was read, what could not be, and where it is told in full."""
    from sayso.read.problems import FAILURES

    counts, failures = manifest["counts"], manifest["failures"]
    assert isinstance(counts, dict) and isinstance(failures, dict)
    yield (
        f"{counts['readings']} reports, {counts['copies']} of them copies, "
        f"{counts['failed']} could not be read"
    )
    for code, count in failures.items():
        yield f"  {code}: {count} ({FAILURES[code]})"
    if not manifest["complete"]:
        yield f"{manifest['shards_missing']} of {manifest['shards']} shards are not done yet"
    yield f"all that was done is told in {out / 'manifest.json'}"
