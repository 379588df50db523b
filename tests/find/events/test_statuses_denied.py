"""What denies that something was done, and what only seems to."""

from __future__ import annotations

from tests.parsed import parsed

from sayso.find.events.statuses import does_none, status_told

NEITHER_DENIES = """
Orla PROPN 3 nsubj
neither CCONJ 3 cc:preconj
confirmed VERB 0 root
nor CCONJ 5 cc
denied VERB 3 conj
that SCONJ 9 mark
Brest PROPN 9 nsubj
had AUX 9 aux
fired VERB 5 ccomp
"""


def test_what_is_neither_confirmed_nor_denied_is_possible() -> None:
    assert status_told(parsed(NEITHER_DENIES), 8, 9, "happened") == "possible"


NONE_TAKEN = """
Rebels NOUN 2 nsubj
fired VERB 0 root
no DET 4 det
shots NOUN 2 obj
"""
NO_STATE = """
The DET 2 det
region NOUN 4 nsubj:pass
was AUX 4 aux:pass
recognised VERB 0 root
{case} ADP 7 case
{no} DET 7 det
state NOUN 4 {relation}
"""
NO_PART = """
The DET 2 det
rebels NOUN 3 nsubj
took VERB 0 root
{no} DET 5 det
part NOUN 3 obj
in ADP 8 case
the DET 8 det
talks NOUN 3 obl
"""
LATER = """
They PRON 2 nsubj
left VERB 0 root
no ADV 4 advmod
{word} ADV 2 advmod
"""
CONFIRM = """
Orla PROPN 4 nsubj
could AUX 4 aux
not PART 4 advmod
{verb} VERB 0 root
that SCONJ 7 mark
troops NOUN 7 nsubj
left VERB 4 ccomp
"""
REFRAIN = """
They PRON 2 nsubj
{verb} VERB 0 root
from ADP 4 case
attacks NOUN 2 obl
"""


def test_a_verb_whose_object_is_none_is_not_done() -> None:
    assert does_none(parsed(NONE_TAKEN), 1, 2)
    assert not does_none(parsed(NONE_TAKEN.replace("no DET", "two NUM")), 1, 2)


def test_nothing_is_no_object_and_no_state_recognises_nothing() -> None:
    nothing = NONE_TAKEN.replace("no DET 4 det\nshots NOUN 2", "nothing PRON 2")
    assert does_none(parsed(nothing), 1, 2)
    by_none = NO_STATE.format(case="by", no="no", relation="obl:agent")
    assert does_none(parsed(by_none), 3, 4)
    assert not does_none(parsed(by_none.replace("no DET", "one NUM")), 3, 4)
    assert not does_none(parsed(NO_STATE.format(case="in", no="no", relation="obl")), 3, 4)
    to_none = NO_STATE.format(case="to", no="no", relation="obl")
    assert does_none(parsed(to_none), 3, 4)
    assert not does_none(parsed(to_none.replace("state NOUN", "avail NOUN")), 3, 4)


def test_who_takes_no_part_in_talks_does_not_talk() -> None:
    assert does_none(parsed(NO_PART.format(no="no")), 7, 8)
    assert not does_none(parsed(NO_PART.format(no="a")), 7, 8)


def test_no_later_than_a_day_denies_nothing() -> None:
    assert status_told(parsed(LATER.format(word="later")), 1, 2, "planned") == "planned"
    assert status_told(parsed(LATER.format(word="longer")), 1, 2, "planned") == "negated"


def test_what_cannot_be_confirmed_is_possible() -> None:
    assert status_told(parsed(CONFIRM.format(verb="confirm")), 6, 7, "negated") == "possible"
    assert status_told(parsed(CONFIRM.format(verb="say")), 6, 7, "negated") == "negated"


def test_one_refrains_from_an_attack_by_not_making_it() -> None:
    assert status_told(parsed(REFRAIN.format(verb="refrain")), 3, 4, "planned") == "negated"
    assert status_told(parsed(REFRAIN.format(verb="fled")), 3, 4, "happened") == "happened"
