"""Tests of the whole chain, from a text to its record, with the weights of the package."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

import sayso
from sayso.batch.reports import read_all
from sayso.cli.demo import SAMPLES
from sayso.parse.model import FOLDER
from sayso.read.files import read_files
from sayso.record.reading import Reading
from sayso.record.written import read_reading, to_json, write_reading

pytestmark = pytest.mark.skipif(
    not (FOLDER / "checksums.json").exists(), reason="this checkout has no trained weights"
)

STORY = (
    "CAIRO, Feb 6 - The health ministry said on Tuesday that at least 12 people had been killed "
    "and dozens wounded in an air strike on the town.{}"
    "The army denied that it had bombed the town. “We hit no one,” a spokesman told reporters."
)
TEXTS = [
    STORY.format("\r\n\r\n"),
    STORY.format("\n\n👩‍👩‍👧 🕊️ said 5\u0301 men at the café\u0301 were held 🙂.\n\n"),
    STORY.format(" قالت الوزارة إن 12 قتلوا. \u200f"),
    STORY.format(" 京都で12人が死亡したと政府は述べた。"),
    STORY.format("\u2028\x0b\x0c\t \u00a0"),
    STORY.format("\0\ufeff\u202e\ufffe"),
    STORY.upper().format("\n"),
    STORY.format(" " + "“" * 500),
    STORY.format(" " + "x" * 5_000 + " "),
]


def spans(value: object) -> Iterator[tuple[int, int, str]]:
    """Every span in the JSON of a reading."""
    if isinstance(value, dict):
        if value.keys() == {"start", "end", "text"}:
            yield value["start"], value["end"], value["text"]
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from spans(part)


@pytest.mark.parametrize("text", TEXTS)
def test_every_span_is_verbatim_in_any_script(text: str) -> None:
    reading = sayso.extract(text, published="2024-02-06")
    assert not [p for p in reading.problems if p.code == "crashed"]
    found = list(spans(to_json(reading)))
    assert found
    assert all(text[start:end] == words for start, end, words in found)
    assert read_reading(write_reading(reading)) == reading


def test_a_plain_report_is_read_as_it_says() -> None:
    reading = sayso.extract(STORY.format(" "), published="2024-02-06")
    (figure,) = [f for f in reading.figures if f.quantity.text == "at least 12"]
    assert (figure.low, figure.high, figure.measure) == (12, None, "killed")
    sources = [s.source.text for s in reading.chain(figure) if s.source]
    assert sources == ["The health ministry"]


def test_the_same_bytes_come_out_of_one_process_and_of_two(tmp_path: Path) -> None:
    few = tmp_path / "few.jsonl"
    few.write_text("".join(SAMPLES.read_text(encoding="utf-8").splitlines(keepends=True)[:6]))
    written = [
        "\n".join(write_reading(reading) for _, reading in read_all(read_files([few]), jobs=jobs))
        for jobs in (1, 2)
    ]
    assert written[0] == written[1]
    assert len(written[0].splitlines()) == 6


def test_every_sample_is_read_and_says_something() -> None:
    for article, reading in read_all(read_files([SAMPLES])):
        assert isinstance(reading, Reading)
        assert reading.statements and reading.events, article.id
        assert json.loads(write_reading(reading))["schema"] == reading.schema
        assert all(
            article.text[start:end] == words for start, end, words in spans(to_json(reading))
        )
