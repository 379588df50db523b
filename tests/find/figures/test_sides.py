"""Those who come to harm in a fight, or beside their own, have no doer that is not told."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from sayso.find.figures.figures import find_figures
from sayso.language.anchors import Anchor, Role
from sayso.record.findings import Event
from sayso.record.span import Span

Make = Callable[..., Doc]
Mark = Callable[..., Anchor]
HARMED = """
Rebels rebel NOUN 2 nsubj
attacked attack VERB 0 root
Orla Orla PROPN 2 obj
. . PUNCT 2 punct
Eight eight NUM 6 nummod
{whom} {lemma} NOUN 8 nsubj:pass
were be AUX 8 aux:pass
hurt hurt VERB 0 root
{case} {case} ADP 10 case
{what} {what} NOUN 8 obl
. . PUNCT 8 punct
"""


@pytest.mark.parametrize(
    ("whom", "case", "what", "by"),
    [
        ("rebels", "in", "Orla", None),
        ("fighters", "in", "Orla", None),
        ("monks", "in", "fighting", None),
        ("monks", "in", "Orla", "Rebels"),
        ("monks", "after", "fighting", "Rebels"),
    ],
)
def test_nobody_is_told_to_have_hurt_his_own_or_those_in_a_fight(
    doc_of: Make, anchor: Mark, whom: str, case: str, what: str, by: str | None
) -> None:
    table = HARMED.format(whom=whom, lemma=whom.removesuffix("s"), case=case, what=what)
    doc = doc_of(table, [anchor(4, 5, "injured", roles=[Role("by", 0, 1, 0.9)])])
    attack = Event(
        id="e1", trigger=Span.of(doc.text, 7, 15), type="ASSAULT",
        actor=(Span.of(doc.text, 0, 6),), target=(Span.of(doc.text, 16, 20),),
    )  # fmt: skip
    (figure,) = find_figures(doc, (), (attack,))
    assert (figure.by and figure.by.text) == by


JOINED = """
Police police NOUN 2 nsubj
fired fire VERB 0 root
and and CCONJ 7 cc
Three three NUM 5 nummod
{whom} {lemma} NOUN 7 nsubj:pass
were be AUX 7 aux:pass
hurt hurt VERB 2 conj
. . PUNCT 2 punct
"""


@pytest.mark.parametrize(("whom", "by"), [("officers", None), ("monks", "Police")])
def test_police_who_fire_are_not_told_to_have_hurt_officers(
    doc_of: Make, anchor: Mark, whom: str, by: str | None
) -> None:
    table = JOINED.format(whom=whom, lemma=whom.removesuffix("s"))
    doc = doc_of(table, [anchor(3, 4, "injured", roles=[Role("by", 0, 1, 0.9)])])
    shots = Event(
        id="e1", trigger=Span.of(doc.text, 7, 12), type="ASSAULT",
        actor=(Span.of(doc.text, 0, 6),), target=(),
    )  # fmt: skip
    (figure,) = find_figures(doc, (), (shots,))
    assert (figure.by and figure.by.text) == by
