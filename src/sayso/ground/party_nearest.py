"""The parties named before in an item to those that a definite noun may stand for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from sayso.ground.party_stand_ins import Earlier
from sayso.record.grounding import Actor


@dataclass(slots=True)
class Nearest:
    """What one noun may stand for in one item: the last that fits, and of each state the last.

    ``here`` holds those of the paragraph ``paragraph`` alone. Each earlier party is read once.
    """

    noun: str
    count: int = 0
    last: Actor | None = None
    states: dict[str, Actor] = field(default_factory=dict)
    here: dict[str, Actor] = field(default_factory=dict)
    paragraph: int = -1

    def read(
        self,
        earlier: Sequence[tuple[int, Earlier]],
        body_of: Callable[[Earlier, str], Actor | None],
    ) -> None:
        """Take in the parties that have been named since."""
        for paragraph, party in earlier[self.count :]:
            meant = body_of(party, self.noun) if party.fits(self.noun) else None
            if meant is None:
                continue
            if paragraph != self.paragraph:
                self.paragraph, self.here = paragraph, {}
            self.last = self.here[meant.country or ""] = self.states[meant.country or ""] = meant
        self.count = len(earlier)

    def governments(self, paragraph: int, ruler: Actor | None) -> dict[str, Actor]:
        """Return, by state, the governments that may be meant: of the paragraph, else of the item.

        Where the report was filed another state may rule: ``ruler``, which then may be meant too.
        """
        if paragraph == self.paragraph:
            return self.here
        if ruler is None or not self.states:
            return self.states
        return {ruler.country or "": ruler} | self.states
