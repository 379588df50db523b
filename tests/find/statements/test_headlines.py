"""Who stands behind the last mark of a headline says it, if he can speak."""

from __future__ import annotations

import pytest

from sayso.extract import extract
from sayso.record.reading import Article

BELOW = "\n\nFive people were killed on Monday."


def _headline(text: str) -> list[tuple[str | None, str, str]]:
    said = extract(Article(id="x", text=text)).statements
    rules = ("dash:headed", "colon:headed")
    return [
        (s.source.text if s.source else None, s.cue.text, s.content[0].text)
        for s in said
        if s.rule in rules
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"Five killed in Aleppo strike - state TV{BELOW}", ("state TV", "-")),
        (f"Russia shells Kherson, killing two – governor{BELOW}", ("governor", "–")),
        (f"Five killed in Aleppo raid: medics{BELOW}", ("medics", ":")),
        (f"Five killed in Aleppo strike - Example News{BELOW}", None),
        (f"Five killed in Aleppo strike: timeline{BELOW}", None),
        (f"The long road to Aleppo - state TV{BELOW}", None),
    ],
)
def test_who_can_speak_behind_the_last_mark_says_the_headline(
    text: str, found: tuple[str, str] | None
) -> None:
    said = [(who, mark) for who, mark, _ in _headline(text)]
    assert said == ([found] if found else [])


def test_a_body_that_speaks_below_says_the_headline_behind_its_colon() -> None:
    head = "Kremlin: no plans for a new call-up\n\n"
    text = head + "Moscow has no plans for a call-up, the Kremlin said on Tuesday."
    assert _headline(text) == [("Kremlin", ":", "no plans for a new call-up")]
    assert not _headline(head + "Moscow has no plans for a call-up.")


def test_a_country_in_the_name_of_a_body_that_speaks_below_does_not_say_the_headline() -> None:
    head = "Kenya: Police arrest 41 as tax protests spread\n\n"
    assert not _headline(head + "The Kenya Human Rights Commission said 41 had been arrested.")
