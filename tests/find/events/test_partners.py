"""Who talks with those marked, who only seems to do it, and who is handed somebody."""

from __future__ import annotations

import pytest
from tests.parsed import parsed

from sayso.find.events.learned import learned_events
from sayso.language.anchors import Anchor, Role
from sayso.record.findings import Event

AFTER = """
Orla PROPN 2 nsubj Location
{verb} VERB 0 root
{case} ADP 4 case
talks NOUN 2 obl
with ADP 6 case
Lund PROPN 4 nmod Location
"""
RESUMED = """
Orla PROPN 2 nsubj Location
{verb} VERB 0 root
talks NOUN 2 obj
with ADP 5 case
Lund PROPN 3 nmod Location
"""
HANDED = """
Drafts NOUN 3 nsubj:pass
{aux} AUX 3 aux:pass
handed VERB 0 root
{to} ADP 5 case
Orla PROPN 3 obl Location
"""
INCITING = """
Roe PROPN 2 nsubj Person
{verb} VERB 0 root
{what} NOUN 2 obj
"""
ARRESTS = """
Police NOUN 2 nsubj
reported VERB 0 root
27 NUM 4 nummod
arrests NOUN 2 obj
"""
EXTRADITES = """
Lund PROPN 2 nsubj Location
{verb} VERB 0 root
barons NOUN 2 obj
to ADP 5 case
{to} PROPN 2 obl {kind}
"""
AGREED = """
Rebels NOUN 2 nsubj
agreed VERB 0 root
to PART 4 mark
leave VERB 2 {relation}
and CCONJ 6 cc
disarm VERB 4 conj
"""


def event(table: str, at: int, kind: str, *marked: tuple[str, int]) -> Event:
    roles = tuple(Role(name, i, i + 1, 0.9) for name, i in marked)
    labels = {"status": {"happened": 1.0}, "mode": {"none": 1.0}}
    anchor = Anchor("event", at, at + 1, kind, 0.9, roles, labels)
    (found,) = learned_events(parsed(table, {"event": [anchor]}))
    return found


def actors(found: Event) -> list[str]:
    return [a.text for a in found.actor]


@pytest.mark.parametrize(
    ("table", "at", "both"),
    [
        (AFTER.format(verb="left", case="after"), 3, True),
        (AFTER.format(verb="left", case="despite"), 3, False),
        (RESUMED.format(verb="resumed"), 2, True),
        (RESUMED.format(verb="welcomed"), 2, False),
    ],
)
def test_who_leaves_after_talks_took_part_in_them(table: str, at: int, both: bool) -> None:
    found = event(table, at, "CONSULT", ("actor", at + 2))
    assert actors(found) == (["Orla", "Lund"] if both else ["Lund"])


@pytest.mark.parametrize(("to", "told"), [("to", []), ("by", ["Orla"])])
def test_who_is_handed_a_draft_offers_nothing(to: str, told: list[str]) -> None:
    table = HANDED.format(aux="were", to=to)
    assert actors(event(table, 2, "AGREE", ("actor", 4))) == told


@pytest.mark.parametrize(
    ("verb", "what", "kind", "told"),
    [
        ("incited", "riots", "PROTEST", []),
        ("inspired", "attacks", "ASSAULT", []),
        ("financed", "rallies", "PROTEST", []),
        ("quelled", "riots", "PROTEST", []),
        ("joined", "riots", "PROTEST", ["Roe"]),
        ("financed", "attacks", "ASSAULT", ["Roe"]),
    ],
)
def test_who_stirs_up_a_crowd_or_quells_it_is_not_of_it(
    verb: str, what: str, kind: str, told: list[str]
) -> None:
    found = event(INCITING.format(verb=verb, what=what), 2, kind, ("actor", 0))
    assert actors(found) == told


def test_a_number_of_arrests_is_nobody() -> None:
    assert event(ARRESTS, 3, "COERCE", ("actor", 0), ("target", 2)).target == ()


@pytest.mark.parametrize(
    ("verb", "to", "kind", "told"),
    [
        ("extradites", "Orla", "Location", ["Orla"]),
        ("sells", "Orla", "Location", ["barons"]),
        ("extradites", "May", "_", ["barons"]),
    ],
)
def test_somebody_is_extradited_to_a_state(verb: str, to: str, kind: str, told: list[str]) -> None:
    table = EXTRADITES.format(verb=verb, to=to, kind=kind)
    found = event(table, 1, "COOPERATE", ("actor", 0), ("target", 2))
    assert [t.text for t in found.target] == told


@pytest.mark.parametrize(("relation", "told"), [("xcomp", ["Rebels"]), ("ccomp", [])])
def test_who_agrees_to_leave_and_disarm_disarms(relation: str, told: list[str]) -> None:
    assert actors(event(AGREED.format(relation=relation), 5, "RETREAT")) == told
