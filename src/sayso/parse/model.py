"""The trained files to a session: checked against their checksums, loaded once, read-only."""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from threadpoolctl import ThreadpoolController

from sayso.errors import ModelError
from sayso.parse.pieces import Encoded, WordPieces

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

FOLDER = Path(__file__).with_name("weights")
#: The form of the files that this code reads; training/to_onnx.py writes the number.
FORMAT = 2
FILES = ("encoder.onnx", "table.bin", "heads.npz", "labels.json", "vocabulary.txt")
#: What reads proposals over the whole report (find/proposals/judged.py): arrays, and an encoder of
#: its own, which takes the table of pieces of the first. They are trained last, so weights may be
#: without them.
SECOND, AGAIN = "second.npz", "second.onnx"
#: Steps that the runtime would put together in a graph into one that takes longer on a processor.
SLOWER = ["SkipLayerNormFusion", "BiasGeluFusion"]
Floats = npt.NDArray[np.float32]
#: Of the words of a window, a row a word: vectors; tag scores, with what the layers of roles take
#: of a word; and tree projections.
Output = tuple[Floats, Floats, Floats]


@dataclass(frozen=True)
class Model:
    """The encoder's session, the arrays of the heads and of the second reading, the labels, and the
    word pieces.
    """

    session: InferenceSession
    heads: dict[str, Floats]
    tags: dict[str, list[str]]
    slices: dict[str, slice]
    relations: list[str]
    roles: dict[str, list[str]]
    pieces: WordPieces
    checksum: str
    second: dict[str, Floats]
    folder: Path

    def run(self, window: Encoded) -> Output:
        """Return word vectors, tag and role scores, and tree projections: a row a word."""
        ids = np.array([window.ids], dtype=np.int32)
        shapes = np.array([window.shapes], dtype=np.int32)
        first = np.array(window.first, dtype=np.int32)
        words, tags, tree = self.session.run(None, {"ids": ids, "shapes": shapes, "first": first})
        return words, tags, tree

    def again(self, window: Encoded, shapes: Floats) -> Floats:
        """Return the vectors (words, width) of the second reading's encoder.

        ``shapes`` (pieces) are those of the window, with what else it is shown of each piece.
        It is loaded when it is first asked for: most reports have nothing on the table.
        """
        ids = np.array([window.ids], dtype=np.int32)
        first = np.array(window.first, dtype=np.int32)
        given = {"ids": ids, "shapes": shapes[None].astype(np.int32), "first": first}
        (words,) = _again(self.folder).run(None, given)
        return np.asarray(words)


def on_one_thread() -> AbstractContextManager[object]:
    """Return a context in which matrix products stay on one thread.

    The heads' matrices are small: more threads only wait for each other, and reports are read
    side by side in processes.
    """
    limited: AbstractContextManager[object] = _controller().limit(limits=1, user_api="blas")
    return limited


@cache
def _controller() -> ThreadpoolController:
    return ThreadpoolController()


@cache
def model(folder: Path = FOLDER) -> Model:
    """Return the model in ``folder``, by default the one of the package.

    Raises ModelError where a file is missing, damaged, or of another form.
    """
    checksum = _checked(folder)
    labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    if labels["format"] != FORMAT:
        raise ModelError(
            f"the weights in {folder} have form {labels['format']}, this version reads {FORMAT}",
            "install the weights and the program from the same release",
        )
    slices, at = {}, 0
    for head, names in labels["tags"].items():
        slices[head] = slice(at, at + len(names))
        at += len(names)
    heads = _arrays(folder / "heads.npz")
    for kind in labels["roles"]:  # what its layer takes of each word stands behind the tags
        name = f"roles.{kind}"
        width = heads[name + ".anchor"].shape[1]
        slices[name] = slice(at, at + width)
        at += width
    heads["rel.to"] = _by_head(heads["rel"])
    for kind in labels["roles"]:
        out = f"roles.{kind}.out"
        heads[out + ".against"] = _against_outside(heads[out].T)
        heads[out + ".bias.against"] = _against_outside(heads[out + ".bias"])
    vocabulary = (folder / "vocabulary.txt").read_text(encoding="utf-8").rstrip("\n").split("\n")
    return Model(
        session=_session(folder / "encoder.onnx"),
        heads=heads,
        tags=labels["tags"],
        slices=slices,
        relations=labels["rel"],
        roles=labels["roles"],
        pieces=WordPieces(vocabulary),
        checksum=checksum,
        second=_arrays(folder / SECOND) if _sums(folder).keys() >= {SECOND, AGAIN} else {},
        folder=folder,
    )


@cache
def _again(folder: Path) -> InferenceSession:
    return _session(folder / AGAIN)


def _arrays(path: Path) -> dict[str, Floats]:
    with np.load(path) as arrays:
        return {name: arrays[name].astype(np.float32) for name in arrays.files}


def _by_head(rel: Floats) -> Floats:
    """Relations (labels, of, to) as one matrix (to, of * labels), for one product a window."""
    return np.ascontiguousarray(rel.transpose(2, 1, 0)).reshape(rel.shape[2], -1)


def _against_outside(rows: Floats) -> Floats:
    """Of rows for outside, beginning and going on, those of the last two less the first."""
    outside, *others = (rows[k::3] for k in range(3))
    return np.stack([part - outside for part in others], axis=1).reshape(-1, *rows.shape[1:])


ADVICE = "install the package again; the weights are part of it"


def _sums(folder: Path) -> dict[str, str]:
    try:
        sums: dict[str, str] = json.loads((folder / "checksums.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as fault:
        raise ModelError(f"no readable checksums.json in {folder}", ADVICE) from fault
    return sums


def _checked(folder: Path) -> str:
    """Return the hash over all files' hashes; ModelError where one is missing or damaged."""
    wanted = _sums(folder)
    for name in (*FILES, *({SECOND, AGAIN} & wanted.keys())):
        try:
            found = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        except OSError as fault:
            raise ModelError(f"the trained file {folder / name} is missing", ADVICE) from fault
        if found != wanted.get(name):
            raise ModelError(f"the trained file {folder / name} is damaged", ADVICE)
    return hashlib.sha256(json.dumps(wanted, sort_keys=True).encode()).hexdigest()


def _session(path: Path) -> InferenceSession:
    """One thread: reports are read side by side in processes, and the answer stays the same.

    The runtime counts its use in a file of the user's unless it is told not to before it loads.
    """
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(
        str(path), options, ["CPUExecutionProvider"], disabled_optimizers=SLOWER
    )
