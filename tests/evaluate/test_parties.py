"""Scores of parties count a case right only where every stated field comes out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sayso.errors import InputError
from sayso.evaluate.parties import main, score_parties

CASES = [
    {"actor": "Swedish police", "country": "SWE", "code_1": "COP"},
    {"actor": "the WHO", "country": "UNO"},
    {"actor": "Swedish police", "country": "NOR", "code_1": "COP"},
    {"actor": "somebody", "wiki": "Somebody"},
]
TEXT = "Swedish troops met Magyar, near a bridge."
ITEM = {
    "text": TEXT,
    "date": "2026-05-20",
    "links": [
        {"start": 0, "end": 14, "title": "Sweden"},
        {"start": 19, "end": 25, "title": "Péter Magyar"},
        {"start": 34, "end": 40, "title": "Bridge"},
    ],
}


def folder_of(path: Path) -> Path:
    for name, lines in (("actors/actor_cases", CASES), ("current-events/items", [ITEM])):
        file = path / f"{name}.jsonl"
        file.parent.mkdir()
        file.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def test_cases_and_links_are_counted(tmp_path: Path) -> None:
    scores = score_parties(folder_of(tmp_path))
    both, links = scores.tallies["cases, both"], scores.tallies["links, all, words alone"]
    assert (both.hit, both.gold) == (2, 3)
    assert (links.hit, links.gold) == (2, 2)
    assert scores.wrong == ["Swedish police | wanted NOR COP | found SWE COP"]


def test_a_folder_without_the_sets_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        score_parties(tmp_path)
    assert main([str(tmp_path)]) == 1
    assert main([]) == 2


def test_the_scores_are_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(folder_of(tmp_path)), "--wrong"]) == 0
    printed = capsys.readouterr().out
    assert "cases, both" in printed and "wanted NOR COP" in printed
