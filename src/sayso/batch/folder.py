"""The folder of a batch: what lies where, files that appear whole, and one planner at a time."""

from __future__ import annotations

import hashlib
import json
import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sayso.errors import InputError, UsageError
from sayso.record.written import Json

#: The tables, each a folder of Parquet files, one a shard.
TABLES = ("readings", "statements", "events", "figures", "places")
RUN, LOCK, MANIFEST, PLAN, DONE = "batch.json", ".lock", "manifest.json", "plan", "done"
#: Names that are being written begin and end like this; the rest tells which and by whom.
PART = ".part"
ADVICE = "make room or mend it, and give the same command again: what is done is kept"


def make_folder(out: Path) -> None:
    """Make the folder of a run, where it is new.

    Raises UsageError where it holds something that is no run of ours, and InputError where it
    cannot be made.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        found = [] if (out / RUN).exists() else sorted(p.name for p in out.iterdir())
    except OSError as fault:
        raise unwritten(out, fault) from fault
    strange = [name for name in found if not name.startswith((LOCK, f".{RUN}"))]
    if strange:
        what = f"{out} holds {strange[0]!r} and is no folder of a batch; nothing was written"
        raise UsageError(what, "name a folder that is new or empty")


def settle(out: Path, run: dict[str, Json]) -> None:
    """Write what the run is, or check that it is the one which the folder was made for.

    Raises UsageError, naming what differs, where it is another.
    """
    path = out / RUN
    if not path.exists():
        write_json(path, run)
    known = read_json(path)
    differ = sorted(key for key in run.keys() | known.keys() if run.get(key) != known.get(key))
    if differ:
        told = "; ".join(f"{key}: {_shown(known.get(key), run.get(key))}" for key in differ)
        what = f"{out} holds another run; nothing was written ({told})"
        raise UsageError(what, "name another folder, or give the command of that run")
    try:
        for name in (PLAN, DONE, *TABLES):
            (out / name).mkdir(exist_ok=True)
    except OSError as fault:
        raise unwritten(out, fault) from fault


def _shown(known: Json, now: Json) -> str:
    """Where two settings first differ."""
    if isinstance(known, dict) and isinstance(now, dict):
        key = next(k for k in sorted(known.keys() | now.keys()) if known.get(k) != now.get(k))
        return f"{key} was {known.get(key)!s:.60}, is {now.get(key)!s:.60}"
    if isinstance(known, list) and isinstance(now, list):
        at = next(
            (n for n, (a, b) in enumerate(zip(known, now, strict=False)) if a != b),
            min(len(known), len(now)),
        )
        first, second = ([x[at]] if at < len(x) else [] for x in (known, now))
        return f"number {at + 1} of {len(known)} was {first!s:.90}, of {len(now)} is {second!s:.90}"
    return f"was {known!s:.60}, is {now!s:.60}"


@contextmanager
def locked(out: Path) -> Iterator[None]:
    """Hold the folder for oneself; another run waits here until this one is through or dead.

    Raises InputError where the folder cannot be written to.
    """
    try:
        lock = (out / LOCK).open("a")
    except OSError as fault:
        raise unwritten(out, fault) from fault
    with lock as held:
        try:
            import fcntl
        except ImportError:  # no such locks on this system
            yield
            return
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """Give a name to write to, which becomes ``path`` when all went well."""
    part = path.with_name(f".{path.name}.{uuid.uuid4().hex}{PART}")
    try:
        yield part
        with part.open("rb") as stream:
            os.fsync(stream.fileno())
        part.replace(path)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise


def sweep(out: Path) -> None:
    """Remove what killed runs left half written; only where nobody writes any more."""
    for folder in (out, *(out / name for name in (PLAN, DONE, *TABLES))):
        for part in folder.glob(f".*{PART}"):
            part.unlink(missing_ok=True)


def write_json(path: Path, value: Json) -> None:
    """Write a value as JSON, as a whole; InputError where that cannot be done."""
    try:
        with whole(path) as part:
            part.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", "utf-8")
    except OSError as fault:
        raise unwritten(path, fault) from fault


def read_json(path: Path) -> dict[str, Json]:
    """Return the object in a file; InputError where there is none."""
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as fault:
        advice = "begin again in a new folder"
        raise InputError(f"{path} cannot be read: {fault}", advice) from fault
    assert isinstance(found, dict)
    return found


def unwritten(path: Path, fault: OSError) -> InputError:
    """Return the error that says why something could not be written, and that nothing is lost."""
    return InputError(f"{path} cannot be written: {fault.strerror or fault}", ADVICE)


def file_hash(path: Path) -> str:
    """Return the SHA-256 of a file, as 64 hexadecimal digits."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
