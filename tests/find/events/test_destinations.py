from __future__ import annotations

from tests.parsed import parsed

from sayso.find.events.destinations import destinations, is_left

TWO = """
She PRON 2 nsubj
flew VERB 0 root
from ADP 4 case
Riga PROPN 2 obl Location
to ADP 6 case
Orla PROPN 2 obl Location
on ADP 8 case
Friday PROPN 2 obl Date
and CCONJ 11 cc
to ADP 11 case
Brest PROPN 8 conj Location
"""
ONE_PLACE_TWO_NAMES = """
He PRON 2 nsubj
travelled VERB 0 root
to ADP 4 case
Orla PROPN 2 obl Location
and CCONJ 6 cc
Brest PROPN 4 conj Location
with ADP 8 case
officials NOUN 2 obl
from ADP 10 case
Minsk PROPN 8 nmod Location
"""


def test_a_journey_leads_to_what_stands_behind_to_and_not_from() -> None:
    assert [s.text for s in destinations(parsed(TWO), 1, 2)] == ["Orla", "Brest"]


def test_places_that_are_joined_to_a_destination_are_destinations() -> None:
    found = destinations(parsed(ONE_PLACE_TWO_NAMES), 1, 2)
    assert [s.text for s in found] == ["Orla", "Brest"]


ROW_OF_DAYS = """
Roe PROPN 3 nsubj Person
will AUX 3 aux
visit VERB 0 root
Riga PROPN 3 obj Location
on ADP 6 case
Monday PROPN 3 obl Date
·, PUNCT 8 punct
Orla PROPN 6 conj Location
on ADP 10 case
Tuesday PROPN 3 obl Date
and CCONJ 12 cc
Brest PROPN 6 conj Location
on ADP 14 case
Friday PROPN 3 obl Date
"""
DUE = """
Roe PROPN 5 nsubj Person
is AUX 5 cop
due ADJ 5 case
in ADP 5 case
Riga PROPN 0 root Location
on ADP 7 case
Monday PROPN 5 obl Date
and CCONJ 10 cc
in ADP 10 case
Orla PROPN 5 conj Location
and CCONJ 14 cc
was AUX 14 cop
in ADP 14 case
Brest PROPN 5 conj Location
"""
LEFT = """
Roe PROPN 2 nsubj Person
left VERB 0 root
Riga PROPN 2 obj Location
for ADP 5 case
Orla PROPN 2 obl Location
on ADP 8 case
a DET 8 det
flight NOUN 2 obl
out ADP 11 case
of ADP 11 case
Brest PROPN 8 nmod Location
"""


def test_each_of_a_row_of_places_with_their_days_is_a_destination() -> None:
    assert [s.text for s in destinations(parsed(ROW_OF_DAYS), 2, 3)] == ["Riga", "Orla", "Brest"]


def test_who_is_due_in_two_places_goes_to_both_but_not_where_he_was() -> None:
    assert [s.text for s in destinations(parsed(DUE), 2, 3)] == ["Riga", "Orla"]


def test_a_place_is_left_behind_from_and_out_of_and_where_another_is_left_for() -> None:
    doc = parsed(LEFT)
    assert [is_left(doc, (1, 2), i, i + 1) for i in (2, 4)] == [True, False]
    assert is_left(doc, (7, 8), 10, 11)
    assert not is_left(doc, (4, 5), 10, 11)
    assert not is_left(parsed(LEFT.replace("for ADP", "with ADP")), (1, 2), 2, 3)
    assert is_left(parsed(TWO), (1, 2), 3, 4)
