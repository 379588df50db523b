"""Events and the statements that tell them: who speaks, and who "we" are."""

from __future__ import annotations

from tests.parsed import parsed

from sayso.find.events.events import find_events
from sayso.language.anchors import Anchor, Role
from sayso.language.spans import span_of
from sayso.record.findings import Event, Statement

URGED = """
Orla PROPN 2 nsubj
regrets VERB 0 root
it PRON 2 obj
. PUNCT 2 punct
We PRON 6 nsubj
urge VERB 0 root
Brest PROPN 6 obj
to PART 9 mark
leave VERB 6 xcomp
. PUNCT 6 punct
We PRON 13 nsubj
have AUX 13 aux
met VERB 0 root
them PRON 13 obj
"""
LABELS = {"status": {"happened": 1.0}, "mode": {"none": 1.0}}


def events(*anchors: Anchor) -> tuple[Event, ...]:
    doc = parsed(URGED, {"event": list(anchors)})
    orla, cue, we = span_of(doc, 0, 1), span_of(doc, 5, 6), span_of(doc, 4, 5)
    content = (span_of(doc, 6, 9),)
    return find_events(doc, (Statement("s1", orla, cue, content, source_written=we),))


def test_whoever_speaks_an_act_of_speech_does_it() -> None:
    we = Role("actor", 4, 5, 0.9)
    for roles in ((we,), ()):
        (event,) = events(Anchor("event", 5, 6, "REQUEST", 0.9, roles, LABELS))
        assert [s.text for s in event.actor] == ["Orla"]


def test_who_is_asked_does_not_ask_though_the_source_is_the_same() -> None:
    asked = Role("target", 0, 1, 0.9)
    table = "Orla PROPN 2 nsubj:pass\nasked VERB 0 root\nin ADP 2 obl"
    doc = parsed(table, {"event": [Anchor("event", 1, 2, "REQUEST", 0.9, (asked,), LABELS)]})
    said = Statement("s1", span_of(doc, 0, 1), span_of(doc, 1, 2), (span_of(doc, 2, 3),))
    (event,) = find_events(doc, (said,))
    assert (event.actor, [s.text for s in event.target]) == ((), ["Orla"])


def test_we_outside_of_what_is_said_are_who_last_spoke_as_we() -> None:
    we = Role("actor", 10, 11, 0.9)
    (event,) = events(Anchor("event", 12, 13, "CONSULT", 0.9, (we,), LABELS))
    assert (event.statement, [s.text for s in event.actor]) == (None, ["Orla"])


def test_they_who_speak_are_the_source_and_not_the_nearest_name() -> None:
    def doers(written: int | None, first: int) -> list[str]:
        near = Role("actor", first, first + 1, 0.9)
        anchor = Anchor("event", 5, 6, "REQUEST", 0.9, (near,), LABELS)
        doc = parsed(URGED.replace("We PRON 6", "They PRON 6"), {"event": [anchor]})
        they = None if written is None else span_of(doc, written, written + 1)
        source, cue = span_of(doc, 6, 7), span_of(doc, 5, 6)
        said = Statement("s1", source, cue, (span_of(doc, 7, 9),), source_written=they)
        return [s.text for e in find_events(doc, (said,)) for s in e.actor]

    assert doers(4, 0) == ["Brest"]
    assert doers(None, 0) == ["Orla"]
    assert doers(4, 4) == ["Brest"]


def test_an_it_that_stands_for_nothing_found_is_no_target() -> None:
    it = Role("target", 2, 3, 0.9)
    (event,) = events(Anchor("event", 1, 2, "REJECT", 0.9, (it,), LABELS))
    assert event.target == ()
    orla = Role("target", 6, 7, 0.9)
    (event,) = events(Anchor("event", 5, 6, "REQUEST", 0.9, (orla,), LABELS))
    assert [s.text for s in event.target] == ["Brest"]


def test_of_an_act_that_two_do_to_each_other_both_are_doers_and_none_is_the_target() -> None:
    table = """
        Orla PROPN 2 nsubj
        blamed VERB 0 root
        each DET 4 det
        other ADJ 2 obj
    """
    roles = (Role("actor", 0, 1, 0.9), Role("target", 2, 4, 0.9))
    doc = parsed(table, {"event": [Anchor("event", 1, 2, "ACCUSE", 0.9, roles, LABELS)]})
    (event,) = find_events(doc, ())
    assert ([s.text for s in event.actor], event.target) == (["Orla"], ())
