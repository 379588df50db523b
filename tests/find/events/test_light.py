"""A verb and the noun that it only carries tell one happening."""

from __future__ import annotations

from dataclasses import replace

from tests.parsed import parsed

from sayso.find.events.light import one_of_verb_and_noun
from sayso.language.spans import span_of
from sayso.record.findings import Event
from sayso.record.vocabulary import EventType

IMPOSED = """
Orla PROPN 2 nsubj
imposed VERB 0 root
curbs NOUN 2 obj
on ADP 5 case
Brest PROPN 3 nmod
"""
KILLED = """
Roe PROPN 3 nsubj:pass
was AUX 3 aux:pass
killed VERB 0 root
by ADP 6 case
a DET 6 det
shell NOUN 3 obl:agent
"""
EXPLODED = """
A DET 2 det
bomb NOUN 3 nsubj
exploded VERB 0 root
"""


def told(
    table: str, verb: int, noun: int, kind: EventType, /, **more: tuple[int, ...]
) -> list[str]:
    doc = parsed(table)

    def event(word: int, part: str) -> Event:
        actor = tuple(span_of(doc, i, i + 1) for i in more.get(part, ()))
        return Event("", span_of(doc, word, word + 1), kind, actor=actor)

    events = sorted((event(verb, "verb"), event(noun, "noun")), key=lambda e: e.trigger.start)
    joined = one_of_verb_and_noun(doc, events)
    return [f"{e.trigger.text} {' '.join(s.text for s in e.actor)}".strip() for e in joined]


def test_a_carried_noun_is_the_trigger_and_has_what_its_verb_tells() -> None:
    assert told(IMPOSED, 1, 2, "SANCTION", verb=(0,)) == ["curbs Orla"]
    kept = told(IMPOSED.replace("imposed", "eased"), 1, 2, "SANCTION", verb=(0,))
    assert kept == ["eased Orla", "curbs"]


def test_other_participants_are_another_happening() -> None:
    assert told(IMPOSED, 1, 2, "SANCTION", verb=(0,), noun=(4,)) == ["imposed Orla", "curbs Brest"]


def test_an_attack_goes_before_its_harm_and_a_blast_before_its_bomb() -> None:
    assert told(KILLED, 2, 5, "ASSAULT") == ["shell"]
    assert told(KILLED, 2, 5, "COERCE") == ["killed", "shell"]
    assert told(EXPLODED, 2, 1, "ASSAULT") == ["exploded"]


ANSWERED = """
Rebels NOUN 2 nsubj
{verb} VERB 0 root
{case} ADP 4 case
fire NOUN 2 {relation}
"""


def test_what_one_answers_with_is_the_happening() -> None:
    answered = ANSWERED.format(verb="responded", case="with", relation="obl")
    assert told(answered, 1, 3, "ASSAULT", verb=(0,)) == ["fire Rebels"]
    moved = ANSWERED.format(verb="responded", case="under", relation="obl")
    assert told(moved, 1, 3, "ASSAULT", verb=(0,)) == ["responded Rebels", "fire"]


def test_an_attack_that_is_repelled_is_one_and_not_by_who_repels_it() -> None:
    attack = ANSWERED.format(verb="repelled", case="the", relation="obj")
    assert told(attack, 1, 3, "ASSAULT", verb=(0,)) == ["fire"]
    assert told(attack.replace("repelled", "ended"), 1, 3, "ASSAULT", verb=(0,)) == [
        "ended Rebels",
        "fire",
    ]


BEGAN = """
Rebels NOUN 2 nsubj
began VERB 0 root
to PART 4 mark
leave VERB 2 xcomp
"""
HOLDS = """
The DET 2 det
truce NOUN 3 nsubj
holds VERB 0 root
"""


def test_of_a_verb_that_says_more_than_its_noun_and_the_noun_the_surer_is_the_trigger() -> None:
    fired = parsed(IMPOSED.replace("imposed", "sprayed").replace("curbs", "gas"))

    def kept(verb: float, noun: float) -> list[str]:
        one = Event("", span_of(fired, 1, 2), "ASSAULT", confidence=verb)
        two = Event("", span_of(fired, 2, 3), "ASSAULT", confidence=noun)
        return [e.trigger.text for e in one_of_verb_and_noun(fired, [one, two])]

    assert kept(0.6, 0.8) == ["gas"]
    assert kept(0.8, 0.6) == ["sprayed"]


def test_talks_are_held_once_whatever_their_status() -> None:
    doc = parsed(IMPOSED.replace("imposed", "hosts").replace("curbs", "talks"))
    one = Event("", span_of(doc, 1, 2), "CONSULT", status="planned", confidence=0.5)
    two = Event("", span_of(doc, 2, 3), "CONSULT", status="happened", confidence=0.9)
    assert one_of_verb_and_noun(doc, [one, two]) == [two]
    apart = [replace(one, type="SANCTION"), replace(two, type="SANCTION")]
    assert one_of_verb_and_noun(doc, apart) == apart


def test_what_one_begins_to_do_and_a_truce_that_holds_are_one_happening() -> None:
    assert told(BEGAN, 1, 3, "RETREAT", verb=(0,)) == ["leave Rebels"]
    assert told(BEGAN.replace("began", "agreed"), 1, 3, "RETREAT") == ["agreed", "leave"]
    assert told(HOLDS, 2, 1, "RETREAT") == ["truce"]
    assert told(HOLDS, 2, 1, "COERCE") == ["truce", "holds"]


def test_an_exchange_of_fire_is_one_happening() -> None:
    table = ANSWERED.replace("Rebels NOUN 2 nsubj\n{verb} VERB", "An DET 2 det\n{verb} NOUN")
    swapped = table.format(verb="exchange", case="of", relation="nmod")
    assert told(swapped, 1, 3, "ASSAULT") == ["exchange"]
    assert told(swapped.replace("exchange", "wave"), 1, 3, "ASSAULT") == ["wave", "fire"]
