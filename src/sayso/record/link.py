"""Link: what joins two things of different reports, with a score and the reasons for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

LinkKind = Literal[
    "same-report", "same-happening", "updates", "part-of", "contradicts", "disputes",
    "same-proposal", "same-party",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Link:
    """A suggestion, never a decision: ``a`` and ``b`` are ids "reading/finding" (or "reading").

    ``score`` runs from 0 to 1; ``reasons`` are short sentences; ``difference`` names why two
    accounts differ (later, other scope, other place, other class of victim, other claimant,
    rounding, contradiction).
    """

    kind: LinkKind
    a: str
    b: str
    score: float
    reasons: tuple[str, ...] = ()
    difference: str | None = None
