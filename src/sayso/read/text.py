"""A plain text file to one Article: its characters as they stand, line breaks included."""

from __future__ import annotations

from collections.abc import Iterator
from io import BufferedReader

from sayso.read.encoding import decode
from sayso.record.reading import Article, Problem, text_id

#: The longest report, in characters; a file may take four bytes for each.
LONGEST = 2_000_000
MOST_BYTES = 4 * LONGEST


def read_text(stream: BufferedReader, name: str) -> Iterator[Article]:
    """Yield the one article of a plain text file."""
    raw, problems = read_whole(stream, name)
    text = ""
    if not problems:
        text, problems = decode(raw, name)
    yield Article(id=text_id(text) if text else name, text=text, problems=problems)


def read_whole(stream: BufferedReader, name: str) -> tuple[bytes, tuple[Problem, ...]]:
    """Return the bytes of a file, or none and the problem "too-long"."""
    raw = stream.read(MOST_BYTES + 1)
    if len(raw) > MOST_BYTES:
        reason = f"{name} is longer than {MOST_BYTES:,} bytes, too long for one report"
        return b"", (Problem("too-long", reason),)
    return raw, ()
