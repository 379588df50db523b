"""The words that withhold a name, and the name behind a pronoun."""

from dataclasses import replace

import pytest
from spacy.tokens import Doc

from parsed import parsed
from sayso.find.statements.clauses import subject
from sayso.find.statements.sources import WITHHELD, is_withholding, named, withholding
from sayso.language.spans import span_of
from sayso.record.findings import Statement
from sayso.record.vocabulary import SourceType


@pytest.mark.parametrize(
    "sentence",
    [
        "A diplomat who asked not to be named said so.",
        "An aide, speaking on condition of anonymity, said so.",
        "An officer who declined to be identified said so.",
        "One doctor would not give her name.",
        "Officials not authorized to speak to reporters said so.",
        "A guard requested anonymity.",
        "A nurse who did not want to be named said so.",
        "A driver who asked that only his first name be used said so.",
        "Two clerks preferred to remain anonymous.",
    ],
)
def test_words_that_withhold_a_name_are_known(sentence: str) -> None:
    assert WITHHELD.search(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The minister asked not to be interrupted.",
        "He named the ship.",
        "The condition of the road is bad.",
    ],
)
def test_other_words_are_not(sentence: str) -> None:
    assert not WITHHELD.search(sentence)


TALKS = """
The DET 2 det
envoy NOUN 3 nsubj _ Number=Sing
left VERB 0 root
·. PUNCT 3 punct
He PRON 6 nsubj
said VERB 0 root
talks NOUN 8 nsubj _ Number=Plur
failed VERB 6 ccomp
·. PUNCT 6 punct
"""


def he_said(doc: Doc) -> Statement:
    return Statement("", span_of(doc, 4, 5), span_of(doc, 5, 6), (span_of(doc, 6, 8),))


def test_who_spoke_last_speaks_on_where_the_pronoun_suits() -> None:
    doc = parsed(TALKS)
    last = Statement("s1", span_of(doc, 0, 2), span_of(doc, 2, 3), (), source_type="role")
    army = Statement("s2", span_of(doc, 2, 3), span_of(doc, 2, 3), (), source_type="organisation")
    assert named(doc, he_said(doc), [last, army]).source == last.source


def test_a_pronoun_stands_for_the_nearest_fitting_subject_before_it() -> None:
    doc = parsed(TALKS)
    found = named(doc, he_said(doc), [])
    assert (found.source.text, found.source_written.text) == ("The envoy", "He")


def test_the_encoder_s_link_goes_before_the_nearest_subject() -> None:
    doc = parsed(
        TALKS.replace("The DET", "Miller PROPN").replace("det", "nmod:poss", 1),
        links={"coref": {4: (0, 0.9)}},
    )
    found = named(doc, he_said(doc), [])
    assert found.source.text == "Miller"


def test_a_source_whose_name_is_withheld_is_anonymous() -> None:
    doc = parsed("""
        An DET 2 det
        aide NOUN 9 nsubj
        who PRON 4 nsubj
        asked VERB 2 acl:relcl
        not PART 7 advmod
        to PART 7 mark
        be AUX 8 aux:pass
        named VERB 4 xcomp
        agreed VERB 0 root
    """)
    statement = Statement("", span_of(doc, 0, 2), span_of(doc, 8, 9), (), source_type="role")
    found = withholding(doc, statement)
    assert found.anonymous
    assert found.withheld is not None
    assert found.withheld.text == "who asked not to be named"
    inner = replace(statement, source=span_of(doc, 1, 2))
    assert withholding(doc, inner, [found]) == inner  # they withhold the name of another


def test_words_that_withhold_a_name_go_with_the_source_into_another_sentence() -> None:
    doc = parsed("""
        Aides NOUN 5 nsubj
        who PRON 3 nsubj
        requested VERB 1 acl:relcl
        anonymity NOUN 3 obj
        spoke VERB 0 root
        They PRON 7 nsubj
        agreed VERB 0 root
    """)
    source = span_of(doc, 0, 4)
    statement = Statement("", source, span_of(doc, 6, 7), (), source_type="group")
    found = withholding(doc, statement)
    assert found.withheld is not None
    assert found.withheld.text == "who requested anonymity"


def test_what_is_accused_in_a_passive_is_no_source() -> None:
    doc = parsed("""
        Troops NOUN 2 nsubj
        hit VERB 0 root
        a DET 4 det
        boat NOUN 2 obj
        accused VERB 4 acl _ Tense=Past|VerbForm=Part
        of ADP 7 case
        smuggling NOUN 5 obl
    """)
    assert subject(doc[4]) is None


def test_a_cue_that_but_withholds_a_name_is_no_statement() -> None:
    doc = parsed("""
        She PRON 2 nsubj
        declined VERB 0 root
        to PART 5 mark
        be AUX 5 aux:pass
        identified VERB 2 xcomp
    """)
    said = Statement("", span_of(doc, 0, 1), span_of(doc, 1, 2), (span_of(doc, 2, 5),))
    assert is_withholding(doc, said)


def test_a_body_that_is_the_new_subject_is_what_it_stands_for() -> None:
    doc = parsed("""
        Medics NOUN 2 nsubj _ Number=Plur
        spoke VERB 0 root
        Acme PROPN 4 nsubj Organization
        left VERB 0 root
        It PRON 6 nsubj
        denied VERB 0 root
        theft NOUN 6 obj
    """)
    said = Statement("", span_of(doc, 4, 5), span_of(doc, 5, 6), (span_of(doc, 6, 7),))
    group = Statement("s1", span_of(doc, 0, 1), span_of(doc, 1, 2), (), source_type="organisation")
    assert named(doc, said, [group]).source == span_of(doc, 2, 3)


def test_a_name_that_is_a_piece_of_an_earlier_source_stands_for_the_whole() -> None:
    doc = parsed(TALKS)
    whole = Statement("s1", span_of(doc, 0, 3), span_of(doc, 3, 4), (), source_type="unknown")
    assert named(doc, he_said(doc), [whole]).source == whole.source


def test_words_that_withhold_a_name_belong_to_the_source_that_they_begin_in() -> None:
    doc = parsed("""
        One NUM 2 nummod
        aide NOUN 9 nsubj
        who PRON 4 nsubj
        asked VERB 2 acl:relcl
        not PART 8 advmod
        to PART 8 mark
        be AUX 8 aux:pass
        named VERB 4 xcomp
        agreed VERB 0 root
    """)
    said = Statement("", span_of(doc, 0, 4), span_of(doc, 8, 9), (), source_type="role")
    assert withholding(doc, said).source == span_of(doc, 0, 8)


def test_nobody_calls_himself_by_the_name_in_his_own_words() -> None:
    doc = parsed("""
        Orlan PROPN 2 nsubj Person
        nodded VERB 0 root
        ·. PUNCT 2 punct
        Petro PROPN 5 nsubj Person Number=Sing
        lied VERB 7 ccomp
        he PRON 7 nsubj
        said VERB 0 root
    """)
    last = Statement("s1", span_of(doc, 0, 1), span_of(doc, 1, 2), (), source_type="person")
    said = Statement("", span_of(doc, 5, 6), span_of(doc, 6, 7), (span_of(doc, 3, 5),))
    assert named(doc, said, [last]).source == last.source


WE = """
The DET 2 det
Ministry PROPN 3 nsubj Organization
protests VERB 0 root
·. PUNCT 3 punct
Rebels NOUN 6 nsubj
lie VERB 0 root
·. PUNCT 6 punct
We PRON 9 nsubj
regret VERB 0 root
that PRON 9 obj
"""


@pytest.mark.parametrize(
    ("kind", "speaker"), [("organisation", "The Ministry"), ("person", "Rebels")]
)
def test_we_outside_of_all_quotes_is_the_body_that_issues_the_report(
    kind: SourceType, speaker: str
) -> None:
    doc = parsed(WE)
    first = Statement("s1", span_of(doc, 0, 2), span_of(doc, 2, 3), (), source_type=kind)
    last = Statement("s2", span_of(doc, 4, 5), span_of(doc, 5, 6), (), source_type="group")
    said = Statement("", span_of(doc, 7, 8), span_of(doc, 8, 9), (span_of(doc, 9, 10),))
    found = named(doc, said, [first, last]).source
    assert found is not None
    assert found.text == speaker


QUOTED = """
Sheppard PROPN 2 nsubj Person Number=Sing
said VERB 0 root
·: PUNCT 2 punct
“ PUNCT 6 punct
·Orlan PROPN 6 nsubj Person Number=Sing
spoke VERB 2 ccomp
·. PUNCT 6 punct
She PRON 9 nsubj
says VERB 6 parataxis
so ADV 9 advmod
·. PUNCT 6 punct
” PUNCT 6 punct
She PRON 14 nsubj
added VERB 0 root
this PRON 14 obj
"""


def test_in_a_quote_she_is_not_who_speaks_and_behind_it_not_whom_it_tells_of() -> None:
    doc = parsed(QUOTED)
    outer = Statement(
        "s1", span_of(doc, 0, 1), span_of(doc, 1, 2), (span_of(doc, 4, 10),), source_type="person"
    )
    inner = Statement("", span_of(doc, 7, 8), span_of(doc, 8, 9), (span_of(doc, 9, 10),))
    inner = named(doc, inner, [outer])
    assert inner.source == span_of(doc, 4, 5)
    behind = Statement("", span_of(doc, 12, 13), span_of(doc, 13, 14), (span_of(doc, 14, 15),))
    inner = replace(inner, source_type="person")
    assert named(doc, behind, [outer, inner]).source == outer.source


def test_we_of_a_report_without_a_speaker_is_the_body_that_it_names_first() -> None:
    doc = parsed(WE.replace("Rebels NOUN", "Rebels PROPN"))
    said = Statement("", span_of(doc, 7, 8), span_of(doc, 8, 9), (span_of(doc, 9, 10),))
    assert named(doc, said, []).source == span_of(doc, 0, 2)


def test_a_pronoun_stands_for_the_name_without_what_it_is_told_to_be() -> None:
    doc = parsed("""
        Orlan PROPN 6 nsubj Person Number=Sing
        ·, PUNCT 4 punct
        a DET 4 det
        baker NOUN 1 appos
        ·, PUNCT 4 punct
        left VERB 0 root
        ·. PUNCT 6 punct
        He PRON 9 nsubj
        agreed VERB 0 root
        so ADV 9 advmod
    """)
    last = Statement("s1", span_of(doc, 0, 4), span_of(doc, 5, 6), (), source_type="person")
    said = Statement("", span_of(doc, 7, 8), span_of(doc, 8, 9), (span_of(doc, 9, 10),))
    assert named(doc, said, [last]).source == span_of(doc, 0, 1)


def test_a_pronoun_stands_for_the_last_mention_of_its_name() -> None:
    doc = parsed("""
        Ann PROPN 3 nsubj
        Orlan PROPN 1 flat
        left VERB 0 root
        ·. PUNCT 3 punct
        Orlan PROPN 6 nsubj
        wept VERB 0 root
        ·. PUNCT 6 punct
        She PRON 9 nsubj
        lied VERB 0 root
    """)
    last = Statement("s1", span_of(doc, 0, 2), span_of(doc, 2, 3), (), source_type="person")
    said = Statement("", span_of(doc, 7, 8), span_of(doc, 8, 9), (span_of(doc, 5, 6),))
    assert named(doc, said, [last]).source == span_of(doc, 4, 5)


def test_she_is_not_whoever_spoke_last_as_a_he() -> None:
    doc = parsed("""
        Orla PROPN 2 nsubj Person Number=Sing
        left VERB 0 root
        ·. PUNCT 2 punct
        Her PRON 5 nmod:poss
        grandson NOUN 6 nsubj _ Number=Sing
        asked VERB 0 root
        ·. PUNCT 6 punct
        She PRON 9 nsubj
        agreed VERB 0 root
    """)
    last = Statement("s1", span_of(doc, 3, 5), span_of(doc, 5, 6), (), source_type="role")
    said = Statement("", span_of(doc, 7, 8), span_of(doc, 8, 9), ())
    assert named(doc, said, [last]).source == span_of(doc, 0, 1)


@pytest.mark.parametrize(("end", "is_one"), [(1, True), (3, False)])
def test_it_goes_on_with_one_body_that_spoke_and_not_with_two(end: int, is_one: bool) -> None:
    doc = parsed("""
        Oslo PROPN 4 nsubj Location
        and CCONJ 3 cc
        Bergen PROPN 1 conj Location
        spoke VERB 0 root
        It PRON 6 nsubj
        denied VERB 0 root
        theft NOUN 6 obj
    """)
    said = Statement("", span_of(doc, 4, 5), span_of(doc, 5, 6), (span_of(doc, 6, 7),))
    spoke = Statement("s1", span_of(doc, 0, end), span_of(doc, 3, 4), (), source_type="state")
    found = named(doc, said, [spoke]).source
    assert (found == spoke.source) is is_one
