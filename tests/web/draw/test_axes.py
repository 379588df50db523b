"""Ticks: round numbers from nought to beyond the top, days in order and inside their span."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sayso.web.draw.axes import day_of, day_ticks, number_steps


@given(st.floats(min_value=0, max_value=1e9))
def test_number_steps_run_evenly_from_nought_to_at_least_the_top(top: float) -> None:
    steps = number_steps(top)
    assert steps[0] == 0 and steps[-1] >= top
    assert 2 <= len(steps) <= 8
    gaps = {round(b - a) for a, b in pairwise(steps)}
    assert len(gaps) == 1


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 20_000))
def test_day_ticks_lie_in_their_span_in_order_and_are_few(first: date, length: int) -> None:
    last = first + timedelta(days=length)
    days = [day for day, _ in day_ticks(first, last)]
    assert days == sorted(days) and len(set(days)) == len(days)
    assert all(first <= day <= last for day in days)
    assert len(days) <= 30


def test_what_is_no_day_is_none() -> None:
    assert day_of("2024-02-04T10:00:00") == date(2024, 2, 4)
    assert [day_of(words) for words in (None, "", "soon", "2024-13-01")] == [None] * 4
