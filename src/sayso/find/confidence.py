"""The score of a head to a confidence: the share of such findings that were right when measured.

The knots were fitted by ``sayso.evaluate.calibration`` on texts that the encoder was not trained
on; between two knots the share is read off the straight line.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from importlib.resources import files
from math import inf

Knots = tuple[tuple[float, float], ...]
#: Digits of a confidence in the record.
DIGITS = 3


def calibrated(kind: str, score: float) -> float:
    """Return the confidence (0 to 1) of a finding of a kind ("statement", "event", "figure").

    ``score`` is the mean probability of its anchor. It never falls as the score rises; a kind
    without knots keeps its score.
    """
    return round(between(_knots().get(kind, ()), score), DIGITS)


def between(knots: Knots, score: float) -> float:
    """Return the share at a score by the straight line between its two knots, flat at the ends."""
    if not knots:
        return score
    at = bisect_right(knots, (score, inf))
    if at in (0, len(knots)):
        return knots[min(at, len(knots) - 1)][1]
    (x0, y0), (x1, y1) = knots[at - 1], knots[at]
    return y0 + (y1 - y0) * (score - x0) / (x1 - x0)


@cache
def _knots() -> dict[str, Knots]:
    text = files("sayso.find").joinpath("data", "calibration.tsv").read_text(encoding="utf-8")
    out: dict[str, list[tuple[float, float]]] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            kind, score, share = line.split("\t")
            out.setdefault(kind, []).append((float(score), float(share)))
    return {kind: tuple(sorted(knots)) for kind, knots in out.items()}
