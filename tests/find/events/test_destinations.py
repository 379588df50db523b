from __future__ import annotations

from tests.parsed import parsed

from sayso.find.events.destinations import destinations

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
