"""The hand-made report as a fixture."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.record.reading import Reading


@pytest.fixture(scope="session")
def pair() -> Callable[..., tuple[str, Reading]]:
    spec = importlib.util.spec_from_file_location("made", Path(__file__).parent / "made.py")
    assert spec is not None and spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    build: Callable[..., tuple[str, Reading]] = made.pair
    return build
