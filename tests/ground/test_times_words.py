"""The word lists of the times are sorted, without doubles, and name where they come from."""

from pathlib import Path

import pytest

import sayso.ground.times as times
from sayso.ground.times_days import GRAINS
from sayso.ground.times_feasts import holiday_days
from sayso.ground.times_tokens import holidays, read_tokens, words

DATA = Path(times.__file__).with_name("data")
LISTS = ["time_words.tsv", "time_phrases.tsv", "holidays.tsv", "no_dateline_words.txt"]


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_sorted_without_doubles_under_a_line_that_names_its_source(name):
    head, *lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    assert head.startswith("# ")
    assert "written for this project" in head
    assert lines == sorted(set(lines))


@pytest.mark.parametrize("kind", ["month", "weekday", "unit", "number", "daypart", "season"])
def test_every_word_is_one_that_the_tokeniser_gives(kind):
    assert all(read_tokens(word).low[0] == word for word in words(kind))


def test_every_unit_has_a_grain():
    assert set(words("unit").values()) <= set(GRAINS)


@pytest.mark.parametrize("name", sorted(holidays()))
def test_every_holiday_has_a_rule_that_gives_a_day_or_a_reason(name):
    rule = holidays()[name]
    if rule.startswith("none "):
        assert len(rule) > len("none ") + 10
    else:
        assert all(first <= last for first, last in holiday_days(rule, 2024))
        assert holiday_days(rule, 2024)
