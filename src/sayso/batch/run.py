"""A batch from its inputs to its manifest: what comes after what."""

from __future__ import annotations

import glob
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path

from sayso.batch.child import Child, Died
from sayso.batch.folder import locked, make_folder, settle, sweep
from sayso.batch.local import Work, run_here
from sayso.batch.manifest import libraries, write_manifest
from sayso.batch.one import Hall
from sayso.batch.plan import plan, shards
from sayso.batch.shard import Task, is_done, read_shard
from sayso.batch.staging import SHARD_SIZE, Source, portions, stage
from sayso.errors import InputError, UsageError
from sayso.read.files import STANDARD_INPUT, find_files
from sayso.record.reading import SCHEMA
from sayso.record.written import Json

#: Does pieces of work by so many processes and yields their names; ``local.run_here`` is one.
Engine = Callable[[Work, Sequence[str], int], Iterator[str]]


@dataclass(frozen=True)
class Told:
    """How far a run is: a word for the stage, how many of it are done, and of how many."""

    stage: str
    name: str
    done: int
    of: int


def run_batch(
    source: Source,
    task: Task,
    *,
    jobs: int = 1,
    part: tuple[int, int] = (1, 1),
    engine: Engine = run_here,
    tell: Callable[[Told], None] = lambda told: None,
) -> dict[str, Json]:
    """Read all reports of a source into the folder ``task.out`` and return the manifest.

    What an earlier call has done is not done again. ``part`` (2, 3) does the second of three parts
    of the shards. Raises UsageError where the folder belongs to another run, InputError where it
    cannot be written to.
    """
    out = task.out
    make_folder(out)
    with locked(out):
        settle(out, run_of(source, task))
        if shards(out) is None:
            names = [f"{n:05}" for n in range(len(portions(source.files)))]
            _do(engine(partial(_stage, out, source), names, jobs), "staged", names, tell)
            plan(out, names)
        planned = shards(out) or {}
    number, of = part
    mine = [name for n, name in enumerate(planned) if n % of == number - 1]
    waiting = [name for name in mine if not is_done(out, name)]
    _do(engine(partial(read_shard, task), waiting, jobs), "read", waiting, tell)
    with locked(out):
        manifest = write_manifest(out, planned)
        if manifest["complete"]:
            sweep(out)
    return manifest


def find_source(
    inputs: Iterable[str],
    *,
    form: str = "auto",
    published: str | None = None,
    columns: tuple[tuple[str, str], ...] = (),
    shard_size: int = SHARD_SIZE,
) -> Source:
    """Return the source of files, folders and patterns; for the settings see ``Source``.

    Raises InputError where there is no such file, and UsageError for a pipe.
    """
    found: list[Path] = []
    for word in inputs:
        if word == STANDARD_INPUT:
            raise UsageError("a pipe cannot be read in a batch", "write it to a file first")
        is_pattern = not Path(word).exists() and glob.has_magic(word)
        matches = sorted(glob.glob(word, recursive=True)) if is_pattern else []  # noqa: PTH207
        found += find_files(matches or [word])
    if not found:
        raise InputError("there is no file to read", "a folder counts by the endings of its files")
    files = tuple((str(path), path.stat().st_size) for path in found)
    return Source(files, form, published, columns, shard_size)


def run_of(source: Source, task: Task) -> dict[str, Json]:
    """Return what decides the bytes of a run: version, model, libraries, settings, inputs."""
    settings = {k: v for k, v in asdict(source).items() if k != "files"}
    return {
        "sayso": version("sayso"),
        "schema": SCHEMA,
        "model": model_name(task.hall),
        "libraries": libraries(),
        "settings": {
            **settings,
            "columns": dict(source.columns),
            "seconds": task.seconds,
            "memory": task.memory,
        },
        "inputs": [[path, size] for path, size in source.files],
    }


def model_name(hall: Hall | None) -> str:
    """Return the checksum of the model, or the name of what takes the extraction's place."""
    if hall is not None:
        return f"{hall.__module__}.{getattr(hall, '__qualname__', '')}"
    from sayso.parse.model import model

    return model().checksum


def _stage(out: Path, source: Source, name: str, child: Child) -> str:
    try:
        return child.call(stage, out, source, name)
    except Died as fault:
        what = f"the process that took in portion {name} of the files ended: {fault}"
        raise InputError(
            what, "see that memory suffices, and give the same command again"
        ) from fault


def _do(names: Iterator[str], stage: str, all: Sequence[str], tell: Callable[[Told], None]) -> None:
    for n, name in enumerate(names, 1):
        tell(Told(stage, name, n, len(all)))
