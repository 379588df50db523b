"""States that verbs and set phrases tell, out of frozen parses."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("truce-lasted-a-week", "expired"),
        ("truce-lasted-hours", "broken"),
        ("offer-withdrawn", "expired"),
        ("offer-studied", "offered"),
    ],
)
def test_the_state_that_a_verb_tells(found, name: str, state: str) -> None:  # type: ignore[no-untyped-def]
    (proposal,) = found(name)
    assert proposal.state == state
