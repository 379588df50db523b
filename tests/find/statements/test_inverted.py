"""The noun behind a cue that stands behind what is said is its source."""

import pytest

from parsed import parsed
from sayso.find.statements.inverted import by_nobody, turned
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


BELIEVED = """
Twenty NUM 4 nsubj
of ADP 3 case
them PRON 1 nmod
{} VERB 1 acl _ VerbForm=Part
to PART 7 mark
be AUX 7 cop
alive ADJ 4 xcomp
left VERB 0 root
"""


def test_those_of_whom_something_is_believed_do_not_believe_it() -> None:
    doc = parsed(BELIEVED.format("believed"))
    said = Statement("", span_of(doc, 0, 3), span_of(doc, 3, 4), (span_of(doc, 4, 7),))
    found = by_nobody(doc, said)
    assert found.source is None
    assert [c.text for c in found.content] == ["Twenty of them", "to be alive"]
    doc = parsed(BELIEVED.format("hoping"))
    said = Statement("", span_of(doc, 0, 3), span_of(doc, 3, 4), (span_of(doc, 4, 7),))
    assert by_nobody(doc, said) == said
