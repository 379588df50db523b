"""Captives who escape are freed; who is shot or stabbed is hurt where no death is told."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Doc

from sayso.find.figures.figures import find_figures
from sayso.language.anchors import Anchor, Role

Make = Callable[..., Doc]
Mark = Callable[..., Anchor]
AWAY = """
Twelve twelve NUM 2 nummod
{noun} {lemma} NOUN 3 nsubj
{verb} escape VERB 0 root
from from ADP 6 case
a a DET 6 det
camp camp NOUN 3 obl
. . PUNCT 3 punct
"""
TOOK = """
Rebels rebel NOUN 2 nsubj
took take VERB 0 root
30 30 NUM 4 nummod
nuns nun NOUN 2 obj
. . PUNCT 2 punct
Five five NUM 7 nsubj
{verb} {verb} VERB 0 root
to to PART 9 mark
escape escape VERB 7 xcomp
. . PUNCT 7 punct
"""
SHOT = """
Two two NUM 2 nummod
cooks cook NOUN 4 nsubj:pass
were be AUX 4 aux:pass
shot shoot VERB 0 root
{rest}
. . PUNCT 4 punct
"""


def test_captives_who_escape_are_freed(doc_of: Make, anchor: Mark) -> None:
    for noun, measure in (("captive", "freed"), ("driver", "killed")):
        doc = doc_of(
            AWAY.format(noun=noun + "s", lemma=noun, verb="escaped"), [anchor(0, 1, "killed")]
        )
        (figure,) = find_figures(doc, (), ())
        assert figure.measure == measure


def test_a_part_of_those_taken_that_escapes_is_freed(doc_of: Make, anchor: Mark) -> None:
    for verb, measure in (("managed", "freed"), ("tried", "taken")):
        taken = [anchor(2, 3, "taken"), anchor(5, 6, "taken")]
        doc = doc_of(TOOK.format(verb=verb), taken, {5: (2, 0.95)})
        part = find_figures(doc, (), ())[1]
        assert (part.measure, part.part_of) == (measure, "f1")


def test_who_is_shot_is_hurt_unless_a_death_is_told(doc_of: Make, anchor: Mark) -> None:
    for rest, measure in (
        ("there there ADV 4 advmod", "injured"),
        ("dead dead ADJ 4 xcomp", "killed"),
    ):
        (figure,) = find_figures(doc_of(SHOT.format(rest=rest), [anchor(0, 1, "killed")]), (), ())
        assert figure.measure == measure


def test_whoever_captives_escape_from_does_not_free_them(doc_of: Make, anchor: Mark) -> None:
    table = """
    Twelve twelve NUM 2 nummod
    hostages hostage NOUN 3 nsubj
    escaped escape VERB 0 root
    from from ADP 5 case
    rebels rebel NOUN 3 obl
    . . PUNCT 3 punct
    """
    roles = [Role("of", 1, 2, 0.9), Role("by", 4, 5, 0.9)]
    (twelve,) = find_figures(doc_of(table, [anchor(0, 1, "freed", roles=roles)]), (), ())
    assert (twelve.measure, twelve.by) == ("freed", None)
