"""A small place abroad, far from all others of a report that does not name its country."""

from __future__ import annotations

import pytest

from sayso.ground.place_strays import WHY
from sayso.ground.places import where

PERU = "Looters left Cusco for Ayacucho and Huancayo. "


@pytest.mark.parametrize(
    "context",
    [
        PERU + "A shop burned beside the Kitale market.",
        PERU + "They slept in Kitale, a hamlet in the hills.",
    ],
)
def test_a_small_namesake_far_away_is_not_the_place_that_is_meant(context: str) -> None:
    found = where("Kitale", context=context)
    assert (found.precision, found.country, found.why) == (None, None, WHY)


@pytest.mark.parametrize(
    ("name", "context", "country"),
    [
        ("Kitale", PERU + "Police in Kitale, a town of Kenya, had been told.", "KEN"),
        ("Kitale", PERU + "A Kenyan trader had come from Kitale.", "KEN"),
        ("Kitale", "A trader of Cusco had come from Kitale.", "KEN"),
        ("Mombasa", PERU + "The rifles had come through Mombasa.", "KEN"),
        ("Montreux", PERU + "The rebels had left the talks in Montreux.", "CHE"),
        ("Nazca", PERU + "Others walked to Nazca.", "PER"),
    ],
)
def test_a_place_abroad_is_taken_where_something_speaks_for_it(
    name: str, context: str, country: str
) -> None:
    assert where(name, context=context).country == country


def test_the_place_that_a_report_is_filed_from_may_be_anywhere() -> None:
    assert where("Kitale", context=PERU, dateline="KITALE").country == "KEN"
