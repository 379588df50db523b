"""Short names and the names whose first letters they are."""

from __future__ import annotations

import pytest

from sayso.language.short_names import name_at_end, short_name


@pytest.mark.parametrize(
    ("name", "letters"),
    [("the ORF", "ORF"), ("the O.R.F.", "ORF"), ("The Orf", None), ("A", None), ("the M23", None)],
)
def test_a_short_name_is_all_capitals(name: str, letters: str | None) -> None:
    assert short_name(name) == letters


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("the armed Orla Relief Front", (10, "ORF")),
        ("the League for the Relief of Orla", (4, "LRO")),
        ("the Front", None),
        ("the Orla Relief Front troops", None),
    ],
)
def test_the_first_letters_are_those_of_the_capitals_at_the_end(
    words: str, told: tuple[int, str] | None
) -> None:
    assert name_at_end(words) == told
