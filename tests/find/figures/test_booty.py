"""Things that are seized, stolen or carried off are nobody's captives, and are not destroyed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from sayso.find.figures.figures import find_figures
from sayso.language.anchors import Anchor

Make = Callable[..., Doc]
Mark = Callable[..., Anchor]
TAKEN = """
Looters looter NOUN 2 nsubj
{did} {verb} VERB 0 root
30 30 NUM 4 nummod
{noun} {lemma} NOUN 2 obj
. . PUNCT 2 punct
"""
OFF = """
Looters looter NOUN 2 nsubj
made make VERB 0 root
{off} {off} ADP 2 compound:prt
with with ADP 6 case
30 30 NUM 6 nummod
{noun} {lemma} NOUN 2 obl
. . PUNCT 2 punct
"""


@pytest.mark.parametrize(
    ("did", "verb", "noun", "lemma", "label", "measure"),
    [
        ("seized", "seize", "rifles", "rifle", "arrested", "other"),
        ("stole", "sto", "trucks", "truck", "destroyed", "other"),
        ("seized", "seize", "trucks", "truck", "taken", "taken"),
        ("seized", "seize", "miners", "miner", "killed", "killed"),
    ],
)
def test_things_taken_away_are_neither_arrested_nor_destroyed(
    doc_of: Make, anchor: Mark, did: str, verb: str, noun: str, lemma: str, label: str, measure: str
) -> None:
    table = TAKEN.format(did=did, verb=verb, noun=noun, lemma=lemma)
    (figure,) = find_figures(doc_of(table, [anchor(2, 3, label)]), (), ())
    assert figure.measure == measure


@pytest.mark.parametrize(("noun", "lemma", "found"), [("rifles", "rifle", 1), ("songs", "song", 0)])
def test_an_unsure_mark_is_enough_for_weapons_that_are_won(
    doc_of: Make, anchor: Mark, noun: str, lemma: str, found: int
) -> None:
    table = TAKEN.format(did="recovered", verb="recover", noun=noun, lemma=lemma)
    assert len(find_figures(doc_of(table, [anchor(2, 3, "other", score=0.4)]), (), ())) == found


@pytest.mark.parametrize(
    ("off", "noun", "lemma", "found"),
    [("off", "trucks", "truck", 1), ("off", "cattle", "cattl", 1), ("do", "trucks", "truck", 0)],
)
def test_what_is_carried_off_counts_unmarked(
    doc_of: Make, off: str, noun: str, lemma: str, found: int
) -> None:
    figures = find_figures(doc_of(OFF.format(off=off, noun=noun, lemma=lemma)), (), ())
    assert [(f.quantity.text, f.measure) for f in figures] == [("30", "other")] * found


@pytest.mark.parametrize(("case", "found"), [("including", ["30"]), ("behind", [])])
def test_parts_of_what_is_seized_count_unmarked(doc_of: Make, case: str, found: list[str]) -> None:
    table = f"""
    A a DET 2 det
    cache cache NOUN 4 nsubj:pass
    was be AUX 4 aux:pass
    seized seize VERB 0 root
    , , PUNCT 8 punct
    {case} {case} ADP 8 case
    30 30 NUM 8 nummod
    rifles rifle NOUN 2 nmod
    . . PUNCT 4 punct
    """
    assert [f.quantity.text for f in find_figures(doc_of(table), (), ())] == found


@pytest.mark.parametrize(
    ("noun", "lemma", "found"), [("rifles", "rifle", ["30"]), ("cars", "car", [])]
)
def test_only_weapons_count_where_they_are_but_found(
    doc_of: Make, noun: str, lemma: str, found: list[str]
) -> None:
    doc = doc_of(TAKEN.format(did="found", verb="find", noun=noun, lemma=lemma))
    assert [f.quantity.text for f in find_figures(doc, (), ())] == found
