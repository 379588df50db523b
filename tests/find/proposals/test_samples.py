"""The sample reports, read with the shipped weights, against what is written into them.

The encoder has seen these reports in training: the floors guard the rules and the joining of the
parts. What it makes of unseen reports stands in docs/negotiations.md.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from sayso.evaluate.marked import read_marked_files
from sayso.evaluate.proposals import score_readings
from sayso.evaluate.tally import Tally
from sayso.extract import extract
from sayso.link.journeys import journeys
from sayso.parse.model import FOLDER, model
from sayso.record.reading import Reading

REPORTS = Path(str(files("sayso"))) / "samples" / "reports.jsonl"
MARKS = Path(__file__).parents[2] / "golden" / "samples.gold.jsonl"
pytestmark = pytest.mark.skipif(
    not (FOLDER / "encoder.onnx").exists(), reason="needs the weights of the package"
)


@pytest.fixture(scope="module")
def pairs() -> list[tuple[Reading, Reading]]:
    using = model()
    told = read_marked_files(REPORTS, MARKS)
    return [(gold, extract(article, using=using)) for article, gold in told]


@pytest.fixture(scope="module")
def scores(pairs: list[tuple[Reading, Reading]]) -> dict[str, Tally]:
    return score_readings(pairs)


@pytest.mark.parametrize(
    ("row", "floor"),
    [("proposal found", 80), ("terms", 55), ("poll found", 80), ("poll shares", 80)],
)
def test_what_is_written_into_the_samples_is_found(
    scores: dict[str, Tally], row: str, floor: float
) -> None:
    assert scores[row].f1 >= floor, scores[row].row(row)


def test_the_envoy_of_the_samples_goes_from_capital_to_capital(
    pairs: list[tuple[Reading, Reading]],
) -> None:
    told = {j.name: j for j in journeys(found for _, found in pairs)}
    places = {stop.place for stop in told["Henry Kissinger"].stops}
    assert {"Damascus", "Jerusalem"} <= places
    assert {stop.state for stop in told["Henry Kissinger"].stops} == {"past", "announced"}
