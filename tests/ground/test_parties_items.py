"""A report's items: nothing is taken from an unrelated one, and bare organs are those at home."""

from __future__ import annotations

import re

import pytest

from sayso.ground.party_report import resolve_parties
from sayso.record.grounding import Actor
from sayso.record.span import Span

BULLETIN = (
    "Here are the headlines.\n\n"
    "[M23] fighters entered Rutshuru in Congo. [The rebels] met no one.\n\n"
    "In Peru, [a judge] sent Ana Roe to prison. [The interior ministry] gave no reason.\n\n"
    "A shop burned down in the Pakistani town of Khuzdar. [Police] closed the road.\n\n"
    "[Chad's government] is to meet herders in [Nairobi]. [The rebels] must first disarm, and "
    "[the government] has promised them land."
)


def read(marked: str) -> list[Actor]:
    """Resolve the mentions in square brackets of a text."""
    text, mentions, end = "", [], 0
    for match in re.finditer(r"\[([^]]+)\]", marked):
        text += marked[end : match.start()]
        mentions.append((len(text), len(text) + len(match[1])))
        text += match[1]
        end = match.end()
    text += marked[end:]
    spans = [Span.of(text, *places) for places in mentions]
    return [actor for actor in resolve_parties(spans, text) if actor is not None]


def test_in_a_bulletin_nothing_is_taken_from_another_item() -> None:
    m23, own, judge, ministry, police, chad, _, rebels, government = read(BULLETIN)
    assert own.id == m23.id
    assert (judge.country, ministry.country, police.country) == ("PER", "PER", "PAK")
    assert rebels.id != m23.id and rebels.country is None
    assert (government.id, government.country) == (chad.id, "TCD")


def test_a_seat_where_people_meet_is_no_government() -> None:
    seat, government = read("Herders met in [Nairobi]. [The government] of none was told.")
    assert seat.country == "KEN" and "stands for" not in government.why
    seat, government = read("[Nairobi] refused. [The government] gave no reason.")
    assert government.country == "KEN"


@pytest.mark.parametrize(
    "head", ["STATEMENT BY THE PRESIDENCY OF NIGER", "Ministry of Trade of Niger\nPress release"]
)
def test_the_government_is_that_of_who_issues_the_report(head: str) -> None:
    thanked, government, ministry = read(
        f"{head}\n\nThanks go to [President Faure Gnassingbé] of Togo. [The Government] gives "
        "grain, and [the defence ministry] the lorries."
    )
    assert thanked.name == "Faure Gnassingbé"
    assert (government.country, ministry.country) == ("NER", "NER")
    assert "who issues the report" in government.why


def test_of_two_governments_that_fit_none_is_taken() -> None:
    *_, government = read(
        "[Chad's government] met [Niger's government] on Monday.\n\n[The government] fell."
    )
    assert government.country is None and government.why == "may stand for Chad or Niger"
    *_, government = read(
        "[Niger's government] fell.\n\n[Chad's government] rose. [The government] spoke."
    )
    assert government.country == "TCD"


def test_the_state_of_the_dateline_is_meant_where_the_paragraph_names_no_other() -> None:
    far = "\n\nKenya and Peru looked on."
    (ministry,) = read(
        f"TBILISI, May 1 — Nine people were hurt, [the interior ministry] said.{far}"
    )
    assert (ministry.country, ministry.sector) == ("GEO", "GOV")
    assert "dateline" in ministry.why
    (ministry,) = read(f"TBILISI, May 1 — Kenya's roads shut, [the interior ministry] said.{far}")
    assert ministry.country is None
    president, government = read(
        "TBILISI, May 1 — Nine people were hurt.\n\n[The Peruvian president] came.\n\n"
        "[The government] fell."
    )
    assert president.country == "PER" and "may stand for" in government.why


def test_a_report_filed_abroad_tells_of_no_army_of_the_state_it_was_filed_in() -> None:
    abroad = "LIMA, May 1 — Chad asked for help.\n\nN'Djamena is calm. Chad's rivers rise.\n\n"
    (army,) = read(f"{abroad}[The army] built a dam.")
    assert army.country is None
    at_home = "Peru sent tents. Lima's mayor wept.\n\nPeru is far.\n\n"
    (army,) = read(f"{abroad}{at_home}[The army] dug.")
    assert army.country == "PER"


def test_a_body_that_is_called_forces_is_the_force() -> None:
    forces, force = read("[The Rapid Support Forces] went home. [The force] was tired.")
    assert force.id == forces.id


def test_a_government_told_of_farther_on_is_not_one_named_before() -> None:
    _, government = read("[Jordan's ministry] wrote to [the government] and people of Pakistan.")
    assert government.country is None


def test_a_spokesman_has_the_state_of_the_body_that_sends_him() -> None:
    _, owned, sent, mother = read(
        "[Jordan's foreign ministry] spoke. [The Ministry's spokesman, Ana Roe,] wrote to Kenya. "
        "[A spokesman for the ministry] slept. [The minister's mother] left."
    )
    assert (owned.name, owned.country, owned.sector) == ("Ana Roe", "JOR", "GOV")
    assert sent.country == "JOR" and mother.country is None
