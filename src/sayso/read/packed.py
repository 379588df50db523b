"""A packed stream (gzip, zstandard) to the bytes in it, with a stop at decompression bombs."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from io import BufferedReader, RawIOBase
from typing import Protocol

from sayso.record.reading import Problem

#: First bytes of a packed stream, and the ends of names that are dropped to find its format.
GZIP, ZSTANDARD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"
ENDINGS = (".gz", ".zst")
#: Unpacked bytes to each packed one. Text packs to a tenth at the best; a hundred is no text.
RATIO = 100
#: Unpacked bytes below which the ratio tells nothing.
LEAST = 1_000_000
#: Unpacked bytes of one record of an archive, or of one page.
RECORD = 50_000_000
#: Packed bytes over which the ratio is taken, so that a bomb cannot hide behind much text.
WINDOW = 1_000_000
#: Packed bytes that are unpacked at once: a kilobyte of a bomb is 32 MB at the most.
PIECE = 1024


class Unpackable(Exception):
    """A packed stream that ends too early, is damaged, or is a bomb."""

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(reason)
        self.problem = Problem(code, reason)


class Step(Protocol):
    """What unpacks one gzip member or one zstandard frame."""

    @property
    def eof(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, /) -> bytes: ...


def unpacked(stream: BufferedReader, name: str) -> BufferedReader:
    """Return what a stream holds once unpacked, or the stream itself where it is not packed.

    Reading raises Unpackable where the stream is cut off ("truncated"), damaged ("bad-record") or
    holds more than 100 bytes for each packed one ("bomb").
    """
    start = stream.peek(4)[:4]
    if start.startswith(GZIP):
        return BufferedReader(_Unpacked(stream, name, _gzip), 1 << 16)
    if start.startswith(ZSTANDARD):
        return BufferedReader(_Unpacked(stream, name, _zstandard), 1 << 16)
    return stream


def _gzip() -> Step:
    return zlib.decompressobj(31)


def _zstandard() -> Step:
    import zstandard

    step: Step = zstandard.ZstdDecompressor(max_window_size=1 << 27).decompressobj()
    return step


class _Unpacked(RawIOBase):
    """The unpacked bytes of all members or frames, one after another."""

    def __init__(self, stream: BufferedReader, name: str, begin: Callable[[], Step]) -> None:
        self._stream, self._name, self._begin = stream, name, begin
        self._step: Step | None = None
        self._left = b""  # packed, behind the end of a member
        self._ready = memoryview(b"")  # unpacked, not yet asked for
        self._packed = self._given = 0  # bytes of this window

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        while not self._ready:
            piece = self._left or self._stream.read(PIECE)
            self._left = b""
            if not piece:
                if self._step is not None:
                    raise Unpackable("truncated", f"{self._name} is cut off before its end")
                return 0
            self._unpack(piece)
        count = min(len(buffer), len(self._ready))
        buffer[:count] = self._ready[:count]
        self._ready = self._ready[count:]
        return count

    def _unpack(self, piece: bytes) -> None:
        if self._step is None:
            piece = piece.lstrip(b"\0")  # members may be padded
            if not piece:
                return
            self._step = self._begin()
        try:
            self._ready = memoryview(self._step.decompress(piece))
        except Exception as fault:  # zlib.error and ZstdError share no parent
            reason = f"{self._name} is damaged and cannot be unpacked to its end: {fault}"
            raise Unpackable("bad-record", reason) from fault
        if self._step.eof:
            self._left, self._step = self._step.unused_data, None
        self._weigh(len(piece) - len(self._left), len(self._ready))

    def _weigh(self, packed: int, given: int) -> None:
        if self._packed > WINDOW:
            self._packed = self._given = 0
        self._packed += packed
        self._given += given
        if is_bomb(self._packed, self._given):
            reason = f"{self._name} unpacks to more than {RATIO} bytes for each packed one"
            raise Unpackable("bomb", reason)


def is_bomb(packed: int, given: int) -> bool:
    """Tell whether so many packed bytes gave more than a text can."""
    return given > LEAST and given > RATIO * packed
