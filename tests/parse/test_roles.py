"""Roles: the quick way over whole arrays gives what the plain definition gives."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from sayso.language.anchors import Role
from sayso.parse.heads import _runs, softmax
from sayso.parse.model import model
from sayso.parse.roles import (
    LONG,
    _add_stretches,
    _bucket,
    _probabilities,
    _scores,
    _short_roles,
    likeliest_source,
    mean,
)

NAMES = ["source", LONG, "to"]
scores = st.tuples(st.integers(1, 3), st.integers(1, 12)).flatmap(
    lambda size: arrays(np.float32, (*size, 3 * len(NAMES)), elements=st.floats(-8, 8, width=16))
)


@settings(deadline=None)
@given(scores)
def test_the_three_probabilities_are_a_softmax(given: np.ndarray) -> None:
    plain = softmax(given.reshape(*given.shape[:2], len(NAMES), 3))
    found = np.stack(_probabilities(given), axis=-1)
    assert np.allclose(found, plain.transpose(0, 2, 1, 3), atol=1e-6)


@settings(deadline=None)
@given(scores)
def test_short_roles_are_the_spans_of_their_tags(given: np.ndarray) -> None:
    plain = softmax(given.reshape(*given.shape[:2], len(NAMES), 3))
    wanted = [
        [
            Role(name, a, b, mean(anchor[a:b, k].max(1)))
            for k, name in enumerate(NAMES)
            if name not in (LONG, "source")
            for a, b, _ in _runs(anchor[:, k].argmax(1), ["O", "B-x", "I-x"])
        ]
        for anchor in plain
    ]
    outside, begin, inside = plain.transpose(3, 0, 2, 1)
    found = _short_roles(np.maximum(begin, inside) > outside, begin, inside, NAMES)
    assert found == wanted


def test_scores_are_those_of_anchor_word_and_distance_together() -> None:
    words = np.random.default_rng(1).normal(size=(40, 384)).astype(np.float32)
    at, h, base = [0, 7, 39], model().heads, "roles.event."
    apart = h[base + "distance"][_bucket(np.arange(40)[None] - np.array(at)[:, None])]
    anchor, word = words[at] @ h[base + "anchor"] + h[base + "bias"], words @ h[base + "word"]
    hidden = np.maximum(anchor[:, None] + word[None] + apart, 0)
    plain = hidden @ h[base + "out"] + h[base + "out.bias"]
    assert np.allclose(_scores(model(), words, at, "event"), plain, atol=1e-4)


def test_near_words_have_a_distance_of_their_own_and_far_ones_share_it() -> None:
    assert _bucket(np.array([-500, -130, -1, 0, 1, 2, 200])).tolist() == [1, 1, 9, 10, 11, 12, 19]


def stretches(source: list[float], content: list[float], anchor: tuple[int, int]) -> list[Role]:
    """The roles of one anchor of a statement, whose words hang one on the next."""
    inside = np.array([[source, content]], dtype=np.float32)
    out: list[list[Role]] = [[]]
    heads = np.array([*range(1, len(source)), len(source) - 1])
    _add_stretches(out, [anchor], inside, ["source", LONG], heads)
    return out[0]


def test_a_content_is_not_broken_by_one_word() -> None:
    told = stretches([0.0] * 7, [0.0, 0.9, 0.9, 0.4, 0.9, 0.9, 0.0], (0, 1))
    assert [(r.name, r.start, r.end) for r in told] == [(LONG, 1, 6)]


def test_a_content_keeps_out_of_the_cue_and_of_the_one_source() -> None:
    told = stretches([0.9, 0.1, 0.0, 0.7, 0.9], [0.6, 0.9, 0.9, 0.9, 0.2], (1, 2))
    assert [(r.name, r.start, r.end) for r in told] == [("source", 3, 5), (LONG, 2, 3)]


def test_the_likeliest_source_is_found_among_other_roles() -> None:
    roles = [Role("source", 0, 1, 0.6), Role("to", 1, 2, 0.99), Role("source", 4, 5, 0.7)]
    assert likeliest_source(roles) == roles[2]
    assert likeliest_source(roles[1:2]) is None


@settings(deadline=None)
@given(arrays(np.float32, st.integers(1, 40), elements=st.floats(0, 1, width=16)))
def test_a_mean_is_that_of_numpy(values: np.ndarray) -> None:
    assert mean(values) == float(values.mean())
