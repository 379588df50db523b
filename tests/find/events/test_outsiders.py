"""Who deals with those that something was done to, and who took a town, told by the tree."""

import pytest

from parsed import parsed, report
from sayso.find.events.learned import learned_events
from sayso.find.events.parties import is_of_victims, is_outside, taken
from sayso.language.anchors import Anchor, Role

FREED = """
Orla PROPN 2 nsubj
freed VERB 0 root
monks NOUN 2 obj
{who} PRON 6 nsubj:pass
were AUX 6 aux:pass
kidnapped VERB 3 acl:relcl
{by} ADP 8 case
May PROPN 6 obl
"""
KILLED = """
Orla PROPN 2 nsubj
buried VERB 0 root
monks NOUN 2 obj
killed VERB 3 acl _ VerbForm=Part|Tense=Past
nearby ADV 4 advmod
"""
FELL = """
{what} PROPN 2 nsubj Location
fell VERB 0 root
to ADP 4 case
{whom} NOUN 2 obl
"""
LABELS = {"status": {"happened": 1.0}, "mode": {"none": 1.0}}


@pytest.mark.parametrize(
    ("table", "word", "outside"),
    [
        (FREED.format(who="who", by="in"), 5, True),
        (FREED.format(who="who", by="by"), 5, False),
        (KILLED, 3, True),
        (KILLED, 1, False),
        (KILLED.replace("Tense=Past", "Tense=Pres"), 3, False),
    ],
)
def test_who_frees_or_buries_somebody_is_not_who_harmed_him(
    table: str, word: int, *, outside: bool
) -> None:
    marks = [Anchor("event", word, word + 1, "ASSAULT", 0.9, (Role("actor", 0, 1, 0.9),), LABELS)]
    doc = parsed(table, {"event": marks})
    assert is_outside(doc, (word, word + 1), 0, 1) == outside
    (event,) = learned_events(doc)
    assert [s.text for s in event.actor] == ([] if outside else ["Orla"])


def test_who_frees_the_arrested_may_be_who_arrested_them() -> None:
    marks = [Anchor("event", 5, 6, "COERCE", 0.9, (Role("actor", 0, 1, 0.9),), LABELS)]
    (event,) = learned_events(parsed(FREED.format(who="who", by="in"), {"event": marks}))
    assert [s.text for s in event.actor] == ["Orla"]


def test_who_a_town_fell_to_took_it() -> None:
    roles = (Role("target", 3, 4, 0.9),)
    marks = [Anchor("event", 1, 2, "ASSAULT", 0.9, roles, LABELS)]
    (event,) = learned_events(parsed(FELL.format(what="Orla", whom="rebels"), {"event": marks}))
    assert [s.text for s in event.actor] == ["rebels"]
    assert [s.text for s in event.target] == ["Orla"]
    assert event.place is not None and event.place.text == "Orla"


@pytest.mark.parametrize(("what", "whom"), [("Bomb", "rebels"), ("Orla", "ground")])
def test_what_falls_to_the_ground_or_is_thrown_is_not_taken(what: str, whom: str) -> None:
    assert taken(parsed(FELL.format(what=what, whom=whom)), 1, 2) is None


HURT = """
Nine NUM 2 nummod
farmers NOUN 4 nsubj:pass _ Number=Plur
were AUX 4 aux:pass
hurt VERB 0 root
"""
THEY = """
They PRON 2 nsubj
shelled VERB 0 root
{whom} PRON 2 obj
"""


@pytest.mark.parametrize(("whom", "found"), [("us", "They"), ("it", "Nine farmers")])
def test_they_in_the_words_of_those_hit_are_not_those_hurt(whom: str, found: str) -> None:
    marks = [Anchor("event", 5, 6, "ASSAULT", 0.9, (Role("actor", 4, 5, 0.9),), LABELS)]
    doc = report(HURT, THEY.format(whom=whom), anchors={"event": marks})
    assert is_of_victims(doc, 4, 0, 2) == (whom == "us")
    (event,) = learned_events(doc)
    assert [s.text for s in event.actor] == [found]


LOST = """
Orla PROPN 2 nsubj Location
lost VERB 0 root
monks NOUN 2 obj
in ADP 5 case
{attack} NOUN 2 obl
{on} ADP 7 case
Lund PROPN 5 nmod Location
"""


@pytest.mark.parametrize(
    ("attack", "on", "found"),
    [("ambush", "near", []), ("ambush", "on", ["Orla"]), ("clashes", "with", ["Orla"])],
)
def test_who_loses_men_in_an_ambush_has_not_laid_it(attack: str, on: str, found: list[str]) -> None:
    marks = [Anchor("event", 4, 5, "ASSAULT", 0.9, (Role("actor", 0, 1, 0.9),), LABELS)]
    (event,) = learned_events(parsed(LOST.format(attack=attack, on=on), {"event": marks}))
    assert [s.text for s in event.actor] == found


HELD = """
Monks NOUN 3 nsubj:pass
were AUX 3 aux:pass
held VERB 0 root
in ADP 5 case
{raids} NOUN 3 obl
"""


@pytest.mark.parametrize(("raids", "found"), [("raids", []), ("clashes", ["Monks"])])
def test_those_who_are_held_in_raids_do_not_raid(raids: str, found: list[str]) -> None:
    marks = [Anchor("event", 4, 5, "ASSAULT", 0.9, (Role("actor", 0, 1, 0.9),), LABELS)]
    (event,) = learned_events(parsed(HELD.format(raids=raids), {"event": marks}))
    assert [s.text for s in event.actor] == found


SAVED = """
Orla PROPN 2 nsubj Location
{saved} VERB 0 root
monks NOUN 2 obj
but CCONJ 6 cc
nine NUM 6 nsubj
remain VERB 2 conj
in ADP 8 case
captivity NOUN 6 obl
"""


@pytest.mark.parametrize(("saved", "found"), [("rescued", []), ("jailed", ["Orla"])])
def test_who_saves_some_does_not_hold_the_others(saved: str, found: list[str]) -> None:
    marks = [Anchor("event", 7, 8, "COERCE", 0.9, (Role("actor", 0, 1, 0.9),), LABELS)]
    (event,) = learned_events(parsed(SAVED.format(saved=saved), {"event": marks}))
    assert [s.text for s in event.actor] == found


SPOKE = """
Nine NUM 2 nummod
farmers NOUN 3 nsubj _ Number=Plur
{verb} VERB 0 root
so ADV 3 advmod
"""


@pytest.mark.parametrize(("verb", "found"), [("said", "They"), ("left", "Nine farmers")])
def test_they_in_the_words_of_those_hit_are_not_who_spoke_before(verb: str, found: str) -> None:
    marks = [Anchor("event", 5, 6, "ASSAULT", 0.9, (Role("actor", 4, 5, 0.9),), LABELS)]
    doc = report(SPOKE.format(verb=verb), THEY.format(whom="us"), anchors={"event": marks})
    (event,) = learned_events(doc)
    assert [s.text for s in event.actor] == [found]
