"""The least number of killed and captured that a reading of a release tells."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Literal

import pytest

from sayso.errors import InputError
from sayso.evaluate.isaf import least_captured, least_killed, read_releases, score_releases
from sayso.record.findings import Event, Figure
from sayso.record.reading import Reading
from sayso.record.span import Span


def span(text: str, words: str) -> Span:
    at = text.index(words)
    return Span.of(text, at, at + len(words))


def figure(
    text: str, words: str, low: int, of: str | None, measure: Literal["killed", "arrested"],
    high: int | None = None,
) -> Figure:  # fmt: skip
    return Figure(
        id=words, quantity=span(text, words), low=low, high=high, measure=measure,
        of=None if of is None else span(text, of),
    )  # fmt: skip


def test_exact_numbers_of_the_body_go_before_the_vague_lead() -> None:
    text = "The force detained several insurgents. Later it said that four suspects were held."
    found = (
        figure(text, "several", 2, "insurgents", "arrested"),
        figure(text, "four", 4, "suspects", "arrested", 4),
    )
    assert least_captured(text, Reading("r", figures=found)) == 4
    assert least_captured(text, Reading("r", figures=found[:1])) == 3


def test_a_leader_is_added_to_the_group_of_a_later_sentence() -> None:
    text = "The force captured a leader. It also detained two suspects."
    found = (
        figure(text, "a", 1, "leader", "arrested", 1),
        figure(text, "two", 2, "suspects", "arrested", 2),
    )
    assert least_captured(text, Reading("r", figures=found)) == 3


def test_more_than_ten_killed_are_eleven_and_the_own_dead_are_background() -> None:
    text = "The raid killed more than 10 insurgents. A bomb had killed two coalition soldiers."
    found = (
        figure(text, "more than 10", 10, "insurgents", "killed"),
        figure(text, "two", 2, "coalition soldiers", "killed", 2),
    )
    assert least_killed(text, Reading("r", figures=found)) == 11


def test_a_named_target_of_an_arrest_counts_one_and_an_aim_none() -> None:
    text = "They moved to arrest a leader. They captured Mullah Test."
    aim = Event(
        id="e1", trigger=span(text, "arrest"), type="COERCE", target=(span(text, "a leader"),)
    )
    done = Event(
        id="e2", trigger=span(text, "captured"), type="ASSAULT", target=(span(text, "Mullah Test"),)
    )
    assert least_captured(text, Reading("r", events=(aim, done))) == 1


def test_a_folder_is_read_and_scored(tmp_path: Path) -> None:
    row = {"id": "a", "text": "Nothing.", "gold": {"min_killed": 0, "min_captured": 2}}
    (tmp_path / "releases.jsonl").write_text(json.dumps(row), encoding="utf-8")
    killed, captured = score_releases(read_releases(tmp_path), lambda _: Reading("a"))
    assert (killed.hit, captured.hit, killed.gold) == (1, 0, 1)
    with pytest.raises(InputError):
        read_releases(tmp_path / "none")
