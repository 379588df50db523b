"""The word lists of figures: sorted, sourced, without doubles, and of known measures."""

from __future__ import annotations

from importlib.resources import files

import pytest

from sayso.find.figures.governed import measures
from sayso.language.word_lists import rows
from sayso.record.vocabulary import MEASURES

ROLES = {"obj", "subj", "state", "noun", "act", "weapon", "hits", "strike", "craft"}


@pytest.mark.parametrize("name", ["figure_classes", "figure_verbs"])
def test_a_list_is_sorted_and_says_where_it_comes_from(name: str) -> None:
    path = files("sayso.language").joinpath("data", f"{name}.tsv")
    head, *lines = path.read_text(encoding="utf-8").splitlines()
    assert head.startswith("# ") and "written for this project" in head
    assert lines == sorted(set(lines))


def test_every_word_has_a_role_that_is_asked_for_and_a_measure_of_the_record() -> None:
    keys = [row[:2] for row in rows("figure_verbs")]
    assert len(keys) == len(set(keys))
    for word, role, measure in rows("figure_verbs"):
        assert role in ROLES and measure in MEASURES
        assert measures(role)[word] == measure


def test_a_word_for_people_has_one_class() -> None:
    words = [row[0] for row in rows("figure_classes")]
    assert len(words) == len(set(words))
