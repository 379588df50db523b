"""What a question asks for, as a condition in SQL; a filter that does not fit is an error."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from importlib import resources
from pathlib import Path

from sayso.errors import UsageError
from sayso.ground.folding import fold
from sayso.ground.place_tables import read_countries
from sayso.record import vocabulary
from sayso.store.flatten import Value
from sayso.store.keys import DAY, first_key


@dataclass(frozen=True, slots=True)
class Filter:
    """Which rows are wanted; what is null does not count.

    ``since`` and ``until`` are ISO dates, both inclusive: the days of a finding (its own time,
    else the day of publication) must touch them. ``place`` counts what lies in it ("Gaza Strip",
    "Sudan", "SDN"). ``party`` and ``claimant`` match whole words of a name, or a country's code;
    a claimant may be the outlet that speaks in its own voice; ``outlet`` is a name, or where no
    outlet has it, whole words of names. ``type``, ``status``, ``measure``,
    ``scope``, ``act``, ``source_type`` and ``state`` take several values between commas.
    ``text`` is searched in the reports; ``copies`` keeps the later members of families.
    """

    since: str | None = None
    until: str | None = None
    place: str | None = None
    party: str | None = None
    type: str | None = None
    mode: str | None = None
    status: str | None = None
    measure: str | None = None
    scope: str | None = None
    act: str | None = None
    state: str | None = None
    claimant: str | None = None
    source_type: str | None = None
    outlet: str | None = None
    report: str | None = None
    incident: str | None = None
    text: str | None = None
    copies: bool = True
    limit: int | None = None
    offset: int = 0


#: The values that a filter may take, for those that have a closed list.
_VALUES: dict[str, tuple[str, ...]] = {
    "type": vocabulary.EVENT_TYPES,
    "status": vocabulary.STATUSES,
    "measure": vocabulary.MEASURES,
    "scope": vocabulary.SCOPES,
    "act": vocabulary.ACTS,
    "state": vocabulary.PROPOSAL_STATES,
    "source_type": vocabulary.SOURCE_TYPES,
    "mode": tuple(sorted({m for modes in vocabulary.MODES.values() for m in modes})),
}

#: Filters that each question answers to, beside those of every question.
_EVERYWHERE = {"since", "until", "outlet", "report", "text", "copies", "limit", "offset"}
_ALSO: dict[str, set[str]] = {
    "reports": {"place", "party", "incident"},
    "statements": {"party", "act", "claimant", "source_type"},
    "events": {"place", "party", "type", "mode", "status", "claimant", "source_type", "incident"},
    "figures": {
        "place", "party", "measure", "scope", "status", "claimant", "source_type", "incident",
    },
    "proposals": {"party", "state", "claimant", "source_type"},
    "polls": set(),
    "places": {"place"},
    "search": {"place", "party", "incident"},
}  # fmt: skip

Condition = tuple[str, list[Value]]


def conditions(asked: Filter, table: str) -> Condition:
    """Return the WHERE clause of a question to ``table`` (named t, its report r), with values.

    Raises UsageError for a filter that the table does not have, or a value that is none.
    """
    _refuse_others(asked, table)
    parts = [
        *_days(asked, table),
        *(_one_of(asked, name, table) for name in _VALUES),
        *_named(asked, table),
        *_of_reports(asked),
    ]
    found = [part for part in parts if part is not None]
    clause = " AND ".join(sql for sql, _ in found) or "1"
    return clause, [value for _, values in found for value in values]


def _refuse_others(asked: Filter, table: str) -> None:
    allowed = _EVERYWHERE | _ALSO[table]
    for field in fields(Filter):
        value = getattr(asked, field.name)
        if value != field.default and field.name not in allowed:
            raise UsageError(
                f"{table} cannot be asked by {field.name}",
                f"They can be by {', '.join(sorted(allowed))}.",
            )


def _days(asked: Filter, table: str) -> list[Condition]:
    since = day_of("since", asked.since)
    until = day_of("until", asked.until)
    found: list[Condition] = []
    if table not in ("events", "figures"):
        # A report's day is in its key, by which the tables and the search index are in order.
        key = "reports_fts.rowid" if table == "search" else "r.key"
        if since is not None:
            found.append((f"{key} >= ?", [first_key(since)]))
        if until is not None:
            found.append((f"{key} BETWEEN ? AND ?", [DAY, first_key(until, 1) - 1]))
        return found
    if since is not None:
        found.append(("t.last_day >= ?", [since]))
    if until is not None:
        found.append(("substr(t.first_day, 1, 10) <= ?", [until]))
    return found


def day_of(name: str, value: str | None) -> str | None:
    """Return the ISO date that a filter is given, if any; UsageError where it is none."""
    if value is None:
        return None
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError as wrong:
        raise UsageError(f"{name} {value!r} is no day", "Write it as 2024-02-06.") from wrong


def _one_of(asked: Filter, name: str, table: str) -> Condition | None:
    given = getattr(asked, name)
    if given is None:
        return None
    values = [value.strip() for value in given.split(",")]
    for value in values:
        if value not in _VALUES[name]:
            raise UsageError(
                f"{name} {value!r} is none", f"Choose from {', '.join(_VALUES[name])}."
            )
    named = "claimant_type" if name == "source_type" and table != "statements" else name
    return f"t.{named} IN ({', '.join('?' for _ in values)})", list(values)


def _named(asked: Filter, table: str) -> list[Condition]:
    found: list[Condition] = []
    if asked.place is not None:
        found.append(_place(asked.place, table))
    if asked.party is not None:
        found.append(_party(asked.party, table))
    if asked.claimant is not None:
        found.append(("t.claimant_key LIKE ?", [_words("claimant", asked.claimant)]))
    if asked.outlet is not None:
        found.append(_outlet(asked.outlet))
    if asked.incident is not None:
        event = {
            "events": "(t.report, t.id)", "figures": "(t.report, coalesce(t.event, t.id))",
        }.get(table)  # fmt: skip
        wanted = "report, event" if event else "report"
        sql = f"{event or 'r.key'} IN (SELECT {wanted} FROM incidents WHERE id = ?)"
        found.append((sql, [asked.incident]))
    return found


def _outlet(name: str) -> Condition:
    """The outlet of that name; where there is none, those in whose name these words stand."""
    # The outlets are gone through only where none has that name.
    sql = """r.publisher_key IN (
        SELECT ? UNION
        SELECT publisher_key FROM (SELECT 1 WHERE NOT EXISTS
            (SELECT 1 FROM reports WHERE publisher_key = ?)) CROSS JOIN reports
        WHERE ' ' || publisher_key || ' ' LIKE ?)"""
    key = fold(name)
    return sql, [key, key, _words("outlet", name)]


def _of_reports(asked: Filter) -> list[Condition]:
    found: list[Condition] = []
    if asked.report is not None:
        found.append(("r.id = ?", [asked.report]))
    if asked.text is not None:
        sql = "r.key IN (SELECT rowid FROM reports_fts WHERE reports_fts MATCH ?)"
        found.append((sql, [search_words(asked.text)]))
    if not asked.copies:
        found.append(("(r.family IS NULL OR r.family = r.id)", []))
    return found


def _place(name: str, table: str) -> Condition:
    key, country = fold(name), country_code(name)
    if not key:
        raise UsageError(f"place {name!r} has no letter", "Write the name of a place.")
    test, values = "x.where_key LIKE ?", list[Value]([f"%/{key}/%"])
    if country is not None:
        test, values = f"({test} OR x.where_country = ?)", [*values, country]
    if table in ("reports", "search"):
        return f"EXISTS (SELECT 1 FROM places x WHERE x.report = r.key AND {test})", values
    return test.replace("x.", "t."), values


def _party(name: str, table: str) -> Condition:
    test, values = "p.party_key LIKE ?", list[Value]([_words("party", name)])
    if re.fullmatch("[A-Z]{3}", name):
        test, values = f"({test} OR p.country = ?)", [*values, name]
    finding = "" if table in ("reports", "search") else "AND p.finding = t.id"
    sql = f"EXISTS (SELECT 1 FROM participants p WHERE p.report = r.key {finding} AND {test})"
    return sql, values


def _words(name: str, value: str) -> str:
    key = fold(value)
    if not key:
        raise UsageError(f"{name} {value!r} has no letter", "Write a name.")
    return f"% {key} %"


def country_code(name: str) -> str | None:
    """Return the ISO 3166-1 alpha-3 code of a country by its name or code, or None."""
    if re.fullmatch("[A-Z]{3}", name) and name in _countries().values():
        return name
    return _countries().get(fold(name))


@cache
def _countries() -> dict[str, str]:
    with resources.as_file(resources.files("sayso.ground") / "data" / "countries.tsv") as path:
        names, _, _ = read_countries(Path(path))
    return {key: found[0].country or "" for key, found in names.items() if len(key) > 3}


def search_words(asked: str) -> str:
    """Return what a person types into a search box as a query of SQLite's FTS5.

    Words must all stand in the report; "quoted words" in this order; OR and NOT in capitals join
    what stands beside them; a star at the end of a word stands for any ending. Raises UsageError
    where no word is left.
    """
    parts: list[str] = []
    for quoted, plain in re.findall(r'"([^"]*)"|(\S+)', asked):
        if plain in ("AND", "OR", "NOT"):
            parts.append(plain)
        elif re.search(r"\w", quoted or plain):
            star = "*" if plain.endswith("*") else ""
            word = (quoted or plain).replace('"', " ").rstrip("*").replace("\0", " ").strip()
            parts.append(f'"{word}"{star}')
    joined: list[str] = []
    for part in parts:
        operator = part in ("AND", "OR", "NOT")
        if operator and (not joined or joined[-1] in ("AND", "OR", "NOT")):
            continue
        joined.append(part)
    while joined and joined[-1] in ("AND", "OR", "NOT"):
        joined.pop()
    if not joined:
        raise UsageError(f"{asked!r} has no word to search for", "Write a word.")
    return " ".join(joined)
