"""Tests of writing a file as a whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import InputError
from sayso.export.atomic import written


def test_a_file_that_is_written_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    target.write_text("old")
    with written(target) as stream:
        stream.write("new\r\nné")
        assert target.read_text() == "old"
    assert target.read_bytes() == "new\r\nné".encode()
    assert list(tmp_path.iterdir()) == [target]


def test_a_fault_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    target.write_text("old")
    with pytest.raises(KeyboardInterrupt), written(target) as stream:
        stream.write("half")
        raise KeyboardInterrupt
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with (
        pytest.raises(InputError, match="cannot be written"),
        written(tmp_path / "no" / "out.jsonl"),
    ):
        pass
