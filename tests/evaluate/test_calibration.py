"""How often findings of a confidence were right: the error, and the knots that mend it."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import InputError
from sayso.evaluate.calibration import (
    Judged,
    calibration_lines,
    error,
    fit,
    judged_files,
    knot_lines,
)
from sayso.parse.model import Model

POINTS = st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=400)


def judged(score: float, right: bool, report: int) -> Judged:
    """Return the verdict on a made-up event."""
    return Judged("event", score, score, True, right, f"r{report}")


@given(POINTS)
def test_knots_rise_in_score_and_share(points: list[tuple[float, bool]]) -> None:
    knots = fit(points)
    assert [y for _, y in knots] == sorted(y for _, y in knots)
    assert [x for x, _ in knots] == sorted(x for x, _ in knots)
    assert all(0 < y < 1 for _, y in knots)


def test_the_error_is_the_distance_of_confidence_and_share() -> None:
    assert error([(0.95, True)] * 19 + [(0.95, False)]) == pytest.approx(0)
    assert error([(0.95, True), (0.95, False)]) == pytest.approx(45)


def test_scores_that_say_too_much_are_mended_and_true_ones_are_left() -> None:
    boasting = [judged(0.99, n % 2 == 0, n // 2) for n in range(200)]
    assert "confidence 49.0, fitted on other reports" in calibration_lines(boasting)[4]
    assert len(knot_lines(boasting)) == 1
    true = [judged(0.5, n % 2 == 0, n // 2) for n in range(200)]
    assert knot_lines(true) == []


def test_files_that_are_absent_are_refused_before_the_weights_are_asked(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        judged_files([(tmp_path / "texts", tmp_path / "gold")], cast(Model, None))
