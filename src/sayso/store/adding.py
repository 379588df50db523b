"""Articles to stored readings, one transaction a report; what fails is listed and tried again."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields, is_dataclass, replace

from sayso.errors import SaysoError
from sayso.ground.folding import fold
from sayso.read.problems import is_failed
from sayso.record.reading import Article, Reading, text_hash
from sayso.record.span import Span
from sayso.record.written import from_json, read_reading, to_json, write_reading
from sayso.store.database import transaction
from sayso.store.flatten import Row, flatten
from sayso.store.keys import DAY, first_key
from sayso.store.vault import Vault

Extract = Callable[[Article], Reading]


@dataclass(frozen=True, slots=True)
class Counts:
    """What became of the articles that were given: newly added, known already, failed."""

    run: int
    added: int = 0
    known: int = 0
    failed: int = 0


@dataclass(frozen=True, slots=True)
class Failure:
    """What failed, at which stage (read, extract, store), and why. ``code`` is stable."""

    report: str
    stage: str
    code: str
    message: str
    origin: str | None = None
    tries: int = 1
    noted: str = ""


@dataclass(frozen=True, slots=True)
class Incoming:
    """An article on its way in: the path it comes from and the bytes it was made from.

    Without ``original`` the text in UTF-8 is kept; ``reading`` is there where it is read already.
    """

    article: Article
    origin: str | None = None
    original: bytes | None = None
    reading: Reading | None = None


class Refused(SaysoError):
    """A report that cannot be stored as it is; it is listed, and the rest goes on."""

    code = "E-REFUSED"

    def __init__(self, stage: str, code: str, what: str) -> None:
        super().__init__(what)
        self.stage = stage
        self.code = code


@dataclass(frozen=True, slots=True)
class Adding:
    """One run that writes: the connection, the vault, who reads, and the clock (ISO 8601)."""

    connection: sqlite3.Connection
    vault: Vault
    extract: Extract
    run: int
    clock: Callable[[], str]

    def add(self, incoming: Incoming) -> str:
        """Store one report with its reading; return "added", "known" or "failed"."""
        article = incoming.article
        with self._listed(incoming) as outcome:
            if self._is_known(article) and not is_told_more(self.connection, article):
                outcome.append("known")
            else:
                article = self._filled(article)
                incoming = replace(incoming, article=article)
                reading = self._read(article, incoming.reading)
                original = incoming.original
                raw = self.vault.keep(article.text.encode() if original is None else original)
                with transaction(self.connection):
                    if is_told_more(self.connection, article):
                        self.connection.execute("DELETE FROM reports WHERE id = ?", (article.id,))
                    outcome.append("known" if self._is_known(article) else "added")
                    if outcome == ["added"]:
                        self._insert(incoming, raw, reading)
        return outcome[0]

    def read_again(self, article: Article, key: int) -> str:
        """Store a new reading of a report beside the old one; return "added" or "failed"."""
        with self._listed(Incoming(article)) as outcome:
            reading = self._read(article)
            with transaction(self.connection):
                self._insert_reading(key, reading)
            outcome.append("added")
        return outcome[0]

    @contextmanager
    def _listed(self, incoming: Incoming) -> Iterator[list[str]]:
        outcome: list[str] = []
        try:
            yield outcome
            with transaction(self.connection):
                forget_failure(self.connection, incoming.article.id)
        except Refused as refusal:
            self._note(incoming, refusal.stage, refusal.code, refusal.what)
            outcome[:] = ["failed"]
        except UnicodeEncodeError as failure:
            bare = Incoming(Article(_plain(incoming.article.id), ""), incoming.origin)
            what = f"it holds what is no character: {failure.reason}"
            self._note(bare, "read", "E-TEXT", what)
            outcome[:] = ["failed"]

    def _is_known(self, article: Article) -> bool:
        found = self.connection.execute(
            "SELECT sha256 FROM reports WHERE id = ?", (article.id,)
        ).fetchone()
        if found is not None and found[0] != text_hash(article.text):
            what = f"report {article.id!r} is in the project with another text; it was kept"
            raise Refused("store", "E-SAME-ID", what)
        return found is not None

    def _filled(self, article: Article) -> Article:
        """A report with the day and the outlet that it had in the store, where it has none now."""
        row = self.connection.execute(
            "SELECT published, publisher FROM reports WHERE id = ?", (article.id,)
        ).fetchone()
        day, outlet = row or (None, None)
        return replace(
            article, published=article.published or day, publisher=article.publisher or outlet
        )

    def _read(self, article: Article, reading: Reading | None = None) -> Reading:
        if not is_failed(article.problems):
            reading = reading or self.extract(article)
        for problem in article.problems if reading is None else reading.problems:
            if is_failed((problem,)):
                stage = "read" if problem in article.problems else "extract"
                raise Refused(stage, problem.code, problem.reason)
        assert reading is not None
        for span in spans_of(reading):
            if not span.is_verbatim(article.text):
                what = f"characters {span.start}:{span.end} are not {span.text!r:.80}"
                raise Refused("extract", "E-SPAN", what)
        return replace(
            reading, id=article.id, sha256=text_hash(article.text), title=article.title,
            url=article.url, publisher=article.publisher, published=article.published,
            language=article.language or reading.language,
        )  # fmt: skip

    def _insert(self, incoming: Incoming, raw: str, reading: Reading) -> None:
        article = incoming.article
        key = next_key(self.connection, article.published)
        self.connection.execute(
            """INSERT INTO reports (key, id, title, url, publisher, published, language, text,
               sha256, raw_sha256, origin, problems, publisher_key, added)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            (
                key, article.id, article.title, article.url, article.publisher,
                article.published, reading.language, article.text, reading.sha256, raw,
                incoming.origin, _json(to_json(article.problems)), fold(article.publisher or ""),
                self.clock(),
            ),
        )  # fmt: skip
        self._insert_reading(key, reading)

    def _insert_reading(self, key: int, reading: Reading) -> None:
        written = write_reading(reading)
        self.connection.execute("UPDATE readings SET current = 0 WHERE report = ?", (key,))
        self.connection.execute(
            """INSERT INTO readings (report, run, current, json, sha256, read)
               VALUES (?, ?, 1, ?, ?, ?)""",
            (key, self.run, written, json_hash(written), self.clock()),
        )
        write_findings(self.connection, key, reading)

    def _note(self, incoming: Incoming, stage: str, code: str, what: str) -> None:
        raw = None if incoming.original is None else self.vault.keep(incoming.original)
        failure = Failure(incoming.article.id, stage, code, what, incoming.origin)
        with transaction(self.connection):
            noted = (self.run, self.clock())
            note_failure(self.connection, failure, noted, incoming.article, raw)


def is_told_more(connection: sqlite3.Connection, article: Article) -> bool:
    """Tell whether a report is in the store without the day, or the outlet, that it has now."""
    row = connection.execute(
        """SELECT 1 FROM reports WHERE id = ?1 AND sha256 = ?2
           AND (published IS NULL AND ?3 IS NOT NULL OR publisher IS NULL AND ?4 IS NOT NULL)""",
        (article.id, text_hash(article.text), article.published, article.publisher),
    ).fetchone()
    return row is not None


def write_findings(connection: sqlite3.Connection, key: int, reading: Reading) -> None:
    """Put the flattened findings of a reading in place of those that the report had."""
    for table, rows in flatten(reading).items():
        connection.execute(f"DELETE FROM {table} WHERE report = ?", (key,))
        if rows:
            _insert_rows(connection, table, key, rows)
    connection.execute(
        "DELETE FROM incidents WHERE report = ?1 AND event NOT IN "
        "(SELECT id FROM events WHERE report = ?1 UNION SELECT id FROM figures WHERE report = ?1)",
        (key,),
    )


def _insert_rows(connection: sqlite3.Connection, table: str, key: int, rows: list[Row]) -> None:
    columns = list(rows[0])
    holes = ", ".join("?" for _ in columns)
    # Two mentions at one place (a name that is party and place) are one row of their table.
    connection.executemany(
        f"INSERT OR IGNORE INTO {table} (report, {', '.join(columns)}) VALUES (?, {holes})",
        [(key, *row.values()) for row in rows],
    )


def next_key(connection: sqlite3.Connection, published: str | None) -> int:
    """Return a free key for a report of that day (see keys)."""
    first = first_key(published)
    (last,) = connection.execute(
        "SELECT max(key) FROM reports WHERE key BETWEEN ? AND ?", (first, first + DAY - 1)
    ).fetchone()
    return first + 1 if last is None else int(last) + 1


def spans_of(noun: object) -> Iterator[Span]:
    """Yield every span in a noun of the record, however deep it stands."""
    if isinstance(noun, Span):
        yield noun
    elif isinstance(noun, tuple):
        for part in noun:
            yield from spans_of(part)
    elif is_dataclass(noun):
        for field in fields(noun):
            yield from spans_of(getattr(noun, field.name))


def note_failure(
    connection: sqlite3.Connection,
    failure: Failure,
    noted: tuple[int | None, str],
    article: Article | None = None,
    raw: str | None = None,
) -> None:
    """Write a failure; the same one again counts its tries.

    ``noted`` is the run and the time; the article and the hash of its original, where there are
    any, are kept so that it can be tried again.
    """
    written = None if article is None else _json(to_json(article))
    connection.execute(
        """INSERT INTO errors
           (report, origin, stage, code, message, article, raw_sha256, run, noted)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
           ON CONFLICT (report, stage, code) DO UPDATE SET tries = tries + 1,
           message = excluded.message, run = excluded.run, noted = excluded.noted""",
        (
            failure.report, failure.origin, failure.stage, failure.code,
            _plain(failure.message), written, raw, *noted,
        ),
    )  # fmt: skip


def forget_failure(connection: sqlite3.Connection, report: str) -> None:
    """Take a report off the list of failures; that its id came with another text stays listed."""
    connection.execute("DELETE FROM errors WHERE report = ? AND code != 'E-SAME-ID'", (report,))


def failures(connection: sqlite3.Connection) -> list[Failure]:
    """Return the failures that stand, oldest first."""
    rows = connection.execute(
        "SELECT report, stage, code, message, origin, tries, noted FROM errors ORDER BY id"
    )
    return [Failure(*row) for row in rows]


def failed_articles(
    connection: sqlite3.Connection,
) -> list[tuple[Article, str | None, str | None]]:
    """Return what failed after it was read: articles, where from, and their originals' hashes."""
    rows = connection.execute(
        """SELECT article, origin, raw_sha256 FROM errors
           WHERE article IS NOT NULL AND stage != 'read' ORDER BY id"""
    ).fetchall()
    return [(from_json(Article, json.loads(text)), origin, raw) for text, origin, raw in rows]


def stored_articles(connection: sqlite3.Connection, engine: str) -> Iterator[tuple[int, Article]]:
    """Yield the reports whose current reading another engine than ``engine`` made, by key."""
    keys = connection.execute(
        """SELECT r.report FROM readings r JOIN runs ON runs.id = r.run
           WHERE r.current AND runs.engine != ? ORDER BY r.report""",
        (engine,),
    ).fetchall()
    for (key,) in keys:
        row = connection.execute(
            """SELECT id, text, title, url, publisher, published, language
               FROM reports WHERE key = ?""",
            (key,),
        ).fetchone()
        if row is not None:
            yield key, Article(*row)


def current_readings(connection: sqlite3.Connection) -> Iterator[Reading]:
    """Yield the current reading of every report, oldest report first."""
    keys = connection.execute("SELECT key FROM reports ORDER BY key").fetchall()
    for (key,) in keys:
        row = connection.execute(
            "SELECT json FROM readings WHERE report = ? AND current", (key,)
        ).fetchone()
        if row is not None:
            yield read_reading(row[0])


def json_hash(written: str) -> str:
    """Return the SHA-256 of a stored reading, as 64 hexadecimal digits."""
    return hashlib.sha256(written.encode()).hexdigest()


def _plain(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
