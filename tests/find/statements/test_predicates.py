"""What a bare predicate is said of stands before it: a subject, or the noun of a clause."""

from parsed import parsed
from sayso.find.statements.predicates import feared, with_subject
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


def test_a_word_is_said_of_the_noun_that_its_relative_clause_is_about() -> None:
    doc = parsed("""
        A DET 2 det
        step NOUN 0 root
        that PRON 5 obj
        mayors NOUN 5 nsubj
        find VERB 2 acl:relcl
        rash ADJ 5 xcomp
    """)
    said = Statement("", span_of(doc, 3, 4), span_of(doc, 4, 5), (span_of(doc, 5, 6),))
    assert [c.text for c in with_subject(doc, said).content] == ["A step", "rash"]


def test_an_object_is_said_by_itself() -> None:
    doc = parsed("""
        the DET 2 det
        port NOUN 0 root
        where ADV 5 advmod
        clerks NOUN 5 nsubj
        demand VERB 2 acl:relcl
        fees NOUN 5 obj
    """)
    said = Statement("", span_of(doc, 3, 4), span_of(doc, 4, 5), (span_of(doc, 5, 6),))
    assert with_subject(doc, said) == said


FALLS = """
It PRON 4 nsubj
is AUX 4 cop
a DET 4 det
town NOUN 0 root
{pronoun} PRON 9 nsubj
Oslo PROPN 7 nsubj
says VERB 4 acl:relcl
will AUX 9 aux
fall VERB 7 ccomp
"""


def test_a_clause_whose_subject_stands_before_the_cue_is_said_of_it() -> None:
    doc = parsed(FALLS.format(pronoun="that"))
    said = Statement("", span_of(doc, 5, 6), span_of(doc, 6, 7), (span_of(doc, 7, 9),))
    assert [c.text for c in with_subject(doc, said).content] == ["a town", "will fall"]


def test_a_noun_stands_for_its_relative_pronoun_in_what_is_said() -> None:
    doc = parsed(FALLS.format(pronoun="which"))
    content = (span_of(doc, 4, 5), span_of(doc, 7, 9))
    said = Statement("", span_of(doc, 5, 6), span_of(doc, 6, 7), content)
    assert [c.text for c in with_subject(doc, said).content] == ["a town", "will fall"]


def test_what_is_feared_in_a_headline_is_said_of_the_noun_right_before() -> None:
    doc = parsed("scores NUM 2 nsubj\nfeared VERB 0 root\ndead ADJ 2 xcomp")
    said = Statement("", None, span_of(doc, 1, 2), (span_of(doc, 2, 3),))
    assert [c.text for c in with_subject(doc, said).content] == ["scores", "dead"]


JOINED = """
Rebels NOUN 3 nsubj:pass
are AUX 3 aux:pass
{first} VERB 0 root _ Voice=Pass
and CCONJ 6 cc
are AUX 6 aux:pass
{cue} VERB 3 conj _ Voice=Pass
{leading} {tag} 8 {relation}
{what} {kind} 6 {how}
"""


def test_what_is_said_behind_a_joined_passive_cue_is_said_of_its_subject() -> None:
    to_do = {"leading": "to", "tag": "PART", "relation": "mark", "kind": "VERB", "how": "xcomp"}
    doc = parsed(JOINED.format(first="seen", cue="believed", what="flee", **to_do))
    said = Statement("", None, span_of(doc, 4, 6), (span_of(doc, 6, 8),))
    assert [c.text for c in with_subject(doc, said).content] == ["Rebels", "to flee"]
    doc = parsed(JOINED.format(first="seen", cue="told", what="flee", **to_do))
    assert with_subject(doc, said) == said


def test_of_what_somebody_is_blamed_stands_behind_whom() -> None:
    words = {"leading": "for", "tag": "ADP", "relation": "case", "kind": "NOUN", "how": "obl"}
    doc = parsed(JOINED.format(first="seen", cue="blamed", what="theft", **words))
    said = Statement("", None, span_of(doc, 5, 6), (span_of(doc, 6, 8),))
    assert [c.text for c in with_subject(doc, said).content] == ["Rebels", "for theft"]
