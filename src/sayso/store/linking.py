"""What joins the readings of a store: computed over all of them, kept, and asked for."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from sayso.errors import UsageError
from sayso.ground.parties import who
from sayso.link.all import Linked, link_all
from sayso.link.figures import Count, Range, counts_of, ranges_of
from sayso.link.negotiations import Negotiation, grouped, negotiation_of
from sayso.link.steps import Version
from sayso.record.findings import Proposal
from sayso.record.link import Link
from sayso.record.reading import Article, Reading
from sayso.record.written import from_json, read_reading
from sayso.store.filters import Filter, conditions, day_of
from sayso.store.questions import EventRow, ask_events, ask_proposals, ask_reports

#: What a decision about a link is called: about "a|b", field "same-happening", new one of these.
ACCEPTED, REJECTED = "accepted", "rejected"
JOINT = "|"
#: Ids that are shown where the letters told are those of several.
SHOWN = 5


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """Accounts of what seems to be one happening, on the days that are told the most exactly.

    ``independent`` counts the reports without the copies among them.
    """

    incident: str
    first_day: str | None
    last_day: str | None
    types: tuple[str, ...]
    places: tuple[str, ...]
    parties: tuple[str, ...]
    reports: int
    independent: int
    outlets: tuple[str, ...]
    events: tuple[str, ...]
    statuses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DisputeRow:
    """Two findings ("report/finding") at odds: the words of each, and on whose word they rest.

    ``kind`` is that of the link: disputes, or contradicts where two counts exclude each other.
    """

    a: str
    b: str
    published: str | None
    a_claimant: str | None
    a_words: str
    b_claimant: str | None
    b_words: str
    difference: str | None
    score: float
    reasons: tuple[str, ...]
    kind: str = "disputes"


def link_store(connection: sqlite3.Connection) -> Linked:
    """Return what joins the current readings, with the decisions that were made about links."""
    return link_all(
        stored_pairs(connection),
        accepted=_decided(connection, ACCEPTED),
        rejected=_decided(connection, REJECTED),
    )


def save_links(connection: sqlite3.Connection, linked: Linked) -> None:
    """Put the links, families and incidents in place of those that were there."""
    connection.execute("DELETE FROM links")
    connection.execute("DELETE FROM incidents")
    connection.execute("UPDATE reports SET family = NULL WHERE family IS NOT NULL")
    connection.executemany(
        """INSERT OR IGNORE INTO links (kind, a, b, score, reasons, difference)
           VALUES (?, ?, ?, ?, ?, ?)""",
        [
            (k.kind, k.a, k.b, k.score, json.dumps(k.reasons, ensure_ascii=False), k.difference)
            for k in linked.links
        ],
    )
    connection.executemany(
        "UPDATE reports SET family = ? WHERE id = ?",
        [(family.id, member) for family in linked.families for member in family.members],
    )
    keys = dict(connection.execute("SELECT id, key FROM reports").fetchall())
    connection.executemany(
        "INSERT OR IGNORE INTO incidents (id, report, event) VALUES (?, ?, ?)",
        [
            (incident.id, keys[report], event)
            for incident in linked.incidents
            for members in (incident.events, incident.figures)
            for report, _, event in (member.rpartition("/") for member in members)
            if report in keys
        ],
    )


def stored_pairs(
    connection: sqlite3.Connection, reports: Sequence[str] | None = None
) -> list[tuple[Article, Reading]]:
    """Return the reports with their current readings, oldest first: all, or those of the ids."""
    rows = connection.execute(
        """SELECT r.id, r.text, r.title, r.url, r.publisher, r.published, r.language, g.json
           FROM reports r JOIN readings g ON g.report = r.key AND g.current
           WHERE ?1 IS NULL OR r.id IN (SELECT value FROM json_each(?1)) ORDER BY r.key""",
        (None if reports is None else json.dumps(list(reports)),),
    )
    return [(Article(*row[:-1]), read_reading(row[-1])) for row in rows]


def ask_links(
    connection: sqlite3.Connection, *, kind: str | None = None, about: str | None = None
) -> list[Link]:
    """Return the links: all, those of a kind, and those of one report or finding."""
    rows = connection.execute(
        """SELECT kind, a, b, score, reasons, difference FROM links
           WHERE (?1 IS NULL OR kind = ?1)
             AND (?2 IS NULL OR a = ?2 OR b = ?2
                  OR substr(a, 1, length(?2) + 1) = ?2 || '/'
                  OR substr(b, 1, length(?2) + 1) = ?2 || '/')
           ORDER BY score DESC, id""",
        (kind, about),
    )
    return [Link(k, a, b, s, tuple(json.loads(r)), d) for k, a, b, s, r, d in rows]


#: The last day of an incident as ``_incident`` tells it: by the most exact of its events.
_LATEST = """coalesce(
    max(CASE WHEN e.when_kind = 'exact' AND e.first_day = e.last_day THEN e.last_day END),
    max(CASE WHEN e.when_kind != 'unresolved' THEN e.last_day END), max(e.last_day))"""


def ask_incidents(connection: sqlite3.Connection, asked: Filter) -> list[IncidentRow]:
    """Return the incidents that have an event asked for, the latest first.

    ``limit`` and ``offset`` count incidents.
    """
    clause, values = conditions(asked, "events")
    found = connection.execute(
        f"""SELECT a.id, {_LATEST} AS latest
            FROM incidents a JOIN events e ON e.report = a.report AND e.id = a.event
            WHERE a.id IN (
                SELECT i.id FROM incidents i JOIN events t ON t.report = i.report AND t.id = i.event
                JOIN reports r ON r.key = t.report WHERE {clause})
            GROUP BY a.id ORDER BY latest DESC, a.id LIMIT ? OFFSET ?""",
        [*values, -1 if asked.limit is None else asked.limit, asked.offset],
    ).fetchall()
    return [
        _incident(connection, id, ask_events(connection, Filter(incident=id))) for id, _ in found
    ]


def _incident(connection: sqlite3.Connection, id: str, rows: Sequence[EventRow]) -> IncidentRow:
    reports = list(dict.fromkeys(row.report for row in rows))
    families = connection.execute(
        """SELECT count(DISTINCT coalesce(family, id)) FROM reports
           WHERE id IN (SELECT value FROM json_each(?))""",
        (json.dumps(reports),),
    ).fetchone()
    exact = [r for r in rows if r.when_kind == "exact" and r.first_day == r.last_day]
    told = exact or [row for row in rows if row.when_kind not in (None, "unresolved")] or rows
    firsts = [row.first_day for row in told if row.first_day]
    lasts = [row.last_day for row in told if row.last_day]
    return IncidentRow(
        id, min(firsts, default=None), max(lasts, default=None),
        _unique(row.type for row in rows),
        _unique(row.where_name or row.place for row in rows),
        _unique(n for row in rows for n in (*row.actors, *row.targets) if _may_act(n)),
        len(reports), int(families[0]), _unique(row.publisher for row in rows),
        tuple(f"{row.report}/{row.id}" for row in rows), _unique(row.status for row in rows),
    )  # fmt: skip


def incident_of(connection: sqlite3.Connection, begun: str) -> str | None:
    """Return the id of the incident of which the first letters are told; None where none is so.

    Raises UsageError where they are those of several.
    """
    found = [
        str(id) for (id,) in connection.execute(
            "SELECT DISTINCT id FROM incidents WHERE substr(id, 1, length(?1)) = ?1 ORDER BY id",
            (begun,),
        )
    ]  # fmt: skip
    if begun in found:
        return begun
    if len(found) > 1:
        few = ", ".join(found[:SHOWN]) + (" ..." if len(found) > SHOWN else "")
        raise UsageError(
            f"{begun!r} begins the ids of {len(found)} incidents", f"Write more of it: {few}"
        )
    return found[0] if found else None


def accounts_of(connection: sqlite3.Connection, incident: str) -> list[Range]:
    """Return low and high over the accounts of an incident, by claimant and measure."""
    return ranges_of(counts_in(connection, incident))


def counts_in(connection: sqlite3.Connection, incident: str) -> list[Count]:
    """Return the counts that come from the events of an incident, and those that name no event."""
    members: dict[str, list[str]] = defaultdict(list)
    rows = connection.execute(
        """SELECT r.id, i.event FROM incidents i JOIN reports r ON r.key = i.report
           WHERE i.id = ?""",
        (incident,),
    )
    for report, member in rows:
        members[report].append(member)
    return [
        count
        for _, reading in stored_pairs(connection, list(members))
        for count in counts_of(reading)
        if (count.event or count.id).rpartition("/")[2] in members[reading.id]
    ]


def ask_negotiations(connection: sqlite3.Connection, asked: Filter) -> list[Negotiation]:
    """Return the negotiations that the proposals asked for belong to, whole, the latest first.

    With ``until`` they come as they stood then, without later accounts. ``limit`` and ``offset``
    count proposals.
    """
    wanted = {f"{row.report}/{row.id}" for row in ask_proposals(connection, asked)}
    known = connection.execute(
        "SELECT r.id || '/' || t.id FROM proposals t JOIN reports r ON r.key = t.report"
    )
    links = connection.execute("SELECT kind, a, b, score FROM links WHERE kind = 'same-proposal'")
    groups = grouped((id for (id,) in known), (Link(*row) for row in links))
    own = [group for group in groups if not wanted.isdisjoint(group)]
    reports = {id.rpartition("/")[0] for group in own for id in group}
    until = day_of("until", asked.until)
    told = {v.id: v for v in _versions(connection, sorted(reports)) if _is_told_by(until, v)}
    found = [negotiation_of(told[id] for id in group if id in told) for group in own]
    return sorted(found, key=lambda n: (n.last_day or "", n.versions[-1].id))[::-1]


def _is_told_by(until: str | None, version: Version) -> bool:
    return until is None or (version.published is not None and version.published[:10] <= until)


def _versions(connection: sqlite3.Connection, reports: Sequence[str]) -> Iterator[Version]:
    """The proposals of reports as versions, without reading the rest of the readings."""
    rows = connection.execute(
        """SELECT r.id || '/' || t.id, r.published, p.value, r.publisher, t.claimant
           FROM reports r JOIN readings g ON g.report = r.key AND g.current
           JOIN json_each(g.json, '$.proposals') p
           JOIN proposals t ON t.report = r.key AND t.id = json_extract(p.value, '$.id')
           WHERE r.id IN (SELECT value FROM json_each(?))""",
        (json.dumps(reports),),
    )
    for id, published, written, publisher, claimant in rows:
        proposal = from_json(Proposal, json.loads(written))
        yield Version(id, published, proposal, publisher, claimant)


def ask_disputes(
    connection: sqlite3.Connection, asked: Filter, *, contradictions: bool = False
) -> list[DisputeRow]:
    """Return the disputes between findings of the reports asked for, the surest first.

    With ``contradictions`` also counts of different days that exclude each other.
    """
    reports: set[str] | None = None
    if asked != Filter(limit=asked.limit, offset=asked.offset):
        wanted = ask_reports(connection, replace(asked, limit=None, offset=0))
        reports = {row.report for row in wanted}
    links = [
        link
        for link in _at_odds(connection, contradictions)
        if reports is None or {link.a.rpartition("/")[0], link.b.rpartition("/")[0]} & reports
    ]
    last = None if asked.limit is None else asked.offset + asked.limit
    return [_dispute(connection, link) for link in links[asked.offset : last]]


def _at_odds(connection: sqlite3.Connection, contradictions: bool) -> list[Link]:
    """The disputes, and where asked for the contradictions between other findings."""
    found = ask_links(connection, kind="disputes")
    known = {frozenset((link.a, link.b)) for link in found}
    more = ask_links(connection, kind="contradicts") if contradictions else []
    return found + [link for link in more if frozenset((link.a, link.b)) not in known]


def _dispute(connection: sqlite3.Connection, link: Link) -> DisputeRow:
    a, b = (_words(connection, id) for id in (link.a, link.b))
    published = max(filter(None, (a[2], b[2])), default=None)
    return DisputeRow(
        link.a, link.b, published, a[0], a[1], b[0], b[1], link.difference, link.score,
        link.reasons, link.kind,
    )  # fmt: skip


def _words(connection: sqlite3.Connection, id: str) -> tuple[str | None, str, str | None]:
    """Claimant (the outlet in its own voice), words and day of a finding."""
    report, _, finding = id.rpartition("/")
    for table, words in (
        ("statements", "content"), ("events", "trigger_text"),
        ("figures", "quantity || coalesce(' ' || counted, '') || ', ' || measure"),
        ("proposals", "coalesce(name, '')"),
    ):  # fmt: skip
        row = connection.execute(
            f"""SELECT coalesce(t.claimant, r.publisher), {words}, r.published
                FROM {table} t JOIN reports r ON r.key = t.report WHERE r.id = ? AND t.id = ?""",
            (report, finding),
        ).fetchone()
        if row is not None:
            return row[0], row[1], row[2]
    return None, "", None


def _decided(connection: sqlite3.Connection, what: str) -> list[frozenset[str]]:
    """The pairs whose last decision is that one."""
    rows = connection.execute(
        "SELECT about, new FROM decisions WHERE field = 'same-happening' ORDER BY id"
    )
    last = {about: new for about, new in rows if JOINT in about}
    return [frozenset(about.split(JOINT, 1)) for about, new in last.items() if new == what]


@cache
def _may_act(name: str) -> bool:
    """Tell a party from a number and from things of which nothing is known: "27", "market"."""
    if name[:1].isdigit():
        return False
    actor = None if name[:1].isupper() else who(name)
    return name[:1].isupper() or (actor is not None and actor.sector is not None)


def _unique(values: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))
