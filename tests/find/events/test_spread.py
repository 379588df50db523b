"""Times and places that a word beside an event has for itself."""

from __future__ import annotations

from tests.parsed import parsed

from sayso.find.events.spread import is_of_record, told_best
from sayso.language.anchors import Anchor, Role

WORST = """
Raids NOUN 2 nsubj
killed VERB 0 root
monks NOUN 2 obj
in ADP 6 case
the DET 6 det
{worst} ADJ 2 obl _ Degree={degree}
in ADP 9 case
a DET 9 det
decade NOUN 6 obl
"""
RATE = """
They PRON 2 nsubj
expel VERB 0 root
{many} {class} 2 obj
a DET 5 det
week NOUN 2 obl:unmarked
"""
APART = """
Rebels NOUN 2 nsubj
took VERB 0 root
Orla PROPN 2 obj Location
in ADP 5 case
May PROPN 2 obl Date
and CCONJ 7 cc
Lund PROPN 3 conj Location
in ADP 9 case
June PROPN 2 obl Date
"""
ROW = """
Rebels NOUN 2 nsubj
took VERB 0 root
Orla PROPN 2 obj Location
and CCONJ 5 cc
Lund PROPN 3 conj Location
in ADP 7 case
June PROPN 2 obl Date
"""


def test_how_long_a_record_has_stood_dates_nothing() -> None:
    assert is_of_record(parsed(WORST.format(worst="worst", degree="Sup")), 6, 9)
    assert is_of_record(parsed(WORST.format(worst="third", degree="Pos")), 6, 9)
    assert not is_of_record(parsed(WORST.format(worst="same", degree="Pos")), 6, 9)


def test_how_often_something_is_done_dates_nothing() -> None:
    assert is_of_record(parsed(RATE.format(many="900", **{"class": "NUM"})), 3, 5)
    assert not is_of_record(parsed(RATE.format(many="monks", **{"class": "NOUN"})), 3, 5)


def best(table: str, lund: int, role: Role) -> tuple[int, int] | None:
    hit = (Role("target", 2, 3, 0.9), Role("target", lund, lund + 1, 0.9))
    anchor = Anchor("event", 1, 2, "ASSAULT", 0.9, (*hit, role))
    found = told_best(parsed(table), anchor, role.name)
    return None if found is None else (found.start, found.end)


def test_towns_with_a_day_each_have_no_place_or_time_of_one_of_them() -> None:
    assert best(APART, 6, Role("time", 7, 9, 0.9)) is None
    assert best(APART, 6, Role("place", 2, 3, 0.9)) is None
    assert best(ROW, 4, Role("time", 5, 7, 0.9)) == (5, 7)
    assert best(ROW, 4, Role("place", 2, 3, 0.9)) == (2, 5)
