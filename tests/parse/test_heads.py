"""Scores to marks: spans of tags, labels, and a tree's relations."""

from dataclasses import replace
from itertools import accumulate

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.language.anchors import Anchor
from sayso.parse.heads import (
    FAINT,
    _labels,
    _relation_scores,
    _runs,
    entities_of,
    read_marks,
    softmax,
    spans,
    telling,
)
from sayso.parse.model import model
from sayso.parse.sequences import likeliest
from sayso.parse.tokens import tokenise

LABELS = ["O", "B-a", "I-a", "B-b", "I-b"]


def test_weights_that_were_trained_without_a_set_find_none_of_its_entities() -> None:
    known = model()
    using = replace(
        known, tags=known.tags | {"arms": []}, slices=known.slices | {"arms": slice(0, 0)}
    )
    assert entities_of(using, [np.zeros((3, 5), dtype=np.float32)], ["a", "b", "c"], "arms") == []


@pytest.mark.parametrize(
    ("tags", "wanted"),
    [
        ([0, 2, 2], [(1, 3, "a")]),
        ([2, 2, 0], [(0, 2, "a")]),
        ([1, 4, 0], [(0, 1, "a"), (1, 2, "b")]),
        ([4, 2, 2], [(0, 1, "b"), (1, 3, "a")]),
        ([1, 2, 1], [(0, 2, "a"), (2, 3, "a")]),
    ],
)
def test_an_entity_begins_wherever_none_of_its_kind_stands_before_it(
    tags: list[int], wanted: list[tuple[int, int, str]]
) -> None:
    known = model()
    using = replace(
        known, tags=known.tags | {"arms": LABELS}, slices=known.slices | {"arms": slice(1, 6)}
    )
    scores = 3 * np.eye(6, dtype=np.float32)[np.array(tags) + 1]
    scores[:, 1] = np.maximum(scores[:, 1], 2)  # to be outside is the next likely
    assert entities_of(using, [scores[:2], scores[2:]], ["a", "b", "c"], "arms") == wanted


def test_a_word_tells_a_label_as_it_begins_or_goes_on_with_it() -> None:
    known = model()
    using = replace(known, tags=known.tags | {"stand": LABELS}, slices={"stand": slice(1, 6)})
    scores = np.log(np.array([[9, 4, 3, 1, 1, 1], [9, 6, 1, 1, 1, 1]], dtype=np.float32) / 10)
    told = telling(using, [scores[:1], scores[1:]])
    assert list(told) == ["stand"]
    assert told["stand"] == pytest.approx(np.array([[0.4, 0.2], [0.2, 0.2]]))


def test_weights_without_the_heads_tell_nothing_of_stances_and_states() -> None:
    using = replace(model(), slices={})
    assert telling(using, [np.zeros((3, 5), dtype=np.float32)]) == {}


def test_outside_is_known_by_its_name_wherever_it_stands_among_the_labels() -> None:
    labels = ["B-Date", "B-Place", "I-Date", "O"]
    assert _runs(np.array([3, 0, 2, 3, 0, 1]), labels) == [
        (1, 3, "Date"), (4, 5, "Date"), (5, 6, "Place")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("tags", "wanted"),
    [
        ([], []),
        ([0, 0], []),
        ([1, 2, 2, 0], [(0, 3, "a")]),
        ([1, 1, 2], [(0, 1, "a"), (1, 3, "a")]),
        ([1, 4, 3], [(0, 1, "a"), (1, 2, "b"), (2, 3, "b")]),
        ([2, 0, 2], [(0, 1, "a"), (2, 3, "a")]),
    ],
)
def test_tags_make_spans(tags: list[int], wanted: list[tuple[int, int, str]]) -> None:
    assert _runs(np.array(tags, dtype=np.int64), LABELS) == wanted


@settings(deadline=None)
@given(st.lists(st.lists(st.floats(-4, 4), min_size=5, max_size=5), min_size=1, max_size=12))
def test_a_span_has_the_mean_probability_of_its_tags(rows: list[list[float]]) -> None:
    p = softmax(np.array(rows, dtype=np.float32))
    best = likeliest(p, tuple(LABELS))
    found = spans(p, LABELS)
    assert [(a, b, label) for a, b, label, _ in found] == _runs(best, LABELS)
    for a, b, _, score in found:
        assert score == pytest.approx(float(p[np.arange(a, b), best[a:b]].mean()), rel=1e-4)


def test_relations_are_scored_at_the_chosen_head_and_at_the_root() -> None:
    h, rng = model().heads, np.random.default_rng(2)
    tree = rng.normal(size=(30, 128)).astype(np.float32)
    heads = rng.integers(-1, 30, size=30)
    to = np.where(heads[:, None] < 0, h["root.rel"], tree[heads, 64:])
    of, to = (np.hstack([part, np.ones((30, 1))]) for part in (tree[:, :64], to))
    plain = np.einsum("ni,rij,nj->nr", of, h["rel"], to)
    assert np.allclose(_relation_scores(model(), tree, heads), plain, atol=1e-3)


def test_windows_read_together_say_what_each_says_alone() -> None:
    texts = [
        "Gunmen shot two traders near Kodal on Monday and burned their shop.",
        "The mayor said he had asked the army for help; a colonel denied it.",
        "He called for talks. At least 30 people fled, 12 of them children.",
    ]
    windows = [[t.text for t in tokenise(text)] for text in texts]
    outputs = [model().run(model().pieces.encode(words)) for words in windows]
    alone = [read_marks(model(), [o], [False] * len(o[0])) for o in outputs]
    edges = [0, *accumulate(map(len, windows))]
    together = read_marks(model(), outputs, [False] * edges[-1])
    for base, marks in zip(edges, alone, strict=False):
        n = len(marks.upos)
        here = range(base, base + n)
        assert together.relations[base : base + n] == marks.relations
        assert (together.heads[base : base + n] - base).tolist() == marks.heads.tolist()
        for kind, some in marks.anchors.items():
            told = [a for a in together.anchors[kind] if a.start in here]
            assert [shape(a, base) for a in told] == [shape(a, 0) for a in some]
        for head, links in marks.links.items():
            told = {k - base: e - base for k, (e, _) in together.links[head].items() if k in here}
            assert told == {k: e for k, (e, _) in links.items()}


def test_anchors_of_proposals_alone_know_how_likely_all_words_of_their_window_are() -> None:
    texts = [
        "Gunmen shot two traders near Kodal, the mayor said; 12 fled.",
        "Norland offered Suvria a truce, and Talvia rejected the ceasefire proposal.",
        "Talvia rejected the peace plan of the mediators.",
    ]
    windows = [[t.text for t in tokenise(text)] for text in texts]
    outputs = [model().run(model().pieces.encode(words)) for words in windows]
    edges, names = [0, *accumulate(map(len, windows))], model().roles["proposal"]
    marks = read_marks(model(), outputs, [False] * edges[-1])
    others = [a for kind, some in marks.anchors.items() if kind != "proposal" for a in some]
    assert others
    assert {a.chances is None for a in others} == {True}
    found = marks.anchors["proposal"]
    assert {a.first for a in found} == {*edges[1:3]}
    for a in found:
        end = edges[edges.index(a.first) + 1]
        assert a.first <= a.start < end
        assert a.chances is not None
        assert a.chances.shape == (end - a.first, len(names))
        assert 0 <= a.chances.min() < a.chances.max() <= 1
        for r in a.roles:
            some = a.chances[r.start - a.first : r.end - a.first, names.index(r.name)]
            assert some.min() > 0.5


def shape(anchor: Anchor, base: int) -> tuple[object, ...]:
    """An anchor without its probabilities, its place counted from ``base``."""
    roles = [(r.name, r.start - base, r.end - base) for r in anchor.roles]
    return anchor.start - base, anchor.end - base, anchor.label, roles, list(anchor.labels)


def test_faint_labels_are_left_out_and_the_likeliest_stays() -> None:
    names = model().tags["mode"]
    rows = np.zeros((2, len(names)), dtype=np.float32)
    rows[1, 3] = 9.0
    flat, sharp = _labels(rows, names)
    assert list(flat) == names
    assert list(sharp) == [names[3]]
    assert max(flat.values()) < FAINT
