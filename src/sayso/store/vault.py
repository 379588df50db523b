"""Original bytes to files named by their SHA-256, compressed, and back."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import zstandard

from sayso.errors import ProjectError

_LEVEL = 6  # Beyond it a page of HTML takes twice the time for a few per cent.


class Vault:
    """A folder ``ab/abcdef….zst`` of original bytes; what is in it is never written again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, sha256: str) -> Path:
        """Return where the bytes of that hash lie. Raises ProjectError for what is no hash."""
        if len(sha256) != 64 or not set(sha256) <= set("0123456789abcdef"):
            raise ProjectError(f"{sha256!r:.80} is no SHA-256", "Run `sayso verify`.")
        return self.folder / sha256[:2] / f"{sha256}.zst"

    def keep(self, data: bytes) -> str:
        """Store the bytes unless they are there, and return their SHA-256.

        The file appears whole or not at all: it is written beside its place and renamed.
        """
        sha256 = hashlib.sha256(data).hexdigest()
        path = self.path(sha256)
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            _write_whole(path, zstandard.ZstdCompressor(_LEVEL, write_checksum=True).compress(data))
        return sha256

    def read(self, sha256: str) -> bytes:
        """Return the bytes of that hash. Raises ProjectError where they are missing or changed."""
        try:
            packed = self.path(sha256).read_bytes()
            data = zstandard.ZstdDecompressor().decompress(packed)
        except (OSError, zstandard.ZstdError) as failure:
            raise ProjectError(
                f"the original {sha256} cannot be read: {failure}", "Go back to a copy."
            ) from failure
        if hashlib.sha256(data).hexdigest() != sha256:
            raise ProjectError(f"the original {sha256} was changed", "Go back to a copy.")
        return data

    def remove(self, sha256: str) -> None:
        """Delete the bytes of that hash, if they are there."""
        self.path(sha256).unlink(missing_ok=True)

    def hashes(self) -> Iterator[str]:
        """Yield the hash of every file in the vault, sorted."""
        for path in sorted(self.folder.glob("??/*.zst")):
            yield path.stem


def _write_whole(path: Path, data: bytes) -> None:
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
