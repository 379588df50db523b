"""Places that tell a stance or a state, found and missed."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import InputError
from sayso.evaluate.telling import _runs, read_telling, score_telling
from sayso.parse.model import model

TEXT = (
    "Norland offered a ceasefire of 30 days on Monday. The rebels rejected the offer on Tuesday. "
    "Guns fell silent in the north."
)
AT = TEXT.index("rejected")


def test_a_place_is_found_where_a_word_of_it_tells_what_is_marked() -> None:
    marks = {"a": {"stand": [(AT, AT + 8, "rejects"), (0, 3, "accepts")], "fate": []}}
    places, found = score_telling({"a": TEXT}, marks, model())["stand"]
    assert (places.hit, places.gold) == (1, 2)
    assert found.hit == found.found == 1


def test_what_is_told_elsewhere_is_counted_as_found_and_not_as_right() -> None:
    marks = {"a": {"stand": [(0, 3, "accepts")], "fate": []}}
    _, found = score_telling({"a": TEXT}, marks, model())["stand"]
    assert (found.hit, found.found) == (0, 1)


def test_words_that_tell_in_a_row_are_one_stretch() -> None:
    assert _runs([True, True, False, True]) == [range(2), range(3, 4)]
    assert _runs([False, False]) == []


def test_a_file_of_another_form_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "marks.jsonl"
    file.write_text('{"id": "a"}\n', encoding="utf-8")
    with pytest.raises(InputError, match="no marks of telling words"):
        read_telling(file)
    with pytest.raises(InputError, match="no marks of telling words"):
        read_telling(tmp_path / "none.jsonl")
    file.write_text('{"id": "a", "stand": [[0, 3, "accepts"]], "fate": []}\n', encoding="utf-8")
    assert read_telling(file) == {"a": {"stand": [(0, 3, "accepts")], "fate": []}}
