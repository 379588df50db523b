"""A written day of publication to an ISO date, where it is one beyond doubt."""

from __future__ import annotations

from datetime import date, datetime

from sayso.record.reading import Problem

Day = tuple[str | None, tuple[Problem, ...]]


def read_day(written: object) -> Day:
    """Return the ISO date of "2024-02-06" or "2024-02-06T10:00:00Z", else None and a problem.

    The day stands as written: a time of day with its zone does not move it.
    """
    if written is None or written == "":
        return None, ()
    for read in (date.fromisoformat, datetime.fromisoformat):
        try:
            day = read(str(written).strip())
        except ValueError:
            continue
        return day.strftime("%Y-%m-%d").rjust(10, "0"), ()
    return None, (Problem("bad-date", f"{str(written)!r:.60} is no date in the form 2024-02-06"),)
