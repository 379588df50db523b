"""Days of publication to the keys of reports: the order of keys is the order of publication."""

from __future__ import annotations

from datetime import date

#: A report's key is its day of publication (days since the year 1; 0: unknown) times this, plus
#: its number within the day.
DAY = 1 << 24


def first_key(day: str | None, later: int = 0) -> int:
    """Return the least key of a day, or of so many days later; 0 for what is no day."""
    try:
        return (date.fromisoformat((day or "")[:10]).toordinal() + later) * DAY
    except ValueError:
        return 0
