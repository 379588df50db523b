"""Sanctions lifted are a concession, and one event; those on persons have no mode."""

from __future__ import annotations

import pytest
from tests.parsed import parsed

from sayso.find.events.events import find_events
from sayso.language.anchors import Anchor, Role
from sayso.record.findings import Event

LIFTED = """
Orla PROPN 2 nsubj
{verb} VERB 0 root
{kind} ADJ 4 amod
{what} NOUN 2 obj
on ADP 6 case
Lund PROPN 4 nmod Location
"""
TOLD = """
Orla PROPN 2 nsubj
lifted VERB 0 root
sanctions NOUN 2 obj
it PRON 5 nsubj
imposed VERB 3 acl:relcl
"""
FROZE = """
Orla PROPN 2 nsubj
froze VERB 0 root
the DET 4 det
{what} NOUN 2 obj
of ADP 6 case
generals NOUN 4 nmod
"""


def anchor(at: int, kind: str, mode: str = "none", roles: tuple[Role, ...] = ()) -> Anchor:
    labels = {"status": {"happened": 1.0}, "mode": {mode: 1.0}}
    return Anchor("event", at, at + 1, kind, 0.9, roles, labels)


def found(table: str, *anchors: Anchor) -> list[tuple[str, str | None]]:
    return [(e.type, e.mode) for e in _events(table, *anchors)]


def _events(table: str, *anchors: Anchor) -> tuple[Event, ...]:
    return find_events(parsed(table, {"event": list(anchors)}), ())


@pytest.mark.parametrize(
    ("verb", "what", "kind"),
    [
        ("lifted", "sanctions", "CONCEDE"),
        ("eased", "sanctions", "CONCEDE"),
        ("unfroze", "accounts", "CONCEDE"),
        ("lifted", "veils", "SANCTION"),
        ("renewed", "sanctions", "SANCTION"),
    ],
)
def test_who_lifts_sanctions_concedes(verb: str, what: str, kind: str) -> None:
    table = LIFTED.format(verb=verb, kind="old", what=what)
    assert found(table, anchor(1, "SANCTION")) == [(kind, None)]


@pytest.mark.parametrize(("what", "kind"), [("list", "CONCEDE"), ("ship", "SANCTION")])
def test_who_takes_a_name_off_a_list_concedes(what: str, kind: str) -> None:
    table = f"""
        Orla PROPN 2 nsubj
        removed VERB 0 root
        Roe PROPN 2 obj
        from ADP 5 case
        {what} NOUN 2 obl
    """
    assert found(table, anchor(1, "SANCTION")) == [(kind, None)]


def test_sanctions_that_are_only_told_to_be_lifted_are_no_event_beside_it() -> None:
    table = LIFTED.format(verb="lifted", kind="old", what="sanctions")
    assert found(table, anchor(1, "CONCEDE"), anchor(3, "SANCTION")) == [("CONCEDE", None)]
    both = found(TOLD, anchor(1, "CONCEDE"), anchor(2, "SANCTION"))
    assert [kind for kind, _ in both] == ["CONCEDE", "SANCTION"]


@pytest.mark.parametrize(
    ("kind", "mode"), [("new", None), ("economic", "discontinue"), ("trade", "discontinue")]
)
def test_sanctions_have_no_mode_but_those_on_trade(kind: str, mode: str | None) -> None:
    table = LIFTED.format(verb="imposed", kind=kind, what="sanctions")
    assert found(table, anchor(3, "SANCTION", "SANCTION/discontinue")) == [("SANCTION", mode)]


@pytest.mark.parametrize(
    ("what", "mode", "targets"),
    [
        ("assets", None, ["generals"]),
        ("loans", "discontinue", ["the loans", "generals"]),
    ],
)
def test_who_owns_what_is_frozen_is_the_target(
    what: str, mode: str | None, targets: list[str]
) -> None:
    roles = (Role("target", 2, 4, 0.9), Role("target", 5, 6, 0.9))
    (event,) = _events(
        FROZE.format(what=what), anchor(1, "SANCTION", "SANCTION/discontinue", roles)
    )
    assert event.mode == mode
    assert [s.text for s in event.target] == targets
