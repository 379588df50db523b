"""Marked words of a party become a whole phrase."""

from __future__ import annotations

import pytest
from tests.parsed import parsed

from sayso.find.events.party_spans import unbroken, with_row

AT_LEAST = """
at ADP 2 case
least ADJ 3 nmod
nine NUM 4 nummod
miners NOUN 0 root
"""
ALL_BUT = """
shut VERB 0 root
all DET 4 det:predet
but ADP 4 case
one NUM 1 obj
of ADP 7 case
its PRON 7 nmod:poss
gates NOUN 4 nmod
"""
OTHERS = """
30 NUM 3 nummod
other ADJ 3 amod
towns NOUN 4 nsubj
voted VERB 0 root
"""
FORMS = """
all DET 2 det
forms NOUN 0 root
of ADP 4 case
theft NOUN 2 nmod
"""
WHO = """
all DET 2 det
miners NOUN 0 root
who PRON 4 nsubj
fled VERB 2 acl:relcl
"""
REGIONS = """
the DET 2 det
regions NOUN 0 root
of ADP 4 case
Orla PROPN 2 nmod
and CCONJ 6 cc
Lund PROPN 4 conj
"""


GANGS = """
gangs NOUN 7 nsubj
known VERB 1 acl
there ADV 2 advmod
as ADP 5 case
wolves NOUN 2 obl
have AUX 7 aux
fled VERB 0 root
"""
THOSE = """
those PRON 0 root
who PRON 3 nsubj
block VERB 1 acl:relcl
roads NOUN 3 obj
"""


@pytest.mark.parametrize(
    ("table", "start", "end", "whole"),
    [
        (AT_LEAST, 1, 4, "at least nine miners"),
        (AT_LEAST, 1, 2, "at least nine miners"),
        (ALL_BUT, 3, 7, "all but one of its gates"),
        (ALL_BUT, 2, 7, "all but one of its gates"),
        (ALL_BUT, 5, 7, "its gates"),
        (OTHERS, 0, 2, "30 other towns"),
        (OTHERS, 0, 1, "30 other towns"),
        (FORMS, 0, 2, "all forms of theft"),
        (WHO, 0, 3, "all miners"),
        (GANGS, 0, 3, "gangs"),
        (GANGS, 0, 2, "gangs"),
        (GANGS, 0, 5, "gangs known there as wolves"),
        (THOSE, 0, 3, "those who block roads"),
        (THOSE.replace("those PRON", "monks NOUN"), 0, 3, "monks"),
        (REGIONS, 0, 4, "the regions of Orla and Lund"),
    ],
)
def test_cut_edges_are_mended_and_open_ends_go(
    table: str, start: int, end: int, whole: str
) -> None:
    doc = parsed(table)
    a, b = unbroken(doc, start, end, range(0))
    assert doc[a:b].text == whole


def test_no_word_of_the_trigger_is_taken_in() -> None:
    assert unbroken(parsed(OTHERS), 0, 2, range(2, 4)) == (0, 2)


def test_one_name_behind_one_place_stays_alone() -> None:
    doc = parsed(REGIONS.replace("regions", "region"))
    assert with_row(doc, 0, 4) == (0, 4)
