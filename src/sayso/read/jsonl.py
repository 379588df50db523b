"""JSON lines to Articles: one object a line, with "text" and what is known of the report."""

from __future__ import annotations

import json
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from io import BufferedReader, BytesIO
from itertools import count

from sayso.read.dates import read_day
from sayso.read.encoding import decode
from sayso.read.text import MOST_BYTES
from sayso.record.reading import Article, Problem, text_id

#: The longest line, in bytes: a report at its longest with every character escaped.
LONGEST_LINE = 3 * MOST_BYTES


def read_jsonl(stream: BufferedReader, name: str) -> Iterator[Article]:
    """Yield an article a line, in order; a line that is none gives one with a "bad-line".

    Keys: text; id title url publisher (or source) published (or date) language where known.
    """
    for number, line in _lines(stream):
        where = f"line {number} of {name}"
        if line is None:
            yield _failed(name, number, Problem("too-long", f"{where} is too long"))
        elif line.strip():
            yield _article(line, name, number)


def _lines(stream: BufferedReader) -> Iterator[tuple[int, bytes | None]]:
    """The lines with their numbers; None stands for one that is too long."""
    if stream.peek(2)[:2] in (BOM_UTF16_LE, BOM_UTF16_BE):
        text = stream.read().decode("utf-16", "replace")
        stream = BufferedReader(BytesIO(text.encode("utf-8", "replace")))
    for number in count(1):
        line = stream.readline(LONGEST_LINE)
        if not line:
            return
        if len(line) < LONGEST_LINE or line.endswith(b"\n"):
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(LONGEST_LINE)
        yield number, None


def _article(line: bytes, name: str, number: int) -> Article:
    where = f"line {number} of {name}"
    written, problems = decode(line, where)
    if problems and not written:
        return _failed(name, number, *problems)
    try:
        found = json.loads(written)
    except (ValueError, RecursionError) as fault:
        reason = f"{where} is no JSON: {str(fault)[:80]}"
        return _failed(name, number, Problem("bad-line", reason))
    if not isinstance(found, dict) or not isinstance(found.get("text"), str):
        return _failed(name, number, Problem("bad-line", f'{where} is no object with a "text"'))
    text = found["text"]
    published, odd_day = read_day(found.get("published") or found.get("date"))
    return Article(
        id=_word(found.get("id")) or text_id(text),
        text=text,
        title=_word(found.get("title")),
        url=_word(found.get("url")),
        publisher=_word(found.get("publisher")) or _name(found.get("source")),
        published=published,
        language=_word(found.get("language")),
        problems=(*problems, *odd_day),
    )


def _word(value: object) -> str | None:
    """A text or a number as a text; anything else is not kept."""
    is_plain = isinstance(value, (str, int, float)) and not isinstance(value, bool)
    return (str(value) or None) if is_plain else None


def _name(value: object) -> str | None:
    """The name of a source; an address is none."""
    word = _word(value)
    return None if word is None or "/" in word else word


def _failed(name: str, number: int, *problems: Problem) -> Article:
    return Article(id=f"{name}:{number}", text="", problems=problems)
