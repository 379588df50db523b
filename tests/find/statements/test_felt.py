"""Whoever is moved by something says so."""

from parsed import parsed
from sayso.find.statements.felt import felt
from sayso.language.spans import span_of
from sayso.record.findings import Statement

ALARMED = """
Oslo PROPN 3 nsubj:pass
is AUX 3 aux:pass
{} VERB 0 root
by ADP 5 case
raids NOUN 3 obl:agent
"""


def test_who_is_alarmed_says_so_and_not_what_alarms_him() -> None:
    doc = parsed(ALARMED.format("alarmed"))
    said = Statement("", span_of(doc, 4, 5), span_of(doc, 1, 3), (span_of(doc, 4, 5),))
    assert felt(doc, said).source == span_of(doc, 0, 1)
    doc = parsed(ALARMED.format("condemned"))
    said = Statement("", span_of(doc, 4, 5), span_of(doc, 1, 3), (span_of(doc, 0, 1),))
    assert felt(doc, said) == said


def test_an_adjective_tells_so_too() -> None:
    doc = parsed(ALARMED.format("alarmed").replace("alarmed VERB", "alarmed ADJ"))
    said = Statement("", None, span_of(doc, 1, 3), (span_of(doc, 4, 5),))
    assert felt(doc, said).source == span_of(doc, 0, 1)
