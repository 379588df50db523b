"""A warning is to whom the tree has for its object."""

import pytest

from parsed import parsed
from sayso.find.statements.addressees import addressed
from sayso.find.statements.repair import mended
from sayso.language.spans import span_of
from sayso.record.findings import Statement

TABLE = """
Orla PROPN 2 nsubj
{verb} VERB 0 root
{whom}
{lead} ADP 5 case
raids NOUN 2 obl
"""


@pytest.mark.parametrize(
    ("verb", "whom", "lead", "to"),
    [
        ("warned", "Lund PROPN 2 iobj", "against", "Lund"),
        ("warns", "mayors NOUN 2 obj", "of", "mayors"),
        ("warned", "it PRON 2 obj", "against", None),
        ("warned", "again ADV 2 advmod", "against", None),
        ("warned", "Lund PROPN 2 iobj", "after", None),
        ("shielded", "Lund PROPN 2 obj", "against", None),
    ],
)
def test_who_is_warned(verb: str, whom: str, lead: str, to: str | None) -> None:
    doc = parsed(TABLE.format(verb=verb, whom=whom, lead=lead))
    said = Statement("", span_of(doc, 0, 1), span_of(doc, 1, 2), (span_of(doc, 3, 5),))
    found = addressed(doc, said).to
    assert (found.text if found is not None else None) == to


ASKED = """
Asked VERB 8 {relation} _ Voice=Pass
if SCONJ 4 mark
talks NOUN 4 nsubj
failed VERB 1 ccomp
·, PUNCT 1 punct
the DET 7 det
mayor NOUN 8 nsubj
nodded VERB 0 root
"""


@pytest.mark.parametrize(("relation", "to"), [("advcl", "the mayor"), ("dep", None)])
def test_who_answers_is_asked_and_does_not_ask(relation: str, to: str | None) -> None:
    doc = parsed(ASKED.format(relation=relation))
    said = Statement("", span_of(doc, 5, 7), span_of(doc, 0, 1), (span_of(doc, 1, 4),))
    found = addressed(doc, said).to
    assert (found.text if found is not None else None) == to


def test_who_answers_is_no_source_of_the_question() -> None:
    doc = parsed(ASKED.format(relation="advcl"))
    said = Statement("", span_of(doc, 5, 7), span_of(doc, 0, 1), (span_of(doc, 1, 4),))
    assert mended(doc, said).source is None
