"""Modes that plain words tell more surely than the encoder, or beside what was used."""

from __future__ import annotations

import pytest
from tests.parsed import parsed

from sayso.find.events.modes import mode_of, sure_mode
from sayso.language.anchors import Anchor

BOMB = """
{one} NOUN 3 compound
{two} NOUN 3 compound
{what} NOUN 4 nsubj
hit VERB 0 root
troops NOUN 4 obj
"""
TALKS = """
talks NOUN 5 nsubj:pass
{verb} VERB 1 acl
by ADP 4 case
Orla PROPN 2 obl:agent Location
held VERB 0 root
"""
FIRE = """
Monks NOUN 2 nsubj:pass
hit VERB 0 root
by ADP 5 case
{what} NOUN 5 compound
fire NOUN 2 obl:agent
"""


@pytest.mark.parametrize(
    ("one", "two", "what", "seen", "mode"),
    [
        ("suicide", "car", "bomb", "explosives", "suicide-attack"),
        ("a", "roadside", "bomb", "heavy-weapons", "explosives"),
        ("a", "land", "mine", "heavy-weapons", "explosives"),
        ("a", "mortar", "bomb", "heavy-weapons", None),
        ("a", "roadside", "bomb", "targeted", None),
    ],
)
def test_what_lies_or_is_worn_is_no_heavy_weapon(
    one: str, two: str, what: str, seen: str, mode: str | None
) -> None:
    doc = parsed(BOMB.format(one=one, two=two, what=what))
    assert sure_mode(doc, 3, 4, "ASSAULT", seen) == mode


def test_torture_is_torture_whatever_was_used() -> None:
    doc = parsed("Guards NOUN 2 nsubj\ntortured VERB 0 root\nmonks NOUN 2 obj")
    assert sure_mode(doc, 1, 2, "ASSAULT", "primitive") == "torture"


@pytest.mark.parametrize(("verb", "mode"), [("brokered", "third-party"), ("praised", None)])
def test_talks_that_somebody_brokers_have_a_third_party(verb: str, mode: str | None) -> None:
    doc = parsed(TALKS.format(verb=verb))
    assert sure_mode(doc, 0, 1, "CONSULT", "none") == mode
    assert sure_mode(doc, 0, 1, "CONSULT", "multilateral") is None


def test_talks_whose_mediation_is_an_event_of_its_own_have_none() -> None:
    own = Anchor("event", 1, 2, "CONSULT", 0.9, (), {})
    doc = parsed(TALKS.format(verb="mediated"), {"event": [own]})
    assert sure_mode(doc, 0, 1, "CONSULT", "none") is None


@pytest.mark.parametrize(("what", "mode"), [("artillery", "heavy-weapons"), ("camp", None)])
def test_what_is_used_tells_the_mode_by_the_word_before_it(what: str, mode: str | None) -> None:
    assert mode_of(parsed(FIRE.format(what=what)), 1, 2, "ASSAULT") == mode


@pytest.mark.parametrize(
    ("what", "entity", "mode"),
    [("airport", "_", "seize"), ("Orla", "Location", "seize"), ("monks", "_", None)],
)
def test_a_place_that_is_held_is_seized(what: str, entity: str, mode: str | None) -> None:
    doc = parsed(f"""
    Rebels NOUN 2 nsubj
    hold VERB 0 root
    {what} NOUN 2 obj {entity}
    """)
    assert sure_mode(doc, 1, 2, "COERCE", "arrest") == mode
