"""Readings and articles to all that joins them: copies, incidents, counts, disputes, proposals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from sayso.link.anchors import told_again, told_of
from sayso.link.copies import Family, families, link_copies
from sayso.link.disputes import link_disputes
from sayso.link.figures import Count, counts_of, link_counts, totals_of
from sayso.link.happening import Happening, happenings_of
from sayso.link.happenings import link_happenings
from sayso.link.incidents import Incident, incidents_of
from sayso.link.negotiations import link_terms
from sayso.link.proposals import link_proposals
from sayso.record.link import Link
from sayso.record.reading import Article, Reading


@dataclass(frozen=True, slots=True)
class Linked:
    """All links, the families of copies, and the incidents."""

    links: tuple[Link, ...]
    families: tuple[Family, ...]
    incidents: tuple[Incident, ...]


def link_all(
    pairs: Sequence[tuple[Article, Reading]],
    *,
    accepted: Collection[frozenset[str]] = (),
    rejected: Collection[frozenset[str]] = (),
) -> Linked:
    """Return what joins the readings.

    ``accepted`` and ``rejected`` hold pairs of events ("reading/event") that a person has decided
    to be, or not to be, one happening.
    """
    articles = [article for article, _ in pairs]
    copies = link_copies(articles)
    happenings = [h for article, reading in pairs for h in happenings_of(reading, article.text)]
    told = [(reading, told_of(reading)) for _, reading in pairs]
    again = [link for reading, first in told for link in told_again(reading, first)]
    same = [*link_happenings(happenings), *again]
    found = incidents_of(dated(happenings, again), same, accepted=accepted, rejected=rejected)
    counts = [count for reading, first in told for count in counts_of(reading, first)]
    incidents = with_figures(found, counts)
    matters = matters_of(counts, incidents)
    counted = link_counts(matters)
    disputed = link_disputes((r for _, r in pairs), (i.events for i in incidents), matters)
    proposed = list(link_proposals(reading for _, reading in pairs))
    terms = link_terms((reading for _, reading in pairs), proposed)
    return Linked(
        (*copies, *same, *counted, *disputed, *proposed, *terms),
        tuple(families(articles, copies)), tuple(incidents),
    )  # fmt: skip


def dated(happenings: Sequence[Happening], again: Sequence[Link]) -> list[Happening]:
    """Return happenings; one that tells an earlier one again without a day has that one's days."""
    known = {h.id: h for h in happenings}
    for link in again:
        first, later = known[link.a], known[link.b]
        if not later.dated:
            known[later.id] = replace(later, first=first.first, last=first.last)
    return list(known.values())


def with_figures(incidents: Sequence[Incident], counts: Sequence[Count]) -> list[Incident]:
    """Return incidents with the numbers that are told of their events and name no event."""
    loose: dict[str, list[str]] = defaultdict(list)
    for count in counts:
        if count.event is None and count.happening is not None:
            loose[count.happening].append(count.id)
    return [replace(i, figures=tuple(f for e in i.events for f in loose[e])) for i in incidents]


def matters_of(counts: Sequence[Count], incidents: Sequence[Incident]) -> list[list[Count]]:
    """Return the counts that belong to one matter.

    A matter is an incident, one happening of a report, or what runs over days: all that a report
    counts so, and totals of one place. Sums of days stand beside the single happenings of a
    report only where both have a place.
    """
    of_happening: dict[str, list[Count]] = defaultdict(list)
    running: dict[str, list[Count]] = defaultdict(list)
    for count in counts:
        if count.scope != "event":
            running[count.id.rpartition("/")[0]].append(count)
        elif count.happening is not None:
            of_happening[count.happening].append(count)
    within = [
        [one, count] for count in counts if count.scope == "event" and count.place
        for one in running[count.id.rpartition("/")[0]] if one.place
    ]  # fmt: skip
    groups = [
        *([c for e in i.events for c in of_happening[e]] for i in incidents),
        *of_happening.values(), *running.values(), *within, *totals_of(counts),
    ]  # fmt: skip
    return [group for group in groups if len(group) > 1]
