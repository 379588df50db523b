"""Doers and targets that the clauses of a sentence rule out, and those who go along."""

from __future__ import annotations

import pytest
from tests.parsed import parsed

from sayso.find.events.belonging import of_event
from sayso.find.events.parties import meant_by
from sayso.language.anchors import Anchor, Role

BACKED = """
Rebels NOUN 5 nsubj
backed VERB 1 acl
{by} ADP 4 case
Lund PROPN 2 obl:agent Location
fled VERB 0 root
"""
SINCE = """
Monks NOUN 2 nsubj
fled VERB 0 root
since SCONJ 5 mark
rebels NOUN 5 nsubj
came VERB 2 advcl
"""
SAID = """
Orla PROPN 2 nsubj Location
said VERB 0 root
{whose} DET 4 det
strikes NOUN 5 nsubj
killed VERB 2 ccomp
monks NOUN 5 obj
"""
RAMMED = """
Rebels NOUN 2 nsubj
{verb} VERB 0 root
vans NOUN 2 obj
into ADP 5 case
buses NOUN 2 obl
"""
MOTHERS = """
Mothers NOUN 5 nsubj
of ADP 3 case
monks NOUN 1 nmod
kidnapped VERB 3 acl
wept VERB 0 root
"""
BURIED = """
Nuns NOUN 2 nsubj
{verb} VERB 0 root
monks NOUN 2 obj
while SCONJ 6 mark
shells NOUN 6 nsubj
fell VERB 2 advcl
"""
BOTH = """
Rebels NOUN 2 nsubj
burnt VERB 0 root
homes NOUN 2 obj
and CCONJ 5 cc
shot VERB 2 conj
at ADP 7 case
nuns NOUN 5 obl
"""
ALONG = """
Orla PROPN 2 nsubj Location
left VERB 0 root
{along} ADP 5 case
with ADP 5 case
Lund PROPN 2 obl Location
and CCONJ 7 cc
Brest PROPN 5 conj Location
"""
VOTE = """
Votes NOUN 0 root
{which} PRON 5 obj
rebels NOUN 4 nsubj
vowed VERB 1 acl:relcl
stop VERB 4 xcomp
"""


def kept(
    table: str, at: int, role: str, *words: int, kind: str = "ASSAULT", others: tuple[int, ...] = ()
) -> list[str]:
    roles = tuple(Role(role, i, i + 1, 0.9) for i in words)
    anchor = Anchor("event", at, at + 1, kind, 0.9, roles)
    also = [Anchor("event", i, i + 1, "ASSAULT", 0.9) for i in others]
    doc = parsed(table, {"event": [anchor, *also]})
    return [doc[r.start].text for r in of_event(doc, anchor, role)]


def test_a_passive_verb_is_done_by_its_agent_alone() -> None:
    assert kept(BACKED.format(by="by"), 1, "actor", 0, 3, kind="AID") == ["Lund"]
    assert kept(BACKED.format(by="near"), 1, "actor", 0, 3, kind="AID") == ["Rebels", "Lund"]


def test_the_subject_of_another_clause_does_not_do_it() -> None:
    assert kept(SINCE, 1, "actor", 0, 3, kind="SANCTION") == ["Monks"]
    assert kept(SINCE, 4, "actor", 3) == ["rebels"]


def test_who_only_tells_of_an_attack_does_not_make_it() -> None:
    assert kept(SAID.format(whose="the"), 3, "actor", 0) == []
    assert kept(SAID.format(whose="its"), 3, "actor", 0) == ["Orla"]
    assert kept(SAID.format(whose="the"), 3, "actor", 0, kind="REQUEST") == ["Orla"]


def test_a_thing_thrown_is_no_target() -> None:
    assert kept(RAMMED.format(verb="rammed"), 1, "target", 2, 4) == ["buses"]
    assert kept(RAMMED.format(verb="burnt"), 1, "target", 2, 4) == ["vans", "buses"]
    table = RAMMED.format(verb="drove").replace("vans", "nun")
    assert kept(table, 1, "target", 2, 4) == ["nun", "buses"]


def test_a_clause_strikes_the_noun_that_it_is_about() -> None:
    assert kept(MOTHERS, 3, "target", 0, 2) == ["monks"]
    assert kept(MOTHERS, 4, "target", 0) == ["Mothers"]


@pytest.mark.parametrize(("verb", "hit"), [("buried", []), ("lost", ["monks"])])
def test_whom_another_happening_is_done_to_is_not_hit(verb: str, hit: list[str]) -> None:
    assert kept(BURIED.format(verb=verb), 5, "target", 2) == hit


def test_each_verb_of_a_row_has_its_own_target() -> None:
    assert kept(BOTH, 1, "target", 2, 6, others=(4,)) == ["homes"]
    assert kept(BOTH, 4, "target", 6, others=(1,)) == ["nuns"]
    assert kept(BOTH, 1, "target", 6, others=(4,)) == ["nuns"]


def test_who_goes_along_does_it_too_and_is_no_target() -> None:
    table = ALONG.format(along="along")
    assert kept(table, 1, "actor", 0, kind="SANCTION") == ["Orla", "Lund", "Brest"]
    assert kept(table, 1, "target", 4, 6, kind="SANCTION") == []
    table = ALONG.format(along="in")
    assert kept(table, 1, "target", 4, kind="SANCTION") == ["Lund"]


def test_a_relative_stands_for_the_noun_of_its_clause() -> None:
    doc = parsed(VOTE.format(which="which"))
    assert meant_by(doc[1]) == doc[0]
    assert meant_by(parsed(VOTE.format(which="what"))[1]) is None
    assert meant_by(parsed(SINCE)[3]) is None


KILLING = """
Orla PROPN 2 nsubj Location
{verb} VERB 0 root
the DET 4 det
killing NOUN 2 obj
"""
DEMAND = """
demands NOUN 0 root
from ADP 3 case
Orla PROPN 1 nmod Location
to PART 5 mark
pay VERB 1 acl
"""
CAPTURE = """
captures NOUN 2 nsubj
came VERB 0 root
after SCONJ 5 mark
shells NOUN 5 nsubj
hit VERB 2 advcl
schools NOUN 5 obj
and CCONJ 8 cc
shops NOUN 6 conj
"""
CLASHED = """
Monks NOUN 2 nsubj
{verb} VERB 0 root
with ADP 4 case
police NOUN 2 obl
"""


def test_who_looks_into_a_killing_did_not_do_it() -> None:
    assert kept(KILLING.format(verb="investigated"), 3, "actor", 0) == []
    assert kept(KILLING.format(verb="resumed"), 3, "actor", 0) == ["Orla"]
    assert kept(KILLING.format(verb="investigated"), 1, "actor", 0, kind="ACCUSE") == ["Orla"]


def test_who_demands_an_act_does_not_do_it() -> None:
    assert kept(DEMAND.replace("demands", "demand"), 4, "actor", 2, kind="AID") == []
    assert kept(DEMAND.replace("demands", "promise"), 4, "actor", 2, kind="AID") == ["Orla"]


def test_what_a_clause_beside_strikes_is_not_struck_by_another_act() -> None:
    assert kept(CAPTURE, 0, "target", 5, 7, others=(4,)) == []
    assert kept(CAPTURE, 4, "target", 5, 7) == ["schools", "shops"]


def test_both_sides_of_a_clash_do_it() -> None:
    table = CLASHED.format(verb="clashed")
    assert kept(table, 1, "actor", 3) == ["Monks", "police"]
    assert kept(table, 1, "target", 3) == []
    assert kept(CLASHED.format(verb="left"), 1, "actor", 0) == ["Monks"]


@pytest.mark.parametrize(("mark", "doers"), [("after", []), ("before", []), ("as", [4])])
def test_who_acts_in_a_clause_beside_a_happening_has_no_part_in_it(
    mark: str, doers: list[int]
) -> None:
    table = f"""
        strikes NOUN 2 nsubj
        came VERB 0 root
        days NOUN 2 obl:unmarked
        {mark} SCONJ 6 mark
        rebels NOUN 6 nsubj
        shot VERB 2 advcl
        monks NOUN 6 obj
    """
    roles = (Role("actor", 4, 5, 0.9), Role("target", 6, 7, 0.9))
    anchor = Anchor("event", 0, 1, "ASSAULT", 0.9, roles, {})
    assert [r.start for r in of_event(parsed(table), anchor, "actor")] == doers
    assert [r.start for r in of_event(parsed(table), anchor, "target")] == [6 for _ in doers]
