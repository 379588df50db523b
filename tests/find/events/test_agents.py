"""Who is told behind "by" does what a noun names, and nobody else does."""

from __future__ import annotations

import pytest
from tests.parsed import parsed

from sayso.find.events.agents import agent
from sayso.find.events.learned import learned_events
from sayso.language.anchors import Anchor, Role
from sayso.record.findings import Event

KILLING = """
They PRON 2 nsubj
jailed VERB 0 root
{one} NOUN 2 obj
for ADP 5 case
killing NOUN 2 obl
of ADP 7 case
monks NOUN 5 nmod
by ADP 9 case
{two} NOUN {over} nmod
"""
DONE = """
The DET 2 det
assault NOUN 4 nsubj:pass
was AUX 4 aux:pass
{verb} VERB 0 root
by ADP 6 case
{who} {pos} 4 obl:agent {ent}
"""
SAID = """
The DET 2 det
raid NOUN 9 nsubj
which PRON 6 nsubj:pass
Orla PROPN 5 nsubj
says VERB 2 acl:relcl
staged VERB 5 ccomp
by ADP 8 case
Lund PROPN 6 obl:agent
failed VERB 0 root
"""


def event(table: str, at: int, *doers: int) -> Event:
    roles = tuple(Role("actor", n, n + 1, 0.9) for n in doers)
    labels = {"status": {"happened": 1.0}, "mode": {"none": 1.0}}
    anchor = Anchor("event", at, at + 1, "ASSAULT", 0.9, roles, labels)
    (found,) = learned_events(parsed(table, {"event": [anchor]}))
    return found


@pytest.mark.parametrize("over", [5, 7])
def test_who_stands_behind_by_did_it_and_not_who_is_judged_for_it(over: int) -> None:
    found = event(KILLING.format(one="farmers", two="gunmen", over=over), 4, 2, 8)
    assert [s.text for s in found.actor] == ["gunmen"]


@pytest.mark.parametrize("over", [5, 7])
def test_who_stands_behind_by_is_found_unmarked(over: int) -> None:
    found = event(KILLING.format(one="farmers", two="gunmen", over=over), 4)
    assert [s.text for s in found.actor] == ["gunmen"]


@pytest.mark.parametrize(
    ("verb", "who", "pos", "ent", "doers"),
    [
        ("carried", "marines", "NOUN", "_", ["marines"]),
        ("launched", "Lund", "PROPN", "Location", ["Lund"]),
        ("launched", "Monday", "PROPN", "Date", []),
        ("launched", "decree", "NOUN", "_", []),
        ("watched", "marines", "NOUN", "_", []),
    ],
)
def test_who_carries_out_an_act_does_it(
    verb: str, who: str, pos: str, ent: str, doers: list[str]
) -> None:
    found = event(DONE.format(verb=verb, who=who, pos=pos, ent=ent), 1)
    assert [s.text for s in found.actor] == doers


def test_who_is_said_to_have_staged_it_does_it() -> None:
    found = agent(parsed(SAID), 1, 2)
    assert found is not None and found.text == "Lund"
