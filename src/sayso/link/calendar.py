"""ISO days to the distance between them."""

from __future__ import annotations

from datetime import date
from functools import lru_cache


def days_between(one: str | None, two: str | None) -> int | None:
    """Return how many days lie between two ISO days, None where one of them is none."""
    first, second = day_number(one), day_number(two)
    return None if first is None or second is None else abs(first - second)


@lru_cache(maxsize=65536)
def day_number(day: str | None) -> int | None:
    """Return the number of an ISO day (the first ten characters count), None where it is none."""
    try:
        return date.fromisoformat((day or "")[:10]).toordinal()
    except ValueError:
        return None
