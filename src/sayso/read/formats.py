"""The list of formats in plain sight: their names, the ends of their files, their readers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BufferedReader
from pathlib import PurePath

from sayso.errors import UsageError
from sayso.read.feed import read_feed
from sayso.read.html import read_html
from sayso.read.jsonl import read_jsonl
from sayso.read.packed import ENDINGS
from sayso.read.parquet import read_parquet
from sayso.read.text import read_text
from sayso.read.warc import read_warc
from sayso.record.reading import Article

Reader = Callable[[BufferedReader, str], Iterator[Article]]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name, what its files end in, and what reads an open file and its name.

    ``has_days`` tells that its reports carry their own day of publication as data, ``has_many``
    that a file holds many reports, ``unpacks`` that the reader itself unpacks what is packed.
    """

    name: str
    endings: tuple[str, ...]
    reader: Reader
    has_days: bool = False
    has_many: bool = False
    unpacks: bool = False


TEXT = Format("text", (".txt", ".text"), read_text)
HTML = Format("html", (".html", ".htm", ".xhtml"), read_html)
JSONL = Format("jsonl", (".jsonl", ".ndjson", ".json"), read_jsonl, has_days=True, has_many=True)
FEED = Format("feed", (".rss", ".atom", ".xml"), read_feed, has_days=True, has_many=True)
WARC = Format("warc", (".warc",), read_warc, has_many=True, unpacks=True)
PARQUET = Format("parquet", (".parquet",), read_parquet, has_days=True, has_many=True, unpacks=True)
FORMATS: tuple[Format, ...] = (TEXT, HTML, JSONL, FEED, WARC, PARQUET)

_HTML = re.compile(
    rb"\s*(<\?xml[^>]*>\s*)?(<!--.{0,500}?-->\s*)*<(!doctype\s+html|html)\b", re.I | re.S
)
_FEED = re.compile(
    rb"\s*(<\?xml[^>]*>\s*)?(<!--.{0,500}?-->\s*|<\?.{0,500}?\?>\s*)*<(\w+:)?(rss|feed|rdf)\b",
    re.I | re.S,
)
_JSON = re.compile(rb'\s*\{\s*"')


def named(name: str) -> Format:
    """Return the format of that name; UsageError where there is none."""
    for one in FORMATS:
        if one.name == name:
            return one
    known = ", ".join(f.name for f in FORMATS)
    raise UsageError(f"{name!r} is no format", f"name one of: auto, {known}")


def by_ending(path: PurePath) -> Format | None:
    """Return the format that a file's name tells, or None; an ending of packing is passed over."""
    if path.suffix.lower() in ENDINGS:
        path = path.with_suffix("")
    return next((f for f in FORMATS if path.suffix.lower() in f.endings), None)


def by_look(stream: BufferedReader) -> Format:
    """Return the format that the first bytes of an open file look like; text where none does."""
    start = stream.peek(2048)[:2048].removeprefix(b"\xef\xbb\xbf")
    if start.startswith(b"WARC/"):
        return WARC
    if start.startswith(b"PAR1"):
        return PARQUET
    if _HTML.match(start):
        return HTML
    if _FEED.match(start):
        return FEED
    return JSONL if _JSON.match(start) else TEXT
