"""Doers and those struck that the encoder missed come from the tree of the trigger."""

from __future__ import annotations

import pytest
from tests.parsed import parsed

from sayso.find.events.learned import learned_events
from sayso.find.events.parties import doer, struck
from sayso.language.anchors import Anchor, Role

ACTIVE = """
Orla PROPN 4 nsubj
and CCONJ 3 cc
Brest PROPN 1 conj
rejected VERB 0 root
terms NOUN 4 obj
"""
WHO = """
Monks NOUN 0 root
who PRON 3 nsubj
jeered VERB 1 acl:relcl
"""
DRONE = """
drone NOUN 2 nsubj
crossed VERB 0 root
Orla PROPN 2 obj
"""
DEMAND = """
The DET 3 det
union NOUN 3 nmod:poss
demand NOUN 0 root
for ADP 5 case
pay NOUN 3 nmod
"""
CRITICISM = """
criticism NOUN 0 root
from ADP 3 case
Orla PROPN 1 nmod
"""
JAILED = """
Monks NOUN 3 nsubj:pass
were AUX 3 aux:pass
jailed VERB 0 root
"""
GAVE = """
Orla PROPN 2 nsubj
gave VERB 0 root
rebels NOUN 2 iobj
grain NOUN 2 obj
"""


ROW = """
Orla PROPN 2 nsubj
listened VERB 0 root
and CCONJ 4 cc
left VERB 2 conj
·, PUNCT 6 punct
citing VERB 2 advcl _ VerbForm=Part|Tense=Pres
costs NOUN 6 obj
after SCONJ 9 mark
hearing VERB 6 advcl _ VerbForm=Ger
"""
WILLING = """
Orla PROPN 3 nsubj
is AUX 3 cop
willing ADJ 0 root
to PART 5 mark
leave VERB 3 xcomp
"""
TOLD_TO = """
Orla PROPN 2 nsubj
told VERB 0 root
Brest PROPN 2 obj
to PART 5 mark
leave VERB 2 xcomp
"""
MADE = """
Spurned VERB 3 advcl _ VerbForm=Part|Tense=Past
Orla PROPN 3 nsubj
left VERB 0 root
if SCONJ 5 mark
angered VERB 3 advcl
"""


def text(table: str, word: int, kind: str) -> tuple[str | None, str | None]:
    doc = parsed(table)
    does, suffers = doer(doc, word, word + 1, kind), struck(doc, word, word + 1, kind)
    return does and does.text, suffers and suffers.text


@pytest.mark.parametrize(
    ("table", "word", "kind", "does", "suffers"),
    [
        (ACTIVE, 3, "REJECT", "Orla", None),
        (WHO, 2, "PROTEST", "Monks", None),
        (DEMAND, 2, "REQUEST", "union", None),
        (DEMAND, 2, "ASSAULT", None, None),
        (CRITICISM, 0, "ACCUSE", "Orla", None),
        (JAILED, 2, "COERCE", None, "Monks"),
        (JAILED, 2, "ACCUSE", None, "Monks"),
        (JAILED, 2, "REJECT", None, None),
        (ACTIVE, 3, "ACCUSE", "Orla", "terms"),
        (GAVE, 1, "AID", "Orla", "rebels"),
        (ROW, 3, "REJECT", "Orla", None),
        (ROW, 5, "ACCUSE", "Orla", "costs"),
        (ROW, 8, "CONSULT", "Orla", None),
        (MADE, 0, "REJECT", None, None),
        (MADE, 4, "REJECT", None, None),
    ],
)
def test_subject_speaker_and_sufferer_stand_where_the_tree_puts_them(
    table: str, word: int, kind: str, does: str | None, suffers: str | None
) -> None:
    assert text(table, word, kind) == (does, suffers)


def test_what_strikes_flies_or_carries_is_no_doer() -> None:
    assert text(DRONE, 1, "MOBILIZE")[0] is None
    assert text(DRONE.replace("drone", "plane"), 1, "AID")[0] is None
    assert text(ACTIVE, 3, "ASSAULT")[0] is None


def test_the_tree_names_all_in_a_row_also_where_one_of_them_was_seen() -> None:
    labels = {"status": {"happened": 1.0}, "mode": {"none": 1.0}}

    def actor(*roles: Role) -> list[str]:
        anchor = Anchor("event", 3, 4, "REJECT", 0.9, roles, labels)
        (event,) = learned_events(parsed(ACTIVE, {"event": [anchor]}))
        return [s.text for s in event.actor]

    assert actor() == ["Orla", "Brest"]
    assert actor(Role("actor", 2, 3, 0.9)) == ["Orla", "Brest"]
    assert actor(Role("target", 0, 1, 0.9)) == ["Brest"]


def test_who_is_willing_to_act_is_the_doer_but_who_tells_somebody_else_to_is_not() -> None:
    assert text(WILLING, 4, "RETREAT") == ("Orla", None)
    assert text(TOLD_TO, 4, "RETREAT") == (None, None)


def test_who_is_marked_twice_is_one_party_the_one_nearer_to_the_trigger() -> None:
    labels = {"status": {"happened": 1.0}, "mode": {"none": 1.0}}
    roles = (Role("actor", 0, 1, 0.9), Role("actor", 2, 3, 0.9))
    anchor = Anchor("event", 3, 4, "REJECT", 0.9, roles, labels)
    (event,) = learned_events(parsed(ACTIVE.replace("Brest", "Orla"), {"event": [anchor]}))
    assert [s.start for s in event.actor] == [len("Orla and ")]


def test_a_title_alone_is_taken_with_the_name_behind_it() -> None:
    table = """
    Orla PROPN 2 nsubj
    met VERB 0 root
    President NOUN 4 nmod:desc
    Ana PROPN 2 obj Person
    Roe PROPN 4 flat Person
    """.replace("    ", "")
    labels = {"status": {"happened": 1.0}, "mode": {"none": 1.0}}
    anchor = Anchor("event", 1, 2, "REJECT", 0.9, (Role("target", 2, 3, 0.9),), labels)
    (event,) = learned_events(parsed(table, {"event": [anchor]}))
    assert [s.text for s in event.target] == ["President Ana Roe"]


SAID_IT = """
The DET 2 det
{body} NOUN 3 nsubj
said VERB 0 root
it PRON 6 nsubj
would AUX 6 aux
leave VERB 3 ccomp
"""


def test_it_is_the_body_that_says_what_it_would_do() -> None:
    doc = parsed(SAID_IT.format(body="ministry"), links={"coref": {3: (1, 0.9)}})
    said = doer(doc, 5, 6, "REJECT")
    assert said is not None and said.text == "it"


def test_it_is_nobody_where_it_stands_for_no_body() -> None:
    weather = parsed("Now ADV 3 advmod\nit PRON 3 nsubj\nrejected VERB 0 root")
    assert doer(weather, 2, 3, "REJECT") is None


DEMANDED = """
Orla PROPN 2 nsubj Location
demanded VERB 0 root
that SCONJ 5 mark
{who} {pos} 5 {relation} {kind}
leave VERB 2 ccomp
"""


@pytest.mark.parametrize(
    ("who", "pos", "relation", "kind", "found"),
    [
        ("Lund", "PROPN", "nsubj", "Location", "Lund"),
        ("they", "PRON", "nsubj", "_", "they"),
        ("talks", "NOUN", "nsubj", "_", None),
        ("Lund", "PROPN", "nsubj:pass", "Location", None),
    ],
)
def test_who_is_to_act_is_asked(
    who: str, pos: str, relation: str, kind: str, found: str | None
) -> None:
    doc = parsed(DEMANDED.format(who=who, pos=pos, relation=relation, kind=kind))
    noun = struck(doc, 1, 2, "REQUEST")
    assert (noun and noun.text) == found
