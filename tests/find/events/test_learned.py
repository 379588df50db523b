from __future__ import annotations

from spacy.tokens import Doc
from tests.parsed import parsed

from sayso.find.events.learned import learned_events
from sayso.language.anchors import KEY, Anchor, Role
from sayso.parse.tokens import blank

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


TWO = """
Orla PROPN 2 nsubj Location
left VERB 0 root
Brest PROPN 4 nsubj Location
accused VERB 0 root
Kyle PROPN 4 obj Location
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


def test_a_target_that_is_marked_in_another_sentence_is_not_read() -> None:
    roles = (Role("actor", 2, 3, 0.9), Role("target", 0, 1, 0.9), Role("target", 4, 5, 0.9))
    labels = {"status": {"happened": 1.0}, "mode": {"none": 1.0}}
    doc = parsed(TWO, {"event": [Anchor("event", 3, 4, "ACCUSE", 0.9, roles, labels)]})
    (event,) = learned_events(doc)
    assert [s.text for s in event.actor] == ["Brest"]
    assert [s.text for s in event.target] == ["Kyle"]


def test_a_role_that_is_marked_in_another_paragraph_is_not_read() -> None:
    words = ["Orla", "left", "\n\n", "Talks", "resumed"]
    doc = Doc(
        blank().vocab, words=words, spaces=[True, False, False, True, False],
        pos=["PROPN", "VERB", "SPACE", "NOUN", "VERB"], heads=[1, 1, 1, 4, 4],
        deps=["nsubj", "root", "dep", "nsubj", "root"],
    )  # fmt: skip
    labels = {"status": {"happened": 1.0}, "mode": {"none": 1.0}}
    roles = (Role("actor", 0, 1, 0.9),)
    doc.user_data[KEY] = {"event": [Anchor("event", 3, 4, "CONSULT", 0.9, roles, labels)]}
    (event,) = learned_events(doc)
    assert event.actor == ()


def test_a_noun_before_a_noun_is_but_a_piece_of_who_is_hit_and_may_be_who_hits() -> None:
    table = "State NOUN 2 compound\nmedia NOUN 3 nsubj\nname VERB 0 root\nfarm NOUN 5 compound\n"
    roles = (Role("actor", 0, 1, 0.9), Role("target", 3, 4, 0.9))
    labels = {"status": {"happened": 1.0}, "mode": {"none": 1.0}}
    mark = Anchor("event", 2, 3, "ACCUSE", 0.9, roles, labels)
    (event,) = learned_events(parsed(table + "owners NOUN 3 obj", {"event": [mark]}))
    assert [s.text for s in (*event.actor, *event.target)] == ["State", "farm owners"]


def test_a_piece_of_whom_it_is_done_to_is_no_doer_and_a_place_is_its_whole_phrase() -> None:
    doc = """
    Lund PROPN 2 nsubj Person
    saw VERB 0 root
    Foreign ADJ 4 amod
    Minister PROPN 5 nmod:desc
    Roe PROPN 2 obj Person
    in ADP 8 case
    Old PROPN 8 compound Location
    Orla PROPN 2 obl
    """
    roles = (
        Role("actor", 0, 1, 0.9),
        Role("actor", 2, 3, 0.8),
        Role("target", 2, 5, 0.9),
        Role("place", 6, 7, 0.9),
    )
    labels = {"status": {"happened": 1.0}, "mode": {"none": 1.0}}
    mark = Anchor("event", 1, 2, "CONSULT", 0.9, roles, labels)
    (event,) = learned_events(parsed(doc, {"event": [mark]}))
    assert [s.text for s in event.actor] == ["Lund"]
    assert [s.text for s in event.target] == ["Foreign Minister Roe"]
    assert event.place is not None and event.place.text == "Old Orla"


SUMMIT = """
Thursday PROPN 3 nmod:poss
·'s PART 1 case
summit NOUN 4 nsubj
failed VERB 0 root
"""


def test_a_day_of_the_week_is_no_party() -> None:
    labels = {"status": {"happened": 1.0}, "mode": {"none": 1.0}}
    roles = (Role("actor", 0, 2, 0.9),)

    def actors(table: str) -> list[str]:
        doc = parsed(table, {"event": [Anchor("event", 2, 3, "CONSULT", 0.9, roles, labels)]})
        return [s.text for event in learned_events(doc) for s in event.actor]

    assert actors(SUMMIT) == []
    assert actors(SUMMIT.replace("Thursday", "Orla")) == ["Orla's"]
