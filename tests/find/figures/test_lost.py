"""What a side has lost was done to it by somebody else."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from sayso.find.figures.figures import find_figures
from sayso.find.figures.lost import without_loser
from sayso.language.anchors import Anchor, Role
from sayso.record.findings import Figure
from sayso.record.span import Span

Make = Callable[..., Doc]
Mark = Callable[..., Anchor]
LOST = """
Orla Orla PROPN 2 nsubj
{did} {verb} VERB 0 root
940 940 NUM 4 nummod
{noun} {lemma} NOUN 2 obj
. . PUNCT 2 punct
"""
PASSIVE = """
Orla Orla PROPN 2 nsubj
advanced advance VERB 0 root
. . PUNCT 2 punct
Three three NUM 5 nummod
tanks tank NOUN 7 nsubj:pass
were be AUX 7 aux:pass
{did} {verb} VERB 0 root
. . PUNCT 7 punct
"""


@pytest.mark.parametrize(
    ("noun", "lemma", "found"),
    [
        ("personnel", "personnel", ["killed"]),
        ("tanks", "tank", ["destroyed"]),
        ("seats", "seat", []),
    ],
)
def test_men_and_arms_that_are_lost_count_unmarked(
    doc_of: Make, noun: str, lemma: str, found: list[str]
) -> None:
    doc = doc_of(LOST.format(did="lost", verb="lose", noun=noun, lemma=lemma))
    assert [f.measure for f in find_figures(doc, (), ())] == found


@pytest.mark.parametrize(
    ("did", "verb", "by"), [("lost", "lose", None), ("destroyed", "destroy", "Orla")]
)
def test_who_loses_tanks_has_not_destroyed_them(
    doc_of: Make, anchor: Mark, did: str, verb: str, by: str | None
) -> None:
    roles = [Role("by", 0, 1, 0.9)]
    table = LOST.format(did=did, verb=verb, noun="tanks", lemma="tank")
    (figure,) = find_figures(doc_of(table, [anchor(2, 3, "destroyed", roles=roles)]), (), ())
    assert (figure.by and figure.by.text) == by
    table = PASSIVE.format(did=did, verb=verb)
    (figure,) = find_figures(doc_of(table, [anchor(3, 4, "destroyed", roles=roles)]), (), ())
    assert (figure.by and figure.by.text) == by


@pytest.mark.parametrize(
    ("noun", "lemma", "measure"), [("losses", "loss", "other"), ("wrecks", "wreck", "destroyed")]
)
def test_what_losses_come_to_is_not_destroyed(
    doc_of: Make, anchor: Mark, noun: str, lemma: str, measure: str
) -> None:
    table = f"""
    Their their PRON 2 nmod:poss
    {noun} {lemma} NOUN 3 nsubj
    reached reach VERB 0 root
    400 400 NUM 3 obj
    . . PUNCT 3 punct
    """
    (figure,) = find_figures(doc_of(table, [anchor(3, 4, "destroyed")]), (), ())
    assert figure.measure == measure


def test_what_killed_those_whom_somebody_lost_stays(doc_of: Make) -> None:
    table = """
    Gunmen gunman NOUN 2 nsubj
    shot shoot VERB 0 root
    , , PUNCT 2 punct
    said say VERB 2 parataxis
    Roe Roe PROPN 4 nsubj
    who who PRON 7 nsubj
    lost lose VERB 5 acl:relcl
    two two NUM 9 nummod
    brothers brother NOUN 7 obj
    . . PUNCT 2 punct
    """
    doc = doc_of(table)
    at = doc.text.index("two")
    figure = Figure(
        id="", quantity=Span.of(doc.text, at, at + 3), low=2, high=2, measure="killed",
        by=Span.of(doc.text, 0, 6),
    )  # fmt: skip
    assert without_loser(doc, figure) == figure
