"""What the coded formats share: the dead of an event, its sides, its days, words around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sayso.link.happening import figures_of
from sayso.record.findings import Event, Figure
from sayso.record.grounding import Actor, When
from sayso.record.reading import Reading
from sayso.record.span import Span
from sayso.record.vocabulary import REAL_STATUSES

#: PLOVER sectors that are armed or act for a state, that fight one, and that are neither.
STATE = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
ARMED = frozenset({"MIL", "COP", "SPY", "REB", "PRM", "UAF"})
REBELS = frozenset({"REB", "UAF"})
CIVILIANS = frozenset({
    "CVL", "REF", "LAB", "EDU", "JRN", "MED", "BUS", "AGR", "REL", "ELI", "SOC", "CRM",
})  # fmt: skip
OUTSIDE = frozenset({"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"})


@dataclass(frozen=True, slots=True)
class Side:
    """A party of an event: its name, and who it is where that is known."""

    name: str
    sector: str | None = None
    country: str | None = None
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class Dead:
    """The killed of an event by all its claimants: lowest and highest bound, and the rule's best.

    ``best`` is the largest lower bound that any claimant gives; ``is_open`` tells that one of
    them leaves the upper bound open.
    """

    low: int
    best: int
    high: int
    is_open: bool
    words: tuple[str, ...]


def sides_of(spans: tuple[Span, ...], actors: tuple[Actor, ...]) -> tuple[Side, ...]:
    """Return the parties on one side of an event."""
    if len(spans) != len(actors):
        return tuple(Side(span.text) for span in spans)
    return tuple(
        Side(actor.name or span.text, actor.sector, actor.country, actor.wikidata)
        for span, actor in zip(spans, actors, strict=True)
    )


def dead_of(reading: Reading, event: Event) -> Dead | None:
    """Return the killed of an event, or None where no figure tells of any."""
    counts = list(_killed(reading, event))
    if not counts:
        return None
    lows = [int(f.low if f.low is not None else 0) for f in counts]
    highs = [int(f.high) for f in counts if f.high is not None]
    return Dead(
        min(lows), max(lows), max([*lows, *highs]), any(f.high is None for f in counts),
        tuple(f.quantity.text for f in counts),
    )  # fmt: skip


def _killed(reading: Reading, event: Event) -> Iterator[Figure]:
    for figure in figures_of(reading, event):
        whole = figure.part_of is None and figure.scope == "event"
        if figure.measure == "killed" and whole and figure.status in REAL_STATUSES:
            yield figure


def span_of_days(reading: Reading, event: Event) -> tuple[date | None, date | None]:
    """Return first and last day; an event without a time has the day of its report as its last."""
    when: When | None = event.when
    first = when.earliest or when.latest if when is not None else None
    last = when.latest or when.earliest if when is not None else None
    if first is None or last is None:
        return None, _day(reading.published)
    return _day(first), _day(last)


def _day(written: str | None) -> date | None:
    try:
        return date.fromisoformat((written or "")[:10])
    except ValueError:
        return None


def passage(text: str, span: Span, around: int = 200) -> str:
    """Return a span with the words around it, of its own paragraph, as one line."""
    start = max(text.rfind("\n", 0, span.start) + 1, span.start - around)
    end = text.find("\n", span.end)
    end = min(len(text) if end < 0 else end, span.end + around)
    while start > 0 and start < span.start and not text[start - 1].isspace():
        start += 1
    while end < len(text) and end > span.end and not text[end].isspace():
        end -= 1
    return " ".join(text[start:end].split())
