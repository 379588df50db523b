"""What is told of every shard to the manifest of a run."""

from __future__ import annotations

from collections import Counter
from importlib.metadata import version
from pathlib import Path
from typing import cast

from sayso.batch.folder import MANIFEST, RUN, TABLES, read_json, write_json
from sayso.batch.shard import SET_ASIDE, done
from sayso.record.written import Json

#: Packages on which the bytes of the shards depend.
LIBRARIES = ("numpy", "onnxruntime", "pyarrow", "spacy", "trafilatura")


def libraries() -> dict[str, Json]:
    """Return the versions of the packages on which the bytes depend."""
    return {name: version(name) for name in LIBRARIES}


def write_manifest(out: Path, shards: dict[str, int]) -> dict[str, Json]:
    """Write and return the manifest: the run, counts, failures, and the hash of every file.

    ``complete`` is false while shards are to be done (by other parts of the run, or later).
    ``failures`` counts reports by the code of their problem; ``set_aside`` lists those that ended
    their process.
    """
    counts = Counter(dict.fromkeys((*TABLES, "copies", "failed"), 0))
    codes: Counter[str] = Counter()
    aside: list[Json] = []
    files: dict[str, Json] = {}
    missing = 0
    for shard in shards:
        told = done(out, shard)
        if told is None:
            missing += 1
            continue
        counts.update(cast(dict[str, int], told["counts"]))
        files.update(cast(dict[str, Json], told["files"]))
        for failure in cast(list[dict[str, str]], told["failures"]):
            codes[failure["code"]] += 1
            if failure["code"] in SET_ASIDE:
                aside.append({"shard": shard, **failure})
    manifest: dict[str, Json] = {
        **read_json(out / RUN),
        "complete": not missing,
        "shards": len(shards),
        "shards_missing": missing,
        "counts": dict(counts),
        "failures": dict(sorted(codes.items())),
        "set_aside": aside,
        "files": files,
    }
    write_json(out / MANIFEST, manifest)
    return manifest
