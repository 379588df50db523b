"""Two points of a drawing to a bent line from one to the other, with a head in its middle."""

from __future__ import annotations

import math
from dataclasses import dataclass

#: How far a line is bent to its left, as a part of its length: the way back lies beside it, and
#: each further line between the same points a little further out.
BEND, FURTHER = 0.14, 0.08
#: Points nearer to each other than this are one place.
NEAR = 1.0


@dataclass(frozen=True, slots=True)
class Way:
    """``path`` is the line; its head lies at ``x`` and ``y``, ``turn`` degrees from the right."""

    path: str
    x: float
    y: float
    turn: float


def draw_way(
    start: tuple[float, float], end: tuple[float, float], *, beside: int = 0
) -> Way | None:
    """Return the line; ``beside`` others lead there already. None where there is no way to go."""
    across, down = end[0] - start[0], end[1] - start[1]
    if math.hypot(across, down) < NEAR:
        return None
    bend = 2 * (BEND + FURTHER * beside)
    over = (start[0] + end[0]) / 2 + bend * down, (start[1] + end[1]) / 2 - bend * across
    # The middle of a quadratic Bézier curve, where it runs as from its start to its end.
    x, y = ((a + 2 * c + b) / 4 for a, c, b in zip(start, over, end, strict=True))
    path = f"M{start[0]:g} {start[1]:g}Q{over[0]:.1f} {over[1]:.1f} {end[0]:g} {end[1]:g}"
    return Way(path, round(x, 1), round(y, 1), round(math.degrees(math.atan2(down, across)), 1))
