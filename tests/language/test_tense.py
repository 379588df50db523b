from __future__ import annotations

import pytest
from tests.parsed import parsed

from sayso.language.tense import tense_at

IS_TO = """
Roe PROPN 4 nsubj
is AUX 4 aux
to PART 4 mark
visit VERB 0 root _ VerbForm=Inf
Orla PROPN 4 obj
on ADP 7 case
Friday PROPN 4 obl
"""
DUE = """
Roe PROPN 5 nsubj
is AUX 5 cop
due ADJ 5 advmod
to PART 5 mark
fly VERB 0 root _ VerbForm=Inf
on ADP 7 case
Friday PROPN 5 obl
"""
EXPECTED = """
Roe PROPN 3 nsubj
is AUX 3 aux:pass
expected VERB 0 root _ Tense=Past|VerbForm=Part
in ADP 5 case
Orla PROPN 3 obl
on ADP 7 case
Friday PROPN 3 obl
"""
WOULD = """
They PRON 2 nsubj
said VERB 0 root _ Tense=Past|VerbForm=Fin
they PRON 5 nsubj
would AUX 5 aux
march VERB 2 ccomp _ VerbForm=Inf
on ADP 7 case
Friday PROPN 5 obl
"""
PLANNED = """
They PRON 2 nsubj
planned VERB 0 root _ Tense=Past|VerbForm=Fin
it PRON 2 obj
in ADP 5 case
May PROPN 2 obl
last ADJ 5 amod
year NOUN 5 nmod
"""
IF = """
if SCONJ 3 mark
he PRON 3 nsubj
left VERB 0 root _ Tense=Past|VerbForm=Fin
Orla PROPN 3 obj
before ADP 7 case
next ADJ 7 amod
Friday PROPN 3 obl
"""

LEAVES = """
Roe PROPN 2 nsubj
leaves VERB 0 root _ Tense=Pres|VerbForm=Fin
for ADP 4 case
Orla PROPN 2 obl
early ADV 7 advmod
on ADP 7 case
Friday PROPN 2 obl
"""
BEFORE_ENDING = """
Roe PROPN 2 nsubj
travels VERB 0 root _ Tense=Pres|VerbForm=Fin
before SCONJ 4 mark
ending VERB 2 advcl _ Tense=Pres|VerbForm=Part
it PRON 4 obj
on ADP 7 case
Friday PROPN 4 obl
"""


@pytest.mark.parametrize(
    ("table", "tense"),
    [
        (IS_TO, "future"), (DUE, "future"), (EXPECTED, "future"), (WOULD, "future"),
        (IF, "future"), (PLANNED, "past"),
    ],
)  # fmt: skip
def test_what_is_due_expected_conditional_or_said_with_would_lies_ahead(
    table: str, tense: str
) -> None:
    doc = parsed(table)
    assert tense_at(doc, doc[6].idx) == tense


def test_the_present_of_a_timetable_sets_a_weekday_to_come() -> None:
    for table, at in ((LEAVES, 4), (LEAVES, 5), (BEFORE_ENDING, 5)):
        doc = parsed(table)
        assert tense_at(doc, doc[at].idx) == "future"
    for other in (
        LEAVES.replace("leaves", "says"), LEAVES.replace("Friday", "May"),
        LEAVES.replace("Friday PROPN 2 obl", "Friday PROPN 4 nmod"),
    ):  # fmt: skip
        doc = parsed(other)
        assert tense_at(doc, doc[5].idx) == "present"


TO_BE = """
accord NOUN 0 root
to PART 4 mark
be AUX 4 aux:pass
signed VERB 1 acl _ Tense=Past|VerbForm=Part
on ADP 6 case
Friday PROPN 4 obl
"""


def test_what_is_yet_to_be_done_to_a_thing_lies_ahead_but_not_what_picks_it_out() -> None:
    doc = parsed(TO_BE)
    assert tense_at(doc, doc[5].idx) == "future"
    latest = TO_BE.replace("accord", "latest")
    had_to = TO_BE.replace("1 acl", "1 xcomp")
    for table in (latest, had_to):
        doc = parsed(table)
        assert tense_at(doc, doc[5].idx) == "past"
