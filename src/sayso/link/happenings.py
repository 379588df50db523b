"""Happenings of many reports to links "same-happening", each with a score and its reasons."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.link.happening import Happening, broad_stems
from sayso.link.near import bounds_fit, kilometres
from sayso.record.link import Link
from sayso.record.vocabulary import REAL_STATUSES

#: What each likeness adds to the logarithm of the odds that two events are one happening. Chosen
#: among a few hundred settings on the training parts of ECB+ and of the marked news items; the
#: weights of figures, days and statuses by hand, because the sets hold too few of them.
WEIGHTS = {
    "nothing": -5.4, "act": 1.6, "other act": -4.0, "type": 1.2, "mode": 0.6, "other type": -3.0,
    "other mode": -1.2, "parties": 2.2, "no party shared": -1.0, "sides changed": -1.5,
    "place": 1.6, "other place": -2.0, "day": 0.9, "other day": -2.5, "figure": 2.0,
    "other figure": -0.8, "falling figure": -2.0, "words": 8.0, "unreal": -1.5,
}  # fmt: skip
#: A link is kept from this score on; docs/linking.md says what it finds and misses.
THRESHOLD = 0.5
#: Events further apart than this many days are not compared.
WINDOW = 4
#: A stretch of more days than this tells no day.
LONG = 31
#: A name in so many happenings of one window leads to no comparison of its own.
COMMON = 60
#: The least weight of a word and of a name that is no country's, and the weight that is telling.
BROAD, KNOWN, SURE = 0.5, 2.5, 5.0
#: Beyond this a share of words tells of a copy, and nothing more of the single event.
MOST_WORDS = 0.5
#: Kilometres within which two points are one place, and beyond which they are two.
SAME_PLACE, OTHER_PLACE = 15.0, 60.0


@dataclass(frozen=True, slots=True)
class Likeness:
    """One way in which two happenings are alike (or not), how much, and in words."""

    kind: str
    much: float
    reason: str


class Rarity:
    """How much a stem tells: the logarithm of how seldom reports have it.

    In a few reports on one happening every word is common; a name that is no country's still
    counts as much as KNOWN then, any other word as much as BROAD.
    """

    def __init__(self, happenings: Sequence[Happening]) -> None:
        readings: dict[str, frozenset[str]] = defaultdict(frozenset)
        self._names: set[str] = set()
        for h in happenings:
            names = h.names | h.parties | h.place
            self._names |= names
            readings[h.reading] |= h.words | names
        self._counts = Counter(stem for stems in readings.values() for stem in stems)
        self._all = max(2, len(readings))
        self._known: dict[str, float] = {}
        self._sizes: dict[str, float] = {}
        self._cosines: dict[tuple[str, str], float] = {}

    def weight(self, stem: str) -> float:
        """Return the weight of a stem, in nats."""
        known = self._known.get(stem)
        if known is None:
            is_name = stem in self._names and stem not in broad_stems()
            least = KNOWN if is_name else BROAD
            known = max(least, math.log((self._all + 1) / (self._counts[stem] + 0.5)))
            self._known[stem] = known
        return known

    def cosine(self, one: Happening, two: Happening) -> float:
        """Return how alike the words of two reports are, from 0 to 1."""
        pair = (one.reading, two.reading)
        known = self._cosines.get(pair)
        if known is None:
            shared = sum(self.weight(stem) ** 2 for stem in one.words & two.words)
            known = shared / (self._size(one) * self._size(two)) if shared else 0.0
            self._cosines[pair] = known
        return known

    def _size(self, one: Happening) -> float:
        known = self._sizes.get(one.reading)
        if known is None:
            known = math.sqrt(sum(self.weight(stem) ** 2 for stem in one.words))
            self._sizes[one.reading] = known
        return known

    def overlap(self, one: frozenset[str], two: frozenset[str]) -> float:
        """Return how much of the smaller set stands in the other, from 0 to 1.

        What is shared must also be telling: with a weight below SURE it counts less.
        """
        if not one or not two:
            return 0.0
        shared = sum(self.weight(stem) for stem in one & two)
        least = min(sum(self.weight(stem) for stem in stems) for stems in (one, two))
        return min(1.0, shared / least) * min(1.0, shared / SURE)


def link_happenings(happenings: Sequence[Happening], *, threshold: float = THRESHOLD) -> list[Link]:
    """Return the links between happenings of different reports, the surest first."""
    rarity = Rarity(happenings)
    links = []
    for a, b in candidates(happenings):
        score, reasons = compare(a, b, rarity)
        if score >= threshold:
            links.append(Link("same-happening", a.id, b.id, round(score, 3), reasons))
    links.sort(key=lambda link: (-link.score, link.a, link.b))
    return list(_one_to_one(links))


def _one_to_one(links: Sequence[Link]) -> Iterator[Link]:
    """Between two reports, an event is the same as one of the other's at most: the surest."""
    taken: set[tuple[str, str]] = set()
    for link in links:
        one, two = link.a.rpartition("/")[0], link.b.rpartition("/")[0]
        if (link.a, two) not in taken and (link.b, one) not in taken:
            taken |= {(link.a, two), (link.b, one)}
            yield link


def compare(a: Happening, b: Happening, rarity: Rarity) -> tuple[float, tuple[str, ...]]:
    """Return the score, from 0 to 1, that two happenings are one, and the reasons for it."""
    found = list(likenesses(a, b, rarity))
    odds = WEIGHTS["nothing"] + sum(WEIGHTS[like.kind] * like.much for like in found)
    told = sorted(found, key=lambda like: -abs(WEIGHTS[like.kind] * like.much))
    return 1 / (1 + math.exp(-odds)), tuple(like.reason for like in told)


def likenesses(a: Happening, b: Happening, rarity: Rarity) -> Iterator[Likeness]:
    """Yield the ways in which two happenings are alike or not; link(a, b) is link(b, a)."""
    yield from _acts(a, b)
    yield from _parties(a, b, rarity)
    yield from _places(a, b, rarity)
    yield from _days(a, b)
    yield from _figures(a, b)
    words = rarity.cosine(a, b)
    if words > 0:
        reason = f"the reports share {words:.0%} of their words"
        yield Likeness("words", min(words, MOST_WORDS), reason)
    if (a.status in REAL_STATUSES) != (b.status in REAL_STATUSES):
        yield Likeness("unreal", 1.0, "one is told as real, the other is not")


def _acts(a: Happening, b: Happening) -> Iterator[Likeness]:
    same_act = bool(a.act) and a.act == b.act
    untyped = a.type is None or b.type is None
    if same_act:
        yield Likeness("act", 2.0 if untyped else 1.0, f"the same word: {a.act}")
    if untyped:
        if not same_act:
            yield Likeness("other act", 1.0, f"{a.act} and {b.act}")
        return
    if a.type != b.type:
        yield Likeness("other type", 0.5 if same_act else 1.0, f"{a.type} and {b.type}")
        return
    yield Likeness("type", 1.0, f"both {a.type}")
    if a.mode is not None and a.mode == b.mode:
        yield Likeness("mode", 1.0, f"both {a.mode}")
    elif a.mode is not None and b.mode is not None:
        yield Likeness("other mode", 1.0, f"{a.mode} and {b.mode}")


def _parties(a: Happening, b: Happening, rarity: Rarity) -> Iterator[Likeness]:
    if not a.parties or not b.parties:
        return
    shared = rarity.overlap(a.parties, b.parties)
    if a.actors & b.targets and b.actors & a.targets and not a.actors & b.actors:
        yield Likeness("sides changed", 1.0, "who did it and to whom are changed round")
    elif shared > 0:
        yield Likeness("parties", shared, f"shared parties ({shared:.0%})")
    elif a.actors and b.actors:
        yield Likeness("no party shared", 1.0, "no party is shared")


def _places(a: Happening, b: Happening, rarity: Rarity) -> Iterator[Likeness]:
    apart = kilometres(a.where, b.where)
    if apart is not None and apart > OTHER_PLACE:
        yield Likeness("other place", 2.0, f"{apart:.0f} km apart")
        return
    if apart is not None and apart <= SAME_PLACE:
        yield Likeness("place", 1.0, f"{apart:.0f} km apart")
        return
    one, two = _country(a), _country(b)
    if one and two and one != two:
        yield Likeness("other place", 2.0, f"{one} and {two}")
        return
    shared = rarity.overlap(a.place, b.place)
    if shared > 0:
        yield Likeness("place", shared, f"a shared place ({shared:.0%})")
    elif a.place and b.place and not (a.place & b.names or b.place & a.names):
        yield Likeness("other place", 0.7, "no place is shared")


def _country(a: Happening) -> str | None:
    return a.where.country if a.where is not None else None


def _days(a: Happening, b: Happening) -> Iterator[Likeness]:
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return
    apart = max(a.first - b.last, b.first - a.last, 0)
    if apart == 0:
        if max(a.last - a.first, b.last - b.first) > LONG:
            return
        is_same = a.dated and b.dated and a.first == b.first and a.last == b.last
        yield Likeness("day", 1.0 if is_same else 0.6, "the same day or days")
    else:
        sure = 1.0 if a.dated and b.dated else 0.6
        yield Likeness("other day", sure * min(apart, 3) / 2, f"{apart} days apart")


def _figures(a: Happening, b: Happening) -> Iterator[Likeness]:
    two = {measure: (low, high) for measure, low, high in b.figures}
    for measure, low, high in a.figures:
        if measure not in two:
            continue
        other = two[measure]
        if (low, high) == other and max(low or 0, high or 0) > 2:
            yield Likeness("figure", 1.0, f"the same number {measure}")
        elif bounds_fit((low, high), other):
            yield Likeness("figure", 0.3, f"numbers {measure} that fit")
        elif _falls(a, b, (low or high or 0) - (other[0] or other[1] or 0)):
            yield Likeness("falling figure", 1.0, f"the later number {measure} is lower")
        else:
            yield Likeness("other figure", 1.0, f"other numbers {measure}")
        return


def _falls(a: Happening, b: Happening, more: float) -> bool:
    """Tell whether the later of two has the lower number; ``more`` is by how much a's is higher."""
    if a.last is None or b.last is None or a.last == b.last:
        return False
    return (more > 0) == (a.last < b.last)


def candidates(happenings: Sequence[Happening]) -> Iterator[tuple[Happening, Happening]]:
    """Yield pairs of two reports, near in time, that share a name, a place or the act itself."""
    index: dict[str, list[int]] = defaultdict(list)
    order = sorted(range(len(happenings)), key=lambda n: (happenings[n].last or 0, n))
    for at in order:
        a = happenings[at]
        met: set[int] = set()
        for key in (*a.parties, *a.place, *a.names, f"act:{a.act}"):
            near = [n for n in index[key] if _near(happenings[n], a)]
            index[key] = [*near, at]
            if len(near) <= COMMON:
                met.update(near)
        for n in sorted(met):
            if happenings[n].reading != a.reading and _can_be_one(happenings[n], a):
                one, two = sorted((happenings[n], a), key=lambda h: h.id)
                yield one, two


def _can_be_one(a: Happening, b: Happening) -> bool:
    """Tell at a glance whether two acts may be one: of one type, of no known type, or one word.

    What is only planned or asked for in one report is not it in another of days before or after.
    """
    unreal = a.status not in REAL_STATUSES and b.status not in REAL_STATUSES
    if unreal and a.told is not None and b.told is not None and abs(a.told - b.told) > WINDOW:
        return False
    return a.type == b.type or a.type is None or b.type is None or a.act == b.act


def _near(earlier: Happening, later: Happening) -> bool:
    if earlier.last is None or later.first is None:
        return True
    return later.first - earlier.last <= WINDOW
