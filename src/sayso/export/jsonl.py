"""Readings to JSON lines: the record as it is, one reading a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.record.reading import Reading
from sayso.record.written import write_reading


def write_jsonl(pairs: Iterable[tuple[str, Reading]]) -> Iterator[str]:
    """Yield one line a reading, in order; nothing is lost (see record.written.read_reading)."""
    for _, reading in pairs:
        yield write_reading(reading) + "\n"
