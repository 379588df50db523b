"""Figures of many reports to series over time, and to why two of them differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from sayso.ground.folding import fold
from sayso.link.anchors import told_of
from sayso.link.calendar import day_number
from sayso.link.happening import stems
from sayso.link.near import Bounds, bounds_fit
from sayso.link.party_names import claimant_key
from sayso.record.findings import Event, Figure
from sayso.record.link import Link, LinkKind
from sayso.record.reading import Reading
from sayso.record.vocabulary import REAL_STATUSES

#: Numbers are no two accounts, but one rounded, where they differ by less than this share.
ROUNDING = 0.05
#: So many characters lie between things counted side by side at most: ", and ".
AND = 6
#: Words in front of a number that make it a rounded one.
_ABOUT = ("about", "around", "some", "nearly", "almost", "roughly", "approximately")


@dataclass(frozen=True, slots=True)
class Count:
    """A figure as one account: who counts what, where, over what stretch, and as of which day.

    ``id`` is "reading/figure"; ``claimant`` the name of the source, or of the outlet where the
    report itself counts; ``kind`` the stated class of those counted, ``counted`` stems of
    the words for them, ``place`` stems of its names, ``where`` its grounded name. ``happening``
    is the event of the report that first tells what it is a count of.
    """

    id: str
    measure: str
    scope: str
    claimant: str
    place: frozenset[str]
    where: str | None
    country: str | None
    precision: str | None
    kind: str | None
    low: float | None
    high: float | None
    as_of: str | None
    since: str | None
    words: str
    counted: frozenset[str] = frozenset()
    part_of: str | None = None
    event: str | None = None
    happening: str | None = None

    @property
    def who(self) -> str:
        """What tells the claimant, however its name is written."""
        return claimant_key(self.claimant)

    @property
    def bounds(self) -> Bounds:
        """The bounds; null where open."""
        return self.low, self.high

    @property
    def middle(self) -> float:
        """A number to compare sizes by: the bound that is told, or the middle of both."""
        told = [bound for bound in self.bounds if bound is not None]
        return sum(told) / len(told) if told else 0.0


@dataclass(frozen=True, slots=True)
class Series:
    """The counts of one claimant of one measure, place, scope and class, the earliest first."""

    measure: str
    scope: str
    claimant: str
    place: frozenset[str]
    kind: str | None
    counts: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class Range:
    """The lowest and highest that one claimant counted; null where a bound was left open.

    ``kind`` is the stated class of those counted; parts of a whole are left out.
    """

    claimant: str
    measure: str
    low: float | None
    high: float | None
    counts: tuple[str, ...]
    kind: str | None = None


def counts_of(reading: Reading, told: Mapping[str, str] | None = None) -> Iterator[Count]:
    """Yield the counts of a reading: its figures of what has happened.

    Figures of one clause that count different people of one event are one count, their sum.
    ``told`` is what ``told_of`` returns, where it is known.
    """
    events = {event.id: event for event in reading.events}
    told = told_of(reading) if told is None else told
    real = [
        figure for figure in reading.figures
        if figure.status in REAL_STATUSES and not (figure.low is None and figure.high is None)
    ]  # fmt: skip
    for one, *others in side_by_side(real):
        count = _count(reading, one, events.get(one.event or ""), told.get(one.id))
        yield _sum(count, one, others) if others else count


def _count(reading: Reading, figure: Figure, event: Event | None, happening: str | None) -> Count:
    where, place = figure.where, figure.place
    if where is None and place is None and event is not None:
        where, place = event.where, event.place
    return Count(
        f"{reading.id}/{figure.id}", figure.measure, figure.scope, _claimant(reading, figure),
        stems([where.name] if where is not None else [place.text] if place is not None else []),
        where.name if where is not None else None,
        where.country if where is not None else None,
        where.precision if where is not None else None, figure.of_class,
        figure.low, figure.high, as_of(reading, figure), figure.since,
        figure.quantity.text, stems([figure.of.text] if figure.of is not None else []),
        f"{reading.id}/{figure.part_of}" if figure.part_of else None,
        f"{reading.id}/{figure.event}" if figure.event else None,
        f"{reading.id}/{happening}" if happening else None,
    )  # fmt: skip


def as_of(reading: Reading, figure: Figure) -> str | None:
    """Return the day that a figure stands for: up to when it was counted, else that of its time.

    An attack's dead are counted as of the report, whenever the attack was.
    """
    latest = figure.when.latest if figure.when is not None else None
    until = figure.until or (None if figure.scope == "event" else latest)
    return until or reading.published or latest


def side_by_side(figures: Sequence[Figure]) -> Iterator[list[Figure]]:
    """Yield figures, those together that count different people of one event in one clause.

    "Nine guards and two cooks were killed" tells of eleven dead.
    """
    group: list[Figure] = []
    for figure in sorted(figures, key=lambda f: f.quantity.start):
        if group and not _adds(group[-1], figure):
            yield group
            group = []
        group.append(figure)
    if group:
        yield group


def _adds(one: Figure, two: Figure) -> bool:
    kinds = ((f.event, f.measure, f.scope, f.statement, f.status) for f in (one, two))
    if one.event is None or len(set(kinds)) > 1 or one.part_of or two.part_of:
        return False
    if one.of is None or two.of is None or fold(one.of.text) == fold(two.of.text):
        return False
    return one.scope == "event" and 0 < two.quantity.start - one.of.end <= AND


def _sum(count: Count, one: Figure, others: Sequence[Figure]) -> Count:
    lows, highs = ([getattr(f, end) for f in (one, *others)] for end in ("low", "high"))
    return replace(
        count, kind=count.kind if {f.of_class for f in others} == {count.kind} else None,
        low=None if None in lows else sum(lows), high=None if None in highs else sum(highs),
        words=" and ".join(f.quantity.text for f in (one, *others)), counted=frozenset(),
    )  # fmt: skip


def series_of(counts: Iterable[Count]) -> list[Series]:
    """Return the series: counts of one measure, scope, claimant, place and class, by day."""
    groups: dict[tuple[str, str, str, frozenset[str], str | None], list[Count]] = defaultdict(list)
    for count in counts:
        if count.part_of is None:
            key = (count.measure, count.scope, count.who, count.place, count.kind)
            groups[key].append(count)
    return [
        Series(measure, scope, group[0].claimant, place, kind,
               tuple(sorted(group, key=lambda c: (c.as_of or "", c.id))))
        for (measure, scope, _, place, kind), group in groups.items()
    ]  # fmt: skip


def ranges_of(counts: Iterable[Count]) -> list[Range]:
    """Return low and high over the accounts, by claimant, measure and class; no average."""
    groups: dict[tuple[str, str, str | None], list[Count]] = defaultdict(list)
    for count in counts:
        if count.part_of is None:
            groups[count.who, count.measure, count.kind].append(count)
    found = []
    for (_, measure, kind), group in groups.items():
        lows, highs = [c.low for c in group], [c.high for c in group]
        told = [low for low in lows if low is not None]
        closed = [high for high in highs if high is not None]
        low = min(told) if len(told) == len(lows) else None
        high = max(closed) if len(closed) == len(highs) else None
        found.append(Range(group[0].claimant, measure, low, high, tuple(c.id for c in group), kind))
    return found


def link_counts(groups: Iterable[Sequence[Count]]) -> list[Link]:
    """Return the links between counts that belong to one matter: an incident, or a running total.

    Kinds: "updates" (a is later than b), "part-of" (a is a part of b), "contradicts"; each with
    the difference and the reasons. Counts that agree are not linked.
    """
    found: dict[tuple[str, str, str], Link] = {}
    for group in groups:
        by_measure: dict[str, list[Count]] = defaultdict(list)
        for count in group:
            by_measure[count.measure].append(count)
        for same in by_measure.values():
            for a, b in combinations(sorted(same, key=lambda c: c.id), 2):
                link = relate(a, b)
                if link is not None:
                    found.setdefault((link.kind, link.a, link.b), link)
    return list(found.values())


def totals_of(counts: Iterable[Count]) -> list[list[Count]]:
    """Return groups of running totals and of windows that count one thing in one place."""
    groups: dict[tuple[str, str, frozenset[str]], list[Count]] = defaultdict(list)
    for count in counts:
        if count.scope != "event" and count.place:
            groups[count.measure, count.scope, count.place].append(count)
    return [group for group in groups.values() if len(group) > 1]


def relate(a: Count, b: Count) -> Link | None:
    """Return how two counts of one matter and measure differ, or None where they agree."""
    if a.part_of == b.id or b.part_of == a.id:
        whole, part = (b, a) if a.part_of == b.id else (a, b)
        return _link("part-of", part, whole, "other class of victim", "said to be a part of it")
    if _is_aside(a, b) or (a.part_of is None) != (b.part_of is None):
        return None
    if a.scope != b.scope:
        return _within(a, b, "other scope", f"{a.scope} and {b.scope}")
    if _other_days(a, b):
        return None
    if a.kind != b.kind:
        told = f"{a.kind or 'all'} and {b.kind or 'all'}"
        within = _within(a, b, "other class of victim", told)
        return _other_number(a, b) if within is None and _part_is_more(a, b) else within
    if not same_place(a, b):
        told = " and ".join(c.where or "/".join(sorted(c.place)) for c in (a, b))
        return _within(a, b, "other place", told)
    if a.bounds == b.bounds:
        return None
    return _other_number(a, b)


def same_place(a: Count, b: Count) -> bool:
    """Tell whether two counts are of one place; where one is not told, they may be."""
    if a.where is not None and b.where is not None:
        return a.where == b.where
    return not a.place or not b.place or bool(a.place & b.place)


def _is_aside(a: Count, b: Count) -> bool:
    """Tell whether two counts are of two matters: other people, or two sums of one account."""
    if a.measure in ("share", "other") or (a.counted and b.counted and not a.counted & b.counted):
        return True
    in_one_report = a.id.rpartition("/")[0] == b.id.rpartition("/")[0]
    return in_one_report and (a.who == b.who or "" in (a.claimant, b.claimant))


def _other_days(a: Count, b: Count) -> bool:
    """Tell whether two counts over days are of other days; a window is told of days of its own."""
    if a.scope == "window":
        return a.since != b.since
    return a.scope == "total" and None not in (a.since, b.since) and a.since != b.since


def _part_is_more(a: Count, b: Count) -> bool:
    """Tell whether people of one class are more than all those that another count knows of."""
    part, whole = (a, b) if b.kind is None else (b, a)
    same = whole.kind is None and part.kind is not None and same_place(a, b)
    return same and not _can_hold(whole, part)


def _other_number(a: Count, b: Count) -> Link | None:
    first, second = sorted((a, b), key=lambda c: (day_number(c.as_of) or 0, c.id))
    is_later = (day_number(second.as_of) or 0) > (day_number(first.as_of) or 0)
    told = f"{first.words!r} ({first.as_of}) and {second.words!r} ({second.as_of})"
    if is_later and (a.who == b.who or second.middle >= first.middle):
        return _link("updates", second, first, "later", told)
    if _is_rounded(a, b):
        return _link("updates", second, first, "rounding", told) if is_later else None
    if bounds_fit(a.bounds, b.bounds):
        return None
    if a.who != b.who:
        return _link(
            "contradicts", a, b, "other claimant", f"{a.claimant} and {b.claimant}: {told}"
        )
    return _link("contradicts", a, b, "contradiction", f"{a.claimant}: {told}")


def _within(a: Count, b: Count, difference: str, told: str) -> Link | None:
    """A part and its whole, where one of the two counts all of what the other does."""
    for part, whole in ((a, b), (b, a)):
        wider_scope = (whole.scope, part.scope) in (
            ("total", "event"), ("total", "window"), ("window", "event"),
        )  # fmt: skip
        all_kinds = whole.kind is None and part.kind is not None and whole.scope == part.scope
        around = whole.precision == "country" and whole.country == part.country
        if (wider_scope or all_kinds or around) and _can_hold(whole, part):
            return _link("part-of", part, whole, difference, told)
    return None


def _can_hold(whole: Count, part: Count) -> bool:
    return whole.high is None or part.low is None or part.low <= whole.high


def _is_rounded(a: Count, b: Count) -> bool:
    near = abs(a.middle - b.middle) <= ROUNDING * max(a.middle, b.middle)
    about = any(c.words.lower().startswith(_ABOUT) for c in (a, b))
    round_number = any(c.middle >= 20 and c.middle % 10 == 0 for c in (a, b))
    return near and (about or round_number)


def _link(kind: LinkKind, a: Count, b: Count, difference: str, told: str) -> Link:
    sure = 0.9 if a.as_of and b.as_of else 0.6
    return Link(kind, a.id, b.id, sure, (f"{difference}: {told}",), difference)


def _claimant(reading: Reading, figure: Figure) -> str:
    for statement in reading.chain(figure):
        if statement.speaker is not None:
            return statement.speaker.name
        if statement.source is not None:
            return statement.source.text
    return reading.publisher or reading.id
