"""Lines between points: bent, with the head in the middle, pointing where they lead."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from sayso.web.draw.ways import NEAR, draw_way

POINTS = st.tuples(st.floats(0, 960), st.floats(0, 600))


def test_the_way_there_and_the_way_back_lie_beside_each_other() -> None:
    there, back = draw_way((0, 100), (200, 100)), draw_way((200, 100), (0, 100))
    assert there is not None and back is not None
    assert there.y < 100 < back.y and there.x == back.x == 100
    assert (there.turn, abs(back.turn)) == (0, 180)


def test_a_further_line_between_the_same_points_is_bent_further_out() -> None:
    one, two = (draw_way((0, 100), (200, 100), beside=n) for n in (0, 1))
    assert one is not None and two is not None and two.y < one.y


@given(POINTS, POINTS)
def test_a_line_runs_from_point_to_point_and_there_is_none_to_where_one_is(
    start: tuple[float, float], end: tuple[float, float]
) -> None:
    way = draw_way(start, end)
    assert (way is None) == (math.dist(start, end) < NEAR)
    if way is not None:
        assert way.path.startswith(f"M{start[0]:g} {start[1]:g}Q")
        assert way.path.endswith(f" {end[0]:g} {end[1]:g}")
        middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
        assert math.dist(middle, (way.x, way.y)) <= 0.15 * math.dist(start, end) + 0.1
