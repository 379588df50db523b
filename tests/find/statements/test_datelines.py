"""What is said without the place and day that open the report."""

import pytest

from parsed import parsed
from sayso.find.statements.datelines import DATELINE, undated
from sayso.language.spans import span_of
from sayso.record.findings import Statement


@pytest.mark.parametrize(
    "head", ["OSLO — ", "OSLO, May 6 — ", "OSLO (XYZ) -- ", "NEW OSLO, Norway - "]
)
def test_datelines_are_known(head: str) -> None:
    found = DATELINE.match(head + "Two men fled")
    assert found is not None
    assert found[0] == head


@pytest.mark.parametrize("head", ["OSLO-backed men fled", "Oslo — a town", "EU — a bloc"])
def test_other_beginnings_are_none(head: str) -> None:
    assert DATELINE.match(head) is None


def test_what_is_said_begins_behind_the_dateline() -> None:
    doc = parsed("""
        OSLO PROPN 5 nsubj
        — PUNCT 1 punct
        Two NUM 4 nummod
        men NOUN 5 nsubj
        fled VERB 0 root
    """)
    said = Statement("", None, span_of(doc, 4, 5), (span_of(doc, 0, 5),))
    assert undated(doc, said).content == (span_of(doc, 2, 5),)


def test_a_source_begins_behind_a_dateline() -> None:
    doc = parsed("""
        OSLO PROPN 0 root
        – PUNCT 1 punct
        Elm PROPN 4 compound
        League PROPN 5 nsubj
        spoke VERB 1 parataxis
        so ADV 5 advmod
    """)
    said = Statement("", span_of(doc, 0, 4), span_of(doc, 4, 5), (span_of(doc, 5, 6),))
    source = undated(doc, said).source
    assert source is not None and source.text == "Elm League"
