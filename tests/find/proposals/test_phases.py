"""Phases by their words."""

from __future__ import annotations

import pytest

from sayso.find.proposals.phases import begins_phase, phase_in


@pytest.mark.parametrize(
    ("text", "phase"),
    [
        ("In the first stage, the guns would fall silent", 1),
        ("in a second, all others will go home", 2),
        ("an end to the raids in a first phase", 1),
        ("talks on a state in a third", 3),
        ("phase two of the deal", 2),
        ("In a later phase the force will leave", 0),
        ("in the first days of the war", None),
        ("the second round of talks", None),
    ],
)
def test_a_phase_is_told_from_other_ordinals(text: str, phase: int | None) -> None:
    assert phase_in(text) == phase


def test_a_sentence_that_opens_with_a_phase_goes_on_with_the_plan() -> None:
    assert begins_phase("Only in a third phase would talks start.")
    assert not begins_phase("The envoy spoke of the plan, which would end in a third phase.")
