"""A report's text to its dateline: the place, day and agency that open the body."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from sayso.ground.times_days import Anchor
from sayso.ground.times_expression import Date
from sayso.ground.times_read_date import read_date
from sayso.ground.times_resolve import resolve
from sayso.ground.times_tokens import read_tokens
from sayso.record.span import Span

_STOP_WORDS = Path(__file__).with_name("data") / "no_dateline_words.txt"
#: A dateline opens one of the first lines, and is short.
_LINES = 12
_LONGEST = 120
#: "(Reuters)" or "/PRNewswire/", then a dash; or a dash or colon alone.
_AGENCY = re.compile(r"\s*(?:\(([^()\n]{2,40})\)|/([^/\n]{2,30})/)\s*")
_MARK = re.compile(r"\s+(?:-{1,2}|–|—|_)(?=\s|$)|\s*[–—]\s*|:(?=\s)")
#: Farther from the day of publication than this a day without a year is not this report's.
_NEAR = 31
_PLACE = re.compile(r"[^\W\d_][^\d()\n:;?!\"“”]*")


#: A colon alone is a weak sign: it wants a longer place name and a body behind it.
_BODY, _NAME = 60, 5
_WORDS = 6
_SMALL = frozenset({"al", "de", "del", "el", "la", "le", "of", "sur", "the", "and"})


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where and when a report was filed, and by whom.

    ``span`` is the whole of it up to its dash; ``day`` the words of the date and ``date`` the ISO
    day that they name, None where there is none or its year cannot be told.
    """

    span: Span
    place: Span
    day: Span | None = None
    date: str | None = None
    agency: Span | None = None


@dataclass(frozen=True, slots=True)
class _Head:
    """Where place and day end, where the whole ends, and how many signs must speak for it."""

    end: int
    whole: int
    agency: Span | None
    needed: int
    is_colon: bool = False


def read_dateline(text: str, *, published: str | None = None) -> Dateline | None:
    """Return the dateline of a report, or None where it has none.

    ``published``, an ISO day, supplies the year of a date without one: the year that brings it
    nearest, if that is within a month.
    """
    for start, end in _first_lines(text):
        found = _read_line(text, start, end, published)
        if found is not None:
            return found
    return None


def _first_lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for _ in range(_LINES):
        end = text.find("\n", start)
        stop = len(text) if end < 0 else end
        while start < stop and text[start].isspace():
            start += 1
        if start < stop:
            yield start, stop
        if end < 0:
            return
        start = end + 1


def _read_line(text: str, start: int, end: int, published: str | None) -> Dateline | None:
    head = _head(text, start, min(end, start + _LONGEST))
    if head is None:
        return None
    place_end, day = _split(text, start, head.end)
    place = text[start:place_end]
    is_capital = _is_capital(place)
    supports = is_capital + (head.agency is not None) + (day is not None)
    if not _is_place(place) or supports < head.needed or (head.is_colon and not is_capital):
        return None
    if head.is_colon and supports == 1 and (end - start < _BODY or len(place) < _NAME):
        return None
    when = _iso(day, published) if day else None
    span = Span.of(text, start, head.whole)
    return Dateline(span, Span.of(text, start, place_end), day, when, head.agency)


def _head(text: str, start: int, end: int) -> _Head | None:
    """Find where the place and day end, and what closes them: agency, dash or colon."""
    agency, mark = _AGENCY.search(text, start, end), _MARK.search(text, start, end)
    if agency and (mark is None or agency.start() <= mark.start()):
        name = 1 if agency[1] else 2
        stop = _MARK.match(text, agency.end(name) + 1)
        whole = stop.end() if stop else agency.end()
        return _Head(agency.start(), whole, Span.of(text, *agency.span(name)), 1 if stop else 2)
    if mark is None:
        return None
    return _Head(mark.start(), mark.end(), None, 1, is_colon=mark[0] == ":")


def _split(text: str, start: int, end: int) -> tuple[int, Span | None]:
    """Return where the place ends, and the span of the date behind a comma if there is one."""
    comma = text.find(",", start, end)
    while comma >= 0:
        t = read_tokens(text[comma + 1 : end])
        found = read_date(t, 0)
        if found and found[1] == len(t) and isinstance(found[0], Date) and found[0].day:
            first = comma + 1 + t.start[0]
            return comma, Span.of(text, first, comma + 1 + t.end[-1])
        comma = text.find(",", comma + 1, end)
    return start + len(text[start:end].rstrip()), None


def _is_capital(place: str) -> bool:
    first = place.split(",")[0]
    return first.isupper() and sum(c.isalpha() for c in first) > 2


def _is_place(place: str) -> bool:
    words = place.replace(",", " ").replace("/", " ").split()
    if not _PLACE.fullmatch(place) or not 1 <= len(words) <= _WORDS:
        return False
    return not _stop_words() & set(words) and all(
        w[0].isupper() or not w[0].isalpha() or w in _SMALL for w in words
    )


def _iso(day: Span, published: str | None) -> str | None:
    """Return the ISO day of a date, its year the one nearest to the day of publication."""
    found = read_date(read_tokens(day.text), 0)
    if found is None:
        return None
    written = resolve(found[0], Anchor(None)).earliest
    if written or not published:
        return written
    try:
        anchor = date.fromisoformat(published[:10])
    except ValueError:
        return None
    near = [resolve(found[0], anchored).earliest for anchored in _both_ways(anchor)]
    days = [date.fromisoformat(iso) for iso in near if iso]
    nearest = min(days, key=lambda d: abs(d - anchor), default=None)
    return nearest.isoformat() if nearest and abs((nearest - anchor).days) <= _NEAR else None


def _both_ways(day: date) -> tuple[Anchor, Anchor]:
    return Anchor(day, tense="past"), Anchor(day, tense="future")


@cache
def _stop_words() -> frozenset[str]:
    lines = _STOP_WORDS.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))
