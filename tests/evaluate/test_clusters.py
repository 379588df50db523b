"""Scores of groupings, against values worked out by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.evaluate.clusters import conll, score_groups

GOLD = [frozenset("abc"), frozenset("defg")]
FOUND = [frozenset("ab"), frozenset("cd"), frozenset("fg"), frozenset("e")]


def test_the_scores_are_those_worked_out_by_hand() -> None:
    scores = score_groups(FOUND, GOLD)
    # MUC: links kept 1 of 2 and 1 of 3 in gold; of the found, 2 of 3.
    assert scores["MUC"].recall == pytest.approx(100 * 2 / 5)
    assert scores["MUC"].precision == pytest.approx(100 * 2 / 3)
    # B-cubed recall: (4 + 1) / 3 of the first, (1 + 4 + 1) / 4 of the second, over 7.
    assert scores["B-cubed"].recall == pytest.approx(100 * (5 / 3 + 6 / 4) / 7)
    assert scores["B-cubed"].precision == pytest.approx(100 * (2 + 1 + 2 + 1) / 7)
    # CEAF-e: ab with abc 4/5, fg with defg 4/6.
    assert scores["CEAF-e"].recall == pytest.approx(100 * (4 / 5 + 4 / 6) / 2)
    assert scores["CEAF-e"].precision == pytest.approx(100 * (4 / 5 + 4 / 6) / 4)


@given(st.lists(st.integers(0, 3), min_size=2, max_size=12).filter(lambda n: len(set(n)) < len(n)))
def test_the_gold_grouping_scores_a_hundred(groups: list[int]) -> None:
    gold = [frozenset(str(m) for m, g in enumerate(groups) if g == n) for n in set(groups)]
    assert conll(score_groups(gold, gold)) == pytest.approx(100)
