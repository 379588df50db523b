"""Passive reports: what is said of the subject behind "are feared", "reported"."""

from parsed import parsed
from sayso.find.statements.passives import feared, with_subject
from sayso.language.spans import span_of
from sayso.record.findings import Statement

FEARED = """
Two NUM 2 nummod
divers NOUN 4 nsubj:pass
are AUX 4 aux:pass
{} VERB 0 root _ Tense=Past|VerbForm=Part
{} {} 4 {}
"""


def test_feared_before_a_bare_predicate_is_a_statement_that_nobody_is_named_for() -> None:
    (found,) = feared(parsed(FEARED.format("feared", "dead", "ADJ", "xcomp")))
    assert found.cue.text == "are feared"
    assert [c.text for c in found.content] == ["Two divers", "dead"]
    assert (found.source, found.act) == (None, "believes")


def test_feared_by_somebody_is_none() -> None:
    assert not list(feared(parsed(FEARED.format("feared", "everywhere", "ADV", "advmod"))))


def test_a_bare_predicate_is_said_of_the_noun_that_the_report_hangs_on() -> None:
    doc = parsed("""
        the DET 3 det
        nine NUM 3 nummod
        sailors NOUN 0 root
        reported VERB 3 acl _ Tense=Past|VerbForm=Part
        missing ADJ 4 xcomp
    """)
    cut = Statement("", None, span_of(doc, 3, 4), (span_of(doc, 4, 5),))
    assert [c.text for c in with_subject(doc, cut).content] == ["the nine sailors", "missing"]


def test_what_is_said_to_the_subject_of_a_passive_is_left_alone() -> None:
    doc = parsed("""
        Pilots NOUN 3 nsubj:pass
        were AUX 3 aux:pass
        told VERB 0 root
        to PART 5 mark
        land VERB 3 xcomp _ VerbForm=Inf
    """)
    told = Statement("", None, span_of(doc, 1, 3), (span_of(doc, 3, 5),))
    assert with_subject(doc, told) == told
