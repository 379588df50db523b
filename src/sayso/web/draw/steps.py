"""Figures of several claimants over time to steps and ranges: where each lies in the drawing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from sayso.store.questions import FigureRow
from sayso.web.draw.axes import Tick, day_of, day_ticks, number_steps

WIDTH, HEIGHT = 960, 420
LEFT, RIGHT, TOP, BOTTOM = 70, 48, 20, 40
#: Claimants that are drawn: as many as there are shapes and colours to tell them apart.
SERIES = 6
#: Height of the arrow that stands for a bound that is not told.
ARROW = 22


@dataclass(frozen=True, slots=True)
class Point:
    """A figure in the drawing: ``y`` at its told bound, ``low`` and ``high`` where its bar ends."""

    x: float
    y: float
    low: float
    high: float
    open_above: bool
    open_below: bool
    figure: FigureRow


@dataclass(frozen=True, slots=True)
class Series:
    """The figures of one claimant: its number among the shapes, its points, the steps between."""

    number: int
    claimant: str
    points: tuple[Point, ...]
    path: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing of tolls; ``left_out`` are claimants for whom no shape is left."""

    series: tuple[Series, ...]
    across: tuple[Tick, ...]
    up: tuple[Tick, ...]
    left_out: tuple[str, ...]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT
    top: int = TOP
    bottom: int = HEIGHT - BOTTOM


def draw_steps(figures: Sequence[tuple[str, FigureRow]]) -> Chart | None:
    """Return the drawing of figures, each with its claimant; None where no figure has a day."""
    dated = [(who, f, day) for who, f in figures if (day := day_of(f.as_of)) is not None
             and (f.low is not None or f.high is not None)]  # fmt: skip
    if not dated:
        return None
    first, last = min(d for *_, d in dated), max(d for *_, d in dated)
    told = [float(n) for _, f, _ in dated for n in (f.low, f.high) if n is not None]
    steps = number_steps(max(told))
    scale = _Scale(first, max(1, (last - first).days), steps[-1])
    by_claimant: dict[str, list[tuple[date, FigureRow]]] = {}
    for who, figure, day in dated:
        by_claimant.setdefault(who, []).append((day, figure))
    ranked = sorted(by_claimant, key=lambda who: (-len(by_claimant[who]), who))
    series = tuple(
        _series(n, who, by_claimant[who], scale) for n, who in enumerate(ranked[:SERIES])
    )
    across = tuple(Tick(scale.x(day), label) for day, label in day_ticks(first, last))
    up = tuple(Tick(scale.y(n), f"{n:,.0f}") for n in steps)
    return Chart(series, across, up, tuple(ranked[SERIES:]))


@dataclass(frozen=True, slots=True)
class _Scale:
    first: date
    length: int
    top: float

    def x(self, day: date) -> float:
        share = (day - self.first).days / self.length
        return round(LEFT + share * (WIDTH - LEFT - RIGHT), 1)

    def y(self, number: float) -> float:
        share = number / self.top
        return round(HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM), 1)


def _series(
    number: int, claimant: str, dated: list[tuple[date, FigureRow]], scale: _Scale
) -> Series:
    points = [_point(day, figure, scale) for day, figure in sorted(dated, key=_order)]
    path = f"M{points[0].x} {points[0].y}"
    path += "".join(
        f"H{p.x}V{p.y}" if _follows(p.figure, before.figure) else f"M{p.x} {p.y}"
        for before, p in pairwise(points)
    )
    return Series(number, claimant, tuple(points), path)


def _follows(later: FigureRow, earlier: FigureRow) -> bool:
    """Tell whether a count can be the next one of the same: of one happening, or a running one."""
    if "event" not in (later.scope, earlier.scope):
        return True
    one, two = (f.incident or f"{f.report}/{f.event or f.id}" for f in (earlier, later))
    return one == two


def _order(dated: tuple[date, FigureRow]) -> tuple[date, str, str]:
    day, figure = dated
    return day, figure.published or "", figure.report


def _point(day: date, figure: FigureRow, scale: _Scale) -> Point:
    told = figure.low if figure.low is not None else figure.high
    y = scale.y(float(told or 0))
    low = scale.y(float(figure.low)) if figure.low is not None else y + ARROW
    high = scale.y(float(figure.high)) if figure.high is not None else y - ARROW
    return Point(scale.x(day), y, low, high, figure.high is None, figure.low is None, figure)
