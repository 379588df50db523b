"""Readings to flat tables: CSV or JSON lines of one, or one XLSX workbook with a sheet each."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from sayso.errors import UsageError
from sayso.export.bargains import (
    answer_rows,
    bargaining,
    proposal_rows,
    stance_rows,
    stop_rows,
    term_rows,
)
from sayso.export.cells import Cell, csv_head, csv_line, sheet_cell
from sayso.record.reading import Reading
from sayso.store.flatten import Row, flatten

_HEAD = ("report", "published", "publisher", "title", "url")
_WHERE = (
    "place", "where_name", "where_id", "where_admin1", "where_country", "where_lat", "where_lon",
    "where_precision",
)  # fmt: skip
_WHEN = ("time", "when_earliest", "when_latest", "when_grain", "when_kind")
_CLAIM = ("statement", "claimant", "claimant_type", "chain")
_HOW = ("start_char", "end_char", "rule", "confidence")

#: The columns of every table, in order.
COLUMNS: dict[str, tuple[str, ...]] = {
    "statements": (
        *_HEAD, "id", "claimant", "act", "content", "source", "source_type", "anonymous", "manner",
        "cue", "addressee", "within", "chain", "speaker", "speaker_country", "speaker_sector",
        *_HOW,
    ),
    "events": (
        *_HEAD, "id", "type", "mode", "trigger_text", "actors", "targets", "status", *_WHERE,
        *_WHEN,
        "first_day", "last_day", *_CLAIM, *_HOW,
    ),
    "figures": (
        *_HEAD, "id", "measure", "low", "high", "quantity", "counted", "class", "by_whom", "scope",
        "since", "until", "as_of", "status", "unverified", "part_of", "event", *_WHERE, *_WHEN,
        *_CLAIM, *_HOW,
    ),
    "proposals": (
        *_HEAD, "id", "name", "offered_by", "offered_to", "through", "state", "terms", "stances",
        *_CLAIM, *_HOW, "negotiation", "offered_day", "answered_day", "agreed_day", "broken_day",
        "stands", "steps",
    ),
    "terms": (
        *_HEAD, "proposal", "name", "state", "number", "what", "party", "party_name",
        "phase", "condition",
        "exchange", "amount", "deadline", *_CLAIM, "start_char", "end_char", "negotiation",
    ),
    "stances": (
        *_HEAD, "proposal", "name", "state", "party", "party_name", "stance", "condition", *_CLAIM,
        "start_char", "end_char", "negotiation",
    ),
    "polls": (*_HEAD, "id", "pollster", "population", "time", "question", "answers", "rule",
              "confidence"),
    "answers": (
        *_HEAD, "poll", "pollster", "population", "time", "question", "answer", "share",
        "start_char", "end_char",
    ),
    "journeys": (
        "traveller", "traveller_id", "number", *_WHERE, "state", "first_day", "last_day", "time",
        "met", "hosts", "told_in",
    ),
}  # fmt: skip
#: The columns that hold lists, as JSON.
LISTS = frozenset({
    "actors", "targets", "chain", "offered_by", "offered_to", "through", "terms", "stances",
    "answers", "met", "hosts", "told_in", "stands", "steps",
})  # fmt: skip
#: What makes the rows of the tables that the store has not, or not with names, from one reading.
_PARTS: dict[str, Callable[[Reading], Iterator[Row]]] = {
    "proposals": proposal_rows, "terms": term_rows, "stances": stance_rows, "answers": answer_rows,
}  # fmt: skip

#: What the columns hold, for the sheet that explains them.
MEANINGS: dict[str, str] = {
    "report": "id of the report", "published": "day of publication",
    "publisher": "outlet", "id": "id of the finding within its report",
    "claimant": "on whose word it rests; empty where the report itself says it",
    "claimant_type": "kind of that source",
    "chain": "those it was passed on by, the innermost first (JSON)",
    "content": "what is said, verbatim; … between parts",
    "status": "happened ongoing planned demanded threatened possible negated",
    "low": "at least so many; empty: open", "high": "at most so many; empty: open",
    "quantity": "the number as written, hedge included", "counted": "what is counted, as written",
    "class": "stated kind of those counted", "scope": "event: one happening; window: a stated "
    "period; total: a running total", "as_of": "day that the number stands for",
    "part_of": "id of the figure it is a part of", "event": "id of the event it comes from",
    "unverified": "words that say it could not be checked",
    "actors": "who does it (JSON)", "targets": "to whom or what (JSON)",
    "where_name": "grounded name of the place", "where_id": "GeoNames id",
    "where_country": "ISO 3166-1 alpha-3", "where_precision": "point city admin country: where "
    "admin or country, the coordinates are no place", "when_earliest": "first day it may be",
    "when_latest": "last day it may be", "when_kind": "exact approximate open unresolved",
    "start_char": "first character in the text, from 0", "end_char": "after the last character",
    "rule": "what made the record", "confidence": "0 to 1",
    "state": "of a proposal: offered under-negotiation accepted rejected in-force broken expired "
    "unknown; of a stop: past announced", "proposal": "id of the proposal within its report",
    "number": "place in the order of the terms, or of the stops", "what": "what is to be done",
    "party": "who must do it; who takes the stance", "party_name": "the grounded name of the "
    "party, else its words", "offered_by": "who offers it, by grounded names where there are "
    "any (JSON); so offered_to and through", "phase": "phase of the proposal",
    "condition": "the whole clause (if, unless, before, in exchange for)",
    "exchange": "what is given for it", "amount": "a duration, sum or number in it",
    "stance": "accepts rejects conditional undecided", "poll": "id of the poll within its report",
    "share": "in per cent", "traveller": "name of the traveller",
    "traveller_id": "one id for one traveller", "met": "who was met there (JSON)",
    "hosts": "those of them who are at home there (JSON)",
    "told_in": "the events that tell of the stop, report/event (JSON)",
    "negotiation": "the first account of the proposal, report/proposal: one id for all its "
    "accounts in what is exported", "offered_day": "day of the first report that tells it so; "
    "so answered_day, agreed_day, broken_day",
    "stands": "where each party stood last over all its accounts, with condition and day (JSON)",
    "steps": "what this account changed: state, term, changed, differs, stance, with the words "
    "before and the account that had them (JSON)",
}  # fmt: skip


def rows_of(table: str, pairs: Iterable[tuple[str, Reading]]) -> Iterator[list[object]]:
    """Yield the rows of a table, with values in the order of its columns.

    Raises UsageError where there is no such table.
    """
    if table not in COLUMNS:
        raise UsageError(f"there is no table {table!r}", f"Choose from {', '.join(COLUMNS)}.")
    if table == "journeys":
        for row in stop_rows(reading for _, reading in pairs):
            yield [row[column] for column in COLUMNS[table]]
        return
    bargained: Mapping[str, Row] = {}
    if table in ("proposals", "terms", "stances"):
        pairs = list(pairs)
        bargained = bargaining(reading for _, reading in pairs)
    for _, reading in pairs:
        head = {
            "report": reading.id, "published": reading.published, "publisher": reading.publisher,
            "title": reading.title, "url": reading.url,
        }  # fmt: skip
        part = _PARTS.get(table)
        for row in part(reading) if part else flatten(reading, (table,))[table]:
            id = row.get("proposal", row.get("id"))
            told = row | bargained.get(f"{reading.id}/{id}", {})
            yield [_value(head, told, column) for column in COLUMNS[table]]


def write_lines(table: str, pairs: Iterable[tuple[str, Reading]]) -> Iterator[str]:
    """Yield the rows of a table in JSON lines, lists as lists."""
    for values in rows_of(table, pairs):
        row = dict(zip(COLUMNS[table], values, strict=True))
        yield json.dumps(lists_in(row), ensure_ascii=False) + "\n"


def lists_in(row: Mapping[str, object]) -> dict[str, object]:
    """Return a row with the lists that it holds as JSON."""
    return {n: json.loads(str(v)) if n in LISTS else v for n, v in row.items()}


def write_csv(table: str, pairs: Iterable[tuple[str, Reading]]) -> Iterator[str]:
    """Yield the lines of a table in CSV; no cell is a formula to a spreadsheet."""
    yield csv_head(COLUMNS.get(table, ()))
    for values in rows_of(table, pairs):
        yield csv_line(values)


def write_xlsx(pairs: Sequence[tuple[str, Reading]], path: Path) -> None:
    """Write a workbook: a sheet for every table, and one that says what the columns hold."""
    book = Workbook(write_only=True)
    for table, columns in COLUMNS.items():
        sheet = book.create_sheet(table)
        sheet.freeze_panes = "A2"
        sheet.append(list(columns))
        for values in rows_of(table, pairs):
            sheet.append([_written(sheet, sheet_cell(value)) for value in values])
    about = book.create_sheet("columns")
    about.append(["column", "holds"])
    for name, meaning in MEANINGS.items():
        about.append([name, meaning])
    book.save(path)


def _written(sheet: object, cell: Cell) -> object:
    """Words are marked as words, so that a leading "=" is never taken for a formula."""
    if not isinstance(cell, str):
        return cell
    written = WriteOnlyCell(sheet, cell)
    written.data_type = "s"
    written.quotePrefix = True
    return written


def _value(head: Mapping[str, object], row: Row, column: str) -> object:
    return head[column] if column in head and column != "id" else row[column]
