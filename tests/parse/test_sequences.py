"""Tag probabilities to the likeliest allowed tags."""

from itertools import pairwise, product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.parse.heads import softmax
from sayso.parse.sequences import ELSEWHERE, agreed, likeliest

LABELS = ("B-a", "B-b", "I-a", "I-b", "O")
ROW = st.lists(st.floats(0.01, 1), min_size=5, max_size=5)


def is_allowed(tags: tuple[int, ...]) -> bool:
    names = ["O", *(LABELS[k] for k in tags)]
    return all(b[0] != "I" or a[2:] == b[2:] for a, b in pairwise(names))


def weight(rows: np.ndarray, tags: tuple[int, ...]) -> float:
    return float(np.log(rows[np.arange(len(tags)), list(tags)]).sum())


@settings(max_examples=60, deadline=None)
@given(st.lists(ROW, min_size=1, max_size=4))
def test_no_allowed_sequence_is_likelier_than_the_one_returned(rows: list[list[float]]) -> None:
    p = np.array(rows, dtype=np.float32)
    p /= p.sum(1, keepdims=True)
    found = tuple(likeliest(p, LABELS).tolist())
    assert is_allowed(found)
    best = max(weight(p, t) for t in product(range(5), repeat=len(p)) if is_allowed(t))
    assert weight(p, found) >= best - 1e-4


def test_an_inside_wins_the_word_before_it_for_its_own_label() -> None:
    #                      B-a   B-b   I-a   I-b   O
    ghana_police = np.array([[0.45, 0.50, 0.0, 0.0, 0.05], [0.0, 0.0, 0.9, 0.0, 0.1]])
    assert likeliest(ghana_police.astype(np.float32), LABELS).tolist() == [0, 2]


def test_an_inside_does_not_go_on_over_a_word_that_is_outside_for_certain() -> None:
    p = np.zeros((3, 5), dtype=np.float32)
    p[0, 0] = p[1, 4] = 1
    p[2, 2], p[2, 1] = 0.9, 0.1
    assert likeliest(p, LABELS).tolist() == [0, 4, 1]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(ROW, min_size=1, max_size=4), min_size=1, max_size=4))
def test_texts_together_get_the_tags_that_each_has_alone(texts: list[list[list[float]]]) -> None:
    parts = [softmax(np.array(rows, dtype=np.float32)) for rows in texts]
    alone = [tag for p in parts for tag in likeliest(p, LABELS).tolist()]
    starts = np.cumsum([0, *map(len, parts)])[:-1].tolist()
    assert likeliest(np.concatenate(parts), LABELS, starts).tolist() == alone


def test_a_name_is_drawn_to_what_it_is_elsewhere_and_a_plain_word_is_not() -> None:
    p = np.eye(4, dtype=np.float32)
    out = agreed(p, ["Orla", "port", "Orla", "port"])
    assert np.allclose(out[0], [1 - ELSEWHERE / 2, 0, ELSEWHERE / 2, 0])
    assert np.array_equal(out[1], p[1])
