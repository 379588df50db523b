"""sayso doctor: what sayso runs on and whether its parts are sound, on one screen."""

from __future__ import annotations

import locale
import os
import platform
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import click

#: Packages whose versions matter for the readings.
PACKAGES = ("spacy", "onnxruntime", "numpy", "trafilatura", "charset-normalizer", "py3langid")
#: Free space that a project of ten thousand reports may need, in bytes.
ROOM = 1_000_000_000
Check = tuple[bool, str, str]


@click.command()
@click.pass_context
def doctor(ctx: click.Context) -> None:
    """Show whether everything that sayso needs is in place, on one screen."""
    from sayso.cli.main import UNEXPECTED

    sound = True
    for is_sound, what, found in checks():
        click.echo(f"{'ok ' if is_sound else 'BAD'}  {what:<20}{found}")
        sound = sound and is_sound
    if not sound:
        ctx.exit(UNEXPECTED)


def checks() -> Iterator[Check]:
    """Yield whether each part is sound, its name, and what was found."""
    yield _installed("sayso")
    yield sys.version_info >= (3, 11), "python", f"{platform.python_version()} at {sys.executable}"
    yield True, "system", f"{platform.platform()}, {os.cpu_count()} processors"
    yield _weights()
    yield from (_installed(name) for name in PACKAGES)
    yield _fts5()
    yield _samples()
    encoding = sys.stdout.encoding or "unknown"
    yield True, "locale", f"{locale.setlocale(locale.LC_CTYPE)}, output in {encoding}"
    free = shutil.disk_usage(Path.cwd()).free
    yield free > ROOM, "disk", f"{free / 1e9:.1f} GB free here"
    yield os.access(tempfile.gettempdir(), os.W_OK), "temporary", tempfile.gettempdir()
    yield True, "network", "not used: nothing leaves this machine"


def _installed(name: str) -> Check:
    try:
        return True, name, version(name)
    except PackageNotFoundError:
        return False, name, "not installed; install sayso again"


def _weights() -> Check:
    from sayso.errors import ModelError
    from sayso.parse.model import FOLDER, model

    try:
        checksum = model().checksum
    except ModelError as fault:
        return False, "model", f"{fault.what}; {fault.advice}"
    size = sum(f.stat().st_size for f in FOLDER.iterdir()) / 1e6
    return True, "model", f"checksum {checksum[:16]} right, {size:.0f} MB"


def _fts5() -> Check:
    with sqlite3.connect(":memory:") as database:
        options = {row[0] for row in database.execute("pragma compile_options")}
    database.close()
    has_search = "ENABLE_FTS5" in options
    told = "with text search" if has_search else "without text search (FTS5)"
    return has_search, "sqlite", f"{sqlite3.sqlite_version}, {told}"


def _samples() -> Check:
    from sayso.cli.demo import SAMPLES

    try:
        count = SAMPLES.read_bytes().count(b"\n")
    except OSError as fault:
        return False, "samples", f"{SAMPLES}: {fault.strerror}"
    return count > 0, "samples", f"{count} reports"
