"""A report read a second time, with one thing in it pointed at, by an encoder that learned to."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc

from sayso.parse.model import Floats, Model
from sayso.parse.pieces import SHAPES
from sayso.parse.tokens import paragraph_starts
from sayso.parse.windows import cut

#: Pieces a window, [CLS] and [SEP] aside: nearly all reports are one, so that an answer is read
#: beside the offer. The encoder has 512 positions.
LONG = 505


class Again:
    """Call it with the marks of a Doc's words (words,) for the vectors of the words (words, width).

    The marks go beside the shapes of the words: an encoder has a row for each shape under each.
    """

    def __init__(self, doc: Doc, model: Model) -> None:
        self._doc, self._model = doc, model

    def __call__(self, marks: npt.NDArray[np.int8]) -> Floats:
        model, words = self._model, [t.text for t in self._doc]
        pieces = [model.pieces.of(w) for w in words]
        lengths = [len(ids) for ids, _ in pieces]
        out = []
        for r in cut(words, lengths, paragraph_starts(self._doc), LONG):
            window = model.pieces.joined(pieces[r.start : r.stop])
            shapes = np.array(window.shapes)
            shapes[1:-1] += SHAPES * np.repeat(marks[r.start : r.stop], lengths[r.start : r.stop])
            out.append(model.again(window, shapes))
        return np.concatenate(out)
