"""The memory-mapped gazetteer: from a folded place name to the towns and divisions of that name.

The file is built by ``tools/gazetteer.py`` from GeoNames (CC BY 4.0). Its parts, each at a
multiple of 8 bytes and little-endian: a header (magic, then four 32-bit numbers: places, keys,
bytes of names, countries), the columns of the places, the sorted hashes of the keys and the rows
beside them, the countries' two letters, the names as UTF-8 with a newline after each.
"""

from __future__ import annotations

import mmap
import struct
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sayso.errors import InputError
from sayso.ground.folding import key_hash

MAGIC = b"SAYSOGZ1"
HEADER = struct.Struct("<8s4I")

#: The columns of a place, in file order. ``parent`` is the row of the division that holds it
#: (NOWHERE: none); ``size`` is 8 times the binary logarithm of the population.
COLUMNS = (
    ("id", "<u4"), ("lat", "<i4"), ("lon", "<i4"), ("name", "<u4"),
    ("parent", "<u2"), ("country", "<u1"), ("kind", "<u1"), ("size", "<u1"),
)  # fmt: skip
NOWHERE = 0xFFFF
#: Degrees are kept as whole hundred-thousandths (1.1 m).
DEGREE = 100_000

ADMIN1, ADMIN2, CITY, CAPITAL = 1, 2, 3, 4

#: A key's second word: the row in the lower 19 bits, 12 check bits, and the mark of an alias.
ROW_BITS = 19
ROW_MASK = (1 << ROW_BITS) - 1
ALIAS_BIT = 1 << 31


class Gazetteer:
    """An open gazetteer; nothing of it is read before it is asked for.

    Raises InputError where the file is missing or is no gazetteer.
    """

    def __init__(self, path: Path) -> None:
        try:
            with path.open("rb") as file:
                self._bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            magic, places, keys, names, countries = HEADER.unpack_from(self._bytes)
        except (OSError, ValueError, struct.error) as failure:
            raise InputError(f"no gazetteer at {path}: {failure}", _ADVICE) from failure
        if magic != MAGIC:
            raise InputError(f"{path} is no gazetteer of this version", _ADVICE)
        at = padded(HEADER.size)
        self.columns: dict[str, NDArray[np.integer]] = {}
        for column, kind in COLUMNS:
            self.columns[column] = self._part(kind, places, at)
            at += padded(places * np.dtype(kind).itemsize)
        self._hashes = self._part("<u4", keys, at)
        at += padded(4 * keys)
        self._rows = self._part("<u4", keys, at)
        at += padded(4 * keys)
        letters = self._bytes[at : at + 2 * countries].decode()
        self.countries = tuple(letters[n : n + 2] for n in range(0, len(letters), 2))
        self._names_at = at + padded(2 * countries)
        if self._names_at + names != len(self._bytes):
            raise InputError(f"{path} is cut short", _ADVICE)

    def _part(self, kind: str, count: int, at: int) -> NDArray[np.integer]:
        try:
            return np.frombuffer(self._bytes, dtype=kind, count=count, offset=at)
        except ValueError as short:
            raise InputError(f"the gazetteer is cut short: {short}", _ADVICE) from short

    def __len__(self) -> int:
        return len(self.columns["id"])

    def rows(self, key: str) -> list[tuple[int, bool]]:
        """Return the rows of the places with that folded name, and whether it is an alias."""
        wanted, check = key_hash(key)
        at = int(np.searchsorted(self._hashes, np.uint32(wanted)))
        found = []
        while at < len(self._hashes) and int(self._hashes[at]) == wanted:
            packed = int(self._rows[at])
            if (packed >> ROW_BITS) & 0xFFF == check:
                found.append((packed & ROW_MASK, bool(packed & ALIAS_BIT)))
            at += 1
        return found

    def name(self, row: int) -> str:
        """Return the name of the place in that row, as GeoNames writes it."""
        start = self._names_at + int(self.columns["name"][row])
        return self._bytes[start : self._bytes.find(b"\n", start)].decode()


_ADVICE = "Install sayso again, or build the file with tools/gazetteer.py."


def padded(size: int) -> int:
    """Return a size rounded up to a multiple of 8."""
    return -(-size // 8) * 8
