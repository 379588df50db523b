"""The words in and beside a trigger, and its doers, tell the mode of its event."""

from __future__ import annotations

from importlib.resources import files

import pytest

from parsed import parsed
from sayso.find.events.learned import learned_events
from sayso.find.events.modes import is_deadly_strike, is_mixed, is_unarmed, mode_of
from sayso.language.anchors import Anchor, Role
from sayso.language.word_lists import rows

BOTH = """
    Drone NOUN 4 compound
    and CCONJ 3 cc
    artillery NOUN 1 conj
    attacks NOUN 0 root
"""
POLICE = """
    Orla PROPN 2 nsubj
    sent VERB 0 root
    police NOUN 2 obj
"""


@pytest.mark.parametrize(
    ("words", "wanted"),
    [("drone", "drone"), ("suicide", "suicide-attack"), ("surprise", None)],
)
def test_a_word_beside_the_trigger_names_the_mode(words: str, wanted: str | None) -> None:
    doc = parsed(f"""
        A DET 3 det
        {words} NOUN 3 compound
        attack NOUN 0 root
    """)
    assert mode_of(doc, 2, 3, "ASSAULT") == wanted


def test_a_mode_belongs_to_its_type() -> None:
    doc = parsed("""
        drone NOUN 2 compound
        talks NOUN 0 root
    """)
    assert mode_of(doc, 1, 2, "CONSULT") is None


def test_who_does_it_tells_the_mode_where_the_trigger_is_plain() -> None:
    doc = parsed("""
        Gunmen NOUN 2 nsubj
        attacked VERB 0 root
        a DET 4 det
        village NOUN 2 obj
    """)
    doc[0].lemma_ = "gunman"
    assert mode_of(doc, 1, 2, "ASSAULT") is None
    assert mode_of(doc, 1, 2, "ASSAULT", [doc[0]]) == "firearms"
    assert mode_of(doc, 1, 2, "CONSULT", [doc[0]]) is None


def test_what_is_sent_or_yielded_tells_the_mode_and_what_is_attacked_does_not() -> None:
    sent = parsed(POLICE)
    assert mode_of(sent, 1, 2, "MOBILIZE") == "police"
    struck = parsed(POLICE.replace("sent", "hit").replace("police", "artillery"))
    assert mode_of(struck, 1, 2, "ASSAULT") is None


def test_who_blows_himself_up_makes_a_suicide_attack() -> None:
    doc = parsed("""
        One PRON 2 nsubj
        blew VERB 0 root
        himself PRON 2 obj
        up ADP 2 compound:prt
    """)
    assert mode_of(doc, 1, 4, "ASSAULT") == "suicide-attack"
    assert mode_of(doc, 1, 4, "PROTEST") is None


BLEW = """
{who} NOUN 2 nsubj
{verb} VERB 0 root
up ADP 2 compound:prt
bridges NOUN 2 obj
"""


def test_what_is_blown_up_is_blown_up_with_explosives() -> None:
    def told(verb: str, seen: str) -> str | None:
        return mode(BLEW.format(who="Rebels", verb=verb), 1, "ASSAULT", seen)

    assert told("blew", "aerial") == told("blow", "firearms") == told("blown", "none")
    assert told("blew", "aerial") == "explosives"
    assert told("blew", "destroy") == "destroy"
    assert told("shot", "firearms") == "firearms"
    table = BLEW.format(who="Rebels", verb="blew")
    assert mode(table.replace("bridges", "themselves"), 1, "ASSAULT", "none") == "suicide-attack"


def test_a_lemma_that_lost_its_e_is_known() -> None:
    doc = parsed("ston NOUN 0 root")
    assert mode_of(doc, 0, 1, "ASSAULT") == "primitive"


def test_two_weapons_in_a_row_leave_the_mode_open() -> None:
    doc = parsed(BOTH)
    assert is_mixed(doc, 3, 4, "ASSAULT")
    assert not is_mixed(doc, 3, 4, "CONSULT")
    assert mode(BOTH, 3, "ASSAULT", "drone") is None


def test_a_plain_word_goes_before_what_the_encoder_saw() -> None:
    assert mode(POLICE, 1, "MOBILIZE", "troops") == "police"
    assert mode(POLICE.replace("police", "gunmen"), 1, "MOBILIZE", "troops") == "troops"


def mode(table: str, word: int, kind: str, seen: str) -> str | None:
    labels = {"status": {"happened": 1.0}, "mode": {f"{kind}/{seen}": 1.0}}
    anchor = Anchor("event", word, word + 1, kind, 0.9, (), labels)
    (event,) = learned_events(parsed(table, {"event": [anchor]}))
    return event.mode


def test_the_words_of_modes_are_sorted_and_each_tells_one_mode_of_a_type() -> None:
    text = files("sayso.language").joinpath("data", "mode_words.tsv").read_text("utf-8")
    _, *lines = text.splitlines()
    assert lines == sorted(set(lines))
    assert len({row[:2] for row in rows("mode_words")}) == len(lines)


STRIKE_ON = """
The DET 2 det
strike NOUN 0 root
on ADP 4 case
Roe PROPN 2 nmod Person
"""


def test_a_strike_at_one_known_person_is_targeted() -> None:
    def told(table: str, word: int) -> str | None:
        roles = (Role("target", 3, 4, 0.9),)
        labels = {"status": {"happened": 1.0}, "mode": {"none": 1.0}}
        anchor = Anchor("event", word, word + 1, "ASSAULT", 0.9, roles, labels)
        (event,) = learned_events(parsed(table, {"event": [anchor]}))
        return event.mode

    assert told(STRIKE_ON, 1) == "targeted"
    assert told(STRIKE_ON.replace("strike", "murder"), 1) is None
    assert told(STRIKE_ON.replace("PROPN 2 nmod Person", "PROPN 2 nmod Location"), 1) is None


def test_tanks_that_are_sent_are_weapons_though_the_encoder_saw_troops() -> None:
    assert mode(POLICE.replace("police", "artillery"), 1, "MOBILIZE", "troops") == "weapons"


DEADLY = """
strikes NOUN 4 nsubj
on ADP 3 case
{what} NOUN 1 nmod {kind}
{left} VERB 0 root
dozens NOUN 4 obj
dead ADJ 4 xcomp
"""


def test_a_strike_on_something_that_left_dead_is_no_stoppage() -> None:
    def deadly(what: str, kind: str, left: str) -> bool:
        return is_deadly_strike(parsed(DEADLY.format(what=what, kind=kind, left=left)), 0, 1)

    assert deadly("markets", "_", "left")
    assert deadly("markets", "_", "killed")
    assert not deadly("Monday", "Date", "left")
    assert not deadly("railways", "_", "found")


@pytest.mark.parametrize(("verb", "mode"), [("backed", None), ("sent", "aerial")])
def test_what_only_backs_the_doers_tells_no_mode(verb: str, mode: str | None) -> None:
    doc = parsed(f"""
    Troops NOUN 5 nsubj
    {verb} VERB 1 acl
    by ADP 4 case
    helicopters NOUN 2 obl
    raided VERB 0 root
    """)
    doc[3].lemma_ = "helicopter"
    assert mode_of(doc, 4, 5, "ASSAULT", doc[0:4]) == mode


SENT = """
{who} NOUN 2 nsubj:pass
deployed VERB 0 root
with ADP 4 case
{arms} NOUN 1 nmod
"""


@pytest.mark.parametrize(
    ("who", "arms", "seen", "unarmed"),
    [
        ("monitor", "tents", "weapons", True),
        ("monitor", "gun", "weapons", False),
        ("monitor", "tents", "troops", False),
        ("tank", "tents", "weapons", False),
    ],
)
def test_monitors_are_no_weapons(who: str, arms: str, seen: str, unarmed: bool) -> None:
    doc = parsed(SENT.format(who=who, arms=arms))
    assert is_unarmed(doc, 1, 2, "MOBILIZE", seen) == unarmed
