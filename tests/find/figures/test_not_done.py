"""Numbers of what has not happened, and doers who are but told to have lost or counted."""

from __future__ import annotations

import pytest

from sayso.extract import extract
from sayso.record.findings import Figure
from sayso.record.reading import Article


def _figures(text: str) -> dict[str, Figure]:
    reading = extract(Article(id="x", text=text))
    return {f.quantity.text: f for f in reading.figures}


@pytest.mark.parametrize(
    ("text", "number", "status"),
    [
        ("A plan to release a dozen policemen collapsed in May.", "a dozen", "negated"),
        ("An attempt to free three sailors failed on Tuesday.", "three", "negated"),
        ("A deal to free 40 prisoners fell through on Monday.", "40", "negated"),
        ("Rebels refused to free 12 captives.", "12", "negated"),
        ("Militants failed to kill two ministers on Monday.", "two", "negated"),
        ("The army denied having killed 12 villagers.", "12", "negated"),
        ("The release of 30 prisoners was delayed.", "30", "negated"),
        ("The group agreed to free 40 women.", "40", "planned"),
        ("Talks on the release of nine hostages broke down in January.", "nine", "possible"),
        ("Orla hailed the release of 30 prisoners on Sunday.", "30", "happened"),
        ("Rebels freed 30 prisoners on Sunday.", "30", "happened"),
    ],
)
def test_a_number_has_the_status_of_what_is_done_to_it(text: str, number: str, status: str) -> None:
    assert _figures(text)[number].status == status


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Orla's command said its forces had killed 150 rebels and lost nine men.", "nine"),
        ("Six more rebels died, taking to 98 the toll given by the army since June.", "98"),
        ("The court acquitted the general's aide of kidnapping two students.", "two"),
        ("The army admitted losing nine fighters in the raid.", "nine"),
        ("The group freed 20 hostages, but 13 are still in Gaza.", "13"),
    ],
)
def test_who_lost_counted_or_is_acquitted_has_not_done_it(text: str, number: str) -> None:
    assert _figures(text)[number].by is None


def test_the_place_of_a_later_happening_is_not_that_of_the_dead_before() -> None:
    found = _figures(
        "Two officers were among the dead. On Monday a bomb killed six people in Lund."
    )
    assert found["Two"].place is None
    assert found["six"].place is not None


def test_who_killed_stays_the_doer() -> None:
    found = _figures("Orla's command said its forces had killed 150 rebels and lost nine men.")
    assert found["150"].by is not None


@pytest.mark.parametrize(
    ("text", "number", "measure"),
    [
        ("The group freed 20 hostages, but 13 are still in Gaza.", "13", "held"),
        ("Moss said 25,000 children were taken by rebels. Oslo gives 66,000.", "66,000", "taken"),
        ("Two of the injured were critical.", "Two", "injured"),
        ("Three of the wounded died later.", "Three", "killed"),
    ],
)
def test_what_a_number_measures(text: str, number: str, measure: str) -> None:
    assert _figures(text)[number].measure == measure


def test_people_who_are_but_interviewed_are_no_victims() -> None:
    text = "The monitors, who interviewed 24 survivors, said soldiers had burnt 12 huts."
    assert set(_figures(text)) == {"12"}


def test_items_of_a_list_are_no_parts_of_its_first_unless_they_make_it_up() -> None:
    listed = _figures(
        "The general said 387 militants, 13 members of the security forces and 14 civilians were "
        "killed in fighting."
    )
    assert listed["13"].part_of is None
    summed = _figures("Two sailors, a man and a woman, were among the dead.")
    assert [f.part_of for q, f in summed.items() if q == "a"] == [summed["Two"].id]
