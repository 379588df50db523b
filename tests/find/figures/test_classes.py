"""The kind of the counted, by the lemma of its noun."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from sayso.find.figures.classes import class_of
from sayso.record.span import Span

Make = Callable[..., Doc]


@pytest.mark.parametrize(
    ("noun", "lemma", "kind"),
    [
        ("children", "child", "child"),
        ("gunmen", "gunman", "gunman"),
        ("deputies", "deputie", None),
        ("staff", "staff", "worker"),
        ("lanterns", "lantern", None),
    ],
)
def test_a_plural_has_the_class_of_its_lemma(
    doc_of: Make, noun: str, lemma: str, kind: str | None
) -> None:
    doc = doc_of(f"Six six NUM 2 nummod\n{noun} {lemma} NOUN 3 nsubj\nleft leave VERB 0 root")
    assert class_of(doc, Span.of(doc.text, 4, 4 + len(noun))) == kind


@pytest.mark.parametrize(
    ("body", "kind"), [("army", "soldier"), ("police", "police"), ("council", None)]
)
def test_members_of_a_body_are_what_it_is_made_of(
    doc_of: Make, body: str, kind: str | None
) -> None:
    doc = doc_of(
        f"Six six NUM 2 nummod\nmembers member NOUN 6 nsubj\nof of ADP 5 case\n"
        f"the the DET 5 det\n{body} {body} NOUN 2 nmod\nleft leave VERB 0 root"
    )
    assert class_of(doc, Span.of(doc.text, 4, doc.text.index(" left"))) == kind
