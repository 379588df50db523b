"""The place that a report was filed at is no part of the name behind its dash."""

from __future__ import annotations

import pytest
from tests.parsed import parsed

from sayso.language.datelines import behind_dateline, is_dateline

FILED = """
{place} PROPN 3 compound
{dash} PUNCT 1 punct
leaders NOUN 4 nsubj
met VERB 0 root
"""


@pytest.mark.parametrize(
    ("place", "dash", "start"),
    [("LUND", "–", 2), ("LUND", "--", 2), ("Lund", "--", 2), ("Lund", "–", 0), ("LUND", ",", 0)],
)
def test_a_name_begins_behind_the_dash_of_a_dateline(place: str, dash: str, start: int) -> None:
    assert behind_dateline(parsed(FILED.format(place=place, dash=dash)), 0, 3) == start


@pytest.mark.parametrize(
    ("place", "dash", "told"), [("LUND", "–", True), ("Lund", "–", False), ("LUND", ",", False)]
)
def test_a_name_in_capitals_before_a_dash_is_a_dateline(place: str, dash: str, told: bool) -> None:
    assert is_dateline(parsed(FILED.format(place=place, dash=dash))[0]) == told
