"""Quotation marks are paired paragraph by paragraph, in linear time, whatever is missing."""

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.find.statements.quotes import quoted_ranges


def quoted(text: str) -> list[str]:
    return [text[a:b] for a, b in quoted_ranges(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('"We leave," he said. "Tonight."', ['"We leave,"', '"Tonight."']),
        ("“We leave,” he said.", ["“We leave,”"]),
        ("«Nous partons», said the envoy.", ["«Nous partons»"]),
        ("No quotes, and the army's own words.", []),
    ],
)
def test_quotes_are_found_with_their_marks(text: str, wanted: list[str]) -> None:
    assert quoted(text) == wanted


def test_a_mark_that_is_never_closed_costs_its_own_paragraph_at_most() -> None:
    text = 'The 5" gun fired.\n\n"We saw it," she said.'
    assert quoted(text) == ['"We saw it,"']


def test_a_quote_that_runs_over_paragraphs_is_open_to_the_end_of_each() -> None:
    text = "“We came at dawn.\n“We left at dusk,” he said."
    assert quoted(text) == ["“We came at dawn.", "“We left at dusk,”"]


def test_an_apostrophe_is_no_quotation_mark() -> None:
    assert quoted("The rebels' base and the army's post") == []


def test_five_thousand_marks_in_a_row_take_linear_time() -> None:
    def seconds(n: int) -> float:
        quoted_ranges.cache_clear()
        begun = time.process_time()
        quoted_ranges('"' * n)
        return time.process_time() - begun

    seconds(1000)
    assert min(seconds(80_000) for _ in range(3)) < 60 * max(seconds(5000), 1e-3)


@given(st.text(alphabet='"“”«» ab.\n'))
def test_quotes_never_overlap_and_never_cross_a_line(text: str) -> None:
    ranges = quoted_ranges(text)
    assert all(a < b and "\n" not in text[a:b] for a, b in ranges)
    assert all(x[1] <= y[0] for x, y in itertools.pairwise(ranges))
