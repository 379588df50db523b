"""Roles: the quick way over whole arrays gives what the plain definition gives."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from sayso.language.anchors import Role
from sayso.parse.heads import _runs, softmax
from sayso.parse.model import model
from sayso.parse.roles import (
    LONG,
    Range,
    Seats,
    _add_short,
    _add_stretches,
    _bucket,
    _odds,
    chances,
    likeliest_source,
    mean,
    roles_of,
    scores_of,
)

TAGS = ["O", "B-x", "I-x"]
NAMES = ["by", "of", "to"]
#: A tree in which every word is by itself.
HANGING = np.arange(6)
scores = st.tuples(st.integers(1, 12), st.integers(1, 3)).flatmap(
    lambda size: arrays(np.float32, (*size, len(NAMES), 3), elements=st.floats(-8, 8, width=16))
)


def against_outside(scores: np.ndarray) -> np.ndarray:
    """Scores (words, slots, roles, 3) as the roles are read from: (slots, roles, 2, words)."""
    return (scores[..., 1:] - scores[..., :1]).transpose(1, 2, 3, 0)


def side_by_side(words: int, slots: int) -> Seats:
    """Anchors of one window, one in each slot, all at its first word."""
    return Seats([(0, 1)] * slots, np.array([0, words]))


@settings(deadline=None)
@given(scores)
def test_odds_are_those_of_a_softmax(given: np.ndarray) -> None:
    inside = softmax(given)[..., 1:].sum(-1)
    odds = _odds(against_outside(given))
    assert np.allclose(1 / (1 + np.exp(-odds)), inside.transpose(1, 2, 0), atol=1e-5)


@settings(deadline=None)
@given(scores)
def test_short_roles_are_the_spans_of_their_tags(given: np.ndarray) -> None:
    plain = softmax(given)
    is_in = plain[..., 1:].max(-1) > plain[..., 0]
    wanted = [
        [
            (name, a, b, pytest.approx(mean(plain[a:b, n, k].max(1)), rel=1e-5))
            for k, name in enumerate(NAMES)
            for a, b, _ in _runs(np.where(is_in, plain.argmax(-1), 0)[:, n, k], TAGS)
        ]
        for n in range(given.shape[1])
    ]
    out: list[list[Role]] = [[] for _ in wanted]
    seats = side_by_side(*given.shape[:2])
    _add_short(out, is_in.transpose(1, 2, 0), against_outside(given), seats, NAMES)
    assert [[(r.name, r.start, r.end, r.score) for r in own] for own in out] == wanted


def test_scores_are_those_of_anchor_word_and_distance_together() -> None:
    chance = np.random.default_rng(1)
    words = chance.normal(size=(60, 384)).astype(np.float32)
    taken = chance.normal(size=(60, 160)).astype(np.float32)
    h, base = model().heads, "roles.event."
    seats = Seats([(0, 1), (7, 9), (39, 40), (41, 42)], np.array([0, 40, 60]))
    found = scores_of(model(), words, taken, seats, "event")
    for (at, _), slot, window in zip(seats.found, [0, 1, 2, 0], [0, 0, 0, 1], strict=True):
        own = slice(*seats.edges[window : window + 2])
        apart = h[base + "distance"][_bucket(np.arange(60) - at)]
        anchor = words[at] @ h[base + "anchor"] + h[base + "bias"]
        plain = np.maximum(anchor + taken + apart, 0) @ h[base + "out"] + h[base + "out.bias"]
        wanted = against_outside(plain.reshape(60, 1, -1, 3))[0]
        assert np.allclose(found[slot, :, :, own], wanted[:, :, own], atol=1e-4)


def two_windows() -> tuple[np.ndarray, Seats]:
    """Scores of nine words in two windows, with two anchors and one."""
    given = np.random.default_rng(3).normal(scale=3, size=(9, 2, len(NAMES), 3))
    given[5:, 1] = [12, 0, 0]  # where no anchor is, all stands outside
    return given.astype(np.float32), Seats([(0, 1), (3, 4), (7, 8)], np.array([0, 5, 9]))


def test_chances_are_those_of_a_softmax_for_all_words_of_the_window_of_an_anchor() -> None:
    given, seats = two_windows()
    inside = softmax(given)[..., 1:].sum(-1)
    found = chances(against_outside(given), seats)
    assert [first for first, _ in found] == [0, 0, 5]
    wanted = [inside[:5, 0], inside[:5, 1], inside[5:, 0]]
    assert [likely.shape for _, likely in found] == [w.shape for w in wanted]
    for (_, likely), own in zip(found, wanted, strict=True):
        assert likely == pytest.approx(own, abs=1e-5)


def test_every_word_of_a_role_is_likelier_in_it_than_not() -> None:
    given, seats = two_windows()
    scores = against_outside(given)
    told = roles_of(scores, seats, "proposal", NAMES, np.arange(9))
    assert all(told)
    for own, (first, likely) in zip(told, chances(scores, seats), strict=True):
        for r in own:
            assert likely[r.start - first : r.end - first, NAMES.index(r.name)].min() > 0.5


def test_a_target_that_is_all_but_likely_is_taken_where_there_is_no_other() -> None:
    names, words = ["actor", "target"], 6

    def read(**odds: list[float]) -> list[tuple[str, int, int]]:
        scores = np.full((1, 2, 2, words), -9.0, dtype=np.float32)
        for name, own in odds.items():
            scores[0, names.index(name), 0] = own
        found = roles_of(scores, Seats([(0, 1)], np.array([0, words])), "event", names, HANGING)
        return [(r.name, r.start, r.end) for r in found[0]]

    assert read(target=[-9, -9, -0.4, -9, -9, -9]) == [("target", 2, 3)]
    assert read(target=[-9, -9, -2, -9, -9, -9]) == []
    assert read(target=[-9, -9, -0.4, -9, 2, -9]) == [("target", 4, 5)]
    both = read(target=[-9, -9, -0.4, -9, -9, -9], actor=[-9, -9, 2, -9, -9, -9])
    assert both == [("actor", 2, 3)]
    assert read(actor=[-9, -9, -0.4, -9, -9, -9]) == []


def test_near_words_have_a_distance_of_their_own_and_far_ones_share_it() -> None:
    assert _bucket(np.array([-500, -130, -1, 0, 1, 2, 200])).tolist() == [1, 1, 9, 10, 11, 12, 19]


def stretches(source: list[float], content: list[float], anchor: Range) -> list[Role]:
    """The roles of one anchor of a statement, whose words hang one on the next."""
    inside = np.array([source, content]).T.clip(1e-4, 1 - 1e-4)
    scores = np.log(np.stack([1 - inside, inside / 2, inside / 2], axis=-1)[:, None])
    out: list[list[Role]] = [[]]
    heads = np.array([*range(1, len(source)), len(source) - 1])
    seats = Seats([anchor], np.array([0, len(source)]))
    _add_stretches(out, against_outside(scores), seats, ["source", LONG], heads)
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
