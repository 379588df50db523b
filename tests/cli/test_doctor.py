"""Tests of sayso doctor."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from click.testing import Result

from sayso.cli import doctor

Run = Callable[..., Result]


def test_all_is_told_on_one_screen(run: Run) -> None:
    result = run("doctor")
    lines = result.stdout.splitlines()
    assert len(lines) <= 24
    for part in ("sayso", "python", "model", "sqlite", "samples", "disk"):
        assert any(line.split()[1] == part for line in lines), part


def test_what_is_not_sound_is_marked_and_sets_the_exit_code(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor, "PACKAGES", ("a-package-that-is-not-there",))
    result = run("doctor")
    assert result.exit_code == 1
    assert "BAD  a-package-that-is-not-there" in result.stdout
