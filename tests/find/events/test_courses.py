"""The status of an event goes by its type and by how far the words over it say it has come."""

from __future__ import annotations

from tests.parsed import parsed

from sayso.find.events.courses import status_of_kind
from sayso.record.vocabulary import Status

ENTERED = """
The DET 2 det
strike NOUN 3 nsubj
entered VERB 0 root
its PRON 6 nmod:poss
ninth ADJ 6 amod
day NOUN 3 obj
"""
BEGAN = """
Nurses NOUN 2 nsubj
began VERB 0 root
a DET 4 det
walkout NOUN 2 obj
"""
REFUSED = """
Orla PROPN 2 nsubj
refused VERB 0 root
the DET 4 det
offer NOUN 2 obj
"""
HEAR = """
Orla PROPN 4 nsubj
would AUX 4 aux
not PART 4 advmod
hear VERB 0 root
of ADP 7 case
a DET 7 det
truce NOUN 4 obl
"""
CURFEW = """
A DET 2 det
curfew NOUN 3 nsubj
remains VERB 0 root
in ADP 5 case
force NOUN 3 obl
"""
UNDER = """
Brest PROPN 2 nsubj
remains VERB 0 root
under ADP 4 case
siege NOUN 2 obl
"""
AHEAD = """
Roads NOUN 2 nsubj
closed VERB 0 root
ahead ADP 6 case
of ADP 3 fixed
the DET 6 det
summit NOUN 2 obl
"""
TRIED = """
Rebels NOUN 2 nsubj
tried VERB 0 root
to PART 4 mark
storm VERB 2 xcomp
Brest PROPN 4 obj
"""


def told(table: str, at: int, kind: str, status: Status) -> Status:
    return status_of_kind(parsed(table), at, at + 1, kind, status)


def test_a_strike_that_enters_its_ninth_day_goes_on() -> None:
    assert told(ENTERED, 1, "PROTEST", "happened") == "ongoing"
    assert told(ENTERED, 1, "PROTEST", "negated") == "negated"
    hall = ENTERED.replace("day", "hall")
    assert told(hall, 1, "PROTEST", "happened") == "happened"


def test_who_began_a_walkout_is_at_it() -> None:
    assert told(BEGAN, 3, "PROTEST", "happened") == "ongoing"
    assert told(BEGAN, 3, "ASSAULT", "happened") == "happened"
    assert told(BEGAN.replace("began", "ended"), 3, "PROTEST", "happened") == "happened"


def test_an_offer_that_is_refused_has_been_made() -> None:
    assert told(REFUSED, 3, "AGREE", "negated") == "happened"
    assert told(REFUSED.replace("offer", "visit"), 3, "CONSULT", "negated") == "negated"
    assert told(REFUSED.replace("refused", "withheld"), 3, "AGREE", "negated") == "negated"


def test_who_would_not_hear_of_it_has_refused() -> None:
    assert told(HEAR, 3, "REJECT", "negated") == "happened"
    assert told(HEAR.replace("hear", "veto"), 3, "REJECT", "negated") == "negated"
    assert told(HEAR, 3, "SUPPORT", "negated") == "negated"


def test_what_remains_in_force_goes_on() -> None:
    assert told(CURFEW, 1, "COERCE", "happened") == "ongoing"
    assert told(UNDER, 3, "COERCE", "happened") == "ongoing"
    assert told(UNDER.replace("under", "after"), 3, "COERCE", "happened") == "happened"


def test_what_something_is_done_ahead_of_is_planned() -> None:
    assert told(AHEAD, 5, "CONSULT", "happened") == "planned"
    assert told(AHEAD.replace("ahead", "because"), 5, "CONSULT", "happened") == "happened"


def test_what_was_only_tried_has_not_happened() -> None:
    assert told(TRIED, 3, "PROTEST", "happened") == "negated"
    assert told(TRIED.replace("tried", "rushed"), 3, "PROTEST", "happened") == "happened"


def test_a_ban_that_is_only_considered_is_possible() -> None:
    weighed = REFUSED.replace("refused", "considers").replace("offer", "ban")
    assert told(weighed, 3, "SANCTION", "threatened") == "possible"
    assert told(weighed.replace("considers", "promises"), 3, "SANCTION", "planned") == "planned"
    assert told(weighed.replace("ban", "request"), 3, "REQUEST", "planned") == "planned"


TALKS = """
Talks NOUN 5 nsubj
on ADP 4 case
a DET 4 det
release NOUN 1 nmod
collapsed VERB 0 root
"""


def test_what_is_only_talked_of_is_possible() -> None:
    assert status_of_kind(parsed(TALKS), 3, 4, "RETREAT", "happened") == "possible"


HELD = """
The DET 2 det
talks NOUN 0 root
that PRON 6 nsubj:pass
will AUX 6 aux
be AUX 6 aux:pass
held VERB 2 acl:relcl
"""
VITAL = """
It PRON 3 expl
is AUX 3 cop
vital ADJ 0 root
to PART 5 mark
try VERB 3 {}
them PRON 5 obj
"""


def test_talks_that_will_be_held_are_planned() -> None:
    assert status_of_kind(parsed(HELD), 1, 2, "CONSULT", "happened") == "planned"


def test_what_is_called_vital_is_demanded() -> None:
    told = [
        status_of_kind(parsed(VITAL.format(r)), 4, 5, "ACCUSE", "planned")
        for r in ("csubj", "conj")
    ]
    assert told == ["demanded", "planned"]


FIRST = """
Orla PROPN 2 nsubj
{} VERB 0 root
the DET 5 det
first ADJ 5 amod
state NOUN 2 xcomp
to PART 7 mark
sign VERB 5 acl
it PRON 7 obj
"""


def test_who_becomes_the_first_to_sign_has_signed() -> None:
    told = [
        status_of_kind(parsed(FIRST.format(v)), 6, 7, "SUPPORT", "planned")
        for v in ("became", "seeks")
    ]
    assert told == ["happened", "planned"]
