"""Whom the terms of a proposal bind, out of frozen parses."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("name", "duties"),
    [
        (
            "obliges-two",
            [
                ("Norland", "leave the port"),
                ("Suvria", "free ten prisoners"),
                ("the rebels", "burying their mines"),
                ("the rebels", "giving up their guns"),
            ],
        ),
        (
            "would-require",
            [
                ("Suvria", "leave the port"),
                ("Suvria", "free ten prisoners"),
                ("Suvria", "open the road"),
            ],
        ),
        (
            "in-return-duties",
            [
                ("Norland", "leave the port"),
                ("Suvria", "free ten prisoners"),
                ("The rebels", "bury their mines"),
            ],
        ),
        (
            "would-have-had",
            [("the rebels", "bury their mines"), ("the rebels", "free ten prisoners")],
        ),
        (
            "listed-gerunds",
            [("the rebels", "stop kidnapping, mining roads and taking tolls")],
        ),
    ],
)
def test_who_must_act(found, name: str, duties: list[tuple[str, str]]) -> None:  # type: ignore[no-untyped-def]
    (proposal,) = found(name)
    assert [(t.party and t.party.text, t.what.text) for t in proposal.terms] == duties


@pytest.mark.parametrize(
    ("name", "terms"),
    [
        ("may-do", ["leave the port", "keep its guns", "mine the road", "have a flag"]),
        ("becomes-of-it", ["free ten prisoners", "leave the port"]),
        ("ends-the-war", ["free ten prisoners"]),
    ],
)
def test_what_is_laid_down(found, name: str, terms: list[str]) -> None:  # type: ignore[no-untyped-def]
    (proposal,) = found(name)
    assert [t.what.text for t in proposal.terms] == terms
