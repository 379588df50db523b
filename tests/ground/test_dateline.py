"""The line that opens a report gives its place, day and agency."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.ground.times import read_dateline


@pytest.mark.parametrize(
    ("text", "place", "day", "agency"),
    [
        ("AMMAN, June 11 (Reuters) - Envoys met.", "AMMAN", "2024-06-11", "Reuters"),
        ("ADEN, Yemen (AP) — Envoys met.", "ADEN, Yemen", None, "AP"),
        ("Amman, 11 June 2024 (AFP) – Envoys met.", "Amman", "2024-06-11", "AFP"),
        ("AMMAN/BAGHDAD, June 11 (AFP) -- Envoys met.", "AMMAN/BAGHDAD", "2024-06-11", "AFP"),
        (
            "OSLO, Norway, May 30, 2024 /PRWire/ -- Envoys met.",
            "OSLO, Norway",
            "2024-05-30",
            "PRWire",
        ),
        ("VIENNA — Envoys met.", "VIENNA", None, None),
        ("N'DJAMENA (Reuters) Envoys met.", "N'DJAMENA", None, "Reuters"),
        (
            "Envoys meet\n\nPORT SUDAN, June 9 (SUNA) - x",
            "PORT SUDAN",
            "2024-06-09",
            "SUNA",
        ),
        ("MUSCAT: " + "Envoys met in the old town. " * 4, "MUSCAT", None, None),
    ],
)
def test_a_dateline_gives_place_day_and_agency(text, place, day, agency):
    found = read_dateline(text, published="2024-06-12")
    assert found is not None
    assert found.place.text == place
    assert found.date == day
    assert (found.agency.text if found.agency else None) == agency
    assert found.span.is_verbatim(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Envoys met in Amman on Tuesday.",
        "Amman — what we know",
        "BREAKING — Envoys meet",
        "UN: aid is short in the north, the head of the agency said in a long report",
        "The army (in green) said - again",
        "AMMAN",
    ],
)
def test_other_openings_are_no_dateline(text):
    assert read_dateline(text, published="2024-06-12") is None


def test_a_day_without_a_year_lies_in_the_year_nearest_to_publication():
    line = "AMMAN, Dec. 31 (AFP) - Envoys met."
    assert read_dateline(line, published="2024-01-02").date == "2023-12-31"
    assert read_dateline(line, published="2023-12-30").date == "2023-12-31"
    assert read_dateline(line, published="2024-06-12").date is None
    assert read_dateline(line).date is None
    assert read_dateline(line).day.text == "Dec. 31"


@given(st.text(max_size=200))
def test_no_text_raises_and_every_span_is_verbatim(text):
    found = read_dateline(text + "\nAMMAN (AFP) - " + text, published="2024-06-12")
    if found is not None:
        assert found.span.text.startswith(found.place.text)
