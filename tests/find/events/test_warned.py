"""A warning of what would come over all is no threat; one of what one would do oneself is."""

from __future__ import annotations

import pytest
from tests.parsed import parsed

from sayso.find.events.events import find_events
from sayso.language.anchors import Anchor
from sayso.language.spans import span_of
from sayso.record.findings import Statement

LABELS = {"status": {"happened": 1.0}, "mode": {"none": 1.0}}
OF = """
{who} NOUN 2 nsubj
warned VERB 0 root
of ADP 4 case
{what} NOUN 2 obl
"""
WOULD_BE = """
Orla PROPN 2 nsubj
warned VERB 0 root
{whose} DET 4 det
dam NOUN 6 nsubj
is AUX 6 cop
{what} NOUN 2 ccomp
"""
COULD = """
Orla PROPN 2 nsubj
warned VERB 0 root
{who} NOUN 5 nsubj
could AUX 5 aux
{verb} VERB 2 ccomp
into ADP 7 case
{what} NOUN 5 obl
"""
NOT_TO = """
{who} NOUN 2 nsubj
warned VERB 0 root
not PART 5 advmod
to PART 5 mark
sail VERB 2 xcomp
"""


@pytest.mark.parametrize(
    ("table", "threat"),
    [
        (OF.format(who="Rebels", what="famine"), False),
        (OF.format(who="Rebels", what="chaos"), False),
        (OF.format(who="Rebels", what="reprisals"), True),
        (OF.format(who="Analysts", what="reprisals"), False),
        (WOULD_BE.format(whose="the", what="catastrophe"), False),
        (WOULD_BE.format(whose="any", what="catastrophe"), True),
        (WOULD_BE.format(whose="the", what="target"), True),
        (COULD.format(who="fires", verb="spread", what="Lund"), False),
        (COULD.format(who="it", verb="spread", what="Lund"), True),
        (COULD.format(who="talks", verb="descend", what="chaos"), False),
        (COULD.format(who="troops", verb="descend", what="Lund"), True),
        (NOT_TO.format(who="Orla"), True),
        (NOT_TO.format(who="Analysts"), True),
    ],
)
def test_who_foresees_a_danger_does_not_threaten(table: str, threat: bool) -> None:
    doc = parsed(table, {"event": [Anchor("event", 1, 2, "THREATEN", 0.9, (), LABELS)]})
    content = (span_of(doc, 2, len(doc)),)
    said = Statement("s1", span_of(doc, 0, 1), span_of(doc, 1, 2), content)
    assert bool(find_events(doc, (said,))) == threat


def test_a_threat_with_another_word_is_no_warning() -> None:
    table = OF.format(who="Rebels", what="chaos")
    doc = parsed(
        table.replace("warned", "threatened"),
        {"event": [Anchor("event", 1, 2, "THREATEN", 0.9, (), LABELS)]},
    )
    said = Statement("s1", span_of(doc, 0, 1), span_of(doc, 1, 2), (span_of(doc, 2, 4),))
    assert find_events(doc, (said,))
