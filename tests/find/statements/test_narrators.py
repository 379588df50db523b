"""Whose report it is that says "I" or "we", and whom "he" and "it" mean beside it."""

import pytest

from parsed import parsed, report
from sayso.find.statements.sources import named
from sayso.language.spans import span_of
from sayso.record.findings import Statement
from sayso.record.vocabulary import Act, SourceType

TITLE = """
Remarks NOUN 0 root
by ADP 4 case
the DET 4 det
mayor NOUN 1 nmod
·. PUNCT 1 punct
"""
TOLD = """
Medics NOUN 2 nsubj
spoke VERB 0 root
·. PUNCT 2 punct
"""
I_HOPE = """
I PRON 2 nsubj
hope VERB 0 root
so ADV 2 advmod
·. PUNCT 2 punct
"""


def test_who_says_i_in_remarks_is_whose_remarks_they_are() -> None:
    doc = report(TITLE, TOLD, I_HOPE)
    first = Statement("s1", span_of(doc, 5, 6), span_of(doc, 6, 7), (), source_type="group")
    said = Statement("", span_of(doc, 8, 9), span_of(doc, 9, 10), (span_of(doc, 10, 11),))
    assert named(doc, said, [first]).source == span_of(doc, 2, 4)


@pytest.mark.parametrize(("kind", "known"), [("group", True), ("document", False)])
def test_no_document_says_we(kind: SourceType, known: bool) -> None:
    doc = report(TOLD, I_HOPE)
    first = Statement("s1", span_of(doc, 0, 1), span_of(doc, 1, 2), (), source_type=kind)
    said = Statement("", span_of(doc, 3, 4), span_of(doc, 4, 5), (span_of(doc, 5, 6),))
    assert named(doc, said, [first]).source == span_of(doc, *((0, 1) if known else (3, 4)))


def test_he_is_not_whose_remarks_they_are() -> None:
    doc = report(TITLE.replace("mayor", "Oak"), I_HOPE, I_HOPE.replace("I ", "He "))
    oak, me, he = span_of(doc, 2, 4), span_of(doc, 5, 6), span_of(doc, 9, 10)
    first = Statement("s1", oak, span_of(doc, 6, 7), (), "role", source_written=me)
    said = Statement("", he, span_of(doc, 10, 11), (span_of(doc, 11, 12),))
    assert named(doc, said, [first]).source == he


def test_a_noun_for_a_person_is_told_with_the_name_behind_it() -> None:
    doc = parsed("""
        The DET 2 det
        envoy NOUN 6 nsubj
        ·, PUNCT 4 punct
        Oak PROPN 2 appos Person
        ·, PUNCT 2 punct
        left VERB 0 root
        ·. PUNCT 6 punct
        He PRON 9 nsubj
        spoke VERB 0 root
    """)
    said = Statement("", span_of(doc, 7, 8), span_of(doc, 8, 9), ())
    assert named(doc, said, []).source == span_of(doc, 0, 4)


def test_who_stands_in_what_somebody_said_is_not_who_goes_on() -> None:
    doc = parsed("""
        Oak PROPN 2 nsubj Person
        said VERB 0 root
        Elm PROPN 4 nsubj Person
        ran VERB 2 ccomp
        ·. PUNCT 2 punct
        He PRON 7 nsubj
        wept VERB 0 root
    """)
    oak = span_of(doc, 0, 1)
    first = Statement("s1", oak, span_of(doc, 1, 2), (span_of(doc, 2, 4),), "person")
    said = Statement("", span_of(doc, 5, 6), span_of(doc, 6, 7), ())
    assert named(doc, said, [first]).source == oak


@pytest.mark.parametrize(("act", "source"), [("accuses", "Bergen"), ("states", "Orla")])
def test_who_is_accused_denies_it(act: Act, source: str) -> None:
    doc = parsed("""
        Orla PROPN 2 nsubj Organization
        blamed VERB 0 root
        Bergen PROPN 2 obj Organization
        ·, PUNCT 7 punct
        which PRON 7 obj
        it PRON 7 nsubj
        denies VERB 2 parataxis
    """)
    first = Statement(
        "s1", span_of(doc, 0, 1), span_of(doc, 1, 2), (span_of(doc, 2, 3),), "organisation", act=act
    )
    said = Statement("", span_of(doc, 5, 6), span_of(doc, 6, 7), (), act="denies")
    found = named(doc, said, [first]).source
    assert found is not None
    assert found.text == source
