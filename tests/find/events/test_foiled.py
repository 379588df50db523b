"""Who foils an attack does not do it; what is taken from the attackers is seized."""

from __future__ import annotations

import pytest
from tests.parsed import parsed

from sayso.find.events.foiled import is_foiler, is_of_booty
from sayso.find.events.learned import learned_events
from sayso.language.anchors import Anchor, Role
from sayso.record.findings import Event

FOILED = """
Guards NOUN 2 nsubj
{verb} VERB 0 root
{what} NOUN 2 obj
by ADP 5 case
rebels NOUN 3 nmod
to PART 7 mark
abduct VERB 3 acl
Roe PROPN 7 obj Person
"""
REPELLED = """
Guards NOUN 2 nsubj
repelled VERB 0 root
raids NOUN 2 obj
by ADP 5 case
rebels NOUN 3 nmod
, PUNCT 7 punct
{verb} VERB 2 advcl
{what} NOUN 7 obj
"""
ROW = """
Guards NOUN 2 nsubj
captured VERB 0 root
{one} NOUN 2 obj
and CCONJ 5 cc
{two} NOUN 3 conj
"""


def event(table: str, at: int, kind: str, mode: str) -> Event:
    roles = (Role("actor", 0, 1, 0.9), Role("actor", 4, 5, 0.9))
    labels = {"status": {"happened": 1.0}, "mode": {mode: 1.0}}
    anchor = Anchor("event", at, at + 1, kind, 0.9, roles, labels)
    (found,) = learned_events(parsed(table, {"event": [anchor]}))
    return found


@pytest.mark.parametrize(
    ("verb", "doers"), [("foiled", ["rebels"]), ("joined", ["Guards", "rebels"])]
)
def test_who_foils_a_plot_is_no_doer_of_it(verb: str, doers: list[str]) -> None:
    found = event(FOILED.format(verb=verb, what="plots"), 6, "ASSAULT", "none")
    assert [s.text for s in found.actor] == doers


def test_who_foils_is_told_by_the_verb_over_the_attack_or_the_plot() -> None:
    doc = parsed(FOILED.format(verb="foiled", what="plots"))
    assert is_foiler(doc[6], doc[0])
    assert is_foiler(doc[2], doc[0])
    assert not is_foiler(doc[2], doc[4])
    beaten = parsed("Guards NOUN 2 nsubj\nbeat VERB 0 root\nback ADV 2 advmod\nraids NOUN 2 obj")
    assert is_foiler(beaten[3], beaten[0])
    fought = parsed("Guards NOUN 2 nsubj\nbeat VERB 0 root\nhard ADV 2 advmod\nraids NOUN 2 obj")
    assert not is_foiler(fought[3], fought[0])


def test_what_goes_with_a_repelled_attack_is_done_by_who_repels_it() -> None:
    found = event(
        REPELLED.format(verb="capturing", what="weaponry"), 6, "ASSAULT", "ASSAULT/abduct"
    )
    assert [s.text for s in found.actor] == ["Guards"]
    assert (found.type, found.mode) == ("COERCE", "seize")
    taken = event(REPELLED.format(verb="capturing", what="monks"), 6, "ASSAULT", "ASSAULT/abduct")
    assert (taken.type, taken.mode) == ("ASSAULT", "abduct")


def test_a_foiled_attack_has_not_been_done() -> None:
    table = "Guards NOUN 2 nsubj\nfoiled VERB 0 root\nraids NOUN 2 obj"
    labels = {"status": {"happened": 1.0}, "mode": {"none": 1.0}}
    anchor = Anchor("event", 2, 3, "ASSAULT", 0.9, (), labels)
    (found,) = learned_events(parsed(table, {"event": [anchor]}))
    assert found.status == "negated"


@pytest.mark.parametrize(
    ("one", "two", "booty"),
    [("tanks", "rifles", True), ("tanks", "monks", False), ("towns", "tanks", False)],
)
def test_arms_and_vehicles_alone_are_booty(one: str, two: str, booty: bool) -> None:
    doc = parsed(ROW.format(one=one, two=two))
    for noun in (doc[2], doc[4]):
        noun.lemma_ = noun.text.removesuffix("s")
    assert is_of_booty(doc, 1, 2) == booty


SAID_IT = """
The DET 2 det
army NOUN 3 nsubj
said VERB 0 root
it PRON 5 nsubj
repelled VERB 3 ccomp
raids NOUN 5 obj
"""


def test_it_who_foils_is_whoever_it_stands_for() -> None:
    doc = parsed(SAID_IT, links={"coref": {3: (1, 0.9)}})
    assert is_foiler(doc[5], doc[1])


OFF = """
Looters NOUN 2 nsubj
made VERB 0 root
{off} ADP 2 compound:prt
with ADP 6 case
six NUM 6 nummod
{what} NOUN 2 obl
"""


@pytest.mark.parametrize(
    ("off", "what", "booty"),
    [("off", "truck", True), ("off", "girl", False), ("do", "truck", False)],
)
def test_who_makes_off_with_things_seizes_them(off: str, what: str, booty: bool) -> None:
    doc = parsed(OFF.format(off=off, what=what))
    assert is_of_booty(doc, 1, 2) == booty


KILLING = """
Guards NOUN 2 nsubj
{verb} VERB 0 root
attacks NOUN 2 obj
, PUNCT 5 punct
killing VERB 2 advcl
nine NUM 7 nummod
rebels NOUN 5 obj
"""


@pytest.mark.parametrize(("verb", "whom"), [("repelled", []), ("staged", ["nine rebels"])])
def test_those_killed_by_who_repels_their_attack_are_not_attacked(
    verb: str, whom: list[str]
) -> None:
    labels = {"status": {"happened": 1.0}, "mode": {"none": 1.0}}
    mark = Anchor("event", 2, 3, "ASSAULT", 0.9, (Role("target", 5, 7, 0.9),), labels)
    (found,) = learned_events(parsed(KILLING.format(verb=verb), {"event": [mark]}))
    assert [s.text for s in found.target] == whom
