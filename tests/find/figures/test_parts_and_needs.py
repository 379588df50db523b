"""Parts that stand before their whole, wholes that are none, and what is neither hurt nor lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from sayso.find.figures.figures import find_figures
from sayso.language.anchors import Anchor, Role

Make = Callable[..., Doc]
Mark = Callable[..., Anchor]
PASSIVE = """
{first} {first} NUM 2 nummod
{noun} {lemma} NOUN 4 nsubj:pass
were be AUX 4 aux:pass
{verb} {verb} VERB 0 root
. . PUNCT 4 punct
"""


def test_who_is_among_the_others_is_a_part_of_them(doc_of: Make, anchor: Mark) -> None:
    table = """
    Three three NUM 2 nummod
    cooks cook NOUN 6 nsubj
    were be AUX 6 cop
    among among ADP 6 case
    the the DET 6 det
    dead dead NOUN 0 root
    . . PUNCT 6 punct
    """.replace("dead dead NOUN 0 root", "14 14 NUM 0 root")
    doc = doc_of(table, [anchor(0, 1, "killed"), anchor(5, 6, "killed")], {5: (0, 0.95)})
    three, dead = find_figures(doc, (), ())
    assert (three.part_of, dead.part_of) == (dead.id, None)


@pytest.mark.parametrize(
    ("whole", "part", "measure", "linked"),
    [
        ("rebels", "rebels", "killed", True),
        ("rebels", "soldiers", "killed", False),
        ("people", "people", "displaced", False),
    ],
)
def test_a_part_is_of_the_side_and_the_fate_of_its_whole(
    doc_of: Make, anchor: Mark, whole: str, part: str, measure: str, linked: bool
) -> None:
    rows = [
        *PASSIVE.format(first=40, noun=whole, lemma=whole[:-1], verb="hit").strip().splitlines(),
        *PASSIVE.format(first=3, noun=part, lemma=part[:-1], verb="hit").strip().splitlines(),
    ]
    moved = [r.split() for r in rows]
    for row in moved[5:]:
        row[3] = str(int(row[3]) + 5) if row[3] != "0" else "0"
    marks = [
        anchor(0, 1, measure, roles=[Role("of", 1, 2, 0.9)]),
        anchor(5, 6, "killed", roles=[Role("of", 6, 7, 0.9)]),
    ]
    doc = doc_of("\n".join(" ".join(r) for r in moved), marks, {5: (0, 0.95)})
    first, second = find_figures(doc, (), ())
    assert (second.part_of == first.id) is linked


@pytest.mark.parametrize(
    ("noun", "lemma", "verb", "marked", "read"),
    [
        ("lorries", "lorry", "loot", "destroyed", "other"),
        ("lorries", "lorry", "burn", "destroyed", "destroyed"),
        ("herders", "herder", "trap", "displaced", "other"),
        ("herders", "herder", "uproot", "displaced", "displaced"),
        ("cases", "case", "record", "killed", "other"),
        ("deaths", "death", "record", "killed", "killed"),
    ],
)
def test_a_construction_speaks_against_a_measure(
    doc_of: Make, anchor: Mark, noun: str, lemma: str, verb: str, marked: str, read: str
) -> None:
    table = PASSIVE.format(first=9, noun=noun, lemma=lemma, verb=verb)
    (figure,) = find_figures(doc_of(table, [anchor(0, 1, marked)]), (), ())
    assert figure.measure == read


def test_a_number_behind_its_own_preposition_is_not_counted_by_the_noun_before(
    doc_of: Make, anchor: Mark
) -> None:
    table = """
    They they PRON 2 nsubj
    raised raise VERB 0 root
    the the DET 4 det
    count count NOUN 2 obj
    for for ADP 8 case
    the the DET 8 det
    drone drone NOUN 8 compound
    strike strike NOUN 4 nmod
    to to ADP 10 case
    16 16 NUM 8 nmod
    . . PUNCT 2 punct
    """
    (figure,) = find_figures(doc_of(table, [anchor(9, 10, "killed")]), (), ())
    assert figure.measure == "killed"


def test_a_window_behind_including_is_that_of_the_part(doc_of: Make, anchor: Mark) -> None:
    table = """
    They they PRON 2 nsubj
    counted count VERB 0 root
    900 900 NUM 4 nummod
    dead dead NOUN 2 obj
    , , PUNCT 7 punct
    including include VERB 7 case
    70 70 NUM 4 nmod
    in in ADP 11 case
    the the DET 11 det
    past past ADJ 11 amod
    week week NOUN 7 nmod
    . . PUNCT 2 punct
    """
    marks = [anchor(2, 3, "killed", scope="total"), anchor(6, 7, "killed", scope="total")]
    whole, part = find_figures(doc_of(table, marks), (), ())
    assert (whole.scope, part.scope, part.part_of) == ("total", "window", whole.id)


def test_the_noun_of_a_listed_part_is_not_that_of_the_whole(doc_of: Make, anchor: Mark) -> None:
    table = """
    A a DET 2 det
    medic medic NOUN 3 nsubj
    put put VERB 0 root
    the the DET 5 det
    toll toll NOUN 3 obj
    at at ADP 7 case
    53 53 NUM 3 obl
    , , PUNCT 11 punct
    including include VERB 11 case
    nine nine NUM 11 nummod
    children child NOUN 7 nmod
    . . PUNCT 3 punct
    """
    of = [Role("of", 10, 11, 0.9)]
    marks = [anchor(6, 7, "killed", roles=of), anchor(9, 10, "killed", roles=of)]
    toll, children = find_figures(doc_of(table, marks), (), ())
    assert children.part_of == toll.id
    assert (toll.of, children.of.text) == (None, "children")


@pytest.mark.parametrize(("verb", "measure"), [("remain", "held"), ("wait", "arrested")])
def test_those_of_them_who_remain_in_custody_are_held(
    doc_of: Make, anchor: Mark, verb: str, measure: str
) -> None:
    table = f"""
    Ninety ninety NUM 2 nummod
    monks monk NOUN 4 nsubj:pass
    were be AUX 4 aux:pass
    detained detain VERB 0 root
    and and CCONJ 9 cc
    16 16 NUM 9 nsubj
    of of ADP 8 case
    them they PRON 6 nmod
    {verb} {verb} VERB 4 conj
    in in ADP 11 case
    custody custody NOUN 9 obl
    . . PUNCT 4 punct
    """
    marks = [anchor(0, 1, "arrested"), anchor(5, 6, "arrested")]
    assert [f.measure for f in find_figures(doc_of(table, marks), (), ())] == ["arrested", measure]


@pytest.mark.parametrize(("how", "measure"), [("dead", "killed"), ("well", "taken")])
def test_those_of_whom_some_were_found_dead_were_killed(
    doc_of: Make, anchor: Mark, how: str, measure: str
) -> None:
    table = f"""
    Rebels rebel NOUN 2 nsubj
    took take VERB 0 root
    60 60 NUM 4 nummod
    monks monk NOUN 2 obj
    , , PUNCT 10 punct
    of of ADP 7 case
    whom whom PRON 8 nmod
    18 18 NUM 10 nsubj:pass
    were be AUX 10 aux:pass
    found find VERB 4 acl:relcl
    {how} {how} ADJ 10 xcomp
    . . PUNCT 2 punct
    """
    marks = [anchor(2, 3, "taken"), anchor(7, 8, "taken")]
    assert [f.measure for f in find_figures(doc_of(table, marks), (), ())] == ["taken", measure]
