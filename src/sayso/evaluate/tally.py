"""Hits, found and gold to precision, recall and F1 in per cent."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass
class Tally:
    """Counts over all texts (micro average)."""

    hit: int = 0
    found: int = 0
    gold: int = 0

    def add(self, hit: int, found: int, gold: int) -> None:
        """Count one text more."""
        self.hit += hit
        self.found += found
        self.gold += gold

    @property
    def precision(self) -> float:
        """Per cent of what was found that is right."""
        return 100 * self.hit / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Per cent of gold that was found."""
        return 100 * self.hit / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, in per cent."""
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0

    def row(self, name: str) -> str:
        """Return one line of a table: name, P, R, F1, counts."""
        counts = f"{self.hit}/{self.found}/{self.gold}"
        return f"{name:28}{self.precision:7.1f}{self.recall:7.1f}{self.f1:7.1f}   {counts}"
