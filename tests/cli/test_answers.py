"""Answers as tables: no word is broken, on however narrow a screen."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from sayso.cli import answers


@dataclass(frozen=True)
class Row:
    incident: str
    places: tuple[str, ...]
    parties: tuple[str, ...]


ROWS = [Row("i-0123456789ab", ("Tarvo",), ("the Committee of Townspeople", "harbour pilots"))]


@pytest.mark.parametrize(("width", "lines"), [(80, 2), (30, 1)])
def test_no_word_is_broken_in_a_table(
    width: int, lines: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(answers, "WIDTH", width)
    columns = ("incident", "places", "parties")
    answers.write_answers(ROWS, Row, "table", None, columns)
    told = capsys.readouterr().out
    words = {"i-0123456789ab", "Tarvo", "Townspeople;", "harbour", "pilots", *columns}
    assert words <= set(told.split())
    assert (told.splitlines()[1].split()[0] == "incident") == (lines == 2)
