"""A report read again: what is pointed at counts, and every word has a vector."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
import pytest
from spacy.tokens import Doc

from sayso.parse import again
from sayso.parse.again import Again
from sayso.parse.model import Floats, Model, model
from sayso.parse.pieces import SHAPES, Encoded
from sayso.parse.tokens import tokenise

TEXT = "Norlandia offered Suvria a truce.\n\nSuvria has yet to answer, its envoy said."


def marks(words: int, **at: int) -> npt.NDArray[np.int8]:
    out = np.zeros(words, dtype=np.int8)
    for number in at.values():
        out[number] = 1
    return out


def everything(doc: Doc) -> npt.NDArray[np.bool_]:
    return np.ones(len(doc), dtype=bool)


def test_every_word_has_a_vector_of_the_width_of_the_encoder() -> None:
    doc = tokenise(TEXT)
    vectors = Again(doc, model())(marks(len(doc)), everything(doc))
    assert vectors.shape == (len(doc), 384)
    assert np.isfinite(vectors).all()


def test_what_is_pointed_at_changes_what_is_read_elsewhere() -> None:
    doc = tokenise(TEXT)
    read, last = Again(doc, model()), len(doc) - 2
    plain = read(marks(len(doc)), everything(doc))
    pointed = read(marks(len(doc), truce=4), everything(doc))
    assert np.abs(plain[last] - pointed[last]).max() > 0.01
    assert np.array_equal(plain, read(marks(len(doc)), everything(doc)))


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[Encoded, Floats]]]:
    """The windows that the encoder is given, with the shapes that it is shown."""
    seen: list[tuple[Encoded, Floats]] = []

    def keep(self: Model, window: Encoded, shapes: Floats) -> Floats:
        seen.append((window, shapes))
        return np.zeros((len(window.first), 1), dtype=np.float32)

    monkeypatch.setattr(Model, "again", keep)
    yield seen


def test_all_pieces_of_a_word_are_pointed_at(windows: list[tuple[Encoded, Floats]]) -> None:
    doc = tokenise(TEXT)
    Again(doc, model())(marks(len(doc), name=0), everything(doc))
    ((window, shapes),) = windows
    more = (shapes - np.array(window.shapes)) // SHAPES
    pieces = len(model().pieces.of("Norlandia")[0])
    assert pieces > 1
    assert more.tolist() == [0, *[1] * pieces, *[0] * (len(shapes) - pieces - 1)]


def test_a_long_report_is_read_in_windows_each_with_its_own_marks(
    windows: list[tuple[Encoded, Floats]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(again, "LONG", 12)
    doc = tokenise(TEXT)
    second = next(t.i for t in doc if t.text == "answer")
    vectors = Again(doc, model())(marks(len(doc), answer=second), everything(doc))
    assert len(windows) > 1 and len(vectors) == len(doc)
    assert [bool((s >= SHAPES).any()) for _, s in windows] == [False, True]


def test_a_window_is_read_once_for_the_same_marks(
    windows: list[tuple[Encoded, Floats]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(again, "LONG", 12)
    doc = tokenise(TEXT)
    read = Again(doc, model())
    read(marks(len(doc)), everything(doc))
    parts = len(windows)
    assert parts > 1
    read(marks(len(doc), name=0), everything(doc))
    assert len(windows) == parts + 1
    read(marks(len(doc)), everything(doc))
    assert len(windows) == parts + 1


def test_a_later_window_in_which_nothing_is_needed_is_not_read(
    windows: list[tuple[Encoded, Floats]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(again, "LONG", 12)
    doc = tokenise(TEXT)
    needed = np.zeros(len(doc), dtype=bool)
    vectors = Again(doc, model())(marks(len(doc)), needed)
    assert (len(vectors), len(windows)) == (len(doc), 1)
    needed[-1] = True
    Again(doc, model())(marks(len(doc)), needed)
    assert len(windows) == 1 + 2
