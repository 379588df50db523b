from __future__ import annotations

from tests.parsed import parsed

from sayso.find.events.pieces import whole_triggers
from sayso.language.spans import span_of
from sayso.record.findings import Event

WALK_OUT = """
Teachers NOUN 2 nsubj
walk VERB 0 root
out ADV 2 compound:prt
"""
AIR_STRIKE = """
The DET 3 det
air NOUN 3 compound
strike NOUN 4 nsubj
killed VERB 0 root
"""
TWO = """
They PRON 2 nsubj
marched VERB 0 root
shouting VERB 2 advcl
"""


def triggers(table: str, first: int) -> list[tuple[str, str]]:
    doc = parsed(table)
    events = [
        Event("", span_of(doc, first, first + 1), "PROTEST"),
        Event("", span_of(doc, first + 1, first + 2), "ASSAULT"),
    ]
    return [(e.trigger.text, e.type) for e in whole_triggers(doc, events)]


def test_two_triggers_that_are_pieces_of_one_compound_are_one_as_its_head_says() -> None:
    assert triggers(WALK_OUT, 1) == [("walk out", "PROTEST")]
    assert triggers(AIR_STRIKE, 1) == [("air strike", "ASSAULT")]


def test_neighbouring_triggers_of_their_own_stay_two() -> None:
    assert triggers(TWO, 1) == [("marched", "PROTEST"), ("shouting", "ASSAULT")]
