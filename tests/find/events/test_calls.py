"""A call to talk is told from a call to act by its object and its purpose."""

from __future__ import annotations

import pytest
from tests.parsed import parsed

from sayso.find.events.calls import talk_called
from sayso.find.events.learned import learned_events
from sayso.language.anchors import Anchor


def called(words: str, purpose: str, relation: str = "obj") -> str:
    """Return the table of "The envoy called (on) WORDS to PURPOSE them"."""
    *before, noun = words.split()
    at = 3 + len(before) + 1
    lines = ["The DET 2 det", "envoy NOUN 3 nsubj", "called VERB 0 root"]
    for word in before:
        kind, relation_to = ("ADP", "case") if word == "on" else ("DET", "det")
        lines.append(f"{word} {kind} {at} {relation_to}")
    lines += [f"{noun} NOUN 3 {relation}", f"to PART {at + 2} mark", f"{purpose} VERB 3 advcl"]
    return "\n".join([*lines, f"them PRON {at + 2} obj"])


@pytest.mark.parametrize(
    ("words", "purpose", "relation", "talk"),
    [
        ("the king", "congratulate", "obj", "phone"),
        ("her counterpart", "urge", "obj", "phone"),
        ("the king", "bury", "obj", None),
        ("an election", "discuss", "obj", None),
        ("on the king", "thank", "obl", "visit"),
        ("on the king", "thank", "obj", "visit"),
        ("on the king", "free", "obl", None),
        ("on the king", "warn", "obl", None),
        ("on the country", "discuss", "obl", None),
    ],
)
def test_calling_a_person_up_or_on_a_person_in_order_to_talk_is_a_talk(
    words: str, purpose: str, relation: str, talk: str | None
) -> None:
    assert talk_called(parsed(called(words, purpose, relation)), 2, 3) == talk


def test_other_words_call_nobody() -> None:
    doc = parsed(called("the king", "thank").replace("called", "met"))
    assert talk_called(doc, 2, 3) is None


def test_a_request_that_is_a_call_to_talk_is_consultation_by_telephone() -> None:
    labels = {"status": {"happened": 1.0}, "mode": {"REQUEST/meet": 1.0}}
    marked = {"event": [Anchor("event", 2, 3, "REQUEST", 0.9, (), labels)]}
    (talk,) = learned_events(parsed(called("the king", "thank"), marked))
    assert (talk.type, talk.mode) == ("CONSULT", "phone")
    (plea,) = learned_events(parsed(called("the king", "rule"), marked))
    assert (plea.type, plea.mode) == ("REQUEST", "meet")


@pytest.mark.parametrize(
    ("word", "kind"),
    [("truce NOUN", "REQUEST"), ("Roe PROPN", "CONSULT"), ("king NOUN", "CONSULT")],
)
def test_a_call_for_something_asks_for_it(word: str, kind: str) -> None:
    entity = " Person" if word.startswith("Roe") else ""
    doc_of = f"""
    A DET 2 det
    call NOUN 0 root
    by ADP 4 case
    Norland PROPN 2 nmod Location
    for ADP 6 case
    {word} 2 nmod{entity}
    """
    labels = {"status": {"happened": 1.0}, "mode": {"CONSULT/phone": 1.0}}
    marked = {"event": [Anchor("event", 1, 2, "CONSULT", 0.9, (), labels)]}
    (event,) = learned_events(parsed(doc_of, marked))
    assert event.type == kind


MET = """
Orla PROPN 2 nsubj
met VERB 0 root
their PRON 4 nmod:poss
{whom} NOUN 2 obj
"""


@pytest.mark.parametrize(("whom", "events"), [("demands", 0), ("deadline", 0), ("envoys", 1)])
def test_to_meet_a_demand_is_no_meeting(whom: str, events: int) -> None:
    labels = {"status": {"happened": 1.0}, "mode": {"none": 1.0}}
    met = Anchor("event", 1, 2, "CONSULT", 0.9, (), labels)
    doc = parsed(MET.format(whom=whom), {"event": [met]})
    assert len(list(learned_events(doc))) == events
