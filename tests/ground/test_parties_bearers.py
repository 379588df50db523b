"""A report's own people come before those of the table who share a surname or an office."""

from __future__ import annotations

import re

import pytest

from sayso.ground.party_report import resolve_parties
from sayso.record.span import Span

DAY = "2024-05-17"


def names(marked: str, day: str = DAY) -> list[str]:
    """Return the names of the mentions that stand in square brackets in a text."""
    text, spans = "", []
    for part in re.split(r"(\[[^\]]*\])", marked):
        plain = part.strip("[]") if part.startswith("[") else part
        if part.startswith("["):
            spans.append(Span(len(text), len(text) + len(plain), plain))
        text += plain
    actors = resolve_parties(spans, text, published=day)
    return [actor.name if actor else "" for actor in actors]


@pytest.mark.parametrize(
    ("full", "name", "surname"),
    [
        ("Foreign Minister Lars Macron", "Lars Macron", "Macron"),
        ("Bulgaria's defence minister, Petar Orban", "Petar Orban", "Mr Orban"),
        ("State governor Ravi Modi", "Ravi Modi", "Modi"),
        ("Ines Lopez Obrador, a baker", "Ines Lopez Obrador", "Lopez Obrador"),
        ("Omar Putin", "Omar Putin", "Putin"),
        ("Marta Milei Ruiz", "Marta Milei Ruiz", "Milei"),
        ("Analyst Jane Orban", "Jane Orban", "Orban, of the University of Oslo"),
        ("Analyst Jane Orban", "Jane Orban", "analyst Orban"),
        ("Chinese envoy Wang Shu", "Wang Shu", "Wang"),
    ],
)
def test_a_surname_means_who_is_named_in_full_in_the_report(
    full: str, name: str, surname: str
) -> None:
    assert names(f"[{full}] came. [{surname}] slept.")[1] == name


def test_a_surname_in_the_headline_means_who_is_named_in_full_below() -> None:
    assert names("[Macron] flies home. [Norwegian mayor Lars Macron] left.")[0] == "Lars Macron"


def test_a_surname_means_the_only_one_named_so_far() -> None:
    marked = "[Omar Putin], a baker, wept. [Putin] slept. [President Vladimir Putin] left."
    assert names(marked)[1] == "Omar Putin"


def test_a_leader_named_with_an_office_keeps_the_surname_beside_a_relative() -> None:
    wife, leader, again = names("[Ana Biden] flew to Rome. [President Biden] stayed. [Biden] ate.")
    assert wife == "Ana Biden" and leader == again == "Joe Biden"


@pytest.mark.parametrize("titled", ["French leader Macron", "President Macron", "France's Macron"])
def test_what_is_told_of_the_table_s_person_alone_names_them(titled: str) -> None:
    marked = f"[Bulgarian mayor Lars Macron] spoke. [{titled}] left. [Macron] slept."
    assert names(marked)[1:] == ["Emmanuel Macron", "Emmanuel Macron"]


def test_of_two_namesakes_in_office_the_one_named_last_is_meant() -> None:
    marked = "[Emmanuel Macron] met [Bulgarian Foreign Minister Lars Macron]. [Macron] left."
    assert names(marked)[2] == "Lars Macron"
    marked = "[Bulgarian Foreign Minister Lars Macron] met [Emmanuel Macron]. [Macron] left."
    assert names(marked)[2] == "Emmanuel Macron"


def test_a_person_of_the_report_is_not_the_leader_in_another_phrase() -> None:
    text = "Senator Ana Putin spoke. Putin's lawyer left."
    mentions = [Span.of(text, 0, 17), Span.of(text, 25, 39)]
    lawyer = resolve_parties(mentions, text, published=DAY)[1]
    assert lawyer is not None and lawyer.country is None


def test_an_office_stands_for_whom_the_report_names_in_it() -> None:
    found = names("[Peru's president, Luis Arana], spoke. [The Peruvian president] left.")
    assert found == ["Luis Arana", "Luis Arana"]
    assert names("[Israel's prime minister, Ana Jordan], spoke.") == ["Ana Jordan"]


def test_a_holder_named_without_middle_names_is_the_holder() -> None:
    marked = "[The Congolese foreign minister, Therese Wagner], left. [Wagner] slept."
    assert set(names(marked, "2025-02-05")) == {"Thérèse Kayikwamba Wagner"}


def test_a_son_with_his_fathers_name_is_told_by_the_word_behind_it() -> None:
    assert names("[Ferdinand Marcos] Jr. spoke.") == ["Bongbong Marcos"]
