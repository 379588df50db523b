"""Names of places that were marked as doers."""

import pytest

from parsed import parsed, report
from sayso.find.events.learned import learned_events
from sayso.find.events.place_names import is_place_hit, is_quarter
from sayso.language.anchors import Anchor, Role

HEADLINE = """
{name} PROPN 2 compound Location
shelling NOUN 3 nsubj
resumes VERB 0 root
"""
ELSEWHERE = """
Nobody NOUN 2 nsubj
slept VERB 0 root
{word} ADP 4 case
{name} PROPN 2 obl Location
"""
QUARTER = """
Clashes NOUN 2 nsubj
shook VERB 0 root
Aden PROPN 2 obj Location
North PROPN 3 nmod
"""
CARRYING = """
Roe PROPN 2 nsubj Person
warned VERB 0 root
vans NOUN 2 obj
carrying VERB 3 acl
arms NOUN 4 obj
"""
LABELS = {"status": {"happened": 1.0}, "mode": {"none": 1.0}}


@pytest.mark.parametrize(
    ("name", "word", "hit"),
    [("Brest", "in", True), ("Brest", "with", False), ("Peru", "in", False)],
)
def test_a_town_before_an_attack_is_its_place_where_the_report_tells_what_was_in_it(
    name: str, word: str, *, hit: bool
) -> None:
    marks = [Anchor("event", 1, 2, "ASSAULT", 0.9, (Role("actor", 0, 1, 0.9),), LABELS)]
    tables = HEADLINE.format(name=name), ELSEWHERE.format(name=name, word=word)
    doc = report(*tables, anchors={"event": marks})
    assert is_place_hit(doc, (1, 2), 0, 1) == hit
    (event,) = learned_events(doc)
    assert [s.text for s in event.actor] == ([] if hit else [name])
    assert (event.place and event.place.text) == (name if hit else None)


def test_a_quarter_behind_the_name_of_its_town_is_no_party_and_goes_with_the_town() -> None:
    roles = (Role("actor", 3, 4, 0.6), Role("place", 2, 3, 0.9))
    doc = parsed(QUARTER, {"event": [Anchor("event", 0, 1, "ASSAULT", 0.9, roles, LABELS)]})
    (event,) = learned_events(doc)
    assert is_quarter(doc, 3, 4) and not is_quarter(doc, 2, 3)
    assert event.actor == ()
    assert event.place is not None and event.place.text == "Aden North"


def test_what_a_party_does_stands_for_the_party() -> None:
    roles = (Role("actor", 0, 1, 0.9), Role("target", 3, 4, 0.6))
    doc = parsed(CARRYING, {"event": [Anchor("event", 1, 2, "THREATEN", 0.9, roles, LABELS)]})
    (event,) = learned_events(doc)
    assert [s.text for s in event.target] == ["vans"]
