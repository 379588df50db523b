"""The decisions about a finding to where it stands: open, accepted, rejected or corrected."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.store.journal import Decision

#: The field of a decision on a finding as a whole; any other names the field that was corrected.
VERDICT = "verdict"
ACCEPTED, REJECTED = "accepted", "rejected"


@dataclass(frozen=True, slots=True)
class Verdict:
    """Where a finding stands: ``state`` None where it is open; ``values`` are corrected fields."""

    state: str | None = None
    values: tuple[tuple[str, str | None], ...] = ()
    who: str = ""
    made: str = ""


def stand(decisions: Iterable[Decision]) -> Verdict:
    """Return where a finding stands after its decisions, given oldest first.

    A later decision on the same field takes the place of an earlier one; a verdict of None takes
    everything back.
    """
    state: str | None = None
    values: dict[str, str | None] = {}
    who = made = ""
    for decision in decisions:
        who, made = decision.who, decision.made
        if decision.field == VERDICT:
            state = decision.new
            if state is None:
                values = {}
        else:
            values[decision.field] = decision.new
    return Verdict(state, tuple(values.items()), who, made)
