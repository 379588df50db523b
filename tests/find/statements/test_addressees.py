"""A warning is to whom the tree has for its object."""

import pytest

from parsed import parsed
from sayso.find.statements.addressees import addressed
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
