"""A head's score to the confidence of the record: rising, between 0 and 1, by its knots."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.find.confidence import between, calibrated

SCORES = st.floats(0, 1)


@given(st.sampled_from(["statement", "event", "figure"]), SCORES, SCORES)
def test_a_higher_score_never_gives_less_confidence(kind: str, a: float, b: float) -> None:
    low, high = calibrated(kind, min(a, b)), calibrated(kind, max(a, b))
    assert 0 <= low <= high <= 1


@pytest.mark.parametrize(
    ("score", "share"), [(0.2, 0.3), (0.5, 0.3), (0.7, 0.6), (0.9, 0.9), (1.0, 0.9)]
)
def test_between_two_knots_the_share_lies_on_their_line_and_beyond_them_it_stays(
    score: float, share: float
) -> None:
    assert between(((0.5, 0.3), (0.9, 0.9)), score) == pytest.approx(share)


def test_a_kind_without_knots_keeps_its_score() -> None:
    assert calibrated("poll", 0.625) == 0.625
