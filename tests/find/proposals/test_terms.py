"""The terms of a proposal, out of frozen parses."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from sayso.find.proposals.proposals import find_proposals
from sayso.record.findings import Proposal

Frozen = Callable[..., Doc]


def duties(proposal: Proposal) -> list[tuple[str | None, str]]:
    return [(t.party and t.party.text, t.what.text) for t in proposal.terms]


@pytest.fixture
def found(frozen: Frozen) -> Callable[[str], tuple[Proposal, ...]]:
    return lambda name: find_proposals(frozen("negotiations", name), (), ())[0]


def test_clauses_in_a_list_name_who_must_act(found) -> None:  # type: ignore[no-untyped-def]
    (settlement,) = found("clauses-in-a-list")
    assert duties(settlement) == [
        ("the rebels", "bury their mines"),
        ("Norland", "frees 19 villagers"),
        ("both armies", "leave the port"),
    ]


def test_the_strongest_terms_are_none_of_a_deal(found) -> None:  # type: ignore[no-untyped-def]
    assert found("in-strongest-terms") == ()
