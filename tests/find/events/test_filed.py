"""The place in a dateline does nothing, and is no part of who does."""

from __future__ import annotations

import pytest
from tests.parsed import parsed

from sayso.find.events.learned import learned_events
from sayso.language.anchors import Anchor, Role

FILED = """
LUND PROPN 3 compound
– PUNCT 1 punct
leaders NOUN 4 nsubj
condemned VERB 0 root
raids NOUN 4 obj
"""


@pytest.mark.parametrize(
    ("ranges", "doers"),
    [([(0, 3)], ["leaders"]), ([(2, 3)], ["leaders"]), ([(0, 1), (2, 3)], ["leaders"])],
)
def test_who_does_it_stands_behind_the_dateline(
    ranges: list[tuple[int, int]], doers: list[str]
) -> None:
    roles = tuple(Role("actor", start, end, 0.9) for start, end in ranges)
    labels = {"status": {"happened": 1.0}, "mode": {"none": 1.0}}
    anchor = Anchor("event", 3, 4, "ACCUSE", 0.9, roles, labels)
    (event,) = learned_events(parsed(FILED, {"event": [anchor]}))
    assert [s.text for s in event.actor] == doers
