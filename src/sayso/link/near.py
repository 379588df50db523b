"""Two places to the way between them, and two pairs of bounds to whether both can be true."""

from __future__ import annotations

import math

from sayso.record.grounding import Where

Bounds = tuple[int | float | None, int | float | None]

_EARTH = 6371.0  # Mean radius in kilometres.


def kilometres(one: Where | None, two: Where | None) -> float | None:
    """Return the way between two places that are points or towns, None for anything larger."""
    if one is None or two is None:
        return None
    ends = (one.lat, one.lon, two.lat, two.lon)
    sharp = {"point", "city"}
    if None in ends or one.precision not in sharp or two.precision not in sharp:
        return None
    a, b, c, d = (math.radians(end or 0.0) for end in ends)
    half = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * _EARTH * math.asin(math.sqrt(min(1.0, half)))


def bounds_fit(one: Bounds, two: Bounds) -> bool:
    """Tell whether one number could lie within both pairs of bounds (null: open)."""
    lows = [low for low in (one[0], two[0]) if low is not None]
    highs = [high for high in (one[1], two[1]) if high is not None]
    return not lows or not highs or max(lows) <= min(highs)
