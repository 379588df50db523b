"""The formats that readings are written in: names, file endings and what writes each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sayso.errors import InputError, UsageError
from sayso.export.acled import write_acled
from sayso.export.atomic import written
from sayso.export.ftm import write_ftm
from sayso.export.ged import write_ged
from sayso.export.geojson import write_geojson
from sayso.export.jsonl import write_jsonl
from sayso.export.parquet import write_parquet
from sayso.export.plover import write_plover
from sayso.export.sheets import COLUMNS, write_csv, write_lines, write_xlsx
from sayso.export.webannotation import write_webannotation
from sayso.record.reading import Reading

Pairs = Iterable[tuple[str, Reading]]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: what writes it as text, or into a file of its own."""

    name: str
    ending: str
    about: str
    text: Callable[[Pairs], Iterator[str]] | None = None
    file: Callable[[Sequence[tuple[str, Reading]], Path], None] | None = None


FORMATS: tuple[Format, ...] = (
    Format("jsonl", ".jsonl", "the record, one reading a line", write_jsonl),
    Format("parquet", ".parquet", "the record, one reading a row", file=write_parquet),
    *(
        Format(f"csv-{table}", ".csv", f"the {table} as a flat table", partial(write_csv, table))
        for table in COLUMNS
    ),
    *(
        Format(
            f"jsonl-{table}", ".jsonl", f"the {table}, a row a line", partial(write_lines, table)
        )
        for table in COLUMNS
    ),
    Format("xlsx", ".xlsx", "all tables as a workbook", file=write_xlsx),
    Format("geojson", ".geojson", "events on a map", write_geojson),
    Format("acled", ".csv", "events in the shape of ACLED", write_acled),
    Format("ged", ".csv", "events with deaths in the shape of UCDP GED", write_ged),
    Format("plover", ".jsonl", "events as PLOVER records", write_plover),
    Format("webannotation", ".jsonl", "every span as a W3C annotation", write_webannotation),
    Format("ftm", ".ftm.json", "FollowTheMoney entities", write_ftm),
)

#: Formats with one row for each happening, however many reports tell it.
ONE_ROW = {"acled": write_acled, "ged": write_ged}

_ADVICE = "give a path in a folder that exists and may be written to"


def named(name: str) -> Format:
    """Return the format of that name. Raises UsageError where there is none."""
    for form in FORMATS:
        if form.name == name:
            return form
    raise UsageError(f"there is no format {name!r}", f"Choose from {', '.join(names())}.")


def names() -> list[str]:
    """Return the names of the formats."""
    return [form.name for form in FORMATS]


def export(name: str, pairs: Pairs, path: Path, incidents: Sequence[Sequence[str]] = ()) -> None:
    """Write texts and their readings in a format to a file, which is there whole or not at all.

    ``incidents`` are groups of "report/event" that have one row in ``ONE_ROW`` formats.
    Raises UsageError for an unknown format, and InputError where the folder cannot be written to.
    """
    form = named(name)
    if form.text is not None:
        text = partial(ONE_ROW[name], incidents=incidents) if name in ONE_ROW else form.text
        with written(path) as stream:
            stream.writelines(text(pairs))
    elif form.file is not None:
        if not path.parent.is_dir():
            raise InputError(f"{path} cannot be written: there is no such folder", _ADVICE)
        part = path.with_name(f".{path.name}.part")
        try:
            form.file(list(pairs), part)
            part.replace(path)
        except OSError as fault:
            raise InputError(f"{path} cannot be written: {fault.strerror}", _ADVICE) from fault
        finally:
            part.unlink(missing_ok=True)
