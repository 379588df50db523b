"""Which words of a report stand for one thing on the table, on frozen parses."""

from __future__ import annotations


def test_an_answer_that_is_yet_to_come_is_no_proposal(found) -> None:  # type: ignore[no-untyped-def]
    names = [p.name.text for p in found("answer-to-come")]
    assert names == ["a peace plan"]


def test_an_amended_draft_that_gives_quiet_is_the_draft_and_may_be_called_a_truce(found) -> None:  # type: ignore[no-untyped-def]
    (draft,) = found("draft-called-truce")
    stances = {(s.party.text, s.stance) for s in draft.stances}
    assert stances == {("Talvia", "accepts"), ("The rebels", "rejects")}


def test_a_stance_to_what_is_only_a_term_of_a_pact_goes_to_the_pact(found) -> None:  # type: ignore[no-untyped-def]
    (pact,) = found("ceasefire-within-pact")
    assert pact.name.text == "a pact"
    assert ("Corvia", "accepts") in {(s.party.text, s.stance) for s in pact.stances}


def test_a_later_name_may_add_how_many_points_a_plan_has(found) -> None:  # type: ignore[no-untyped-def]
    (plan,) = found("draft-named-by-its-points")
    assert (plan.name.text, plan.state) == ("a plan", "rejected")
    assert "free 20 prisoners" in [t.what.text for t in plan.terms]


def test_what_both_sides_undertake_behind_a_deal_is_no_deal_of_its_own(found) -> None:  # type: ignore[no-untyped-def]
    assert [p.name.text for p in found("both-sides-undertake")] == ["an arrangement"]
