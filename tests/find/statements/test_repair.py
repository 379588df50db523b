"""What a verb joined to the cue says is no longer what is reported."""

import pytest

from parsed import parsed
from sayso.find.statements.repair import mended
from sayso.language.spans import span_of
from sayso.record.findings import Statement

NOW = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
JOINED = """
Parliament NOUN 2 nsubj
rules VERB 0 root _ {now}
levies NOUN 4 nsubj
harm VERB 2 ccomp _ Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin
trade NOUN 4 obj
and CCONJ 7 cc
{word} VERB {head} conj _ {form}
them PRON 7 obj
"""


@pytest.mark.parametrize("head", [2, 4])
def test_a_joined_verb_of_the_cue_s_own_form_ends_what_is_said_whatever_the_tree(head: int) -> None:
    doc = parsed(JOINED.format(now=NOW, word="halts", head=head, form=NOW))
    said = Statement("", span_of(doc, 0, 1), span_of(doc, 1, 2), (span_of(doc, 2, 8),))
    assert [c.text for c in mended(doc, said).content] == ["levies harm trade"]


def test_a_joined_verb_of_the_form_of_what_is_said_goes_on_it() -> None:
    form = NOW.replace("Sing", "Plur")
    doc = parsed(JOINED.format(now=NOW, word="slow", head=4, form=form))
    said = Statement("", span_of(doc, 0, 1), span_of(doc, 1, 2), (span_of(doc, 2, 8),))
    assert [c.text for c in mended(doc, said).content] == ["levies harm trade and slow them"]


def source(table: str, start: int, end: int, cue: int) -> str | None:
    doc = parsed(table)
    said = Statement("", span_of(doc, start, end), span_of(doc, cue, cue + 1), ())
    found = mended(doc, said).source
    return found.text if found else None


def test_a_clause_behind_a_comma_is_no_part_of_a_source() -> None:
    table = """
        Oslo PROPN 7 nsubj
        ·, PUNCT 5 punct
        which PRON 5 nsubj:pass
        was AUX 5 aux:pass
        asked VERB 1 acl:relcl
        ·, PUNCT 5 punct
        agrees VERB 0 root
    """
    assert source(table, 0, 5, 6) == "Oslo"


def test_a_clause_without_a_comma_is_part_of_a_source() -> None:
    table = """
        elders NOUN 4 nsubj
        who PRON 3 nsubj
        met VERB 1 acl:relcl
        agree VERB 0 root
    """
    assert source(table, 0, 1, 3) == "elders who met"


@pytest.mark.parametrize(("first", "owner"), [("nmod:poss", "Nauru"), ("amod", None)])
def test_whose_claims_they_are_is_their_source(first: str, owner: str | None) -> None:
    doc = parsed(f"""
        Nauru PROPN 3 {first}
        's PART 1 case
        claims NOUN 0 root
        of ADP 5 case
        theft NOUN 3 nmod
    """)
    said = Statement("", None, span_of(doc, 2, 3), (span_of(doc, 4, 5),))
    found = mended(doc, said).source
    assert (found.text if found else None) == owner


def test_the_helper_alone_that_is_marked_as_a_cue_has_its_verb_s_subject() -> None:
    doc = parsed("""
        Bonn PROPN 4 nsubj
        would AUX 4 aux
        neither CCONJ 4 cc
        confirm VERB 0 root
        it PRON 4 obj
    """)
    said = Statement("", None, span_of(doc, 1, 3), (span_of(doc, 4, 5),))
    assert mended(doc, said).source == span_of(doc, 0, 1)


def test_who_is_quoted_says_it_and_stands_in_what_is_said_of_him() -> None:
    doc = parsed("""
        Orla PROPN 2 nsubj Person
        quoted VERB 0 root
        her PRON 4 nmod:poss
        son NOUN 2 obj
        as SCONJ 6 mark
        saying VERB 2 advcl
        boats NOUN 8 nsubj
        sank VERB 6 ccomp
    """)
    outer = Statement("", span_of(doc, 0, 1), span_of(doc, 1, 2), (span_of(doc, 2, 4),))
    assert [c.text for c in mended(doc, outer).content] == ["her son as saying"]
    inner = Statement("", None, span_of(doc, 5, 6), (span_of(doc, 6, 8),))
    assert mended(doc, inner).source == span_of(doc, 2, 4)


ACCUSED = """
The DET 2 det
men NOUN 9 nsubj
who PRON 5 nsubj:pass
were AUX 5 aux:pass
accused VERB 2 acl:relcl _ VerbForm=Part|Voice=Pass
by ADP 7 case
Oslo PROPN 5 obl:agent
yesterday NOUN 5 obl
fled VERB 0 root
"""
TOLD = """
Villagers NOUN 3 nsubj:pass
were AUX 3 aux:pass
told VERB 0 root _ VerbForm=Part|Voice=Pass
by ADP 5 case
rebels NOUN 3 obl:agent
to PART 7 mark
leave VERB 3 xcomp
"""


def test_whom_a_passive_cue_is_about_is_not_its_source_but_who_stands_behind_by() -> None:
    assert source(ACCUSED, 0, 2, 4) == "Oslo"
    assert source(ACCUSED.replace("obl:agent", "obl"), 0, 2, 4) is None
    assert source(TOLD, 0, 1, 2) == "rebels"


def test_who_says_it_is_no_part_of_what_is_said() -> None:
    doc = parsed(TOLD)
    said = Statement("", None, span_of(doc, 2, 3), (span_of(doc, 3, 7),))
    found = mended(doc, said)
    assert found.source == span_of(doc, 4, 5)
    assert [c.text for c in found.content] == ["to leave"]


def test_another_source_than_the_encoder_s_has_not_the_type_that_this_one_had() -> None:
    table = """
        Oslo PROPN 2 nsubj
        left VERB 0 root
        a DET 4 det
        league NOUN 2 obj
        of ADP 6 case
        princes NOUN 4 nmod
        saying VERB 2 advcl _ Tense=Pres|VerbForm=Part
        so ADV 7 advmod
    """
    doc = parsed(table)
    said = Statement(
        "", span_of(doc, 5, 6), span_of(doc, 6, 7), (), source_type="group", anonymous=True
    )
    found = mended(doc, said)
    assert (found.source_type, found.anonymous) == ("unknown", False)


def test_what_is_feared_dead_fears_nothing() -> None:
    table = "Scores NUM 2 nsubj\nfeared VERB 0 root\n{word} ADJ 2 {relation}"
    assert source(table.format(word="dead", relation="xcomp"), 0, 1, 1) is None
    assert source(table.format(word="storms", relation="obj").replace("ADJ", "NOUN"), 0, 1, 1)


FLED = """
Two NUM 2 nummod
fled VERB 10 ccomp
·, PUNCT 10 punct
the DET 5 det
head NOUN 10 nsubj
of ADP 9 case
the DET 9 det
Elm PROPN 9 compound
port NOUN 5 nmod
said VERB 0 root
"""


@pytest.mark.parametrize(("end", "first"), [(6, 6), (7, 6), (7, 7), (2, 6)])
def test_what_is_said_ends_at_the_comma_before_who_says_it(end: int, first: int) -> None:
    doc = parsed(FLED)
    said = Statement("", span_of(doc, first, 9), span_of(doc, 9, 10), (span_of(doc, 0, end),))
    found = mended(doc, said)
    assert [c.text for c in found.content] == ["Two fled"]
    assert found.source is not None
    assert found.source.end == span_of(doc, 8, 9).end
    assert (found.source.text == "the head of the Elm port") is (end > 2)


def test_who_is_quoted_without_by_says_it_and_is_no_part_of_it() -> None:
    doc = parsed("""
        It PRON 2 nsubj
        burns VERB 6 ccomp
        ·, PUNCT 6 punct
        Oak PROPN 6 nsubj:pass Person
        was AUX 6 aux:pass
        cited VERB 0 root _ VerbForm=Part|Voice=Pass
        as SCONJ 8 mark
        saying VERB 6 advcl
    """)
    said = Statement("", None, span_of(doc, 4, 6), (span_of(doc, 0, 4),))
    found = mended(doc, said)
    assert found.source == span_of(doc, 3, 4)
    assert [c.text for c in found.content] == ["It burns"]


RANK = """
Talks NOUN 2 nsubj
failed VERB 3 ccomp
said VERB 0 root
{rank} ADP 5 case
{title} PROPN 3 nsubj
Roe PROPN 5 flat Person
"""


@pytest.mark.parametrize(
    ("rank", "title", "wanted"),
    [
        ("Under", "Secretary", "Under Secretary Roe"), ("Acting", "Mayor", "Acting Mayor Roe"),
        ("Under", "pressure", "pressure Roe"), ("From", "Secretary", "Secretary Roe"),
    ],
)  # fmt: skip
def test_the_rank_of_a_title_behind_the_cue_goes_with_it(
    rank: str, title: str, wanted: str
) -> None:
    assert source(RANK.format(rank=rank, title=title), 4, 6, 2) == wanted


def test_who_is_quoted_by_a_paper_is_part_of_what_it_tells() -> None:
    doc = parsed("""
        Medics NOUN 3 nsubj:pass
        were AUX 3 aux:pass
        quoted VERB 0 root _ Voice=Pass
        by ADP 5 case
        Oakpost PROPN 3 obl:agent Organization
        as SCONJ 7 mark
        saying VERB 3 advcl
        two NUM 9 nsubj
        died VERB 7 ccomp
    """)
    said = Statement("", span_of(doc, 0, 1), span_of(doc, 2, 3), (span_of(doc, 5, 9),))
    found = mended(doc, said)
    assert found.source is not None and found.source.text == "Oakpost"
    assert [c.text for c in found.content] == ["Medics", "as saying two died"]


@pytest.mark.parametrize(("by", "kept"), [("obl:agent", True), ("nmod", False)])
def test_nobody_who_is_named_before_thinks_what_is_thought(by: str, kept: bool) -> None:
    doc = parsed(f"""
        Talks NOUN 0 root
        in ADP 3 case
        which PRON 6 obl
        boats NOUN 6 nsubj:pass
        are AUX 6 aux:pass
        thought VERB 1 acl:relcl _ VerbForm=Part|Voice=Pass
        by ADP 8 case
        many NOUN 6 {by}
        to PART 10 mark
        sink VERB 6 xcomp
    """)
    said = Statement("", span_of(doc, 0, 1), span_of(doc, 4, 6), (span_of(doc, 8, 10),))
    assert (mended(doc, said).source is not None) is kept


@pytest.mark.parametrize(("word", "kept"), [("when", False), ("then", True)])
def test_who_did_not_answer_when_asked_does_not_ask(word: str, kept: bool) -> None:
    doc = parsed(f"""
        Oak PROPN 2 nsubj Person
        fled VERB 0 root
        {word} ADV 4 advmod
        asked VERB 2 advcl _ VerbForm=Part|Voice=Pass
        why ADV 4 ccomp
    """)
    said = Statement("", span_of(doc, 0, 1), span_of(doc, 3, 4), (span_of(doc, 4, 5),))
    assert (mended(doc, said).source is not None) is kept


@pytest.mark.parametrize(
    ("whom", "kept"), [("nobody PRON 5 iobj", True), ("today NOUN 5 obl", False)]
)
def test_who_was_summoned_and_told_so_tells_nobody(whom: str, kept: bool) -> None:
    doc = parsed(f"""
        Oak PROPN 3 nsubj:pass Person
        was AUX 3 aux:pass
        summoned VERB 0 root _ Voice=Pass
        and CCONJ 5 cc
        told VERB 3 conj _ Tense=Past
        {whom}
        why ADV 5 ccomp
    """)
    said = Statement("", span_of(doc, 0, 1), span_of(doc, 4, 5), (span_of(doc, 6, 7),))
    assert (mended(doc, said).source is not None) is kept


@pytest.mark.parametrize(("word", "name"), [("staff NOUN", "staff"), ("her PRON", "her")])
def test_what_is_so_according_to_somebody_has_a_source(word: str, name: str) -> None:
    doc = parsed(f"""
        Ships NOUN 2 nsubj
        sank VERB 0 root
        ·, PUNCT 6 punct
        according VERB 6 case
        to ADP 4 fixed
        {word} 2 obl
    """)
    said = Statement("", None, span_of(doc, 3, 5), (span_of(doc, 0, 2),))
    found = mended(doc, said).source
    assert found is not None
    assert found.text == name
