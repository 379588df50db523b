"""Files, folders and standard input to Articles, one after another, in the order given."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from functools import partial
from io import BufferedReader, BytesIO, RawIOBase
from pathlib import Path
from typing import cast

from sayso.errors import InputError
from sayso.read.fitness import fit
from sayso.read.formats import PARQUET, by_ending, by_look, named
from sayso.read.packed import Unpackable, unpacked
from sayso.read.parquet import read_parquet
from sayso.record.reading import Article, Problem

STANDARD_INPUT = "-"
Input = str | Path


def find_files(inputs: Iterable[Input]) -> list[Path]:
    """Return the files that paths and folders stand for, a folder's in the order of their names.

    Of a folder only files with the ending of a known format count; "-" is standard input.
    Raises InputError where a path does not exist.
    """
    found: list[Path] = []
    for path in map(Path, inputs):
        if path.is_dir():
            found += sorted(p for p in path.rglob("*") if p.is_file() and by_ending(p))
        elif str(path) == STANDARD_INPUT or path.exists():
            found.append(path)
        else:
            raise InputError(f"there is no file {path}", "check the path, or give - to read a pipe")
    return found


def read_files(
    files: Iterable[Path],
    *,
    form: str = "auto",
    published: str | None = None,
    columns: Mapping[str, str] | None = None,
) -> Iterator[Article]:
    """Yield the articles of files, ready to be read or with the problem that forbids it.

    ``form`` names a format, or "auto" to tell it by the file's ending and first bytes.
    ``published`` is the day of reports that carry none as data; ``columns`` the columns of a
    Parquet file that give fields by another name. UsageError: no such format.
    """
    for path in files:
        yield from _file(path, form, published, columns)


def read_bytes(raw: bytes, *, published: str | None = None) -> Iterator[Article]:
    """Yield the articles that bytes hold, of the format that they look like."""
    yield from _stream(BufferedReader(BytesIO(raw)), "the input", "auto", published)


def _file(
    path: Path, form: str, published: str | None, columns: Mapping[str, str] | None
) -> Iterator[Article]:
    if form == "auto" and (known := by_ending(path)):
        form = known.name
    try:
        with _opened(path) as stream:
            yield from _stream(stream, _name(path), form, published, columns)
    except OSError as fault:
        reason = f"{_name(path)} could not be read: {fault.strerror or fault}"
        yield Article(id=_name(path), text="", problems=(Problem("unreadable", reason),))


def _stream(
    stream: BufferedReader,
    name: str,
    form: str,
    published: str | None,
    columns: Mapping[str, str] | None = None,
) -> Iterator[Article]:
    chosen = None if form == "auto" else named(form)
    try:
        if chosen is None or not chosen.unpacks:
            stream = unpacked(stream, name)
        chosen = chosen or by_look(stream)
        reader = partial(read_parquet, columns=columns) if chosen is PARQUET else chosen.reader
        for article in reader(stream, name):
            is_open = published and not (chosen.has_days and article.published)
            yield fit(replace(article, published=published) if is_open else article)
    except Unpackable as fault:
        yield Article(id=f"{name}:end", text="", problems=(fault.problem,))


def _opened(path: Path) -> AbstractContextManager[BufferedReader]:
    if str(path) == STANDARD_INPUT:
        pipe = sys.stdin.buffer
        return nullcontext(
            pipe if isinstance(pipe, BufferedReader) else BufferedReader(cast(RawIOBase, pipe))
        )
    return path.open("rb")


def _name(path: Path) -> str:
    """A file's name as it can be written in UTF-8, whatever bytes the system keeps it in."""
    written = os.fsencode(path).decode("utf-8", "replace")
    return "standard input" if written == STANDARD_INPUT else written
