"""A path to an open SQLite connection of our schema, or a clear error and an untouched file."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib import resources
from pathlib import Path

from sayso.errors import ProjectError

#: Marks the file as ours ("SAYS" in ASCII); shown by ``file`` and read back on opening.
APPLICATION_ID = 0x53415953

#: Seconds that a writer waits for another one before it gives up.
PATIENCE = 30.0


def connect(
    path: Path, *, read_only: bool = False, patience: float = PATIENCE
) -> sqlite3.Connection:
    """Return an open connection to a store that exists, its schema brought up to date.

    With ``read_only``, or where the folder cannot be written to, nothing is written: an older
    schema is then an error. Raises ProjectError for a file that is no store of ours, a newer
    schema, a damaged or a locked file.
    """
    if not path.is_file():
        raise ProjectError(f"{path} is missing", "Make a project with `sayso init FOLDER`.")
    read_only = read_only or not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK)
    with trouble(path):
        connection = _open(path, read_only, patience)
        try:
            _check(connection, path)
            if not read_only:
                migrate(connection, path)
            elif _version(connection) < len(migrations()):
                raise ProjectError(
                    f"{path} has the older schema {_version(connection)}",
                    "Open the project once where it can be written to; it is then brought up.",
                )
        except BaseException:
            connection.close()
            raise
    return connection


def create(path: Path) -> None:
    """Write an empty store at ``path``. Raises ProjectError where something is there already."""
    if path.exists():
        raise ProjectError(f"{path} is there already", "Choose another folder.")
    with trouble(path):
        connection = sqlite3.connect(path, isolation_level=None)
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            migrate(connection, path)
        finally:
            connection.close()


def migrate(connection: sqlite3.Connection, path: Path) -> None:
    """Bring the schema up to the newest version, each step in one transaction."""
    for number, script in enumerate(migrations(), 1):
        if _version(connection) >= number:
            continue
        connection.execute("BEGIN IMMEDIATE")
        try:
            if _version(connection) < number:
                for statement in _statements(script):
                    connection.execute(statement)
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version = {number}")
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise


@cache
def migrations() -> tuple[str, ...]:
    """Return the scripts that lead from an empty file to today's schema, in order."""
    folder = resources.files("sayso.store") / "migrations"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".sql"))
    return tuple((folder / name).read_text("utf-8") for name in names)


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Do what stands inside in one transaction: all of it, or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def trouble(path: Path) -> Iterator[None]:
    """Turn SQLite's and the system's errors into a ProjectError that says what to do."""
    try:
        yield
    except sqlite3.DatabaseError as failure:
        if isinstance(failure, (sqlite3.IntegrityError, sqlite3.ProgrammingError)):
            raise
        raise _explained(path, str(failure)) from failure
    except OSError as failure:
        raise ProjectError(
            f"{path}: {failure.strerror or failure}", "Look at the disk."
        ) from failure


#: What SQLite says, and what it means for the user.
_EXPLAINED = (
    ("locked", "is being written to by another program", "Wait for it to end, then run again."),
    ("readonly", "cannot be written to", "Copy the project to a folder that can be written to."),
    ("full", "cannot grow: the disk is full", "Make room and run again; nothing was lost."),
    ("disk i/o", "cannot be read or written", "Look at the disk; then run `sayso verify`."),
    ("not a database", "is not a store of sayso", "Choose the folder of a project."),
    ("malformed", "is damaged", "Run `sayso verify`, and go back to a copy."),
)  # fmt: skip


def _explained(path: Path, message: str) -> ProjectError:
    for sign, meaning, advice in _EXPLAINED:
        if sign in message.lower():
            return ProjectError(f"{path} {meaning} ({message})", advice)
    return ProjectError(f"{path}: {message}", "Run `sayso verify`.")


def _open(path: Path, read_only: bool, patience: float) -> sqlite3.Connection:
    uri = path.resolve().as_uri()
    connection = sqlite3.connect(
        f"{uri}?mode={'ro' if read_only else 'rw'}",
        uri=True, timeout=patience, isolation_level=None, check_same_thread=False,
    )  # fmt: skip
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:
        connection.close()
        if not read_only or path.with_name(path.name + "-wal").exists():
            raise
        # A WAL store in a folder that cannot be written to opens only as an unchanging file.
        connection = sqlite3.connect(f"{uri}?mode=ro&immutable=1", uri=True, isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    if not read_only:
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA secure_delete = ON")
    return connection


def _check(connection: sqlite3.Connection, path: Path) -> None:
    (mark,) = connection.execute("PRAGMA application_id").fetchone()
    version = _version(connection)
    if mark != APPLICATION_ID and version:
        raise ProjectError(f"{path} is not a store of sayso", "Choose the folder of a project.")
    if mark != APPLICATION_ID and connection.execute("SELECT 1 FROM sqlite_master").fetchone():
        raise ProjectError(f"{path} is not a store of sayso", "Choose the folder of a project.")
    if version > len(migrations()):
        raise ProjectError(
            f"{path} has schema {version}; this sayso knows up to {len(migrations())}",
            "Install a newer sayso. The project was left as it is.",
        )


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _statements(script: str) -> Iterator[str]:
    """Cut a script into statements; a trigger's body has semicolons of its own."""
    statement = ""
    for line in script.splitlines():
        statement += line + "\n"
        if sqlite3.complete_statement(statement):
            if statement.strip():
                yield statement
            statement = ""
