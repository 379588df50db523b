"""Those who fled and arrive are displaced; guests are not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from sayso.find.figures.figures import find_figures

Make = Callable[..., Doc]
ARRIVED = """
{word} {word} NOUN 2 nsubj
ended end VERB 0 root
. . PUNCT 2 punct
Some some DET 5 advmod
700 700 NUM 6 nummod
{noun} {lemma} NOUN 8 nsubj
{aux} {aux} AUX 8 aux
arrived arrive VERB 0 root
. . PUNCT 8 punct
"""


@pytest.mark.parametrize(
    ("word", "noun", "lemma", "aux", "found"),
    [
        ("Lunch", "migrants", "migrant", "have", ["displaced"]),
        ("Asylum", "people", "person", "have", ["displaced"]),
        ("Lunch", "people", "person", "have", []),
        ("Asylum", "delegates", "delegate", "have", []),
        ("Asylum", "people", "person", "may", []),
    ],
)
def test_who_fled_and_arrives_is_displaced(
    doc_of: Make, word: str, noun: str, lemma: str, aux: str, found: list[str]
) -> None:
    doc = doc_of(ARRIVED.format(word=word, noun=noun, lemma=lemma, aux=aux))
    figures = find_figures(doc, (), ())
    assert [f.measure for f in figures] == found
    assert all((f.quantity.text, f.of and f.of.text) == ("Some 700", noun) for f in figures)
