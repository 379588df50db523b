"""A folder to a project: reports are added to it, and questions asked of it."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from sayso.errors import ProjectError, UsageError
from sayso.link.all import Linked
from sayso.link.figures import Range
from sayso.link.negotiations import Negotiation
from sayso.record.link import Link
from sayso.record.reading import Article, Reading
from sayso.record.written import read_reading
from sayso.store import adding, comparing, journal, linking, questions, verifying
from sayso.store.adding import Adding, Counts, Extract, Failure, Incoming
from sayso.store.database import PATIENCE, connect, create, transaction, trouble
from sayso.store.filters import Filter
from sayso.store.journal import Decision, Run, Status
from sayso.store.settings import RAW, SETTINGS, STORE, Settings, read_settings, write_settings
from sayso.store.vault import Vault

ALL = Filter()


def now() -> str:
    """Return the time as ISO 8601 in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def create_project(path: str | os.PathLike[str], *, clock: Callable[[], str] = now) -> Project:
    """Make a project in a new or an empty folder, and open it.

    Raises ProjectError where the folder holds something or cannot be written to.
    """
    folder = Path(path)
    with trouble(folder):
        folder.mkdir(parents=True, exist_ok=True)
        if (folder / SETTINGS).exists():
            raise ProjectError(f"{folder} is a project already", "Open it, or choose another.")
        if any(folder.iterdir()):
            raise ProjectError(f"{folder} is not empty", "Choose a new or an empty folder.")
        (folder / RAW).mkdir()
        create(folder / STORE)
        write_settings(folder, Settings(folder.resolve().name, clock()))
    return open_project(folder, clock=clock)


def open_project(
    path: str | os.PathLike[str],
    *,
    read_only: bool = False,
    patience: float = PATIENCE,
    clock: Callable[[], str] = now,
) -> Project:
    """Open a project.

    ``patience`` is how many seconds a writer waits for another one. Raises ProjectError for what
    is no project, a newer schema, a damaged store, or a part that lies outside the folder.
    """
    folder = Path(path)
    settings = read_settings(folder)
    connection = connect(folder / STORE, read_only=read_only, patience=patience)
    return Project(folder, settings, connection, clock)


class Project:
    """An open project. Use it in a ``with`` statement, or close it."""

    def __init__(
        self,
        folder: Path,
        settings: Settings,
        connection: sqlite3.Connection,
        clock: Callable[[], str],
    ) -> None:
        self.folder = folder
        self.settings = settings
        self.connection = connection
        self.vault = Vault(folder / RAW)
        self._clock = clock

    def __enter__(self) -> Project:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the store."""
        self.connection.close()

    def add(
        self,
        articles: Iterable[Article | Incoming],
        *,
        extract: Extract,
        engine: str,
        told: Callable[[Article, str], None] | None = None,
    ) -> Counts:
        """Read and store reports; each is there whole, with its reading, or not at all.

        Reports that are known by id and text are passed over, so that a run that was cut off can
        be run again; one that has a day or an outlet now, and had none, takes the place of the
        one that is there. An article, or a reading of it, with a problem that loses it is listed
        (see ``errors``); an error that ``extract`` raises ends the run. ``engine`` names who reads
        ("sayso 0.1.0"); ``told`` is called after each article with "added", "known" or "failed".
        Raises ProjectError where the store cannot be written to.
        """
        with self._run("add", engine) as run:
            return self._count(run, self._add_each(articles, extract, run), told)

    def retry(self, *, extract: Extract, engine: str) -> Counts:
        """Try again what failed after it was read; see ``errors`` for what fails still."""
        again = [
            Incoming(article, origin, None if raw is None else self.vault.read(raw))
            for article, origin, raw in adding.failed_articles(self.connection)
        ]
        with self._run("retry", engine) as run:
            return self._count(run, self._add_each(again, extract, run))

    def reread(
        self,
        *,
        extract: Extract,
        engine: str,
        told: Callable[[Article, str], None] | None = None,
    ) -> Counts:
        """Read again every report whose current reading another engine made; the old one stays."""
        with self._run("reread", engine) as run:
            one = Adding(self.connection, self.vault, extract, run, self._clock)
            articles = adding.stored_articles(self.connection, engine)
            outcomes = ((article, one.read_again(article, key)) for key, article in articles)
            return self._count(run, outcomes, told)

    def is_known(self, article: Article) -> bool:
        """Tell whether the report is in the project by id, whatever its text, and tells no more.

        One that has a day or an outlet now, and had none, is to be read anew.
        """
        found = self.connection.execute("SELECT 1 FROM reports WHERE id = ?", (article.id,))
        known = found.fetchone() is not None
        return known and not adding.is_told_more(self.connection, article)

    def forget_failure(self, report: str) -> None:
        """Take a failure off the list, whatever it was."""
        with self._writing():
            self.connection.execute("DELETE FROM errors WHERE report = ?", (report,))

    def errors(self) -> list[Failure]:
        """Return what failed and why, oldest first."""
        return adding.failures(self.connection)

    def runs(self) -> tuple[Run, ...]:
        """Return the runs, oldest first."""
        return journal.runs(self.connection)

    def odd_days(self, run: int) -> tuple[list[str], list[str]]:
        """Return the reports that a run read without a day, and those of a day to come."""
        return journal.odd_days(self.connection, run, self._clock())

    def status(self) -> Status:
        """Return what is in the project."""
        return journal.status(self.connection, self.settings.name)

    def reading(self, report: str, run: int | None = None) -> Reading | None:
        """Return the current reading of a report, or that of a run; None where there is none."""
        row = self.connection.execute(
            """SELECT g.json FROM readings g JOIN reports r ON r.key = g.report
               WHERE r.id = ?1 AND ((?2 IS NULL AND g.current) OR g.run = ?2)""",
            (report, run),
        ).fetchone()
        return None if row is None else read_reading(row[0])

    def readings(self) -> Iterator[Reading]:
        """Yield the current readings, oldest report first."""
        return adding.current_readings(self.connection)

    def article(self, report: str) -> Article | None:
        """Return a report as it was added, or None."""
        row = self.connection.execute(
            """SELECT id, text, title, url, publisher, published, language
               FROM reports WHERE id = ?""",
            (report,),
        ).fetchone()
        return None if row is None else Article(*row)

    def original(self, report: str) -> bytes | None:
        """Return the bytes that a report was made from, or None where there is no such report."""
        row = self.connection.execute(
            "SELECT raw_sha256 FROM reports WHERE id = ?", (report,)
        ).fetchone()
        return None if row is None else self.vault.read(row[0])

    def reports(self, asked: Filter = ALL) -> list[questions.ReportRow]:
        """Return the reports asked for, newest first."""
        return questions.ask_reports(self.connection, asked)

    def statements(self, asked: Filter = ALL) -> list[questions.StatementRow]:
        """Return the statements asked for, those of the newest report first."""
        return questions.ask_statements(self.connection, asked)

    def events(self, asked: Filter = ALL) -> list[questions.EventRow]:
        """Return the events asked for, those of the newest report first."""
        return questions.ask_events(self.connection, asked)

    def figures(self, asked: Filter = ALL) -> list[questions.FigureRow]:
        """Return the figures asked for, the latest day first."""
        return questions.ask_figures(self.connection, asked)

    def proposals(self, asked: Filter = ALL) -> list[questions.ProposalRow]:
        """Return the proposals asked for, those of the newest report first."""
        return questions.ask_proposals(self.connection, asked)

    def places(self, asked: Filter = ALL) -> list[questions.PlaceRow]:
        """Return the places named in the reports asked for, the most named first."""
        return questions.ask_places(self.connection, asked)

    def search(self, words: str, asked: Filter = ALL) -> list[questions.Hit]:
        """Return the reports in which the words stand, newest first."""
        return questions.ask_search(self.connection, words, asked)

    def link(self) -> Linked:
        """Look anew for what joins the readings, and keep it: suggestions, never decisions.

        A decision about two events ("report/event|report/event", field "same-happening", new
        "accepted" or "rejected") holds over every suggestion.
        """
        linked = linking.link_store(self.connection)
        with self._writing(), transaction(self.connection):
            linking.save_links(self.connection, linked)
        return linked

    def links(self, *, kind: str | None = None, about: str | None = None) -> list[Link]:
        """Return the links: all, those of a kind, and those of one report or finding."""
        return linking.ask_links(self.connection, kind=kind, about=about)

    def incidents(self, asked: Filter = ALL) -> list[linking.IncidentRow]:
        """Return the incidents that have an event asked for, the latest first."""
        return linking.ask_incidents(self.connection, asked)

    def incident_of(self, begun: str) -> str | None:
        """Return the id of the incident that begins so; UsageError where several do."""
        return linking.incident_of(self.connection, begun)

    def accounts(self, incident: str) -> list[Range]:
        """Return low and high over the accounts of an incident, by claimant and measure."""
        return linking.accounts_of(self.connection, incident)

    def negotiations(self, asked: Filter = ALL) -> list[Negotiation]:
        """Return the negotiations that the proposals asked for belong to, the latest first.

        Accounts of one proposal are joined as they were linked last.
        """
        return linking.ask_negotiations(self.connection, asked)

    def disputes(
        self, asked: Filter = ALL, *, contradictions: bool = False
    ) -> list[linking.DisputeRow]:
        """Return the disputes between findings of the reports asked for, the surest first.

        With ``contradictions`` also counts of different days that exclude each other.
        """
        return linking.ask_disputes(self.connection, asked, contradictions=contradictions)

    def verify(self) -> Iterator[verifying.Fault]:
        """Yield what is not as it was written; nothing where all is well."""
        return verifying.verify(self.connection, self.vault)

    def diff(self, old: int, new: int) -> Iterator[comparing.Change]:
        """Yield what changed between the readings of two runs."""
        return comparing.compare_runs(self.connection, old, new)

    def decide(self, decision: Decision) -> None:
        """Write a decision; the machine's value stays beside it. ``made`` "" stands for now."""
        with self._writing(), transaction(self.connection):
            made = decision.made or self._clock()
            journal.write_decision(self.connection, replace(decision, made=made))

    def decisions(self, about: str | None = None) -> list[Decision]:
        """Return the decisions, oldest first: all, or those about one finding or link."""
        return journal.decisions(self.connection, about)

    def _add_each(
        self, articles: Iterable[Article | Incoming], extract: Extract, run: int
    ) -> Iterator[tuple[Article, str]]:
        one = Adding(self.connection, self.vault, extract, run, self._clock)
        for article in articles:
            incoming = Incoming(article) if isinstance(article, Article) else article
            yield incoming.article, one.add(incoming)

    def _count(
        self,
        run: int,
        outcomes: Iterable[tuple[Article, str]],
        told: Callable[[Article, str], None] | None = None,
    ) -> Counts:
        counts = {"added": 0, "known": 0, "failed": 0}
        try:
            for article, outcome in outcomes:
                counts[outcome] += 1
                if told is not None:
                    told(article, outcome)
        finally:
            # A store that failed is reported by the failure itself, not by this count.
            with contextlib.suppress(sqlite3.Error):
                journal.count_run(self.connection, run, counts)
        return Counts(run, **counts)

    @contextlib.contextmanager
    def _run(self, kind: str, engine: str) -> Iterator[int]:
        if not engine.strip():
            raise UsageError("the engine has no name", 'Give one, for instance "sayso 0.1.0".')
        with self._writing():
            run = journal.begin_run(self.connection, kind, engine, self._clock())
            yield run
            journal.end_run(self.connection, run, self._clock())

    @contextlib.contextmanager
    def _writing(self) -> Iterator[None]:
        with trouble(self.folder / STORE):
            yield
