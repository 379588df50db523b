"""Times and places that a word beside an event has for itself."""

from __future__ import annotations

from tests.parsed import parsed

from sayso.find.events.spread import is_cut, is_of_record, told_best
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


CAME = """
strikes NOUN 2 nsubj
came VERB 0 root
four NUM 4 nummod
days NOUN 2 obl:unmarked
{after} {kind} {head} {how}
rebels NOUN 7 nsubj
fled VERB 2 {verb}
"""
OUSTED = """
Roe PROPN 2 nsubj Person
quit VERB 0 root
{following} ADP 4 case
weeks NOUN 2 obl
of ADP 6 case
{what} NOUN 4 nmod
"""


def test_a_time_cut_off_before_what_it_counts_from_is_none() -> None:
    after = CAME.format(after="after", kind="SCONJ", head=7, how="mark", verb="advcl")
    assert is_cut(parsed(after), 2, 4, 0)
    assert is_cut(parsed(after), 2, 5, 0)
    when = CAME.format(after="when", kind="SCONJ", head=7, how="mark", verb="advcl")
    assert not is_cut(parsed(when), 2, 4, 0)
    lone = CAME.format(after="before", kind="ADV", head=4, how="advmod", verb="advcl")
    assert not is_cut(parsed(lone), 2, 5, 0)


def test_how_long_something_went_on_before_is_no_time_of_what_followed() -> None:
    assert is_cut(parsed(OUSTED.format(following="following", what="talks")), 3, 4, 1)
    assert not is_cut(parsed(OUSTED.format(following="within", what="talks")), 3, 4, 1)
    assert not is_cut(parsed(OUSTED.format(following="following", what="talks")), 3, 4, 5)
    anchor = Anchor("event", 1, 2, "RETREAT", 0.9, (Role("time", 3, 4, 0.9),), {})
    assert told_best(parsed(OUSTED.format(following="after", what="talks")), anchor, "time") is None
