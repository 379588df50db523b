"""Numbers that are asked, left out, or the whole that a part is taken out of."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Doc

from sayso.find.figures.figures import find_figures
from sayso.language.anchors import Anchor, Role
from sayso.record.findings import Figure

Make = Callable[..., Doc]
Mark = Callable[..., Anchor]
FREED = """
All all DET 4 nsubj:pass
but but CCONJ 3 cc
nine nine NUM 1 conj
captives captive NOUN 6 nsubj:pass
were be AUX 6 aux:pass
freed free VERB 0 root
. . PUNCT 6 punct
"""
DOWNED = """
Gunners gunner NOUN 2 nsubj
downed down VERB 0 root
61 61 NUM 2 obj
of of ADP 6 case
79 79 NUM 6 nummod
drones drone NOUN 3 nmod
. . PUNCT 2 punct
"""
ASKED = """
Nobody nobody PRON 2 nsubj
knows know VERB 0 root
how how ADV 4 advmod
many many ADJ 6 nsubj:pass
were be AUX 6 aux:pass
killed kill VERB 2 ccomp
. . PUNCT 2 punct
"""


THIRD = """
Rebels rebel NOUN 2 nsubj
hold hold VERB 0 root
a a DET 4 det
third third NOUN 2 obj
of of ADP 6 case
them they PRON 4 nmod
. . PUNCT 2 punct
"""


def found(doc: Doc) -> list[Figure]:
    return list(find_figures(doc, [], []))


def test_what_is_left_out_is_the_number_not_freed(doc_of: Make, anchor: Mark) -> None:
    marks = [anchor(0, 2, "freed"), anchor(2, 3, "freed")]
    told = [(f.quantity.text, f.measure, f.status) for f in found(doc_of(FREED, marks))]
    assert told == [("nine", "freed", "negated")]


def test_the_whole_that_some_are_shot_down_of_was_launched_by_another(
    doc_of: Make, anchor: Mark
) -> None:
    by = [Role("by", 0, 1, 1.0)]
    marks = [anchor(2, 3, "intercepted", roles=by), anchor(4, 5, "intercepted", roles=by)]
    part, whole = found(doc_of(DOWNED, marks))
    assert (part.measure, part.by and part.by.text) == ("intercepted", "Gunners")
    assert (whole.measure, whole.by, part.part_of) == ("launched", None, whole.id)


def test_a_number_that_is_asked_for_is_none(doc_of: Make) -> None:
    assert found(doc_of(ASKED)) == []


def test_a_third_of_them_is_not_one(doc_of: Make, anchor: Mark) -> None:
    assert not found(doc_of(THIRD, [anchor(2, 3, "held")]))
    monk = THIRD.replace("third third NOUN", "sick sick NOUN")
    assert [f.low for f in found(doc_of(monk, [anchor(2, 3, "held")]))] == [1]
