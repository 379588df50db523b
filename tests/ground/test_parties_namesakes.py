"""A namesake of somebody in the table is not taken for them."""

from __future__ import annotations

import pytest

from sayso.ground.parties import who
from sayso.record.grounding import Actor

DAY = "2024-05-01"


def found(phrase: str) -> Actor:
    actor = who(phrase, published=DAY)
    assert actor is not None
    return actor


@pytest.mark.parametrize(
    ("phrase", "name", "country"),
    [
        ("Bahrain's prime minister, Anwar Hassan", "Anwar Hassan", "BHR"),
        ("the Omani envoy, Mohamed al-Quli", "Mohamed al-Quli", "OMN"),
        ("Ibrahim bin Selmi", "Ibrahim bin Selmi", None),
        ("Pedro da Costa", "Pedro da Costa", None),
        ("Raul Castro Vega", "Raul Castro Vega", None),
        ("Field Marshal Otto Hamdan", "Otto Hamdan", None),
        ("Jorge Macron", "Jorge Macron", None),
    ],
)
def test_a_surname_behind_another_given_name_is_another_person(
    phrase: str, name: str, country: str | None
) -> None:
    actor = found(phrase)
    assert (actor.name, actor.country, actor.wikidata) == (name, country, None)


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("Benyamin Netanyahu", "Benjamin Netanyahu"),
        ("Aleksandr Lukashenko", "Alexander Lukashenko"),
        ("Joseph Biden", "Joe Biden"),
        ("E. Macron", "Emmanuel Macron"),
    ],
)
def test_a_given_name_in_another_spelling_is_the_same_person(phrase: str, name: str) -> None:
    assert found(phrase).name == name


@pytest.mark.parametrize(
    ("phrase", "country"),
    [
        ("Chilean Foreign Minister Macron", "CHL"),
        ("Peru's president, Modi", "PER"),
        ("Orban, Latvia's interior minister", "LVA"),
        ("Interior Minister Erdogan", None),
        ("Ghanaian Interior Minister John Kerry", "GHA"),
    ],
)
def test_a_state_or_office_that_is_not_theirs_tells_of_a_namesake(
    phrase: str, country: str | None
) -> None:
    actor = found(phrase)
    assert (actor.country, actor.sector, actor.wikidata) == (country, "GOV", None)


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("French President Macron", "Emmanuel Macron"),
        ("Macron, the French president", "Emmanuel Macron"),
        ("Soviet leader Gorbachev", "Mikhail Gorbachev"),
        ("Portuguese UN chief Guterres", "António Guterres"),
        ("General Sisi", "Abdel Fattah el-Sisi"),
        ("Ukraine envoy Kellogg", "Keith Kellogg"),
    ],
)
def test_a_state_or_office_that_fits_tells_of_the_person_themselves(phrase: str, name: str) -> None:
    assert found(phrase).name == name


def test_a_surname_alone_is_nobody_out_of_office_whose_state_is_not_told() -> None:
    actor = who("Moon", published=DAY, context="The probe circled the Moon twice.")
    assert actor is not None and (actor.id, actor.country) == ("moon", None)
    actor = who("Moon", published=DAY, context="In South Korea, Moon spoke of his term.")
    assert actor is not None and actor.name == "Moon Jae-in"
