"""A figure has the doer of its own event."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from sayso.find.figures.figures import find_figures
from sayso.language.anchors import Anchor, Role
from sayso.record.findings import Event, Figure
from sayso.record.span import Span

Make = Callable[..., Doc]
Mark = Callable[..., Anchor]
TWO = """
Rebels rebel NOUN 2 nsubj
raided raid VERB 0 root
Orla Orla PROPN 2 obj
. . PUNCT 2 punct
In in ADP 6 case
Lund Lund PROPN 9 obl
a a DET 8 det
{noun} {noun} NOUN 9 nsubj
hurt hurt VERB 0 root
four four NUM 11 nummod
men man NOUN 9 obj
{also} also ADV 9 advmod
. . PUNCT 9 punct
"""


def span(doc: Doc, words: str) -> Span:
    start = doc.text.index(words)
    return Span.of(doc.text, start, start + len(words))


def event(doc: Doc, id: str, word: str, *actors: str) -> Event:
    actor = tuple(span(doc, a) for a in actors)
    return Event(id=id, trigger=span(doc, word), type="ASSAULT", actor=actor)


def hurt(make: Make, mark: Mark, word: str, also: str = "again") -> Figure:
    doc = make(
        TWO.format(noun="blast", also=also),
        [mark(9, 10, "injured", roles=[Role("by", 0, 1, 0.9)])],
    )
    events: Sequence[Event] = (event(doc, "e1", "raided", "Rebels"), event(doc, "e2", word))
    (figure,) = find_figures(doc, (), events)
    return figure


def test_who_did_one_thing_has_not_done_another(doc_of: Make, anchor: Mark) -> None:
    figure = hurt(doc_of, anchor, "blast")
    assert (figure.event, figure.by) == ("e2", None)


def test_who_did_one_thing_did_what_was_also_done(doc_of: Make, anchor: Mark) -> None:
    by = hurt(doc_of, anchor, "hurt", "also").by
    assert by is not None and by.text == "Rebels"


def test_a_part_comes_from_the_event_of_its_whole(doc_of: Make, anchor: Mark) -> None:
    table = """
    Orla Orla PROPN 2 nsubj
    shut shut VERB 0 root
    roads road NOUN 2 obj
    after after SCONJ 7 mark
    a a DET 6 det
    raid raid NOUN 7 nsubj
    killed kill VERB 2 advcl
    20 20 NUM 9 nummod
    men man NOUN 7 obj
    , , PUNCT 11 punct
    nine nine NUM 2 advcl
    of of ADP 13 case
    them they PRON 11 nmod
    guards guard NOUN 11 nsubj
    . . PUNCT 2 punct
    """
    doc = doc_of(table, [anchor(7, 8, "killed"), anchor(10, 11, "killed")])
    shut = Event(id="e1", trigger=span(doc, "shut"), type="COERCE", actor=(span(doc, "Orla"),))
    raid = replace(event(doc, "e2", "raid"), target=(span(doc, "20 men"),))
    figures = find_figures(doc, (), (shut, raid))
    assert [(f.event, f.by) for f in figures] == [("e2", None), ("e2", None)]
