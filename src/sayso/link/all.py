"""Readings and articles to all that joins them: copies, incidents, counts, disputes, proposals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sayso.link.copies import Family, families, link_copies
from sayso.link.disputes import link_disputes
from sayso.link.figures import Count, counts_of, link_counts, totals_of
from sayso.link.happening import happenings_of
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
    same = link_happenings(happenings)
    incidents = incidents_of(happenings, same, accepted=accepted, rejected=rejected)
    matters = matters_of([reading for _, reading in pairs], incidents)
    counted = link_counts(matters)
    disputed = link_disputes((r for _, r in pairs), (i.events for i in incidents), matters)
    proposed = list(link_proposals(reading for _, reading in pairs))
    terms = link_terms((reading for _, reading in pairs), proposed)
    return Linked(
        (*copies, *same, *counted, *disputed, *proposed, *terms),
        tuple(families(articles, copies)), tuple(incidents),
    )  # fmt: skip


def matters_of(readings: Sequence[Reading], incidents: Sequence[Incident]) -> list[list[Count]]:
    """Return the counts that belong to one matter: an incident, a report, a running total."""
    counts = [count for reading in readings for count in counts_of(reading)]
    of_event: dict[str, list[Count]] = defaultdict(list)
    of_report: dict[str, list[Count]] = defaultdict(list)
    for count in counts:
        of_report[count.id.rpartition("/")[0]].append(count)
        if count.event is not None:
            of_event[count.event].append(count)
    return [
        *([c for e in i.events for c in of_event[e] if c.scope == "event"] for i in incidents),
        *(group for group in of_report.values() if len(group) > 1),
        *totals_of(counts),
    ]  # fmt: skip
