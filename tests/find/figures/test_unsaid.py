"""What nobody spoke of is no zero, and a share of people counts nobody."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from sayso.find.figures.figures import find_figures
from sayso.language.anchors import Anchor

Make = Callable[..., Doc]
Mark = Callable[..., Anchor]
DENIED = """
She she PRON 4 nsubj
did do AUX 4 aux
not not PART 4 advmod
{verb} {verb} VERB 0 root
any any DET 6 det
{noun} {noun} NOUN 4 obj
. . PUNCT 4 punct
"""
SHARE = """
Four four NUM 6 nsubj
in in ADP 3 case
{whole} {whole} NUM 4 nummod
{noun} {lemma} NOUN 1 nmod
have have AUX 6 aux
fled flee VERB 0 root
. . PUNCT 6 punct
"""


@pytest.mark.parametrize(
    ("verb", "found"), [("mention", []), ("report", []), ("cause", [(0, 0)]), ("see", [(0, 0)])]
)
def test_not_mentioning_any_harm_is_no_zero(
    doc_of: Make, anchor: Mark, verb: str, found: list[tuple[int, int]]
) -> None:
    for marks in ([], [anchor(4, 5, "injured")]):
        doc = doc_of(DENIED.format(verb=verb, noun="casualty"), marks)
        assert [(f.low, f.high) for f in find_figures(doc, (), ())] == found


def test_not_saying_whether_there_was_any_harm_is_no_zero(doc_of: Make) -> None:
    table = """
    She she PRON 4 nsubj
    did do AUX 4 aux
    not not PART 4 advmod
    say say VERB 0 root
    whether whether SCONJ 7 mark
    there there PRON 7 expl
    were be VERB 4 ccomp
    any any DET 9 det
    deaths death NOUN 7 nsubj
    . . PUNCT 4 punct
    """
    assert find_figures(doc_of(table), (), ()) == ()


def test_no_mention_of_any_harm_is_no_zero(doc_of: Make) -> None:
    table = """
    He he PRON 2 nsubj
    made make VERB 0 root
    no no DET 4 det
    mention mention NOUN 2 obj
    of of ADP 7 case
    any any DET 7 det
    deaths death NOUN 4 nmod
    and and CCONJ 10 cc
    not not PART 10 advmod
    smiled smile VERB 2 conj
    . . PUNCT 2 punct
    """
    assert find_figures(doc_of(table), (), ()) == ()


@pytest.mark.parametrize(
    ("whole", "noun", "lemma", "count"),
    [
        ("ten", "families", "family", 0),
        ("five", "villagers", "villager", 0),
        ("ten", "raids", "raid", 1),
        ("ten", "hamlets", "hamlet", 1),
        ("twelve", "families", "family", 1),
    ],
)
def test_a_share_of_people_counts_nobody(
    doc_of: Make, anchor: Mark, whole: str, noun: str, lemma: str, count: int
) -> None:
    doc = doc_of(SHARE.format(whole=whole, noun=noun, lemma=lemma), [anchor(0, 1, "displaced")])
    assert len(find_figures(doc, (), ())) == count


def test_a_share_may_stand_alone_and_a_part_of_a_few_is_counted(doc_of: Make, anchor: Mark) -> None:
    table = """
    {some} {some} NUM 6 nsubj:pass
    out out ADP 4 case
    of of ADP 4 case
    {whole} {whole} NUM 1 nmod
    were be AUX 6 aux:pass
    freed free VERB 0 root
    . . PUNCT 6 punct
    """
    shares = doc_of(table.format(some="Six", whole="ten"), [anchor(0, 1, "freed")])
    assert find_figures(shares, (), ()) == ()
    counted = doc_of(table.format(some="Two", whole="five"), [anchor(0, 1, "freed")])
    assert [f.low for f in find_figures(counted, (), ())] == [2]
