"""The sample reports, read with the shipped weights, against what is written into them.

The encoder has seen these reports in training: the tests guard the rules and the joining of the
parts. What it makes of unseen reports stands in docs/negotiations.md.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest

from sayso.evaluate.marked import read_marked_files
from sayso.evaluate.proposals import matched, same_party, score_readings
from sayso.extract import extract
from sayso.link.journeys import journeys
from sayso.parse.model import FOLDER, model
from sayso.record.reading import Reading

REPORTS = Path(str(files("sayso"))) / "samples" / "reports.jsonl"
MARKS = Path(__file__).parents[2] / "golden" / "samples.gold.jsonl"
pytestmark = pytest.mark.skipif(
    not (FOLDER / "encoder.onnx").exists(), reason="needs the weights of the package"
)
GOLD = {gold.id: gold for _, gold in read_marked_files(REPORTS, MARKS)}
POLLS = [(gold.id, n) for gold in GOLD.values() for n in range(len(gold.polls))]
#: The journeys written into the reports, each with the places that are found of it.
JOURNEYS = {
    "Henry Kissinger": {
        "Alexandria", "Jerusalem", "Amman", "Nicosia", "Israel", "Damascus", "Cairo",
    },
    "Alexander Haig": {"London", "Buenos Aires"},
    "Francis Pym": {"Washington", "New York City"},
    "Costa Mendez": {"Washington"},
    "John Paul II": {"United Kingdom", "Argentina"},
    "Richard Holbrooke": {"Paris", "Belgrade", "Brussels"},
    "Yevgeny Primakov": {"Washington"},
    "Warren Christopher": {"Dayton"},
}  # fmt: skip


@cache
def found() -> dict[str, tuple[Reading, Reading]]:
    using = model()
    return {
        gold.id: (gold, extract(article, using=using))
        for article, gold in read_marked_files(REPORTS, MARKS)
    }


@pytest.mark.parametrize(("report", "n"), POLLS)
def test_every_poll_of_the_samples_has_its_pollster_and_all_its_answers(
    report: str, n: int
) -> None:
    gold, reading = found()[report]
    poll = gold.polls[n]
    answers = {a.share for a in poll.answers}
    (own,) = [
        p for p in reading.polls
        if same_party(p.pollster, poll.pollster) and answers == {a.share for a in p.answers}
    ]  # fmt: skip
    assert len(own.answers) == len(poll.answers)
    right = matched(
        poll.answers, own.answers,
        lambda a, b: a.share == b.share and a.answer.overlaps(b.answer),
    )  # fmt: skip
    assert right == len(poll.answers)


@pytest.mark.parametrize("name", JOURNEYS)
def test_every_journey_of_the_samples_is_found_with_its_stops(name: str) -> None:
    told = journeys(reading for _, reading in found().values())
    places = {stop.place for j in told if j.name == name for stop in j.stops}
    assert JOURNEYS[name] <= places


def test_nobody_travels_in_the_samples_but_people() -> None:
    told = {j.name for j in journeys(reading for _, reading in found().values())}
    assert told <= {*JOURNEYS, "Javier Solana", "Tony Blair"}


def test_the_envoy_of_the_samples_has_stops_behind_and_before_him() -> None:
    told = journeys(reading for _, reading in found().values())
    stops = [stop for j in told if j.name == "Henry Kissinger" for stop in j.stops]
    assert {stop.state for stop in stops} == {"past", "announced"}


def test_what_stands_in_a_phase_is_a_term_though_somebody_tells_it() -> None:
    _, reading = found()["syria-1974-05-20-meridian"]
    told = {t.what.text: t.phase for p in reading.proposals for t in p.terms}
    assert told["the guns would fall silent"] == 1


@pytest.mark.parametrize(
    ("row", "floor"),
    [("proposal found", 86), ("terms", 85), ("poll found", 100), ("poll shares", 100)],
)
def test_what_is_written_into_the_samples_is_found_and_little_else(row: str, floor: float) -> None:
    scores = score_readings(found().values())
    assert scores[row].f1 >= floor, scores[row].row(row)
