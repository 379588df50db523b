"""Arc scores give one tree a sentence: the best one."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from sayso.parse.trees import heads_of, tree


def is_tree(heads: np.ndarray) -> bool:
    if (heads < 0).sum() != 1:
        return False
    for start in range(len(heads)):
        at, steps = start, 0
        while heads[at] >= 0:
            at, steps = heads[at], steps + 1
            if steps > len(heads):
                return False
    return True


def value(block: np.ndarray, heads: np.ndarray) -> float:
    return float(sum(block[i, h + 1] for i, h in enumerate(heads)))


def best_below(block: np.ndarray, root: int) -> float:
    n = len(block)
    return max(
        value(block, np.array(heads))
        for heads in product(range(-1, n), repeat=n)
        if heads[root] == -1 and is_tree(np.array(heads))
    )


blocks = st.integers(1, 24).flatmap(
    lambda n: arrays(np.float32, (n, n + 1), elements=st.floats(-10, 10, width=16))
)


@given(blocks)
def test_every_block_of_scores_gives_one_tree(block: np.ndarray) -> None:
    assert is_tree(tree(block))


@settings(max_examples=60, deadline=None)
@given(arrays(np.float32, (4, 5), elements=st.integers(-9, 9).map(float)))
def test_the_tree_is_the_best_one_below_its_root(block: np.ndarray) -> None:
    heads = tree(block)
    assert value(block, heads) == pytest.approx(
        best_below(block, int((heads < 0).argmax())), abs=1e-3
    )


def test_words_find_their_head_in_their_own_sentence() -> None:
    of, root = np.ones((4, 1), dtype=np.float32), np.zeros(4, dtype=np.float32)
    to = np.array([[1], [2], [3], [9]], dtype=np.float32)
    heads = heads_of(of, to, root, [range(2), range(2, 4)])
    assert set(heads[:2]) <= {0, 1}
    assert set(heads[2:]) <= {2, 3}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(1, 9), min_size=1, max_size=5), st.integers(0, 99))
def test_sentences_together_get_the_tree_that_each_has_alone(sizes: list[int], seed: int) -> None:
    rng = np.random.default_rng(seed)
    of, to = rng.normal(size=(2, sum(sizes), 8)).astype(np.float32)
    root = rng.normal(size=sum(sizes)).astype(np.float32)
    ends = np.cumsum(sizes).tolist()
    sentences = [range(b - n, b) for b, n in zip(ends, sizes, strict=True)]
    heads = heads_of(of, to, root, sentences)
    for s in sentences:
        part = slice(s.start, s.stop)
        alone = tree(np.hstack([root[part, None], of[part] @ to[part].T]))
        own = np.where(heads[part] == np.array(s), -1, heads[part] - s.start)
        assert own.tolist() == alone.tolist()
