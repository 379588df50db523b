"""Coupling along the arcs of a tree: exact, bounded, and stopped by what stands outside."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.parse.branches import coupled


@st.composite
def forests(draw: st.DrawFn) -> np.ndarray:
    """Heads of up to six words: each hangs on an earlier word or is a root."""
    n = draw(st.integers(1, 6))
    return np.array([draw(st.integers(0, i)) for i in range(n)])


def exact(odds: np.ndarray, heads: np.ndarray, shut: np.ndarray, strength: float) -> np.ndarray:
    """For each word, the weight of the best way to put all words in or out with the word in, less
    that with the word out."""
    n = len(odds)
    arcs = [(i, h) for i, h in enumerate(heads) if i != h and not (shut[i] or shut[h])]
    best = np.full((n, 2), -np.inf)
    for sides in product((0, 1), repeat=n):
        same = sum(sides[i] == sides[h] for i, h in arcs)
        weight = sum(o * s for o, s in zip(odds, sides, strict=True)) + strength * same
        best[range(n), sides] = np.maximum(best[range(n), sides], weight)
    return best[:, 1] - best[:, 0]


@given(forests(), st.data(), st.sampled_from([0.5, 1.0, 2.0]))
def test_each_word_gets_what_all_others_of_its_tree_say(
    heads: np.ndarray, data: st.DataObject, strength: float
) -> None:
    n = len(heads)
    odds = np.array(data.draw(st.lists(st.floats(-4, 4), min_size=n, max_size=n)))
    shut = np.array(data.draw(st.lists(st.booleans(), min_size=n, max_size=n)))
    found = coupled(odds.astype(np.float32), heads, shut, strength)
    assert found == pytest.approx(exact(odds, heads, shut, strength), abs=1e-3)


def test_a_word_in_doubt_goes_with_its_branch() -> None:
    heads = np.array([1, 1, 1, 4, 4])
    odds = np.array([3.0, 3.0, -0.5, -3.0, 0.5], dtype=np.float32)
    found = coupled(odds, heads, np.zeros(5, dtype=bool), 2.0)
    assert (found > 0).tolist() == [True, True, True, False, False]


def test_columns_are_read_each_for_itself() -> None:
    heads = np.array([1, 1, 1, 4, 4])
    odds = np.random.default_rng(3).normal(size=(5, 2, 3)).astype(np.float32)
    shut = np.array([[0, 0, 0, 0, 0], [1, 0, 0, 0, 1]], dtype=bool).T
    found = coupled(odds, heads, shut[:, :, None], 1.0)
    for n, k in product(range(2), range(3)):
        assert found[:, n, k] == pytest.approx(coupled(odds[:, n, k], heads, shut[:, n], 1.0))
