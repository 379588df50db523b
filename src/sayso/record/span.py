"""Span: a stretch of a report's own text, by characters, with its verbatim words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters ``start`` to ``end`` (Unicode code points, half-open) of a report's text.

    ``text[start:end] == span.text`` holds for every span that is ever written.
    """

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """Return the span of ``text`` from ``start`` to ``end``.

        Raises ValueError where the range is empty or lies outside the text.
        """
        if not 0 <= start < end <= len(text):
            raise ValueError(f"span {start}:{end} does not lie in a text of {len(text)} characters")
        return cls(start, end, text[start:end])

    def is_verbatim(self, text: str) -> bool:
        """Tell whether the words stand in ``text`` at the place that the span names."""
        return 0 <= self.start < self.end and text[self.start : self.end] == self.text

    def covers(self, other: Span) -> bool:
        """Tell whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end
