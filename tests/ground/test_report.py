from __future__ import annotations

import pytest

from parsed import parsed
from sayso.ground.report import ground
from sayso.language.spans import span_of
from sayso.record.findings import Event
from sayso.record.reading import Reading
from sayso.record.vocabulary import Status

STRIKE = """
Unions NOUN 2 nsubj
threatened VERB 0 root _ Tense=Past|VerbForm=Fin
a DET 4 det
strike NOUN 2 obj
on ADP 6 case
Monday PROPN 2 obl
"""


@pytest.mark.parametrize(
    ("status", "day"), [("threatened", "2024-05-20"), ("happened", "2024-05-13")]
)
def test_the_time_of_what_is_yet_to_come_lies_ahead(status: Status, day: str) -> None:
    doc = parsed(STRIKE)
    event = Event("e1", span_of(doc, 3, 4), "PROTEST", status=status, time=span_of(doc, 4, 6))
    told = ground(doc, Reading("a", published="2024-05-16", events=(event,)))
    when = told.events[0].when
    assert when is not None and when.earliest == day


def test_the_name_of_a_body_is_no_place_though_a_town_bears_it() -> None:
    doc = parsed("""
    In ADP 2 case
    Geneva PROPN 5 obl Location
    the DET 4 det
    U.N. PROPN 5 nsubj Location
    met VERB 0 root
    """)
    places = ground(doc, Reading("a")).places
    assert [(p.span.text, p.where.country if p.where else None) for p in places] == [
        ("Geneva", "CHE"), ("U.N.", None),
    ]  # fmt: skip


def test_a_piece_of_a_time_is_dated_by_the_whole() -> None:
    doc = parsed("""
    Shells NOUN 2 nsubj
    fell VERB 0 root _ Tense=Past|VerbForm=Fin
    on ADP 5 case
    Monday PROPN 5 compound
    night NOUN 2 obl
    """)
    event = Event("e1", span_of(doc, 1, 2), "ASSAULT", time=span_of(doc, 4, 5))
    told = ground(doc, Reading("a", published="2024-05-16", events=(event,)))
    when = told.events[0].when
    assert when is not None and when.earliest == "2024-05-13"


def days(lines: str, start: int, end: int) -> tuple[str | None, str | None]:
    """The days of an event of one report of 16 May 2024 whose time is those words."""
    doc = parsed(lines)
    event = Event("e1", span_of(doc, 1, 2), "PROTEST", time=span_of(doc, start, end))
    when = ground(doc, Reading("a", published="2024-05-16", events=(event,))).events[0].when
    return (None, None) if when is None else (when.earliest, when.latest)


SET = """
They PRON 2 nsubj
called VERB 0 root _ Tense=Past|VerbForm=Fin
a DET 4 det
strike NOUN 2 obj
for ADP 6 case
Monday PROPN 4 nmod
"""
CLAIMED = """
They PRON 2 nsubj
took VERB 0 root _ Tense=Past|VerbForm=Fin
blame NOUN 2 obj
for ADP 7 case
Monday PROPN 7 nmod:poss
's PART 5 case
raid NOUN 2 obl
"""


def test_what_is_set_for_a_day_lies_ahead_and_what_was_done_that_day_behind() -> None:
    assert days(SET, 5, 6) == ("2024-05-20", "2024-05-20")
    assert days(CLAIMED, 4, 5) == ("2024-05-13", "2024-05-13")


def test_a_length_is_no_day_that_something_is_set_for() -> None:
    lines = """
    They PRON 2 nsubj
    march VERB 0 root _ Tense=Pres|VerbForm=Fin
    for ADP 5 case
    three NUM 5 nummod
    days NOUN 2 obl
    """
    assert days(lines, 2, 5) == ("2024-05-13", "2024-05-16")


def test_since_leaves_the_end_open_though_the_day_in_it_is_whole() -> None:
    lines = """
    They PRON 2 nsubj
    marched VERB 0 root _ Tense=Past|VerbForm=Fin
    since SCONJ 5 mark
    it PRON 5 nsubj
    fell VERB 2 advcl
    in ADP 7 case
    February PROPN 5 obl
    2022 NUM 7 nummod
    """
    assert days(lines, 2, 8) == ("2022-02-01", None)


def test_the_worst_in_years_lies_behind() -> None:
    lines = """
    The DET 2 det
    march NOUN 0 root
    the DET 4 det
    biggest ADJ 2 amod
    in ADP 7 case
    two NUM 7 nummod
    years NOUN 4 obl
    """
    assert days(lines, 4, 7) == (None, None)
