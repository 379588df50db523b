"""What is said begins with its clause, has no hole, and no lone mark at an edge."""

import pytest
from spacy.tokens import Doc

from parsed import parsed
from sayso.find.statements.contents import tidied
from sayso.find.statements.quotes import manner_of
from sayso.language.spans import span_of, text_of
from sayso.record.findings import Statement
from sayso.record.span import Span

BEHIND = """
Divers NOUN 2 nsubj
left VERB 9 ccomp
after ADP 5 case
the DET 5 det
storm NOUN 2 obl
·, PUNCT 9 punct
the DET 8 det
mayor NOUN 9 nsubj
said VERB 0 root
"""
HOLE = """
Medics NOUN 2 nsubj
said VERB 0 root
two NUM 4 nummod
men NOUN 5 nsubj
died VERB 2 ccomp
·, PUNCT 7 punct
bringing VERB 5 advcl _ VerbForm=Ger
{} {} 9 det
toll NOUN 7 obj
to ADP 11 case
nine NUM 7 obl
"""


def content(doc: Doc, statement: Statement) -> list[str]:
    return [c.text for c in tidied(doc, statement).content]


def test_what_is_said_before_its_cue_begins_with_its_clause() -> None:
    doc = parsed(BEHIND)
    cut = Statement("", span_of(doc, 6, 8), span_of(doc, 8, 9), (span_of(doc, 2, 5),))
    assert content(doc, cut) == ["Divers left after the storm"]


@pytest.mark.parametrize(("word", "tag", "parts"), [("the", "DET", 1), ("which", "PRON", 2)])
def test_a_phrase_that_is_missing_in_the_middle_is_filled_in(
    word: str, tag: str, parts: int
) -> None:
    doc = parsed(HOLE.format(word, tag))
    said = (span_of(doc, 2, 5), span_of(doc, 8, 11))
    found = content(doc, Statement("", span_of(doc, 0, 1), span_of(doc, 1, 2), said))
    assert len(found) == parts


SPOKEN = """
He PRON 2 nsubj
said VERB 0 root
·: PUNCT 2 punct
“ PUNCT 5 punct
·Go VERB 2 ccomp
·. PUNCT 5 punct
“ PUNCT 8 punct
·Run VERB 0 root
·. PUNCT 8 punct
·” PUNCT 8 punct
"""


def test_each_paragraph_of_a_quote_is_a_part_and_all_of_it_is_direct() -> None:
    doc = parsed(SPOKEN)
    text = text_of(doc).replace("“Run", "\n“Run").replace(" \n", "\n")
    doc.user_data["sayso.text"] = text
    at = text.index("Go")
    said = Statement("", None, span_of(doc, 1, 2), (Span.of(text, at, text.index("”") + 1),))
    found = tidied(doc, said)
    assert [c.text for c in found.content] == ["Go.", "Run."]
    assert manner_of(doc, found) == "direct"


def test_a_quoted_sentence_is_taken_to_its_closing_mark() -> None:
    doc = parsed("""
        “ PUNCT 4 punct
        ·All PRON 4 nsubj
        has AUX 4 aux
        gone VERB 7 ccomp
        ·, PUNCT 7 punct
        ·” PUNCT 7 punct
        wrote VERB 0 root
        Ivan PROPN 7 nsubj
    """)
    said = Statement("", span_of(doc, 7, 8), span_of(doc, 6, 7), (span_of(doc, 1, 3),))
    assert content(doc, said) == ["All has gone"]


def test_a_clause_without_a_comma_that_hangs_in_what_is_said_is_part_of_it() -> None:
    doc = parsed("""
        Rangers NOUN 2 nsubj
        say VERB 0 root
        deer NOUN 4 nsubj
        fled VERB 2 ccomp
        when ADV 7 mark
        wells NOUN 7 nsubj
        dried VERB 4 advcl
        ·, PUNCT 9 punct
        leaving VERB 7 advcl
    """)
    cut = Statement("", span_of(doc, 0, 1), span_of(doc, 1, 2), (span_of(doc, 2, 4),))
    assert content(doc, cut) == ["deer fled when wells dried, leaving"]


def test_a_phrase_of_circumstance_behind_a_passive_report_is_part_of_what_is_said() -> None:
    doc = parsed("""
        Two NUM 3 nsubj:pass
        are AUX 3 aux:pass
        reported VERB 0 root
        missing ADJ 3 xcomp
        after ADP 6 case
        floods NOUN 3 obl
    """)
    cut = Statement("", None, span_of(doc, 1, 3), (span_of(doc, 0, 1), span_of(doc, 3, 4)))
    assert content(doc, cut) == ["Two", "missing after floods"]


@pytest.mark.parametrize(
    ("helper", "parts"), [("will AUX", ["it lost and will sue"]), ("now ADV", ["it lost"])]
)
def test_a_joined_verb_goes_on_what_is_said_only_with_its_own_helper(
    helper: str, parts: list[str]
) -> None:
    doc = parsed(f"""
        Acme PROPN 2 nsubj
        says VERB 0 root
        it PRON 4 nsubj
        lost VERB 2 ccomp
        and CCONJ 7 cc
        {helper} 7 {"aux" if "AUX" in helper else "advmod"}
        sue VERB 4 conj
    """)
    cut = Statement("", span_of(doc, 0, 1), span_of(doc, 1, 2), (span_of(doc, 2, 4),))
    assert content(doc, cut) == parts


@pytest.mark.parametrize(("cue", "tag"), [("reportedly", "ADV"), ("said", "NOUN")])
def test_the_subject_that_a_hearsay_word_reports_of_begins_with_its_first_word(
    cue: str, tag: str
) -> None:
    doc = parsed(f"""
        Two NUM 2 nummod
        clerks NOUN 7 nsubj:pass
        at ADP 4 case
        Bonn PROPN 2 nmod
        are AUX 7 aux:pass
        {cue} {tag} 7 advmod
        held VERB 0 root
    """)
    said = (span_of(doc, 3, 5), span_of(doc, 6, 7))
    found = content(doc, Statement("", None, span_of(doc, 5, 6), said))
    assert found[0] == ("Two clerks at Bonn are" if tag == "ADV" else "Bonn are")


WHOLE = """
“ PUNCT 3 punct
·We PRON 3 nsubj
came VERB 6 ccomp
·, PUNCT 3 punct
·” PUNCT 3 punct
said VERB 0 root
Ann PROPN 6 nsubj
"""


def test_the_marks_of_a_quote_that_is_all_of_a_part_stay_out_and_it_is_direct() -> None:
    doc = parsed(WHOLE)
    said = Statement("", span_of(doc, 6, 7), span_of(doc, 5, 6), (span_of(doc, 0, 5),))
    found = tidied(doc, said)
    assert [c.text for c in found.content] == ["We came"]
    assert manner_of(doc, found) == "direct"


DAYS = """
Boats NOUN 2 nsubj
sank VERB 5 ccomp
·, PUNCT 5 punct
miners NOUN 5 nsubj
said VERB 0 root
·, PUNCT 5 punct
{word} NOUN 8 obl:unmarked
before SCONJ 10 mark
talks NOUN 10 nsubj
begin VERB 2 advcl
"""


@pytest.mark.parametrize(("word", "parts"), [("days", 1), ("mostly", 2)])
def test_how_long_before_another_thing_is_the_reports_own_behind_the_cue(
    word: str, parts: int
) -> None:
    doc = parsed(DAYS.format(word=word))
    said = (span_of(doc, 0, 2), span_of(doc, 6, 10))
    assert len(content(doc, Statement("", span_of(doc, 3, 4), span_of(doc, 4, 5), said))) == parts


HIT = """
Miners NOUN 2 nsubj
said VERB 0 root
stones NOUN 4 nsubj
fell VERB 2 ccomp
·, PUNCT 6 punct
breaking VERB 4 advcl
{words} windows NOUN 6 obj
"""


def test_a_short_participle_behind_a_comma_is_still_said_and_a_long_one_is_not() -> None:
    short = HIT.replace("{words} ", "")
    doc = parsed(short)
    said = Statement("", span_of(doc, 0, 1), span_of(doc, 1, 2), (span_of(doc, 2, 4),))
    assert content(doc, said) == ["stones fell, breaking windows"]
    more = "\n".join(f"small ADJ {13} amod" for _ in range(6))
    doc = parsed(HIT.replace("{words} windows NOUN 6", f"{more}\nwindows NOUN 6"))
    assert content(doc, said) == ["stones fell"]


def test_what_a_noun_tells_ends_where_its_phrase_ends() -> None:
    doc = parsed("""
        Reports NOUN 5 nsubj
        of ADP 3 case
        looting NOUN 1 nmod
        were AUX 5 cop
        untrue ADJ 0 root
    """)
    said = Statement("", None, span_of(doc, 0, 2), (span_of(doc, 2, 5),))
    assert content(doc, said) == ["looting"]


VOTED = """
Orla PROPN 2 nsubj
demanded VERB 0 root
by ADP 5 case
nine NUM 5 nummod
votes NOUN 2 obl
to ADP 7 case
none PRON 2 obl
·, PUNCT 10 punct
Sund PROPN 10 nsubj
abstaining VERB 2 advcl _ VerbForm=Ger
·, PUNCT 14 punct
that SCONJ 14 mark
rebels NOUN 14 nsubj
leave VERB 2 ccomp
"""


@pytest.mark.parametrize("parts", [[(5, 14)], [(5, 10), (12, 14)]])
def test_how_a_body_voted_is_not_what_it_demanded(parts: list[tuple[int, int]]) -> None:
    doc = parsed(VOTED)
    said = Statement(
        "", span_of(doc, 0, 1), span_of(doc, 1, 2), tuple(span_of(doc, *p) for p in parts)
    )
    assert content(doc, said) == ["rebels leave"]


def test_a_quote_that_is_closed_takes_in_nothing_before_the_next_one() -> None:
    doc = parsed("""
        " PUNCT 3 punct
        ·We PRON 3 nsubj
        ran VERB 7 ccomp
        ·, PUNCT 3 punct
        ·" PUNCT 3 punct
        he PRON 7 nsubj
        said VERB 0 root
        ·, PUNCT 11 punct
        " PUNCT 11 punct
        ·and CCONJ 11 cc
        hid VERB 3 conj
        ·" PUNCT 11 punct
    """)
    parts = (span_of(doc, 0, 5), span_of(doc, 8, 12))
    said = Statement("", span_of(doc, 5, 6), span_of(doc, 6, 7), parts)
    assert content(doc, said) == ["We ran", "and hid"]


def test_where_a_quote_was_said_is_no_part_of_it() -> None:
    doc = parsed("""
        " PUNCT 3 punct
        ·We PRON 3 nsubj
        won VERB 6 ccomp
        ·, PUNCT 3 punct
        ·" PUNCT 3 punct
        said VERB 0 root
        Oak PROPN 6 nsubj
        ·, PUNCT 10 punct
        in ADP 10 case
        Elm PROPN 3 obl
    """)
    parts = (span_of(doc, 0, 5), span_of(doc, 8, 10))
    said = Statement("", span_of(doc, 6, 7), span_of(doc, 5, 6), parts)
    assert content(doc, said) == ["We won"]


def test_a_joined_verb_behind_a_few_quoted_words_goes_on_what_is_said() -> None:
    doc = parsed("""
        Oslo PROPN 2 nsubj
        said VERB 0 root
        it PRON 6 nsubj
        was AUX 6 cop
        " PUNCT 6 punct
        ·sad ADJ 2 ccomp
        ·" PUNCT 6 punct
        and CCONJ 10 cc
        had AUX 10 aux
        left VERB 6 conj
    """)
    said = Statement("", span_of(doc, 0, 1), span_of(doc, 1, 2), (span_of(doc, 2, 7),))
    assert content(doc, said) == ['it was "sad" and had left']


def test_what_is_said_has_the_object_of_its_last_verb() -> None:
    doc = parsed("""
        Oslo PROPN 2 nsubj
        said VERB 0 root
        boats NOUN 4 nsubj
        carry VERB 2 ccomp
        the DET 6 det
        mail NOUN 4 obj
    """)
    said = Statement("", span_of(doc, 0, 1), span_of(doc, 1, 2), (span_of(doc, 2, 4),))
    assert content(doc, said) == ["boats carry the mail"]


@pytest.mark.parametrize(
    ("helper", "verb", "whole"), [("had", "held", "to burn Elm"), ("will", "hold", None)]
)
def test_what_is_so_behind_the_last_comma_is_no_part_of_a_threat(
    helper: str, verb: str, whole: str | None
) -> None:
    doc = parsed(f"""
        Oslo PROPN 2 nsubj
        threatened VERB 0 root
        to PART 4 mark
        burn VERB 2 xcomp
        Elm PROPN 4 obj
        ·, PUNCT 10 punct
        which PRON 10 obj
        Orla PROPN 10 nsubj
        {helper} AUX 10 aux _ VerbForm=Fin
        {verb} VERB 5 acl:relcl
    """)
    said = Statement("", span_of(doc, 0, 1), span_of(doc, 1, 2), (span_of(doc, 2, 10),))
    assert content(doc, said) == [whole or "to burn Elm, which Orla will hold"]


def test_what_which_stands_for_is_not_taken_with_its_clause() -> None:
    doc = parsed("""
        Orla PROPN 2 nsubj
        accused VERB 0 root
        them PRON 2 obj
        of ADP 5 case
        theft NOUN 2 obl
        ·, PUNCT 9 punct
        which PRON 9 obj
        they PRON 9 nsubj
        deny VERB 2 parataxis
    """)
    said = Statement("", span_of(doc, 7, 8), span_of(doc, 8, 9), (span_of(doc, 2, 5),))
    assert content(doc, said) == ["them of theft"]
