"""Cases of a disease and those treated for one are other figures, and nobody did that to them."""

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
TREATED = """
Nurses nurse NOUN 2 nsubj
treated treat VERB 0 root
30 30 NUM 4 nummod
people people NOUN 2 obj
for for ADP 6 case
{ill} {ill} NOUN 2 obl
where where ADV 9 advmod
rebels rebel NOUN 9 nsubj
shot shoot VERB 2 parataxis
nine nine NUM 9 obj
. . PUNCT 2 punct
"""
CASES = """
Nurses nurse NOUN 2 nsubj
recorded record VERB 0 root
30 30 NUM 4 nummod
cases case NOUN 2 obj
of of ADP 6 case
{ill} {ill} NOUN 4 nmod
. . PUNCT 2 punct
"""


@pytest.mark.parametrize(
    ("ill", "measure", "by", "event"),
    [("cholera", "other", None, None), ("burns", "injured", "rebels", "e1")],
)
def test_who_is_treated_for_a_disease_was_not_hurt(
    doc_of: Make, anchor: Mark, ill: str, measure: str, by: str | None, event: str | None
) -> None:
    doc = doc_of(TREATED.format(ill=ill), [anchor(2, 3, "injured", roles=[Role("by", 7, 8, 0.9)])])
    shot, rebels = (doc.text.index(w) for w in ("shot", "rebels"))
    shooting = Event(
        id="e1", trigger=Span.of(doc.text, shot, shot + 4), type="ASSAULT",
        actor=(Span.of(doc.text, rebels, rebels + 6),),
    )  # fmt: skip
    (figure,) = find_figures(doc, (), (shooting,))
    told = figure.by and figure.by.text
    assert (figure.measure, told, figure.event) == (measure, by, event)


@pytest.mark.parametrize(("ill", "measure"), [("measles", "other"), ("torture", "injured")])
def test_cases_of_a_disease_are_none_of_harm(
    doc_of: Make, anchor: Mark, ill: str, measure: str
) -> None:
    (figure,) = find_figures(doc_of(CASES.format(ill=ill), [anchor(2, 3, "injured")]), (), ())
    assert figure.measure == measure


@pytest.mark.parametrize(("ill", "found"), [("measles", ["30"]), ("torture", [])])
def test_cases_count_unmarked_where_the_paragraph_names_a_disease(
    doc_of: Make, ill: str, found: list[str]
) -> None:
    figures = find_figures(doc_of(CASES.format(ill=ill)), (), ())
    assert [f.quantity.text for f in figures] == found
