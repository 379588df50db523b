"""What a source in an aside breaks is said on both its sides."""

import pytest

from parsed import parsed
from sayso.find.statements.asides import around
from sayso.find.statements.contents import tidied
from sayso.language.spans import span_of
from sayso.record.findings import Statement

BROKEN = """
The DET 2 det
lorries NOUN 10 nsubj:pass
·, PUNCT 2 punct
according VERB 7 case
to ADP 4 fixed
two NUM 7 nummod
drivers NOUN 10 obl
·, PUNCT 2 punct
were AUX 10 aux:pass
burnt VERB 0 root
"""


@pytest.mark.parametrize("known", [[(0, 1)], [(8, 10)], [(0, 2)]])
def test_a_clause_that_an_aside_breaks_is_said_on_both_sides(known: list[tuple[int, int]]) -> None:
    doc = parsed(BROKEN)
    parts = tuple(span_of(doc, *k) for k in known)
    found = around(doc, Statement("", span_of(doc, 5, 7), span_of(doc, 3, 5), parts))
    assert [c.text for c in found.content] == ["The lorries", "were burnt"]


RELATIVE = """
Two NUM 2 nummod
men NOUN 10 nsubj:pass
who PRON 9 nsubj _ PronType=Rel
·, PUNCT 3 punct
according VERB 7 case
to ADP 5 fixed
Oslo PROPN 9 obl Location
·, PUNCT 7 punct
fled VERB 2 acl:relcl
died VERB 0 root
"""


def test_of_a_relative_clause_its_noun_is_said() -> None:
    doc = parsed(RELATIVE)
    parts = (span_of(doc, 1, 3), span_of(doc, 8, 9))
    found = around(doc, Statement("", span_of(doc, 6, 7), span_of(doc, 4, 6), parts))
    assert [c.text for c in found.content] == ["Two men", "fled"]


ENDED = """
Oslo PROPN 10 nsubj Location
·, PUNCT 4 punct
which PRON 4 nsubj _ PronType=Rel
fled VERB 1 acl:relcl
·, PUNCT 4 punct
according VERB 8 case
to ADP 6 fixed
Orla PROPN 10 obl
·, PUNCT 8 punct
denied VERB 0 root
it PRON 10 obj
"""


def test_who_tells_but_the_clause_before_the_aside_tells_no_more() -> None:
    doc = parsed(ENDED)
    said = Statement("", span_of(doc, 7, 8), span_of(doc, 5, 7), (span_of(doc, 0, 4),))
    assert around(doc, said) == said


FILLED = """
Six NUM 2 nsubj
died VERB 0 root
·, PUNCT 6 punct
according VERB 6 case
to ADP 4 fixed
Oslo PROPN 2 obl Location
·, PUNCT 11 punct
two NUM {head} nummod
of ADP 10 case
{word} {tag} 8 nmod
children NOUN 2 parataxis
·, PUNCT 16 punct
when ADV 16 advmod
a DET 15 det
car NOUN 16 nsubj
burnt VERB 2 advcl _ VerbForm=Fin
"""


@pytest.mark.parametrize(
    ("word", "tag", "start"), [("Oak", "PROPN", "two of Oak"), ("them", "PRON", "when")]
)
def test_a_phrase_behind_the_aside_is_filled_in(word: str, tag: str, start: str) -> None:
    doc = parsed(FILLED.format(word=word, tag=tag, head=11))
    parts = (span_of(doc, 0, 2), span_of(doc, 12, 16))
    found = around(doc, Statement("", span_of(doc, 5, 6), span_of(doc, 3, 5), parts))
    assert found.content[1].text.startswith(start)


TOLD = """
The DET 2 det
lorries NOUN 10 nsubj:pass
·, PUNCT 7 punct
{who} PROPN 5 nsubj
{said} VERB 10 parataxis
{on} ADV 5 advmod
today ADV 5 advmod
·, PUNCT 5 punct
were AUX 10 aux:pass
burnt VERB 0 root
"""


@pytest.mark.parametrize("known", [(0, 2), (8, 10)])
def test_a_verb_in_an_aside_tells_the_clause_on_both_its_sides(known: tuple[int, int]) -> None:
    doc = parsed(TOLD.format(who="Oslo", said="said", on="there"))
    said = Statement("", span_of(doc, 3, 4), span_of(doc, 4, 5), (span_of(doc, *known),))
    assert [c.text for c in around(doc, said).content] == ["The lorries", "were burnt"]


def test_what_is_joined_before_a_verb_in_an_aside_is_not_said() -> None:
    table = TOLD.format(who="Oslo", said="said", on="there").replace("lorries NOUN", "and CCONJ")
    doc = parsed(table.replace("10 nsubj:pass", "10 cc"))
    said = Statement("", span_of(doc, 3, 4), span_of(doc, 4, 5), (span_of(doc, 8, 10),))
    assert around(doc, said) == said


@pytest.mark.parametrize("marked", [(9, 12), (10, 12)])
def test_what_is_said_in_a_clause_on_a_noun_has_the_noun(marked: tuple[int, int]) -> None:
    doc = parsed("""
        Guards NOUN 2 nsubj
        caught VERB 0 root
        a DET 4 det
        man NOUN 2 obj
        who PRON 11 nsubj
        ·, PUNCT 5 punct
        Oak PROPN 8 nsubj
        said VERB 2 parataxis
        ·, PUNCT 8 punct
        had AUX 11 aux
        run VERB 4 acl:relcl
        away ADV 11 advmod
    """)
    said = Statement("", span_of(doc, 6, 7), span_of(doc, 7, 8), (span_of(doc, *marked),))
    found = tidied(doc, around(doc, said))
    assert [c.text for c in found.content] == ["a man", "had run away"]
