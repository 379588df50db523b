"""Resolved expressions are written as TimeML writes them."""

import pytest

from sayso.evaluate.timex import timex_value
from sayso.ground.times import anchor_of, read_phrase


@pytest.mark.parametrize(
    ("phrase", "value"),
    [
        ("on Monday", "2024-06-10"),
        ("Monday night", "2024-06-10TNI"),
        ("9:30 p.m. on Monday", "2024-06-10T21:30"),
        ("last week", "2024-W23"),
        ("over the weekend", "2024-W23-WE"),
        ("early March 2023", "2023-03"),
        ("since 2011", "2011"),
        ("the 1970s", "197"),
        ("the third quarter of 2022", "2022-Q3"),
        ("last summer", "2023-SU"),
        ("about two years", "P2Y"),
        ("the past 24 hours", "PT24H"),
        ("several weeks", "PXW"),
        ("5 1/2 hours", "PT5H30M"),
        ("two decades", "P20Y"),
        ("daily", "P1D"),
        ("every Friday", "XXXX-WXX-5"),
        ("now", "PRESENT_REF"),
        ("recently", "PAST_REF"),
        ("that day", None),
        ("31 June 2024", None),
    ],
)
def test_the_value_is_that_of_timeml(phrase, value):
    expression = read_phrase(phrase)
    assert expression is not None
    assert timex_value(expression, anchor_of("2024-06-12", hemisphere="north")) == value
