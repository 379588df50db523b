"""What the commands on a project share: its folder, the filters, and how answers are written."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.store.filters import Filter
    from sayso.store.project import Project

Command = TypeVar("Command", bound=Callable[..., None])
Rows = TypeVar("Rows")

#: Every filter: its option and one line of help.
FILTERS: dict[str, tuple[str, str]] = {
    "since": ("DAY", "From this day on, as 2024-02-06."),
    "until": ("DAY", "Up to this day."),
    "place": ("PLACE", "In this place or what it holds: a name, or a country's code."),
    "party": ("PARTY", "With this party: words of its name, or a country's code."),
    "type": ("TYPE", "Of these event types, between commas."),
    "mode": ("MODE", "Of these modes of event types."),
    "status": ("STATUS", "Of these statuses: happened, ongoing, planned ..."),
    "measure": ("MEASURE", "Of these measures: killed, injured, missing ..."),
    "scope": ("SCOPE", "Of these scopes: event, window, total."),
    "act": ("ACT", "Of these acts: states, denies, accuses ..."),
    "claimant": ("NAME", "On the word of this source, or of this outlet in its own voice."),
    "source_type": ("KIND", "On the word of such sources: person, role, organisation ..."),
    "outlet": ("NAME", "Reported by this outlet: its name, or whole words of it."),
    "report": ("ID", "In this report."),
    "incident": ("ID", "Of this incident; the first letters of its id are enough."),
    "text": ("WORDS", "In reports in which these words stand."),
}
#: How many rows a terminal shows unless told.
SCREEN = 50


def on_project(command: Command) -> Command:
    """Add the option that names the project's folder."""
    option = click.option(
        "-p",
        "--project",
        "folder",
        type=click.Path(path_type=Path),
        default=".",
        envvar="SAYSO_PROJECT",
        help="The folder of the project; by default the one you are in.",
    )
    return option(command)


def asked_by(*names: str) -> Callable[[Command], Command]:
    """Add options for these filters, and for how many rows are wanted."""

    def add(command: Command) -> Command:
        paging = click.option("--limit", type=click.IntRange(1), help="So many rows at most.")
        copies = click.option("--copies/--no-copies", default=True, help="Copies of reports, too.")
        command = paging(copies(command))
        for name in reversed(names):
            metavar, line = FILTERS[name]
            flag = f"--{name.replace('_', '-')}"
            command = click.option(flag, name, metavar=metavar, help=line)(command)
        return command

    return add


def answered(command: Command) -> Command:
    """Add the options for the format of the answers and the file that they go to."""
    shape = click.option(
        "--format",
        "shape",
        type=click.Choice(["table", "jsonl", "csv", "parquet"]),
        help="By default table on a terminal and jsonl in a pipe.",
    )
    output = click.option(
        "-o",
        "--output",
        type=click.Path(path_type=Path, dir_okay=False),
        help="Write to this file; it is there as a whole or not at all.",
    )
    return shape(output(command))


@contextmanager
def opened(folder: Path, *, read_only: bool = True) -> Iterator[Project]:
    """Open the project of a command and close it at its end."""
    from sayso.store.project import open_project

    with open_project(folder, read_only=read_only) as project:
        yield project


def wanted(told: dict[str, object]) -> Filter:
    """Return the filter that the options of a command write."""
    from sayso.store.filters import Filter

    return Filter(**{name: value for name, value in told.items() if value is not None})  # type: ignore[arg-type]


def within(project: Project, told: dict[str, object]) -> Filter:
    """Return the filter of the options; of an incident the first letters of its id are enough."""
    begun = told.get("incident")
    known = project.incident_of(begun) if isinstance(begun, str) else None
    return wanted(told if known is None else {**told, "incident": known})


def shape_of(shape: str | None, output: Path | None) -> str:
    """Return the format that is meant where none is named: by the file's ending, or the screen."""
    if shape is not None:
        return shape
    if output is not None:
        endings = {".csv": "csv", ".parquet": "parquet"}
        return endings.get(output.suffix.lower(), "jsonl")
    return "table" if sys.stdout.isatty() else "jsonl"


def ask(
    folder: Path,
    told: dict[str, object],
    question: Callable[[Project, Filter], Rows],
    *,
    shape: str | None,
    output: Path | None,
) -> Rows:
    """Return a project's answer to a question; on the screen ``SCREEN`` rows unless told."""
    if shape_of(shape, output) == "table":
        told["limit"] = told["limit"] or SCREEN
    with opened(folder) as project:
        return question(project, within(project, told))


def answer(
    rows: Sequence[object],
    kind: type,
    *,
    shape: str | None,
    output: Path | None,
    columns: Sequence[str],
    none: str = "nothing of that kind was found in these reports",
) -> None:
    """Write rows of a kind: ``columns`` are those that a table on the terminal shows.

    ``none`` is what is said where there are no rows.
    """
    from sayso.cli.answers import write_answers
    from sayso.cli.main import say

    form = shape_of(shape, output)
    write_answers(rows, kind, form, output, columns)
    if not rows:
        say(none)
