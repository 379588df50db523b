"""One of several who is described is one figure."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from sayso.find.figures.figures import find_figures
from sayso.language.anchors import Anchor, Role

Make = Callable[..., Doc]
Mark = Callable[..., Anchor]
TABLE = """
Three three NUM 2 nsubj
died die VERB 0 root
, , PUNCT 9 punct
one one NUM 9 nsubj
of of ADP 6 case
them they PRON 4 nmod
{word} {word} {tag} 9 {relation}
old old ADJ 9 amod
woman woman NOUN 2 parataxis
. . PUNCT 2 punct
"""


def read(make: Make, mark: Mark, word: str, tag: str, relation: str) -> list[tuple[str, str]]:
    doc = make(
        TABLE.format(word=word, tag=tag, relation=relation),
        [mark(0, 1, "killed"), mark(3, 4, "killed"), mark(6, 7, "killed")],
    )
    return [(f.quantity.text, f.of.text if f.of else "") for f in find_figures(doc, (), ())]


def test_one_is_counted_once_and_is_who_she_is(doc_of: Make, anchor: Mark) -> None:
    found = read(doc_of, anchor, "an", "DET", "det")
    assert found == [("Three", ""), ("one", "old woman")]


def test_a_number_behind_one_stands_for_itself(doc_of: Make, anchor: Mark) -> None:
    found = read(doc_of, anchor, "nine", "NUM", "nummod")
    assert [quantity for quantity, _ in found] == ["Three", "one", "nine"]


def test_dead_names_nobody(doc_of: Make, anchor: Mark) -> None:
    table = """
    Eleven eleven NUM 2 nummod
    {word} {word} NOUN 4 nsubj:pass
    were be AUX 4 aux:pass
    found find VERB 0 root
    . . PUNCT 4 punct
    """
    for word, of in (("dead", None), ("nuns", "nuns")):
        marks = [anchor(0, 1, "killed", roles=[Role("of", 1, 2, 0.9)])]
        (figure,) = find_figures(doc_of(table.format(word=word), marks), (), ())
        assert (figure.of and figure.of.text) == of


@pytest.mark.parametrize(("relation", "found"), [("appos", ["A"]), ("conj", ["A", "a"])])
def test_another_name_of_who_was_counted_counts_nobody(
    doc_of: Make, anchor: Mark, relation: str, found: list[str]
) -> None:
    table = f"""
    A a DET 2 det
    cook cook NOUN 7 nsubj:pass
    , , PUNCT 5 punct
    a a DET 5 det
    monk monk NOUN 2 {relation}
    was be AUX 7 aux:pass
    killed kill VERB 0 root
    . . PUNCT 7 punct
    """
    marks = [anchor(0, 1, "killed"), anchor(3, 4, "killed")]
    assert [f.quantity.text for f in find_figures(doc_of(table, marks), (), ())] == found
