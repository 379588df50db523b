"""Who wards off an attack does the harm to the attackers; who launches does not shoot down."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Doc

from sayso.find.figures.figures import find_figures
from sayso.language.anchors import LINKS, Anchor, Role
from sayso.record.findings import Event, Figure
from sayso.record.span import Span

Make = Callable[..., Doc]
Mark = Callable[..., Anchor]
RAID = """
Troops troop NOUN 2 nsubj
{verb} {verb} VERB 0 root
a a DET 4 det
raid raid NOUN 2 obj
by by ADP 6 case
rebels rebel NOUN 4 nmod
, , PUNCT 8 punct
killing kill VERB 2 advcl
nine nine NUM 8 obj
of of ADP 12 case
its its PRON 12 nmod:poss
fighters fighter NOUN 9 nmod
. . PUNCT 2 punct
"""
DOWNED = """
Norland Norland PROPN 2 nsubj
launched launch VERB 0 root
drones drone NOUN 2 obj
. . PUNCT 2 punct
Guards guard NOUN 6 nsubj
downed down VERB 0 root
22 22 NUM 8 nummod
drones drone NOUN 6 obj
and and CCONJ 11 cc
five five NUM 11 nummod
missiles missile NOUN 8 conj
. . PUNCT 6 punct
Nine nine NUM 14 nummod
drones drone NOUN 16 nsubj:pass
were be AUX 16 aux:pass
downed down VERB 0 root
. . PUNCT 16 punct
"""


def span(doc: Doc, words: str) -> Span:
    start = doc.text.index(words)
    return Span.of(doc.text, start, start + len(words))


def of_raid(make: Make, mark: Mark, verb: str) -> Figure:
    roles = [Role("by", 5, 6, 0.9), Role("of", 10, 11, 0.9)]
    doc = make(RAID.format(verb=verb), [mark(8, 9, "killed", roles=roles)])
    raid = Event(id="e1", trigger=span(doc, "raid"), type="ASSAULT", actor=(span(doc, "rebels"),))
    (figure,) = find_figures(doc, (), (raid,))
    return figure


def test_who_repels_an_attack_kills_the_attackers(doc_of: Make, anchor: Mark) -> None:
    figure = of_raid(doc_of, anchor, "repelled")
    assert figure.by is not None and figure.by.text == "Troops"
    assert figure.event is None  # the raid by the rebels did not kill them


def test_who_attacks_kills_where_nobody_wards_it_off(doc_of: Make, anchor: Mark) -> None:
    figure = of_raid(doc_of, anchor, "suffered")
    assert figure.by is not None and figure.by.text == "rebels"


def test_who_halts_something_else_wards_off_nothing(doc_of: Make, anchor: Mark) -> None:
    table = RAID.format(verb="halted").replace("raid raid NOUN", "convoy convoy NOUN")
    doc = doc_of(table, [anchor(8, 9, "killed", roles=[Role("by", 5, 6, 0.9)])])
    halted = Event(
        id="e1", trigger=span(doc, "halted"), type="ASSAULT", actor=(span(doc, "rebels"),)
    )
    (figure,) = find_figures(doc, (), (halted,))
    assert figure.by is not None and figure.by.text == "rebels"


def test_what_is_counted_is_more_than_a_word_before_its_noun(doc_of: Make, anchor: Mark) -> None:
    figure = of_raid(doc_of, anchor, "repelled")
    assert figure.of is not None and figure.of.text == "its fighters"


def test_who_launched_has_not_shot_down(doc_of: Make, anchor: Mark) -> None:
    launcher, guards = Role("by", 0, 1, 0.9), Role("by", 4, 5, 0.9)
    marks = [
        anchor(6, 7, "intercepted", roles=[guards]),
        anchor(9, 10, "intercepted", roles=[launcher]),
        anchor(12, 13, "intercepted", roles=[launcher]),
    ]
    doc = doc_of(DOWNED, marks)
    launch = Event(
        id="e1", trigger=span(doc, "launched"), type="ASSAULT", actor=(span(doc, "Norland"),)
    )
    figures = find_figures(doc, (), (launch,))
    assert [f.by.text if f.by else None for f in figures] == ["Guards", "Guards", None]


SAID_IT = """
The the DET 2 det
army army NOUN 3 nsubj
said say VERB 0 root
it it PRON 5 nsubj
repelled repel VERB 3 ccomp
a a DET 7 det
raid raid NOUN 5 obj
, , PUNCT 9 punct
killing kill VERB 5 advcl
nine nine NUM 9 obj
. . PUNCT 3 punct
"""


def test_it_who_wards_off_an_attack_is_whoever_it_stands_for(doc_of: Make, anchor: Mark) -> None:
    doc = doc_of(SAID_IT, [anchor(9, 10, "killed")], {})
    doc.user_data[LINKS] = {"coref": {3: (1, 0.9)}}
    (nine,) = find_figures(doc, (), ())
    assert nine.by is not None and nine.by.text == "The army"
