"""Tests of telling the language of a text."""

from __future__ import annotations

import pytest

from sayso.read.language import detect, small_words

ENGLISH = "The ministry said that the two sides had met at the border after the shelling."


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        ENGLISH.upper(),
        "Two killed.",
        "Israel, Hamas agree truce",
        "TROOPS ADVANCE ON NORTHERN TOWN",
        "12 dead in Kabul blast",
        f"{ENGLISH} Der Sprecher sagte dazu nichts.",
    ],
)
def test_english_is_told(text: str) -> None:
    assert detect(text) == "en"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Le ministre a dit que deux hommes sont morts dans la capitale, selon la police."),
        ("de", "Die Regierung hat gesagt, dass drei Soldaten an der Grenze getötet wurden."),
        ("es", "El ministro dijo que dos hombres murieron en la capital, según la policía."),
        ("nl", "De minister zei dat twee mannen waren overleden in het ziekenhuis bij de grens."),
        ("ru", "Президент сказал, что переговоры продолжаются в столице."),
        ("ar", "قال الجيش إن جنديين قتلا يوم الثلاثاء"),
        ("ja", "大統領は交渉が続いていると述べた。"),
    ],
)
def test_other_languages_are_named(code: str, text: str) -> None:
    assert detect(text) == code


def test_what_the_file_says_is_kept_where_it_says_more() -> None:
    assert detect(ENGLISH, given="en-GB") == "en-GB"


def test_the_text_decides_against_what_the_file_says() -> None:
    assert detect(ENGLISH, given="fr") == "en"


def test_the_file_decides_where_the_text_is_too_short_to_tell() -> None:
    assert detect("Kyiv Kharkiv Odesa") == "en"
    assert detect("Kyiv Kharkiv Odesa", given="uk") == "uk"


def test_the_small_words_are_sorted_and_stand_once() -> None:
    from importlib.resources import files

    head, *words = files("sayso.read").joinpath("data", "small_words.txt").read_text().splitlines()
    assert head.startswith("#")
    assert words == sorted(set(words))
    assert small_words() == frozenset(words)
