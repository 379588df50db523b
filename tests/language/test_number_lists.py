"""The word lists of numbers: sorted, sourced, without doubles, and every entry at work."""

from __future__ import annotations

from importlib.resources import files

import pytest

from sayso.language.numbers import find_quantities, read_quantity
from sayso.language.word_lists import rows

LISTS = ("number_context", "number_hedges", "number_words")
BOUNDS = {"least": (20, None), "most": (None, 20), "about": (20, 20), "exact": (20, 20)}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_sorted_and_says_where_it_comes_from(name: str) -> None:
    path = files("sayso.language").joinpath("data", f"{name}.tsv")
    head, *lines = path.read_text(encoding="utf-8").splitlines()
    assert head.startswith("# ") and "written for this project" in head
    assert lines == sorted(set(lines))
    keys = [row[:2] for row in rows(name)]
    assert len(keys) == len(set(keys))


def test_every_hedge_sets_its_bound() -> None:
    for phrase, side, bound in rows("number_hedges"):
        if side.endswith("verb"):
            continue
        text = f"{phrase} 20" if side == "before" else f"20 {phrase}"
        (found,) = find_quantities(text)
        assert (found.low, found.high) == BOUNDS[bound], phrase
        assert (found.start, found.end) == (0, len(text)), phrase


def test_every_verb_of_passing_sets_the_bound_of_a_toll_and_is_no_part_of_it() -> None:
    for phrase, side, _ in rows("number_hedges"):
        if side.endswith("verb"):
            text = f"The toll {phrase} 20"
            (found,) = find_quantities(text)
            assert (found.low, found.high, found.end) == (20, None, len(text)), phrase
            assert text[found.start : found.end] == "20", phrase


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("The column passed 20 hamlets.", (20, 20)),
        ("The toll rose. The column passed 20 hamlets.", (20, 20)),
        ("The toll has now passed the 20 mark.", (20, None)),
        ("The number of tents does not exceed 20.", (None, 20)),
        ("The herd exceeds about 20.", (20, None)),
        ("The count topped nearly 20.", (None, 20)),
    ],
)
def test_what_passes_a_number_is_more_than_that(
    text: str, bounds: tuple[int | None, int | None]
) -> None:
    (found,) = find_quantities(text)
    assert (found.low, found.high) == bounds


def test_every_number_word_is_read() -> None:
    for word, kind, value in rows("number_words"):
        if int(value) >= 10**15:
            assert not find_quantities(f"two {word} people")
        elif kind == "short":
            assert read_quantity(f"2{word} people") == (2 * int(value), 2 * int(value))
        elif kind in ("scale", "dozen"):
            assert read_quantity(f"two {word} people") == (2 * int(value), 2 * int(value))
        else:
            found = read_quantity(f"{word} people")
            assert found is not None and found[0] == int(value), word


def test_every_word_beside_a_number_says_what_it_counts() -> None:
    for words, side, kind in rows("number_context"):
        if side == "after":
            assert [q.kind for q in find_quantities(f"about 20 {words} there")] == [kind], words
        elif side == "before" and kind != "title":
            assert [q.kind for q in find_quantities(f"the {words} 20 things")] == [kind], words


def test_a_title_needs_a_capital_letter() -> None:
    for words, _, kind in rows("number_context"):
        if kind == "title":
            named, plain = f"the {words.title()} 20 things", f"the {words} 20 things"
            assert [q.kind for q in find_quantities(named)] == ["label"], words
            assert [q.kind for q in find_quantities(plain)] == ["count"], words
