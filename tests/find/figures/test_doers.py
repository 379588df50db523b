"""Who tells a number of dead, or is blamed or denied by others, is not taken for the doer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from spacy.tokens import Doc

from sayso.find.figures.figures import find_figures
from sayso.language.anchors import Anchor, Role
from sayso.record.findings import Event, Figure, Statement
from sayso.record.span import Span

Make = Callable[..., Doc]
Mark = Callable[..., Anchor]
SAID = """
The the DET 2 det
front front NOUN 3 nsubj
said say VERB 0 root
nine nine NUM 5 nummod
herders herder NOUN 7 nsubj:pass
were be AUX 7 aux:pass
killed kill VERB 3 ccomp
. . PUNCT 3 punct
"""
AMBUSHED = """
Rebels rebel NOUN 2 nsubj
{verb} {lemma} VERB 0 root
Tarim Tarim PROPN 2 obj
. . PUNCT 2 punct
Nine nine NUM 7 nummod
{who} {who} DET 7 det
herders herder NOUN 9 nsubj:pass
were be AUX 9 aux:pass
killed kill VERB 0 root
. . PUNCT 9 punct
"""


def span(doc: Doc, words: str) -> Span:
    start = doc.text.index(words)
    return Span.of(doc.text, start, start + len(words))


def event(doc: Doc, trigger: str, actor: str) -> Event:
    return Event(id="e1", trigger=span(doc, trigger), type="ASSAULT", actor=(span(doc, actor),))


def statement(doc: Doc, source: str, cue: str, content: str) -> Statement:
    return Statement(
        id="s1", source=span(doc, source), cue=span(doc, cue), content=(span(doc, content),)
    )


def only(doc: Doc, statements: tuple[Statement, ...], *events: Event) -> Figure:
    (figure,) = find_figures(doc, statements, events)
    return figure


def test_who_says_the_number_is_not_the_doer(doc_of: Make, anchor: Mark) -> None:
    doc = doc_of(SAID, [anchor(3, 4, "killed", roles=[Role("by", 0, 2, 0.9)])])
    told = statement(doc, "The front", "said", "nine herders were killed")
    assert only(doc, (told,)).by is None


def test_who_says_the_number_is_the_doer_where_its_event_has_it(doc_of: Make, anchor: Mark) -> None:
    doc = doc_of(SAID, [anchor(3, 4, "killed", roles=[Role("by", 0, 2, 0.9)])])
    told = statement(doc, "The front", "said", "nine herders were killed")
    by = only(doc, (told,), event(doc, "killed", "The front")).by
    assert by is not None and by.text == "The front"


def _by(doc_of: Make, anchor: Mark, verb: str, lemma: str, who: str = "the") -> tuple[Doc, Event]:
    table = AMBUSHED.format(verb=verb, lemma=lemma, who=who)
    doc = doc_of(table, [anchor(4, 5, "killed", roles=[Role("by", 0, 1, 0.9)])])
    return doc, event(doc, verb, "Rebels")


def test_a_doer_of_the_sentence_before_needs_an_act_of_harm(doc_of: Make, anchor: Mark) -> None:
    doc, ambush = _by(doc_of, anchor, "ambushed", "ambush")
    assert only(doc, (), ambush).by == span(doc, "Rebels")
    assert only(doc, ()).by is None
    assert only(doc, (), replace(ambush, type="COERCE")).by is None


def test_who_is_denied_to_have_done_it_is_not_the_doer(doc_of: Make, anchor: Mark) -> None:
    doc, ambush = _by(doc_of, anchor, "ambushed", "ambush")
    assert only(doc, (), replace(ambush, status="negated")).by is None


def test_who_is_blamed_by_another_is_not_the_doer(doc_of: Make, anchor: Mark) -> None:
    doc, ambush = _by(doc_of, anchor, "ambushed", "ambush")
    blamed = Statement(
        id="s1", source=None, cue=span(doc, "."), content=(span(doc, "Rebels ambushed Tarim"),)
    )
    assert only(doc, (blamed,), ambush).by is not None
    assert only(doc, (replace(blamed, act="accuses"),), ambush).by is None


def test_our_dead_are_not_by_who_is_told_before(doc_of: Make, anchor: Mark) -> None:
    doc, ambush = _by(doc_of, anchor, "retook", "retake", who="our")
    assert only(doc, (), ambush).by is None


def test_real_harm_does_not_come_from_a_denied_event(doc_of: Make, anchor: Mark) -> None:
    table = """
    Marines marine NOUN 2 nsubj
    denied deny VERB 0 root
    raiding raid VERB 2 xcomp
    Tarim Tarim PROPN 3 obj
    as as SCONJ 7 mark
    officials official NOUN 7 nsubj
    counted count VERB 2 advcl
    nine nine NUM 9 nummod
    dead dead NOUN 7 obj
    . . PUNCT 2 punct
    """
    doc = doc_of(table, [anchor(7, 8, "killed")])
    raid = event(doc, "raiding", "Marines")
    assert only(doc, (), replace(raid, status="negated")).event is None
    assert only(doc, (), raid).event == "e1"


def test_the_subject_of_the_clause_beside_is_not_the_doer(doc_of: Make, anchor: Mark) -> None:
    table = """
    Rescuers rescuer NOUN 2 nsubj
    stopped stop VERB 0 root
    and and CCONJ 8 cc
    the the DET 5 det
    toll toll NOUN 8 nsubj
    was be AUX 8 cop
    nine nine NUM 8 nummod
    dead dead NOUN 2 conj
    . . PUNCT 2 punct
    """
    doc = doc_of(table, [anchor(6, 7, "killed", roles=[Role("by", 0, 1, 0.9)])])
    assert only(doc, ()).by is None


def test_no_doer_is_taken_from_a_clash(doc_of: Make, anchor: Mark) -> None:
    table = """
    Clashes clash NOUN 2 nsubj
    killed kill VERB 0 root
    nine nine NUM 4 nummod
    soldiers soldier NOUN 2 obj
    . . PUNCT 2 punct
    """
    doc = doc_of(table, [anchor(2, 3, "killed", roles=[Role("by", 0, 1, 0.9)])])
    clash = Event(id="e1", trigger=Span.of(doc.text, 0, 7), type="ASSAULT")
    (figure,) = find_figures(doc, (), (clash,))
    assert (figure.event, figure.by) == ("e1", None)


def test_who_fled_did_so_after_what_others_did(doc_of: Make, anchor: Mark) -> None:
    table = """
    900 900 NUM 2 nummod
    cooks cook NOUN 3 nsubj
    fled flee VERB 0 root
    {case} {case} ADP 6 case
    a a DET 6 det
    raid raid NOUN 3 obl
    by by ADP 8 case
    rebels rebel NOUN 6 nmod
    . . PUNCT 3 punct
    """
    for case, by in (("after", None), ("because", "rebels")):
        marks = [anchor(0, 1, "displaced", roles=[Role("by", 7, 8, 0.9)])]
        (figure,) = find_figures(doc_of(table.format(case=case), marks), (), ())
        assert (figure.by and figure.by.text) == by
