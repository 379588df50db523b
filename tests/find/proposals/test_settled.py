"""Who is a party to a proposal, told once."""

from __future__ import annotations

from sayso.find.proposals.drafts import Draft
from sayso.find.proposals.settled import settle
from sayso.record.findings import Stance
from sayso.record.span import Span


def spans(*names: str) -> list[Span]:
    """Names that stand one behind the other in a text."""
    at = [sum(len(n) + 1 for n in names[:k]) for k in range(len(names))]
    return [Span(a, a + len(n), n) for a, n in zip(at, names, strict=True)]


def settled(by: str = "", to: str = "", through: str = "") -> list[list[str]]:
    names = [part.split("|") if part else [] for part in (by, to, through)]
    draft = Draft([], by=spans(*names[0]), to=spans(*names[1]), through=spans(*names[2]))
    settle(draft)
    return [[s.text for s in role] for role in (draft.by, draft.to, draft.through)]


def test_all_parties_together_are_left_out_beside_two_that_are_named() -> None:
    assert settled(by="Norland|Suvria|the two countries")[0] == ["Norland", "Suvria"]
    assert settled(by="Norland|the two countries")[0] == ["Norland", "the two countries"]
    assert settled(to="both sides")[1] == ["both sides"]


def test_nobody_offers_anything_to_himself() -> None:
    assert settled(by="Norland", to="Norland|Suvria")[1] == ["Suvria"]
    assert settled(by="Norland's envoy", to="Norland")[1] == ["Norland"]


def test_who_offers_is_no_go_between_by_his_office() -> None:
    by = "Secretary of State Ada Lund"
    assert settled(by=by, through="Secretary of State|the Red Cross")[2] == ["the Red Cross"]


def test_a_state_is_one_party_by_all_its_names() -> None:
    assert settled(to="Norway|Suvria|Oslo|the Norwegian government")[1] == ["Norway", "Suvria"]
    assert settled(by="Norway's government", to="Oslo|Sweden")[1] == ["Sweden"]


def test_who_signs_for_a_side_that_has_agreed_is_not_one_more() -> None:
    names = spans("Norland", "Nepal", "Norland's water minister", "Nepalese envoy Ada Lund")
    apart = spans("Norland's opposition leader", "Norland's miners")
    draft = Draft([], stances=[Stance(n, "accepts") for n in (*names, *apart)])
    settle(draft)
    left = ["Norland", "Nepal", "Norland's opposition leader", "Norland's miners"]
    assert [s.party.text for s in draft.stances] == left
