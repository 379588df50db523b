"""Gifts, those who go somewhere and holders are no targets; an object pronoun is no subject."""

from __future__ import annotations

import pytest
from tests.parsed import parsed

from sayso.find.events.belonging import of_event
from sayso.find.events.learned import learned_events
from sayso.find.events.parties import is_called, is_load, is_own_subject, struck
from sayso.find.events.targets import apart, blamed, fitting, released_held, turned
from sayso.language.anchors import Anchor, Role
from sayso.language.spans import span_of
from sayso.record.findings import Event

GAVE = """
Orla PROPN 2 nsubj
gave VERB 0 root
Brest PROPN 2 iobj
trucks NOUN 2 obj
"""
SENT = """
Orla PROPN 2 nsubj
sent VERB 0 root
trucks NOUN 2 obj
to ADP 5 case
Brest PROPN 2 obl
"""
INTRUDED = """
Boats NOUN 2 nsubj
intruded VERB 0 root
"""
VETO = """
Orla PROPN 2 nsubj
threatens VERB 0 root
to PART 4 mark
veto VERB 2 xcomp
it PRON 4 obj
"""
THEY_BEAT = """
Orla PROPN 2 nsubj Location
said VERB 0 root
it PRON 4 nsubj
left VERB 2 ccomp
it PRON 4 obj
"""
BEATEN = """
he PRON 3 nsubj:pass
was AUX 3 aux:pass
beaten VERB 0 root
"""


def test_what_is_given_is_no_target_where_the_receiver_is_told() -> None:
    for table, given, to in ((GAVE, 3, 2), (SENT, 2, 4)):
        doc = parsed(table)
        thing, receiver = (span_of(doc, i, i + 1) for i in (given, to))
        assert fitting(doc, 1, 2, "AID", (thing, receiver)) == (receiver,)
        assert fitting(doc, 1, 2, "AID", (thing,)) == (thing,)


def test_who_goes_where_he_may_not_is_the_doer() -> None:
    doc = parsed(INTRUDED)
    boats = (span_of(doc, 0, 1),)
    assert turned(doc, 1, 2, boats) == (boats, ())
    doc = parsed(INTRUDED.replace("intruded", "closed"))
    assert turned(doc, 1, 2, boats) == ((), boats)


def test_a_release_is_of_those_held_and_not_of_who_holds_them() -> None:
    doc = parsed("Rebels NOUN 2 nsubj\nhold VERB 0 root\nnurses NOUN 2 obj\nrelease NOUN 0 root")
    rebels, hold, nurses, release = (span_of(doc, i, i + 1) for i in range(4))
    held = Event("", hold, "ASSAULT", mode="abduct", actor=(rebels,), target=(nurses,))
    freed = Event("", release, "RETREAT", mode="release", target=(rebels,))
    assert released_held([held, freed])[1].target == (nurses,)
    assert released_held([freed])[0].target == (rebels,)


def test_an_object_pronoun_does_not_stand_for_the_subject_of_its_verb() -> None:
    doc = parsed(VETO)
    assert is_own_subject(doc[4], 0, 1)
    assert not is_own_subject(doc[0], 0, 1)


def test_two_pronouns_of_one_verb_stand_for_two() -> None:
    doc = parsed(THEY_BEAT)
    assert is_own_subject(doc[4], 0, 1)
    assert not is_own_subject(doc[2], 0, 1)


def test_a_person_who_was_attacked_is_struck_and_a_thing_is_not() -> None:
    doc = parsed(BEATEN)
    hit = struck(doc, 2, 3, "ASSAULT")
    assert hit is not None and hit.text == "he"
    assert struck(parsed(BEATEN.replace("he PRON", "shots NOUN")), 2, 3, "ASSAULT") is None


BLAMED = """
raids NOUN 0 root
{verb} VERB 1 acl
on ADP 4 case
rebels NOUN 2 obl
"""


def test_a_deed_is_blamed_on_somebody() -> None:
    doc = parsed(BLAMED.format(verb="blamed"))
    assert blamed(doc, 1, 2) == doc[3]
    assert blamed(parsed(BLAMED.format(verb="fought")), 1, 2) is None


NAMED = """
Orla PROPN 2 nsubj Location
{verb} VERB 0 root
it PRON 2 obj
{what} NOUN 2 xcomp
"""


def test_what_somebody_calls_it_may_be_any_happening() -> None:
    assert is_called(parsed(NAMED.format(verb="called", what="crimes"))[2])
    assert not is_called(parsed(NAMED.format(verb="left", what="crimes"))[2])


def test_a_thing_that_did_harm_is_no_doer() -> None:
    assert is_load(parsed("a DET 2 det\nvan NOUN 3 nsubj\nexploded VERB 0 root")[1])
    assert not is_load(parsed("an DET 2 det\narmy NOUN 3 nsubj\nfired VERB 0 root")[1])
    assert not is_load(parsed("Orlan ADJ 2 amod NORP\ndrone NOUN 3 nsubj\nhit VERB 0 root")[1])


KILLED = """
Drones NOUN 2 nsubj
{verb} VERB 0 root
chiefs NOUN 2 obj
in ADP 5 case
strikes NOUN 2 obl
on ADP 9 case
Orla PROPN 9 nmod:poss Location
·'s PART 7 case
{area} NOUN 5 nmod
"""


@pytest.mark.parametrize(
    ("verb", "area", "hit"),
    [
        ("killed", "outskirts", ["chiefs"]),
        ("killed", "clinics", ["chiefs", "Orla's clinics"]),
        ("praised", "outskirts", ["chiefs", "Orla's outskirts"]),
    ],
)
def test_who_is_killed_in_a_strike_on_an_area_is_hit_there(
    verb: str, area: str, hit: list[str]
) -> None:
    roles = (Role("target", 2, 3, 0.9), Role("target", 6, 9, 0.9))
    labels = {"status": {"happened": 1.0}, "mode": {"none": 1.0}}
    anchor = Anchor("event", 4, 5, "ASSAULT", 0.9, roles, labels)
    doc = parsed(KILLED.format(verb=verb, area=area), {"event": [anchor]})
    (event,) = learned_events(doc)
    assert [s.text for s in event.target] == hit


def test_nobody_does_to_himself_what_he_does() -> None:
    doc = parsed("""
        Orla PROPN 2 nsubj
        approved VERB 0 root
        plans NOUN 2 obj
        by ADP 5 case
        Orla PROPN 3 nmod
        Lund PROPN 5 conj
    """)
    first, again, other = (span_of(doc, i, i + 1) for i in (0, 4, 5))
    assert apart((first,), (again, other)) == (other,)
    assert apart((first, other), (again, other)) == (again, other)


CALLS = """
calls NOUN 0 root
for ADP 4 case
{adjective} ADJ 4 amod NORP
{act} NOUN 1 nmod _ Number={number}
"""


@pytest.mark.parametrize(
    ("act", "number", "found"), [("withdrawal", "Sing", []), ("monks", "Plur", [2])]
)
def test_whose_act_is_called_for_is_not_called_upon(
    act: str, number: str, found: list[int]
) -> None:
    doc = parsed(CALLS.format(adjective="Orlan", act=act, number=number))
    for name in ("actor", "target"):
        anchor = Anchor("event", 0, 1, "REQUEST", 0.9, (Role(name, 2, 3, 0.9),), {})
        assert [r.start for r in of_event(doc, anchor, name)] == found


WARNED = """
Orla PROPN 2 nsubj Location
warned VERB 0 root
Lund PROPN 2 iobj Location
that SCONJ 7 mark
Brest PROPN 7 nsubj Location
would AUX 7 aux
quit VERB 2 ccomp
"""


def test_who_is_to_carry_out_a_threat_is_not_threatened() -> None:
    doc = parsed(WARNED)
    lund, brest = span_of(doc, 2, 3), span_of(doc, 4, 5)
    assert fitting(doc, 1, 2, "THREATEN", (lund, brest)) == (lund,)
    assert fitting(doc, 1, 2, "REQUEST", (brest,)) == (brest,)
    facing = parsed(WARNED.replace("quit", "suffer"))
    assert fitting(facing, 1, 2, "THREATEN", (brest,)) == (brest,)
