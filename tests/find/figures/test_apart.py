"""What the teller of a number says of another happening is not told of the number."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from sayso.find.figures.figures import find_figures
from sayso.language.anchors import Anchor, Role
from sayso.record.findings import Event, Figure, Statement
from sayso.record.span import Span

Make = Callable[..., Doc]
Mark = Callable[..., Anchor]
TOLL = """
Norland Norland PROPN 2 nsubj
put put VERB 0 root
the the DET 4 det
toll toll NOUN 2 obj
at at ADP 6 case
18 18 NUM 7 nummod
dead dead ADJ 2 xcomp
and and CCONJ 9 cc
{cue} say VERB 2 conj
troops troop NOUN 11 nsubj
shelled shell VERB 9 ccomp
Orla Orla PROPN 11 obj
. . PUNCT 2 punct
"""


def span(doc: Doc, words: str) -> Span:
    start = doc.text.index(words)
    return Span.of(doc.text, start, start + len(words))


def read(make: Make, mark: Mark, cue: str) -> Figure:
    """Return the toll of 18, marked with the doer and place of what is said behind it."""
    roles = [Role("by", 9, 10, 0.9), Role("place", 11, 12, 0.9)]
    doc = make(TOLL.format(cue=cue), [mark(5, 6, "killed", roles=roles)])
    statements = tuple(
        Statement(id=id, source=span(doc, "Norland"), cue=span(doc, word), content=(content,))
        for id, word, content in (
            ("s1", "put", span(doc, "the toll at 18 dead")),
            ("s2", cue, span(doc, "troops shelled Orla")),
        )
    )
    shelling = Event(
        id="e1", trigger=span(doc, "shelled"), type="ASSAULT", actor=(span(doc, "troops"),),
        statement="s2",
    )  # fmt: skip
    (figure,) = find_figures(doc, statements, (shelling,))
    return figure


def test_a_second_saying_tells_nothing_of_the_toll(doc_of: Make, anchor: Mark) -> None:
    figure = read(doc_of, anchor, "said")
    assert (figure.by, figure.place, figure.event) == (None, None, None)


def test_what_is_said_in_the_same_breath_tells_of_the_toll(doc_of: Make, anchor: Mark) -> None:
    figure = read(doc_of, anchor, "saying")
    assert figure.event == "e1"
    assert figure.by is not None and figure.by.text == "troops"
    assert figure.place is not None and figure.place.text == "Orla"


def test_what_is_added_is_another_happening(doc_of: Make, anchor: Mark) -> None:
    figure = read(doc_of, anchor, "adding")
    assert (figure.by, figure.place, figure.event) == (None, None, None)


JOINED = """
Nine nine NUM 2 nummod
monks monk NOUN 3 nsubj
died die VERB 0 root
{joint} {joint} {pos} 6 {mark}
troops troop NOUN 6 nsubj
shelled shell VERB 3 {relation}
Orla Orla PROPN 6 obj
. . PUNCT 3 punct
"""


@pytest.mark.parametrize(
    ("joint", "pos", "mark", "relation", "by"),
    [("and", "CCONJ", "cc", "conj", None), ("when", "SCONJ", "mark", "advcl", "troops")],
)
def test_a_clause_joined_on_behind_tells_nothing_of_the_toll(
    doc_of: Make, anchor: Mark, joint: str, pos: str, mark: str, relation: str, by: str | None
) -> None:
    table = JOINED.format(joint=joint, pos=pos, mark=mark, relation=relation)
    doc = doc_of(table, [anchor(0, 1, "killed", roles=[Role("by", 4, 5, 0.9)])])
    shelling = Event(
        id="e1", trigger=span(doc, "shelled"), type="ASSAULT", actor=(span(doc, "troops"),)
    )
    (figure,) = find_figures(doc, (), (shelling,))
    told = figure.by and figure.by.text
    assert (told, figure.event) == (by, "e1" if by else None)
