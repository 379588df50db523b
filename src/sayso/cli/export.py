"""sayso export: the readings of a project, or one incident, to a file in a format of others."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.asking import asked_by, on_project, opened, within

if TYPE_CHECKING:
    from sayso.record.reading import Reading
    from sayso.store.filters import Filter
    from sayso.store.project import Project

TABLES = (
    "statements", "events", "figures", "proposals", "terms", "stances", "polls", "answers",
    "journeys",
)  # fmt: skip
FORMATS = (
    "jsonl", "parquet", *(f"csv-{table}" for table in TABLES),
    *(f"jsonl-{table}" for table in TABLES), "xlsx", "geojson", "acled", "ged", "plover",
    "webannotation", "ftm", "html",
)  # fmt: skip


class FormatName(click.Choice):  # type: ignore[type-arg]
    """A name of a format; where there is none of that name, those that begin so are told."""

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        given = str(value)
        if given in FORMATS:
            return given
        begun = [name for name in FORMATS if name.startswith(given.lower())] if given else []
        near = begun or get_close_matches(given, FORMATS, cutoff=0.7)
        advice = (
            f"did you mean {', '.join(near)}?" if near else f"choose from {', '.join(FORMATS)}."
        )
        self.fail(f"there is no format {given!r}; {advice}", param, ctx)


@click.command(short_help="Write a project in a format of others.")
@click.argument("form", type=FormatName(FORMATS), metavar="FORMAT")
@on_project
@click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path, dir_okay=False),
    help="Write to this file; it is there as a whole or not at all.",
)  # fmt: skip
@asked_by("since", "until", "place", "party", "outlet", "report", "incident", "text")
def export(form: str, folder: Path, output: Path, **told: object) -> None:
    """Write the reports asked for in a FORMAT.

    FORMAT is jsonl, parquet, xlsx, geojson, acled, ged, plover, webannotation, ftm, csv-TABLE or
    jsonl-TABLE, or html: the page of one --incident. TABLE is statements, events, figures,
    proposals, terms, stances, polls, answers or journeys.
    """
    from sayso.cli.main import say
    from sayso.export.formats import export as write

    with opened(folder) as project:
        asked = within(project, told)
        if form == "html":
            write_page(project, asked.incident, output)
        else:
            one_row = form in ("acled", "ged")
            incidents = [row.events for row in project.incidents()] if one_row else []
            write(form, pairs_of(project, asked), output, incidents)
    say(f"wrote {output}")


def pairs_of(project: Project, asked: Filter) -> Iterator[tuple[str, Reading]]:
    """Yield the texts and readings of the reports asked for, oldest first."""
    for row in reversed(project.reports(asked)):
        article, reading = project.article(row.report), project.reading(row.report)
        if article is not None and reading is not None:
            yield article.text, reading


def write_page(project: Project, incident: str | None, output: Path) -> None:
    """Write the page of an incident. Raises UsageError where there is none of that id."""
    from sayso.errors import UsageError
    from sayso.export.atomic import written
    from sayso.export.incident import write_incident
    from sayso.store.filters import Filter

    if incident is None:
        raise UsageError("html is the page of one incident", "Name it with --incident.")
    asked = Filter(incident=incident)
    told = next((row for row in project.incidents(asked) if row.incident == incident), None)
    if told is None:
        raise UsageError(f"there is no incident {incident!r}", "`sayso timeline` lists them.")
    days = " to ".join(dict.fromkeys(day for day in (told.first_day, told.last_day) if day))
    title = ", ".join(part for part in ("; ".join(told.places), days) if part) or incident
    page = write_incident(
        told.events, list(pairs_of(project, asked)), ranges=project.accounts(incident),
        links=project.links(), independent=told.independent, title=title,
    )  # fmt: skip
    with written(output) as stream:
        stream.write(page)
