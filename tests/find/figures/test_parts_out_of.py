"""A part of those who are told to be somebody's: "five of the ship's 21 crew"."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from sayso.find.figures.figures import find_figures
from sayso.language.anchors import Anchor, Role

Make = Callable[..., Doc]
Mark = Callable[..., Anchor]
OWNED = """
Pirates pirate NOUN 2 nsubj
freed free VERB 0 root
five five NUM 2 obj
of of ADP 9 case
the the DET 6 det
ship ship NOUN 9 {relation}
's 's PART 6 case
21 21 NUM 9 nummod
men man NOUN 3 nmod
. . PUNCT 2 punct
"""


@pytest.mark.parametrize(
    ("relation", "part", "measure", "of"),
    [("nmod:poss", "f2", "held", "men"), ("dep", None, "freed", "the ship")],
)
def test_some_of_those_of_a_ship_are_a_part_of_them(
    doc_of: Make, anchor: Mark, relation: str, part: str | None, measure: str, of: str
) -> None:
    marked = [
        anchor(2, 3, "freed", roles=[Role("of", 4, 6, 0.9)]),
        anchor(7, 8, "freed", roles=[Role("of", 8, 9, 0.9)]),
    ]
    some, whole = find_figures(doc_of(OWNED.format(relation=relation), marked), (), ())
    assert (some.measure, some.part_of) == ("freed", part)
    assert some.of is not None and some.of.text == of
    assert whole.measure == measure
