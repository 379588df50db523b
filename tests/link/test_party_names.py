"""Words for parties, made up, to plain names and to whether one party is meant."""

from __future__ import annotations

import pytest

from sayso.link.party_names import claimant_key, is_one_party, plain_name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Orla Bek, the Front's spokeswoman", "the Front"),
        ("a spokesman for the Lake Council, Ivo Lund", "the Lake Council"),
        ("the Front, which holds the pass", "the Front"),
        ("Ivo Lund, Talvia's envoy", "Ivo Lund"),
        ("more than 12,500 followers of the Front", "more than 12,500 followers of the Front"),
        ("A cabinet spokesman, Ivo Lund", "A cabinet spokesman, Ivo Lund"),
        ("Talvia, Mirania and Kessia", "Talvia, Mirania and Kessia"),
    ],
)
def test_a_name_loses_its_asides_and_nothing_else(words: str, name: str) -> None:
    assert plain_name(words) == name


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("the Front", "The Harvest Front"),
        ("the Harvest Front in Talvia", "the Front"),
        ("the army", "the Mali army"),
        ("Ivo Lund", "A cabinet spokesman, Ivo Lund"),
    ],
)
def test_a_name_in_short_is_the_same_party(a: str, b: str) -> None:
    assert is_one_party(a, b) and is_one_party(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("the Miners' Union in Mali", "Mali"),
        ("Exiles from Mali", "Mali"),
        ("the Ministry of Health", "the Ministry of Defence"),
        ("the leaders of Mali", "the leaders of Chad"),
        ("Austria", "Australia"),
        ("Mali and Chad", "Chad"),
        ("Neither government", "the government"),
        ("the former president", "the president"),
        ("its", "the army"),
    ],
)
def test_what_stands_behind_a_name_and_what_is_only_like_it_is_another_party(
    a: str, b: str
) -> None:
    assert not is_one_party(a, b) and not is_one_party(b, a)


def test_a_source_is_one_in_whatever_order_its_words_stand() -> None:
    key = claimant_key("North Orla's health office")
    assert key == claimant_key("the health office of North Orla province")
    assert key != claimant_key("the health office of South Orla province")
    assert claimant_key("The state health office") != claimant_key("the health office")


def test_the_first_letters_of_a_name_are_that_party() -> None:
    assert is_one_party("The ORF", "the paramilitary Orla Relief Front")
    assert is_one_party("Union of Lake Towns", "the U.L.T.")
    assert not is_one_party("the ORF", "the Orla Relief Fund of Brest")
    assert not is_one_party("the ORF", "a chief of the Orla Relief Front")
