"""A WARC stream to the bytes of its records, past those that are broken."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from io import BufferedReader, BytesIO

from sayso.read.packed import GZIP, PIECE, RATIO, RECORD, is_bomb
from sayso.record.reading import Problem

#: A record's bytes, or what is wrong with it.
Record = bytes | Problem
#: The longest head of a record, and a line of it, in bytes.
HEAD, LINE = 100_000, 10_000
_LENGTH = re.compile(rb"^content-length:[ \t]*([0-9]{1,15})[ \t]*\r?$", re.I | re.M)
#: The beginning of a gzip member that deflate wrote: where reading goes on behind a broken one.
MEMBER = GZIP + b"\x08"


def records(stream: BufferedReader, name: str) -> Iterator[Record]:
    """Yield the records of a WARC file, plain or packed record by record, in order.

    A broken record gives a problem ("bad-record", "truncated", "bomb") and reading goes on at the
    next one that can be found.
    """
    if not stream.peek(2).startswith(GZIP):
        yield from _plain(stream, name)
        return
    for member in _members(stream, name):
        if isinstance(member, Problem):
            yield member
        else:
            yield from _plain(BufferedReader(BytesIO(member)), name)


def _plain(stream: BufferedReader, name: str) -> Iterator[Record]:
    line = b""
    while line := line or stream.readline(LINE):
        if not line.strip():
            line = b""
            continue
        if not line.startswith(b"WARC/"):
            yield Problem("bad-record", f"{name} holds bytes that belong to no record; passed over")
            line = _next_head(stream)
            continue
        record, line = _record(stream, line, name)
        yield record


def _record(stream: BufferedReader, first: bytes, name: str) -> tuple[Record, bytes]:
    """One record, and the line behind it where that was read already."""
    head = first
    while (line := stream.readline(LINE)).strip():
        head += line
        if len(head) > HEAD or line.startswith(b"WARC/"):
            return Problem("bad-record", f"a record of {name} has a broken head"), _head(line)
    found = _LENGTH.search(head)
    if not line or not found:
        reason = f"a record of {name} {'has no length' if line else 'is cut off in its head'}"
        return Problem("bad-record" if line else "truncated", reason), b""
    length = int(found[1])
    if length > RECORD:
        _skip(stream, length)
        return Problem(
            "bomb", f"a record of {name} has {length:,} bytes, the limit is {RECORD:,}"
        ), b""
    body = stream.read(length)
    if len(body) < length:
        return Problem("truncated", f"{name} is cut off in its last record"), b""
    return _closed(stream, head + line + body, name)


def _closed(stream: BufferedReader, record: bytes, name: str) -> tuple[Record, bytes]:
    """A record with a wrong length is not followed by an empty line."""
    line = stream.readline(LINE)
    if not line.strip():
        return record, b""
    problem = Problem("bad-record", f"a record of {name} has another length than it says")
    return problem, _head(line) or _next_head(stream)


def _head(line: bytes) -> bytes:
    return line if line.startswith(b"WARC/") else b""


def _next_head(stream: BufferedReader) -> bytes:
    while line := stream.readline(LINE):
        if line.startswith(b"WARC/"):
            return line
    return b""


def _skip(stream: BufferedReader, length: int) -> None:
    while length > 0 and (piece := stream.read(min(length, 1 << 20))):
        length -= len(piece)


def _members(stream: BufferedReader, name: str) -> Iterator[Record]:
    """The unpacked members of a gzip stream; behind a broken one the next is looked for."""
    left = stream.read(PIECE)
    while left:
        start = left.find(MEMBER)
        if start < 0:
            left = left[-2:] + (more := stream.read(PIECE))
            if not more:
                return
            continue
        found, left = _member(stream, left[start:], name)
        yield found
        left = left or stream.read(PIECE)


def _member(stream: BufferedReader, piece: bytes, name: str) -> tuple[Record, bytes]:
    """One member, and the packed bytes behind it; behind a broken one, those to be searched."""
    step, found, packed = zlib.decompressobj(31), bytearray(), 0
    while piece:
        try:
            found += step.decompress(piece, RECORD + 1 - len(found))
        except zlib.error as fault:
            reason = f"a record of {name} is damaged and cannot be unpacked: {fault}"
            return Problem("bad-record", reason), piece[len(MEMBER) if not packed else 0 :]
        packed += len(piece)
        if len(found) > RECORD or is_bomb(packed, len(found)):
            reason = f"a record of {name} unpacks to more than {RATIO}:1 or {RECORD:,} bytes"
            return Problem("bomb", reason), piece[len(MEMBER) :]
        if step.eof:
            return bytes(found), step.unused_data or stream.read(PIECE)
        piece = stream.read(PIECE)
    return Problem("truncated", f"{name} is cut off in its last record"), b""
