"""The list of sentences that tell no event: its form, and how often an event is found in one."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import InputError
from sayso.evaluate.traps import ALL, SURELY, read_traps, score_traps
from sayso.parse.model import model

LIST = Path(__file__).with_name("traps.tsv")
#: Sentences that the list must have at least.
ENOUGH = 300
#: Every third sentence is read here, for time; in 6 of these 121 an event was found when pinned.
EVERY, CEILING = 3, 10


def test_the_list_is_sorted_and_says_each_sentence_once() -> None:
    lines = LIST.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("#")
    assert lines[1:] == sorted(lines[1:])
    sentences = [trap.sentence.casefold() for trap in read_traps(LIST)]
    assert len(sentences) == len(set(sentences))


def test_the_list_has_enough_whole_sentences_in_three_columns() -> None:
    traps = read_traps(LIST)
    assert len(traps) >= ENOUGH
    assert all(t.word and t.kind and t.sentence.strip() == t.sentence for t in traps)
    assert all(t.sentence[-1] in ".?!\"”'’" for t in traps)


def test_a_list_that_is_absent_or_lacks_a_column_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        read_traps(tmp_path / "none.tsv")
    (tmp_path / "short.tsv").write_text("# head\nbomb\tThe film bombed.\n", encoding="utf-8")
    with pytest.raises(InputError):
        read_traps(tmp_path / "short.tsv")


def test_the_shipped_weights_find_an_event_in_no_more_sentences_than_the_ceiling() -> None:
    traps = read_traps(LIST)[::EVERY]
    tallies = score_traps(traps, model())
    assert tallies[SURELY].hit <= tallies[ALL].hit <= CEILING
    assert {t.kind for t in traps} | {ALL, SURELY} == set(tallies)
