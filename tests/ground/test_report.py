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
