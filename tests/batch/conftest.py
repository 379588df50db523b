"""What the tests of batches share: made-up reports, small extractions, and what a run wrote."""

from __future__ import annotations

import hashlib
import importlib
import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture
def halls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The small extractions, in a module that other processes can load; marks go to tmp_path."""
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    monkeypatch.setenv("SAYSO_TEST_MARKS", str(tmp_path))
    return importlib.import_module("made_hall")


@pytest.fixture
def lines(tmp_path: Path) -> Callable[..., str]:
    """Write reports to a file of JSON lines and return its path; ids count from 0."""

    def write(*texts: str, name: str = "in.jsonl") -> str:
        path = tmp_path / name
        written = (json.dumps({"id": str(n), "text": t}) + "\n" for n, t in enumerate(texts))
        path.write_text("".join(written))
        return str(path)

    return write


@pytest.fixture
def report() -> Callable[[int], str]:
    """Return a made-up report that is like no other."""
    return lambda n: f"The army said that {n} men had been killed in a raid near Rafah."


@pytest.fixture
def tree() -> Callable[[Path], dict[str, str]]:
    """Return the hash of every file in a folder, by its path."""

    def hashes(folder: Path) -> dict[str, str]:
        return {
            path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        }

    return hashes
