"""Parties that the tree gives to something else are left out, those in a row are named all."""

from __future__ import annotations

import pytest
from tests.parsed import parsed

from sayso.find.events.belonging import of_event, without_places
from sayso.find.events.events import find_events
from sayso.language.anchors import Anchor, Role
from sayso.record.findings import Event

ROW = """
Rebels NOUN 2 nsubj
shot VERB 0 root
monks NOUN 2 obj
·, PUNCT 5 punct
beat VERB 2 conj
nuns NOUN 5 obj
and CCONJ 8 cc
burnt VERB 2 conj
homes NOUN 8 obj
"""
INVITED = """
Roe PROPN 3 nsubj:pass Person
was AUX 3 aux:pass
invited VERB 0 root
by ADP 5 case
Lund PROPN 3 obl:agent Person
to PART 7 mark
visit VERB 3 xcomp
Orla PROPN 7 obj Location
"""
PACT = """
Parties NOUN 6 nsubj
to ADP 5 case
the DET 5 det
peace NOUN 5 compound
pact NOUN 1 nmod
met VERB 0 root
"""
OWNED = """
Orla PROPN 6 nsubj Location
·, PUNCT 3 punct
warning VERB 1 acl
its PRON 5 nmod:poss
citizens NOUN 3 obj
condemned VERB 0 root
raids NOUN 6 obj
"""
FAR = """
Orla PROPN 2 nsubj Location
claims VERB 0 root
that SCONJ 6 mark
its PRON 5 nmod:poss
jets NOUN 6 nsubj
rejected VERB 2 ccomp
orders NOUN 6 obj
"""
OFFICE = """
Roe PROPN 6 nsubj Person
·, PUNCT 5 punct
Orla PROPN 5 compound Location
's PART 3 case
envoy NOUN 1 appos
left VERB 0 root
"""
BOTH = """
Orla PROPN 4 nsubj
and CCONJ 3 cc
Brest PROPN 1 conj
condemned VERB 0 root
raids NOUN 4 obj
"""
HOUSE = """
Shells NOUN 2 nsubj
hit VERB 0 root
a DET 4 det
house NOUN 2 obj
in ADP 6 case
Orla PROPN 4 nmod Location
·, PUNCT 8 punct
killing VERB 2 advcl
monks NOUN 8 obj
"""


POLLED = """
40 NUM 2 nummod
percent NOUN 3 nsubj
back VERB 0 root
talks NOUN 3 obj
near ADP 7 case
Lund PROPN 7 compound Location
region NOUN 3 obl
"""


TOLD = """
Orla PROPN 2 nsubj Location
told VERB 0 root
rebels NOUN 2 iobj
to PART 5 mark
leave VERB 2 xcomp
"""


def marked(
    table: str,
    at: int,
    kind: str,
    role: str,
    *ranges: tuple[int, int],
    others: tuple[int, ...] = (),
) -> list[str]:
    roles = tuple(Role(role, a, b, 0.9) for a, b in ranges)
    anchor = Anchor("event", at, at + 1, kind, 0.9, roles)
    also = [Anchor("event", i, i + 1, "ASSAULT", 0.9) for i in others]
    doc = parsed(table, {"event": [anchor, *also]})
    found = of_event(doc, anchor, role)
    return [" ".join(t.text for t in doc[r.start : r.end]) for r in found]


def test_what_another_verb_of_a_row_is_done_to_does_nothing() -> None:
    assert marked(ROW, 4, "ASSAULT", "actor", (0, 1), (2, 3)) == ["Rebels"]
    assert marked(ROW, 4, "CONSULT", "actor", (0, 1), (2, 3)) == ["Rebels", "monks"]


def test_an_attack_of_a_row_has_its_own_target_where_the_others_are_events() -> None:
    assert marked(ROW, 4, "ASSAULT", "target", (5, 6), (8, 9), others=(7,)) == ["nuns"]
    assert marked(ROW, 4, "ASSAULT", "target", (5, 6), (8, 9)) == ["nuns", "homes"]


def test_who_only_asks_for_an_act_does_not_do_it() -> None:
    assert marked(INVITED, 6, "CONSULT", "actor", (0, 1), (4, 5)) == ["Roe"]
    assert marked(INVITED, 2, "REQUEST", "actor", (4, 5)) == ["Lund"]
    assert marked(TOLD, 4, "RETREAT", "actor", (0, 1), (2, 3)) == ["rebels"]
    assert marked(TOLD, 4, "RETREAT", "actor", (0, 1)) == []


def test_what_only_tells_which_party_is_meant_is_none() -> None:
    assert marked(PACT, 5, "CONSULT", "actor", (0, 1), (4, 5)) == ["Parties"]
    table = PACT.replace("to ADP", "with ADP")
    assert marked(table, 5, "CONSULT", "actor", (0, 1), (4, 5)) == ["Parties", "pact"]


def test_a_possessive_of_another_phrase_is_no_target() -> None:
    assert marked(OWNED, 5, "ACCUSE", "target", (3, 4)) == []
    assert marked(OWNED, 2, "THREATEN", "target", (3, 4)) == ["its"]


def test_the_subject_of_a_verb_goes_before_that_of_another() -> None:
    assert marked(FAR, 5, "REJECT", "actor", (0, 1), (4, 5)) == ["jets"]
    assert marked(FAR, 5, "REJECT", "actor", (0, 1)) == ["Orla"]
    table = FAR.replace("jets NOUN", "they PRON")
    assert marked(table, 5, "REJECT", "actor", (0, 1), (4, 5)) == ["Orla", "they"]


def test_a_person_told_by_name_and_by_office_is_one() -> None:
    assert marked(OFFICE, 5, "RETREAT", "actor", (0, 1), (2, 5)) == ["Roe , Orla 's envoy"]
    table = OFFICE.replace("envoy NOUN", "Vik PROPN").replace("1 appos", "1 appos Person")
    assert len(marked(table, 5, "RETREAT", "actor", (0, 1), (2, 5))) == 2


def test_who_stands_in_a_row_with_a_doer_does_it_too() -> None:
    assert marked(BOTH, 3, "ACCUSE", "actor", (2, 3)) == ["Orla", "Brest"]
    assert marked(BOTH.replace("and CCONJ", "or CCONJ"), 3, "ACCUSE", "actor", (2, 3)) == ["Brest"]
    assert marked(BOTH, 3, "ACCUSE", "target", (4, 5)) == ["raids"]
    table = BOTH.replace("Brest PROPN 1 conj\n", "Brest PROPN 1 conj\nnot PART 3 advmod\n")
    table = table.replace("4", "5")
    assert marked(table, 4, "ACCUSE", "actor", (0, 1)) == ["Orla"]


def test_a_place_beside_who_or_what_was_hit_in_it_is_no_target() -> None:
    def hit(table: str, *ranges: tuple[int, int]) -> list[int]:
        roles = tuple(Role("target", a, b, 0.9) for a, b in ranges)
        anchor = Anchor("event", 1, 2, "ASSAULT", 0.9, roles)
        return [r.start for r in without_places(parsed(table), roles, anchor)]

    assert hit(HOUSE, (3, 4), (5, 6)) == [3]
    assert hit(HOUSE, (5, 6), (8, 9)) == [8]
    assert hit(HOUSE.replace("in ADP", "from ADP"), (3, 4), (5, 6)) == [3, 5]


def _found(table: str, at: int, kind: str, *roles: Role) -> list[Event]:
    labels = {"status": {"happened": 1.0}, "mode": {"none": 1.0}}
    anchor = Anchor("event", at, at + 1, kind, 0.9, roles, labels)
    return list(find_events(parsed(table, {"event": [anchor]}), ()))


def test_what_a_share_of_people_thinks_is_no_event() -> None:
    assert not _found(POLLED, 2, "SUPPORT", Role("actor", 0, 2, 0.9))
    assert _found(POLLED, 2, "PROTEST", Role("actor", 0, 2, 0.9))
    assert _found(POLLED.replace("percent", "monks"), 2, "SUPPORT", Role("actor", 0, 2, 0.9))


def test_a_place_has_the_noun_that_its_last_word_is_a_piece_of() -> None:
    (event,) = _found(POLLED, 2, "PROTEST", Role("place", 5, 6, 0.9))
    assert event.place is not None and event.place.text == "Lund region"
    (event,) = _found(
        POLLED.replace("Lund PROPN", "the DET"), 2, "PROTEST", Role("place", 5, 6, 0.9)
    )
    assert event.place is None


def test_a_place_that_is_no_target_is_where_it_was() -> None:
    roles = Role("target", 5, 6, 0.9), Role("target", 8, 9, 0.9)
    (event,) = _found(HOUSE, 1, "ASSAULT", *roles)
    assert [t.text for t in event.target] == ["monks"]
    assert event.place is not None and event.place.text == "Orla"


FREED = """
Two NUM 3 nsubj:pass
were AUX 3 aux:pass
killed VERB 0 root
and CCONJ 7 cc
six NUM 6 nummod
captives NOUN 7 nsubj
{verb} VERB 3 {joint}
"""


@pytest.mark.parametrize(("joint", "found"), [("conj", ["Two"]), ("acl", ["Two", "captives"])])
def test_the_subject_of_a_joined_verb_is_no_target_of_the_first(
    joint: str, found: list[str]
) -> None:
    doc = parsed(FREED.format(verb="freed", joint=joint))
    roles = (Role("target", 0, 1, 0.9), Role("target", 5, 6, 0.9))
    anchor = Anchor("event", 2, 3, "ASSAULT", 0.9, roles, {})
    assert [doc[r.start : r.end].text for r in of_event(doc, anchor, "target")] == found
