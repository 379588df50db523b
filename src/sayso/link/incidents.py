"""Links between happenings to incidents: every account of one happening, side by side."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.link.groups import Groups
from sayso.link.happening import Happening
from sayso.link.near import kilometres
from sayso.record.link import Link

#: An incident spans this many days at most, and this many kilometres.
DAYS, KILOMETRES = 3, 60.0


@dataclass(frozen=True, slots=True)
class Incident:
    """Events ("reading/event"), the earliest first, that seem to be one happening.

    ``figures`` are numbers ("reading/figure") told of it that name no event.
    """

    id: str
    events: tuple[str, ...]
    figures: tuple[str, ...] = ()

    @property
    def readings(self) -> tuple[str, ...]:
        """The reports that tell of it, without repetition."""
        return tuple(dict.fromkeys(event.rpartition("/")[0] for event in self.events))


def incidents_of(
    happenings: Sequence[Happening],
    links: Iterable[Link],
    *,
    accepted: Collection[frozenset[str]] = (),
    rejected: Collection[frozenset[str]] = (),
) -> list[Incident]:
    """Return the incidents, told by two reports at least, that links "same-happening" make.

    The surest link counts first; one that would put together what is too far apart in days or
    kilometres is left out. ``accepted`` and ``rejected`` hold pairs of events a person has
    decided on: the first are always together, the second never.
    """
    known = {h.id: h for h in happenings}
    groups = Groups(known)
    for pair in accepted:
        one, *others = (event for event in sorted(pair) if event in known)
        for other in others:
            groups.join(one, other)
    wanted = (link for link in links if link.kind == "same-happening")
    for link in sorted(wanted, key=lambda link: (-link.score, link.a, link.b)):
        members = [known[e] for event in (link.a, link.b) for e in groups.group(event)]
        if _fits(members) and not any(pair <= {m.id for m in members} for pair in rejected):
            groups.join(link.a, link.b)
    decided = frozenset[str]().union(*accepted)
    return list(_named(groups, known, decided))


def _named(
    groups: Groups[str], known: dict[str, Happening], decided: frozenset[str]
) -> Iterator[Incident]:
    order = {id: (h.last or 0, n) for n, (id, h) in enumerate(known.items())}
    for group in groups.all():
        of_many = len({known[id].reading for id in group}) > 1
        if of_many or (len(group) > 1 and not decided.isdisjoint(group)):
            events = tuple(sorted(group, key=order.__getitem__))
            yield Incident("i-" + hashlib.sha256(events[0].encode()).hexdigest()[:12], events)


def _fits(members: Sequence[Happening]) -> bool:
    firsts = [m.first for m in members if m.first is not None]
    lasts = [m.last for m in members if m.last is not None]
    if firsts and max(firsts) - min(lasts) > DAYS:
        return False
    points = [m.where for m in members if m.where is not None]
    apart = (kilometres(a, b) for n, a in enumerate(points) for b in points[:n])
    return all(way is None or way <= KILOMETRES for way in apart)
