"""Who gives somebody until a time to act puts an ultimatum on the table."""

from __future__ import annotations


def test_time_given_to_act_is_an_ultimatum_whatever_it_is_called_later(found) -> None:  # type: ignore[no-untyped-def]
    (told,) = found("deadline-given")
    assert [s.text for s in (*told.by, *told.to)] == ["Norland", "the rebels"]
    assert [(t.what.text, t.party.text) for t in told.terms] == [
        ("leave the port", "the rebels"),
        ("free ten men", "the rebels"),
    ]
    assert [(s.party.text, s.stance) for s in told.stances] == [("The rebels", "rejects")]


def test_time_to_think_and_time_that_a_plan_gives_are_none(found) -> None:  # type: ignore[no-untyped-def]
    assert [p for p in found("deadline-to-think") if "ultimatum" in p.rule] == []
