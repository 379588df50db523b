"""A span is verbatim or it is not made."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.record.span import Span


@given(st.text(min_size=1), st.data())
def test_a_span_of_a_text_is_verbatim_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert Span.of(text, start, end).is_verbatim(text)


@pytest.mark.parametrize(("start", "end"), [(0, 0), (2, 1), (-1, 2), (0, 9)])
def test_a_range_that_is_empty_or_outside_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="does not lie"):
        Span.of("abc", start, end)


def test_a_span_of_other_words_is_not_verbatim() -> None:
    assert not Span(0, 3, "abd").is_verbatim("abc")


def test_covering_and_overlapping_are_by_characters() -> None:
    whole, part, beside = Span(0, 9, ""), Span(2, 4, ""), Span(9, 12, "")
    assert whole.covers(part)
    assert not part.covers(whole)
    assert whole.overlaps(part)
    assert not whole.overlaps(beside)
