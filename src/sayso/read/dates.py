"""A written day of publication to an ISO date, where it is one beyond doubt."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date

from sayso.record.reading import Problem

_DAY = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ][0-9]{2}:?[0-9]{2}.*)?")
Day = tuple[str | None, tuple[Problem, ...]]


def read_day(written: object) -> Day:
    """Return the ISO date of "2024-02-06" or "2024-02-06T10:00:00Z", else None and a problem.

    The day stands as written: a time of day with its zone does not move it.
    """
    if written is None or written == "":
        return None, ()
    if found := _DAY.fullmatch(str(written).strip()):
        with suppress(ValueError):
            return date.fromisoformat(found[1]).isoformat(), ()
    return None, (Problem("bad-date", f"{str(written)!r:.60} is no date in the form 2024-02-06"),)
