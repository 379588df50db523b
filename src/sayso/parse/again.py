"""A report read a second time, with one thing in it pointed at, by an encoder that learned to."""

from __future__ import annotations

from functools import cached_property

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc

from sayso.parse.model import Floats, Model
from sayso.parse.pieces import SHAPES, Encoded
from sayso.parse.tokens import paragraph_starts
from sayso.parse.windows import cut

#: Pieces a window, [CLS] and [SEP] aside: nearly all reports are one, so that an answer is read
#: beside the offer. The encoder has 512 positions.
LONG = 505


class Again:
    """Call it with the marks of a Doc's words (words,) for the vectors of the words (words, width).

    The marks go beside the shapes of the words: an encoder has a row for each shape under each. A
    window in which no word is ``needed`` (words,) is not read and has vectors of zeros, but for the
    first; one is read once for the same marks, so a long text is not read whole for each thing.
    """

    def __init__(self, doc: Doc, model: Model) -> None:
        self._doc, self._model = doc, model
        self._known: dict[tuple[int, bytes], Floats] = {}

    def __call__(self, marks: npt.NDArray[np.int8], needed: npt.NDArray[np.bool_]) -> Floats:
        first = self._read(0, marks)
        out = np.zeros((len(marks), first.shape[1]), dtype=np.float32)
        out[: len(first)] = first
        for n, (words, *_) in enumerate(self._windows[1:], 1):
            if needed[words.start : words.stop].any():
                out[words.start : words.stop] = self._read(n, marks)
        return out

    @cached_property
    def _windows(self) -> list[tuple[range, list[int], Encoded]]:
        """The words of each window, how many pieces each of them has, and the window."""
        words = [t.text for t in self._doc]
        pieces = [self._model.pieces.of(w) for w in words]
        lengths = [len(ids) for ids, _ in pieces]
        ranges = cut(words, lengths, paragraph_starts(self._doc), LONG)
        return [
            (r, lengths[r.start : r.stop], self._model.pieces.joined(pieces[r.start : r.stop]))
            for r in ranges
        ]

    def _read(self, n: int, marks: npt.NDArray[np.int8]) -> Floats:
        words, lengths, window = self._windows[n]
        own = marks[words.start : words.stop]
        known = self._known.get((n, own.tobytes()))
        if known is None:
            shapes = np.array(window.shapes)
            shapes[1:-1] += SHAPES * np.repeat(own, lengths)
            known = self._known[n, own.tobytes()] = self._model.again(window, shapes)
        return known
