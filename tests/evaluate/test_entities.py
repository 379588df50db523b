"""Word-and-tag files to entity scores."""

from pathlib import Path

import pytest

from sayso.errors import InputError
from sayso.evaluate.entities import held_out, score_entities
from sayso.parse.model import model


def test_a_file_is_read_as_one_text_and_each_entity_counted_once(tmp_path: Path) -> None:
    lines = ["Oslo\tB-Location", "talks\tO", ".\tO", "", "Norway\tB-Location", "hosts\tO", ".\tO"]
    path = tmp_path / "one.tsv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    tallies = score_entities([path], model())
    assert tallies["entities"].gold == tallies["Location"].gold == 2
    assert tallies["Location"].hit == 2


def test_a_folder_without_files_is_told_with_what_to_give(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="newswire"):
        held_out(tmp_path)
