"""A bare participle behind a number tells what was done to those whom it counts."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Doc

from sayso.find.figures.figures import find_figures
from sayso.language.anchors import Anchor

Make = Callable[..., Doc]
Mark = Callable[..., Anchor]
TABLE = """
Ten ten NUM 2 nummod
guards guard NOUN 4 nsubj:pass
were be AUX 4 aux:pass
killed kill VERB 0 root
, , PUNCT 9 punct
among among ADP 7 case
them they PRON 9 nmod
{number} {number} NUM 9 nummod
cooks cook NOUN 4 parataxis
, , PUNCT 13 punct
and and CCONJ 13 cc
{second} {second} NUM 13 {relation}
{last}
. . PUNCT 4 punct
"""


def read(
    make: Make, mark: Mark, last: str, relation: str, first: str = "two", second: str = "six"
) -> list[tuple[str, str | None]]:
    table = TABLE.format(number=first, second=second, relation=relation, last=last)
    marks = [mark(0, 1, "killed"), mark(7, 8, "killed"), mark(11, 12, "killed")]
    return [(f.measure, f.part_of) for f in find_figures(make(table, marks), (), ())]


def test_a_number_with_a_bare_participle_is_no_part(doc_of: Make, anchor: Mark) -> None:
    found = read(doc_of, anchor, "hurt hurt VERB 4 conj", "nummod")
    assert found == [("killed", None), ("killed", "f1"), ("injured", None)]


def test_a_word_of_state_tells_the_same(doc_of: Make, anchor: Mark) -> None:
    found = read(doc_of, anchor, "missing missing ADJ 4 conj", "nsubj")
    assert found[2] == ("missing", None)


def test_a_second_noun_of_the_list_is_a_part(doc_of: Make, anchor: Mark) -> None:
    found = read(doc_of, anchor, "nuns nun NOUN 9 conj", "nummod")
    assert found[2] == ("killed", "f1")


def test_a_part_is_not_more_than_its_whole(doc_of: Make, anchor: Mark) -> None:
    found = read(doc_of, anchor, "nuns nun NOUN 9 conj", "nummod", first="twelve")
    assert found[1] == ("killed", None)
