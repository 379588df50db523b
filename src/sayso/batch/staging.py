"""Input files to staged reports: the same portions of files, cut into the same shards, always."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import TextIOWrapper
from itertools import chain, islice
from pathlib import Path
from typing import IO, cast

import zstandard

from sayso.batch.folder import PLAN, read_json, unwritten, whole, write_json
from sayso.read.files import read_files
from sayso.read.problems import is_failed
from sayso.record.reading import Article, text_hash
from sayso.record.written import from_json, to_json

#: Bytes of files that are staged by one process; a larger file is a portion of its own.
PORTION = 64_000_000
#: Reports in a shard.
SHARD_SIZE = 250
_LEVEL = 3


@dataclass(frozen=True)
class Source:
    """What is read, and how: see ``read.files.read_files``; ``shard_size`` counts reports."""

    files: tuple[tuple[str, int], ...]
    form: str = "auto"
    published: str | None = None
    columns: tuple[tuple[str, str], ...] = ()
    shard_size: int = SHARD_SIZE


def portions(files: Sequence[tuple[str, int]]) -> list[slice]:
    """Return the runs of files that are staged together, by their sizes in bytes alone."""
    found: list[slice] = []
    start = size = 0
    for n, (_, length) in enumerate(files):
        if size and size + length > PORTION:
            found.append(slice(start, n))
            start, size = n, 0
        size += length
    return [*found, slice(start, len(files))] if start < len(files) else found


def stage(out: Path, source: Source, name: str) -> str:
    """Read a portion of the files into shards of reports, unless that is done; return its name.

    ``plan/00003-0001.jsonl.zst`` holds the reports of the second shard of portion 3,
    ``plan/00003.keys.zst`` the hash and id of all of them, ``plan/00003.json`` says it is done.
    """
    folder = out / PLAN
    if (folder / f"{name}.json").exists():
        return name
    files = source.files[portions(source.files)[int(name)]]
    articles = read_files(
        (Path(path) for path, _ in files),
        form=source.form,
        published=source.published,
        columns=dict(source.columns),
    )
    sizes: list[int] = []
    try:
        with _packed(folder / f"{name}.keys.zst") as keys:
            for first in articles:
                shard = chain([first], islice(articles, source.shard_size - 1))
                with _packed(folder / f"{name}-{len(sizes):04}.jsonl.zst") as reports:
                    sizes.append(_write(shard, reports, keys))
    except OSError as fault:
        raise unwritten(folder / name, fault) from fault
    write_json(folder / f"{name}.json", {"shards": list(sizes)})
    return name


def staged(out: Path, shard: str) -> Iterator[Article]:
    """Yield the reports of a shard, in order."""
    for line in _lines(out / PLAN / f"{shard}.jsonl.zst"):
        yield from_json(Article, json.loads(line))


def sizes(out: Path, portion: str) -> list[int]:
    """Return the number of reports in each shard of a portion that is staged."""
    return cast(list[int], read_json(out / PLAN / f"{portion}.json")["shards"])


def keys(out: Path, portion: str) -> Iterator[tuple[bytes | None, str]]:
    """Yield the hash of the text (16 bytes; None: it cannot be read) and the id of each report."""
    for line in _lines(out / PLAN / f"{portion}.keys.zst"):
        written, id = json.loads(line)
        yield (bytes.fromhex(written) if written else None), id


def _key(article: Article) -> str:
    key = None if is_failed(article.problems) else text_hash(article.text)[:32]
    return json.dumps([key, article.id]) + "\n"


def _write(articles: Iterable[Article], reports: IO[str], keys: IO[str]) -> int:
    count = 0
    for article in articles:
        count += 1
        reports.write(json.dumps(to_json(article), ensure_ascii=False) + "\n")
        keys.write(_key(article))
    return count


@contextmanager
def _packed(path: Path) -> Iterator[IO[str]]:
    """A packed text file, whole or not at all; a half of a character is written as "?"."""
    with (
        whole(path) as part,
        zstandard.open(part, "wb", zstandard.ZstdCompressor(_LEVEL)) as raw,
        TextIOWrapper(cast(IO[bytes], raw), "utf-8", "replace", "\n") as stream,
    ):
        yield stream


def _lines(path: Path) -> Iterator[str]:
    with path.open("rb") as raw, zstandard.ZstdDecompressor().stream_reader(raw) as stream:
        yield from TextIOWrapper(cast(IO[bytes], stream), "utf-8", newline="\n")
