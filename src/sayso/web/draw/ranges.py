"""Bounds of figures to bars on one scale from nought, in per cent of its width."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

Bound = int | float | None
#: The width of the scale, and the part of it left free for bars without an upper bound.
WIDTH, FREE = 100.0, 8.0


@dataclass(frozen=True, slots=True)
class Range:
    """A bar from ``x`` over ``width``; ``open_below`` and ``open_above`` where no bound is told."""

    x: float
    width: float
    open_below: bool
    open_above: bool


def ranges(bounds: Sequence[tuple[Bound, Bound]]) -> list[Range]:
    """Return a bar for each pair of bounds, all on the same scale."""
    top = max((n for pair in bounds for n in pair if n is not None), default=0) or 1
    scale = (WIDTH - FREE) / top
    return [_range(low, high, scale) for low, high in bounds]


def _range(low: Bound, high: Bound, scale: float) -> Range:
    start = scale * max(0, low or 0)
    end = WIDTH if high is None else max(start, scale * high)
    return Range(round(start, 2), round(max(end - start, 0.6), 2), low is None, high is None)
