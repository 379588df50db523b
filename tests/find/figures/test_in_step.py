"""A part is told as its whole, and a figure as the event whose verb governs it."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Doc

from sayso.find.figures.figures import find_figures
from sayso.language.anchors import Anchor
from sayso.record.findings import Event, Figure
from sayso.record.span import Span

Make = Callable[..., Doc]
Mark = Callable[..., Anchor]
LIST = """
Some some DET 3 advmod
120 120 NUM 3 nummod
men man NOUN 10 nsubj:pass
, , PUNCT 7 punct
including include VERB 7 case
20 20 NUM 7 nummod
cooks cook NOUN 3 nmod
, , PUNCT 7 punct
{aux} {aux} AUX 10 aux
{verb} {lemma} VERB 0 root
. . PUNCT 10 punct
"""
OF_THEM = """
Norland Norland PROPN 2 nsubj
fired fire VERB 0 root
90 90 NUM 4 nummod
rockets rocket NOUN 2 obj
; ; PUNCT 7 punct
guards guard NOUN 7 nsubj
{verb} {verb} VERB 2 parataxis
60 60 NUM 7 obj
of of ADP 10 case
them they PRON 8 nmod
. . PUNCT 2 punct
"""


def read(
    make: Make, marks: list[Anchor], aux: str, verb: str, lemma: str, *status: str
) -> tuple[Figure, ...]:
    doc = make(LIST.format(aux=aux, verb=verb, lemma=lemma), marks)
    start = doc.text.index(verb)
    trigger = Span.of(doc.text, start, start + len(verb))
    events = [Event(id="e1", trigger=trigger, type="MOBILIZE", status=s) for s in status]  # type: ignore[arg-type]
    return find_figures(doc, (), events)


def test_a_part_has_the_measure_and_status_of_its_whole(doc_of: Make, anchor: Mark) -> None:
    marks = [anchor(1, 2, "other", status="ongoing"), anchor(5, 6, "displaced")]
    whole, part = read(doc_of, marks, "are", "watched", "watch")
    assert part.part_of == whole.id
    assert (part.measure, part.status) == ("other", "ongoing")


def test_harm_keeps_its_measure_in_a_whole_without_one(doc_of: Make, anchor: Mark) -> None:
    marks = [anchor(1, 2, "other"), anchor(5, 6, "killed")]
    assert read(doc_of, marks, "are", "counted", "count")[1].measure == "killed"


def test_who_is_being_sent_is_so_now_and_so_is_a_part(doc_of: Make, anchor: Mark) -> None:
    marks = [anchor(1, 2, "deployed"), anchor(5, 6, "deployed")]
    found = read(doc_of, marks, "being", "sent", "send", "ongoing")
    assert [f.status for f in found] == ["ongoing", "ongoing"]


def test_who_remains_somewhere_is_there_now(doc_of: Make, anchor: Mark) -> None:
    table = """
    Two two NUM 2 nummod
    cooks cook NOUN 3 nsubj
    {verb} remain VERB 0 root
    in in ADP 5 case
    detention detention NOUN 3 obl
    . . PUNCT 3 punct
    """
    for verb, status in (("remain", "ongoing"), ("remained", "happened")):
        (figure,) = find_figures(doc_of(table.format(verb=verb), [anchor(0, 1, "held")]), (), ())
        assert figure.status == status


def test_a_part_has_the_measure_of_its_own_verb(doc_of: Make, anchor: Mark) -> None:
    marks = [anchor(2, 3, "launched"), anchor(7, 8, "launched")]
    for verb, measure in (("downed", "intercepted"), ("saw", "launched")):
        found = find_figures(doc_of(OF_THEM.format(verb=verb), marks), (), ())
        assert (found[1].measure, found[1].part_of) == (measure, "f1")


def test_what_is_shot_down_is_intercepted(doc_of: Make, anchor: Mark) -> None:
    table = """
    Norland Norland PROPN 2 nsubj
    fired fire VERB 0 root
    90 90 NUM 4 nummod
    rockets rocket NOUN 2 obj
    , , PUNCT 10 punct
    of of ADP 7 case
    which which PRON 8 nmod
    60 60 NUM 10 nsubj:pass
    were be AUX 10 aux:pass
    shot shoot VERB 4 acl:relcl
    {word} {word} ADP 10 compound:prt
    . . PUNCT 2 punct
    """
    marks = [anchor(2, 3, "launched"), anchor(7, 8, "launched")]
    for word, measure in (("down", "intercepted"), ("off", "launched")):
        found = find_figures(doc_of(table.format(word=word), marks), (), ())
        assert (found[1].measure, found[1].part_of) == (measure, "f1")
