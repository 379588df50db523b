"""A text and its marks, spans written as verbatim words or as [start, end], to a Reading."""

from __future__ import annotations

import json
import re
import types
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Union, get_args, get_origin, get_type_hints

from sayso.errors import InputError
from sayso.record.reading import Article, Reading, text_hash
from sayso.record.span import Span
from sayso.record.written import Json, from_json

_OCCURRENCE = re.compile(r"(.*)##(\d+)", re.DOTALL)


def read_marked(article: Article, marks: Mapping[str, Json]) -> Reading:
    """Return the reading that marks write ("the army", "killed##2" for the second occurrence,
    [17, 27] by characters).

    Raises ValueError where words do not stand in the text or a value does not fit.
    """
    head = {
        "id": article.id, "title": article.title, "url": article.url,
        "publisher": article.publisher, "published": article.published,
        "language": article.language, "sha256": text_hash(article.text),
    }  # fmt: skip
    return from_json(Reading, {**_placed(Reading, dict(marks), article.text), **head})  # type: ignore[dict-item]


def read_marked_files(texts: Path, marks: Path) -> Iterator[tuple[Article, Reading]]:
    """Yield the articles and readings of a file of texts and one of marks, in their order.

    Raises InputError where a file is missing.
    """
    for path in (texts, marks):
        if not path.exists():
            raise InputError(f"no file {path}", "give the files of texts and of marks")
    told = {row["id"]: row for row in map(json.loads, marks.read_text("utf-8").splitlines())}
    for row in map(json.loads, texts.read_text("utf-8").splitlines()):
        article = Article(
            row["id"], row["text"], row.get("title"), row.get("url"), row.get("publisher"),
            row.get("published") or row.get("date"), "en",
        )  # fmt: skip
        if article.id in told:
            yield article, read_marked(article, told[article.id])


def span_of(text: str, words: str) -> Span:
    """Return the span of words in a text; "##2" after them asks for the second occurrence."""
    found = _OCCURRENCE.fullmatch(words)
    words, count = (found[1], int(found[2])) if found else (words, 1)
    at = -1
    for _ in range(count):
        at = text.find(words, at + 1)
        if at < 0:
            raise ValueError(f"{words!r} does not stand {count} times in the text")
    return Span.of(text, at, at + len(words))


def _at(text: str, ends: list[Json]) -> Span:
    match ends:
        case [int(start), int(end)] if 0 <= start < end <= len(text):
            return Span.of(text, start, end)
    raise ValueError(f"{ends!r} are no two ends of a span in a text of {len(text)} characters")


def _placed(kind: object, value: Json, text: str) -> Json:
    """Put spans in place of words wherever the type of a field asks for a span."""
    if get_origin(kind) in (Union, types.UnionType):
        kind = next(arm for arm in get_args(kind) if arm is not type(None))
    if value is None:
        return None
    if kind is Span:
        span = _at(text, value) if isinstance(value, list) else span_of(text, str(value))
        return {"start": span.start, "end": span.end, "text": span.text}
    if get_origin(kind) is tuple and isinstance(value, list):
        return [_placed(get_args(kind)[0], part, text) for part in value]
    if isinstance(kind, type) and is_dataclass(kind) and isinstance(value, dict):
        hints = get_type_hints(kind)
        return {f.name: _placed(hints[f.name], value[f.name], text)
                for f in fields(kind) if f.name in value}  # fmt: skip
    return value
