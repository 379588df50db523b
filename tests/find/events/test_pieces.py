from __future__ import annotations

from tests.parsed import parsed

from sayso.find.events.pieces import whole_triggers
from sayso.language.spans import span_of
from sayso.record.findings import Event
from sayso.record.vocabulary import EventType

WALK_OUT = """
Teachers NOUN 2 nsubj
walk VERB 0 root
out ADV 2 compound:prt
"""
AIR_STRIKE = """
The DET 3 det
air NOUN 3 compound
strike NOUN 4 nsubj
killed VERB 0 root
"""
TWO = """
They PRON 2 nsubj
marched VERB 0 root
shouting VERB 2 advcl
"""


def triggers(table: str, types: tuple[EventType, EventType]) -> list[tuple[str, str]]:
    doc = parsed(table)
    events = [Event("", span_of(doc, n, n + 1), kind) for n, kind in enumerate(types, 1)]
    return [(e.trigger.text, e.type) for e in whole_triggers(doc, events)]


def test_two_triggers_that_are_pieces_of_one_compound_are_one_as_its_head_says() -> None:
    assert triggers(WALK_OUT, ("PROTEST", "RETREAT")) == [("walk out", "PROTEST")]
    assert triggers(AIR_STRIKE, ("ASSAULT", "ASSAULT")) == [("air strike", "ASSAULT")]


def test_an_adjective_of_the_same_type_is_a_piece_of_its_noun() -> None:
    general = AIR_STRIKE.replace("air NOUN 3 compound", "general ADJ 3 amod")
    assert triggers(general, ("PROTEST", "PROTEST")) == [("general strike", "PROTEST")]


def test_neighbouring_triggers_of_their_own_stay_two() -> None:
    told = [("marched", "PROTEST"), ("shouting", "ASSAULT")]
    assert triggers(TWO, ("PROTEST", "ASSAULT")) == told
    told = [("air", "COERCE"), ("strike", "ASSAULT")]
    assert triggers(AIR_STRIKE, ("COERCE", "ASSAULT")) == told


APART = """
One PRON 2 nsubj
blew VERB 0 root
himself PRON 2 obj
up ADP 2 compound:prt
"""


def marked(table: str, *ranges: tuple[int, int]) -> list[str]:
    doc = parsed(table)
    events = [Event("", span_of(doc, a, b), "ASSAULT") for a, b in ranges]
    return [e.trigger.text for e in whole_triggers(doc, events)]


def test_a_particle_alone_goes_with_its_verb_unless_that_is_marked_itself() -> None:
    assert marked(APART, (3, 4)) == ["blew himself up"]
    assert marked(APART, (1, 2), (3, 4)) == ["blew"]
    assert marked(WALK_OUT, (1, 2), (2, 3)) == ["walk out"]


def test_an_article_alone_names_no_happening() -> None:
    assert marked(AIR_STRIKE, (0, 1), (3, 4)) == ["killed"]
    assert marked(AIR_STRIKE, (0, 3)) == ["The air strike"]


CONTACT = """
The DET 2 det
envoy NOUN 5 nsubj
is AUX 5 cop
in ADP 5 case
contact NOUN 0 root
"""


def test_a_word_that_only_serves_another_gives_way_to_it_but_to_no_name() -> None:
    assert marked(CONTACT, (3, 4)) == ["contact"]
    assert marked(CONTACT, (2, 3)) == ["contact"]
    assert marked(CONTACT, (3, 4), (4, 5)) == ["contact"]
    visit = CONTACT.replace("contact NOUN 0 root", "Brest PROPN 0 root Location")
    assert marked(visit, (2, 3)) == ["is"]
    assert marked(CONTACT.replace("in", "off"), (3, 4)) == ["off"]
