from __future__ import annotations

from tests.parsed import parsed

from sayso.find.events.learned import learned_events
from sayso.language.anchors import Anchor, Role

CLAUSE = """
Roe PROPN 6 nsubj Person
, PUNCT 4 punct
who PRON 4 nsubj
chairs VERB 1 acl:relcl
it PRON 4 obj
met VERB 0 root
leaders NOUN 6 obj
in ADP 9 case
Orla PROPN 7 nmod Location
"""


FAMILY = """
A DET 2 det
family NOUN 6 nsubj:pass
of ADP 4 case
three NUM 2 nmod
was AUX 6 aux:pass
deported VERB 0 root
"""


def test_of_alone_stands_for_the_nouns_on_both_sides() -> None:
    labels = {"status": {"happened": 1.0}, "mode": {"none": 1.0}}
    roles = (Role("target", 2, 3, 0.6),)
    doc = parsed(FAMILY, {"event": [Anchor("event", 5, 6, "COERCE", 0.9, roles, labels)]})
    (event,) = learned_events(doc)
    assert [s.text for s in event.target] == ["A family of three"]


def test_a_clause_or_a_word_that_names_nobody_is_no_party() -> None:
    roles = (
        Role("actor", 0, 1, 0.9), Role("actor", 2, 5, 0.8), Role("actor", 6, 7, 0.9),
        Role("target", 7, 8, 0.7),
    )  # fmt: skip
    labels = {"status": {"happened": 1.0}, "mode": {"none": 1.0}}
    doc = parsed(CLAUSE, {"event": [Anchor("event", 5, 6, "CONSULT", 0.9, roles, labels)]})
    (event,) = learned_events(doc)
    assert [s.text for s in event.actor] == ["Roe", "leaders"]
    assert event.target == ()
