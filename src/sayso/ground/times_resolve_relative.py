"""Times counted from the present to the days they cover: last week, two days ago, for weeks."""

from __future__ import annotations

from datetime import timedelta
from math import ceil

from sayso.ground.times_calendar import HOURS, step, unit_around, weekday_near
from sayso.ground.times_days import GRAINS, Anchor, Days, Refused, day_before, one_day
from sayso.ground.times_expression import Lasting, Shift, Unit, Vague, Window

#: "Several" and bare plurals are two at the least.
_SEVERAL = 2


def resolve_unit(unit: Unit, anchor: Anchor) -> Days:
    """Return the days of a calendar unit counted from the present one."""
    today = anchor.today
    if unit.unit == "weekend":
        return _weekend(unit, anchor)
    if unit.unit == "day":
        if unit.bare:
            raise Refused("which day is meant stands elsewhere in the text")
        return one_day(step(today, unit.which, "day"), f"counted from {today}")
    first, last = unit_around(step(today, unit.which, unit.unit), unit.unit)
    words = {-1: "before the one of", 0: "of", 1: "after the one of"}
    where = words.get(unit.which, "counted from")
    return Days(first, last, GRAINS[unit.unit], why=f"the calendar {unit.unit} {where} {today}")


def _weekend(unit: Unit, anchor: Anchor) -> Days:
    today = anchor.today
    is_on = today.weekday() >= 5
    if is_on and unit.which == 0:
        saturday = weekday_near(today, 5, -1)
    elif unit.which == 0 and (anchor.is_ahead or (not unit.bare and anchor.tense != "past")):
        saturday = weekday_near(today, 5, 1)
    elif unit.which == 0:
        saturday = weekday_near(today, 5, -1)
    elif unit.which < 0:
        saturday = weekday_near(day_before(today, 2 if is_on else 0), 5, -1)
        saturday += timedelta(days=7 * (unit.which + 1))
    else:
        saturday = weekday_near(today + timedelta(days=1), 5, 1)
        saturday += timedelta(days=7 * (unit.which - 1))
    why = "Saturday and Sunday; the weekend falls on other days in some countries"
    return Days(saturday, saturday + timedelta(days=1), "week", "approximate", why)


def resolve_shift(shift: Shift, anchor: Anchor) -> Days:
    """Return the day, week, month or year so many units before or after the present."""
    if shift.length and anchor.tense == "past":
        raise Refused("a length of time, and nothing says when it began")
    today, direction = anchor.today, shift.direction
    side = "before" if direction < 0 else "after"
    if shift.count is None:
        bound = step(today, _SEVERAL * direction, shift.unit)
        ends = (None, bound) if direction < 0 else (bound, None)
        return Days(ends[0], ends[1], GRAINS[shift.unit], "open", "how many is not told")
    why = f"{_counted(shift.count, shift.unit)} {side} {today}"
    if shift.unit in HOURS:
        return _hours(shift.count, shift.unit, direction, anchor)
    unit = "year" if shift.unit in ("decade", "century", "millennium") else shift.unit
    unit = "week" if unit in ("fortnight", "weekend") else unit
    first, last = unit_around(step(today, direction * shift.count, shift.unit), unit)
    days = Days(first, last, GRAINS[unit], why=why)
    return days if shift.count == int(shift.count) and unit == shift.unit else days.loosely()


def _counted(count: float, unit: str) -> str:
    """Return a count of units in words: "1 day", "2 weeks", "3 centuries"."""
    if count == 1:
        return f"1 {unit}"
    plural = unit[:-1] + "ies" if unit == "century" else unit + "s"
    return f"{count:g} {plural}"


def _hours(count: float, unit: str, direction: int, anchor: Anchor) -> Days:
    other = step(anchor.today, direction * ceil(count * HOURS[unit] / 24), "day")
    first, last = sorted((other, anchor.today))
    return Days(first, last, "hour", "approximate", "hours may run over midnight")


def shifted_from(shift: Shift, base: Days) -> Days:
    """Return the day so many units before or after days that are told."""
    first, last = base.closed
    if shift.count is None:
        raise Refused("how many is not told")
    start = first if shift.direction < 0 else last
    day = step(start, shift.direction * shift.count, shift.unit)
    found = one_day(day, f"{_counted(shift.count, shift.unit)} from {start}")
    exact = base.kind == "exact" and first == last and shift.unit in ("day", "week")
    return found if exact else found.loosely()


def resolve_window(window: Window, anchor: Anchor) -> Days:
    """Return the days of "the past 24 hours" or "the next three weeks", up to or from the day."""
    if window.length and anchor.tense == "past":
        raise Refused("a length of time, and nothing says when it began")
    today, grain = anchor.today, GRAINS[window.unit]
    if window.count is None:
        ends = (None, today) if window.direction < 0 else (today, None)
        return Days(ends[0], ends[1], grain, "open", "how many is not told")
    if window.unit in HOURS:
        return _hours(window.count, window.unit, window.direction, anchor)
    other = step(today, window.direction * window.count, window.unit)
    first, last = sorted((other, today))
    side = "up to" if window.direction < 0 else "from"
    return Days(first, last, grain, "approximate", f"a stretch that runs {side} {today}")


def resolve_lasting(lasting: Lasting, anchor: Anchor) -> Days:
    """Return the days of "for three weeks" where it runs up to the present."""
    if anchor.tense in ("past", "future"):
        raise Refused("a length of time, and nothing says when it began")
    return resolve_window(Window(lasting.count, lasting.unit, -1), anchor)


def resolve_vague(vague: Vague, anchor: Anchor) -> Days:
    """Return the present day for "now"; Refused for "recently" and "soon"."""
    if vague.time != "present":
        raise Refused(f"it names the {vague.time}, but no day")
    return one_day(anchor.today, "the time of the report").loosely()
