"""Where the parties stand towards a proposal, out of frozen parses."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import spacy
from spacy.tokens import Doc

from sayso.find.proposals.stances import is_wished
from sayso.record.findings import Proposal

Frozen = Callable[..., Doc]


def stances(proposal: Proposal) -> list[tuple[str, str]]:
    return [(s.party.text, s.stance) for s in proposal.stances]


@pytest.mark.parametrize(
    ("name", "stance"),
    [
        ("is-divided", ("The council of Norland", "undecided")),
        ("is-prepared", ("Norland", "accepts")),
    ],
)
def test_who_is_divided_or_prepared_takes_a_stance(found, name, stance) -> None:  # type: ignore[no-untyped-def]
    (plan,) = found(name)
    assert stances(plan) == [stance]
    assert [t.what.text for t in plan.terms] == ["reopen the port"]


def test_the_parties_are_those_who_have_been_named(found) -> None:  # type: ignore[no-untyped-def]
    (truce,) = found("parties-named")
    assert stances(truce) == [("Norland", "accepts"), ("Suvria", "accepts")]


def read(words: str, heads: list[int], deps: list[str]) -> Doc:
    return Doc(spacy.blank("en").vocab, words=words.split(), heads=heads, deps=deps)


def test_who_is_only_supposed_to_agree_has_taken_no_stance() -> None:
    turned = read("Should Norland sign it", [2, 2, 2, 2], ["aux", "nsubj", "advcl", "obj"])
    supposed = read("if Norland signs it", [2, 2, 2, 2], ["mark", "nsubj", "advcl", "obj"])
    plain = read("Norland will sign it", [2, 2, 2, 2], ["nsubj", "aux", "ROOT", "obj"])
    assert is_wished(turned[2]) and is_wished(supposed[2]) and not is_wished(plain[2])
