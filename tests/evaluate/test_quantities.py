"""NewsQuant's value score: what counts as the same value, and how hits are counted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sayso.errors import InputError
from sayso.evaluate.quantities import count_hits, find_values, read_newsquant, score_values


def test_values_are_numbers_or_ranges_and_no_dates() -> None:
    text = "Between 20 and 30 firms paid at least $4 million in March 2020."
    assert find_values(text) == [(20.0, 30.0), 4_000_000.0]


def test_a_doubled_value_counts_twice_for_the_scorer_of_newsquant_and_once_for_ours() -> None:
    assert count_hits([2.0, 3.0], [2.0, 2.0], once=False) == 2
    assert count_hits([2.0, 3.0], [2.0, 2.0], once=True) == 1


def test_a_range_agrees_with_the_same_range_only() -> None:
    assert count_hits([(2.0, 3.0)], [(2.0, 3.0)], once=True) == 1
    assert count_hits([(2.0, 3.0)], [2.0, 2.5], once=True) == 0


def test_a_folder_is_scored(tmp_path: Path) -> None:
    row = {"text": "Two vans met 5 cars.", "quantities": [{"value": "2"}, {"value": "5-6"}]}
    (tmp_path / "NewsQuant.json").write_text(json.dumps([row]), encoding="utf-8")
    theirs, once = score_values(read_newsquant(tmp_path), find_values)
    assert (theirs.hit, theirs.found, theirs.gold) == (1, 2, 2)
    middle, _ = score_values(read_newsquant(tmp_path), lambda _: [5.5], middle=True)
    assert (middle.hit, once.hit) == (1, 1)


def test_a_folder_without_the_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        read_newsquant(tmp_path)
