"""The noun behind a cue that stands behind what is said is its source."""

import pytest

from parsed import parsed
from sayso.find.statements.inverted import turned
from sayso.language.spans import span_of
from sayso.record.findings import Statement

TABLE = """
Nobody PRON 2 nsubj
called VERB 0 root
·; PUNCT 5 punct
it PRON 5 nsubj
rained VERB 2 parataxis
·, PUNCT 7 punct
grumbles VERB 5 parataxis
the DET 9 det
abbot NOUN 7 {}
"""


@pytest.mark.parametrize("relation", ["obj", "nsubj"])
def test_who_stands_behind_the_cue_says_the_clause_before_it(relation: str) -> None:
    doc = parsed(TABLE.format(relation))
    taken = Statement("", None, span_of(doc, 6, 7), (span_of(doc, 7, 9),))
    found = turned(doc, taken)
    assert found.source == span_of(doc, 7, 9)
    assert [c.text for c in found.content] == ["it rained"]


def test_a_source_that_is_known_stays_and_an_object_is_said() -> None:
    doc = parsed(TABLE.format("obj"))
    said = Statement("", span_of(doc, 0, 1), span_of(doc, 6, 7), (span_of(doc, 7, 9),))
    assert turned(doc, said) == said
