"""What the coded formats share: the dead of an event, its sides, its days, words around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.export.crosswalk import countries
from sayso.link.figures import side_by_side
from sayso.link.happening import figures_of
from sayso.record.findings import Event, Figure
from sayso.record.grounding import Actor
from sayso.record.reading import Reading
from sayso.record.span import Span
from sayso.record.vocabulary import REAL_STATUSES

#: PLOVER sectors that are armed or act for a state, that fight one, and that are neither.
STATE = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
ARMED = frozenset({"MIL", "COP", "SPY", "REB", "PRM", "UAF"})
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


@dataclass(frozen=True, slots=True)
class Days:
    """The first and the last day that an event may lie on; ``told``: the first is in its time."""

    first: date
    last: date
    told: bool

    @property
    def length(self) -> int:
        """The number of days, both ends counted."""
        return (self.last - self.first).days + 1


#: Weapons and craft: a report that says no more names no doer.
_WEAPONS = frozenset((
    "aircraft", "airplanes", "artillery", "bombers", "drone", "drones", "guns", "gunships",
    "helicopter", "helicopters", "howitzers", "jet", "jets", "missile", "missiles", "mortars",
    "plane", "planes", "rocket", "rockets", "shell", "shells", "tank", "tanks", "warplane",
    "warplanes",
))  # fmt: skip
#: Small words within names.
_SMALL = frozenset(("a", "an", "and", "for", "in", "of", "the"))
#: How far back an event may lie that has no first day of its own.
MONTH = timedelta(days=30)


def sides_of(spans: tuple[Span, ...], actors: tuple[Actor, ...]) -> tuple[Side, ...]:
    """Return the parties on one side of an event."""
    if len(spans) != len(actors):
        return tuple(Side(span.text) for span in spans)
    return tuple(
        Side(actor.name or span.text, actor.sector, actor.country, actor.wikidata)
        for span, actor in zip(spans, actors, strict=True)
    )


def parties(sides: tuple[Side, ...], event: Event) -> tuple[Side, ...]:
    """Return those of the sides that can act: no numbers, things, weapons, or place of the event.

    A name of which nothing is known is taken for a party where all its words are capitalised.
    """
    place = event.where.name if event.where is not None else None
    return tuple(side for side in sides if side.name != place and _is_party(side))


def _is_party(side: Side) -> bool:
    words = [word for word in side.name.replace("-", " ").split() if word not in _SMALL]
    if not words or all(word.lower() in _WEAPONS for word in words):
        return False
    if side.sector not in (None, "UNK") or is_country(side):
        return True
    if any(letter.isdigit() for letter in side.name):
        return False
    proper = side.country is None and all(word[0].isupper() for word in words)
    return side.sector is not None or proper


def dead_of(reading: Reading, event: Event) -> Dead | None:
    """Return the killed of an event, or None where no figure tells of any."""
    return dead_among([list(dead_figures(reading, event))])


def dead_among(groups: Iterable[Sequence[Figure]]) -> Dead | None:
    """Return the killed of one happening by the figures of its tellings; those of one clause add
    up.

    The number of one class ("a child") is the lowest only where no other is told.
    """
    counts = [
        told for group in groups for told in side_by_side([f for f in group if _is_killed(f)])
    ]
    if not counts:
        return None
    whole = [n for n, told in enumerate(counts) if not _of_one_class(told)]
    lows = [sum(int(f.low or 0) for f in told) for told in counts]
    highs = [sum(int(f.high) if f.high is not None else 0 for f in told) for told in counts]
    return Dead(
        min([lows[n] for n in whole] or lows), max(lows), max([*lows, *highs]),
        any(f.high is None for told in counts for f in told),
        tuple(f.quantity.text for told in counts for f in told),
    )  # fmt: skip


def _of_one_class(told: Sequence[Figure]) -> bool:
    classes = {figure.of_class for figure in told}
    return len(classes) == 1 and None not in classes


def dead_figures(reading: Reading, event: Event) -> Iterator[Figure]:
    """Yield the counts of one happening: none that runs over days, or is no less than such a one.

    Where a running total is told of the same event, what is as large counts more than a day too.
    """
    counts = list(_counts(reading, event))
    least = min((_bound(figure) for figure in counts if _runs(figure)), default=None)
    for figure in counts:
        if not _runs(figure) and (least is None or _bound(figure) < least):
            yield figure


def is_sum(reading: Reading, event: Event) -> bool:
    """Tell whether an event is no single one: no day is told, and its dead only as a running total.

    "More than 900 people have been killed so far" tells of no attack of its own.
    """
    counts = list(_counts(reading, event))
    return event.when is None and bool(counts) and all(_runs(figure) for figure in counts)


def _counts(reading: Reading, event: Event) -> Iterator[Figure]:
    yield from (figure for figure in figures_of(reading, event) if _is_killed(figure))


def _is_killed(figure: Figure) -> bool:
    real = figure.status in REAL_STATUSES
    return figure.measure == "killed" and real and figure.part_of is None


def _runs(figure: Figure) -> bool:
    return figure.scope != "event" or figure.since is not None


def _bound(figure: Figure) -> float:
    return figure.low if figure.low is not None else figure.high or 0


def is_state(side: Side) -> bool:
    """Tell whether a side is a country or acts for a state."""
    return side.sector in STATE or is_country(side)


def is_country(side: Side) -> bool:
    """Tell whether a side has the name of its country."""
    return side.country is not None and side.name == countries().get(side.country, ("", ""))[1]


def span_of_days(reading: Reading, event: Event) -> Days | None:
    """Return the days that an event may lie on, or None where they are not known.

    An event of which no time is told, or only a last day, may lie in the month before; a stretch
    that is open lasts to the report. A time that no days are found for ("later") has none.
    """
    when, published = event.when, _day(reading.published)
    first = _day(when.earliest) if when is not None else None
    last = _day(when.latest) if when is not None else None
    if first is not None:
        return Days(first, last or max(first, published or first), told=True)
    if last is None and event.time is None:
        last = published
    if last is None:
        return None
    return Days(last - min(MONTH, last - date.min), last, told=False)


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
